/// The parts of an answer.
struct VroomWriter {
  let problem: VroomProblem
  let answer: VroomAnswer
  private let figures: [VroomFigures]

  init(problem: VroomProblem, answer: VroomAnswer) {
    self.problem = problem
    self.answer = answer
    figures = answer.routes.map { VroomFigures(problem, $0) }
  }

  private var request: VroomRequest { problem.request }

  /// Metres are told where they are known of every vehicle used.
  private var tellsDistance: Bool {
    request.vehicles.allSatisfy { problem.travel.tables[$0.profile]?.distances != nil }
  }

  // MARK: Summary

  var summary: JSONItem {
    let cost = figures.reduce(0) { $0 + Self.whole($1.cost) }
    var members: [String: JSONItem] = [
      "cost": .integer(cost),
      "routes": .integer(answer.routes.count), "unassigned": .integer(answer.unassigned.count),
      "setup": .integer(figures.reduce(0) { $0 + $1.setup }),
      "service": .integer(figures.reduce(0) { $0 + $1.service }),
      "duration": .integer(figures.reduce(0) { $0 + VroomFigures.seconds($1.driven) }),
      "waiting_time": .integer(figures.reduce(0) { $0 + $1.waiting }),
      "priority": .integer(figures.reduce(0) { $0 + $1.priority }),
      "violations": violations(
        answer.routes.flatMap { $0.violations + $0.steps.flatMap(\.violations) }),
      "computing_times": [
        "loading": .integer(answer.loading), "solving": .integer(answer.solving),
        "routing": .integer(answer.routing),
      ],
    ]
    if request.dimensions > 0 {
      members["delivery"] = amounts(sum(\.delivery))
      members["amount"] = amounts(sum(\.delivery))
      members["pickup"] = amounts(sum(\.pickup))
    }
    if tellsDistance { members["distance"] = .integer(figures.reduce(0) { $0 + $1.metres }) }
    if let bound = answer.lowerBound {
      // A whole cost stays whole: sums of so many doubles err by less.
      let lower = min(cost, Int((bound + 1e-3).rounded(.down)))
      members["lower_bound"] = .integer(lower)
      members["gap"] = .number(
        cost > 0 ? (Double(cost - lower) / Double(cost) * 10_000).rounded() / 10_000 : 0)
    }
    return .object(members)
  }

  private func sum(_ part: KeyPath<VroomFigures, [Int]>) -> [Int] {
    figures.reduce(Array(repeating: 0, count: request.dimensions)) { total, figures in
      zip(total, figures[keyPath: part]).map(+)
    }
  }

  private static func whole(_ cost: Double) -> Int { Int(cost.rounded()) }

  private func amounts(_ amounts: [Int]) -> JSONItem { .array(amounts.map(JSONItem.integer)) }

  private func violations(_ violations: [VroomViolation]) -> JSONItem {
    .array(
      VroomViolation.merged(violations).map { violation in
        var members: [String: JSONItem] = ["cause": .string(violation.cause.rawValue)]
        members["duration"] = violation.duration.map(JSONItem.integer)
        return .object(members)
      })
  }

  // MARK: Unassigned

  func unassigned(_ entry: VroomAnswer.Unassigned) -> JSONItem {
    var members: [String: JSONItem] = ["type": .string(type(entry.kind))]
    if let task = problem.task(entry.kind) {
      members["id"] = .unsigned(task.id)
      tell(task.place, in: &members)
      members["description"] = task.description.map(JSONItem.string)
    }
    if !entry.reasons.isEmpty {
      members["reasons"] = .array(entry.reasons.map { .string($0.rawValue) })
    }
    return .object(members)
  }

  private func type(_ kind: VroomStep.Kind) -> String {
    switch kind {
    case .start: "start"
    case .end: "end"
    case .job: "job"
    case .pickup: "pickup"
    case .delivery: "delivery"
    case .rest: "break"
    }
  }

  private func tell(_ place: VroomPlace, in members: inout [String: JSONItem]) {
    members["location"] = place.point.map { [.number($0.longitude), .number($0.latitude)] }
    members["location_index"] = place.index.map(JSONItem.integer)
  }

  // MARK: Routes

  var routes: [JSONItem] {
    zip(answer.routes, figures).map { route, figures in
      let vehicle = request.vehicles[route.vehicle]
      var members: [String: JSONItem] = [
        "vehicle": .unsigned(vehicle.id), "cost": .integer(Self.whole(figures.cost)),
        "setup": .integer(figures.setup), "service": .integer(figures.service),
        "duration": .integer(VroomFigures.seconds(figures.driven)),
        "waiting_time": .integer(figures.waiting), "priority": .integer(figures.priority),
        "steps": .array(steps(of: route, figures, vehicle)),
        "violations": violations(route.violations + route.steps.flatMap(\.violations)),
      ]
      members["description"] = vehicle.description.map(JSONItem.string)
      if request.dimensions > 0 {
        members["delivery"] = amounts(figures.delivery)
        members["amount"] = amounts(figures.delivery)
        members["pickup"] = amounts(figures.pickup)
      }
      if tellsDistance { members["distance"] = .integer(figures.metres) }
      members["geometry"] = route.geometry.map(JSONItem.string)
      members["capacity_profile"] = profile(of: route, figures, vehicle).map(JSONItem.string)
      return .object(members)
    }
  }

  /// The first of the vehicle's profiles that holds every load.
  private func profile(
    of route: VroomRoute, _ figures: VroomFigures, _ vehicle: VroomVehicle
  ) -> String? {
    let loads = [VroomFigures.loadAtStart(problem, route)] + figures.steps.map(\.load)
    return vehicle.capacities.first { capacity in
      loads.allSatisfy { load in zip(load, capacity.amounts).allSatisfy(<=) }
    }?.name
  }

  private func steps(
    of route: VroomRoute, _ figures: VroomFigures, _ vehicle: VroomVehicle
  ) -> [JSONItem] {
    zip(route.steps, figures.steps).map { step, figures in
      var members: [String: JSONItem] = [
        "type": .string(type(step.kind)), "setup": .integer(figures.setup),
        "service": .integer(figures.service), "waiting_time": .integer(figures.waiting),
        "arrival": .integer(step.arrival),
        "duration": .integer(VroomFigures.seconds(figures.driven)),
        "violations": violations(step.violations),
      ]
      if let place = problem.shownPlace(of: step.kind, in: route) { tell(place, in: &members) }
      if request.dimensions > 0 { members["load"] = amounts(figures.load) }
      if tellsDistance { members["distance"] = .integer(figures.metres) }
      if let task = problem.task(step.kind) {
        members["id"] = .unsigned(task.id)
        members["job"] = .unsigned(task.id)
        members["description"] = task.description.map(JSONItem.string)
      } else if case .rest(let index) = step.kind {
        members["id"] = .unsigned(vehicle.breaks[index].id)
        members["description"] = vehicle.breaks[index].description.map(JSONItem.string)
      }
      return .object(members)
    }
  }
}
