import Planning
import Testing

@Suite("R52: faults of a scenario")
struct ScenarioCheckTests {
  private func findings(_ line: LineTerritory) throws -> ScenarioFindings {
    try ScenarioCheck(line.scenario, rules: line.rules).findings()
  }

  private func sound() -> LineTerritory {
    var line = LineTerritory()
    line.addReturn(
      1, from: 10, to: 40, by: "10:00", back: .release(LineTerritory.at("11:00"), spread: 0))
    line.addVolunteer("v1", home: 0)
    line.addVehicle("t1", .tad, depot: 20)
    return line
  }

  @Test("R52: a sound scenario has neither faults nor warnings")
  func nothing() throws {
    let found = try findings(sound())
    #expect(found.faults == [])
    #expect(found.warnings == [])
  }

  @Test("R52: all faults are told at once, each at its object")
  func everything() throws {
    var line = sound()
    line.scenario.territory.version = 7
    line.scenario.territory.timeZone = "Europe/Lot"
    line.scenario.territory.priorities = ["care": -1]
    line.scenario.places[1].aliases = ["k2", "Hameau"]
    line.scenario.places[3].aliases = ["Hameau"]
    line.scenario.places[4].latitude = 444.5
    line.scenario.riders[0].home = "k100"
    line.scenario.riders[0].needs = ["whelchair"]
    line.scenario.riders[0].neverTogether = ["r9"]
    line.scenario.bookings[0].priority = "urgent"
    line.scenario.bookings[0].companions = -1
    line.scenario.bookings[0].legs[1].to = "k40"
    line.scenario.bookings[0].legs[0].sharing = .onlyWith(["r8"])
    line.scenario.bookings.append(Booking(id: "b1", rider: "r7", legs: []))
    line.scenario.volunteers[0].layouts = []
    line.scenario.volunteers[0].longestKilometres = -3
    line.scenario.vehicles[0].id = "v1"
    line.scenario.vehicles[0].layouts = [["seat": -2]]
    line.scenario.vehicles[0].costPerHour = .nan
    line.scenario.availability[0].resource = "v3"
    line.scenario.availability[1].window = ClockWindow(
      start: LineTerritory.at("12:00"), end: LineTerritory.at("08:00"))
    line.scenario.locks = [
      PlanLock(trip: "b9", resource: "v1", kind: .assign),
      PlanLock(trip: "b1-1", resource: "v1", kind: .forbid),
      PlanLock(trip: "b1-1", resource: "v1", kind: .assign),
      PlanLock(trip: "b1-2", resource: "", kind: .promise),
    ]
    let found = try findings(line).faults
    let expected = [
      "unknown-version /territory/version", "unknown-time-zone /territory/timeZone",
      "bad-priority /territory/priorities", "duplicate-alias /places/1/aliases",
      "duplicate-alias /places/3/aliases", "coordinate-out-of-range /places/4/latitude",
      "unknown-place /riders/0/home", "unknown-need /riders/0/needs",
      "unknown-rider /riders/0/neverTogether", "duplicate-id /bookings/1/id",
      "negative /bookings/0/companions", "unknown-priority /bookings/0/priority",
      "unknown-rider /legs/0/sharing", "same-place /legs/1/to", "unknown-rider /bookings/1/rider",
      "no-legs /bookings/1/legs", "duplicate-id /vehicles/0/id",
      "empty-layout /volunteers/0/layouts",
      "negative /volunteers/0/longestKilometres", "negative /vehicles/0/layouts",
      "negative /vehicles/0/costPerHour", "unknown-resource /availability/0/resource",
      "unknown-resource /availability/1/resource",
      "empty-window /availability/1/window", "unknown-trip /locks/0/trip",
      "promise-without-time /locks/3/time", "contradictory-locks /locks/1/resource",
    ]
    #expect(
      Set(found.map { "\($0.code) \($0.place.pointer ?? "")" }).symmetricDifference(expected) == [])
    #expect(found.count == expected.count)
    for fault in found {
      #expect(!fault.cause.fr.isEmpty && !fault.cause.en.isEmpty && !fault.remedy.fr.isEmpty)
    }
    let need = try #require(found.first { $0.code == "unknown-need" })
    #expect(need.remedy.en.contains("wheelchair"))
  }

  @Test("R52: the reader says in which file and line an object stands")
  func placed() throws {
    var line = sound()
    line.scenario.riders[0].home = "nowhere"
    let check = try ScenarioCheck(line.scenario, rules: line.rules) { key in
      FaultPlace(file: "\(key.kind.rawValue)s.csv", line: key.index + 2)
    }
    let fault = try #require(check.findings().faults.first)
    #expect(fault.place == FaultPlace(file: "riders.csv", line: 2))
    #expect(fault.field == "home")
    #expect(fault.value == "nowhere")
  }

  @Test("R3: times of legs that contradict each other")
  func times() throws {
    var line = sound()
    line.scenario.bookings[0].legs[1].anchor = .fixed(LineTerritory.at("09:00"))
    #expect(try findings(line).faults.map(\.code) == ["return-before-outward"])
    line = sound()
    line.scenario.bookings[0].legs[0].anchor = .afterStay(least: 600, greatest: 300)
    #expect(try findings(line).faults.map(\.code) == ["empty-window", "stay-without-outward"])
    line = sound()
    line.scenario.bookings[0].legs[0].earliestBefore = 300
    line.scenario.bookings[0].legs[0].latestBefore = 600
    #expect(try findings(line).faults.map(\.code) == ["empty-window"])
  }

  @Test("R54: a time that the clock skips is a fault")
  func skipped() throws {
    var line = LineTerritory(date: "2026-03-29")
    line.addOutward(1, from: 0, to: 10, by: "02:30")
    line.addVolunteer("v1", home: 0)
    #expect(try findings(line).faults.map(\.code) == ["no-such-time"])
  }

  @Test("R26: what is odd but possible is only a warning")
  func warnings() throws {
    var line = sound()
    line.scenario.availability.removeAll { $0.resource == "v1" }
    line.scenario.bookings[0].legs[1].from = "k41"
    line.scenario.vehicles[0].needsAccepted = ["wheelchair"]
    let found = try findings(line)
    #expect(found.faults == [])
    #expect(
      found.warnings.map(\.code) == ["broken-chain", "no-availability", "no-room-for-need"])
  }
}
