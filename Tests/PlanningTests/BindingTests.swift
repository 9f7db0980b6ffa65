import DialARide
import Planning
import Testing

@Suite("R45: what keeps each volunteer and vehicle from a leg")
struct BindingTests {
  private func bindings(_ line: LineTerritory) throws -> [Binding] {
    try #require(try line.planned().unserved.first).bindings
  }

  private func line() -> LineTerritory {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0) { $0.longestKilometres = 79 }
    line.addVolunteer("v2", home: 0, [("12:00", "19:00")])
    line.addVolunteer("v3", home: 0) { $0.ridersRefused = ["r1"] }
    line.addVolunteer("v4", home: 0, [])
    line.addVolunteer("v5", home: 0) { $0.longestDuty = 4000 }
    line.addVehicle("s1", .vsl, depot: 10)
    return line
  }

  @Test("R45: every one is told once, with rule, value, limit and source")
  func all() throws {
    let found = try bindings(line())
    #expect(
      found.flatMap(\.resources).sorted() == ["s1", "v1", "v2", "v3", "v4", "v5"])
    func of(_ resource: String) throws -> Binding {
      try #require(found.first { $0.resources.contains(resource) })
    }
    let kilometres = try of("v1")
    #expect(kilometres.rule == "longest-kilometres" && kilometres.unit == "km")
    #expect(kilometres.value == 80 && kilometres.limit == 79)
    #expect(kilometres.source.isEmpty, "the volunteer's own wish has no source")
    #expect(
      kilometres.text.fr == "Il faudrait 80 km dans la journée ; la limite est de 79 km.")
    let hours = try of("v2")
    #expect(hours.rule == "availability")
    #expect(hours.text.fr.contains("de 12:00 à 19:00"))
    #expect(try of("v3").rule == "riders-refused")
    #expect(try of("v4").rule == "availability")
    let duty = try of("v5")
    // From home, 10 + 2 + 30 + 2 + 40 minutes.
    #expect(duty.rule == "longest-duty" && duty.value == 84 && duty.unit == "min")
    let vsl = try of("s1")
    #expect(vsl.rule == "vsl-2023.patients_only" && !vsl.source.isEmpty)
    #expect(found.allSatisfy { $0.proven && $0.leg == "b1-1" })
  }

  @Test("R45, R27: another limit, another figure; the profile’s limit cites its source")
  func limits() throws {
    var line = line()
    line.scenario.volunteers[0].longestKilometres = 60
    #expect(try bindings(line).first { $0.resources.contains("v1") }?.limit == 60)
    var profile = try #require(try ShippedProfiles.all().first { $0.kind == "volunteer" })
    profile.figures["longest_distance"]?.value = 70
    line.scenario.profiles = [profile]
    line.scenario.volunteers[0].longestKilometres = nil
    let binding = try #require(try bindings(line).first { $0.resources.contains("v1") })
    #expect(binding.rule == "volunteer-default.longest_distance" && binding.limit == 70)
    #expect(binding.source == profile.figures["longest_distance"]?.source)
  }

  @Test("R45, R41: a lock leaves one alone, and says so of the others")
  func assigned() throws {
    var line = line()
    line.scenario.locks = [PlanLock(trip: "b1", resource: "v2", kind: .assign)]
    let found = try bindings(line)
    let locked = try #require(found.first { $0.rule == "lock-assign" })
    #expect(locked.resources == ["v1", "v3", "v4", "v5", "s1"])
    #expect(locked.text.fr.contains("v2"))
    #expect(found.first { $0.resources == ["v2"] }?.rule == "availability")
  }

  @Test("R45: beside the plan: taken, full, or over a limit, none of it proven")
  func beside() throws {
    var line = LineTerritory()
    for n in 1...2 {
      line.add(
        n, home: 10,
        legs: [
          Leg(
            id: "b\(n)-1", from: "k10", to: "k40", anchor: .fixed(LineTerritory.at("09:00")),
            sharing: n == 1 ? .yes : .no)
        ])
    }
    line.addVolunteer("v1", home: 10)
    let taken = try bindings(line)
    #expect(taken.map(\.rule) == ["other-trips"] && taken.allSatisfy { !$0.proven })
    // Both may share, but there is one seat.
    line.scenario.bookings[1].legs[0].sharing = .yes
    for b in 0...1 {
      line.scenario.bookings[b].legs[0].anchor = .departAfter(LineTerritory.at("09:00"))
      line.scenario.bookings[b].legs[0].latestAfter = 600
    }
    line.scenario.volunteers[0].layouts = [["seat": 1]]
    #expect(try bindings(line).map(\.rule) == ["layouts"])
    // Each by itself is 60 km; r2 later, both are 120.
    line.scenario.bookings[1].legs[0].anchor = .fixed(LineTerritory.at("12:00"))
    line.scenario.volunteers[0].longestKilometres = 110
    let over = try #require(try bindings(line).first)
    #expect(over.rule == "longest-kilometres" && over.value == 120 && over.limit == 110)
    #expect(!over.proven)
  }
}
