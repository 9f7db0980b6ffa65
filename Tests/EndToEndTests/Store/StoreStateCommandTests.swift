import Foundation
import Testing

/// R57, R64, R65: a plan's states, the record, backup and purge, by the commands.
@Suite struct StoreStateCommandTests {
  @Test("R57: a plan goes from draft to published, is amended, and done")
  func aPlanGoesThroughItsStates() throws {
    let store = try StoreAtHand()
    #expect(try store.state().state == nil)
    let first = try store.plan(seed: 1)
    #expect(first.output.contains("version 1, brouillon"), "\(first.everything)")
    try store.plan(seed: 2)
    #expect(try store.state().version == 2)
    let early = try store.run("state", "confirmed")
    #expect(early.status == 65 && early.errors.contains("proposé"), "\(early.everything)")
    #expect(try store.run("state", "proposed", "--role", "coordination-2").status == 0)
    let published = try store.run("publish", "--json")
    #expect(published.status == 0, "\(published.everything)")
    let told = try object(published.output)
    #expect(told["steps"] as? [String] == ["confirmed", "published"])
    #expect(told["due"] as? String == "2026-11-24T19:00")
    let loose = try store.run("plan", "--robust", "--out", store.scratch.path("loose"))
    #expect(loose.status == 64 && loose.errors.contains("--robust"), "\(loose.everything)")
    #expect(try !store.scratch.names().contains("loose"))
    let amended = try store.plan(seed: 3, "--quiet")
    #expect(amended.status == 0)
    let after = try store.state()
    #expect(after.state == "amended" && after.version == 3)
    // It starts from what people were told.
    let changes = try PlanFile(store.scratch.path("out/plan.json")).root["changes"]
    #expect(changes != nil)
    #expect(try store.run("state", "done").status == 0)
    let late = try Camin.run(
      "plan", store.path, "--date", StoreAtHand.day, "--time-limit", "600", "--out",
      store.scratch.path("late"))
    #expect(late.status == 65 && late.errors.contains("terminé"), "\(late.everything)")
    let steps = try store.state().steps
    #expect(
      steps.map { $0["to"] as? String } == [
        "draft", "draft", "proposed", "confirmed", "published", "amended", "done",
      ])
    #expect(steps[2]["role"] as? String == "coordination-2")
    let runs = try Camin.run("journal", store.path, "--json")
    #expect((try object(runs.output)["runs"] as? [Any])?.count == 3, "\(runs.everything)")
  }

  @Test func whatHappensChangesDayAndPlanTogether() throws {
    let store = try StoreAtHand()
    try store.plan()
    #expect(try store.run("publish").status == 0)
    let here = store.path + "@" + StoreAtHand.day
    let booking = try #require(
      PlanFile(store.scratch.path("out/plan.json")).runs.flatMap {
        $0["stops"] as? [[String: Any]] ?? []
      }.compactMap { $0["booking"] as? String }.first { !$0.isEmpty })
    let run = try Camin.run(
      "replan", here, here, "--cancelled", booking, "--iterations", "20", "--out",
      store.scratch.path("replan"))
    #expect(run.status == 0 && run.output.contains("version 2, modifié"), "\(run.everything)")
    let out = store.scratch.path("after.json")
    #expect(try store.run("export", "--out", out).status == 0)
    let ids = try object(store.scratch.text("after.json"))["bookings"] as? [[String: Any]]
    #expect(ids?.contains { $0["id"] as? String == booking } == false)
    let check = try Camin.run("check", here, here)
    #expect(check.status == 0, "\(check.everything)")
    let changes = try Camin.run("journal", store.path, "--changes", "--json")
    let list = try object(changes.output)["changes"] as? [[String: Any]] ?? []
    #expect(
      list.contains { $0["action"] as? String == "event" && $0["subject"] as? String == booking })
    let none = try Camin.run("check", here, store.path + "@2026-11-26")
    #expect(none.status == 66, "\(none.everything)")
  }

  @Test("R57: a plan that nobody was told has nobody called, one proposed its volunteers alone")
  func nobodyIsCalledWhoWasToldNothing() throws {
    let store = try StoreAtHand()
    let here = store.path + "@" + StoreAtHand.day
    let volunteers = Set(
      (try DayDocument().root["volunteers"] as? [[String: Any]] ?? []).compactMap {
        $0["id"] as? String
      })
    /// Who is called when the busiest volunteer of the last plan declines, by `replan` and by `diff` against a copy of it.
    func called(_ folder: String) throws -> (people: [String], output: String, told: String?) {
      let before = store.scratch.path(folder + "-before.json")
      let export = try store.run(
        "export", "--out", store.scratch.path(folder + "-day.json"), "--plan", before)
      try #require(export.status == 0, "\(export.everything)")
      let driver = try #require(PlanFile(before).busiest("volunteer")["resource"] as? String)
      let out = store.scratch.path(folder)
      let run = try Camin.run(
        "replan", here, here, "--declined", driver, "--iterations", "20", "--out", out)
      try #require(run.status == 0, "\(run.everything)")
      let rows = try store.scratch.text(folder + "/calls.csv").split(whereSeparator: \.isNewline)
      let people = rows.dropFirst().map {
        String($0.split(separator: ";", omittingEmptySubsequences: false)[2])
      }
      let diff = try Camin.run("diff", before, out + "/plan.json", "--day", here, "--json")
      try #require(diff.status == 0, "\(diff.everything)")
      let answer = try object(diff.output)
      let calls = (answer["calls"] as? [[String: Any]] ?? []).compactMap { $0["person"] as? String }
      #expect(calls == people)
      return (people, run.output, answer["told"] as? String)
    }
    try store.plan()
    let draft = try called("draft")
    #expect(draft.people.isEmpty && draft.told == "nobody")
    #expect(
      draft.output.contains("n’a été annoncé à personne") && !draft.output.contains("À appeler"))
    #expect(try store.run("state", "proposed").status == 0)
    let proposed = try called("proposed")
    #expect(proposed.told == "volunteers" && !proposed.people.isEmpty)
    #expect(volunteers.isSuperset(of: proposed.people), "\(proposed.people)")
    #expect(try store.run("publish").status == 0)
    let published = try called("published")
    #expect(published.told == "everybody")
    #expect(!volunteers.isSuperset(of: published.people), "\(published.people)")
  }

  @Test func decisionsAreFollowedAndOnRecord() throws {
    let store = try StoreAtHand()
    try store.plan()
    let served = try PlanFile(store.scratch.path("out/plan.json")).anyServed()
    let driver = try #require(
      PlanFile(store.scratch.path("out/plan.json")).runs[served.run]["resource"] as? String)
    let words = ["--kind", "forbid", "--trip", served.leg, "--resource", driver, "--json"]
    func lock(_ more: String...) throws -> Camin.Run {
      try Camin.run(["lock", store.path, "--date", StoreAtHand.day] + words + more)
    }
    let runs = [try lock(), try lock()]
    #expect(runs.allSatisfy { $0.status == 0 }, "\(runs[0].everything)")
    #expect(try runs.map { try object($0.output)["changed"] as? Bool } == [true, false])
    try store.plan(seed: 2)
    let plan = try PlanFile(store.scratch.path("out/plan.json"))
    let drivers = plan.runs.indices.filter { run in
      plan.stops(run).contains { $0["leg"] as? String == served.leg }
    }.map { plan.runs[$0]["resource"] as? String }
    #expect(!drivers.contains(driver))
    let back = try lock("--remove")
    #expect(try object(back.output)["changed"] as? Bool == true, "\(back.everything)")
    let unknown = try store.run("lock", "--trip", "nowhere-1", "--resource", driver)
    #expect(unknown.status == 65 && unknown.errors.contains("nowhere-1"), "\(unknown.everything)")
    let changes = try Camin.run("journal", store.path, "--changes", "--json")
    let list = try object(changes.output)["changes"] as? [[String: Any]] ?? []
    let actions = list.compactMap { $0["action"] as? String }.filter { $0.hasSuffix("lock") }
    #expect(actions == ["unlock", "lock"], "\(actions)")
  }

  @Test func whatVolunteersDriveCountsForTheDaysThatFollow() throws {
    let store = try StoreAtHand()
    var next = try DayDocument()
    next.setTerritory("date", to: "2026-11-26")
    for index in next.bookings.indices { next.set("booked_at", of: index, to: nil) }
    try next.write(store.scratch.path("next.json"))
    // As the store knows the volunteers, so that nothing is stated anew.
    #expect(try Camin.run("import", store.path, store.scratch.path("next.json")).status == 0)
    try store.plan()
    func kilometres() throws -> [String: Double] {
      let out = store.scratch.path("next-day.json")
      let run = try store.run("export", "--all", "--out", out, on: "2026-11-26")
      try #require(run.status == 0, "\(run.everything)")
      let list = try object(store.scratch.text("next-day.json"))["volunteers"] as? [[String: Any]]
      return Dictionary(
        uniqueKeysWithValues: (list ?? []).map {
          ($0["id"] as? String ?? "", $0["km_this_year"] as? Double ?? 0)
        })
    }
    let before = try kilometres()
    #expect(try store.run("publish").status == 0)
    let after = try kilometres()
    var driven: [String: Double] = [:]
    for run in try PlanFile(store.scratch.path("out/plan.json")).runs {
      guard run["mode"] as? String == "volunteer", let id = run["resource"] as? String else {
        continue
      }
      driven[id, default: 0] += (run["metres"] as? Double ?? 0) / 1000
    }
    try #require(!driven.isEmpty)
    for (id, sum) in after {
      #expect(abs(sum - before[id, default: 0] - driven[id, default: 0]) < 1e-6, "\(id)")
    }
  }

  @Test func aPlanOfADayThatHasChangedIsNotPublishedUnawares() throws {
    let store = try StoreAtHand()
    try store.plan()
    var day = try DayDocument()
    day.set("companions", of: 0, to: 1)
    try day.write(store.scratch.path("changed.json"))
    #expect(try Camin.run("import", store.path, store.scratch.path("changed.json")).status == 0)
    let stale = try store.run("publish")
    #expect(stale.status == 65 && stale.errors.contains("--anyway"), "\(stale.everything)")
    #expect(try store.state().state == "draft")
    #expect(try store.run("publish", "--anyway").status == 0)
  }

  @Test func aBackupIsAStoreToGoOnWith() throws {
    let store = try StoreAtHand()
    try store.plan()
    let copy = store.scratch.path("copy.camin")
    let run = try Camin.run("backup", store.path, copy)
    #expect(run.status == 0 && run.output.contains("copy.camin"), "\(run.everything)")
    let again = try Camin.run("backup", store.path, copy, "--replace")
    #expect(again.status == 0, "\(again.everything)")
    let state = try Camin.run("publish", copy, "--date", StoreAtHand.day)
    #expect(state.status == 0, "\(state.everything)")
    #expect(try store.state().state == "draft")
  }

  @Test func whatIsPurgedIsSaidFirst() throws {
    let store = try StoreAtHand()
    try store.plan()
    let rider = try #require(try DayDocument().bookings.first?["rider"] as? String)
    let look = try Camin.run("purge", store.path, "--rider", rider, "--json")
    #expect(look.status == 0, "\(look.everything)")
    let seen = try object(look.output)
    #expect(seen["done"] as? Bool == false && seen["riders"] as? Int == 1)
    #expect((seen["bookings"] as? Int ?? 0) > 0 && seen["plans"] as? Int == 1)
    let done = try Camin.run("purge", store.path, "--rider", rider, "--yes")
    #expect(done.status == 0 && done.output.contains("Effacé"), "\(done.everything)")
    let again = try Camin.run("purge", store.path, "--rider", rider)
    #expect(again.output.contains("rien à effacer"), "\(again.everything)")
    let bytes = try store.scratch.data("lot.camin")
    #expect(bytes.range(of: Data("\"\(rider)\"".utf8)) == nil)
    let valid = try store.run("validate")
    #expect(valid.status == 0, "\(valid.everything)")
    let plan = try store.run("export", "--out", "x.json", "--plan", "p.json")
    #expect(plan.status == 65 && plan.errors.contains("effacé"), "\(plan.everything)")
  }
}
