import Foundation
import Testing

/// A day of a store, for every command that takes a scenario.
@Suite struct StoreDayCommandTests {
  @Test func aDayOfAStoreIsTheDayThatWentIn() throws {
    let scratch = try Scratch()
    let store = scratch.path("lot.camin")
    let made = try Camin.run("init", store, "--territory", Shipped.small)
    #expect(made.status == 0 && made.output.contains("Base créée"), "\(made.everything)")
    let folder = try Camin.run(
      "plan", Shipped.small, "--iterations", "50", "--json", "--out", scratch.path("a"))
    let stored = try Camin.run(
      "plan", store, "--date", StoreAtHand.day, "--iterations", "50", "--json", "--out",
      scratch.path("b"))
    #expect(folder.status == 0 && stored.status == 0, "\(folder.everything)\n\(stored.everything)")
    let hashes = try ["a", "b"].map { name in
      let provenance = try PlanFile(scratch.path(name + "/plan.json")).root["provenance"]
      return provenance as? [String: Any]
    }
    for key in ["scenario_hash", "plan_hash"] {
      #expect(hashes[0]?[key] as? String == hashes[1]?[key] as? String, "\(key)")
    }
    // The roads that the day names are found from where the store is, and from where it is exported to.
    let out = scratch.path("deep/er/day")
    try FileManager.default.createDirectory(
      atPath: scratch.path("deep/er"), withIntermediateDirectories: true)
    let export = try Camin.run(
      "export", store, "--date", StoreAtHand.day, "--out", out, "--plan", scratch.path("p.json"))
    #expect(export.status == 0, "\(export.everything)")
    #expect(try scratch.data("p.json") == scratch.data("b/plan.json"))
    let replay = try Camin.run("replay", scratch.path("p.json"), out)
    #expect(replay.status == 0, "\(replay.everything)")
  }

  @Test func everyCommandTakesStoreAndDate() throws {
    let store = try StoreAtHand()
    try store.plan()
    let plan = store.scratch.path("out/plan.json")
    let leg = try PlanFile(plan).anyServed().leg
    let day = ["--date", StoreAtHand.day]
    for arguments in [
      ["validate", store.path] + day, ["check", store.path, plan] + day,
      ["explain", store.path, plan, leg] + day, ["replay", plan, store.path] + day,
      ["report", "tariff", store.path, plan] + day,
      ["scenario", "problem", store.path, "--out", store.scratch.path("problem.json")] + day,
      ["rules", "show", "--day", store.path + "@" + StoreAtHand.day],
    ] {
      let run = try Camin.run(arguments)
      #expect(run.status == 0, "\(arguments)\n\(run.everything)")
    }
    let impact = try Camin.run(
      "report", "impact", plan, "--scenario", store.path + "@" + StoreAtHand.day)
    #expect(impact.status == 0, "\(impact.everything)")
  }

  @Test func whatCannotBeIsSaidWithItsRemedy() throws {
    let store = try StoreAtHand()
    let other = store.scratch.path("other.camin")
    try Data("a letter".utf8).write(to: URL(filePath: store.scratch.path("letter.txt")))
    let cases: [([String], Int32, String)] = [
      (["plan", store.path], 64, "--date"),
      (["plan", store.path, "--date", "demain"], 64, "AAAA-MM-JJ"),
      (["validate", Shipped.small, "--date", "2026-11-25"], 64, "expand"),
      (["plan", other, "--date", "2026-11-25"], 66, "other.camin"),
      (["init", store.path], 73, "existe déjà"),
      (["init", store.scratch.path("no/lot.camin")], 73, "lot.camin"),
      (["init", other, "--territory", store.scratch.path("none")], 66, "none"),
      (["init", other, "--territory", Shipped.small, "--name", "x"], 64, "--name"),
      (["import", other, Shipped.small], 66, "other.camin"),
      (["import", store.scratch.path("letter.txt"), Shipped.small], 65, "letter.txt"),
      (["export", store.path, "--date", "2026-11-25", "--out", "x", "--plan", "p"], 66, "plan"),
      (["backup", other, store.scratch.path("copy")], 66, "other.camin"),
      (["backup", store.path, store.scratch.path("letter.txt")], 73, "existe déjà"),
      (["backup", store.path, store.scratch.path("letter.txt"), "--replace"], 65, "letter.txt"),
      (["purge", store.path], 64, "--before"),
      (["purge", store.path, "--before", "2126-01-01"], 64, "aujourd’hui"),
      (["purge", other, "--rider", "r1"], 66, "other.camin"),
      (["publish", store.path, "--date", "2026-11-25"], 66, "camin plan"),
      (["state", store.path, "--date", "2026-11-25", "published"], 64, "camin publish"),
      (["state", store.path, "--date", "2026-11-25", "done"], 66, "camin plan"),
      (["state", store.path, "--date", "2026-11-25", "done", "--role", "Mme Bru"], 64, "rôle"),
      (["journal", Shipped.small + "/territory.json", "--changes"], 65, "territory.json"),
    ]
    for (arguments, status, word) in cases {
      let run = try Camin.run(arguments, in: store.scratch.folder)
      #expect(run.status == status && run.errors.contains(word), "\(arguments)\n\(run.everything)")
    }
    let names = try store.scratch.names().filter { !$0.hasPrefix("lot.camin") }
    #expect(names == ["day.json", "letter.txt"], "\(names)")
  }

  @Test func aChangedDayIsImportedOnce() throws {
    let store = try StoreAtHand()
    var day = try DayDocument()
    day.set("companions", of: 0, to: 1)
    try day.write(store.scratch.path("changed.json"))
    let path = store.scratch.path("changed.json")
    let trial = try Camin.run("import", store.path, path, "--dry-run", "--json")
    #expect(trial.status == 0, "\(trial.everything)")
    let first = try Camin.run("import", store.path, path, "--json")
    let second = try Camin.run("import", store.path, path, "--json")
    let changed = try [trial, first, second].map { run in
      let days = try object(run.output)["days"] as? [[String: Any]]
      return (days?.first?["changed"] as? [String: Int])?["booking"]
    }
    #expect(changed == [1, 1, nil])
    let changes = try Camin.run("journal", store.path, "--changes", "--json")
    let list = try object(changes.output)["changes"] as? [[String: Any]]
    #expect(list?.map { $0["action"] as? String } == ["import", "import"])
    #expect(list?.first?["role"] as? String == "coordination")
  }

  @Test func faultsOfAllFilesAreToldAtOnceAndNothingGoesIn() throws {
    let store = try StoreAtHand()
    var bad = try DayDocument()
    bad.set("companions", of: 0, to: -1)
    try bad.write(store.scratch.path("bad.json"))
    var good = try DayDocument()
    good.set("companions", of: 1, to: 2)
    try good.write(store.scratch.path("good.json"))
    let before = try store.run("export", "--out", store.scratch.path("before.json"))
    #expect(before.status == 0, "\(before.everything)")
    let run = try Camin.run(
      "import", store.path, store.scratch.path("good.json"), store.scratch.path("bad.json"),
      store.scratch.path("none.json"))
    #expect(run.status == 65 && run.errors.contains("/bookings/0/companions"), "\(run.everything)")
    #expect(run.errors.contains("none.json"))
    _ = try store.run("export", "--out", store.scratch.path("after.json"))
    #expect(try store.scratch.data("before.json") == store.scratch.data("after.json"))
  }
}
