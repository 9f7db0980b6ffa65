internal import DialARide

/// Reads a plan back against its day: who carries which leg, and what cannot be read.
struct PlanReader {
  let day: Day
  let plan: Plan
  /// `candidates[leg]`: the resource that carries it, or nobody.
  private(set) var candidates: [[Int]]
  /// Names that lead nowhere, and legs lost between runs and unserved.
  private(set) var faults: [PlanViolation] = []

  init(_ day: Day, _ plan: Plan) {
    self.day = day
    self.plan = plan
    candidates = Array(repeating: [], count: day.legs.count)
    for run in plan.runs {
      guard let resource = day.resourceIndex[run.resource] else {
        faults.append(unknown("unknown-resource", run.resource, run: run.id))
        continue
      }
      for stop in run.stops where stop.kind == .pickup || stop.kind == .delivery {
        guard let leg = day.legIndex[stop.leg] else {
          faults.append(unknown("unknown-leg", stop.leg, run: run.id))
          continue
        }
        if !candidates[leg].contains(resource) { candidates[leg].append(resource) }
        checkPlace(of: stop, leg: leg, resource: resource, run: run)
      }
    }
    checkUnserved()
  }

  private func unknown(_ rule: String, _ name: String, run: String) -> PlanViolation {
    PlanViolation(
      rule: rule, run: run, legs: rule == "unknown-leg" ? [name] : [],
      text: Bilingual(
        fr: "Le scénario ne connaît pas « \(name) ».", en: "The scenario knows no “\(name)”."))
  }

  private mutating func checkPlace(of stop: RunStop, leg l: Int, resource: Int, run: Run) {
    let leg = day.legs[l]
    let end: LegEnd = stop.kind == .pickup ? .pickup : .delivery
    let place = day.scenario.places[day.meetingPlace(l, end, by: resource)].id
    let door = stop.kind == .pickup ? leg.leg.from : leg.leg.to
    let isElsewhere = stop.place != place
    guard isElsewhere || !stop.door.isEmpty && stop.door != door else { return }
    let (found, right) = isElsewhere ? (stop.place, place) : (stop.door, door)
    faults.append(
      PlanViolation(
        rule: "wrong-place", run: run.id, legs: [leg.leg.id], riders: [leg.rider.id],
        text: Bilingual(
          fr: "Le trajet \(leg.leg.id) s’arrête à \(found) au lieu de \(right).",
          en: "Leg \(leg.leg.id) stops at \(found) in place of \(right).")))
  }

  /// Every leg is in a run, given to somebody outside or told to be unserved: one of these alone.
  private mutating func checkUnserved() {
    var told: [Int: Int] = [:]
    for id in Set(plan.unserved.flatMap(\.legs)).sorted() + plan.outside.map(\.leg) {
      if let leg = day.legIndex[id] {
        told[leg, default: 0] += 1
      } else {
        faults.append(unknown("unknown-leg", id, run: ""))
      }
    }
    for (l, leg) in day.legs.enumerated() {
      let count = told[l, default: 0] + (candidates[l].isEmpty ? 0 : 1)
      guard count != 1 else { continue }
      let lost = count == 0
      faults.append(
        PlanViolation(
          rule: lost ? "lost-leg" : "served-and-unserved", legs: [leg.leg.id],
          riders: [leg.rider.id],
          text: lost
            ? Bilingual(
              fr: "Le trajet \(leg.leg.id) n’est dans aucune course, ni parmi les refus.",
              en: "Leg \(leg.leg.id) is in no run, nor among the unserved.")
            : Bilingual(
              fr: "Le trajet \(leg.leg.id) est à la fois assuré et refusé, ou confié deux fois.",
              en: "Leg \(leg.leg.id) is both served and unserved, or given away twice.")))
    }
  }

  /// The runs as routes with their own times; runs that belong to no shift are told, not judged.
  func solution(
    _ compiled: Compiler.Result, vehicles: [VehicleRole], _ problem: Problem
  ) -> (Solution, [PlanViolation]) {
    var routes: [Route] = []
    var unreadable: [PlanViolation] = []
    for run in plan.runs {
      guard let resource = day.resourceIndex[run.resource] else { continue }
      if let vehicle = vehicle(of: run, resource: resource, vehicles) {
        routes.append(route(run, vehicle: vehicle, compiled, problem))
      } else {
        unreadable.append(
          PlanViolation(
            rule: "not-there", run: run.id,
            text: Bilingual(
              fr: "\(run.resource) n’est pas disponible ce jour-là.",
              en: "\(run.resource) is not available on that day.")))
      }
    }
    let served = Set(routes.flatMap(\.stops).filter(problem.isRequestStop).map { $0 >> 1 })
    let unserved = (0..<problem.requestCount).filter { !served.contains($0) }
    return (Solution(routes: routes, unserved: unserved), unreadable)
  }

  /// The shift named by the run, or else the one it overlaps longest.
  private func vehicle(of run: Run, resource: Int, _ vehicles: [VehicleRole]) -> Int? {
    let own = vehicles.indices.filter { vehicles[$0].resource == resource }
    if let named = own.first(where: { run.id == "\(run.resource)#\(vehicles[$0].shift + 1)" }) {
      return named
    }
    func overlap(_ vehicle: Int) -> Int {
      let shift = day.resources[resource].shifts[vehicles[vehicle].shift]
      return min(shift.end, run.arrival) - max(shift.start, run.departure)
    }
    return own.max { overlap($0) < overlap($1) }
  }

  /// Which break a plan means, for it does not say: one of that length that may begin then, or one of that length, or
  /// the next.
  private static func index(of rest: RunStop, in breaks: [Int], _ problem: Problem) -> Int {
    let (start, length) = (Double(rest.start), Double(rest.departure - rest.start))
    let alike = breaks.indices.filter { problem.serviceTime[breaks[$0]] == length }
    let open = alike.first { index in
      problem.windows(of: breaks[index]).contains { $0.start <= start && start <= $0.end }
    }
    return open ?? alike.first ?? breaks.startIndex
  }

  private func route(
    _ run: Run, vehicle: Int, _ compiled: Compiler.Result, _ problem: Problem
  ) -> Route {
    var breaks = Array(problem.breakStops(of: vehicle))
    var stops: [Int] = []
    var times: [RunStop] = []
    for stop in run.stops {
      let number: Int?
      switch stop.kind {
      case .rest:
        number = breaks.isEmpty ? nil : breaks.remove(at: Self.index(of: stop, in: breaks, problem))
      case .base: number = problem.baseVisit(of: vehicle)
      case .pickup, .delivery:
        number = day.legIndex[stop.leg].flatMap { compiled.requestOfLeg[$0] }
          .map { 2 * $0 + (stop.kind == .pickup ? 0 : 1) }
      }
      guard let number else { continue }
      stops.append(number)
      times.append(stop)
    }
    return Route(
      vehicle: vehicle, stops: stops,
      schedule: Schedule(
        departure: Double(run.departure), arrivals: times.map { Double($0.arrival) },
        // At a base visit, start and end are the time it leaves.
        starts: times.map { Double($0.kind == .base ? $0.departure : $0.start) },
        ends: times.map { Double($0.departure) }, arrival: Double(run.arrival)))
  }
}
