import Foundation
import Planning
import Reporting
import Testing

/// What people are told on days on which the clock changes: the time on the wall, whatever has elapsed since midnight.
@Suite("R54: papers of special days") struct ClockChangeTests {
  private struct Shown: CustomTestStringConvertible {
    var date: String
    /// Hours by which the clock leads the time elapsed, from the change on.
    var shift: Int
    var nextDay: String
    var testDescription: String { date }
  }

  private static let days = [
    Shown(date: "2026-03-29", shift: 1, nextDay: "30/03/2026"),
    Shown(date: "2026-10-25", shift: -1, nextDay: "26/10/2026"),
    Shown(date: "2026-11-25", shift: 0, nextDay: "26/11/2026"),
  ]

  private func plan(_ date: String) throws -> (Plan, Scenario) {
    let date = try #require(PlanDate(date))
    var scenario = SmallDay.scenario
    scenario.territory.date = date
    return (SmallDay.plan { $0.date = date }, scenario)
  }

  /// Every time of the small day lies after the change.
  private func wall(_ elapsed: Int, _ shift: Int) -> String {
    let minutes = (elapsed / 60 + 60 * shift + 1440) % 1440
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }

  @Test("R54: on the days of the change, every paper shows the clock on the wall", arguments: days)
  private func papers(_ day: Shown) throws {
    let (plan, scenario) = try plan(day.date)
    let report = PlanReport(plan: plan, scenario: scenario, language: .french)
    let table = try #require(CsvReading(report.runsTable))
    for run in plan.runs {
      let rows = table.rows.filter { $0["tournée"] == run.id }
      let times = [run.departure] + run.stops.map(\.start) + [run.arrival]
      #expect(rows.compactMap { $0["heure"] } == times.map { wall($0, day.shift) })
      // Past midnight by the clock it is the day after, an hour sooner or later than by what has elapsed.
      for (row, time) in zip(rows, times) {
        let isNext = time + 3600 * day.shift >= 86_400
        #expect((row["date"] == day.nextDay) == isNext, "\(row)")
      }
    }
    let page = try #require(XmlReading(report.page)).text
    for stop in plan.runs.flatMap(\.stops) where !stop.leg.isEmpty {
      #expect(page.contains(wall(stop.start, day.shift)), "\(day.date) \(stop.leg)")
    }
  }

  @Test("R49, R54: a rehearsal tells the times on the wall too", arguments: days)
  private func rehearsal(_ day: Shown) throws {
    let (plan, scenario) = try plan(day.date)
    let rules = try RuleBook(for: scenario)
    let travel = FallbackTravel(rules).matrix(of: scenario.places)
    let whole = try Day(scenario, rules: rules, travel: travel)
    let found = try Rehearsal(of: plan, on: whole, options: Rehearsal.Options(days: 20))
    let report = RehearsalReport(found, of: plan, in: scenario, language: .french)
    let rows = try #require(CsvReading(report.table)).rows
    let stops = plan.runs.flatMap(\.stops).filter { !$0.leg.isEmpty }
    #expect(rows.compactMap { $0["heure"] } == stops.map { wall($0.start, day.shift) })
    let told = RehearsalDocument(found, of: plan)
    let text = String(decoding: try JSONEncoder().encode(told), as: UTF8.self)
    #expect(text.contains(day.date + "T"))
  }

  @Test("R49: text and table in both languages, with what is assumed", arguments: Language.allCases)
  func words(_ language: Language) throws {
    let (plan, scenario) = try plan("2026-11-25")
    let rules = try RuleBook(for: scenario)
    let travel = FallbackTravel(rules).matrix(of: scenario.places)
    let day = try Day(scenario, rules: rules, travel: travel)
    let found = try Rehearsal(of: plan, on: day, options: Rehearsal.Options(days: 200))
    let report = RehearsalReport(found, of: plan, in: scenario, language: language)
    #expect(report.text.contains(language == .french ? "supposés" : "assumed"))
    // Names that a spreadsheet would run are made harmless.
    let table = try #require(CsvReading(report.table))
    let place = language == .french ? "lieu" : "place"
    #expect(table.rows.contains { $0[place] == "'=1+1" })
    #expect(table.rows.count == plan.runs.flatMap(\.stops).count { !$0.leg.isEmpty })
  }
}
