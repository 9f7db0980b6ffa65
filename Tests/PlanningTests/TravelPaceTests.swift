import DialARide
import Planning
import Testing

@Suite("R23: how fast is driven")
struct TravelPaceTests {
  /// A day with one car of each kind, and a profile of roads with the figures given.
  private func line(_ figures: [String: (Double, String)] = [:]) throws -> LineTerritory {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "12:00")
    line.addVehicle("m1", .tad, depot: 0, [("06:00", "08:00"), ("10:00", "13:00")])
    line.addVolunteer("v1", home: 0, [("10:00", "13:00")])
    var roads = try #require(try ShippedProfiles.all().first { $0.kind == "roads" })
    for (key, (value, unit)) in figures {
      roads.figures[key] = Figure(value: value, unit: unit, source: "test", status: .assumed)
    }
    line.scenario.profiles = [roads]
    return line
  }

  private static let rush: [String: (Double, String)] = [
    "buffer": (2, "min"), "profile.tad.factor": (1.1, "ratio"),
    "slow.morning.from": (7.5, "h"), "slow.morning.until": (9, "h"),
    "slow.morning.factor": (1.5, "ratio"),
  ]

  /// Seconds from k10 to k40, half an hour by road, of a vehicle.
  private func ride(_ compiled: CompiledDay, _ id: String) throws -> Double {
    let problem = compiled.problem
    let vehicle = try #require(problem.vehicles.firstIndex { $0.id == id })
    return problem.travelTime(10, 40, vehicle: vehicle)
  }

  @Test("without figures, road times are driven as they are")
  func plain() throws {
    let line = try line()
    let draft = try line.compiled().problem.draft
    #expect(draft.matrices.count == 1)
    #expect(draft.matrices[0].times == line.travel.seconds.map(Double.init))
    #expect(draft.vehicles.allSatisfy { $0.matrix == 0 })
    #expect(try line.rules.seconds(FigureKey(.roads, "buffer", .time, optional: true)) == 0)
  }

  @Test("R23: each shift has the matrix of its profile and of its slowest hour, and the buffer")
  func paces() throws {
    let compiled = try line(Self.rush).compiled()
    // 1800 s by road: × 1.1 × 1.5 in the rush, × 1.1 out of it, as it is for the volunteer; 120 s on top.
    #expect(try ride(compiled, "m1#1") == 2970 + 120)
    #expect(try ride(compiled, "m1#2") == 1980 + 120)
    #expect(try ride(compiled, "v1#1") == 1800 + 120)
    #expect(compiled.problem.draft.matrices.count == 3)
    for matrix in compiled.problem.draft.matrices {
      #expect((0..<matrix.size).allSatisfy { matrix.times[$0 * (matrix.size + 1)] == 0 })
    }
    // The shift from 06:00 touches the rush for half an hour; one until 07:30 does not.
    var early = try line(Self.rush)
    early.scenario.availability[0].window?.end = LineTerritory.at("07:30")
    #expect(try ride(early.compiled(), "m1#1") == 1980 + 120)
  }

  @Test("a shift wholly in quick hours is driven quickly, one partly so as the roads say")
  func quickHours() throws {
    let night: [String: (Double, String)] = [
      "slow.night.from": (10, "h"), "slow.night.until": (13, "h"),
      "slow.night.factor": (0.9, "ratio"),
    ]
    let compiled = try line(night).compiled()
    #expect(try ride(compiled, "v1#1") == 1620)
    #expect(try ride(compiled, "m1#1") == 1800)
    var longer = try line(night)
    longer.scenario.availability[2].window?.end = LineTerritory.at("13:01")
    #expect(try ride(longer.compiled(), "v1#1") == 1800)
  }

  @Test("a vehicle may name a profile of its own; the rules must know it")
  func ownProfile() throws {
    var figures = Self.rush
    figures["profile.minibus.factor"] = (1.2, "ratio")
    var line = try line(figures)
    line.scenario.vehicles[0].roadProfile = "minibus"
    #expect(try ride(line.compiled(), "m1#2") == 2160 + 120)
    line.scenario.vehicles[0].roadProfile = "tractor"
    let error = #expect(throws: Faults.self) { try line.day() }
    #expect(error?.faults.map(\.code) == ["unknown-road-profile"])
  }

  @Test("R23: a plan is judged at the pace that it was made at")
  func judged() throws {
    let slow = try line(Self.rush)
    let plan = try slow.planned()
    #expect(plan.unserved.isEmpty && plan.runs.count == 1)
    #expect(try PlanCheck(slow.day()).violations(in: plan) == [])
    let run = try #require(plan.runs.first)
    // 10 + 30 + 40 km, three legs.
    let minutes = run.resource == "m1" ? 88 : 80
    #expect(run.driving == minutes * 60 + 3 * 120 && run.metres == 80_000)
    let hasty = try line().planned()
    let broken = try PlanCheck(slow.day()).violations(in: hasty)
    #expect(broken.contains { $0.rule == "travel" }, "\(broken.map(\.rule))")
  }

  /// However slow a vehicle is, the direct ride in it is no detour.
  @Test func directRidesAreNeverTooLong() throws {
    var line = try line(["profile.tad.factor": (3, "ratio")])
    line.scenario.volunteers = []
    line.scenario.availability.removeAll { $0.resource == "v1" }
    line.scenario.availability[1].window?.end = LineTerritory.at("18:00")
    line.scenario.bookings[0].legs[0].anchor = .arriveBy(LineTerritory.at("14:00"))
    let plan = try line.planned()
    #expect(plan.unserved.isEmpty)
    #expect(try PlanCheck(line.day()).violations(in: plan) == [])
  }

  @Test("R23: figures that make no sense are faults, all at once")
  func faults() throws {
    let cases: [([String: (Double, String)], Int)] = [
      (["buffer": (2, "km")], 1),
      (["profile.tad.factor": (0, "ratio")], 1),
      (["profile.tad.factor": (1, "min")], 1),
      (["slow.a.from": (7, "h")], 2),
      (["slow.a.from": (9, "h"), "slow.a.until": (9, "h"), "slow.a.factor": (1.2, "ratio")], 1),
      (["slow.a.from": (9, "h"), "slow.a.until": (49, "h"), "slow.a.factor": (0, "ratio")], 1),
      (["slow.a.from": (9, "h"), "slow.a.until": (49, "h"), "slow.a.factor": (2, "ratio")], 1),
      (["slow.a.from": (22, "h"), "slow.a.until": (30, "h"), "slow.a.factor": (2, "ratio")], 0),
    ]
    for (figures, count) in cases {
      let scenario = try line(figures).scenario
      var codes: [String] = []
      do {
        _ = try RuleBook(for: scenario)
      } catch {
        codes = error.faults.map(\.code)
      }
      #expect(codes.count == count && codes.allSatisfy { $0.hasSuffix("-figure") }, "\(figures)")
    }
  }
}
