/// Every figure that the planning reads, so that a missing one is found before planning starts.
extension FigureKey {
  // MARK: Tolerances and ride times, by the kind of rule a leg falls under (R3, R4, R7)

  static func earliestBefore(_ kind: RuleKind) -> FigureKey {
    .init(kind, "earliest_before", .time)
  }
  static func latestBefore(_ kind: RuleKind) -> FigureKey { .init(kind, "latest_before", .time) }
  static func latestAfter(_ kind: RuleKind) -> FigureKey { .init(kind, "latest_after", .time) }
  static func releaseSlack(_ kind: RuleKind) -> FigureKey {
    .init(kind, "release_slack_share", .ratio)
  }
  static func promise(_ kind: RuleKind) -> FigureKey { .init(kind, "promise", .time) }
  static func rideFactor(_ kind: RuleKind) -> FigureKey {
    .init(kind, "ride_factor", .ratio, optional: true)
  }
  static func rideOffset(_ kind: RuleKind) -> FigureKey {
    .init(kind, "ride_offset", .time, optional: true)
  }
  static func rideCap(_ kind: RuleKind) -> FigureKey { .init(kind, "ride_cap", .time) }
  static func rideLongest(_ kind: RuleKind) -> FigureKey {
    .init(kind, "ride_longest", .time, optional: true)
  }

  // MARK: Seated patients (R6, R8, R13, R32)

  static let detourPerExtraPatient = FigureKey(.tap, "detour_per_extra_patient", .distance)
  static let detourMost = FigureKey(.tap, "detour_most", .distance)
  static let detourOfPatient = FigureKey(.tap, "detour_of_patient", .flag, optional: true)
  static let detourOfTour = FigureKey(.tap, "detour_of_tour", .flag, optional: true)
  static let waitTotal = FigureKey(.tap, "wait_total", .time)
  static let setupBetweenLoads = FigureKey(.tap, "setup_between_loads", .time)
  static let patientsMixWithPublic = FigureKey(.tap, "mix_with_public", .flag)
  static let vslMostPatients = FigureKey(.vsl, "most_patients", .count)
  static let vslPatientsOnly = FigureKey(.vsl, "patients_only", .flag)

  // MARK: Working rules by mode (R31, R34)

  static func amplitude(_ kind: RuleKind) -> FigureKey { .init(kind, "amplitude", .time) }
  static func breakLength(_ kind: RuleKind) -> FigureKey { .init(kind, "break", .time) }
  static func breakDueAfter(_ kind: RuleKind) -> FigureKey { .init(kind, "break_due_after", .time) }
  static func breakMargin(_ kind: RuleKind) -> FigureKey { .init(kind, "break_margin", .time) }
  static func idleOnBoard(_ kind: RuleKind) -> FigureKey { .init(kind, "idle_on_board", .time) }

  // MARK: Volunteers (R12, R16, R27, R36)

  static let tusMostDistance = FigureKey(.tus, "most_distance", .distance)
  static let tusCriterion = FigureKey(.tus, "criterion_required", .flag)
  static let tusPlaceScope = FigureKey(.tus, "place_scope", .flag)
  static let volunteerRate = FigureKey(.volunteer, "rate", .rate)
  /// Distance a year beyond which nothing is reimbursed (R61).
  static let volunteerReimbursedMost = FigureKey(
    .volunteer, "reimbursed_most", .distance, optional: true)
  static let volunteerWaitValue = FigureKey(.volunteer, "wait_value", .money)
  static let volunteerLongestWait = FigureKey(.volunteer, "longest_wait", .time)
  static let volunteerLongestDuty = FigureKey(.volunteer, "longest_duty", .time)
  static let volunteerLongestDistance = FigureKey(.volunteer, "longest_distance", .distance)
  static let volunteerMostTrips = FigureKey(.volunteer, "most_trips", .count)
  static let volunteerRadius = FigureKey(.volunteer, "radius", .distance)
  static let volunteerExcludesInsured = FigureKey(.volunteer, "excludes_insured", .flag)
  static let tadExcludesInsured = FigureKey(.tad, "excludes_insured", .flag)

  // MARK: Demand-responsive runs with few riders (R29); a profile without them sends a vehicle for anybody

  static let leastRiders = FigureKey(.tad, "least_riders", .count, optional: true)
  static let fewRiders = FigureKey(.tad, "few_riders", .amount, optional: true)

  // MARK: Needs (R10, R11)

  static let defaultSeats = FigureKey(.needs, "default.seat", .count)
  static let defaultPickup = FigureKey(.needs, "default.pickup", .time)
  static let defaultSetdown = FigureKey(.needs, "default.setdown", .time)
  /// What pick-up or set-down at a place of a kind takes more, `place.hospital.setdown`.
  static func atPlace(_ kind: String, _ property: String) -> FigureKey {
    .init(.needs, "place.\(kind).\(property)", .time, optional: true)
  }

  /// Whether riders of two classes may be on board together, `mix.school.other` (R13).
  static func mix(_ a: String, _ b: String) -> FigureKey {
    .init(.needs, "mix.\(a).\(b)", .flag, optional: true)
  }

  // MARK: Roads without a network (R22); how fast is driven, see `buffer` (R23)

  static let terminalTime = FigureKey(.roads, "terminal", .time)
  static let shortUpTo = FigureKey(.roads, "short.up_to", .distance)
  static let mediumUpTo = FigureKey(.roads, "medium.up_to", .distance)
  static func roadFactor(_ band: String) -> FigureKey { .init(.roads, band + ".factor", .ratio) }
  static func roadSpeed(_ band: String) -> FigureKey { .init(.roads, band + ".speed", .speed) }
  static let roadBands = ["short", "medium", "long"]

  // MARK: Objective (R35, R38, R40)

  static let unservedPenalty = FigureKey(.objective, "unserved", .money)
  static let unservedMargin = FigureKey(.objective, "unserved_margin", .ratio)
  static let resourceUsed = FigureKey(.objective, "resource_used", .money)
  static let otherThanPreferred = FigureKey(.objective, "other_than_preferred", .money)
  static let otherCarrier = FigureKey(.objective, "other_carrier", .money)
  /// A leg by which a firm is ahead of another in the rota (R14).
  static let carrierRota = FigureKey(.objective, "carrier_rota", .amount, optional: true)
  static let fairness = FigureKey(.objective, "volunteer_history", .money)
  static let changeStep = FigureKey(.objective, "change_step", .time)
  static let changeMost = FigureKey(.objective, "change_most", .time)
  static let changeMostDistance = FigureKey(
    .objective, "change_most_distance", .distance, optional: true)

  // MARK: Reports (R19)

  /// Riders of whom a figure in a report must tell together at least.
  static let leastRidersReported = FigureKey(
    .objective, "report_least_riders", .count, optional: true)

  // MARK: Warnings (R49)

  /// A rider who reaches an appointment with less to spare is shown to the coordinator; where no figure is stated, only
  /// who comes too late is.
  public static let tightArrival = FigureKey(.objective, "tight_arrival", .time, optional: true)

  // MARK: Stability (R43); a territory without them lets plans change freely

  static let rideLost = stability("told_lost", .money)
  static let otherDriver = stability("told_other_driver", .money)
  static let toldLater = stability("told_later", .money)
  static let earlierMost = stability("told_earlier_most", .time)
  static let driverCalled = stability("told_driver_called", .money)
  static let driverCalledOff = stability("told_driver_called_off", .money)
  static let runChanged = stability("told_run_changed", .money)
  /// How long after a breakdown whoever was on board is fetched at most (R50); where no figure is stated, as long after
  /// as the offer that comes lets any rider wait.
  static let strandedWait = stability("stranded_wait", .time)
  private static func stability(_ key: String, _ measure: Measure) -> FigureKey {
    FigureKey(.objective, key, measure, optional: true)
  }

  /// Kinds that set tolerances and ride-time limits for riders.
  static let ridingKinds: [RuleKind] = [.tap, .tad, .volunteer]
  /// Kinds that set working rules for paid drivers.
  static let workingKinds: [RuleKind] = [.vsl, .taxi, .tad]

  /// All figures with a fixed name.
  public static let all: [FigureKey] =
    ridingKinds.flatMap {
      [
        earliestBefore($0), latestBefore($0), latestAfter($0), releaseSlack($0), promise($0),
        rideFactor($0), rideOffset($0), rideCap($0), rideLongest($0),
      ]
    }
    + workingKinds.flatMap {
      [amplitude($0), breakLength($0), breakDueAfter($0), breakMargin($0), idleOnBoard($0)]
    }
    + roadBands.flatMap { [roadFactor($0), roadSpeed($0)] }
    + [
      idleOnBoard(.volunteer), detourPerExtraPatient, detourMost, detourOfPatient,
      detourOfTour, waitTotal, setupBetweenLoads,
      patientsMixWithPublic, vslMostPatients, vslPatientsOnly, tusMostDistance, tusCriterion,
      tusPlaceScope, volunteerRate, volunteerReimbursedMost, volunteerWaitValue,
      volunteerLongestWait,
      volunteerLongestDuty, volunteerLongestDistance, volunteerMostTrips, volunteerRadius,
      volunteerExcludesInsured, tadExcludesInsured, leastRiders, fewRiders, defaultSeats,
      defaultPickup, defaultSetdown,
      terminalTime, buffer, shortUpTo, mediumUpTo, unservedPenalty, unservedMargin, resourceUsed,
      otherThanPreferred, otherCarrier, fairness, changeStep, changeMost, changeMostDistance,
      publication, leastRidersReported, tightArrival, rideLost, otherDriver, toldLater, earlierMost,
      driverCalled, carrierRota,
      driverCalledOff, runChanged, strandedWait,
    ] + histories + refusals + working + walks + tariffs + cutoffs + rehearsals + transits
}
