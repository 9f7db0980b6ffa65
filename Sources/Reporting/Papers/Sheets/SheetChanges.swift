import Planning

/// What differs on a driver's sheet from the one that he or she was given before (R57).
struct SheetChanges: Sendable {
  /// Stops that the driver was given and has no more, in the order of the sheet before.
  let dropped: [RunStop]
  /// The driver was given no sheet before.
  let isFirst: Bool
  private let context: PaperContext
  private let before: [String: RunStop]
  private let runsBefore: [String: Run]
  private let keys: [StopAddress: String]

  private struct StopAddress: Hashable {
    let run: String
    let position: Int
  }

  /// - Parameter runs: of one driver, as they are now.
  /// - Returns: `nil` where nobody was told a plan before.
  init?(of resource: String, runs: [RunRecord], _ context: PaperContext) {
    guard let previous = context.previous else { return nil }
    self.context = context
    let old = previous.runs.filter { $0.run.resource == resource }
    let oldStops = Self.keyed(old)
    before = Dictionary(
      oldStops.map { ($0.key, $0.stop) }, uniquingKeysWith: { first, _ in first })
    runsBefore = Dictionary(
      old.map { ($0.run.id, $0.run) }, uniquingKeysWith: { first, _ in first })
    isFirst = old.isEmpty
    let now = Self.keyed(runs)
    keys = Dictionary(
      now.map { (StopAddress(run: $0.run, position: $0.position), $0.key) },
      uniquingKeysWith: { first, _ in first })
    let kept = Set(now.map(\.key))
    dropped = oldStops.filter { !kept.contains($0.key) && !$0.stop.leg.isEmpty }.map(\.stop)
  }

  /// Nothing on the sheet differs from the one before.
  ///
  /// - Parameter runs: of the driver, as they are now.
  func isIdle(_ runs: [RunRecord]) -> Bool {
    !isFirst && dropped.isEmpty
      && runs.allSatisfy { record in
        marks(\.departure, of: record.run).isEmpty && marks(\.arrival, of: record.run).isEmpty
          && record.run.stops.enumerated().allSatisfy { position, stop in
            marks(stop, at: position, of: record.run).isEmpty
          }
      }
  }

  /// What to say of a stop: nothing where it is as it was.
  func marks(_ stop: RunStop, at position: Int, of run: Run) -> [String] {
    guard !isFirst else { return [] }
    guard let key = keys[StopAddress(run: run.id, position: position)], let old = before[key] else {
      return [context.say(fr: "Nouveau", en: "New")]
    }
    var marks = moved(from: old.time, to: stop.time)
    if old.place != stop.place {
      marks.append(context.say(fr: "Autre lieu", en: "Other place"))
    }
    if old.companions != stop.companions {
      marks.append(context.say(fr: "Autre nombre de personnes", en: "Other number of people"))
    }
    return marks
  }

  /// What to say of the beginning or the end of a run.
  func marks(_ edge: KeyPath<Run, Int>, of run: Run) -> [String] {
    guard !isFirst else { return [] }
    guard let old = runsBefore[run.id] else {
      return [context.say(fr: "Nouveau", en: "New")]
    }
    return moved(from: old[keyPath: edge], to: run[keyPath: edge])
  }

  /// The minute shown is what people read; a change of seconds is none.
  private func moved(from old: Int, to new: Int) -> [String] {
    let clock = context.index.clock
    let (before, now) = (clock.text(old), clock.text(new))
    guard before != now || clock.day(old) != clock.day(new) else { return [] }
    return [context.say(fr: "Au lieu de \(before)", en: "In place of \(before)")]
  }

  private struct KeyedStop {
    let key: String
    let run: String
    let position: Int
    let stop: RunStop
  }

  /// A ride's stop is known by its leg; a break or base visit by its number among those of the day.
  private static func keyed(_ runs: [RunRecord]) -> [KeyedStop] {
    var counts: [String: Int] = [:]
    return runs.flatMap { record in
      record.run.stops.enumerated().map { position, stop in
        var key = stop.kind.rawValue + " " + stop.leg
        if stop.leg.isEmpty {
          counts[key, default: 0] += 1
          key += "#\(counts[key] ?? 0)"
        }
        return KeyedStop(key: key, run: record.run.id, position: position, stop: stop)
      }
    }
  }
}
