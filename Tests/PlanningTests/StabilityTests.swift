import DialARide
import Optimizer
import Planning
import Testing

/// Plans a day again from what people were told.
private func replanned(
  _ line: LineTerritory, after plan: Plan, keepsTimes: Bool = false
) throws -> (compiled: CompiledDay, plan: Plan) {
  let published = PublishedPlan(plan, keepsTimes: keepsTimes)
  let compiled = try CompiledDay(
    line.scenario.freezing(published), rules: line.rules, travel: line.travel, after: published)
  var options = SolverOptions(seed: 1, iterations: 400)
  options.provesBound = false
  let result = try Search(compiled.problem, options: options).run(from: compiled.start)
  return (compiled, compiled.plan(from: result.solution, provenance: .test))
}

extension LineTerritory {
  /// Gives figures of the objective other values.
  fileprivate mutating func price(_ figures: [String: Double]) throws {
    var profile = try #require(try ShippedProfiles.all().first { $0.kind == "objective" })
    for (key, value) in figures { profile.figures[key]?.value = value }
    scenario.profiles = [profile]
  }
}

@Suite("R43: a plan told changes little, and the changes are told")
struct StabilityTests {
  /// v1 was told to drive r1, before v2, who lives 10 km nearer, came forward.
  private func told() throws -> (line: LineTerritory, plan: Plan) {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0)
    let plan = try line.planned()
    line.addVolunteer("v2", home: 10)
    return (line, plan)
  }

  private func stability(_ plan: Plan) -> Double? {
    plan.tiers.first { $0.id == "stability" }?.value
  }

  @Test("R35: every tier is reported by itself, the most important first")
  func tiers() throws {
    let (line, plan) = try told()
    let again = try replanned(line, after: plan).plan
    #expect(
      again.tiers.map(\.id)
        == ["hard_rules", "unserved", "cost", "comfort", "fairness", "stability"])
    var other = line
    other.scenario.territory.priorities["care"] = 4
    other.scenario.bookings[0].priority = "care"
    other.scenario.locks = ["v1", "v2"].map { PlanLock(trip: "b1", resource: $0, kind: .forbid) }
    let refused = try replanned(other, after: plan).plan
    func value(_ id: String) -> Double? { refused.tiers.first { $0.id == id }?.value }
    #expect(value("unserved") == 4 && value("cost") == 0)
    // A ride lost at 10 €, and its driver called off at 3 €.
    #expect(value("stability") == 13)
  }

  @Test("R43: without a plan told nothing is said of changes")
  func nothingTold() throws {
    let plan = try told().line.planned()
    #expect(plan.changes == nil && stability(plan) == nil)
    #expect(plan.runs.map(\.resource) == ["v2"])
  }

  @Test("R43: saving 6.40 € is not worth three changes at 3 €; at 1 € each it is")
  func driver() throws {
    let (start, plan) = try told()
    var line = start
    let kept = try replanned(line, after: plan).plan
    #expect(kept.runs.map(\.resource) == ["v1"])
    #expect(kept.changes?.changes == [])
    #expect(stability(kept) == 0)
    try line.price(["told_other_driver": 1, "told_driver_called": 1, "told_driver_called_off": 1])
    let changed = try replanned(line, after: plan).plan
    #expect(changed.runs.map(\.resource) == ["v2"])
    let changes = try #require(changed.changes?.changes)
    #expect(changes.map(\.kind) == [.otherDriver, .calledOff, .called])
    #expect(changes.map(\.person) == ["r1", "v1", "v2"])
    #expect(changes[0].from == "v1" && changes[0].to == "v2")
    #expect(changes[0].text.fr == "Trajet b1-1 : v2 vient au lieu de v1.")
    #expect(stability(changed) == 3)
  }

  @Test(
    "R43: each price of a driver alone tips the balance",
    arguments: [
      "told_other_driver", "told_driver_called", "told_driver_called_off",
    ])
  func prices(_ key: String) throws {
    let (start, plan) = try told()
    var line = start
    for (price, driver) in [(7.0, "v1"), (5, "v2")] {
      var prices = ["told_other_driver": 0.0, "told_driver_called": 0, "told_driver_called_off": 0]
      prices[key] = price
      try line.price(prices)
      #expect(try replanned(line, after: plan).plan.runs.map(\.resource) == [driver], "\(price)")
    }
  }

  /// r1 was told 09:00; r2 now must leave at 09:05, and the one driver can take them one after the other only.
  private func conflict() throws -> (line: LineTerritory, plan: Plan) {
    var line = LineTerritory()
    line.add(
      1, home: 0,
      legs: [
        Leg(
          id: "b1-1", from: "k0", to: "k10", anchor: .departAfter(LineTerritory.at("09:00")),
          sharing: .no, latestAfter: 7200)
      ])
    line.addVolunteer("v1", home: 0)
    let plan = try line.planned()
    #expect(plan.runs.first?.stops.first?.start == 9 * 3600)
    line.add(
      2, home: 0,
      legs: [
        Leg(
          id: "b2-1", from: "k0", to: "k10", anchor: .fixed(LineTerritory.at("09:05")),
          sharing: .no)
      ])
    return (line, plan)
  }

  @Test("R43: a rider moved beyond the promise is told, at the price of the minutes beyond it")
  func later() throws {
    let (line, plan) = try conflict()
    let moved = try replanned(line, after: plan).plan
    #expect(moved.unserved.isEmpty)
    let change = try #require(moved.changes?.changes.first)
    #expect(change.kind == .timeMoved && change.person == "r1")
    // r2 is set down and the driver back at k0 by 09:29.
    #expect(change.before == 9 * 3600 && change.after == 9 * 3600 + 29 * 60)
    #expect(abs(change.price - 19.0 / 60 * 6) < 0.006)
    #expect(
      change.text.fr == "Trajet b1-1 : prise en charge à 09:29 au lieu de 09:00.")
    #expect(
      moved.changes?.changes.map(\.kind) == [.timeMoved, .runChanged], "v1 has another sheet")
  }

  @Test("R42: times told that are to hold do, and the newcomer waits")
  func keepsTimes() throws {
    let (line, plan) = try conflict()
    let kept = try replanned(line, after: plan, keepsTimes: true).plan
    #expect(kept.unserved.map(\.booking) == ["b2"])
    #expect(kept.changes?.changes == [] && kept.changes?.keepsTimes == true)
  }

  @Test("R43: of a rider told and a newcomer of equal weight the one told is served")
  func lostPrice() throws {
    let (start, plan) = try conflict()
    var line = start
    // The newcomer now costs a little less.
    line.scenario.bookings[1].legs[0].to = "k9"
    #expect(
      try replanned(line, after: plan, keepsTimes: true).plan.unserved.map(\.booking) == ["b2"])
    try line.price(["told_lost": 0])
    #expect(
      try replanned(line, after: plan, keepsTimes: true).plan.unserved.map(\.booking) == ["b1"])
  }

  @Test(
    "R42, R43: windows of a rider told: never much earlier, later at a price, or within the promise"
  )
  func windows() throws {
    var (line, plan) = try conflict()
    // Told 09:20 by hand, of a wish from 08:30 on.
    plan.runs[0] = plan.runs[0].delayed(by: 1200)
    line.scenario.bookings[0].legs[0].anchor = .departAfter(LineTerritory.at("08:30"))
    func stop(keepsTimes: Bool) throws -> RequestDraft {
      try CompiledDay(
        line.scenario, rules: line.rules, travel: line.travel,
        after: PublishedPlan(plan, keepsTimes: keepsTimes)
      ).problem.draft.requests[0]
    }
    let told = 9.0 * 3600 + 1200
    let soft = try stop(keepsTimes: false)
    #expect(soft.pickup?.windows == [TimeWindow(told - 1800, 10.5 * 3600)])
    #expect(soft.pickup?.dueTime == told + 600)
    #expect(abs(soft.latenessCost - 6.0 / 3600) < 1e-12)
    let hard = try stop(keepsTimes: true)
    #expect(hard.pickup?.windows == [TimeWindow(told - 600, told + 600)])
    #expect(hard.latenessCost == 0)
    try line.price(["told_earlier_most": 15, "told_later": 12])
    let other = try stop(keepsTimes: false)
    #expect(other.pickup?.windows.first?.start == told - 900)
    #expect(abs(other.latenessCost - 12.0 / 3600) < 1e-12)
    // What the rider has asked for since wins over what was told.
    line.scenario.bookings[0].legs[0].anchor = .departAfter(LineTerritory.at("14:00"))
    #expect(try stop(keepsTimes: true).pickup?.windows.first?.start == 14 * 3600)
  }

  @Test("R43: a volunteer declines: nobody else is told anything")
  func declined() throws {
    var line = LineTerritory()
    for n in 1...3 {
      line.add(
        n, home: 10 * n,
        legs: [
          Leg(
            id: "b\(n)-1", from: "k\(10 * n)", to: "k\(10 * n + 10)",
            anchor: .fixed(LineTerritory.at("09:00")), sharing: .no)
        ])
    }
    for n in 1...3 { line.addVolunteer("v\(n)", home: 10 * n) }
    // As near to r2 as v2.
    line.addVolunteer("v4", home: 20)
    let plan = try line.planned()
    #expect(plan.runs.map(\.resource).sorted() == ["v1", "v2", "v3"])
    line.scenario.locks = [PlanLock(trip: "b2", resource: "v2", kind: .forbid)]
    let again = try replanned(line, after: plan).plan
    #expect(again.unserved.isEmpty)
    let riders = again.changes?.changes.filter { $0.person.hasPrefix("r") } ?? []
    #expect(riders.map(\.legs) == [["b2-1"]])
    #expect(riders.map(\.kind) == [.otherDriver])
    #expect(riders.first?.to == "v4")
    let drivers = again.changes?.changes.filter { $0.person.hasPrefix("v") } ?? []
    #expect(drivers.map(\.person) == ["v2", "v4"] && drivers.map(\.kind) == [.calledOff, .called])
  }

  @Test("R43: a ride lost and a ride gained are told")
  func lostAndGained() throws {
    let (start, plan) = try conflict()
    var line = start
    line.scenario.bookings[0].legs[0].latestAfter = 0
    let before = try replanned(line, after: plan, keepsTimes: true).plan
    #expect(before.unserved.map(\.booking) == ["b2"])
    line.scenario.volunteers[0].ridersRefused = ["r1"]
    let after = try replanned(line, after: before).plan
    let riders = after.changes?.changes.filter { $0.person.hasPrefix("r") } ?? []
    #expect(riders.map(\.kind) == [.lost, .gained] && riders.map(\.person) == ["r1", "r2"])
    #expect(riders[0].text.fr.contains("09:00") && riders[1].text.en.contains("09:05"))
  }
}

@Suite("R41: orders and frozen runs")
struct RunLockTests {
  /// Two riders whom v1 could take in either order.
  private func either() -> LineTerritory {
    var line = LineTerritory()
    for n in 1...2 {
      line.add(
        n, home: 0,
        legs: [
          Leg(
            id: "b\(n)-1", from: "k0", to: "k10", anchor: .departAfter(LineTerritory.at("09:00")),
            sharing: .no, latestAfter: 7200)
        ])
    }
    line.addVolunteer("v1", home: 0)
    return line
  }

  @Test(
    "R41: riders are picked up in the order of the rows",
    arguments: [["b1-1", "b2-1"], ["b2-1", "b1-1"]])
  func order(_ legs: [String]) throws {
    var line = either()
    line.scenario.locks = legs.map { PlanLock(trip: $0, resource: "v1", kind: .order) }
    let plan = try line.planned()
    #expect(plan.unserved.isEmpty)
    #expect(plan.runs[0].stops.filter { $0.kind == .pickup }.map(\.leg) == legs)
    #expect(try PlanCheck(line.day()).violations(in: plan).isEmpty)
    // The other order, by hand, is found out.
    line.scenario.locks.reverse()
    let broken = try PlanCheck(line.day()).violations(in: plan)
    #expect(broken.map(\.rule) == ["lock-order"])
  }

  @Test("R41: an order that a rule forbids is obeyed, and the rule reported")
  func orderAgainstRules() throws {
    var line = either()
    line.scenario.volunteers[0].ridersRefused = ["r2"]
    line.scenario.locks = ["b2-1", "b1-1"].map {
      PlanLock(trip: $0, resource: "v1", kind: .order)
    }
    let plan = try line.planned()
    #expect(plan.unserved.isEmpty)
    let broken = try PlanCheck(line.day()).violations(in: plan)
    #expect(broken.map(\.figure) == ["riders-refused"] && broken.allSatisfy(\.decided))
  }

  /// r1 was told v1; r2, who rides along for nothing, has come since.
  private func frozen(_ change: (inout LineTerritory) -> Void = { _ in }) throws -> Plan {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 10)
    let plan = try line.planned()
    line.addOutward(2, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v2", home: 0)
    change(&line)
    let again = try replanned(line, after: plan)
    #expect(try PlanCheck(again.compiled.day).violations(in: again.plan).allSatisfy(\.decided))
    return again.plan
  }

  @Test("R41: a frozen run takes nobody on, whatever that costs")
  func nobodyOn() throws {
    #expect(try frozen().runs.map(\.resource) == ["v1"])
    let plan = try frozen {
      $0.scenario.locks = [PlanLock(trip: "", resource: "v1", kind: .freeze)]
    }
    #expect(plan.unserved.isEmpty)
    #expect(Set(plan.runs.map(\.resource)) == ["v1", "v2"])
    let held = try #require(plan.runs.first { $0.resource == "v1" })
    #expect(held.stops.map(\.leg) == ["b1-1", "b1-1"])
  }

  @Test("R41: a frozen run is driven against a rule made since, and the rule reported")
  func againstRules() throws {
    func change(_ line: inout LineTerritory) { line.scenario.volunteers[0].ridersRefused = ["r1"] }
    #expect(
      try frozen(change).runs.allSatisfy {
        $0.resource != "v1" || !$0.stops.contains { $0.leg == "b1-1" }
      })
    let plan = try frozen {
      change(&$0)
      $0.scenario.locks = [PlanLock(trip: "", resource: "v1", kind: .freeze)]
    }
    let held = try #require(plan.runs.first { $0.resource == "v1" })
    #expect(held.stops.map(\.leg) == ["b1-1", "b1-1"])
    #expect(plan.tiers.first { $0.id == "hard_rules" }?.value == 1)
  }

  @Test("R41: who has withdrawn from a frozen run leaves it, and nobody takes the place")
  func withdrawn() throws {
    let plan = try frozen {
      $0.scenario.bookings.removeFirst()
      $0.scenario.locks = [PlanLock(trip: "", resource: "v1", kind: .freeze)]
    }
    #expect(plan.runs.map(\.resource) == ["v2"])
  }

  @Test("R41: bad locks are faults, all at once")
  func badLocks() throws {
    var line = either()
    line.scenario.locks = [
      PlanLock(trip: "", resource: "v9", kind: .freeze),
      PlanLock(trip: "", resource: "v1", kind: .order),
      PlanLock(trip: "b1-1", resource: "v1", kind: .order),
      PlanLock(trip: "b1-1", resource: "v1", kind: .forbid),
    ]
    var found: [String] = []
    do { _ = try line.compiled() } catch let error as Faults {
      found = error.faults.map { "\($0.code) \($0.place.pointer ?? "")" }
    }
    #expect(
      found.sorted() == [
        "contradictory-locks /locks/3/resource", "unknown-resource /locks/0/resource",
        "unknown-trip /locks/1/trip",
      ])
  }
}
