import Foundation
import Testing

/// R61: what was done, noted in the store by `camin record`, and the reports made of it.
@Suite struct StoreActualsTests {
  private let store: StoreAtHand

  init() throws {
    store = try StoreAtHand()
    try store.plan()
  }

  private func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: store.scratch.folder.appending(path: name))
    return store.scratch.path(name)
  }

  private func volunteersRun() throws -> [String: Any] {
    let runs = try PlanFile(store.scratch.path("out/plan.json")).runs
    return try #require(runs.first { $0["mode"] as? String == "volunteer" })
  }

  private func kilometres(of volunteer: String, on day: String) throws -> Double {
    let out = store.scratch.path("export-" + day + ".json")
    let run = try Camin.run("export", store.path, "--date", day, "--out", out)
    try #require(run.status == 0, "\(run.everything)")
    let root = try object(String(decoding: Data(contentsOf: URL(filePath: out)), as: UTF8.self))
    let found = (root["volunteers"] as? [[String: Any]])?.first { $0["id"] as? String == volunteer }
    return try #require(found?["km_this_year"] as? Double)
  }

  @Test func whatWasDoneIsNotedAndReported() throws {
    let run = try volunteersRun()
    let (id, driver) = (
      try #require(run["id"] as? String), try #require(run["resource"] as? String)
    )
    let table = try write("noted.csv", "date;tournee;km_reels\n25/11/2026;\(id);87,5\n")
    // Nobody was told that plan yet.
    let early = try Camin.run("record", store.path, table)
    #expect(early.status == 65 && early.errors.contains("publi"), "\(early.everything)")
    #expect(try store.run("publish", "--quiet").status == 0)
    let noted = try Camin.run("record", store.path, table, "--json")
    #expect(noted.status == 0, "\(noted.everything)")
    let days = try #require(try object(noted.output)["days"] as? [[String: Any]])
    #expect(days.map { $0["date"] as? String } == [StoreAtHand.day])
    let report = try Camin.run("report", "volunteers", store.path, "--month", "2026-11", "--json")
    #expect(report.status == 0, "\(report.everything)")
    let accounts = try #require(try object(report.output)["accounts"] as? [[String: Any]])
    let own = try #require(accounts.first { $0["volunteer"] as? String == driver })
    #expect(own["measured_metres"] as? Int == 87_500)
    #expect(own["reimbursed_cents"] as? Int == 2800)
    // The days that follow go by it.
    let before = try kilometres(of: driver, on: StoreAtHand.day)
    let after = try kilometres(of: driver, on: "2026-11-26")
    let others = try PlanFile(store.scratch.path("out/plan.json")).runs.filter {
      $0["resource"] as? String == driver
    }
    if others.count == 1 { #expect(abs(after - before - 87.5) < 1e-6) }
    let month = try Camin.run("report", "month", store.path, "--month", "2026-11")
    #expect(month.status == 0 && month.output.contains("Km faits"), "\(month.everything)")
    let tus = try Camin.run("report", "tus", store.path, "--year", "2026", "--json")
    #expect(try object(tus.output)["drivers"] as? Int ?? 0 > 0, "\(tus.everything)")
    #expect(try Camin.run("report", "month", store.path, "--month", "2026-10").status == 65)
  }

  @Test func aWrongTableChangesNothing() throws {
    #expect(try store.run("publish", "--quiet").status == 0)
    let run = try #require(try volunteersRun()["id"] as? String)
    let bad = try write(
      "bad.csv", "date;tournee;km_reels\n25/11/2026;\(run);40\n25/11/2026;v99#1;\n;\(run);3\n")
    let noted = try Camin.run("record", store.path, bad)
    #expect(noted.status == 65 && noted.output.isEmpty, "\(noted.everything)")
    #expect(noted.errors.contains("v99#1") && noted.errors.contains("bad.csv"))
    let report = try Camin.run("report", "volunteers", store.path, "--json")
    let accounts = try #require(try object(report.output)["accounts"] as? [[String: Any]])
    #expect(accounts.allSatisfy { $0["metres"] as? Int == 0 })
    // With the day given, rows need no date.
    let good = try write("good.csv", "tournee;km_reels\n\(run);40\n")
    #expect(
      try Camin.run("record", store.path, good, "--date", StoreAtHand.day, "--quiet").status == 0)
    #expect(try Camin.run("record", store.path, store.scratch.path("none.csv")).status == 66)
    #expect(try Camin.run("record", store.scratch.path("none.camin"), good).status == 66)
    #expect(try store.integrity() == "ok 0")
  }
}
