import CaminTestSupport
import DialARide
import Testing
import Verification

/// The independent prover of lower bounds against brute force.
@Suite struct BoundProofTests {
  private static func duals(
    _ problem: Problem, _ random: inout SplitMix64, _ most: Int
  ) -> [Double] {
    (0..<problem.requestCount).map { _ in random.number(0...most) - Double(most) / 4 }
  }

  private static func generator(_ seed: Int) -> ProblemGenerator {
    var generator = ProblemGenerator(seed: UInt64(seed))
    generator.requests = 2...3
    generator.vehicles = 1...2
    return generator
  }

  /// Whatever the multipliers, and with every rule that a problem can have.
  @Test(arguments: 700..<712)
  func neverExceedsTheOptimum(seed: Int) throws {
    let positive = try Self.positiveProofs(
      Self.generator(seed), seed: seed, most: [0, 60, 200, 900])
    #expect(positive > 5)
  }

  /// Proofs by random multipliers of any sign stay below the optimum; returns how many are above zero.
  static func positiveProofs(
    _ generator: ProblemGenerator, seed: Int, problems: Int = 25, most: [Int] = [60, 200, 900]
  ) throws -> Int {
    var generator = generator
    var random = SplitMix64(seed: UInt64(seed))
    var positive = 0
    for number in 0..<problems {
      let problem = try Problem(generator.draft())
      let optimum = RouteEnumeration(problem).optimum()
      for most in most {
        let duals = Self.duals(problem, &random, most)
        let proof = BoundProof(problem, duals: duals)
        try #require(proof.bound <= optimum, "\(number): \(proof) over \(optimum) by \(duals)")
        if proof.lagrangian > 0 { positive += 1 }
      }
    }
    return positive
  }

  /// Multipliers of ties that grant whole routes or nearly nothing, to all vehicles or some.
  @Test(arguments: 1000..<1008)
  func tiesKeepItValid(seed: Int) throws {
    var generator = Self.generator(seed)
    generator.withPairs = true
    var random = SplitMix64(seed: UInt64(seed))
    var changed = 0
    for number in 0..<25 {
      let problem = try Problem(generator.draft())
      try #require(problem.ties(0, 1) && !problem.ties(0, 0))
      let optimum = RouteEnumeration(problem).optimum()
      for most in [60, 200, 900] {
        let duals = Self.duals(problem, &random, most)
        let ties = (0..<problem.vehicleCount).filter { _ in random.chance(0.7) }.map {
          TieMultiplier(
            vehicles: [$0], first: 0, second: 1,
            value: random.number(0...2 * most) - Double(most))
        }
        let proof = BoundProof(problem, duals: duals, ties: ties)
        try #require(proof.bound <= optimum, "\(number): \(proof) over \(optimum) by \(ties)")
        let plain = BoundProof(problem, duals: duals).lagrangian
        if abs(proof.lagrangian - plain) > 1 { changed += 1 }
      }
    }
    #expect(changed > 10)
  }

  /// Where a problem has no rule beyond the relaxation, the cheapest route is found to the last metre.
  @Test(arguments: 800..<812)
  func pricesExactly(seed: Int) throws {
    var generator = Self.generator(seed)
    generator.severalWindows = 0
    generator.withTies = false
    var random = SplitMix64(seed: UInt64(seed))
    var negative = 0
    for number in 0..<25 {
      let problem = try Problem(Self.plain(generator.draft()))
      let routes = RouteEnumeration(problem)
      for most in [100, 400] {
        let duals = Self.duals(problem, &random, most)
        for kind in BoundProof(problem, duals: duals).classes {
          let least = routes.leastReducedCost(kind.vehicles[0], duals: duals)
          try #require(
            kind.method == .exact && abs(kind.reducedCost - least) < 0.01,
            "\(number): \(kind), by brute force \(least)")
          if least < 0 { negative += 1 }
        }
      }
    }
    #expect(negative > 10)
  }

  /// Without the rules that the relaxation drops.
  private static func plain(_ draft: ProblemDraft) -> ProblemDraft {
    var draft = draft
    for index in draft.vehicles.indices {
      let own = draft.vehicles[index]
      draft.vehicles[index] = VehicleDraft(
        id: own.id, start: own.start, end: own.end, shift: own.shift,
        layouts: own.layouts, layoutScope: .trip, mayReturnToBase: own.mayReturnToBase,
        fixedCost: own.fixedCost,
        costPerMetre: own.costPerMetre, costPerSecondDriven: own.costPerSecondDriven,
        costPerSecondWaiting: own.costPerSecondWaiting, matrix: own.matrix)
      draft.vehicles[index].longestDistance = own.longestDistance
      draft.vehicles[index].longestIdleOnBoard = own.longestIdleOnBoard
      let ridesOnly = draft.requests.allSatisfy { $0.pickup != nil && $0.delivery != nil }
      if ridesOnly { draft.vehicles[index].mostTrips = own.mostTrips }
      if !own.mayReturnToBase { draft.vehicles[index].longestDuration = own.longestDuration }
    }
    for index in draft.requests.indices {
      if draft.requests[index].pickup == nil || draft.requests[index].delivery == nil {
        draft.requests[index].load = []
        draft.requests[index].ridesAlone = false
        draft.requests[index].mixingClass = 0
      }
    }
    return draft
  }

  /// With too little effort for anything exact, the bound is weaker and still valid.
  @Test(arguments: 900..<904)
  func staysValidWhenItMustGiveUp(seed: Int) throws {
    var generator = Self.generator(seed)
    var random = SplitMix64(seed: UInt64(seed))
    var methods: Set<BoundProof.Method> = []
    for number in 0..<25 {
      let problem = try Problem(generator.draft())
      let duals = Self.duals(problem, &random, 400)
      let exact = BoundProof(problem, duals: duals)
      #expect(exact.method == .exact)
      for effort in [
        ProofEffort(pieceLabels: 2), ProofEffort(routeLabels: 3),
        ProofEffort(pieceLabels: 0, walks: 1),
      ] {
        let proof = BoundProof(problem, duals: duals, effort: effort)
        methods.insert(proof.method)
        #expect(proof.lagrangian <= exact.lagrangian + 1e-6, "\(number): \(effort)")
      }
    }
    #expect(methods.contains(.walks) && methods.contains(.selection))
  }

  @Test func identicalVehiclesAreOneClass() throws {
    var world = LineWorld()
    world.ride("a", from: 2, to: 5)
    world.vehicle("v1")
    world.vehicle("v2") { $0.mostRequests = 60 }
    world.vehicle("v3") { $0.fixedCost = 3 }
    let proof = BoundProof(try world.problem(), duals: [0])
    #expect(proof.classes.map(\.vehicles) == [[0, 1], [2]], "requests are not counted")
  }

  /// One rider, one vehicle: 10 km at one a metre is the optimum, and its multiplier proves it.
  @Test func provesAHandComputedOptimum() throws {
    var world = LineWorld()
    world.ride("a", from: 2, to: 5)
    world.vehicle("v") { $0.costPerMetre = 1 }
    let problem = try world.problem()
    #expect(abs(BoundProof(problem, duals: [10_000]).bound - 10_000) < 1e-6)
    #expect(abs(BoundProof(problem, duals: [11_000]).bound - 10_000) < 1e-6)
    #expect(abs(BoundProof(problem, duals: [4_000]).bound - 4_000) < 1e-6)
  }

  /// A ride that may last two minutes cannot take another one on its way.
  @Test func knowsRideTimes() throws {
    var world = LineWorld()
    world.ride("a", from: 2, to: 4, longestRide: 120)
    world.ride("b", from: 1, to: 3, longestRide: 120)
    world.ride("c", from: 3, to: 6)
    world.vehicle("v") { $0.costPerMetre = 1 }
    let free = BoundProof(try world.problem(), duals: [6000, 6000, 6000])
    #expect(abs(free.lagrangian - 12_000) < 1e-3, "\(free)")
    for index in world.draft.requests.indices {
      world.draft.requests[index].ridesAlone = true
    }
    let alone = BoundProof(try world.problem(), duals: [6000, 6000, 6000])
    #expect(alone.lagrangian > free.lagrangian + 1000, "\(alone)")
  }

  @Test func aFrozenRouteStandsWhateverItBreaks() throws {
    var world = LineWorld()
    world.ride("a", from: 2, to: 5, load: [9])
    world.vehicle("v") { $0.costPerMetre = 1 }
    world.draft.locks = [
      .frozen(vehicle: 0, stops: [StopReference(0, .pickup), StopReference(0, .delivery)])
    ]
    let proof = BoundProof(try world.problem(), duals: [20_000])
    #expect(proof.bound <= 10_000)
  }
}
