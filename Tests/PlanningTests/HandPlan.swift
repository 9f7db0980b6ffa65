import Planning

/// Plans written by hand on the straight road where posts are kilometres and a kilometre takes a minute.
struct HandPlan {
  let line: LineTerritory
  private(set) var plan: Plan

  init(_ line: LineTerritory) {
    self.line = line
    let territory = line.scenario.territory
    plan = Plan(
      territory: territory.id, territoryName: territory.name, date: territory.date,
      timeZone: territory.timeZone, approximate: false, runs: [], unserved: [], tiers: [],
      indicators: Indicators(), profiles: [], provenance: .test)
  }

  /// Adds a run without any waiting; each step is a leg and the post where it gets in, or out the second time.
  mutating func run(
    _ mode: Mode, _ resource: String, from home: Int = 0, at clock: String = "08:00",
    cost: Double = 0, _ steps: [(leg: String, post: Int)]
  ) {
    let start = LineTerritory.at(clock).seconds
    var stops: [RunStop] = []
    var (here, time) = (home, start)
    for step in steps {
      let way = abs(step.post - here) * 1000
      time += way / 1000 * 60
      let isAgain = stops.contains { $0.leg == step.leg }
      stops.append(
        RunStop(
          kind: isAgain ? .delivery : .pickup, place: "k\(step.post)", leg: step.leg,
          booking: String(step.leg.prefix { $0 != "-" }), arrival: time, start: time,
          departure: time, onBoard: 1, metres: way))
      here = step.post
    }
    let back = abs(home - here)
    plan.runs.append(
      Run(
        id: resource + "#1", resource: resource, mode: mode, carrier: "", start: "k\(home)",
        end: "k\(home)", departure: start, arrival: time + back * 60, stops: stops,
        metres: stops.reduce(0) { $0 + $1.metres } + back * 1000, emptyMetres: 0, driving: 0,
        waiting: 0, cost: cost, layout: 0))
  }

  /// Tells a leg to be unserved.
  mutating func refuse(_ leg: String, _ code: ReasonCode) {
    let booking = String(leg.prefix { $0 != "-" })
    let reason = Reason(code: code, leg: leg, proven: false, text: Bilingual(fr: "", en: ""))
    plan.unserved.append(
      UnservedBooking(booking: booking, rider: "r", legs: [leg], reasons: [reason]))
  }
}
