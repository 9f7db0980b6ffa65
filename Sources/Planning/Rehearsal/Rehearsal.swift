/// Whether a plan will hold (R49): what thousands of days would make of it on which ways, stops and ends of care take
/// longer or shorter than planned, and riders do not come.
///
/// Chances are shares of the days rehearsed. What the figures rest on, most of them assumptions, is in `figures`.
public struct Rehearsal: Sendable {
  public struct Options: Hashable, Sendable {
    public var days: Int
    public var seed: UInt64
    /// Threads to work on; they change nothing.
    public var threads: Int

    public init(days: Int = 1000, seed: UInt64 = 1, threads: Int = 1) {
      self.days = days
      self.seed = seed
      self.threads = threads
    }
  }

  /// A stop at which somebody gets in or out.
  public struct Stop: Hashable, Sendable {
    /// Index into the plan's runs, and into the run's stops.
    public var run: Int
    public var position: Int
    /// Elapsed seconds: the time told, and the one from which the rider is late; `nil`: nobody can be late there.
    public var told: Int
    public var deadline: Int?
    /// Chance of being in time, of the days on which the stop is made; 1 where nobody can be late.
    public var onTime: Double
    /// Seconds later than told, by nearest rank.
    public var median: Int
    public var ninety: Int
    /// Chances that the rider is not there, and that the driver leaves without the rider, who is late.
    public var absent: Double
    public var left: Double
  }

  /// A run as a whole.
  public struct RunChance: Hashable, Sendable {
    public var run: Int
    /// Chance that no rider of it is late or left behind.
    public var holds: Double
    /// Riders of it late or left behind, on average over the days.
    public var lateRiders: Double
    /// Chance that the driver is on duty beyond the shift, or for longer than allowed, and by how much in nine days of
    /// ten at most, seconds.
    public var overrun: Double
    public var overrunNinety: Int
  }

  /// Two stops one after the other between which riders are made late.
  public struct Connection: Hashable, Sendable {
    public var run: Int
    /// Position of the second; the first is the one before it, or the start of the run.
    public var position: Int
    /// Chance that some rider is late on its account.
    public var chance: Double
    /// Riders late on its account, on average over the days.
    public var lateRiders: Double
    /// Seconds more that it would need for that chance to be as small as is aimed at; whole minutes.
    public var lacking: Int
  }

  public let days: Int
  public let seed: UInt64
  /// Chance of being on time that is aimed at.
  public let target: Double
  public let leavesAsPlanned: Bool
  public let stops: [Stop]
  public let runs: [RunChance]
  /// Those that make riders late more often than is aimed at, the worst first.
  public let connections: [Connection]
  /// On average over the days: riders late or left behind, late for an appointment, left behind, and not there.
  public let lateRiders: Double
  public let missedAppointments: Double
  public let leftBehind: Double
  public let absentRiders: Double
  /// Chance that no rider of the whole day is late or left behind.
  public let holds: Double
  /// Figures that all of it rests on.
  public let figures: [DayTariff.UsedFigure]

  /// Rehearses a plan.
  ///
  /// - Parameter model: what days may bring; `nil`: by the profile in force.
  /// - Throws: `Faults` naming everything of the plan that the day does not know.
  public init(
    of plan: Plan, on day: Day, model given: RehearsalModel? = nil, options: Options = Options()
  ) throws(Faults) {
    let model = given ?? RehearsalModel(day)
    let table = try RehearsalTimetable(plan, day, model)
    let found = Self.days(table, model, options)
    let share = { (count: Int) in Double(count) / Double(max(1, found.count)) }
    let mean = { (counts: [Int]) in share(counts.reduce(0, +)) }
    days = found.count
    seed = options.seed
    target = model.target
    leavesAsPlanned = model.leavesAsPlanned
    stops = table.visits.indices.compactMap { Self.stop($0, table, found) }
      .sorted { ($0.run, $0.position) < ($1.run, $1.position) }
    runs = table.runs.indices.map { r in
      let overrun = found.overrun(r)
      return RunChance(
        run: r, holds: share(found.heldCount(r)), lateRiders: share(found.lateByRun[r]),
        overrun: share(overrun.count { $0 > 0 }),
        overrunNinety: Self.rank(overrun, 0.9))
    }
    connections = table.visits.indices.compactMap {
      Self.connection($0, table, found, target: model.target)
    }.sorted { ($0.lateRiders, $1.run, $1.position) > ($1.lateRiders, $0.run, $0.position) }
    lateRiders = mean(found.lateRiders)
    missedAppointments = mean(found.missed)
    leftBehind = mean(found.leftBehind)
    absentRiders = mean(found.absent)
    holds = share(found.lateRiders.count { $0 == 0 })
    figures =
      given == nil
      ? day.rules.profile(.rehearsal).figures.sorted { $0.key < $1.key }.map {
        DayTariff.UsedFigure(
          citation: day.rules.profile(.rehearsal).id + "." + $0.key, figure: $0.value)
      } : []
  }

  /// Days of one thread's turn.
  private static let turn = 50

  private static func days(
    _ table: RehearsalTimetable, _ model: RehearsalModel, _ options: Options
  ) -> RehearsalDays {
    let count = max(1, options.days)
    let turns = stride(from: 0, to: count, by: turn).map { $0..<min(count, $0 + turn) }
    let parts = ReasonEffort(threads: options.threads).map(turns) { turn in
      var days = RehearsalDays(table)
      var walk = RehearsalWalk(table, model)
      for day in turn { walk.run(RehearsalChance(seed: options.seed, day: day), into: &days) }
      return days
    }
    var all = RehearsalDays(table)
    for part in parts { all.append(part) }
    return all
  }

  private static func stop(
    _ v: Int, _ table: RehearsalTimetable, _ days: RehearsalDays
  ) -> Stop? {
    let visit = table.visits[v]
    guard visit.leg >= 0 else { return nil }
    let lateness = days.lateness(v)
    let all = Double(max(1, days.count))
    let onTime = 1 - Double(days.lateCount[v]) / Double(max(1, lateness.count))
    return Stop(
      run: visit.run, position: visit.position, told: Int(visit.start),
      deadline: visit.deadline.isFinite ? Int(visit.deadline) : nil, onTime: onTime,
      median: rank(lateness, 0.5), ninety: rank(lateness, 0.9),
      absent: Double(days.absentCount[v]) / all, left: Double(days.leftCount[v]) / all)
  }

  private static func connection(
    _ v: Int, _ table: RehearsalTimetable, _ days: RehearsalDays, target: Double
  ) -> Connection? {
    guard days.blame[v] > 0 else { return nil }
    let lacking = days.lacking(v)
    let all = Double(max(1, days.count))
    let chance = Double(lacking.count { $0 > 0 }) / all
    let seconds = rank(lacking, target)
    guard seconds > 0 else { return nil }
    return Connection(
      run: table.visits[v].run, position: table.visits[v].position, chance: chance,
      lateRiders: Double(days.blame[v]) / all, lacking: (seconds + 59) / 60 * 60)
  }

  /// The smallest value that at least this share of all does not exceed, rounded up; zero where there is none.
  private static func rank(_ ascending: [Float], _ share: Double) -> Int {
    guard !ascending.isEmpty else { return 0 }
    let index = Int((share * Double(ascending.count)).rounded(.up)) - 1
    return Int(ascending[min(max(0, index), ascending.count - 1)].rounded(.up))
  }
}
