import DialARide
import Planning
import Testing

@Suite("R34: nobody parked on board")
struct ParkedTests {
  /// r1 rides from k0 to k30, r2 gets in at k10 from 09:00 on.
  private func line(_ latestAfter: Int) -> LineTerritory {
    var line = LineTerritory()
    for (n, from, clock) in [(1, 0, "08:30"), (2, 10, "09:00")] {
      line.add(
        n, home: from,
        legs: [
          Leg(
            id: "b\(n)-1", from: "k\(from)", to: "k30",
            anchor: .departAfter(LineTerritory.at(clock)),
            latestAfter: n == 1 ? latestAfter : 600)
        ])
    }
    line.addVehicle("t1", .tad, depot: 0)
    return line
  }

  @Test("R34: the plan waits before the pick-up, and its indicator is zero")
  func zero() throws {
    let plan = try line(1200).planned()
    let shared = try #require(plan.runs.first { $0.stops.count == 4 })
    #expect(shared.stops.prefix(2).map(\.leg) == ["b1-1", "b2-1"])
    // r1 gets in at 08:48: two minutes at the door and ten of driving, and it is nine.
    #expect(shared.stops[0].start == 8 * 3600 + 48 * 60)
    #expect(plan.indicators.parkedMinutes == 0)
  }

  @Test("R34: what cannot be avoided is counted rider by rider, and kept below the limit")
  func counted() throws {
    // Ready by 08:44 at the latest, r1 is at k10 four minutes early: within the five of the profile.
    let plan = try line(840).planned()
    let shared = try #require(plan.runs.first { $0.stops.count == 4 })
    #expect(shared.stops[1].start - shared.stops[1].arrival == 240)
    #expect(plan.indicators.parkedMinutes == 4)
    #expect(try PlanCheck(line(840).day()).violations(in: plan) == [])
    // By 08:42 it would be six: they do not share that way.
    let apart = try line(720).planned()
    #expect(apart.indicators.parkedMinutes == 0)
    #expect(!apart.runs.contains { $0.stops.prefix(2).map(\.kind) == [.pickup, .pickup] })
    // With two on board, each of them waits.
    var two = plan
    two.runs[0].stops[2].arrival -= 60
    let figures = Indicators(
      of: two.runs, outside: [], unserved: [], day: try line(840).day())
    #expect(figures.parkedMinutes == 6)
  }
}
