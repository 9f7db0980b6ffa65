import Planning
import Testing

/// Which offer may serve whom; every refusal names its rule, and a plan against it is found out.
@Suite("Requirements on who may drive whom")
struct EligibilityRuleTests {
  /// r1 goes from k10 to k40 for 10:00.
  private func outward(change: (inout LineTerritory) -> Void) -> LineTerritory {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    change(&line)
    return line
  }

  private func ride(_ resource: String) -> Drive { Drive(resource, "08:58", ["+b1-1", "-b1-1"]) }

  @Test("R12: a trip of 104 km with a volunteer is named with both distances")
  func tooFar() throws {
    var line = LineTerritory(posts: [0, 4, 104])
    line.addOutward(1, from: 0, to: 104, by: "12:00")
    line.addVolunteer("v1", home: 0) { $0.radiusKilometres = 200 }
    let plan = try line.driven(Drive("v1", "09:50", ["+b1-1", "-b1-1"]))
    #expect(try line.broken(plan) == ["not-eligible tus-2019.most_distance 104 / 100"])
    #expect(try line.with(.tus, "most_distance", 110).broken(plan) == [])
    // In metres it is the same limit, told in kilometres.
    #expect(
      try line.with(.tus, "most_distance", 100_000, "m").broken(plan) == [
        "not-eligible tus-2019.most_distance 104 / 100"
      ])
    #expect(try line.with(.tus, "most_distance", 100, "min").faults() == ["bad-figure"])
  }

  @Test("R12: residence and resources open social transport, each with its own rule")
  func criterion() throws {
    func line(_ criterion: SocialCriterion, _ end: CommuneClass = .rural) -> LineTerritory {
      outward {
        $0.addVolunteer("v1", home: 0)
        $0.scenario.riders[0].socialCriterion = criterion
        $0.scenario.places[40].communeClass = end
      }
    }
    let plan = try line(.place).driven(ride("v1"))
    #expect(try line(.place).broken(plan) == [])
    #expect(try line(.none).broken(plan) == ["not-eligible tus-2019.criterion_required"])
    #expect(try line(.none).with(.tus, "criterion_required", 0).broken(plan) == [])
    #expect(try line(.place, .urban).broken(plan) == ["not-eligible tus-2019.place_scope"])
    #expect(try line(.place, .urban).with(.tus, "place_scope", 0).broken(plan) == [])
    #expect(try line(.place, .hub).broken(plan) == [])
    #expect(try line(.resources, .urban).broken(plan) == [])
  }

  @Test("R12: an offer that the booking does not want")
  func modes() throws {
    let line = outward {
      $0.addVehicle("t1", .tad, depot: 0)
      $0.scenario.bookings[0].modes = [.volunteer]
    }
    #expect(try line.broken(line.driven(ride("t1"))) == ["not-eligible modes.tad"])
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .notEligible && reason.rule == "modes.tad" && reason.proven)
  }

  @Test("R14: another firm's vehicle needs the patient's consent, and both firms'")
  func carriers() throws {
    func line(_ policy: CarrierPolicy, _ pooling: [String]? = nil) -> LineTerritory {
      outward {
        $0.addVehicle("s1", .vsl, depot: 0)
        $0.addVehicle("s2", .vsl, depot: 0)
        $0.scenario.bookings[0].insured = true
        $0.scenario.bookings[0].carrier = "s1"
        $0.scenario.bookings[0].carrierPolicy = policy
        $0.scenario.territory.poolingCarriers = pooling
      }
    }
    let plan = try line(.free).driven(ride("s2"))
    #expect(try line(.forced).broken(plan) == ["not-eligible carrier-choice"])
    #expect(try line(.forced, ["s1", "s2"]).broken(plan) == ["not-eligible carrier-choice"])
    #expect(try line(.allowed).broken(plan) == [])
    #expect(try line(.allowed, ["s1", "s2"]).broken(plan) == [])
    for pooling in [[], ["s1"], ["s2"]] {
      #expect(try line(.allowed, pooling).broken(plan) == ["not-eligible carrier-consent"])
      #expect(try line(.free, pooling).broken(plan) == [])
    }
    // The firm chosen is away: the other would have to agree.
    var away = line(.allowed, ["s1"])
    away.scenario.availability.removeAll { $0.resource == "s1" }
    let reasons = try away.planned().unserved.flatMap(\.reasons)
    let consent = try #require(reasons.first { $0.rule == "carrier-consent" })
    #expect(consent.text.fr.contains("s1 et s2") && consent.leastChange == nil)
    #expect(line(.allowed, ["s1", "s3"]).faults() == ["unknown-carrier"])
  }

  @Test("R14: the firm behind its share in the rota gets the patient who leaves the choice")
  func rota() throws {
    func line(_ legs: [Int], carrier: String = "", shares: [Double] = [1, 1]) -> LineTerritory {
      outward {
        $0.addVehicle("s1", .vsl, depot: 0)
        $0.addVehicle("s2", .vsl, depot: 1)
        $0.scenario.bookings[0].insured = true
        $0.scenario.bookings[0].carrier = carrier
        $0.scenario.territory.rota = zip(["s1", "s2"], zip(shares, legs)).map {
          CarrierTurn(carrier: $0, share: $1.0, legsThisMonth: $1.1)
        }
      }
    }
    func firm(_ line: LineTerritory) throws -> [String] { try line.searched().runs.map(\.carrier) }
    // s2 is nearer by 2 €. Where it is 20 legs ahead, at 0.20 € each, s1 has the turn.
    #expect(try firm(line([20, 20])) == ["s2"])
    #expect(try firm(line([10, 30])) == ["s1"])
    #expect(try firm(line([10, 30], shares: [1, 3])) == ["s2"])
    #expect(try firm(line([10, 30]).with(.objective, "carrier_rota", 0)) == ["s2"])
    // Whoever has chosen a firm keeps it.
    #expect(try firm(line([10, 30], carrier: "s2")) == ["s2"])
    // 11 and 30 of 41 then: s2 is 9.5 ahead of its half.
    let tier = try #require(try line([10, 30]).searched().tiers.first { $0.id == "rota" })
    #expect(abs(tier.value - 9.5) < 1e-9)
    var wrong = line([10, -1], shares: [0, 0])
    wrong.scenario.territory.rota.append(CarrierTurn(carrier: "s3", share: 0))
    #expect(Set(wrong.faults()) == ["negative", "no-share", "unknown-carrier"])
    var twice = line([0, 0])
    twice.scenario.territory.rota.append(CarrierTurn(carrier: "s1", share: 1))
    #expect(twice.faults() == ["duplicate-id"])
    #expect(try line([0, 0]).with(.objective, "carrier_rota", 1, "km").faults() == ["bad-figure"])
  }

  @Test("R16: a trip paid by the health insurance, with a volunteer or in a minibus")
  func insured() throws {
    let line = outward {
      $0.addVolunteer("v1", home: 0)
      $0.addVehicle("t1", .tad, depot: 0)
      $0.scenario.bookings[0].insured = true
    }
    let volunteer = try line.driven(ride("v1"))
    #expect(try line.broken(volunteer) == ["not-eligible volunteer-default.excludes_insured"])
    #expect(try line.with(.volunteer, "excludes_insured", 0).broken(volunteer) == [])
    let minibus = try line.driven(ride("t1"))
    #expect(try line.broken(minibus) == ["not-eligible tad-local.excludes_insured"])
    #expect(try line.with(.tad, "excludes_insured", 0).broken(minibus) == [])
    #expect(
      try line.with(.volunteer, "excludes_insured", 1, "min").faults() == ["bad-figure"])
  }

  @Test("R32: a rider without prescription in a VSL")
  func patientsOnly() throws {
    let line = outward { $0.addVehicle("s1", .vsl, depot: 0) }
    let plan = try line.driven(ride("s1"))
    #expect(try line.broken(plan) == ["not-eligible vsl-2023.patients_only"])
    #expect(try line.with(.vsl, "patients_only", 0).broken(plan) == [])
  }

  @Test("R27: what a volunteer does not do, or has been kept from, is named")
  func volunteers() throws {
    func line(change: (inout Volunteer) -> Void) -> LineTerritory {
      outward { $0.addVolunteer("v1", home: 0, change: change) }
    }
    let plain = line { _ in }
    let plan = try plain.driven(ride("v1"))
    #expect(try plain.broken(plan) == [])
    #expect(
      try plain.with(.volunteer, "radius", 30).broken(plan) == [
        "not-eligible volunteer-default.radius 40 / 30"
      ])
    #expect(try line { $0.radiusKilometres = 30 }.broken(plan) == ["not-eligible radius 40 / 30"])
    #expect(
      try line { $0.ridersRefused = ["r1"] }.broken(plan) == ["not-eligible riders-refused"])
    let done = line {
      $0.kilometresThisYear = 5000
      $0.mostKilometresAYear = 5000
    }
    #expect(try done.broken(plan).contains("not-eligible most-kilometres-a-year"))
    var needs = plain
    needs.scenario.riders[0].needs = ["child_seat"]
    #expect(try needs.broken(plan).contains("not-eligible needs-accepted"))
    #expect(try needs.broken(plan).contains("not-eligible layouts"))
    #expect(line { $0.radiusKilometres = -1 }.faults() == ["negative"])
  }

  @Test("R27: a volunteer who declines is not given the trip again, whoever else is left")
  func declined() throws {
    var line = outward {
      $0.addVolunteer("v1", home: 0)
      $0.addVolunteer("v2", home: 5) { $0.kilometresThisYear = 800 }
    }
    let first = try line.searched().runs.map(\.resource)
    #expect(first.count == 1)
    let plan = try line.driven(ride("v1"))
    line.scenario.locks = [PlanLock(trip: "b1", resource: first[0], kind: .forbid)]
    let second = try line.searched().runs.map(\.resource)
    #expect(second.count == 1 && second != first)
    line.scenario.locks = [PlanLock(trip: "b1-1", resource: "v1", kind: .forbid)]
    #expect(try line.broken(plan) == ["not-eligible lock-forbid"])
    line.scenario.locks[0].resource = "v9"
    #expect(line.faults() == ["unknown-resource"])
  }

  @Test("R29: a service keeps to its zones, and closes on holidays where it says so")
  func service() throws {
    var line = outward {
      $0.addVehicle("t1", .tad, depot: 0) {
        $0.zones = ["east"]
        $0.closedOnHolidays = true
      }
    }
    let plan = try line.driven(ride("t1"))
    #expect(try line.broken(plan) == ["not-eligible zones"])
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .outsideZone && reason.rule == "zones" && reason.proven)
    for post in [10, 40] { line.scenario.places[post].zones = ["east", "south"] }
    #expect(try line.broken(plan) == [])
    line.scenario.territory.holidays = [line.scenario.territory.date]
    let closed = try line.broken(plan)
    #expect(closed.contains("not-there"))
    #expect(closed.contains("not-eligible closed-on-holidays"))
  }
}
