import CaminTestSupport
import Planning
import Testing

/// Tariffs of whole plans, made by hand on a straight road where posts are kilometres.
@Suite("R36, R37: tariff of a plan")
struct DayTariffTests {
  /// A run from post 0 and back; each step is a rider's number and the post, pick-up first.
  private func made(
    _ line: LineTerritory, _ mode: Mode, _ resource: String, _ steps: [(rider: Int, post: Int)]
  ) -> Plan {
    var stops: [RunStop] = []
    var here = 0
    var time = 9 * 3600
    for step in steps {
      let way = abs(step.post - here) * 1000
      time += way / 1000 * 60
      let isAgain = stops.contains { $0.leg == "b\(step.rider)-1" }
      stops.append(
        RunStop(
          kind: isAgain ? .delivery : .pickup, place: "k\(step.post)", leg: "b\(step.rider)-1",
          booking: "b\(step.rider)", rider: "r\(step.rider)", arrival: time, start: time,
          departure: time, onBoard: 1, metres: way))
      here = step.post
    }
    let metres = stops.reduce(0) { $0 + $1.metres } + here * 1000
    let run = Run(
      id: resource, resource: resource, mode: mode, carrier: resource, start: "k0", end: "k0",
      departure: 8 * 3600, arrival: time + here * 60, stops: stops, metres: metres, emptyMetres: 0,
      driving: 0, waiting: 0, cost: 0, layout: 0)
    let territory = line.scenario.territory
    return Plan(
      territory: territory.id, territoryName: territory.name, date: territory.date,
      timeZone: territory.timeZone, approximate: false, runs: [run], unserved: [], tiers: [],
      indicators: Indicators(), profiles: [], provenance: .test)
  }

  @Test("R37: two patients of one VSL: each at the own kilometres, 15 % less, and what it saves")
  func vsl() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "12:00") { $0.insured = true }
    line.addOutward(2, from: 12, to: 40, by: "12:00") { $0.insured = true }
    line.addVehicle("s1", .vsl, depot: 0)
    let plan = made(line, .vsl, "s1", [(1, 10), (2, 12), (1, 40), (2, 40)])
    let tariff = DayTariff(of: plan, on: try line.day())
    #expect(tariff.patients.map(\.metres) == [30_000, 28_000])
    #expect(tariff.patients.map(\.patients) == [2, 2])
    // 15.58 + 27 × 1.02 = 43.12, less 6.47; 15.58 + 25 × 1.02 = 41.08, less 6.16.
    #expect(tariff.patients.map { $0.amount?.totalCents } == [3665, 3492])
    #expect(tariff.patients.map(\.savingCents) == [647, 616])
    #expect(tariff.shares.isEmpty && tariff.missing.isEmpty)
    #expect(tariff.figures.contains { $0.citation == "vsl-2023.tariff.rate" })
  }

  @Test(
    "R37: who gets in where the other gets out does not share; riders without prescription have no line"
  )
  func notShared() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 20, by: "12:00") { $0.insured = true }
    line.addOutward(2, from: 20, to: 40, by: "12:00") { $0.insured = true }
    line.addOutward(3, from: 20, to: 40, by: "12:00")
    line.addVehicle("t1", .taxi, depot: 0)
    let plan = made(
      line, .taxi, "t1", [(1, 10), (2, 20), (1, 20), (3, 20), (2, 40), (3, 40)])
    let tariff = DayTariff(of: plan, on: try line.day())
    #expect(tariff.patients.map(\.leg) == ["b1-1", "b2-1"])
    #expect(tariff.patients.map(\.patients) == [1, 1])
    #expect(tariff.patients.allSatisfy { $0.amount == nil && $0.savingCents == nil })
    #expect(tariff.missing == ["taxi-2025.tariff.rate"])
  }

  /// Rider 1 from post 10 to 50, rider 2 from 20 to 40, both with the volunteer of post 0.
  private func volunteers() -> (LineTerritory, Plan) {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 50, by: "12:00")
    line.addOutward(2, from: 20, to: 40, by: "12:00")
    line.addVolunteer("v1", home: 0)
    return (line, made(line, .volunteer, "v1", [(1, 10), (2, 20), (2, 40), (1, 50)]))
  }

  @Test(
    "R36: riders share each kilometre with who is on board; the volunteer has 100 km from home to home"
  )
  func shares() throws {
    let (line, plan) = volunteers()
    let tariff = DayTariff(of: plan, on: try line.day())
    // 10 + 20/2 + 10 = 30 km of 0.32 €; 20/2 = 10 km.
    #expect(tariff.shares.map(\.rider) == ["r2", "r1"])
    #expect(tariff.shares.map(\.shareCents) == [320, 960])
    #expect(tariff.shares.map(\.metres) == [20_000, 40_000])
    #expect(tariff.shares.map(\.riders) == [2, 2])
    #expect(tariff.volunteers.map(\.metres) == [100_000])
    #expect(tariff.volunteers.map(\.reimbursedCents) == [3200])
    #expect(tariff.volunteers.map(\.sharesCents) == [1280])
  }

  @Test("R36: the cap of the TUS holds whatever a scheme asks; a minimum is asked and told")
  func capAndMinimum() throws {
    var (line, plan) = volunteers()
    var profile = try #require(try ShippedProfiles.all().first { $0.kind == "volunteer" })
    profile.figures["share_rate"]?.value = 0.50
    profile.figures["share_minimum"]?.value = 3.75
    line.scenario.profiles = [profile]
    let capped = DayTariff(of: plan, on: try line.day())
    #expect(capped.shares.map(\.shareCents) == [375, 960])
    #expect(capped.shares.map(\.isMinimum) == [true, false])
    profile.figures["share_rate"] = nil
    profile.figures["share_minimum"] = nil
    profile.figures["rate"]?.value = 0.20
    line.scenario.profiles = [profile]
    // A scheme that states no share asks what it reimburses.
    let plain = DayTariff(of: plan, on: try line.day())
    #expect(plain.shares.map(\.shareCents) == [200, 600])
    plan.runs = []
    #expect(DayTariff(of: plan, on: try line.day()).volunteers.isEmpty)
  }

  @Test("R36: a ride on demand costs the fare, and as much for each companion")
  func fares() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 50, by: "12:00")
    line.addOutward(2, from: 20, to: 40, by: "12:00") { $0.companions = 2 }
    line.addOutward(3, from: 20, to: 40, by: "12:00") { $0.insured = true }
    line.addVehicle("d1", .tad, depot: 0)
    let plan = made(
      line, .tad, "d1", [(1, 10), (2, 20), (3, 20), (2, 40), (3, 40), (1, 50)])
    let tariff = DayTariff(of: plan, on: try line.day())
    // Who has a prescription is not asked.
    #expect(tariff.fares.map(\.rider) == ["r2", "r1"])
    #expect(tariff.fares.map(\.fareCents) == [600, 200])
    #expect(tariff.fares.map(\.metres) == [20_000, 40_000])
    #expect(tariff.figures.map(\.citation) == ["tad-local.fare", "tad-local.fare_companion"])
    #expect(tariff.shares.isEmpty && tariff.patients.isEmpty)
    var profile = try #require(try ShippedProfiles.all().first { $0.kind == "tad" })
    profile.figures["fare"]?.value = 0
    profile.figures["fare_companion"] = nil
    line.scenario.profiles = [profile]
    #expect(DayTariff(of: plan, on: try line.day()).fares.map(\.fareCents) == [0, 0])
    profile.figures["fare"] = nil
    line.scenario.profiles = [profile]
    #expect(DayTariff(of: plan, on: try line.day()).fares.isEmpty)
  }

  @Test("R36: shares add up to the rate of all loaded kilometres, to the cent", arguments: 0..<40)
  func sum(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var line = LineTerritory()
    line.addVolunteer("v1", home: 0)
    let riders = Array(1...Int.random(in: 1...5, using: &random))
    for rider in riders {
      line.addOutward(rider, from: 3 * rider, to: 40 + rider, by: "12:00")
    }
    var profile = try #require(try ShippedProfiles.all().first { $0.kind == "volunteer" })
    profile.figures["share_rate"]?.value = Double(Int.random(in: 1...32, using: &random)) / 100
    line.scenario.profiles = [profile]
    let order = (riders + riders).shuffled(using: &random)
    let plan = made(
      line, .volunteer, "v1", order.map { ($0, Int.random(in: 0...60, using: &random)) })
    let tariff = DayTariff(of: plan, on: try line.day())
    var (loaded, aboard) = (0, Set<String>())
    for stop in plan.runs[0].stops {
      if !aboard.isEmpty { loaded += stop.metres }
      if !aboard.insert(stop.leg).inserted { aboard.remove(stop.leg) }
    }
    let rate = try #require(profile.figures["share_rate"]?.value)
    let whole = (Double(loaded) / 1000 * rate * 100).rounded()
    #expect(tariff.shares.count == riders.count)
    #expect(tariff.shares.reduce(0) { $0 + $1.shareCents } == Int(whole))
    for line in tariff.shares {
      #expect(line.shareCents >= 0)
      // Never more than the rider's own kilometres at the rate, but for the cent that rounding moves.
      #expect(Double(line.shareCents) <= Double(line.metres) / 1000 * rate * 100 + 1)
    }
  }
}
