import Foundation
import Testing

/// R24 by the built command: a TAD that meets its riders at stops.
@Suite struct MeetingPointTests {
  /// The small day with a stop some 290 m on foot from every home, at which the TAD stops.
  private func day() throws -> EditedDay {
    var day = try EditedDay()
    let places = try day.list("places")
    let homes = Set(try day.list("riders").compactMap { $0["home"] as? String })
    let stops = places.filter { homes.contains($0["id"] as? String ?? "") }.map { home in
      var stop = home
      stop["id"] = "stop-" + (home["id"] as? String ?? "")
      stop["name"] = "Arrêt " + (home["name"] as? String ?? "")
      stop["aliases"] = nil
      stop["kind"] = "stop"
      stop["latitude"] = (home["latitude"] as? Double ?? 0) + 0.002
      stop["stop"] = "S-" + (home["id"] as? String ?? "")
      return stop
    }
    // Care and markets have a stop at the door.
    let others = places.map { place in
      var place = place
      if place["kind"] as? String != "home" {
        place["stop"] = "S-" + (place["id"] as? String ?? "")
      }
      return place
    }
    day.set("places", others + stops)
    try day.changeEach("vehicles") { vehicle in
      if vehicle["mode"] as? String == "tad" { vehicle["meeting"] = "stop" }
    }
    return day
  }

  @Test("R24: plan, check, page and table tell stop, door and walk")
  func stops() throws {
    let scratch = try Scratch()
    let path = try day().write(in: scratch)
    let run = try Camin.run(
      "plan", path, "--iterations", "60", "--quiet", "--out", scratch.path("out"))
    #expect(run.status == 0, "\(run.everything)")
    let plan = try PlanFile(scratch.path("out/plan.json"))
    let met = plan.runs.flatMap { $0["stops"] as? [[String: Any]] ?? [] }
      .filter { $0["door"] != nil }
    // Some doors have a base, which is a stop, on the same spot: there nobody walks.
    let walks = met.map { $0["walk_metres"] as? Int ?? 0 }
    #expect(walks.contains { $0 > 200 } && walks.allSatisfy { $0 <= 500 }, "\(walks)")
    let places = try day().list("places").filter { $0["stop"] != nil }
    let stops = Set(places.map { $0["id"] as? String })
    #expect(met.allSatisfy { stops.contains($0["place"] as? String) })
    let check = try Camin.run("check", path, scratch.path("out/plan.json"), "--quiet")
    #expect(check.status == 0, "\(check.everything)")
    let page = try scratch.text("out/plan.html")
    #expect(page.contains("Rendez-vous à l’arrêt"))
    #expect(try scratch.text("out/runs.csv").contains("à pied (m)"))
  }

  @Test("R24: stops where there are none, and of another offer, are told at once")
  func badInput() throws {
    let scratch = try Scratch()
    var day = try EditedDay()
    try day.changeEach("vehicles") { $0["meeting"] = "stop" }
    let run = try Camin.run("validate", day.write(in: scratch))
    #expect(run.status == 65, "\(run.everything)")
    let told = run.output + run.errors
    #expect(told.contains("no-stops") && told.contains("stops-outside-tad"))
    #expect(told.contains("/vehicles/0/meeting") && told.contains("/vehicles/5/meeting"))
    try day.changeEach("vehicles") { $0["meeting"] = "corner" }
    let wrong = try Camin.run("validate", day.write(in: scratch))
    #expect(wrong.status == 65 && (wrong.output + wrong.errors).contains("corner"))
  }
}
