public import Foundation
internal import PlanStore
public import Planning

/// Keeps in a territory's store what became of planned days (R61), and reads it back for reports.
public enum StoreActuals {
  /// Records rows, in place of what was recorded before of the days that they speak of; kilometres driven go into the
  /// history by which later days are shared out.
  ///
  /// - Parameters:
  ///   - rows: each with its date.
  ///   - role: who has it done, by role.
  /// - Returns: the days, in order.
  /// - Throws: `Failure` with every fault of all days at once; nothing is then changed.
  @discardableResult
  public static func record(
    _ rows: [PlacedActual], in path: String, roads: RoadsChoice, role: String, at moment: Date
  ) throws(Failure) -> [DayActuals] {
    try storing {
      try TerritoryStore.open(path).transaction { edit in
        var faults = rows.filter { $0.actual.date == nil }.map { Fault.undated($0.place) }
        var days: [DayActuals] = []
        let dated = Dictionary(grouping: rows) { $0.actual.date }
        for (date, rows) in dated.compactMap({ date, rows in date.map { ($0, rows) } })
          .sorted(by: { $0.0 < $1.0 })
        {
          do {
            days.append(try day(date, rows, edit.view, roads))
          } catch let failure as Failure where failure.status == .badData {
            faults += failure.faults
          }
        }
        guard faults.isEmpty else { throw Failure(.badData, faults) }
        for day in days {
          let date = day.plan.date
          let own = (dated[date] ?? []).map(\.actual)
          try edit.setActuals(text(own), on: date, at: moment)
          try edit.setDriven(Driven.list(of: day), on: date, by: .actual)
          try edit.note(
            Change(
              at: moment, role: role, action: "actuals", day: date,
              note: "\(own.count) row\(own.count == 1 ? "" : "s")"))
        }
        return days
      }
    }
  }

  /// Days from `first` to `last` of which a plan was told, with what was recorded of them, in order.
  public static func days(
    from first: PlanDate, to last: PlanDate, in path: String, roads: RoadsChoice
  ) throws(Failure) -> [DayActuals] {
    try storing {
      try TerritoryStore.open(path, access: .reading).look { view in
        let documents = try view.actuals(from: first, to: last)
        return try view.toldDays(from: first, to: last).map { date in
          let rows = try documents[date].map(actuals) ?? []
          let place = FaultPlace(file: view.name)
          return try day(date, rows.map { PlacedActual($0, at: place) }, view, roads)
        }
      }
    }
  }

  private static func day(
    _ date: PlanDate, _ rows: [PlacedActual], _ view: StoreView, _ roads: RoadsChoice
  ) throws(Failure) -> DayActuals {
    let stored: StoredPlan?
    do throws(StoreError) {
      stored = try view.toldPlan(of: date)
    } catch {
      throw Failure(error)
    }
    guard let stored else { throw Failure(.badData, [.notTold(date, rows.first?.place)]) }
    let input = try stored.day(in: view.path, roads: roads)
    let plan = try stored.plan(in: view.path)
    let day = try input.following(plan).day
    do throws(Faults) {
      return try DayActuals(rows, plan: plan, day: day)
    } catch {
      throw Failure(reading: error)
    }
  }

  private static func text(_ rows: [Actual]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(rows), as: UTF8.self)
  }

  private static func actuals(_ document: String) throws -> [Actual] {
    try JSONDecoder().decode([Actual].self, from: Data(document.utf8))
  }
}

extension Driven {
  /// What volunteers drove on a day, those of whom nothing was noted left out.
  static func list(of day: DayActuals) -> [Driven] {
    let sheets = day.sheets.filter {
      $0.basis != .unreported && day.plan.runs[$0.run].mode == .volunteer
    }
    return Dictionary(grouping: sheets) { day.plan.runs[$0.run].resource }
      .map { volunteer, sheets in
        let runs = Set(sheets.map(\.run))
        let rides = day.rides.filter { runs.contains($0.run) && $0.status?.isRide ?? false }
        return Driven(
          volunteer: volunteer, day: day.plan.date, source: .actual,
          kilometres: Double(sheets.reduce(0) { $0 + $1.metres }) / 1000,
          trips: rides.count,
          earlyOrLate: rides.count { ride in
            let pickup = ride.pickup ?? ride.plannedPickup
            return day.day.rules.isEarlyOrLate(day.day.clock.clockTime(pickup))
          },
          duty: sheets.reduce(0) { $0 + day.duty($1) })
      }.sorted { $0.volunteer < $1.volunteer }
  }
}

extension DayActuals {
  /// Seconds from leaving to coming back, as noted or else as planned.
  fileprivate func duty(_ sheet: Sheet) -> Int {
    guard sheet.basis != .notDriven else { return 0 }
    let run = plan.runs[sheet.run]
    return max(0, (sheet.arrival ?? run.arrival) - (sheet.departure ?? run.departure))
  }
}

extension Fault {
  fileprivate static func undated(_ place: FaultPlace) -> Fault {
    Fault(
      code: "missing-value", place: place, field: "date", value: "",
      cause: Bilingual(
        fr: "Une base contient plusieurs jours : la ligne n’a pas de date.",
        en: "A store holds several days: the row has no date."),
      remedy: Bilingual(fr: "Ajoutez la date.", en: "Add the date."))
  }

  fileprivate static func notTold(_ date: PlanDate, _ place: FaultPlace?) -> Fault {
    Fault(
      code: "not-told", place: place ?? FaultPlace(file: "store"), field: "date", value: date.text,
      cause: Bilingual(
        fr: "Aucun plan de ce jour n’a été publié.", en: "No plan of this day was published."),
      remedy: Bilingual(
        fr: "Corrigez la date, ou publiez le plan (camin help publish).",
        en: "Correct the date, or publish the plan (camin help publish)."))
  }
}
