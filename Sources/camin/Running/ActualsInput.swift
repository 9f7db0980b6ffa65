internal import Desk
internal import Foundation
internal import Interchange
internal import PlanStore
internal import Planning

/// Planned days with what was noted of them afterwards (R61).
struct ActualsInput {
  /// In the order of their dates.
  let days: [DayActuals]
  let warnings: [Fault]
  /// Names of the territories.
  let territory: String

  private struct Item {
    var path: String
    var input: DayInput
    var plan: Plan
    var rows: [PlacedActual] = []
  }

  /// - Parameters:
  ///   - plans: plan files, or folders that `camin plan` wrote; a table `actuals.csv` in such a folder is read with it. Or
  ///     stores, with what was noted there.
  ///   - scenarios: days of these plans, in any order.
  ///   - tables: further tables, of one or many days.
  ///   - period: other days are left aside; `nil`: none are.
  /// - Throws: `Failure` with the faults of all files at once.
  init(
    plans: [String], scenarios: [String], tables: [String], period: ReportPeriod?,
    roads: RoadsOption
  ) throws(Failure) {
    var log = FailureLog()
    let inputs = scenarios.compactMap { path in
      log.catching { () throws(Failure) in try DayInput(path, roads: roads.choice) }
    }
    let stores = plans.filter(TerritoryStore.isDatabase)
    var items: [Item] = []
    for path in plans where !stores.contains(path) {
      let path = ImpactInput.file(path)
      let item = log.catching { () throws(Failure) in
        if case .store(let file, let date) = try DaySource(path) {
          let (input, read) = try StorePlans.day(date, in: file, roads: roads.choice)
            .following(path: path)
          return Item(path: path, input: input, plan: read)
        }
        let plan = try DayInput.readPlan(path)
        let (input, read) = try ImpactInput.day(of: plan, path, inputs).following(path: path)
        return Item(path: path, input: input, plan: read)
      }
      if let item { items.append(item) }
    }
    Self.refuseTwice(items, &log)
    var warnings: [Fault] = []
    for i in items.indices {
      let beside = URL(filePath: items[i].path).deletingLastPathComponent()
        .appending(path: ActualsFile.name).path
      guard FileManager.default.fileExists(atPath: beside) else { continue }
      let read = log.catching { () throws(Failure) in try Self.read(beside) }
      items[i].rows += read?.rows ?? []
      warnings += read?.warnings ?? []
    }
    for path in tables {
      guard let read = log.catching({ () throws(Failure) in try Self.read(path) }) else { continue }
      warnings += read.warnings
      Self.share(read.rows, among: &items, period, &log)
    }
    if let period { items.removeAll { !period.contains($0.plan.date) } }
    var days: [DayActuals] = stores.flatMap { path in
      log.catching { () throws(Failure) in
        let (first, last) = ReportPeriod.bounds(period)
        return try StoreActuals.days(from: first, to: last, in: path, roads: roads.choice)
      } ?? []
    }
    for item in items.sorted(by: { ($0.plan.date, $0.path) < ($1.plan.date, $1.path) }) {
      let day = log.catching { () throws(Failure) in
        try Self.actuals(item.rows, item.plan, item.input.day)
      }
      if let day { days.append(day) }
    }
    try log.end()
    days.sort { $0.plan.date < $1.plan.date }
    guard !days.isEmpty else { throw Failure(.badData, [.noDays(period)]) }
    self.days = days
    self.warnings = warnings + days.flatMap(\.warnings)
    territory = Set(days.map(\.plan.territoryName)).sorted().joined(separator: ", ")
  }

  /// Reads a table.
  static func read(
    _ path: String
  ) throws(Failure) -> (rows: [PlacedActual], warnings: [Fault]) {
    do throws(Faults) {
      return try ActualsFile.read(path)
    } catch {
      throw Failure(reading: error)
    }
  }

  static func actuals(
    _ rows: [PlacedActual], _ plan: Plan, _ day: Day
  ) throws(Failure) -> DayActuals {
    do throws(Faults) {
      return try DayActuals(rows, plan: plan, day: day)
    } catch {
      throw Failure(reading: error)
    }
  }

  private static func refuseTwice(_ items: [Item], _ log: inout FailureLog) {
    for (i, item) in items.enumerated() {
      let other = items[..<i].first {
        $0.plan.date == item.plan.date && $0.plan.territory == item.plan.territory
      }
      guard let other else { continue }
      log.add(Failure(.badData, [.planTwice(item.path, other.path, item.plan.date)]))
    }
  }

  /// Gives the rows of a table to the plans of their days.
  private static func share(
    _ rows: [PlacedActual], among items: inout [Item], _ period: ReportPeriod?,
    _ log: inout FailureLog
  ) {
    var faults: [Fault] = []
    for row in rows {
      let date = row.actual.date
      let own = items.indices.filter { date == nil || items[$0].plan.date == date }
      if own.count == 1 {
        items[own[0]].rows.append(row)
      } else if let date, let period, !period.contains(date), own.isEmpty {
        continue
      } else {
        faults.append(.noDay(for: row, isMissing: own.isEmpty))
      }
    }
    if !faults.isEmpty { log.add(Failure(.badData, faults)) }
  }
}

extension Fault {
  fileprivate static func planTwice(_ path: String, _ other: String, _ date: PlanDate) -> Fault {
    Fault(
      code: "same-day", place: FaultPlace(file: path, pointer: "/date"), field: "date",
      value: date.text,
      cause: Bilingual(
        fr: "Ce plan est du même jour que \(other) : tout serait compté deux fois.",
        en: "This plan is of the same day as \(other): all would count twice."),
      remedy: Bilingual(fr: "Gardez celui qui a été roulé.", en: "Keep the one that was driven."))
  }

  fileprivate static func noDay(for row: PlacedActual, isMissing: Bool) -> Fault {
    let cause =
      row.actual.date == nil
      ? Bilingual(
        fr: "La ligne n’a pas de date, et il y a plusieurs plans.",
        en: "The row has no date, and there are several plans.")
      : isMissing
        ? Bilingual(
          fr: "Aucun des plans donnés n’est de ce jour.",
          en: "None of the plans given is of this day.")
        : Bilingual(
          fr: "Plusieurs des plans donnés sont de ce jour.",
          en: "Several of the plans given are of this day.")
    return Fault(
      code: "no-day", place: row.place, field: "date", value: row.actual.date?.text ?? "",
      cause: cause,
      remedy: Bilingual(
        fr: "Complétez la date, ou donnez le plan et sa journée.",
        en: "Complete the date, or give the plan and its day."))
  }

  fileprivate static func noDays(_ period: ReportPeriod?) -> Fault {
    Fault(
      code: "no-days", place: FaultPlace(file: "camin"), field: "--scenario",
      value: period?.text ?? "",
      cause: Bilingual(
        fr: "Aucun des plans n’est de cette période.", en: "None of the plans lies in that time."),
      remedy: Bilingual(
        fr: "Donnez d’autres plans, ou une autre période.",
        en: "Give other plans, or another time."))
  }
}
