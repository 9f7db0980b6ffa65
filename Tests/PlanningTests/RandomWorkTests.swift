import CaminTestSupport
import Planning
import Testing
import Verification

/// Random days under every working rule at once: what is planned passes the plan's check.
@Suite("Random days with working rules")
struct RandomWorkTests {
  @Test("R31: split shifts, late evenings, meals and long drives keep the rules", arguments: 1...80)
  func clean(_ seed: UInt64) throws {
    var random = RandomTerritory(seed: seed)
    var line = random.territory()
    try addWork(seed, to: &line)
    let compiled = try line.compiled()
    let solution = Greedy.solution(compiled.problem)
    let numeric = Verifier.violations(in: solution, of: compiled.problem)
    #expect(numeric.filter { !$0.obeysLock } == [], "seed \(seed)")
    let plan = compiled.plan(from: solution, provenance: .test)
    let broken = try PlanCheck(compiled.day).violations(in: plan).filter { !$0.decided }
    #expect(broken.map(\.text.en) == [], "seed \(seed)")
  }

  /// Second shifts, last ends of the day before, a meal, and a tight limit on driving without a rest.
  private func addWork(_ seed: UInt64, to line: inout LineTerritory) throws {
    var random = SplitMix64(seed: seed &+ 77)
    for vehicle in line.scenario.vehicles where random.chance(0.6) {
      let start = random.int(18...20)
      line.addAvailability(vehicle.id, [("\(start):30", "\(start + 3):45")])
    }
    for i in line.scenario.availability.indices where random.chance(0.4) {
      line.scenario.availability[i].lastEnd = ClockTime(hour: random.int(18...23), minute: 30)
    }
    line.scenario.profiles = try ShippedProfiles.all().filter {
      ["tad", "vsl", "taxi", "volunteer"].contains($0.kind)
    }.map { profile in
      var profile = profile
      func set(_ key: String, _ value: Double) {
        profile.figures[key] = Figure(value: value, unit: "min", source: "test", status: .assumed)
      }
      set("unbroken_driving", Double(random.int(60...200)))
      set("driving_rest", 30)
      if random.chance(0.5) {
        set("driving_rest_first", 10)
        set("driving_rest_second", 20)
      }
      if random.chance(0.5) {
        set("meal", 40)
        set("meal_from", 690)
        set("meal_until", 840)
        set("meal_due_after", Double(random.int(60...400)))
      }
      if profile.kind != "volunteer" { set("longest_work", Double(random.int(300...600))) }
      return profile
    }
  }
}
