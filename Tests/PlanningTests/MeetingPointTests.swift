import DialARide
import Planning
import Testing
import Verification

/// On the line a kilometre is the least distance, so people walk up to two kilometres here, ten minutes each.
@Suite("R24: meeting points")
struct MeetingPointTests {
  private func rules(_ change: (inout RuleProfile) -> Void = { _ in }) throws -> RuleProfile {
    var profile = try #require(try ShippedProfiles.all().first { $0.kind == "tad" })
    for (key, value, unit) in [
      ("walk_longest", 2.0, "km"), ("walk_factor", 1.0, "ratio"), ("walk_speed", 6.0, "km/h"),
      ("walk_weight", 4.0, "EUR/km"), ("door_weight", 3.0, "EUR"),
    ] {
      profile.figures[key] = Figure(value: value, unit: unit, source: "test", status: .assumed)
    }
    change(&profile)
    return profile
  }

  /// Stops at k9 and k41, a service that stops there, and one rider from k10 to k40.
  private func line(_ meeting: MeetingRule = .stop, needs: [String] = []) throws -> LineTerritory {
    var line = LineTerritory()
    for post in [9, 41] { line.scenario.places[post].stop = "S\(post)" }
    line.addRider("r1", home: 10, needs: needs)
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVehicle("t1", .tad, depot: 0) { $0.meeting = meeting }
    line.scenario.profiles = [try rules()]
    return line
  }

  private func plan(_ line: LineTerritory) throws -> Plan {
    let compiled = try line.compiled()
    let solution = Greedy.solution(compiled.problem)
    #expect(Verifier.violations(in: solution, of: compiled.problem) == [])
    let plan = compiled.plan(from: solution, provenance: .test)
    #expect(try PlanCheck(line.day()).violations(in: plan).map(\.text.en) == [])
    return plan
  }

  @Test("R24: the service stops at the stops, and the plan tells door and walk")
  func atTheStops() throws {
    let run = try #require(try plan(line()).runs.first)
    #expect(run.stops.map(\.place) == ["k9", "k41"])
    #expect(run.stops.map(\.door) == ["k10", "k40"])
    #expect(run.stops.map(\.walk) == [1000, 1000])
    // 0 → 9 → 41 → 0.
    #expect(run.metres == 82_000)
    // Set down by 09:45 so that the walk of ten minutes ends five minutes before ten.
    #expect(run.stops[1].start >= 33_600 && run.stops[1].start <= 35_100)
  }

  @Test("R24: a rider of the door is met there, by need or with a driver who goes along")
  func doorOnly() throws {
    let run = try #require(try plan(line(needs: ["door_only"])).runs.first)
    #expect(run.stops.map(\.place) == ["k10", "k40"])
    #expect(run.stops.allSatisfy { $0.door.isEmpty && $0.walk == 0 })
    var accompanied = try line()
    accompanied.scenario.bookings[0].accompany = true
    #expect(try #require(try plan(accompanied).runs.first).stops[0].place == "k10")
  }

  @Test("R24: a service of doors and stops walks as far as a door is worth")
  func both() throws {
    // A kilometre on foot weighs 4, a door 3: the door.
    var line = try line(.both)
    #expect(try #require(try plan(line).runs.first).stops.map(\.place) == ["k10", "k40"])
    line.scenario.profiles = [try rules { $0.figures["door_weight"]?.value = 4 }]
    #expect(try #require(try plan(line).runs.first).stops.map(\.place) == ["k9", "k41"])
    // Where no stop is near, the door in any case.
    line.scenario.profiles = [try rules { $0.figures["walk_longest"]?.value = 0.9 }]
    #expect(try #require(try plan(line).runs.first).stops.map(\.place) == ["k10", "k40"])
  }

  @Test("R24: whoever stands at the stop does not walk; the nearest stop counts")
  func nearest() throws {
    var line = try line()
    line.scenario.places[10].stop = "S10"
    line.scenario.places[38].stop = "S38"
    let run = try #require(try plan(line).runs.first)
    #expect(run.stops.map(\.place) == ["k10", "k41"])
    #expect(run.stops.map(\.door) == ["", "k40"])
    // A stop outside of the zones served is none of this service.
    for post in [9, 10, 38, 40] { line.scenario.places[post].zones = ["z"] }
    line.scenario.vehicles[0].zones = ["z"]
    let zoned = try #require(try plan(line).runs.first)
    #expect(zoned.stops.map(\.place) == ["k10", "k38"])
    #expect(zoned.stops.map(\.walk) == [0, 2000])
  }

  @Test("R24: a walk too long is refused with both distances, and who could waive it is named")
  func tooFar() throws {
    var line = try line()
    line.scenario.profiles = [try rules { $0.figures["walk_longest"]?.value = 0.5 }]
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .outsideZone)
    #expect(reason.rule == "tad-local.walk_longest")
    let day = try line.day()
    let refusal = try #require(Eligibility(day).refusals(0, 0).first)
    #expect(refusal.value == 1000 && refusal.limit == 500 && refusal.unit == "m")
    #expect(refusal.text.fr.contains("1000 m") && refusal.text.en.contains("500 m"))
    #expect(!refusal.source.isEmpty)
    // Both ends at one stop are no trip.
    line.scenario.profiles = [try rules()]
    line.scenario.bookings[0].legs[0].to = "k8"
    #expect(try Eligibility(line.day()).refusals(0, 0).map(\.rule) == ["stops"])
  }

  @Test("R24: one window holds for those who come to the door and those who do not")
  func mixedFleet() throws {
    var line = try line()
    line.addVolunteer("v1", home: 0)
    let request = try #require(try line.compiled().problem.draft.requests.first)
    // From 09:30 at the door; at the stop by 09:45.
    #expect(request.delivery?.windows == [TimeWindow(34_200, 35_100)])
    for resource in ["t1", "v1"] {
      line.scenario.locks = [PlanLock(trip: "b1", resource: resource, kind: .assign)]
      #expect(try plan(line).runs.map(\.resource) == [resource])
    }
    // Where the walk takes longer than the times leave, only those who come to the door are left.
    line.scenario.locks = []
    line.scenario.profiles = [try rules { $0.figures["walk_speed"]?.value = 2 }]
    #expect(try line.compiled().problem.draft.requests[0].allowedVehicles == [0])
    #expect(try plan(line).runs.map(\.resource) == ["v1"])
  }

  @Test("R24, R5: walks come on top of the stay, and before a wish")
  func walksAround() throws {
    var line = try line()
    line.scenario.bookings[0].legs.append(
      Leg(
        id: "b1-2", from: "k40", to: "k10", anchor: .afterStay(least: 3600, greatest: 7200)))
    let stops = try #require(try plan(line).runs.first).stops
    #expect(stops.map(\.place) == ["k9", "k41", "k41", "k9"])
    // An hour at the door, and ten minutes on foot each way.
    #expect(stops[2].start - stops[1].departure >= 4800)
    line.scenario.bookings[0].legs[1].anchor = .departAfter(LineTerritory.at("11:00"))
    let pickup = try #require(try plan(line).runs.flatMap(\.stops).first { $0.leg == "b1-2" })
    #expect(pickup.start >= 40_200 && pickup.start <= 41_400)
    // A fixed time is the vehicle's, at the stop.
    line.scenario.bookings[0].legs[1].anchor = .fixed(LineTerritory.at("11:00"))
    let fixed = try #require(try plan(line).runs.flatMap(\.stops).first { $0.leg == "b1-2" })
    #expect(fixed.start == 11 * 3600)
  }

  @Test("R24: the check reckons with the stop, and names a plan that goes elsewhere")
  func checked() throws {
    let line = try line()
    var plan = try plan(line)
    plan.runs[0].stops[0].place = "k10"
    let found = try PlanCheck(line.day()).violations(in: plan).map(\.rule)
    #expect(found.contains("wrong-place"))
    plan.runs[0].stops[0].place = "k9"
    plan.runs[0].stops[0].door = "k11"
    #expect(try PlanCheck(line.day()).violations(in: plan).map(\.rule) == ["wrong-place"])
    plan.runs[0].stops[0].door = ""
    #expect(try PlanCheck(line.day()).violations(in: plan) == [])
  }

  @Test("R24: services without stops, without rules or of another offer are told at once")
  func badInput() throws {
    var line = try line()
    line.scenario.places[9].stop = ""
    line.scenario.places[41].stop = ""
    line.scenario.vehicles[0].mode = .taxi
    line.scenario.profiles = [
      try rules {
        $0.figures["walk_speed"] = nil
        $0.figures["walk_factor"] = nil
      }
    ]
    let faults = ScenarioCheck(line.scenario, rules: try line.rules).findings().faults
    #expect(faults.map(\.code) == ["stops-outside-tad", "no-stops", "no-walk-rule"])
    #expect(faults.allSatisfy { $0.field == "meeting" && !$0.remedy.fr.isEmpty })
    #expect(faults.last?.value == "tad-local.walk_factor, tad-local.walk_speed")
  }

  @Test("R24: random days with stops, doors and both pass the plan's check", arguments: 1...60)
  func randomDays(_ seed: UInt64) throws {
    var random = RandomTerritory(seed: seed)
    var line = random.territory()
    for post in stride(from: Int(seed % 3), to: 51, by: 3) {
      line.scenario.places[post].stop = "S\(post)"
    }
    for v in line.scenario.vehicles.indices where line.scenario.vehicles[v].mode == .tad {
      line.scenario.vehicles[v].meeting = MeetingRule.allCases[(v + Int(seed)) % 3]
    }
    line.scenario.profiles = [try rules { $0.figures["door_weight"]?.value = 5 }]
    let compiled = try line.compiled()
    let solution = Greedy.solution(compiled.problem)
    #expect(
      Verifier.violations(in: solution, of: compiled.problem).filter { !$0.obeysLock } == [],
      "seed \(seed)")
    let plan = compiled.plan(from: solution, provenance: .test)
    let broken = try PlanCheck(compiled.day).violations(in: plan).filter { !$0.decided }
    #expect(broken.map(\.text.en) == [], "seed \(seed)")
  }
}
