/// Plan mode: the steps are taken as they are given, timed as well as can be, and told what they break.
public struct VroomPlan {
  private let problem: VroomProblem
  /// More steps than any route has; their times take work in proportion to the square.
  private static let mostSteps = 1_000

  public init(_ problem: VroomProblem) { self.problem = problem }

  /// The routes given, or what is wrong with them.
  public func answer(warnings: [VroomWarning]) -> Result<VroomAnswer, VroomFaults> {
    var faults: [VroomFault] = []
    var routes: [VroomRoute] = []
    for (v, vehicle) in problem.request.vehicles.enumerated() where !vehicle.steps.isEmpty {
      guard vehicle.steps.count <= Self.mostSteps else {
        faults.append(
          VroomFault(
            vehicle.pointer + "/steps", "Too many steps for vehicle \(vehicle.id).",
            remedy: "Give at most \(Self.mostSteps)."))
        continue
      }
      if let route = GivenRoute(problem, vehicle: v).timed {
        routes.append(route)
      } else {
        faults.append(
          VroomFault(
            vehicle.pointer + "/steps", "Infeasible service times for vehicle \(vehicle.id).",
            remedy: "No times keep every service_at, service_after and service_before."))
      }
    }
    guard faults.isEmpty else { return .failure(VroomFaults(faults: faults)) }
    let made = Set(routes.flatMap { $0.steps.map(\.kind) })
    let jobs = problem.request.jobs.indices.map { VroomStep.Kind.job($0) }
    let ends = problem.request.shipments.indices.flatMap {
      [VroomStep.Kind.pickup($0), .delivery($0)]
    }
    return .success(
      VroomAnswer(
        routes: routes,
        unassigned: (jobs + ends).filter { !made.contains($0) }
          .map { VroomAnswer.Unassigned(kind: $0) },
        warnings: warnings))
  }
}

/// Faults as an error.
public struct VroomFaults: Error, Sendable {
  public var faults: [VroomFault]
  public var code: VroomDocument.Code

  public init(faults: [VroomFault], code: VroomDocument.Code = .inputError) {
    self.faults = faults
    self.code = code
  }
}

/// One route whose order is given.
private struct GivenRoute {
  let problem: VroomProblem
  let index: Int
  let vehicle: VroomVehicle
  let legs: VroomLegs
  /// The steps with both ends of the route.
  let steps: [VroomStep]

  init(_ problem: VroomProblem, vehicle index: Int) {
    self.problem = problem
    self.index = index
    vehicle = problem.request.vehicles[index]
    legs = VroomLegs(problem.travel, vehicle)
    var steps = vehicle.steps
    if steps.first?.kind != .start { steps.insert(VroomStep(kind: .start), at: 0) }
    if steps.last?.kind != .end { steps.append(VroomStep(kind: .end)) }
    self.steps = steps
  }

  /// The route with its times; `nil` where no times keep what it must.
  var timed: VroomRoute? {
    let stretches = stretches
    guard let best = StepTimes.best(stretches.map(\.node)) else { return nil }
    var route = VroomRoute(vehicle: index, steps: [])
    var times: [Int] = []
    func add(_ step: VroomStep, _ arrival: Int, _ time: Int, _ windows: [(start: Int, end: Int)]) {
      var violations = lateness(time, windows)
      if !problem.skills(step.kind).isSubset(of: vehicle.skills) {
        violations.append(VroomViolation(cause: .skills))
      }
      times.append(time)
      route.steps.append(
        VroomRoute.Step(
          kind: step.kind, arrival: VroomFigures.seconds(arrival),
          begin: VroomFigures.seconds(time), violations: violations))
    }
    for (stretch, found) in zip(stretches, best) {
      var left = (times.last ?? found.start) + stretch.node.lead
      var way = stretch.travel
      for ((step, rest), time) in zip(zip(stretch.rests, stretch.node.rests), found.rests) {
        // Driving goes on until the rest begins, as long as there is way left.
        let part = min(way, max(0, time - left))
        add(step, left + part, time, rest.windows)
        way -= part
        left = time + rest.duration
      }
      add(stretch.step, times.isEmpty ? found.start : left + way, found.start, stretch.node.windows)
    }
    addOrder(&route)
    addRides(&route, times)
    addLoads(&route)
    addLimits(&route)
    return route
  }

  /// A step with the way to it and the breaks on that way.
  private struct Stretch {
    var step: VroomStep
    var node: StepTimes.Node
    /// Hundredths of a second.
    var travel = 0
    var rests: [VroomStep] = []
  }

  private var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var place = vehicle.start.map(problem.places.number)
    var spent = 0
    var rests: [VroomStep] = []
    for step in steps {
      let (least, most) = bounds(step)
      if case .rest = step.kind {
        rests.append(step)
        continue
      }
      var stretch = Stretch(
        step: step, node: StepTimes.Node(least: least, most: most, lead: spent), rests: rests)
      rests = []
      let next = problem.place(of: step.kind, vehicle: vehicle).map(problem.places.number)
      let arrives = next != nil && next != place
      if let next {
        stretch.travel = legs.time(place, next)
        place = next
      }
      stretch.node.rests = stretch.rests.map(rest)
      stretch.node.gap =
        spent + stretch.travel + stretch.node.rests.reduce(0) { $0 + $1.duration }
      spent = 0
      if let task = problem.task(step.kind) {
        stretch.node.windows = task.windows.map(hundredths)
        spent = 100 * (task.service(vehicle.type) + (arrives ? task.setup(vehicle.type) : 0))
      } else {
        stretch.node.windows = (vehicle.window.map { [$0] } ?? []).map(hundredths)
      }
      stretches.append(stretch)
    }
    return stretches
  }

  private func rest(_ step: VroomStep) -> StepTimes.Rest {
    let (least, most) = bounds(step)
    guard case .rest(let index) = step.kind else {
      return StepTimes.Rest(duration: 0, least: least, most: most)
    }
    return StepTimes.Rest(
      duration: vehicle.breaks[index].service * 100,
      windows: vehicle.breaks[index].windows.map(hundredths), least: least, most: most)
  }

  /// When the step must begin, hundredths of a second.
  private func bounds(_ step: VroomStep) -> (least: Int, most: Int) {
    let least = max(step.after ?? 0, step.at ?? 0)
    let most = [step.before, step.at].compactMap { $0 }.min()
    return (least * 100, most.map { $0 * 100 } ?? .max)
  }

  private func hundredths(_ window: VroomWindow) -> (start: Int, end: Int) {
    (window.start * 100, window.end * 100)
  }

  private func lateness(_ time: Int, _ windows: [(start: Int, end: Int)]) -> [VroomViolation] {
    let off = StepTimes.violation(of: time, windows)
    guard off > 0 else { return [] }
    let isEarly = windows.contains { $0.start - time == off }
    return [
      VroomViolation(cause: isEarly ? .leadTime : .delay, duration: VroomFigures.seconds(off))
    ]
  }

  /// Shipments of which an end is missing, or comes before its beginning.
  private func addOrder(_ route: inout VroomRoute) {
    let kinds = route.steps.map(\.kind)
    for (position, step) in route.steps.enumerated() {
      let isSound: Bool
      switch step.kind {
      case .pickup(let shipment): isSound = kinds[position...].contains(.delivery(shipment))
      case .delivery(let shipment): isSound = kinds[..<position].contains(.pickup(shipment))
      case .start, .end, .job, .rest: continue
      }
      if !isSound { route.steps[position].violations.append(VroomViolation(cause: .precedence)) }
    }
  }

  /// Shipments that are on board too long.
  private func addRides(_ route: inout VroomRoute, _ times: [Int]) {
    for (position, step) in steps.enumerated() {
      guard case .delivery(let shipment) = step.kind,
        let longest = problem.request.shipments[shipment].maxTransitTime,
        let from = steps[..<position].firstIndex(where: { $0.kind == .pickup(shipment) })
      else { continue }
      let figures = VroomFigures(problem, route)
      guard let pickup = route.steps.firstIndex(where: { $0.kind == .pickup(shipment) }),
        let delivery = route.steps.firstIndex(where: { $0.kind == .delivery(shipment) })
      else { continue }
      let boarding = figures.steps[pickup].setup + figures.steps[pickup].service
      let boarded = times[from] + 100 * boarding
      let excess = times[position] - boarded - 100 * longest
      guard excess > 0 else { continue }
      route.steps[delivery].violations.append(
        VroomViolation(cause: .maxTransitTime, duration: VroomFigures.seconds(excess)))
    }
  }

  /// Loads that no capacity of the vehicle holds, and breaks with too much on board.
  private func addLoads(_ route: inout VroomRoute) {
    let loads = VroomFigures(problem, route).steps.map(\.load)
    func holds(_ limit: [Int], _ load: [Int]) -> Bool { zip(load, limit).allSatisfy(<=) }
    let best = vehicle.capacities.max { a, b in
      loads.count { holds(a.amounts, $0) } < loads.count { holds(b.amounts, $0) }
    }
    for (position, load) in loads.enumerated() {
      if let best, !holds(best.amounts, load) {
        route.steps[position].violations.append(VroomViolation(cause: .load))
      }
      if case .rest(let index) = route.steps[position].kind,
        let most = vehicle.breaks[index].maxLoad, !holds(most, load)
      {
        route.steps[position].violations.append(VroomViolation(cause: .maxLoad))
      }
    }
  }

  private func addLimits(_ route: inout VroomRoute) {
    let figures = VroomFigures(problem, route)
    let tasks = route.steps.count { problem.task($0.kind) != nil }
    func add(_ cause: VroomViolation.Cause, _ isBroken: Bool) {
      if isBroken { route.violations.append(VroomViolation(cause: cause)) }
    }
    add(.maxTasks, tasks > vehicle.maxTasks ?? .max)
    add(.maxTravelTime, figures.driven > (vehicle.maxTravelTime ?? Int(Int32.max)) * 100)
    add(.maxDistance, figures.metres > vehicle.maxDistance ?? .max)
    let taken = Set(route.steps.map(\.kind))
    add(.missingBreak, vehicle.breaks.indices.contains { !taken.contains(.rest($0)) })
  }
}
