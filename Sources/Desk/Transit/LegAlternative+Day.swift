public import OpenData
public import Planning
public import Reporting

extension LegAlternative {
  /// What was found for a day, in words, by leg of the day.
  public static func all(of found: DayAlternatives) -> [LegAlternative] {
    let words = found.words
    let steered = found.steered()
    return found.entries.map { entry in
      LegAlternative(
        leg: entry.leg, title: entry.journey.map(words.title),
        steps: entry.journey.map(words.sentences) ?? [], obstacles: entry.obstacles.map(\.text),
        isSteered: steered[entry.leg] != nil)
    }
  }
}

extension DayInput {
  /// What scheduled transport would do for each leg of the day.
  ///
  /// - Parameters:
  ///   - feeds: folders of feeds, feeds, or archives.
  ///   - kept: where feeds stay open for the next who asks; `nil`: they are read anew.
  /// - Throws: `Failure` where a feed cannot be used.
  public func alternatives(
    _ feeds: [String], kept: KeptFeeds? = nil
  ) throws(Failure) -> [LegAlternative] {
    do throws(Faults) {
      let transit = try DayTransit(feeds, rules: day.rules, travel: travel, kept: kept)
      return LegAlternative.all(of: try transit.alternatives(day))
    } catch {
      throw Failure(reading: error)
    }
  }

  /// The same by the timetables that the day names; `nil` where it names none, or where they cannot be read, which is
  /// no reason to show nothing else.
  ///
  /// - Parameter base: where the day was read, from which it names them.
  public func alternatives(in base: String) -> (found: [LegAlternative]?, faults: [Fault]) {
    do throws(Faults) {
      // Those that the rules made it read have been told of already.
      if let timetables { return (LegAlternative.all(of: try timetables.alternatives(day)), []) }
      guard let feeds = Self.transit(of: scenario.territory, in: base) else { return (nil, []) }
      let transit = try DayTransit(
        [feeds], rules: day.rules, travel: travel, date: scenario.territory.date)
      return (LegAlternative.all(of: try transit.alternatives(day)), transit.warnings)
    } catch {
      return (nil, error.faults)
    }
  }
}
