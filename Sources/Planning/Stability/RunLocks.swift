internal import DialARide

/// Decisions on the order of a run and on whole runs (R41), as the numeric problem knows them.
struct RunLocks {
  private let day: Day
  private let vehicles: [VehicleRole]
  /// By leg.
  private let candidates: [[Int]]
  private let published: PublishedPlan?

  init(_ compiler: Compiler) {
    day = compiler.day
    vehicles = compiler.vehicles
    candidates = compiler.candidates
    published = compiler.published
  }

  func locks(_ requestOfLeg: [Int?]) -> [Lock] { orders(requestOfLeg) + frozen(requestOfLeg) }

  /// Riders are picked up in the order of the rows, within each shift of the driver.
  private func orders(_ requestOfLeg: [Int?]) -> [Lock] {
    var stops: [Int: [StopReference]] = [:]
    for lock in day.scenario.locks where lock.kind == .order {
      guard let resource = day.resourceIndex[lock.resource] else { continue }
      for (l, leg) in day.legs.enumerated()
      where (leg.leg.id == lock.trip || leg.booking.id == lock.trip) && !candidates[l].isEmpty {
        guard let request = requestOfLeg[l], let vehicle = vehicle(of: l, resource) else {
          continue
        }
        stops[vehicle, default: []].append(StopReference(request, .pickup))
      }
    }
    return stops.sorted { $0.key < $1.key }.map { Lock.order(vehicle: $0.key, stops: $0.value) }
  }

  /// The shift of a resource that a leg's own time lies in, or is nearest to.
  private func vehicle(of leg: Int, _ resource: Int) -> Int? {
    let own = vehicles.indices.filter { vehicles[$0].resource == resource }
    guard let time = day.statedTime(of: leg) else { return own.first }
    func distance(_ vehicle: Int) -> Int {
      let shift = day.resources[resource].shifts[vehicles[vehicle].shift]
      return max(shift.start - time, time - shift.end, 0)
    }
    return own.min { (distance($0), $0) < (distance($1), $1) }
  }

  /// Runs of the published plan that stay as they are, without riders who have since withdrawn.
  private func frozen(_ requestOfLeg: [Int?]) -> [Lock] {
    guard let published else { return [] }
    let stopped = published.past?.stopped ?? []
    let held = day.scenario.locks.filter { $0.kind == .freeze && !stopped.contains($0.resource) }
      .compactMap { day.resourceIndex[$0.resource] }
    return Set(held).sorted().flatMap { resource in
      vehicles.indices.filter { vehicles[$0].resource == resource }.map { vehicle -> Lock in
        let id = day.resources[resource].id + "#\(vehicles[vehicle].shift + 1)"
        let run = published.plan.runs.first { $0.id == id }
        return .frozen(vehicle: vehicle, stops: stops(run, requestOfLeg))
      }
    }
  }

  private func stops(_ run: Run?, _ requestOfLeg: [Int?]) -> [StopReference] {
    (run?.stops ?? []).compactMap { stop in
      guard let leg = day.legIndex[stop.leg], let request = requestOfLeg[leg] else { return nil }
      return StopReference(request, stop.kind == .pickup ? .pickup : .delivery)
    }
  }
}

extension Day {
  /// The clock time that a leg is fixed by, or that of the leg whose arrival it hangs on; elapsed seconds.
  func statedTime(of leg: Int) -> Int? {
    switch legs[leg].leg.anchor {
    case .arriveBy(let time), .departAfter(let time), .fixed(let time), .release(let time, _):
      elapsed(time)
    case .afterStay: legs[leg].position > 0 ? statedTime(of: leg - 1) : nil
    }
  }
}

extension Scenario {
  /// The scenario with frozen runs spelled out leg by leg, as a published plan has them, so that each frozen leg
  /// is known to be given to its driver, whatever the rules say of it.
  public func freezing(_ published: PublishedPlan) -> Scenario {
    let known = Set(bookings.flatMap(\.legs).map(\.id))
    var scenario = self
    for (resource, rows) in published.past?.hours ?? [:] {
      scenario.setRows(of: resource, to: rows)
    }
    // At the end, so that faults of other locks keep their places.
    scenario.locks += locks.filter { $0.kind == .freeze }.flatMap { lock -> [PlanLock] in
      let legs = published.plan.runs.filter { $0.resource == lock.resource }.flatMap(\.stops)
        .filter { $0.kind == .pickup && known.contains($0.leg) }.map(\.leg)
      return legs.map { PlanLock(trip: $0, resource: lock.resource, kind: .freeze) }
    }
    return scenario
  }
}
