import CaminTestSupport
import DialARide
import Optimizer
import Planning
import Testing
import Verification

extension LineTerritory {
  func desk(_ plan: Plan, now: Int? = nil) throws -> QuoteDesk {
    try QuoteDesk(day(), plan: plan, past: now.map { DrivenPast(of: plan, now: $0) })
  }
}

@Suite("R47: what can be told to a caller")
struct QuoteTests {
  /// v1 takes r1 from k10 at 09:00 to k40 and goes home; v2 lives at k40 and has nothing to do.
  private func told() throws -> (line: LineTerritory, plan: Plan) {
    var line = LineTerritory()
    line.add(
      1, home: 10,
      legs: [
        Leg(id: "b1-1", from: "k10", to: "k40", anchor: .fixed(LineTerritory.at("09:00")))
      ])
    line.addVolunteer("v1", home: 10)
    let plan = try line.planned()
    line.addVolunteer("v2", home: 40)
    return (line, plan)
  }

  @Test(
    "Offers of different drivers, the cheapest first, each with its times, kilometres and share")
  func offers() throws {
    let (line, plan) = try told()
    let quote = try line.desk(plan).quote(
      QuoteRequest(
        from: "k20", to: "k30",
        time: .window(ClockWindow(start: LineTerritory.at("09:00"), end: LineTerritory.at("10:00")))
      ))
    #expect(quote.reasons.isEmpty)
    let best = try #require(quote.offers.first)
    // On v1's way, not a kilometre more.
    #expect(best.rides.map(\.resource) == ["v1"] && best.extraMetres == 0)
    #expect(best.newlyCalled.isEmpty && best.rides[0].metres == 10_000)
    // v1 leaves k10 by 09:02 and is at k20 by 09:12; r1 must be at k40 within its own limit of time on board.
    #expect(best.rides[0].pickup == 9 * 3600 + 12 * 60)
    #expect(best.rides[0].earliestPickup == best.rides[0].pickup)
    let second = try #require(quote.offers.dropFirst().first)
    #expect(second.rides.map(\.resource) == ["v2"] && second.newlyCalled == ["v2"])
    #expect(second.extraMetres == 40_000)
    #expect(second.rides[0].earliestPickup == 9 * 3600)
    #expect(second.rides[0].latestPickup == 10 * 3600)
    #expect(try #require(second.priceCents) > 0)
  }

  @Test("There and back: one driver for both, or whoever is cheapest each way")
  func thereAndBack() throws {
    let (line, plan) = try told()
    let quote = try line.desk(plan).quote(
      QuoteRequest(
        from: "k20", to: "k30", time: .departAfter(LineTerritory.at("09:05")),
        back: .departAfter(LineTerritory.at("10:00"))))
    let best = try #require(quote.offers.first)
    #expect(best.rides.map(\.leg) == ["quote-1", "quote-2"])
    #expect(best.rides[0].arrival + 120 <= best.rides[1].pickup)
    #expect(best.rides[1].pickup >= 10 * 3600)
  }

  @Test("Nobody can: the reason, and the least change that would help")
  func refused() throws {
    let (line, plan) = try told()
    let desk = try line.desk(plan)
    let evening = try desk.quote(
      QuoteRequest(from: "k20", to: "k30", time: .departAfter(LineTerritory.at("19:00"))))
    #expect(evening.offers.isEmpty)
    #expect(evening.reasons.first?.code == .noResourceInTime)
    #expect(evening.reasons.first?.leastChange?.kind == "earlier_pickup")
    let chair = try desk.quote(
      QuoteRequest(
        from: "k20", to: "k30", time: .departAfter(LineTerritory.at("09:00")),
        needs: ["wheelchair"]))
    #expect(chair.offers.isEmpty && chair.reasons.first?.code == .capacityOrNeed)
  }

  @Test("What is asked wrongly is a fault, all at once")
  func faults() throws {
    let (line, plan) = try told()
    var codes: [String] = []
    do {
      _ = try line.desk(plan).quote(
        QuoteRequest(
          from: "k99", to: "k30", time: .departAfter(LineTerritory.at("09:00")), needs: ["wings"]))
    } catch let error as Faults {
      codes = error.faults.map(\.code)
    }
    #expect(Set(codes) == ["unknown-place", "unknown-need"])
  }

  @Test("On the day itself nobody is picked up in the past, nor between stops that are made")
  func now() throws {
    let (line, plan) = try told()
    let quote = try line.desk(plan, now: 9 * 3600 + 600).quote(
      QuoteRequest(
        from: "k20", to: "k30",
        time: .window(ClockWindow(start: LineTerritory.at("09:00"), end: LineTerritory.at("10:00")))
      ))
    // v1 is on the way to k40, and not to be reached: v2 alone can come.
    #expect(quote.offers.map { $0.rides[0].resource }.contains("v2"))
    for ride in quote.offers.flatMap(\.rides) {
      #expect(ride.earliestPickup >= 9 * 3600 + 600)
      if ride.resource == "v1" { #expect(ride.pickup >= 9 * 3600 + 34 * 60) }
    }
  }
}

/// Offers on random days against everything that could be offered.
@Suite("R47: quotes on random days")
struct RandomQuoteTests {
  private func request(_ random: inout SplitMix64) -> QuoteRequest {
    let from = random.int(0...39)
    let to = (from + random.int(1...30)) % 51
    let hour = random.int(8...15)
    let start = ClockTime(hour: hour, minute: 15 * random.int(0...3))
    let time: QuoteRequest.Time =
      switch random.int(0...2) {
      case 0: .departAfter(start)
      case 1: .arriveBy(start)
      default: .window(ClockWindow(start: start, end: ClockTime(seconds: start.seconds + 2700)))
      }
    return QuoteRequest(
      from: "k\(from)", to: "k\(to)", time: time,
      needs: random.int(0...3) == 0 ? ["walker"] : [], companions: random.int(0...1))
  }

  /// The day with the caller's booking entered, given to a driver at a time.
  private func entered(
    _ line: LineTerritory, _ request: QuoteRequest, _ ride: QuoteRide, at minute: Int
  ) -> LineTerritory {
    var line = line
    var (booking, rider) = request.booking(in: line.scenario)
    booking.legs[0].anchor = .departAfter(line.clockTime(minute))
    booking.legs[0].latestAfter = 0
    line.scenario.riders.append(rider)
    line.scenario.bookings.append(booking)
    line.scenario.locks.append(
      PlanLock(trip: booking.legs[0].id, resource: ride.resource, kind: .assign))
    return line
  }

  @Test(
    "R47: each offer can be planned exactly so, at its first and its last minute", arguments: 1...60
  )
  func plannable(_ seed: UInt64) throws {
    var territory = RandomTerritory(seed: seed &+ 20_000)
    let line = territory.territory()
    let plan = try line.planned()
    var random = SplitMix64(seed: seed)
    let request = request(&random)
    // An appointment would say otherwise than the minute given.
    if case .arriveBy = request.time { return }
    let quote = try line.desk(plan).quote(request)
    for offer in quote.offers {
      let ride = offer.rides[0]
      for minute in Set([ride.earliestPickup, ride.latestPickup]) {
        let day = entered(line, request, ride, at: minute)
        let published = PublishedPlan(plan, keepsTimes: true)
        let compiled = try CompiledDay(
          day.scenario, rules: day.rules, travel: day.travel, after: published)
        let again = try day.replanned(compiled, around: plan)
        let broken = try PlanCheck(compiled.day).violations(in: again).filter { !$0.decided }
        #expect(broken.map(\.text.en) == [], "seed \(seed) \(ride)")
        let stop = again.runs.first { $0.resource == ride.resource }?.stops
          .first { $0.leg == ride.leg && $0.kind == .pickup }
        #expect(
          stop?.start == minute
            || again.runs.contains { run in
              run.resource == ride.resource
                && run.stops.contains {
                  $0.leg == ride.leg && $0.kind == .pickup && $0.start == minute
                }
            }, "seed \(seed) \(ride) at \(minute)")
        // Everybody else rides with whom they rode.
        let drivers = driversOf(plan)
        for (leg, driver) in driversOf(again) where leg != ride.leg {
          #expect(drivers[leg] == driver, "seed \(seed) \(leg)")
        }
      }
    }
  }

  private func driversOf(_ plan: Plan) -> [String: String] {
    var drivers: [String: String] = [:]
    for run in plan.runs {
      for stop in run.stops where stop.kind == .pickup { drivers[stop.leg] = run.resource }
    }
    return drivers
  }

  @Test(
    "R47: no place in any run is cheaper than the best offer, tried one by one", arguments: 1...60)
  func cheapest(_ seed: UInt64) throws {
    var territory = RandomTerritory(seed: seed &+ 30_000)
    var line = territory.territory()
    // Without breaks and ways home a route is its stops, and all of them can be listed.
    line.scenario.vehicles = []
    for v in line.scenario.volunteers.indices { line.scenario.volunteers[v].mayGoHome = false }
    let known = Set(line.scenario.volunteers.map(\.id))
    line.scenario.availability.removeAll { !known.contains($0.resource) }
    line.scenario.locks.removeAll { !$0.resource.isEmpty && !known.contains($0.resource) }
    for b in line.scenario.bookings.indices { line.scenario.bookings[b].carrier = "" }
    line.scenario.territory.poolingCarriers = []
    let plan = try line.planned()
    var random = SplitMix64(seed: seed)
    let request = request(&random)
    let quote = try line.desk(plan).quote(request, most: 50)
    var longer = line
    let (booking, rider) = request.booking(in: line.scenario)
    longer.scenario.riders.append(rider)
    longer.scenario.bookings.append(booking)
    let compiled = try CompiledDay(
      longer.scenario, rules: longer.rules, travel: longer.travel,
      after: PublishedPlan(plan, keepsTimes: true))
    #expect(compiled.problem.breakCount == 0)
    let best = BruteInsertion(compiled, plan).cheapest(of: booking.legs[0].id)
    #expect(quote.offers.isEmpty == (best == nil), "seed \(seed) \(request)")
    guard let best, let offer = quote.offers.first else { return }
    let cost = BruteInsertion(compiled, plan).cost(with: offer.rides[0])
    #expect(abs((cost ?? .infinity) - best) < 0.011, "seed \(seed) \(cost ?? -1) \(best)")
  }
}

extension LineTerritory {
  fileprivate func clockTime(_ elapsed: Int) -> ClockTime { ClockTime(seconds: elapsed) }

  /// Inserts what is not in the plan where it costs least, everybody else staying where they are.
  fileprivate func replanned(_ compiled: CompiledDay, around plan: Plan) throws -> Plan {
    var solution = compiled.solution(of: plan)
    let leg = compiled.day.legIndex[QuoteRequest.bookingId + "-1"] ?? 0
    let request = compiled.requestOfLeg[leg] ?? 0
    let probe = InsertionProbe(problem: compiled.problem, solution: solution)
    if let insertion = probe.cheapest([request]) {
      let changed = Set(insertion.routes.map(\.vehicle))
      solution.routes.removeAll { changed.contains($0.vehicle) }
      solution.routes += insertion.routes
      solution.unserved.removeAll { $0 == request }
    }
    return compiled.plan(from: solution, provenance: .test)
  }
}

/// Every pair of places in every run, each judged by the exact scheduler and checker alone.
private struct BruteInsertion {
  private let compiled: CompiledDay
  private let base: Solution

  init(_ compiled: CompiledDay, _ plan: Plan) {
    self.compiled = compiled
    base = compiled.solution(of: plan)
  }

  func cheapest(of leg: String) -> Double? { all(leg).map(\.cost).min() }

  /// What an offer costs by the same measure: the cheapest place in the run that it names.
  func cost(with ride: QuoteRide) -> Double? {
    all(ride.leg).filter { compiled.runId($0.vehicle) == ride.run }.map(\.cost).min()
  }

  private struct Found {
    var vehicle: Int
    var cost: Double
  }

  private func all(_ leg: String) -> [Found] {
    let problem = compiled.problem
    guard let index = compiled.day.legIndex[leg], let request = compiled.requestOfLeg[index] else {
      return []
    }
    let before = cost(base)
    var found: [Found] = []
    for vehicle in 0..<problem.vehicleCount where problem.admits(vehicle, for: request) {
      let old = base.routes.first { $0.vehicle == vehicle }
      let stops = (old?.stops ?? []).filter(problem.isRequestStop)
      for i in 0...stops.count {
        for j in i...stops.count {
          var longer = stops
          longer.insert(2 * request + 1, at: j)
          longer.insert(2 * request, at: i)
          guard let solution = solution(longer, vehicle) else { continue }
          found.append(Found(vehicle: vehicle, cost: cost(solution) - before))
        }
      }
    }
    return found
  }

  /// Routing alone: what is not served weighs nothing here.
  private func cost(_ solution: Solution) -> Double {
    let costs = solution.scheduled(in: compiled.problem).cost(in: compiled.problem)
    return costs.routing
  }

  /// The solution with a route that makes these stops in this order, where the checker passes it.
  private func solution(_ stops: [Int], _ vehicle: Int) -> Solution? {
    let problem = compiled.problem
    guard
      let schedule = Scheduler.schedule(problem, vehicle: vehicle, stops: stops).schedule
    else { return nil }
    let route = Route(vehicle: vehicle, stops: stops, schedule: schedule)
    let others = base.routes.filter { $0.vehicle != vehicle }.map { $0.scheduled(in: problem) }
    let served = Set(
      (others + [route]).flatMap(\.stops).filter(problem.isRequestStop).map { $0 >> 1 })
    let solution = Solution(
      routes: others + [route],
      unserved: (0..<problem.requestCount).filter { !served.contains($0) })
    let rules = Verifier.violations(in: solution, of: problem).filter { !$0.obeysLock }
    return rules.isEmpty ? solution : nil
  }
}
