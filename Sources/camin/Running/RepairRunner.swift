internal import Desk
internal import Foundation
internal import Interchange
internal import Optimizer
internal import Planning
internal import TravelTimes

/// Mends a plan told after something has happened, shows that it goes on, and minds Ctrl-C.
struct RepairRunner {
  /// Path of the day as the plan was made of it, and what it says.
  let path: String
  let input: DayInput
  let told: Plan
  let events: [ReportedEvent]
  /// Until when the plan has been driven; `nil`: it has not begun.
  let now: ClockTime?
  let keepsTimes: Bool
  let travel: RoadsOption
  /// Folder of the changed day, whose roads are named by a path from there.
  let folder: String
  /// Who was told the plan.
  var audience = Audience.everybody

  /// What came of it. Signals are minded as long as somebody has use for it.
  struct Outcome {
    var mended: Replanning.Outcome
    private let signals: StopSignals

    fileprivate init(_ mended: Replanning.Outcome, _ signals: StopSignals) {
      self.mended = mended
      self.signals = signals
    }
  }

  /// The day after the events, as `day.json` has it.
  ///
  /// - Throws: `Failure` with every event that cannot be.
  func changedDay() throws(Failure) -> Scenario {
    let entry = try roadsEntry()
    do throws(Faults) {
      var day = try ChangedDay(input.day, after: told, events, now: now, keepsTimes: keepsTimes)
      if let entry { day.scenario.territory.roads = entry }
      return day.scenario
    } catch {
      throw Failure(.badData, error.faults)
    }
  }

  func run(_ options: SolverOptions, _ output: OutputOptions) throws -> Outcome {
    var replanning = Replanning(input, told: told, options: options)
    replanning.now = now
    replanning.keepsTimes = keepsTimes
    replanning.audience = audience
    replanning.roadsEntry = try roadsEntry()
    let stop = SearchStop()
    let signals = StopSignals(stop: stop) {}
    let count = signals.count
    let choice = travel.choice
    let source = DayTravel.source(
      option: choice.source, of: input.scenario.territory, in: try DaySource(path).base)
    let mended = try WorkDisplay.during(
      say(fr: "Réparation du plan", en: "Mending the plan"), limit: options.timeLimit, output
    ) { _ in
      try replanning.run(
        events, travel: source, cache: choice.cache, stop: stop, stops: { count.value })
    }
    return Outcome(mended, signals)
  }

  /// The roads that the day names, by a path from where the changed day is written.
  private func roadsEntry() throws(Failure) -> String? {
    guard let entry = input.scenario.territory.roads, entry != RoadsEntry.none,
      !RoadsEntry.isServer(entry), !entry.hasPrefix("/")
    else { return nil }
    let day = URL(filePath: RoadsEntry.folder(of: try DaySource(path).base))
    return RelativePath.from(URL(filePath: folder), to: day.appending(path: entry))
  }
}
