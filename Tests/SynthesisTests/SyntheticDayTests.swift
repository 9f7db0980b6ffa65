import Foundation
import Planning
import Synthesis
import Testing

@Suite struct SyntheticDayTests {
  @Test(arguments: ["small", "ordinary", "heavy"])
  func equalSeedsGiveEqualBytes(size: String) throws {
    let lot = try Fixtures.lot()
    let first = try Fixtures.bytes(Fixtures.day(size, of: lot).scenario)
    let second = try Fixtures.bytes(Fixtures.day(size, of: Fixtures.lot()).scenario)
    #expect(first == second)
    #expect(try first != Fixtures.bytes(Fixtures.day(size, seed: 47, of: lot).scenario))
  }

  @Test(
    arguments: [("small", 40, 12), ("ordinary", 200, 60), ("heavy", 500, 150)],
    [46, 1, 2, 3] as [UInt64])
  func meetsTheSize(size: (String, Int, Int), seed: UInt64) throws {
    let scenario = try Fixtures.day(size.0, seed: seed, of: Fixtures.lot()).scenario
    #expect(scenario.bookings.flatMap(\.legs).count == size.1)
    #expect(scenario.volunteers.count + scenario.vehicles.count == size.2)
    #expect(Set(scenario.vehicles.map(\.mode)) == [.tad, .vsl, .taxi])
  }

  @Test(arguments: ["small", "ordinary", "heavy"], [46, 5, 6] as [UInt64])
  func everyReferenceResolves(size: String, seed: UInt64) throws {
    let scenario = try Fixtures.day(size, seed: seed, of: Fixtures.lot()).scenario
    let places = Set(scenario.places.map(\.id))
    let riders = Set(scenario.riders.map(\.id))
    let resources = Set(scenario.volunteers.map(\.id) + scenario.vehicles.map(\.id))
    #expect(places.count == scenario.places.count)
    #expect(riders.count == scenario.riders.count)
    #expect(resources.count == scenario.volunteers.count + scenario.vehicles.count)
    #expect(scenario.places.allSatisfy { !$0.commune.isEmpty && !$0.kind.isEmpty })
    #expect(scenario.riders.allSatisfy { places.contains($0.home) })
    #expect(scenario.riders.flatMap(\.neverTogether).allSatisfy(riders.contains))
    let legs = scenario.bookings.flatMap(\.legs)
    #expect(legs.allSatisfy { places.contains($0.from) && places.contains($0.to) })
    #expect(legs.allSatisfy { $0.from != $0.to })
    #expect(Set(legs.map(\.id)).count == legs.count)
    #expect(scenario.bookings.allSatisfy { riders.contains($0.rider) })
    #expect(scenario.volunteers.allSatisfy { places.contains($0.home) })
    let named = scenario.volunteers.flatMap { $0.ridersRefused + $0.ridersPreferred }
    #expect(!named.isEmpty && named.allSatisfy(riders.contains))
    #expect(scenario.vehicles.allSatisfy { places.contains($0.start) && places.contains($0.end) })
    #expect(Set(scenario.availability.map(\.resource)) == resources)
    let carriers = Set(scenario.vehicles.map(\.carrier))
    #expect(scenario.bookings.allSatisfy { $0.carrier.isEmpty || carriers.contains($0.carrier) })
    let priorities = Set(scenario.territory.priorities.keys)
    #expect(
      scenario.bookings.allSatisfy { $0.priority.isEmpty || priorities.contains($0.priority) })
  }

  @Test(arguments: ["ordinary", "heavy"], [46, 11, 12] as [UInt64])
  func keepsTheProportions(size: String, seed: UInt64) throws {
    let scenario = try Fixtures.day(size, seed: seed, of: Fixtures.lot()).scenario
    let legs = Double(scenario.bookings.flatMap(\.legs).count)
    let bookings = Double(scenario.bookings.count)
    func share(_ matches: (Booking) -> Bool) -> Double {
      Double(scenario.bookings.filter(matches).flatMap(\.legs).count) / legs
    }
    func riders(_ need: String) -> Double {
      Double(scenario.riders.filter { $0.needs.contains(need) }.count) / bookings
    }
    #expect((0.38...0.52).contains(share(\.insured)))
    #expect((0.10...0.24).contains(share { $0.priority == "vital_care" }))
    #expect((0.22...0.40).contains(share { $0.modes.first == .tad }))
    #expect((0.16...0.34).contains(share { $0.modes.first == .volunteer }))
    #expect((0.055...0.085).contains(riders("wheelchair")))
    #expect((0.10...0.14).contains(riders("walker")))
    let alone = scenario.bookings.filter { $0.legs.contains { $0.sharing == .no } }.count
    #expect((0.035...0.065).contains(Double(alone) / bookings))
    let linked = scenario.bookings.filter { $0.legs.count == 2 }.count
    #expect((0.80...0.97).contains(Double(linked) / bookings))
    #expect(scenario.bookings.contains { $0.carrierPolicy == .forced && !$0.carrier.isEmpty })
    #expect(scenario.bookings.contains { $0.accompany })
    #expect(scenario.bookings.contains { $0.companions > 0 })
    #expect(scenario.riders.contains { !$0.neverTogether.isEmpty })
  }

  @Test(arguments: ["small", "ordinary", "heavy"], [46, 21] as [UInt64])
  func dialysisComesInCohorts(size: String, seed: UInt64) throws {
    let scenario = try Fixtures.day(size, seed: seed, of: Fixtures.lot()).scenario
    let patients = scenario.bookings.filter { $0.priority == "vital_care" }
    let cohorts = Dictionary(grouping: patients) { [$0.legs[0].to, "\($0.legs[0].anchor)"] }
    #expect(!cohorts.isEmpty)
    for (key, cohort) in cohorts { #expect(cohort.count >= 3, "\(key)") }
    let starts: Set<Anchor> = Set(
      [(6, 30), (12, 30), (17, 30)].map { .arriveBy(ClockTime(hour: $0.0, minute: $0.1)) })
    for patient in patients {
      #expect(starts.contains(patient.legs[0].anchor))
      guard case .arriveBy(let start) = patient.legs[0].anchor,
        case .release(let end, _) = patient.legs[1].anchor
      else {
        Issue.record("\(patient.id) has no release")
        continue
      }
      #expect((4 * 3600...5 * 3600).contains(end.seconds - start.seconds))
    }
  }

  @Test func homesAreNoAddresses() throws {
    let scenario = try Fixtures.day("heavy", of: Fixtures.lot()).scenario
    for place in scenario.places where place.kind == "home" {
      #expect((place.latitude * 1000).rounded() / 1000 == place.latitude)
      #expect((place.longitude * 1000).rounded() / 1000 == place.longitude)
    }
  }

  @Test("R1: a rider's record holds pseudonym, home, needs, ground, company, refusals, and no more")
  func ridersHaveNoOtherFields() throws {
    let scenario = try Fixtures.day("small", of: Fixtures.lot()).scenario
    let data = try JSONEncoder().encode(scenario.riders)
    let rows = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    let allowed: Set = [
      "id", "home", "needs", "socialCriterion", "neverTogether", "isolation", "refusedLately",
    ]
    #expect(!rows.isEmpty)
    for row in rows { #expect(Set(row.keys).subtracting(allowed).isEmpty) }
    #expect(scenario.riders.allSatisfy { $0.id.wholeMatch(of: /r\d{3,}/) != nil })
  }

  @Test func sundaysHaveNoServiceButDoHaveVisits() throws {
    let lot = try Fixtures.lot()
    let scenario = try Fixtures.day("ordinary", date: "2026-11-29", of: lot).scenario
    #expect(scenario.bookings.allSatisfy { $0.purpose != "administration" && $0.purpose != "work" })
    #expect(!scenario.bookings.isEmpty)
  }
}
