import Foundation
import Testing

/// Scenarios of the law and of the schemes' own rules.
@Suite("Acceptance: rules") struct RuleAcceptanceTests {
  @Test("H1: dialysis of two firms: caps on detours, no patient moved to another firm, 45 minutes")
  func dialysis() throws {
    var day = try AcceptanceDay("h01-dialysis")
    let plan = try day.planned()
    #expect(plan.unserved.isEmpty)
    #expect(try day.broken(plan) == [])
    // Appointment at 06:30 for all; when care ends, in minutes after midnight; kilometres of the direct ride.
    let patients = [("b1", "a", 670, 30), ("b2", "a", 660, 19), ("b3", "b", 640, 28)]
    for (booking, firm, end, direct) in patients {
      for leg in [booking + "-1", booking + "-2"] {
        #expect(try plan.pickup(leg).run["carrier"] as? String == "ambulances-" + firm, "\(leg)")
        #expect(try plan.metres(leg) - direct * 1000 <= 10_000, "\(leg)")
      }
      let early = try 390 - plan.delivery(booking + "-1").minutes
      let waited = try plan.pickup(booking + "-2").minutes - end
      #expect(early >= 5 && waited >= 0, "\(booking)")
      #expect(early + waited <= 45, "\(booking)")
    }
    // r1 rides eight kilometres out of the way to share with r2; r3 wants nobody beside.
    #expect(plan.indicator("shared_legs") == 4)
    for leg in ["b3-1", "b3-2"] { #expect(try plan.pickup(leg).stop["on_board"] as? Int == 1) }
    let other = try moved(to: "ambulances-b")
    #expect(
      try other.broken(plan) == [
        "not-eligible carrier-choice", "not-eligible carrier-choice",
      ])
    // With a cap of 5 km nobody shares, and the plan as it was is named.
    try day.set("tap-2025", "detour_per_extra_patient", 5)
    let apart = try day.planned()
    #expect(apart.unserved.isEmpty && apart.indicator("shared_legs") == 0)
    let found = try day.broken(plan)
    #expect(found.count == 2, "there and back")
    for violation in found {
      #expect(violation.hasPrefix("patient-detour tap-2025.detour_per_extra_patient "))
      #expect(violation.hasSuffix(" / 5000"))
    }
  }

  private func moved(to carrier: String) throws -> AcceptanceDay {
    var day = try AcceptanceDay("h01-dialysis")
    try day.change("bookings", "b1") { $0["carrier"] = carrier }
    return day
  }

  @Test("H4: a prescribed trip is not for volunteers, and the rule is cited")
  func insured() throws {
    var day = try AcceptanceDay("h04-insured-to-volunteers")
    let plan = try day.planned()
    #expect(plan.runs.isEmpty)
    let reason = try #require(try plan.reasons("b1").first)
    #expect(reason["code"] as? String == "not_eligible")
    #expect(reason["rule"] as? String == "volunteer-default.excludes_insured")
    #expect(reason["proven"] as? Bool == true)
    #expect(reason["resources"] as? Int == 2 && reason["of_resources"] as? Int == 2)
    #expect(try day.explained(plan, "b1-1").contains("assurance maladie"))
    try day.set("volunteer-default", "excludes_insured", 0)
    #expect(try day.planned().unserved.isEmpty)
  }

  @Test("H5: 104 km are too far for social transport on either ground, 100 km are not")
  func tooFar() throws {
    var day = try AcceptanceDay("h05-too-far")
    let plan = try day.planned()
    for booking in ["b1", "b2"] {
      let reason = try #require(try plan.reasons(booking).first)
      #expect(reason["rule"] as? String == "tus-2019.most_distance")
      #expect(reason.french("text").contains("104") && reason.french("text").contains("100"))
    }
    for leg in ["b1-1", "b2-1"] { try day.changeLeg(leg) { $0["from"] = "k4" } }
    let near = try day.planned()
    #expect(near.unserved.isEmpty)
    #expect(try near.metres("b1-1") == 100_000)
  }

  @Test("H6: one minibus, and for each run the layout that its riders need")
  func layouts() throws {
    var day = try AcceptanceDay("h06-layouts")
    let plan = try day.planned()
    #expect(plan.unserved.isEmpty)
    #expect(plan.runs.map { $0["id"] as? String } == ["tad1#1", "tad1#2"])
    #expect(plan.runs.map { $0["layout"] as? Int } == [2, 1])
    try day.change("vehicles", "tad1") {
      $0["layouts"] = [["seat": 8], ["seat": 5, "wheelchair": 1]]
    }
    #expect(try day.broken(plan) == ["capacity 2 / 1"])
    #expect(try day.planned().unserved.count == 2)
  }

  @Test("H9: a plan by hand, parked 11 minutes with a rider and 13 hours on duty: both are named")
  func byHand() throws {
    var day = try AcceptanceDay("h09-by-hand")
    let plan = try AcceptanceDay.plan("h09-by-hand")
    let idle = "longest-idle-on-board tad-local.idle_on_board 660 / 300"
    let duty = "longest-duration tad-local.amplitude 46800 / 43200"
    let found = try day.broken(plan)
    #expect(found.contains(idle) && found.contains(duty), "\(found)")
    let told = try day.verdict(plan)
    #expect(told.status == 1)
    for words in ["13 h", "12 h", "11 min", "t1#1", "r3", "tad-local.amplitude"] {
      #expect(told.output.contains(words), "\(words): \(told.output)")
    }
    try day.set("tad-local", "idle_on_board", 11)
    #expect(try !day.broken(plan).contains { $0.hasPrefix("longest-idle") })
  }

  @Test("H11: one place under three names; an unknown hamlet is listed, not guessed")
  func aliases() throws {
    var day = try AcceptanceDay("h11-aliases")
    let plan = try day.planned()
    #expect(plan.unserved.isEmpty)
    for leg in ["b1-1", "b2-1", "b3-1"] { #expect(try plan.delivery(leg).place == "k40") }
    #expect(plan.indicator("shared_legs") == 3)
    try day.changeLeg("b2-1") { $0["to"] = "Hôpital de la Valée" }
    try day.changeLeg("b3-1") { $0["to"] = "Hameau perdu" }
    let run = try day.validated()
    #expect(run.status == 65)
    for words in ["Hôpital de la Valée", "Hameau perdu", "Hôpital de la Vallée (k40)"] {
      #expect(run.errors.contains(words), "\(words): \(run.errors)")
    }
  }
}
