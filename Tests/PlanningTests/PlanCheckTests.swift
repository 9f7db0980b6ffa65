import DialARide
import Planning
import Testing

@Suite("R44: judging plans")
struct PlanCheckTests {
  private func rules(_ plan: Plan, _ line: LineTerritory) throws -> [PlanViolation] {
    try PlanCheck(line.day()).violations(in: plan)
  }

  /// Two patients of one hospital, there and back, and one VSL.
  private func patients() -> LineTerritory {
    var line = LineTerritory()
    for n in 1...2 {
      line.addReturn(
        n, from: 10 + n, to: 40, by: "10:00", back: .release(LineTerritory.at("11:00"), spread: 0)
      ) { $0.insured = true }
    }
    line.addVehicle("s1", .vsl, depot: 0)
    return line
  }

  @Test("R6: the planner keeps the 45 minutes by sharing them out: 30 before, 15 after")
  func budgetPlanned() throws {
    let compiled = try patients().compiled()
    let back = try #require(compiled.problem.draft.requests.first { $0.id == "b1-2" })
    #expect(back.pickup?.windows.map(\.end) == [40_500])
    // Riding alone, the patient falls under no budget.
    var line = patients()
    line.scenario.bookings[0].legs[0].sharing = .no
    line.scenario.bookings[0].legs[1].sharing = .no
    let alone = try #require(
      try line.compiled().problem.draft.requests.first { $0.id == "b1-2" })
    #expect(alone.pickup?.windows.map(\.end) == [42_300])
  }

  @Test(
    "R6: 25 minutes early and 21 waited after care are 46: one too many for shared patients")
  func budgetBroken() throws {
    let line = patients()
    var plan = try line.planned()
    #expect(plan.unserved.isEmpty)
    #expect(try rules(plan, line) == [])
    plan = plan.moving("b1-1", "b2-1", arriving: 9 * 3600 + 35 * 60)
    plan = plan.moving("b1-2", "b2-2", departing: 11 * 3600 + 21 * 60)
    let broken = try rules(plan, line).filter { $0.rule == "waiting-budget" }
    let first = try #require(broken.first { $0.riders == ["r1"] })
    #expect(first.figure == "tap-2025.wait_total")
    #expect(first.limit == 2700)
    #expect((first.value ?? 0) >= 2760)
    #expect(first.legs == ["b1-1", "b1-2"])
  }

  @Test("R8: a patient may be carried 10 km out of the way with one other, not 12")
  func detour() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00") { $0.insured = true }
    line.addOutward(2, from: 5, to: 40, by: "10:00") { $0.insured = true }
    line.addVehicle("s1", .vsl, depot: 0)
    // r1 first, back for r2, then on: r1 rides 5 + 35 = 40 km in place of 30.
    let ten = byHand(line, ["+b1-1", "+b2-1", "-b1-1", "-b2-1"])
    #expect(try !rules(ten, line).contains { $0.rule == "patient-detour" })
    line.scenario.bookings[1].legs[0].from = "k4"
    let twelve = byHand(line, ["+b1-1", "+b2-1", "-b1-1", "-b2-1"])
    let broken = try #require(try rules(twelve, line).first { $0.rule == "patient-detour" })
    #expect(broken.value == 12_000 && broken.limit == 10_000)
    #expect(broken.figure == "tap-2025.detour_per_extra_patient")
    #expect(broken.riders == ["r1"])
  }

  @Test("R32: a VSL holds three patients, whatever its seats")
  func fourPatients() throws {
    var line = LineTerritory()
    for n in 1...4 { line.addOutward(n, from: 10, to: 40, by: "10:00") { $0.insured = true } }
    line.addVehicle("s1", .vsl, depot: 0, seats: 8)
    let four = byHand(line, (1...4).map { "+b\($0)-1" } + (1...4).map { "-b\($0)-1" })
    #expect(try rules(four, line).contains { $0.rule == "capacity" })
  }

  @Test("R13: a patient and another rider may not share a taxi")
  func mixing() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00") { $0.insured = true }
    line.addOutward(2, from: 10, to: 40, by: "10:00")
    line.addVehicle("x1", .taxi, depot: 0)
    let mixed = byHand(line, ["+b1-1", "+b2-1", "-b1-1", "-b2-1"])
    let broken = try #require(try rules(mixed, line).first { $0.rule == "mixing" })
    #expect(broken.figure == "tap-2025.mix_with_public")
    let pickups = try line.planned().runs.flatMap(\.stops).filter { $0.kind == .pickup }
    // There is no time for two rides one after the other.
    #expect(pickups.map(\.onBoard) == [1])
    line.scenario.bookings[1].insured = true
    let shared = try line.planned().runs.flatMap(\.stops).filter { $0.kind == .pickup }
    #expect(shared.map(\.onBoard) == [1, 2])
  }

  @Test("R28: leaving an accompanied rider is named")
  func leftAlone() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 10, to: 40, by: "10:00", back: .release(LineTerritory.at("11:00"), spread: 0))
    line.addOutward(2, from: 41, to: 42, by: "10:40")
    line.addVolunteer("v1", home: 0)
    let plan = try line.planned()
    #expect(plan.unserved.isEmpty)
    #expect(try rules(plan, line) == [])
    line.scenario.bookings[0].accompany = true
    #expect(try rules(plan, line).map(\.rule) == ["accompany"])
  }

  @Test("R41: what the coordinator decided against the rules is obeyed and told")
  func decided() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0) { $0.ridersRefused = ["r1"] }
    line.addVolunteer("v2", home: 10)
    line.scenario.locks = [PlanLock(trip: "b1", resource: "v1", kind: .assign)]
    let plan = try line.planned()
    #expect(plan.runs.map(\.resource) == ["v1"])
    #expect(plan.tiers[0].value == 1)
    let told = try rules(plan, line)
    #expect(told.map(\.figure) == ["riders-refused"])
    #expect(told.map(\.decided) == [true])
    // Given to the other by hand, the decision is broken.
    line.scenario.locks = [PlanLock(trip: "b1", resource: "v2", kind: .assign)]
    #expect(try rules(plan, line).map(\.rule) == ["not-eligible", "lock-assign"])
  }

  @Test("R44: legs lost, told twice or unknown, and resources unknown or away")
  func unreadable() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addOutward(2, from: 10, to: 40, by: "15:00")
    line.addVolunteer("v1", home: 0)
    var plan = try line.planned()
    plan.unserved = [
      UnservedBooking(booking: "b1", rider: "r1", legs: ["b1-1", "b7-1"], reasons: [])
    ]
    plan.runs[0].stops.removeAll { $0.leg == "b2-1" }
    let found = try rules(plan, line).map(\.rule)
    #expect(Set(found).isSuperset(of: ["served-and-unserved", "unknown-leg", "lost-leg"]))
    plan.runs[0].resource = "v9"
    #expect(try rules(plan, line).contains { $0.rule == "unknown-resource" })
    plan = try line.planned()
    line.scenario.availability = []
    let away = try rules(plan, line)
    #expect(away.contains { $0.rule == "not-there" && $0.run == plan.runs[0].id })
    #expect(away.contains { $0.rule == "not-eligible" && $0.figure == "availability" })
  }

  // MARK: Plans by hand

  /// One run of the first vehicle that makes these stops as early as it can from 08:00 on.
  private func byHand(_ line: LineTerritory, _ stops: [String]) -> Plan {
    let vehicle = line.scenario.vehicles[0]
    var (time, post) = (8 * 3600, 0)
    var made: [RunStop] = []
    for text in stops {
      let id = String(text.dropFirst())
      let booking = line.scenario.bookings.first { $0.legs.contains { $0.id == id } }
      let leg = booking?.legs.first { $0.id == id }
      let place = (text.hasPrefix("+") ? leg?.from : leg?.to) ?? ""
      let next = Int(place.dropFirst()) ?? 0
      time += abs(next - post) * 60
      made.append(
        RunStop(
          kind: text.hasPrefix("+") ? .pickup : .delivery, place: place, leg: id, arrival: time,
          start: time, departure: time + 120, onBoard: 0, metres: abs(next - post) * 1000))
      (time, post) = (time + 120, next)
    }
    let territory = line.scenario.territory
    let run = Run(
      id: vehicle.id + "#1", resource: vehicle.id, mode: vehicle.mode, carrier: vehicle.carrier,
      start: vehicle.start, end: vehicle.end, departure: 8 * 3600, arrival: time + post * 60,
      stops: made, metres: 0, emptyMetres: 0, driving: 0, waiting: 0, cost: 0, layout: 0)
    return Plan(
      territory: territory.id, territoryName: territory.name, date: territory.date,
      timeZone: territory.timeZone, approximate: false, runs: [run], unserved: [], tiers: [],
      indicators: Indicators(), profiles: [], provenance: .test)
  }
}

extension Plan {
  /// Sets when these legs are set down, whatever the rest of the run says.
  func moving(_ legs: String..., arriving time: Int) -> Plan {
    changing { if legs.contains($0.leg), $0.kind == .delivery { $0.start = time } }
  }

  /// Sets when these legs are picked up, whatever the rest of the run says.
  func moving(_ legs: String..., departing time: Int) -> Plan {
    changing { if legs.contains($0.leg), $0.kind == .pickup { $0.start = time } }
  }

  private func changing(_ change: (inout RunStop) -> Void) -> Plan {
    var plan = self
    for r in plan.runs.indices {
      for s in plan.runs[r].stops.indices { change(&plan.runs[r].stops[s]) }
    }
    return plan
  }
}
