import DialARide
import Planning
import Testing

/// Mutation of every figure that rules read: none stands in a profile without a consequence.
@Suite("R44: figures of the rules")
struct RuleFigureTests {
  /// The reach of a least change is tried below.
  private static let elsewhere: Set<String> = ["change_step", "change_most"]
  /// Those that a profile may leave out have tests of their own, but for limits of rides and what driving takes.
  private static let optional: Set<String> = [
    "ride_factor", "ride_offset", "ride_longest", "buffer", "detour_of_patient", "detour_of_tour",
  ]

  /// No problem hangs on how days turn out: rehearsals do, and `RehearsalFigureTests` changes those figures.
  static let figures = FigureKey.all.filter { key in
    key.kind == .rehearsal
      ? false : key.optional ? optional.contains(key.key) : !elsewhere.contains(key.key)
  }

  @Test(
    "R44: no figure is idle: each one changed, the day comes down to another problem",
    arguments: figures)
  func everyFigureCounts(_ key: FigureKey) throws {
    var line = try day()
    // An addend counts only beside the factor.
    if key.key == "ride_offset" { line = try line.with(key.kind, "ride_factor", 1.2, "ratio") }
    let old = try line.rules.figure(key)
    let unit = old?.unit ?? key.measure.units[0]
    let changed = try line.with(key.kind, key.key, Self.other(old?.value, key), unit)
    #expect(try problems(line) != problems(changed), "\(key.kind).\(key.key)")
  }

  @Test("R45: the reach of a least change is the profile's")
  func reach() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0, [("09:30", "19:00")])
    // v1 could set r1 down at 10:12 at best, 17 minutes after the latest arrival.
    func amount(_ line: LineTerritory) throws -> Double? {
      try line.planned().unserved.first?.reasons.first?.leastChange?.amount
    }
    #expect(try amount(line) == 20)
    #expect(try amount(line.with(.objective, "change_step", 1)) == 17)
    #expect(try amount(line.with(.objective, "change_most", 2)) == nil)
  }

  private static func other(_ value: Double?, _ key: FigureKey) -> Double {
    guard let value else { return key.measure.units[0] == "ratio" ? 1 : 7 }
    if key.measure.units == ["flag"] { return 1 - value }
    return value == 0 ? 7 : value / 4
  }

  /// What the day comes down to, with cheap vehicles and with dear ones, on estimated roads.
  private func problems(_ line: LineTerritory) throws -> [ProblemDraft] {
    var dear = line
    for v in dear.scenario.vehicles.indices { dear.scenario.vehicles[v].fixedCost = 5000 }
    return try [line, dear].map { line in
      let rules = try line.rules
      let travel = FallbackTravel(rules).matrix(of: line.scenario.places)
      return try CompiledDay(line.scenario, rules: rules, travel: travel).problem.draft
    }
  }

  /// For each kind of rule a rider who goes and comes back, and one told a time; far, near and to town.
  private func day() throws -> LineTerritory {
    var line = LineTerritory()
    line.scenario.places[38].communeClass = .urban
    line.addVolunteer("v1", home: 10) { $0.kilometresThisYear = 3000 }
    line.addVolunteer("v2", home: 0) { $0.ridersPreferred = ["r1"] }
    line.addVehicle("t1", .tad, depot: 0, [("06:00", "20:00")])
    line.addVehicle("s1", .vsl, depot: 0, [("06:00", "20:00")])
    line.addVehicle("x1", .taxi, depot: 0, [("06:00", "20:00")])
    let kinds: [(Mode, Bool)] = [(.volunteer, false), (.tad, false), (.taxi, true), (.vsl, true)]
    for (n, (mode, insured)) in kinds.enumerated() {
      line.addReturn(
        n + 1, from: 5, to: 35, by: "10:00",
        back: .release(LineTerritory.at("13:00"), spread: 1800)
      ) {
        $0.modes = [mode]
        $0.insured = insured
      }
      line.add(
        n + 5, home: 5,
        legs: [
          Leg(
            id: "b\(n + 5)-1", from: "k5", to: "k58",
            anchor: .departAfter(LineTerritory.at("15:00")))
        ]
      ) {
        $0.modes = [mode]
        $0.insured = insured
      }
      line.scenario.locks.append(
        PlanLock(
          trip: "b\(n + 5)-1", resource: "", kind: .promise, time: LineTerritory.at("15:05")))
    }
    // Whoever the rules let: paid by the insurance, without a ground for social transport, and to town.
    line.addOutward(9, from: 5, to: 36, by: "10:00") { $0.insured = true }
    line.addOutward(10, from: 5, to: 37, by: "10:00")
    line.scenario.riders[line.scenario.riders.count - 1].socialCriterion = .none
    line.addOutward(11, from: 5, to: 38, by: "10:00")
    line.addOutward(12, from: 5, to: 36, by: "10:00") {
      $0.insured = true
      $0.carrier = "s1"
      $0.carrierPolicy = .allowed
    }
    return line
  }
}
