import DialARide
import Planning
import Testing

/// What is weighed against what, and what a promise is worth.
@Suite("Requirements on objective, cost and promises")
struct ObjectiveRuleTests {
  private func outward(change: (inout LineTerritory) -> Void) -> LineTerritory {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    change(&line)
    return line
  }

  @Test("R35: the tiers of a plan, each on its own, and the margin between the first two")
  func tiers() throws {
    let line = outward {
      $0.addOutward(2, from: 10, to: 40, by: "05:00") { $0.priority = "care" }
      $0.addVehicle("t1", .tad, depot: 0) { $0.fixedCost = 900 }
    }
    let plan = try line.planned()
    let values = Dictionary(uniqueKeysWithValues: plan.tiers.map { ($0.id, $0.value) })
    #expect(values["hard_rules"] == 0)
    #expect(values["unserved"] == 3)
    #expect(values["cost"] == 980)
    #expect(values["comfort"] == 0)
    func penalty(_ line: LineTerritory) throws -> Double {
      try #require(try line.compiled().problem.unservedPenalty.min())
    }
    let once = try penalty(line)
    let twice = try penalty(line.with(.objective, "unserved_margin", 6))
    #expect(once > 980 && abs(twice - 2 * once) < 1e-6)
    #expect(try line.with(.objective, "unserved", 1000, "min").faults() == ["bad-figure"])
  }

  @Test("R36: each mode at its own cost: home to home at the rate, or run, kilometres and hours")
  func costs() throws {
    func cost(_ line: LineTerritory) throws -> Double {
      try #require(try line.planned().runs.first).cost
    }
    let volunteer = outward { $0.addVolunteer("v1", home: 0) }
    #expect(try abs(cost(volunteer) - 80 * 0.32) < 1e-9)
    #expect(try abs(cost(volunteer.with(.volunteer, "rate", 0.5)) - 80 * 0.5) < 1e-9)
    #expect(try volunteer.with(.volunteer, "rate", 0.5, "km").faults() == ["bad-figure"])
    let minibus = outward {
      $0.addVehicle("t1", .tad, depot: 0) {
        $0.fixedCost = 35
        $0.costPerKilometre = 0.5
        $0.costPerHour = 30
      }
    }
    // 84 minutes with two stops of two minutes.
    #expect(try abs(cost(minibus) - (35 + 40 + 42)) < 1e-9)
  }

  @Test("R38: the year's kilometres decide between two, as much as the profile lets them")
  func fairness() throws {
    let line = outward {
      $0.addVolunteer("v1", home: 0) { $0.kilometresThisYear = 9000 }
      $0.addVolunteer("v2", home: 1)
    }
    // Nearer by two kilometres, v2 drives 78 in place of 80 and would drive anyway.
    #expect(try line.searched().runs.map(\.resource) == ["v2"])
    var other = line
    other.scenario.volunteers[0].home = "k1"
    other.scenario.volunteers[1].home = "k0"
    // Now v1 is nearer by 0.64 €, but 9 000 km weigh 4.50 €.
    #expect(try other.searched().runs.map(\.resource) == ["v2"])
    #expect(
      try other.with(.objective, "volunteer_history", 0).searched().runs.map(\.resource) == ["v1"])
    let tier = try #require(try other.searched().tiers.first { $0.id == "fairness" })
    // v1 has 9 000 km and v2 80; the mean is 4 540.
    #expect(tier.value == 4460)
    other.scenario.volunteers[0].kilometresThisYear = -1
    #expect(other.faults() == ["negative"])
  }

  @Test("R38: nobody is driven beyond what he or she offered for the year")
  func yearLimit() throws {
    let line = outward {
      $0.addVolunteer("v1", home: 0) {
        $0.kilometresThisYear = 2950
        $0.mostKilometresAYear = 3000
      }
    }
    let reason = try #require(try line.searched().unserved.first?.reasons.first)
    #expect(reason.code == .driverLimit && reason.proven)
  }

  @Test("R42: a quarter of an hour after the time told is more than the profile lets it move")
  func promise() throws {
    var line = LineTerritory()
    line.add(
      1, home: 10,
      legs: [
        Leg(
          id: "b1-1", from: "k10", to: "k30", anchor: .departAfter(LineTerritory.at("09:20")),
          latestAfter: 3600)
      ])
    line.addVolunteer("v1", home: 0)
    line.scenario.locks = [
      PlanLock(trip: "b1-1", resource: "", kind: .promise, time: LineTerritory.at("09:40"))
    ]
    let plan = try line.driven(Drive("v1", "09:45", ["+b1-1", "-b1-1"]))
    #expect(try line.broken(plan) == ["lock-time volunteer-default.promise 35700 / 35400"])
    #expect(try line.with(.volunteer, "promise", 15).broken(plan) == [])
    #expect(try line.broken(line.planned()) == [])
    line.scenario.locks[0].time = nil
    #expect(line.faults() == ["promise-without-time"])
  }

  @Test("R46: the same search twice gives the same plan, another seed may not")
  func repeated() throws {
    var random = RandomTerritory(seed: 11)
    let line = random.territory()
    #expect(try line.searched() == line.searched())
  }
}
