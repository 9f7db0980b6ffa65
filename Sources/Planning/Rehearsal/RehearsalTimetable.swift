/// The stops of a plan's runs in the order of the day, flat, as a rehearsal goes through them.
struct RehearsalTimetable: Sendable {
  enum Kind: Sendable { case pickup, delivery, rest, base }

  /// One stop of a run. Times are elapsed seconds, as planned.
  struct Visit: Sendable {
    var kind: Kind
    var run: Int
    /// Position among the run's stops.
    var position: Int
    /// Index into the day's legs; -1 for breaks and base visits.
    var leg: Int
    var place: Int
    var start: Double
    var departure: Double
    /// A rider is not set down before.
    var earliest: Double
    /// Of the arrival at a pick-up, of the start of a set-down; infinite: nobody is late there.
    var deadline: Double
    /// Number of the band in which the way to the stop lies, or the number of bands.
    var band: Int
    /// What chance draws for it by.
    var key: UInt64
  }

  /// What holds for a whole run.
  struct RunTerms: Sendable {
    var resource: Int
    var start: Int
    var end: Int
    var departure: Double
    var arrival: Double
    var shiftEnd: Double
    var pace: TravelPace
    /// Run of the same driver before this one; -1: none.
    var before: Int
    var riderWait: Double
    var homeBand: Int
    var homeKey: UInt64
  }

  /// What holds for one leg's rider.
  struct LegTerms: Sendable {
    /// Leg of the booking before; -1: none.
    var previous: Int
    /// Estimated end of care; minus infinity: the rider is ready at the time told.
    var estimate: Double
    /// Least stay after the arrival of the leg before.
    var stay: Double
    var lateEnd: RehearsalModel.LateEnd?
    var key: UInt64
    var absenceKey: UInt64
  }

  /// How long a driver may be on duty.
  struct DutyTerms: Sendable {
    /// Runs of the driver, in the order of the day.
    var runs: [Int]
    /// From the first start to the last end, or without the time at base.
    var isPaid: Bool
    var longest: Double
  }

  let visits: [Visit]
  let runs: [RunTerms]
  let legs: [LegTerms]
  let duties: [DutyTerms]
  let travel: TravelMatrix

  /// - Throws: `Faults` naming everything of the plan that the day does not know.
  init(_ plan: Plan, _ day: Day, _ model: RehearsalModel) throws(Faults) {
    let builder = RehearsalTimetableBuilder(plan: plan, day: day, model: model)
    let faults = builder.faults
    guard faults.isEmpty else { throw Faults(faults) }
    runs = builder.runs
    visits = builder.visits(runs)
    legs = builder.legs
    duties = builder.duties(runs)
    travel = day.travel
  }

  /// Seconds of a way as roads and vehicle have it: a buffer is no driving, but slack.
  func seconds(_ from: Int, _ to: Int, _ pace: TravelPace) -> Double {
    Double(travel.seconds(from, to, at: pace) - (from == to ? 0 : pace.buffer))
  }
}
