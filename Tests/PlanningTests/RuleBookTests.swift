import Planning
import Testing

@Suite("Rule profiles")
struct RuleBookTests {
  private func codes(_ scenario: Scenario) -> [String] {
    do {
      _ = try RuleBook(for: scenario)
      return []
    } catch {
      return error.faults.map(\.code)
    }
  }

  @Test("R44: every shipped figure says where it comes from")
  func sources() throws {
    let profiles = try ShippedProfiles.all()
    #expect(Set(profiles.map(\.kind)) == Set(RuleKind.allCases.map(\.rawValue)))
    for profile in profiles {
      for (key, figure) in profile.figures {
        #expect(!figure.source.isEmpty, "\(profile.id).\(key)")
        #expect(!figure.unit.isEmpty, "\(profile.id).\(key)")
      }
    }
  }

  @Test("G the figures of the table of defaults")
  func table() throws {
    let rules = try LineTerritory().rules
    #expect(rules.seconds(FigureKey(.tap, "wait_total", .time)) == 45 * 60)
    #expect(rules.metres(FigureKey(.tap, "detour_per_extra_patient", .distance)) == 10_000)
    #expect(rules.metres(FigureKey(.tap, "detour_most", .distance)) == 30_000)
    #expect(rules[FigureKey(.vsl, "most_patients", .count)] == 3)
    #expect(rules.metres(FigureKey(.tus, "most_distance", .distance)) == 100_000)
    #expect(rules.seconds(FigureKey(.volunteer, "longest_wait", .time)) == 90 * 60)
    #expect(rules[FigureKey(.volunteer, "rate", .money)] == 0.32)
    #expect(rules.seconds(FigureKey(.tad, "amplitude", .time)) == 12 * 3600)
    #expect(rules.citation(FigureKey(.tap, "wait_total", .time)) == "tap-2025.wait_total")
  }

  @Test("G a day before a profile came into force, and a profile that has expired, are faults")
  func validity() throws {
    #expect(codes(LineTerritory(date: "2025-02-28").scenario).contains("missing-profile"))
    #expect(codes(LineTerritory(date: "2026-11-25").scenario) == [])
    var line = LineTerritory()
    var tad = try #require(try ShippedProfiles.all().first { $0.kind == "tad" })
    tad.id = "tad-2020"
    tad.validTo = PlanDate(year: 2021, month: 12, day: 31)
    line.scenario.profiles = [tad]
    line.scenario.territory.profiles = ["tad": "tad-2020"]
    #expect(codes(line.scenario) == ["profile-not-in-force"])
    line.scenario.territory.profiles = ["tad": "tad-2030", "boats": "x"]
    #expect(codes(line.scenario) == ["missing-profile", "unknown-rule-kind"])
  }

  @Test("G the scenario’s own profile wins, and must be whole")
  func ownProfile() throws {
    var line = LineTerritory()
    var volunteer = try #require(try ShippedProfiles.all().first { $0.kind == "volunteer" })
    volunteer.figures["rate"]?.value = 0.40
    line.scenario.profiles = [volunteer]
    #expect(try line.rules[FigureKey(.volunteer, "rate", .money)] == 0.40)
    volunteer.figures["rate"]?.unit = "min"
    volunteer.figures["longest_wait"] = nil
    volunteer.figures["radius"]?.value = -1
    line.scenario.profiles = [volunteer]
    #expect(codes(line.scenario).sorted() == ["bad-figure", "bad-figure", "missing-figure"])
  }

  @Test("R10: needs and companions make the load; R11: the longest service time counts")
  func needs() throws {
    let rules = try LineTerritory().rules
    #expect(rules.load(of: [], companions: 0) == ["seat": 1])
    #expect(rules.load(of: ["walker"], companions: 2) == ["seat": 3, "folded": 1])
    // In the own wheelchair the rider takes no seat; the companion does.
    #expect(rules.load(of: ["wheelchair"], companions: 1) == ["seat": 1, "wheelchair": 1])
    #expect(rules.service(of: []) == (120, 120))
    #expect(rules.service(of: ["door_help", "wheelchair"]) == (360, 360))
    #expect(rules.need("jetpack") == nil)
  }

  @Test("R22: roads estimated from straight lines, by distance")
  func fallback() throws {
    let travel = try FallbackTravel(LineTerritory().rules)
    // 5 km straight: × 1.50 = 7.5 km at 54 km/h = 500 s, and 90 s of terminal time.
    #expect(travel.estimate(crowMetres: 5000) == (7500, 590))
    // 20 km: × 1.40 = 28 km at 57 km/h = 1768.4 s.
    #expect(travel.estimate(crowMetres: 20_000) == (28_000, 1858))
    // 50 km: × 1.37 = 68.5 km at 61 km/h = 4042.6 s.
    #expect(travel.estimate(crowMetres: 50_000) == (68_500, 4133))
    let line = LineTerritory(posts: [0, 10, 20])
    let matrix = travel.matrix(of: line.scenario.places)
    #expect(matrix.approximate)
    #expect(matrix.metres(0, 0) == 0 && matrix.seconds(1, 1) == 0)
    #expect(matrix.metres(0, 2) == matrix.metres(2, 0))
    // Cahors – Figeac is 49 km as the crow flies.
    let cahors = Place(id: "c", name: "Cahors", latitude: 44.4475, longitude: 1.4408)
    let figeac = Place(id: "f", name: "Figeac", latitude: 44.6086, longitude: 2.0319)
    #expect(abs(cahors.crowMetres(to: figeac) - 50_200) < 500)
  }

  @Test("R22: a matrix of the wrong shape is refused")
  func wrongMatrix() throws {
    #expect(
      TravelMatrix(size: 2, seconds: [0, 1, 1], metres: [0, 1, 1], approximate: false) == nil)
    #expect(
      TravelMatrix(size: 2, seconds: [0, -1, 1, 0], metres: [0, 1, 1, 0], approximate: false)
        == nil)
    let line = LineTerritory(posts: [0, 1, 2])
    let small = try #require(
      TravelMatrix(size: 1, seconds: [0], metres: [0], approximate: false))
    #expect {
      _ = try Day(line.scenario, rules: line.rules, travel: small)
    } throws: {
      ($0 as? Faults)?.faults.map(\.code) == ["wrong-matrix-size"]
    }
  }
}
