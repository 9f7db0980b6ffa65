import DialARide
import Planning
import Testing

/// Who takes what where nobody pools.
@Suite("R62: offers apart")
struct OfferSplitTests {
  /// Posts 0 to 30 in zone z, which the TAD serves in the morning.
  private func line() -> LineTerritory {
    var line = LineTerritory()
    for post in 0...30 { line.scenario.places[post].zones = ["z"] }
    line.addVehicle("t1", .tad, depot: 0, [("08:00", "12:00")]) { $0.zones = ["z"] }
    line.addVehicle("s1", .vsl, depot: 0)
    line.addVehicle("s2", .vsl, depot: 0)
    line.addVolunteer("v1", home: 0)
    return line
  }

  private func offers(_ line: LineTerritory) throws -> [Offer] {
    OfferSplit(try line.day()).entries.map(\.offer)
  }

  @Test("R62: insured to VSL and taxis; zone and hours to the TAD; the rest to volunteers")
  func rule() throws {
    var line = line()
    line.addOutward(1, from: 5, to: 20, by: "10:00") { $0.insured = true }
    line.addOutward(2, from: 5, to: 20, by: "10:00")
    line.addOutward(3, from: 5, to: 35, by: "10:00")
    line.addOutward(4, from: 5, to: 20, by: "15:00")
    let split = OfferSplit(try line.day())
    #expect(split.entries.map(\.offer) == [.patients, .tad, .volunteers, .volunteers])
    #expect(split.entries.map(\.ground) == [.insurance, .zone, .rest, .rest])
    #expect(split.entries.allSatisfy { !$0.isHopeless })
  }

  @Test("R62: hours are those in which the TAD is back at its depot")
  func hours() throws {
    var line = line()
    // Set down from 30 min before the appointment on, and then 2 min at the stop and 20 min back from post 20: 11:27 and
    // 12:12. A pick-up at 08:02 is 5 min away from a depot that opens at 08:00.
    line.addOutward(1, from: 5, to: 20, by: "11:35")
    line.addOutward(2, from: 5, to: 20, by: "12:20")
    line.add(
      3, home: 5,
      legs: [Leg(id: "b3-1", from: "k5", to: "k20", anchor: .fixed(LineTerritory.at("08:02")))])
    #expect(try offers(line) == [.tad, .volunteers, .volunteers])
  }

  @Test(
    "R62: the legs of a booking stay together: a return after hours takes the outward trip along")
  func linked() throws {
    var line = line()
    line.addReturn(
      1, from: 5, to: 20, by: "10:00", back: .departAfter(LineTerritory.at("11:00")))
    line.addReturn(
      2, from: 5, to: 20, by: "10:00", back: .departAfter(LineTerritory.at("14:00")))
    line.addReturn(3, from: 5, to: 20, by: "09:00", back: .afterStay(least: 1800, greatest: 3600))
    #expect(try offers(line) == [.tad, .volunteers, .tad])
  }

  @Test("R62: what the TAD is not fit or not allowed for goes on to the volunteers")
  func eligibility() throws {
    var line = line()
    line.addRider("r1", home: 5, needs: ["wheelchair"])
    line.addOutward(1, from: 5, to: 20, by: "10:00")
    line.addOutward(2, from: 5, to: 20, by: "10:00") { $0.modes = [.volunteer] }
    line.addOutward(3, from: 5, to: 20, by: "10:00") { $0.companions = 8 }
    line.addOutward(4, from: 5, to: 40, by: "10:00") { $0.modes = [.taxi] }
    line.scenario.locks = [PlanLock(trip: "b2", resource: "v1", kind: .forbid)]
    let split = OfferSplit(try line.day())
    #expect(split.entries.map(\.offer) == [.volunteers, .volunteers, .volunteers, .patients])
    #expect(split.entries.map(\.isHopeless) == [true, true, true, true])
    #expect(split.entries[3].ground == .mode)
  }

  @Test("R41, R62: a decision takes the booking to the offer of the driver, and is told")
  func locks() throws {
    var line = line()
    line.addOutward(1, from: 5, to: 20, by: "10:00")
    line.addReturn(
      2, from: 5, to: 20, by: "10:00", back: .departAfter(LineTerritory.at("11:00")))
    line.addOutward(3, from: 5, to: 20, by: "10:00")
    line.scenario.locks = [
      PlanLock(trip: "b1", resource: "v1", kind: .assign),
      PlanLock(trip: "b2-1", resource: "t1", kind: .assign),
      PlanLock(trip: "b2-2", resource: "v1", kind: .assign),
      PlanLock(trip: "b3", resource: "t1", kind: .assign),
      PlanLock(trip: "b3", resource: "v1", kind: .forbid),
    ]
    let split = OfferSplit(try line.day())
    #expect(split.entries.map(\.offer) == [.volunteers, .tad, .tad])
    #expect(split.entries.map(\.ground) == [.lock, .lock, .lock])
    #expect(split.lockNotes.map(\.trip) == ["b1", "b2-2"])
    #expect(split.lockNotes.map(\.fate) == [.moves, .dropped])
    #expect(split.scenario(of: .tad).locks.map(\.trip) == ["b2-1", "b3"])
    #expect(split.scenario(of: .volunteers).locks.map(\.trip) == ["b1"])
  }

  @Test("R14, R62: apart, a firm keeps its patients, whatever they would allow")
  func carriers() throws {
    var line = line()
    line.addOutward(1, from: 5, to: 20, by: "10:00") {
      $0.insured = true
      $0.carrier = "s1"
      $0.carrierPolicy = .allowed
    }
    line.addOutward(2, from: 5, to: 20, by: "10:00") {
      $0.insured = true
      $0.carrier = "elsewhere"
      $0.carrierPolicy = .free
    }
    let part = OfferSplit(try line.day()).scenario(of: .patients)
    #expect(part.bookings.map(\.carrierPolicy) == [.forced, .free])
    #expect(part.vehicles.map(\.id) == ["s1", "s2"] && part.volunteers.isEmpty)
    #expect(Set(part.availability.map(\.resource)) == ["s1", "s2"])
  }

  @Test("R33, R62: what no offer serves goes outside, once for the whole day and its budget")
  func fallbacks() throws {
    var line = line()
    for number in 1...2 { line.addOutward(number, from: 5, to: 20, by: "22:00") }
    line.addOutward(3, from: 5, to: 20, by: "22:00") { $0.insured = true }
    line.scenario.territory.fallbacks = [OutsideFallback(id: "taxi", fixed: 20, budget: 30)]
    line.scenario.territory.poolingCarriers = ["s1", "t1"]
    let day = try line.day()
    let split = OfferSplit(day)
    let parts = Offer.allCases.map(split.scenario)
    #expect(parts.allSatisfy { $0.territory.fallbacks.isEmpty })
    #expect(parts.map(\.territory.poolingCarriers) == [["s1"], ["t1"], []])
    let plans = try parts.map { scenario in
      let part = try CompiledDay(Day(scenario, rules: day.rules, travel: day.travel))
      return part.plan(from: Greedy.solution(part.problem), provenance: .test)
    }
    let sum = Plan(adding: plans, of: day, provenance: .test)
    #expect(sum.outside.count == 1 && sum.outside.allSatisfy { $0.price == 20 })
    #expect(sum.unserved.flatMap(\.legs).count == 2 && sum.runs.isEmpty)
    #expect(sum.indicators.outsideCost == 20)
    #expect(try PlanCheck(day).violations(in: sum).map(\.text.en) == [])
  }

  @Test(
    "R62: what the TAD refuses altogether goes on to the volunteers, unless decided or not wanted there"
  )
  func handingOn() throws {
    var line = line()
    for number in 1...4 { line.addOutward(number, from: 5, to: 20, by: "10:00") }
    line.addReturn(
      5, from: 5, to: 20, by: "10:00", back: .departAfter(LineTerritory.at("11:00")))
    line.scenario.bookings[1].modes = [.tad]
    line.scenario.locks = [PlanLock(trip: "b3", resource: "t1", kind: .assign)]
    let split = OfferSplit(try line.day())
    #expect(split.entries.map(\.offer) == [.tad, .tad, .tad, .tad, .tad])
    var made = HandPlan(line)
    for leg in ["b1-1", "b2-1", "b3-1", "b5-2"] { made.refuse(leg, .noResourceInTime) }
    let handed = split.handingOn(from: made.plan)
    #expect(handed.bookings == [0])
    #expect(handed.split.entries.map(\.offer) == [.volunteers, .tad, .tad, .tad, .tad])
    #expect(handed.split.scenario(of: .volunteers).bookings.map(\.id) == ["b1"])
  }

  @Test(
    "R62: each booking and resource is in one offer; plans made apart add up to one that keeps every rule",
    arguments: 1...80)
  func sum(_ seed: UInt64) throws {
    var random = RandomTerritory(seed: seed)
    let line = random.territory()
    let day = try line.day()
    let split = OfferSplit(day)
    let scenarios = Offer.allCases.map(split.scenario)
    #expect(
      scenarios.flatMap(\.bookings).map(\.id).sorted() == line.scenario.bookings.map(\.id).sorted())
    #expect(
      scenarios.flatMap(\.vehicles).map(\.id).sorted() == line.scenario.vehicles.map(\.id).sorted())
    let plans = try scenarios.map { scenario in
      let part = try CompiledDay(Day(scenario, rules: day.rules, travel: day.travel))
      return part.plan(from: Greedy.solution(part.problem), provenance: .test)
    }
    let sum = Plan(adding: plans, of: day, provenance: .test)
    let dropped = split.lockNotes.contains { $0.fate == .dropped }
    let broken = try PlanCheck(day).violations(in: sum).filter { !$0.decided }
    #expect(
      broken.filter { !dropped || $0.rule != "lock-assign" }.map(\.text.en) == [], "seed \(seed)")
    #expect(
      sum.indicators.servedLegs == plans.reduce(0) { $0 + $1.indicators.servedLegs },
      "seed \(seed)")
    // Nobody is driven by another offer than the one that plans the booking.
    for run in sum.runs {
      for stop in run.stops where stop.kind == .pickup {
        let leg = try #require(day.legIndex[stop.leg])
        #expect(split.entries[day.legs[leg].bookingIndex].offer == run.mode.offer, "seed \(seed)")
      }
    }
  }
}
