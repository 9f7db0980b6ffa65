internal import Foundation
internal import Interchange
internal import PlanStore
public import Planning

/// Where a day is kept: in files of its own, or in a territory's store.
///
/// In a store a day is named by `STORE@DATE`, e.g. `lot.camin@2026-11-25`, wherever a scenario is asked for; commands
/// with an option `--date` put the two together.
public enum DaySource: Hashable, Sendable {
  /// Folder or JSON file of a scenario.
  case files(String)
  /// A store's file, and the day.
  case store(String, PlanDate)

  /// - Throws: `Failure` where a store is named without its day.
  public init(_ path: String) throws(Failure) {
    if let at = path.lastIndex(of: "@"), let date = PlanDate(String(path[path.index(after: at)...]))
    {
      let file = String(path[..<at])
      if !FileManager.default.fileExists(atPath: path) {
        self = .store(file, date)
        return
      }
    }
    guard !TerritoryStore.isDatabase(path) else { throw Failure(.usage, [.storeWithoutDate(path)]) }
    self = .files(path)
  }

  /// The path of a day in a store; the path itself where no date is given.
  ///
  /// - Throws: `Failure` where a date is given for files, which have their own.
  public static func path(_ path: String, on date: PlanDate?) throws(Failure) -> String {
    guard let date else { return path }
    let isThere = FileManager.default.fileExists(atPath: path)
    guard TerritoryStore.isDatabase(path) || !isThere else {
      throw Failure(.usage, [.dateWithoutStore(path, date)])
    }
    return path + "@" + date.text
  }

  /// Whether the file at a path is a database, and so no scenario and no plan by itself.
  public static func isStore(_ path: String) -> Bool { TerritoryStore.isDatabase(path) }

  /// The day itself.
  ///
  /// - Parameters:
  ///   - lookingForRoads: whether roads that a scenario's files name must be there; not where others are taken.
  ///   - leavesOutFaulty: whether bookings at fault are left out, each of their faults told as a warning (R52).
  /// - Throws: `Failure` with every fault of it.
  public func scenario(
    lookingForRoads: Bool = true, leavesOutFaulty: Bool = false
  ) throws(Failure) -> (scenario: Scenario, warnings: [Fault]) {
    switch self {
    case .files(let path):
      do throws(Faults) {
        return try ScenarioSource.read(
          path, lookingForRoads: lookingForRoads, leavesOutFaulty: leavesOutFaulty)
      } catch {
        throw Failure(reading: error)
      }
    case .store(let path, let date):
      let day = try StoreDay(store: path, on: date, leavesOutFaulty: leavesOutFaulty)
      return (day.scenario, day.warnings)
    }
  }

  /// Whether a path names a day rather than an instance: in a store, or as a scenario.
  public static func isDay(_ path: String) throws(Failure) -> Bool {
    guard case .files(let path) = try DaySource(path) else { return true }
    return ScenarioSource.isScenario(path)
  }

  /// What paths that the day names start from: its folder, or the file itself.
  public var base: String {
    switch self {
    case .files(let path), .store(let path, _): path
    }
  }
}

extension Fault {
  fileprivate static func storeWithoutDate(_ path: String) -> Fault {
    Fault(
      code: "store-without-date", place: FaultPlace(file: path), field: "date", value: "",
      cause: Bilingual(
        fr: "Cette base contient plusieurs jours.", en: "This store holds several days."),
      remedy: Bilingual(
        fr: "Dites lequel : --date AAAA-MM-JJ, ou \(path)@AAAA-MM-JJ.",
        en: "Say which: --date YYYY-MM-DD, or \(path)@YYYY-MM-DD."))
  }

  fileprivate static func dateWithoutStore(_ path: String, _ date: PlanDate) -> Fault {
    Fault(
      code: "date-without-store", place: FaultPlace(file: path), field: "date", value: date.text,
      cause: Bilingual(
        fr: "Ce scénario a son propre jour ; ce n’est pas une base de territoire.",
        en: "This scenario has a day of its own; it is no territory's store."),
      remedy: Bilingual(
        fr: "Retirez --date, ou changez de jour avec « camin scenario expand ».",
        en: "Leave out --date, or change the day by “camin scenario expand”."))
  }
}
