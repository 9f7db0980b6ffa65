/// The objective level by level (R35), from what the runs say.
struct TierWriter {
  let day: Day
  let runs: [Run]
  /// Bookings, by index, on standby (R58): a level of their own, below all others that are not served.
  let standby: Set<Int>
  /// Legs that cost money, but are not left unserved (R33).
  let outside: [OutsideRide]

  func tiers(brokenRules: Int) -> [Tier] {
    let tally = Tally(day, runs)
    let served = Set(tally.rides.map(\.leg)).union(outside.compactMap { day.legIndex[$0.leg] })
    let money = runs.reduce(0) { $0 + $1.cost } + outside.reduce(0) { $0 + $1.price }
    let missing = day.legs.indices.filter { !served.contains($0) }
    func weight(_ legs: [Int]) -> Double {
      legs.reduce(0) { $0 + day.weight(of: day.legs[$1]) }
    }
    func waits(_ leg: Int) -> Bool { standby.contains(day.legs[leg].bookingIndex) }
    let excess = tally.rides.reduce(0) {
      $0 + max(0, $1.seconds - $1.direct)
    }
    var tiers = [
      Tier(id: "hard_rules", value: Double(brokenRules), unit: "count"),
      Tier(
        id: "unserved", value: weight(missing.filter { !waits($0) }), unit: "weighted legs"),
    ]
    if !standby.isEmpty {
      tiers.append(
        Tier(id: "standby", value: weight(missing.filter(waits)), unit: "weighted legs"))
    }
    tiers += [
      Tier(id: "cost", value: money, unit: "EUR"),
      Tier(id: "comfort", value: Double(excess) / 60, unit: "min"),
    ]
    let care = CareWaits(day)
    if care.price > 0 {
      tiers.append(
        Tier(id: "care_wait", value: Double(care.waited(in: runs)) / 60, unit: "min"))
    }
    if day.rules.fewRiders(.tad) != nil {
      let few = runs.reduce(0) { $0 + ($1.fewRiders?.missing ?? 0) }
      tiers.append(Tier(id: "few_riders", value: Double(few), unit: "count"))
    }
    return tiers + fairness()
  }

  /// How even the day is among those who drive: volunteers, by what they drove and what they wish for, and firms.
  private func fairness() -> [Tier] {
    var tiers = [Tier(id: "fairness", value: greatestLead(), unit: "km")]
    if let beyond = greatestExcess() {
      tiers.append(Tier(id: "wishes", value: beyond, unit: "trips/week"))
    }
    if let minutes = minutesOutside() {
      tiers.append(Tier(id: "wished_hours", value: minutes, unit: "min"))
    }
    let rota = CarrierRota(day)
    if rota.price > 0 {
      tiers.append(
        Tier(id: "rota", value: rota.greatestLead(after: runs, day), unit: "legs"))
    }
    return tiers
  }

  /// R26: minutes that runs lie outside the hours that their drivers wish for; `nil` where nobody wishes for any.
  private func minutesOutside() -> Double? {
    guard
      day.resources.flatMap(\.shifts).contains(where: { ($0.wishedStart ?? $0.wishedEnd) != nil })
    else { return nil }
    let seconds = runs.reduce(0) { sum, run in
      let shift = day.resourceIndex[run.resource].flatMap { index in
        day.resources[index].shifts.first { $0.start <= run.departure && run.departure <= $0.end }
      }
      return sum + (shift?.secondsOutside(from: run.departure, to: run.arrival) ?? 0)
    }
    return Double(seconds) / 60
  }

  /// R38: how far the volunteer whose wish is most exceeded drives beyond it, this day's trips counted; `nil` where nobody
  /// there today wishes for anything, or nobody counts trips.
  private func greatestExcess() -> Double? {
    let weeks = Double(day.rules.historyWeeks)
    guard weeks > 0 else { return nil }
    return day.resources.filter { !$0.shifts.isEmpty }.compactMap { volunteer in
      volunteer.tripsWishedAWeek.map { wished in
        let today = runs.filter { $0.resource == volunteer.id }.flatMap(\.stops)
          .count { $0.kind == .pickup }
        return max(0, Double(volunteer.recentTrips.trips + today) / weeks - wished)
      }
    }.max()
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
