/// The objective level by level (R35), from what the runs say.
struct TierWriter {
  let day: Day
  let runs: [Run]

  func tiers(brokenRules: Int) -> [Tier] {
    let tally = Tally(day, runs)
    let served = Set(tally.rides.map(\.leg))
    let unserved = day.legs.indices.filter { !served.contains($0) }
      .reduce(0) { $0 + day.weight(of: day.legs[$1].booking) }
    let excess = tally.rides.reduce(0) {
      $0 + max(0, $1.seconds - $1.direct)
    }
    return [
      Tier(id: "hard_rules", value: Double(brokenRules), unit: "count"),
      Tier(id: "unserved", value: unserved, unit: "weighted legs"),
      Tier(id: "cost", value: runs.reduce(0) { $0 + $1.cost }, unit: "EUR"),
      Tier(id: "comfort", value: Double(excess) / 60, unit: "min"),
      Tier(id: "fairness", value: greatestLead(), unit: "km"),
    ]
  }

  /// R38: by how many kilometres of the year the most used volunteer leads the mean of those there today.
  private func greatestLead() -> Double {
    let totals = day.resources.filter { $0.mode == .volunteer && !$0.shifts.isEmpty }.map { v in
      v.kilometresThisYear
        + Double(runs.filter { $0.resource == v.id }.reduce(0) { $0 + $1.metres }) / 1000
    }
    guard let most = totals.max() else { return 0 }
    return most - totals.reduce(0, +) / Double(totals.count)
  }
}
