/// What a planned day has come to, as it was noted afterwards (R61).
///
/// *By sheet or by leg.* A row of a run speaks for all of its legs that have no row of their own: they were done, unless the
/// row says otherwise. A run of which nothing was noted is unreported: reports leave it out and say so, for nobody knows.
///
/// *Kilometres.* Those noted for the run count. Where none were noted they are those of the planned way over the stops that
/// were made; a run of which no door was reached was not driven.
public struct DayActuals: Sendable {
  /// A planned leg.
  public struct Ride: Hashable, Sendable {
    /// Index into the plan's runs, and into the day's legs.
    public var run: Int
    public var leg: Int
    /// `nil`: unreported.
    public var status: Actual.Status?
    /// Elapsed seconds, as planned and as noted.
    public var plannedPickup: Int
    public var plannedSetdown: Int
    public var pickup: Int?
    public var setdown: Int?
    /// On board, as noted, metres.
    public var metres: Int?
  }

  /// A planned run.
  public struct Sheet: Hashable, Sendable {
    public enum Basis: String, Codable, Sendable {
      /// The kilometres were noted.
      case measured
      /// Those of the planned way over the stops made.
      case derived
      case notDriven = "not_driven"
      case unreported
    }
    public var run: Int
    public var basis: Basis
    /// From start to end, metres; zero where it was not driven, or nothing is known.
    public var metres: Int
    /// Elapsed seconds, as noted.
    public var departure: Int?
    public var arrival: Int?
  }

  public let plan: Plan
  public let day: Day
  /// In the order of the plan's stops.
  public let rides: [Ride]
  /// In the order of the plan's runs.
  public let sheets: [Sheet]
  /// What looks odd and forbids nothing.
  public let warnings: [Fault]

  /// - Throws: `Faults` with everything that does not fit the plan.
  public init(_ rows: [PlacedActual], plan: Plan, day: Day) throws(Faults) {
    var reading = ActualsReading(plan, day)
    for row in rows { reading.add(row) }
    guard reading.faults.isEmpty else { throw Faults(reading.faults) }
    self.plan = plan
    self.day = day
    rides = reading.rides
    sheets = plan.runs.indices.map { run in
      Self.sheet(run, reading.sheets[run], reading.rides.filter { $0.run == run }, plan, day)
    }
    warnings = reading.warnings
  }

  private static func sheet(
    _ run: Int, _ row: Actual?, _ rides: [Ride], _ plan: Plan, _ day: Day
  ) -> Sheet {
    var sheet = Sheet(run: run, basis: .unreported, metres: 0)
    guard row != nil || rides.contains(where: { $0.status != nil }) else { return sheet }
    sheet.departure = row?.departure.flatMap(day.clock.elapsed)
    sheet.arrival = row?.arrival.flatMap(day.clock.elapsed)
    if let kilometres = row?.kilometres {
      (sheet.basis, sheet.metres) = (.measured, Int((kilometres * 1000).rounded()))
    } else {
      let way = DrivenRun(plan.runs[run], rides: rides, day: day)
      (sheet.basis, sheet.metres) = way.isDriven ? (.derived, way.metres) : (.notDriven, 0)
    }
    return sheet
  }

  /// Legs of which nothing was noted.
  public var unreported: [Ride] { rides.filter { $0.status == nil } }

  /// The plan as it was driven: riders who rode, ways and kilometres; runs unreported or not driven are left out.
  ///
  /// Times are those noted, otherwise those planned. What was not ridden is told as not served, without reasons.
  public var driven: Plan {
    var driven = plan
    driven.runs = sheets.compactMap { sheet in
      guard sheet.basis == .measured || sheet.basis == .derived else { return nil }
      return DrivenRun(
        plan.runs[sheet.run], rides: rides.filter { $0.run == sheet.run }, day: day
      ).run(sheet)
    }
    let refused = rides.filter { !($0.status?.isRide ?? false) }
    driven.unserved += Dictionary(grouping: refused) { day.legs[$0.leg].booking.id }
      .sorted { $0.key < $1.key }.map { booking, rides in
        UnservedBooking(
          booking: booking, rider: day.legs[rides[0].leg].rider.id,
          legs: rides.map { day.legs[$0.leg].leg.id }, reasons: [])
      }
    return driven
  }
}
