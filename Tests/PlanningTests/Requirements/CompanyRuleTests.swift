import DialARide
import Planning
import Testing

/// Who may be on board together, how many, and how far out of the way for each other.
@Suite("Requirements on those on board together")
struct CompanyRuleTests {
  private static let both = Drive("x1", "08:58", ["+b1-1", "+b2-1", "-b1-1", "-b2-1"])

  /// r1 and r2 go from k10 to k40 for 10:00, in one vehicle called x1.
  private func pair(_ mode: Mode = .tad, change: (inout LineTerritory) -> Void = { _ in })
    -> LineTerritory
  {
    var line = LineTerritory()
    for n in 1...2 { line.addOutward(n, from: 10, to: 40, by: "10:00") }
    line.addVehicle("x1", mode, depot: 0)
    change(&line)
    return line
  }

  @Test("R8: three patients may be taken 20 km out of the way, not 22, and never beyond the most")
  func detourOfThree() throws {
    var line = LineTerritory()
    for (n, from) in [(1, 20), (2, 9), (3, 15)] {
      line.addOutward(n, from: from, to: 40, by: "10:00") { $0.insured = true }
    }
    line.addVehicle("x1", .taxi, depot: 0)
    // r1 gets in at k20 and is taken back to k9: 42 km in place of 20, with two others.
    let plan = try line.driven(
      Drive("x1", "08:25", ["+b1-1", "+b2-1", "+b3-1", "-b1-1", "-b2-1", "-b3-1"]))
    #expect(
      try line.broken(plan) == [
        "patient-detour tap-2025.detour_per_extra_patient 22000 / 20000"
      ])
    #expect(try line.with(.tap, "detour_per_extra_patient", 11).broken(plan) == [])
    #expect(
      try line.with(.tap, "detour_most", 15).broken(plan) == [
        "patient-detour tap-2025.detour_most 22000 / 15000"
      ])
    #expect(try line.with(.tap, "detour_most", 30, "min").faults() == ["bad-figure"])
  }

  /// r1 rides from k0 to k30; r2 gets in at k28, and is driven back to k5 once r1 is out.
  private func turningBack() throws -> (LineTerritory, Plan) {
    var line = LineTerritory()
    line.addOutward(1, from: 0, to: 30, by: "09:00") { $0.insured = true }
    line.addOutward(2, from: 28, to: 5, by: "09:20") { $0.insured = true }
    line.addVehicle("x1", .taxi, depot: 0)
    return (line, try line.driven(Drive("x1", "08:00", ["+b1-1", "+b2-1", "-b1-1", "-b2-1"])))
  }

  @Test("R8: a tour may be 10 km longer than the direct way from its start to its end, not 50")
  func detourOfATour() throws {
    let (line, plan) = try turningBack()
    // r1 is driven straight on, r2 four kilometres too far; the car comes 55 km for a way of 5.
    #expect(
      try line.broken(plan) == ["tour-detour tap-2025.detour_per_extra_patient 50000 / 10000"])
    #expect(try line.with(.tap, "detour_per_extra_patient", 50).broken(plan).count == 1)
    #expect(
      try line.with(.tap, "detour_per_extra_patient", 50).with(.tap, "detour_most", 50)
        .broken(plan) == [])
  }

  @Test("R8: the detour is measured by the patient, by the tour, or by both")
  func detourBasis() throws {
    let (line, plan) = try turningBack()
    #expect(try line.with(.tap, "detour_of_tour", 0).broken(plan) == [])
    #expect(try line.with(.tap, "detour_of_patient", 0).broken(plan).count == 1)
    let neither = try line.with(.tap, "detour_of_tour", 0).with(.tap, "detour_of_patient", 0)
    #expect(neither.faults() == ["bad-figure"])
    #expect(try line.with(.tap, "detour_of_tour", 1, "km").faults() == ["bad-figure"])
    // A profile that does not speak of it means both.
    var silent = line
    var profile = try line.rules.profile(.tap)
    profile.figures["detour_of_tour"] = nil
    profile.figures["detour_of_patient"] = nil
    silent.scenario.profiles.append(profile)
    #expect(try silent.broken(plan).count == 1)
  }

  @Test("R8: the search keeps to the detour of those who are on board in truth")
  func detourSearched() throws {
    let (line, _) = try turningBack()
    let draft = try line.compiled().problem.draft
    #expect(draft.sharedDetour == SharedDetour(perFellow: 10_000, most: 30_000))
    #expect(draft.requests.map(\.sharesDetour) == [true, true])
    // Implied: nobody shares with more than seven others, and 30 km is the most.
    #expect(draft.requests.map(\.longestDetour) == [30_000, 30_000])
    let own = try line.searched()
    #expect(own.unserved.isEmpty)
    #expect(try line.broken(own) == [])
    #expect(own.indicators.sharedLegs == 0)
    let free = try line.with(.tap, "detour_of_tour", 0).searched()
    #expect(free.unserved.isEmpty)
  }

  @Test("R9: who rides alone, with certain others or never with somebody, is kept apart")
  func company() throws {
    let line = pair()
    let plan = try line.driven(Self.both)
    #expect(try line.broken(plan) == [])
    let alone = pair { $0.scenario.bookings[0].legs[0].sharing = .no }
    #expect(try alone.broken(plan) == ["ride-alone"])
    let choosy = pair {
      $0.addRider("r3")
      $0.scenario.bookings[1].legs[0].sharing = .onlyWith(["r3"])
    }
    #expect(try choosy.broken(plan) == ["apart"])
    #expect(
      try pair { $0.scenario.bookings[1].legs[0].sharing = .onlyWith(["r1"]) }.broken(plan) == [])
    #expect(
      try pair { $0.scenario.riders[1].neverTogether = ["r1"] }.broken(plan) == ["apart"])
    #expect(pair { $0.scenario.riders[1].neverTogether = ["r9"] }.faults() == ["unknown-rider"])
  }

  @Test("R9: a rider of an isolation class rides with that class alone")
  func isolation() throws {
    func classes(_ first: String, _ second: String) -> LineTerritory {
      pair {
        $0.scenario.riders[0].isolation = first
        $0.scenario.riders[1].isolation = second
        $0.addVehicle("x2", .tad, depot: 0) { $0.fixedCost = 50 }
      }
    }
    let plan = try pair().driven(Self.both)
    let cases: [(String, String, Bool)] = [
      ("", "", true), ("A", "", false), ("", "A", false), ("A", "B", false), ("A", "A", true),
    ]
    for (first, second, together) in cases {
      let line = classes(first, second)
      #expect(try line.broken(plan) == (together ? [] : ["apart"]), "\(first) and \(second)")
      let own = try line.searched()
      #expect(own.unserved.isEmpty)
      #expect(own.indicators.sharedLegs == (together ? 2 : 0), "\(first) and \(second)")
    }
  }

  @Test("R10: chairs and seats must fit one layout; the run says which")
  func layouts() throws {
    func day(chairs: Int, seats: Int) -> LineTerritory {
      var line = LineTerritory()
      for n in 1...chairs { line.addRider("r\(n)", home: 10, needs: ["wheelchair"]) }
      for n in 1...(chairs + seats) { line.addOutward(n, from: 10, to: 40, by: "10:00") }
      line.addVehicle("x1", .tad, depot: 0) {
        $0.layouts = [["seat": 5, "wheelchair": 1], ["seat": 2, "wheelchair": 3]]
        $0.needsAccepted = ["wheelchair"]
      }
      return line
    }
    #expect(try day(chairs: 1, seats: 3).searched().runs.map(\.layout) == [0])
    #expect(try day(chairs: 2, seats: 2).searched().runs.map(\.layout) == [1])
    let line = day(chairs: 2, seats: 3)
    let legs = (1...5).map { "b\($0)-1" }
    let five = try line.driven(Drive("x1", "08:35", legs.map { "+" + $0 } + legs.map { "-" + $0 }))
    // The second layout holds out longest: it has both chairs, and two of the three seats.
    #expect(try line.broken(five) == ["capacity 3 / 2"])
    var wider = line
    wider.scenario.vehicles[0].layouts[1]["seat"] = 3
    #expect(try wider.broken(five) == [])
    wider.scenario.vehicles[0].layouts[1]["seat"] = -3
    #expect(wider.faults() == ["negative"])
  }

  @Test("R10: one layout a run, or one each time the vehicle is empty")
  func layoutPerTrip() throws {
    var line = LineTerritory()
    line.addRider("r1", home: 10, needs: ["wheelchair"])
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    for n in 2...3 { line.addOutward(n, from: 10, to: 40, by: "14:00") }
    line.addVehicle("x1", .tad, depot: 0) {
      $0.layouts = [["seat": 3], ["wheelchair": 1]]
      $0.needsAccepted = ["wheelchair"]
    }
    let plan = try line.driven(
      Drive("x1", "08:50", ["+b1-1", "-b1-1", "+b2-1@13:00", "+b3-1", "-b2-1", "-b3-1"]))
    #expect(try line.broken(plan) == ["capacity 1 / 0"])
    line.scenario.vehicles[0].layoutPerTrip = true
    #expect(try line.broken(plan) == [])
  }

  @Test("R11: the time that a need takes at the door is kept")
  func service() throws {
    let line = pair()
    let plan = try line.driven(Self.both)
    let helped = pair { $0.scenario.riders[0].needs = ["door_help"] }
    #expect(try helped.broken(plan) == ["service 120 / 180", "service 120 / 180"])
    let quick = try helped.with(.needs, "door_help.pickup", 2).with(.needs, "door_help.setdown", 2)
    #expect(try quick.broken(plan) == [])
    #expect(try line.with(.needs, "default.pickup", 2, "km").faults() == ["bad-figure"])
  }

  @Test("R11: doors of a kind of place take longer, where the profile says so")
  func serviceAtPlaces() throws {
    let line = pair { $0.scenario.places[40].kind = "hospital" }
    let plan = try line.driven(Self.both)
    #expect(try line.broken(plan) == [])
    let far = try line.with(.needs, "place.hospital.setdown", 5, "min")
    #expect(try far.broken(plan) == ["service 120 / 420", "service 120 / 420"])
    #expect(try far.broken(far.planned()) == [])
    #expect(try line.with(.needs, "place.hospital.pickup", 5, "min").broken(plan) == [])
    #expect(try line.with(.needs, "place.market.setdown", 5, "min").broken(plan) == [])
    #expect(
      try line.with(.needs, "place.hospital.setdown", 5, "km").faults() == ["bad-figure"])
  }

  @Test("R11: the vehicle is cleaned between the loads of patients")
  func cleaning() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00") { $0.insured = true }
    line.addOutward(2, from: 10, to: 40, by: "14:00") { $0.insured = true }
    line.addVehicle("s1", .vsl, depot: 0)
    let plan = try line.driven(Drive("s1", "08:58", ["+b1-1", "-b1-1", "+b2-1@13:00", "-b2-1"]))
    #expect(try line.broken(plan) == [])
    #expect(
      try line.with(.tap, "setup_between_loads", 10).broken(plan) == [
        "setup tap-2025.setup_between_loads 420 / 720"
      ])
    #expect(
      try line.with(.tap, "setup_between_loads", 0).broken(plan).contains("service 420 / 120"))
  }

  @Test("R13: a patient and another rider in one taxi, unless the profile mixes them")
  func mixing() throws {
    let line = pair(.taxi) { $0.scenario.bookings[0].insured = true }
    let plan = try line.driven(Self.both)
    #expect(try line.broken(plan) == ["mixing tap-2025.mix_with_public"])
    #expect(try line.with(.tap, "mix_with_public", 1).broken(plan) == [])
    #expect(try line.with(.tap, "mix_with_public", 1, "count").faults() == ["bad-figure"])
  }

  @Test("R13: a table says who else may be on board together, and wins for patients too")
  func mixingTable() throws {
    let line = pair { $0.scenario.bookings[0].purpose = "school" }
    let plan = try line.driven(Self.both)
    #expect(try line.broken(plan) == [])
    for key in ["mix.school.other", "mix.other.school"] {
      let apart = try line.with(.needs, key, 0, "flag")
      #expect(try apart.broken(plan) == ["mixing needs-default.\(key)"])
      #expect(try apart.searched().indicators.sharedLegs == 0)
    }
    #expect(try line.with(.needs, "mix.work.other", 0, "flag").broken(plan) == [])
    let patient = pair(.taxi) {
      $0.scenario.bookings[0].insured = true
      $0.scenario.bookings[1].purpose = "school"
    }
    #expect(try patient.broken(plan) == ["mixing tap-2025.mix_with_public"])
    #expect(try patient.with(.needs, "mix.patient.school", 1, "flag").broken(plan) == [])
    #expect(
      try patient.with(.needs, "mix.patient.work", 1, "flag").broken(plan) == [
        "mixing tap-2025.mix_with_public"
      ])
    #expect(try line.with(.needs, "mix.school.other", 1, "km").faults() == ["bad-figure"])
    let both = try line.with(.needs, "mix.school.other", 1, "flag")
      .with(.needs, "mix.other.school", 0, "flag")
    #expect(both.faults() == ["bad-figure"])
  }

  @Test("R29: a service on demand rather waits for a second rider than go out for one")
  func fewRiders() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 20, by: "10:00")
    line.addOutward(2, from: 50, to: 40, by: "12:00")
    line.addVehicle("x1", .tad, depot: 0)
    line.addVehicle("x2", .tad, depot: 60)
    #expect(try line.searched().runs.map(\.resource) == ["x1", "x2"])
    let least = try line.with(.tad, "least_riders", 2).with(.tad, "few_riders", 500)
    let plan = try least.searched()
    #expect(plan.unserved.isEmpty)
    #expect(plan.runs.count == 1)
    // A wish and no rule: whoever goes alone all the same breaks none.
    #expect(try least.broken(line.searched()) == [])
    #expect(
      try line.with(.tad, "least_riders", 2).with(.tad, "few_riders", 0).searched().runs.count == 2)
    #expect(plan.runs.allSatisfy { $0.fewRiders == nil })
    #expect(plan.tiers.first { $0.id == "few_riders" }?.value == 0)
    // Companions are riders: two and two have no wish for each other.
    var pairs = least
    for b in 0...1 { pairs.scenario.bookings[b].companions = 1 }
    #expect(try pairs.searched().runs.count == 2)
    #expect(try line.with(.tad, "few_riders", 5, "km").faults() == ["bad-figure"])
    #expect(try line.with(.tad, "least_riders", -2).faults() == ["bad-figure"])
  }

  @Test("R29: a run that goes out for few says so, and the tiers say how many are missing")
  func fewRidersTold() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 20, by: "10:00") { $0.companions = 1 }
    line.addVehicle("x1", .tad, depot: 0)
    let wish = try line.with(.tad, "least_riders", 3).with(.tad, "few_riders", 1000)
    let plan = try wish.searched()
    #expect(plan.runs.map(\.fewRiders) == [FewRiders(riders: 2, least: 3)])
    #expect(plan.tiers.first { $0.id == "few_riders" }?.value == 1)
    // It weighs on which vehicle goes, never on whether anybody does (R35).
    #expect(plan.unserved.isEmpty)
    // Nobody wishes: nothing is told.
    let plain = try line.searched()
    #expect(plain.runs.map(\.fewRiders) == [nil])
    #expect(!plain.tiers.contains { $0.id == "few_riders" })
  }

  @Test("R32: four patients in a VSL are one too many by law, or by its seats")
  func patients() throws {
    var line = LineTerritory()
    for n in 1...4 { line.addOutward(n, from: 10, to: 40, by: "10:00") { $0.insured = true } }
    line.addVehicle("s1", .vsl, depot: 0, seats: 8)
    let legs = (1...4).map { "b\($0)-1" }
    let four = try line.driven(Drive("s1", "08:52", legs.map { "+" + $0 } + legs.map { "-" + $0 }))
    #expect(try line.broken(four) == ["capacity vsl-2023.most_patients 4 / 3"])
    #expect(try line.with(.vsl, "most_patients", 4).broken(four) == [])
    line.scenario.vehicles[0].layouts = [["seat": 3]]
    #expect(try line.broken(four) == ["capacity 4 / 3"])
    #expect(try line.with(.vsl, "most_patients", -1).faults() == ["bad-figure"])
  }
}
