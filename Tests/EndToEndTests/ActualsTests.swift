import Foundation
import Testing

/// `camin actuals` and the reports made of what was noted, on the small scenario.
@Suite struct ActualsTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "40", "--quiet", "--out", scratch.path("out"))
    #expect(run.status == 0, "\(run.everything)")
  }

  private var plan: String { scratch.path("out/plan.json") }

  private func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: scratch.folder.appending(path: name))
    return scratch.path(name)
  }

  private func volunteersRun() throws -> [String: Any] {
    let file = try PlanFile(plan)
    return try #require(file.runs.first { $0["mode"] as? String == "volunteer" })
  }

  @Test func aBlankTableIsFilledInAndReadBack() throws {
    let table = scratch.path("noted.csv")
    let blank = try Camin.run("actuals", Shipped.small, plan, table, "--blank")
    #expect(blank.status == 0 && blank.output.contains("noted.csv"), "\(blank.everything)")
    let text = try scratch.text("noted.csv")
    #expect(text.contains("date;tournee;trajet;statut"))
    // A row for each run says that all of it was done; those of legs are left out.
    let run = try volunteersRun()
    let id = try #require(run["id"] as? String)
    let metres = try #require(run["metres"] as? Int)
    let rows = try PlanFile(plan).runs.compactMap { $0["id"] as? String }.map { other in
      "2026-11-25;\(other);;;;;;;" + (other == id ? "\(metres / 1000 + 2)" : "")
    }
    let noted = try write(
      "noted.csv", ([String(text.split(separator: "\r\n")[0])] + rows).joined(separator: "\n"))
    let read = try Camin.run("actuals", Shipped.small, plan, noted, "--json")
    #expect(read.status == 0, "\(read.everything)")
    let found = try object(read.output)
    let totals = try #require(found["totals"] as? [String: Any])
    #expect(totals["planned_legs"] as? Int == totals["reported_legs"] as? Int)
    let runs = try #require(found["runs"] as? [[String: Any]])
    let own = try #require(runs.first { $0["run"] as? String == id })
    #expect(own["basis"] as? String == "measured")
    #expect(own["metres"] as? Int == (metres / 1000 + 2) * 1000)
    let words = try Camin.run("actuals", Shipped.small, plan, noted)
    #expect(words.output.contains("relevés") && words.output.contains(id), "\(words.everything)")
    let english = try Camin.run("actuals", Shipped.small, plan, noted, "--lang", "en")
    #expect(english.output.contains("Runs") && english.output.contains("noted"))
  }

  @Test func theHistoryGoesIntoTheNextDay() throws {
    let run = try volunteersRun()
    let (id, driver) = (
      try #require(run["id"] as? String), try #require(run["resource"] as? String)
    )
    let noted = try write("noted.csv", "tournee;km_reels\n\(id);77,5\n")
    let history = scratch.path("volunteers.csv")
    let written = try Camin.run(
      "actuals", Shipped.small, plan, noted, "--history", history, "--quiet")
    #expect(written.status == 0, "\(written.everything)")
    let day = try scratch.scenario()
    func lines() throws -> [String] {
      let file = day.url.appending(path: "volunteers.csv")
      return String(decoding: try Data(contentsOf: file), as: UTF8.self)
        .replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).map(String.init)
    }
    func kilometres(_ lines: [String]) throws -> Double {
      let column = try #require(lines[0].split(separator: ";").firstIndex { $0 == "km_annee" })
      let row = try #require(lines.first { $0.hasPrefix(driver + ";") })
      let cells = row.split(separator: ";", omittingEmptySubsequences: false)
      return try #require(Double(cells[column].replacing(",", with: ".")))
    }
    let before = try kilometres(lines())
    try day.write("volunteers.csv", scratch.data("volunteers.csv"))
    #expect(try Camin.run("validate", day.path).status == 0)
    #expect(abs(try kilometres(lines()) - before - 77.5) < 1e-6)
  }

  @Test func reportsOfSeveralDaysCountEachOnce() throws {
    let made = try Camin.run(
      "scenario", "generate", "--territory", Shipped.territory, "--size", "30", "--seed", "7",
      "--date", "2026-12-02", "--out", scratch.path("next.json"))
    #expect(made.status == 0, "\(made.everything)")
    let planned = try Camin.run(
      "plan", scratch.path("next.json"), "--iterations", "30", "--quiet", "--out",
      scratch.path("next"))
    #expect(planned.status == 0, "\(planned.everything)")
    var rows = "date;tournee;km_reels\n"
    var metres = 0
    for (folder, date) in [("out", "25/11/2026"), ("next", "02/12/2026")] {
      for run in try PlanFile(scratch.path(folder + "/plan.json")).runs {
        rows += "\(date);\(run["id"] as? String ?? "");\n"
        if run["mode"] as? String == "volunteer" { metres += run["metres"] as? Int ?? 0 }
      }
    }
    let table = try write("year.csv", rows)
    let both = [
      scratch.path("out"), scratch.path("next"), "--scenario", Shipped.small,
      scratch.path("next.json"), "--actuals", table,
    ]
    let year = try Camin.run(["report", "volunteers"] + both + ["--month", "2026", "--json"])
    #expect(year.status == 0, "\(year.everything)")
    let accounts = try #require(try object(year.output)["accounts"] as? [[String: Any]])
    #expect(accounts.reduce(0) { $0 + ($1["metres"] as? Int ?? 0) } == metres)
    let cents = accounts.reduce(0) { $0 + ($1["reimbursed_cents"] as? Int ?? 0) }
    #expect(abs(Double(cents) - Double(metres) / 1000 * 32) < 20)
    // A month leaves the other one aside, rows included.
    let december = try Camin.run(["report", "month"] + both + ["--month", "2026-12", "--json"])
    let days = try #require(try object(december.output)["days"] as? [[String: Any]])
    #expect(days.map { $0["date"] as? String } == ["2026-12-02"])
    let tus = try Camin.run(["report", "tus"] + both + ["--year", "2026"])
    #expect(tus.status == 0 && tus.output.contains("rapport de l’année 2026"), "\(tus.everything)")
    let figures = try object(
      Camin.run(["report", "tus"] + both + ["--year", "2026", "--json"]).output)
    // A day on which no volunteer drives tells nothing here.
    #expect((1...2).contains(figures["days"] as? Int ?? 0))
    #expect(figures["unreported_legs"] as? Int == 0)
    #expect((figures["trips"] as? Int ?? 0) > 0)
    for name in ["month", "volunteers"] {
      let csv = try Camin.run(["report", name] + both + ["--csv", "--lang", "en"])
      #expect(csv.status == 0 && csv.output.contains(";"), "\(csv.everything)")
    }
    #expect(
      try Camin.run(["report", "tus"] + both + ["--year", "2026", "--csv"]).output.contains(
        "mean_km;"))
    #expect(try Camin.run(["report", "tus"] + both + ["--year", "2025"]).status == 65)
  }

  @Test func aTableBesideThePlanIsReadWithIt() throws {
    let run = try #require(try volunteersRun()["id"] as? String)
    _ = try write("out/actuals.csv", "tournee;km_reels\n\(run);61\n")
    let report = try Camin.run(
      "report", "volunteers", scratch.path("out"), "--scenario", Shipped.small, "--json")
    #expect(report.status == 0, "\(report.everything)")
    let accounts = try #require(try object(report.output)["accounts"] as? [[String: Any]])
    #expect(accounts.compactMap { $0["measured_metres"] as? Int }.reduce(0, +) == 61_000)
  }

  @Test func allFaultsAreToldAtOnceAndNothingIsWritten() throws {
    let bad = try write(
      "bad.csv", "tournee;trajet;statut;km_reels\nv99#1;;;\n;b999-1;fait;\n;;;4\n")
    let run = try Camin.run(
      "actuals", Shipped.small, plan, bad, "--history", scratch.path("history.csv"), "--json")
    #expect(run.status == 65 && run.output.isEmpty, "\(run.everything)")
    for word in ["unknown-run", "unknown-leg", "row-of-nothing", "bad.csv"] {
      #expect(run.errors.contains(word), "\(word): \(run.errors)")
    }
    #expect(try !scratch.names().contains("history.csv"))
    #expect(try Camin.run("actuals", Shipped.small, plan, scratch.path("none.csv")).status == 66)
    let other = try Camin.run(
      "report", "month", scratch.path("out"), scratch.path("no-plan"), "--scenario", Shipped.small,
      "--actuals", bad)
    #expect(other.status == 65 && other.errors.contains("no-plan"), "\(other.everything)")
    let small = ["--scenario", Shipped.small]
    func status(_ arguments: [String]) throws -> Int32 {
      try Camin.run(["report"] + arguments + small).status
    }
    #expect(try status(["volunteers", plan, "--month", "novembre"]) == 64)
    #expect(try status(["volunteers", plan, "--csv", "--json"]) == 64)
    #expect(try status(["tus", plan]) == 64)
    #expect(try status(["month", plan, plan]) == 65)
  }
}
