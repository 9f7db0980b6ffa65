import CaminTestSupport
import DialARide
import Optimizer
import Planning
import Testing

@Suite("R33: outside fallback")
struct FallbackTests {
  private static let taxi = OutsideFallback(
    id: "taxi", name: "Bons taxi", fixed: 5, perKilometre: 1, budget: 40)

  /// Outward rides of so many kilometres that no resource may serve: the VSL takes patients alone.
  private func unserved(_ kilometres: [Int], _ fallback: OutsideFallback = taxi) -> LineTerritory {
    var line = LineTerritory()
    for (index, to) in kilometres.enumerated() {
      line.addOutward(index + 1, from: 0, to: to, by: "10:00")
    }
    line.addVehicle("s1", .vsl, depot: 0)
    line.scenario.territory.fallbacks = [fallback]
    return line
  }

  private func solved(_ line: LineTerritory) throws -> Plan {
    let compiled = try line.compiled()
    let solution =
      compiled.problem.requestCount == 0
      ? Greedy.solution(compiled.problem)
      : try Search(compiled.problem, options: SolverOptions(iterations: 300)).run().solution
    let plan = compiled.plan(from: solution, provenance: .test)
    #expect(try PlanCheck(compiled.day).violations(in: plan) == [])
    return plan
  }

  @Test(
    "R33: the budget takes as many as it can; served, served dearer and not served are told apart")
  func withinTheBudget() throws {
    let plan = try solved(unserved([30, 20, 10]))
    #expect(plan.outside.map(\.leg) == ["b2-1", "b3-1"])
    #expect(plan.outside.map(\.price) == [25, 15])
    #expect(plan.outside.map(\.fallback) == ["taxi", "taxi"])
    #expect(plan.unserved.map(\.booking) == ["b1"])
    #expect(plan.indicators.servedLegs == 0)
    #expect(plan.indicators.outsideLegs == 2 && plan.indicators.outsideCost == 40)
    #expect(plan.tiers.first { $0.id == "unserved" }?.value == 1)
    #expect(plan.tiers.first { $0.id == "cost" }?.value == 40)
  }

  @Test("R33, R35: weight comes before money: one of high priority before two others")
  func priority() throws {
    var line = unserved([30, 20, 10])
    line.scenario.bookings[0].priority = "care"
    #expect(try solved(line).outside.map(\.leg) == ["b1-1"])
    line.scenario.territory.fallbacks[0].budget = 34.99
    // Of the two that are left, which weigh alike, the cheaper one.
    #expect(try solved(line).outside.map(\.leg) == ["b3-1"])
  }

  /// Two rides for which a TAD drives 90 km, most of them empty.
  private func farAway(budget: Double) -> LineTerritory {
    var line = unserved([10], OutsideFallback(id: "taxi", fixed: 15, budget: budget))
    line.addOutward(2, from: 0, to: 10, by: "15:00")
    line.addVehicle("t1", .tad, depot: 35)
    return line
  }

  @Test("R33, R35: where the budget covers everybody the search weighs prices against runs")
  func cheaperThanARun() throws {
    let given = try solved(farAway(budget: 30))
    #expect(given.runs.isEmpty && given.unserved.isEmpty && given.outside.count == 2)
    // Where it may not suffice for all, the fleet serves first and nothing is spent.
    let own = try solved(farAway(budget: 29))
    #expect(own.outside.isEmpty && own.unserved.isEmpty && !own.runs.isEmpty)
    // A dear fallback is no reason to leave the TAD at home.
    var dear = farAway(budget: 1000)
    dear.scenario.territory.fallbacks[0].fixed = 300
    #expect(try solved(dear).outside.isEmpty)
  }

  @Test("R33, R35: the one seat goes to whom the fallback does not take, however cheap the other")
  func seatForTheOther() throws {
    for first in 1...2 {
      var line = LineTerritory()
      for n in 1...2 {
        line.add(
          n, home: 0,
          legs: [
            Leg(id: "b\(n)-1", from: "k0", to: "k30", anchor: .fixed(LineTerritory.at("09:00")))
          ])
      }
      line.scenario.bookings[first - 1].purpose = "care"
      line.addVehicle("t1", .tad, depot: 0, seats: 1)
      line.scenario.territory.fallbacks = [
        OutsideFallback(id: "taxi", fixed: 50, budget: 50, purposes: ["care"])
      ]
      let plan = try solved(line)
      #expect(plan.unserved.isEmpty)
      #expect(plan.outside.map(\.leg) == ["b\(first)-1"])
    }
  }

  @Test("R33, R2: there and back go together, unless the legs are independent")
  func together() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 0, to: 20, by: "10:00", back: .release(LineTerritory.at("12:00"), spread: 0))
    line.addVehicle("s1", .vsl, depot: 0)
    line.scenario.territory.fallbacks = [OutsideFallback(id: "taxi", fixed: 20, budget: 39)]
    #expect(try solved(line).outside.isEmpty)
    line.scenario.bookings[0].linkPolicy = .independent
    #expect(try solved(line).outside.count == 1)
    line.scenario.bookings[0].linkPolicy = .allOrNothing
    line.scenario.territory.fallbacks[0].budget = 40
    #expect(try solved(line).outside.map(\.leg) == ["b1-1", "b1-2"])
    // One leg that is not taken keeps the other.
    line.scenario.bookings[0].legs[1].sameDriver = .required
    #expect(try solved(line).outside.isEmpty)
  }

  @Test("R33, R45: no reasons are given for a leg that somebody outside drives")
  func reasons() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 0, to: 20, by: "10:00", back: .release(LineTerritory.at("12:00"), spread: 0)
    ) { $0.linkPolicy = .independent }
    line.addVehicle("s1", .vsl, depot: 0)
    line.scenario.territory.fallbacks = [OutsideFallback(id: "taxi", fixed: 20, budget: 20)]
    let compiled = try line.compiled()
    let plan = try solved(line)
    let given = Set(plan.outside.map(\.leg))
    let told = compiled.unserved(
      in: Greedy.solution(compiled.problem), besides: given, reasons: ReasonEffort())
    #expect(given.count == 1 && told.map(\.legs) == plan.unserved.map(\.legs))
    #expect(given.isDisjoint(with: told.flatMap(\.legs)))
  }

  @Test(
    "R33: whom a fallback takes",
    arguments: [
      ("prescribed", false), ("prescribed, taken", true), ("mode", false), ("any mode", true),
      ("purpose", false), ("need", false), ("need, taken", true), ("need of no consent", true),
      ("too far", false), ("just far enough", true), ("carrier", false), ("own carrier", true),
      ("accompanied", false), ("assigned", false), ("standby", false),
    ])
  func whom(name: String, isTaken: Bool) throws {
    var line = unserved([30])
    // Nobody of the scheme can serve anything: the VSL is not there.
    line.scenario.availability = []
    switch name {
    case "prescribed": line.scenario.bookings[0].insured = true
    case "prescribed, taken":
      line.scenario.bookings[0].insured = true
      line.scenario.territory.fallbacks[0].insured = true
    case "mode":
      line.scenario.bookings[0].modes = [.volunteer]
      line.scenario.territory.fallbacks[0].modes = [.tad]
    case "any mode": line.scenario.territory.fallbacks[0].modes = [.tad]
    case "purpose": line.scenario.territory.fallbacks[0].purposes = ["care"]
    case "need": line.scenario.riders[0].needs = ["wheelchair"]
    case "need, taken":
      line.scenario.riders[0].needs = ["wheelchair"]
      line.scenario.territory.fallbacks[0].needsAccepted = ["wheelchair"]
    case "need of no consent":
      try line.setRules("needs", ["walker.consent": (0, "flag")])
      line.scenario.riders[0].needs = ["walker"]
    case "too far": line.scenario.territory.fallbacks[0].longestKilometres = 29.9
    case "just far enough": line.scenario.territory.fallbacks[0].longestKilometres = 30
    case "carrier": line.scenario.bookings[0].carrier = "other"
    case "own carrier": line.scenario.bookings[0].carrier = "taxi"
    case "accompanied": line.scenario.bookings[0].accompany = true
    case "assigned":
      line.scenario.locks = [PlanLock(trip: "b1", resource: "s1", kind: .assign)]
    default:
      line.scenario.bookings[0].bookedAt = LocalMoment("2026-11-24T17:00")
      line.addVehicle("t1", .tad, depot: 0, [("18:00", "19:00")])
      try line.setRules("tad", ["cutoff_standby": (1, "flag")])
    }
    #expect(try solved(line).outside.count == (isTaken ? 1 : 0))
  }

  @Test("R33: of two fallbacks the cheaper one first, the other with what is left")
  func two() throws {
    var line = unserved([30, 20, 10])
    line.scenario.territory.fallbacks = [
      OutsideFallback(id: "dear", fixed: 50, budget: 60),
      OutsideFallback(id: "cheap", perKilometre: 1, budget: 30),
    ]
    let plan = try solved(line)
    #expect(
      plan.outside.map { $0.fallback + " " + $0.leg } == ["dear b1-1", "cheap b2-1", "cheap b3-1"])
    #expect(plan.unserved.isEmpty)
  }

  @Test("R33: the choice is the best of all subsets", arguments: 1...40)
  func best(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let kilometres = (0..<8).map { _ in random.int(1...40) }
    let budget = random.int(10...120)
    var line = unserved(
      kilometres, OutsideFallback(id: "taxi", perKilometre: 1, budget: Double(budget)))
    let classes = ["", "care", "leisure"]
    let weights = [1, 3, 0.5]
    var weight: [Double] = []
    for index in kilometres.indices {
      let kind = random.int(0...2)
      line.scenario.bookings[index].priority = classes[kind]
      weight.append(weights[kind])
    }
    let subsets = (0..<256).map { mask in kilometres.indices.filter { mask >> $0 & 1 == 1 } }
    func price(_ subset: [Int]) -> Int { subset.reduce(0) { $0 + kilometres[$1] } }
    func gain(_ subset: [Int]) -> Double { subset.reduce(0) { $0 + weight[$1] } }
    let payable = subsets.filter { price($0) <= budget }
    let most = payable.map(gain).max() ?? 0
    let least = payable.filter { gain($0) == most }.map(price).min() ?? 0
    let taken = Set(try solved(line).outside.map(\.booking))
    let chosen = kilometres.indices.filter { taken.contains("b\($0 + 1)") }
    #expect(gain(chosen) == most, "seed \(seed)")
    #expect(price(chosen) == least, "seed \(seed)")
  }

  @Test(
    "R33, R44: the checker finds a wrong price, a budget overspent, riders not taken and legs torn")
  func checked() throws {
    func rules(_ line: LineTerritory, _ change: (inout Plan) -> Void) throws -> [String] {
      var plan = try solved(line)
      change(&plan)
      return try PlanCheck(line.day()).violations(in: plan).map(\.rule)
    }
    let line = unserved([30, 20, 10])
    #expect(try rules(line) { $0.outside[0].price = 24 } == ["outside-price"])
    #expect(try rules(line) { $0.outside[0].fallback = "bus" } == ["unknown-fallback"])
    #expect(try rules(line) { $0.outside[0].rider = "r3" } == ["outside-names"])
    #expect(try rules(line) { $0.outside[0].leg = "b9-1" } == ["unknown-leg", "lost-leg"])
    #expect(try rules(line) { $0.outside.removeFirst() } == ["lost-leg"])
    #expect(try rules(line) { $0.outside.append($0.outside[0]) }.contains("served-and-unserved"))
    let ride = OutsideRide(fallback: "taxi", leg: "b1-1", booking: "b1", rider: "r1", price: 35)
    #expect(
      try rules(line) { $0.outside.append(ride) } == ["served-and-unserved", "outside-budget"])
    #expect(
      try rules(line) {
        $0.outside.append(ride)
        $0.unserved = []
      } == ["outside-budget"])
    var other = line
    other.scenario.territory.fallbacks[0].purposes = ["care"]
    #expect(
      try rules(other) {
        $0.outside = [ride]
        $0.unserved.removeFirst()
      } == ["outside-not-eligible"])
    var both = LineTerritory()
    both.addReturn(
      1, from: 0, to: 20, by: "10:00", back: .release(LineTerritory.at("12:00"), spread: 0))
    both.addVehicle("s1", .vsl, depot: 0)
    both.scenario.territory.fallbacks = [OutsideFallback(id: "taxi", fixed: 20, budget: 30)]
    #expect(
      try rules(both) {
        $0.outside = [
          OutsideRide(fallback: "taxi", leg: "b1-1", booking: "b1", rider: "r1", price: 20)
        ]
        $0.unserved[0].legs = ["b1-2"]
      } == ["outside-part"])
  }

  @Test("R33, R52: faults of fallbacks are told at once, each at its figure")
  func faults() throws {
    var line = unserved([10])
    line.scenario.territory.fallbacks = [
      OutsideFallback(id: "taxi", fixed: -1, perKilometre: .nan, budget: 1e9),
      OutsideFallback(
        id: "taxi", budget: 10, needsAccepted: ["wheelchare"], longestKilometres: -2),
      OutsideFallback(id: "", fixed: 1, budget: 1),
    ]
    let found = try ScenarioCheck(line.scenario, rules: line.rules).findings().faults
    #expect(
      Set(found.map { "\($0.code) \($0.place.pointer ?? "")" }) == [
        "negative /territory/fallbacks.0.fixed", "negative /territory/fallbacks.0.perKilometre",
        "negative /territory/fallbacks.0.budget", "duplicate-id /territory/fallbacks.1.id",
        "no-price /territory/fallbacks.1.fixed",
        "unknown-need /territory/fallbacks.1.needsAccepted",
        "negative /territory/fallbacks.1.longestKilometres", "missing-id /territory/fallbacks.2.id",
      ])
    #expect(found.count == 8)
  }
}
