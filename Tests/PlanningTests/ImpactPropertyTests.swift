import Planning
import Testing

/// Indicators of random days, counted anew kilometre by kilometre.
@Suite("R62: indicators of random days")
struct ImpactPropertyTests {
  /// What one run comes to, by walking it one kilometre post after the other.
  private struct Walk {
    var metres = 0
    var loaded = 0
    var riders = 0
    var home = 0

    init(_ run: Run) {
      func post(_ place: String) -> Int { Int(place.dropFirst()) ?? 0 }
      var here = post(run.start)
      var aboard: Set<String> = []
      var empty = 0
      var touchesHome = true
      func isHome() -> Bool { run.mode == .volunteer && touchesHome }
      for stop in run.stops {
        while here != post(stop.place) {
          here += here < post(stop.place) ? 1 : -1
          metres += 1000
          riders += 1000 * aboard.count
          if aboard.isEmpty { empty += 1000 } else { loaded += 1000 }
        }
        switch stop.kind {
        case .pickup:
          if aboard.isEmpty, isHome() { home += empty }
          if aboard.isEmpty { (empty, touchesHome) = (0, false) }
          aboard.insert(stop.leg)
        case .delivery: aboard.remove(stop.leg)
        case .base: touchesHome = true
        case .rest: break
        }
      }
      touchesHome = true
      let last = abs(post(run.end) - here) * 1000
      metres += last
      if isHome() { home += empty + last }
    }
  }

  private func made(_ seed: UInt64) throws -> (Plan, Day) {
    var random = RandomTerritory(seed: seed)
    let compiled = try random.territory().compiled()
    let plan = compiled.plan(from: Greedy.solution(compiled.problem), provenance: .test)
    return (plan, compiled.day)
  }

  @Test("R62: totals equal the sum over runs walked post by post", arguments: 1...100)
  func sums(_ seed: UInt64) throws {
    let (plan, day) = try made(seed)
    let totals = ImpactTotals(of: plan, on: day)
    #expect(ImpactTotals.misstatements(of: plan, on: day).isEmpty)
    for mode in Mode.allCases {
      let runs = plan.runs.filter { $0.mode == mode }
      let walks = runs.map(Walk.init)
      #expect(totals[mode].metres == walks.reduce(0) { $0 + $1.metres }, "seed \(seed)")
      #expect(totals[mode].loadedMetres == walks.reduce(0) { $0 + $1.loaded }, "seed \(seed)")
      #expect(totals[mode].riderMetres == walks.reduce(0) { $0 + $1.riders }, "seed \(seed)")
      #expect(totals[mode].homeMetres == walks.reduce(0) { $0 + $1.home }, "seed \(seed)")
      #expect(totals[mode].emptyMetres == runs.reduce(0) { $0 + $1.emptyMetres }, "seed \(seed)")
      let pickups = runs.flatMap(\.stops).count { $0.kind == .pickup }
      #expect(totals[mode].legs == pickups, "seed \(seed)")
    }
    #expect(totals.servedLegs == plan.indicators.servedLegs)
    #expect(totals.servedBookings == plan.indicators.servedBookings)
    #expect(totals.all.sharedLegs == plan.indicators.sharedLegs)
    #expect(totals.unservedLegs == plan.unserved.reduce(0) { $0 + $1.legs.count })
    #expect(totals.unservedByReason[""] == nil)
    #expect(totals.rideRatios.count == totals.servedLegs)
  }

  @Test("R62: a plan comes to what its runs come to one by one", arguments: 1...60)
  func runByRun(_ seed: UInt64) throws {
    let (plan, day) = try made(seed)
    let whole = ImpactTotals(of: plan, on: day)
    let parts = plan.runs.map { run in
      var part = plan
      part.runs = [run]
      return ImpactTotals(of: part, on: day)
    }
    for mode in Mode.allCases {
      var sum = ImpactTotals.ModeTotals()
      for part in parts { sum += part[mode] }
      #expect(abs(sum.cost - whole[mode].cost) < 1e-6, "seed \(seed)")
      sum.cost = whole[mode].cost
      #expect(sum == whole[mode], "seed \(seed) \(mode)")
    }
    #expect(parts.flatMap(\.detours).sorted() == whole.detours.sorted(), "seed \(seed)")
  }

  @Test("R62: totals over days are the sums of the days", arguments: 1...30)
  func days(_ seed: UInt64) throws {
    let days = try (0..<3).map { try made(seed &* 3 &+ $0) }
    let each = days.map { ImpactTotals(of: $0.0, on: $0.1) }
    let sum = each.reduce(ImpactTotals(), +)
    #expect(sum.days == 3)
    #expect(sum.legs == days.reduce(0) { $0 + $1.1.legs.count })
    #expect(sum.unservedLegs == each.reduce(0) { $0 + $1.unservedLegs })
    #expect(sum.all.metres == days.reduce(0) { $0 + $1.0.runs.reduce(0) { $0 + $1.metres } })
    #expect(
      abs(sum.all.cost - days.reduce(0) { $0 + $1.0.runs.reduce(0) { $0 + $1.cost } }) < 1e-6)
    #expect(sum.rideRatios.count == each.reduce(0) { $0 + $1.rideRatios.count })
    let driven = days.flatMap { $0.0.runs }.filter { $0.mode == .volunteer }
    #expect(
      sum.volunteers.values.reduce(0, +) == driven.reduce(0) { $0 + $1.metres }, "seed \(seed)")
  }
}
