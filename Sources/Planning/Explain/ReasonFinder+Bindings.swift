internal import DialARide
internal import Optimizer

/// A rule lifted to see whether it is what binds.
private enum Lift {
  case hours
  case limit(DriverLimit)
  case ride
  case room
}

/// Some vehicles of a small problem, and the resource they belong to.
private struct Driver {
  var resource: Int
  var vehicles: [Int]
}

extension ReasonFinder {
  /// The rule that keeps each resource from a leg that is not served (R45).
  ///
  /// What the rules or the leg alone in the vehicle show is proven; beside the other legs a rule is named where
  /// the leg fits once it is lifted, and otherwise it is the others that take up the vehicle.
  func bindings(of leg: Int) -> [Binding] {
    var list = BindingList(day.legs[leg].leg.id)
    let open = ineligible(leg, &list)
    guard !open.isEmpty, goesOn() else { return list.bindings }
    let able = bindAlone(leg, open, &list)
    guard !able.isEmpty, goesOn() else { return list.bindings }
    bindBeside(leg, able, &list)
    return list.bindings
  }

  /// Tells who may not have the leg; returns the rest.
  private func ineligible(_ leg: Int, _ list: inout BindingList) -> Set<Int> {
    var open: Set<Int> = []
    let assigned = compiled.eligibility.assigned[leg]
    for (r, resource) in day.resources.enumerated() {
      if let assigned, assigned != r {
        let text = BindingWords.assigned(day.resources[assigned].id)
        list.add(resource, rule: "lock-assign", proven: true, text: text)
        continue
      }
      let refusals = compiled.eligibility.refusals(leg, r)
      // The law comes before wishes; a lock leaves absence alone.
      let told = refusals.first { !$0.isNegotiable } ?? refusals.first
      if let told, assigned == nil || resource.shifts.isEmpty {
        list.add(resource, told)
      } else {
        open.insert(r)
      }
    }
    return open
  }

  // MARK: Without any other leg

  /// Tells who could not serve the leg even with nothing else to do; returns the rest.
  private func bindAlone(_ leg: Int, _ open: Set<Int>, _ list: inout BindingList) -> Set<Int> {
    var able: Set<Int> = []
    for alone in aloneDrafts(leg) {
      let drivers = drivers(alone.vehicles).filter { open.contains($0.resource) }
      let nothing = Solution(routes: [], unserved: [0])
      var pending = drivers
      let now = self.probe(alone.draft, nothing)
      pending.removeAll { driver in
        let serves = now.probe.cheapest([0], vehicles: driver.vehicles) != nil
        if serves { able.insert(driver.resource) }
        return serves
      }
      let lifts: [Lift] = [.hours] + DriverLimit.allCases.map { Lift.limit($0) } + [.ride]
      for lift in lifts where !pending.isEmpty && goesOn() {
        let lifted = self.probe(self.lifted(lift, alone.draft, asked: [0]), nothing)
        pending.removeAll { driver in
          guard let found = lifted.probe.cheapest([0], vehicles: driver.vehicles) else {
            return false
          }
          let figures = found.routes.map { $0.statistics(in: lifted.problem) }
          tell(lift, driver, leg, figures, alone.draft, isAlone: true, &list)
          return true
        }
      }
      for driver in pending {
        list.add(
          day.resources[driver.resource], rule: "several", proven: true, text: BindingWords.several)
      }
    }
    return able
  }

  // MARK: Beside the others

  private func bindBeside(_ leg: Int, _ able: Set<Int>, _ list: inout BindingList) {
    guard let request = compiled.requestOfLeg[leg] else {
      for r in able.sorted() {
        list.add(day.resources[r], rule: "linked-leg", proven: false, text: BindingWords.linked)
      }
      return
    }
    let asked = compiled.tied(request).filter { !isServed($0) }
    let scene = Scene(of: asked, compiled.problem, stand)
    let local = scene.local(asked)
    var pending = drivers(scene.part.vehicles).filter { able.contains($0.resource) }
    let now = self.probe(scene.draft, scene.solution)
    pending.removeAll { driver in
      guard now.probe.cheapest(local, vehicles: driver.vehicles) != nil else { return false }
      list.add(
        day.resources[driver.resource], rule: "linked-leg", proven: false,
        text: BindingWords.linked)
      return true
    }
    let lifts: [Lift] = [.ride, .room] + DriverLimit.allCases.map { Lift.limit($0) }
    for lift in lifts where !pending.isEmpty && goesOn() {
      let lifted = self.probe(self.lifted(lift, scene.draft, asked: local), scene.solution)
      pending.removeAll { driver in
        guard let found = lifted.probe.cheapest(local, vehicles: driver.vehicles) else {
          return false
        }
        let changed = Set(found.routes.map(\.vehicle))
        let others = scene.solution.routes.filter {
          driver.vehicles.contains($0.vehicle) && !changed.contains($0.vehicle)
        }
        let figures = (found.routes + others).map { $0.statistics(in: lifted.problem) }
        tell(lift, driver, leg, figures, scene.draft, isAlone: false, &list)
        return true
      }
    }
    for driver in pending {
      list.add(
        day.resources[driver.resource], rule: "other-trips", proven: false,
        text: BindingWords.taken)
    }
  }

  // MARK: Lifting and telling

  private func drivers(_ vehicles: [Int]) -> [Driver] {
    var drivers: [Driver] = []
    for (local, whole) in vehicles.enumerated() {
      let resource = compiled.vehicles[whole].resource
      if let known = drivers.firstIndex(where: { $0.resource == resource }) {
        drivers[known].vehicles.append(local)
      } else {
        drivers.append(Driver(resource: resource, vehicles: [local]))
      }
    }
    return drivers
  }

  private func probe(_ draft: ProblemDraft, _ solution: Solution) -> (
    problem: Problem, probe: InsertionProbe
  ) {
    let problem = Problem(sound: draft)
    return (problem, InsertionProbe(problem: problem, solution: solution, on: stand.ground))
  }

  /// The draft without one rule for every vehicle, each of which is then looked at by itself.
  private func lifted(_ lift: Lift, _ draft: ProblemDraft, asked: [Int]) -> ProblemDraft {
    var draft = draft
    switch lift {
    case .hours:
      for v in draft.vehicles.indices { draft.vehicles[v].shift = TimeWindow(0, 2 * 86_400) }
    case .limit(let limit): limit.set(nil, of: Array(draft.vehicles.indices), in: &draft)
    case .ride: for r in asked { Self.dropRideLimits(&draft.requests[r]) }
    case .room: apply(.moreRoom, to: &draft)
    }
    return draft
  }

  private func tell(
    _ lift: Lift, _ driver: Driver, _ leg: Int, _ figures: [RouteStatistics], _ draft: ProblemDraft,
    isAlone: Bool, _ list: inout BindingList
  ) {
    let resource = day.resources[driver.resource]
    switch lift {
    case .hours:
      list.add(
        resource, rule: "availability", proven: isAlone,
        text: BindingWords.hours(resource.shifts, day))
    case .limit(let limit):
      let (rule, source) = limit.citation(resource, day)
      let most = limit.value(draft.vehicles[driver.vehicles[0]]) ?? 0
      let needed = limit.used(figures)
      let unit = limit.unit
      list.add(
        resource, rule: rule, value: Self.tenths(needed / unit.size),
        limit: Self.tenths(most / unit.size), unit: unit.name, source: source, proven: isAlone,
        text: BindingWords.limit(
          limit, needed: needed, most: most, ofTheYear: limit.isOfTheYear(resource, day)))
    case .ride:
      let kind = day.legs[leg].booking.insured ? RuleKind.tap : resource.mode.ridingKind
      list.add(
        resource, rule: day.rules.citation(.rideCap(kind)),
        source: day.rules.figure(.rideCap(kind))?.source ?? "", proven: isAlone,
        text: isAlone ? BindingWords.rideAlone : BindingWords.rideShared)
    case .room:
      list.add(resource, rule: "layouts", proven: isAlone, text: BindingWords.full)
    }
  }

  private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
