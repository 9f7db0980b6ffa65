import CaminTestSupport
import Planning
import Testing

@Suite("R49: slack")
struct RehearsalSlackTests {
  /// Days that meet the same chance on two plans.
  private func found(_ line: LineTerritory, _ plan: Plan) throws -> Rehearsal {
    var model = RehearsalModel()
    model.travelDay = 0.1
    model.travelLeg = 0.3
    model.service = 0.4
    model.anyCare = RehearsalModel.LateEnd(chance: 0.5, least: 120, mean: 600)
    return try Rehearsal(
      of: plan, on: line.day(), model: model,
      options: Rehearsal.Options(days: 200, seed: 9, threads: 2))
  }

  /// Wishes rather than appointments, so that a later time breaks no deadline.
  private func wishes(_ seed: UInt64) -> LineTerritory {
    var random = SplitMix64(seed: seed)
    var line = LineTerritory(posts: Array(0...50))
    for n in 1...8 {
      let from = random.int(0...49)
      let to = (from + random.int(1...30)) % 51
      let time = ClockTime(hour: random.int(8...14), minute: 15 * random.int(0...3))
      line.add(
        n, home: from,
        legs: [Leg(id: "b\(n)-1", from: "k\(from)", to: "k\(to)", anchor: .departAfter(time))])
    }
    for n in 1...2 { line.addVolunteer("v\(n)", home: random.int(0...50)) }
    return line
  }

  @Test("R49: on the same days, later times from some stop on make nobody later", arguments: 1...30)
  func tellingLater(_ seed: UInt64) throws {
    let line = wishes(seed)
    let plan = try line.planned()
    var random = SplitMix64(seed: seed)
    var later = plan
    for r in later.runs.indices {
      let first = random.int(0...later.runs[r].stops.count - 1)
      let seconds = 60 * random.int(1...20)
      for s in later.runs[r].stops.indices where s >= first {
        if s > first || later.runs[r].stops[s].kind == .base {
          later.runs[r].stops[s].arrival += seconds
        }
        later.runs[r].stops[s].start += seconds
        later.runs[r].stops[s].departure += seconds
      }
      later.runs[r].arrival += seconds
    }
    let (before, after) = (try found(line, plan), try found(line, later))
    for (a, b) in zip(before.stops, after.stops) {
      #expect(b.onTime >= a.onTime && b.ninety <= a.ninety && b.median <= a.median, "seed \(seed)")
    }
    #expect(after.lateRiders <= before.lateRiders, "seed \(seed)")
  }

  @Test("R49: on the same days, drivers who leave earlier make nobody later", arguments: 31...60)
  func leavingEarlier(_ seed: UInt64) throws {
    var random = RandomTerritory(seed: seed)
    let line = random.territory()
    let plan = try line.planned()
    var earlier = plan
    // A second run of a driver would begin while the first one is still under way.
    let firsts = plan.runs.indices.filter { r in
      !plan.runs.contains {
        $0.resource == plan.runs[r].resource && $0.departure < plan.runs[r].departure
      }
    }
    for r in firsts { earlier.runs[r].departure -= 420 }
    let (before, after) = (try found(line, plan), try found(line, earlier))
    for (a, b) in zip(before.stops, after.stops) {
      #expect(b.onTime >= a.onTime && b.ninety <= a.ninety, "seed \(seed)")
    }
    #expect(after.lateRiders <= before.lateRiders, "seed \(seed)")
  }
}
