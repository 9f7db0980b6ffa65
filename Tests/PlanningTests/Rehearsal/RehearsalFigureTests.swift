import Planning
import Testing

@Suite("R49: figures of rehearsals")
struct RehearsalFigureTests {
  static let figures = FigureKey.all.filter { $0.kind == .rehearsal && $0.key != "late_price" }

  @Test("R49: no figure is idle: each one changed, the days turn out otherwise", arguments: figures)
  func everyFigureCounts(_ key: FigureKey) throws {
    let line = try day()
    let old = try line.rules[key]
    let other =
      key.measure.units == ["flag"] ? 1 - old : key.measure == .ratio ? old * 0.6 : old * 3 + 5
    let changed = try line.with(key.kind, key.key, other)
    #expect(try outcome(line) != outcome(changed), "\(key.key)")
  }

  @Test("R49: the shipped figures say that they are assumed, and the rehearsal names each of them")
  func shipped() throws {
    let profile = try #require(try ShippedProfiles.all().first { $0.kind == "rehearsal" })
    #expect(profile.figures.values.allSatisfy { $0.status == .assumed })
    let line = try day()
    let rehearsal = try Rehearsal(
      of: line.planned(), on: line.day(), options: Rehearsal.Options(days: 2))
    #expect(rehearsal.figures.count == profile.figures.count)
    // No plan stands on them.
    #expect(try !line.planned().profiles.contains(profile.id))
  }

  @Test(
    "R49: chances above one, half a stretch of the day and a missing figure are faults, all at once"
  )
  func badFigures() throws {
    func faults(_ figures: [String: (Double, String)], without: [String] = []) throws -> [String] {
      var line = LineTerritory()
      try line.setRules("rehearsal", figures)
      for key in without { line.scenario.profiles[0].figures[key] = nil }
      do {
        _ = try line.rules
        return []
      } catch let faults as Faults {
        return faults.faults.map { "\($0.code) \($0.field)" }.sorted()
      }
    }
    #expect(try faults([:]) == [])
    #expect(
      try faults(["care.dialysis.chance": (0.5, "ratio")]) == [
        "missing-figure figures.care.dialysis.least", "missing-figure figures.care.dialysis.mean",
      ])
    #expect(
      try faults([
        "no_show.chance": (1.5, "ratio"), "travel.leg": (3, "ratio"),
        "band.noon.from": (14, "h"), "band.noon.until": (12, "h"),
        "band.noon.spread": (0.1, "ratio"),
      ]) == [
        "bad-figure figures.band.noon.until", "bad-figure figures.no_show.chance",
        "bad-figure figures.travel.leg",
      ])
    #expect(
      try faults(["service": (3, "min")], without: ["travel.day"]) == [
        "bad-figure figures.service", "missing-figure figures.travel.day",
      ])
  }

  private func outcome(_ line: LineTerritory) throws -> [[Double]] {
    let found = try Rehearsal(
      of: line.planned(), on: line.day(), options: Rehearsal.Options(days: 400, threads: 2))
    return [
      [found.lateRiders, found.leftBehind, found.absentRiders, found.missedAppointments],
      found.stops.flatMap { [$0.onTime, Double($0.median), Double($0.ninety), $0.left] },
      found.connections.flatMap { [Double($0.run), $0.chance, Double($0.lacking)] },
    ]
  }

  /// One rider there and back for each mode, with a second one close behind; so much is uncertain that everything counts.
  private func day() throws -> LineTerritory {
    var line = LineTerritory()
    line.addVolunteer("v1", home: 0)
    line.addVehicle("t1", .tad, depot: 0, [("06:00", "20:00")])
    line.addVehicle("s1", .vsl, depot: 0, [("06:00", "20:00")])
    line.addVehicle("x1", .taxi, depot: 0, [("06:00", "20:00")])
    let kinds: [(Mode, Bool)] = [(.volunteer, false), (.tad, false), (.taxi, true), (.vsl, true)]
    for (n, (mode, insured)) in kinds.enumerated() {
      for k in 0...1 {
        line.addReturn(
          2 * n + k + 1, from: 5 + 3 * k, to: 25 + 3 * k, by: "10:00",
          back: .release(LineTerritory.at("12:30"), spread: k * 1800)
        ) {
          $0.modes = [mode]
          $0.insured = insured
        }
      }
    }
    let figures: [(String, Double)] = [
      ("travel.leg", 0.35), ("travel.day", 0.2), ("service", 0.8), ("no_show.chance", 0.3),
      ("refused.chance", 0.3), ("no_show.wait", 20), ("refused.time", 15),
      ("care.default.chance", 0.7), ("care.default.least", 10), ("care.default.mean", 20),
      ("target", 0.9),
    ]
    for (key, value) in figures { line = try line.with(.rehearsal, key, value) }
    for mode in Mode.allCases {
      line = try line.with(.rehearsal, "rider_wait.\(mode.rawValue)", 8)
    }
    return line
  }
}
