/// What follows from the steps of a route: travel, services, loads, cost.
struct VroomFigures {
  /// One step's figures; times in seconds, distance in metres from the start.
  struct Step {
    var setup = 0
    var service = 0
    var waiting = 0
    /// Hundredths of a second driven so far.
    var driven = 0
    var metres = 0
    var load: [Int]
  }

  private(set) var steps: [Step] = []
  private(set) var cost = 0.0
  private(set) var setup = 0
  private(set) var service = 0
  private(set) var waiting = 0
  private(set) var priority = 0
  private(set) var delivery: [Int]
  private(set) var pickup: [Int]
  /// Hundredths of a second.
  private(set) var driven = 0
  private(set) var metres = 0

  init(_ problem: VroomProblem, _ route: VroomRoute) {
    let request = problem.request
    let vehicle = request.vehicles[route.vehicle]
    let legs = VroomLegs(problem.travel, vehicle)
    let none = Array(repeating: 0, count: request.dimensions)
    delivery = none
    pickup = none
    var load = Self.loadAtStart(problem, route)
    var place = vehicle.start.map(problem.places.number)
    cost = Double(vehicle.costs.fixed)
    var left = route.steps.first?.begin ?? 0
    // Seconds driven on the present way before breaks on it.
    var ahead = 0
    for step in route.steps {
      var figures = Step(load: load)
      if let next = problem.place(of: step.kind, vehicle: vehicle).map(problem.places.number) {
        driven += legs.time(place, next)
        metres += legs.metres(place, next)
        cost += legs.cost(place, next)
        if let task = problem.task(step.kind), next != place {
          figures.setup = task.setup(vehicle.type)
        }
        place = next
        ahead = 0
      }
      if case .rest(let index) = step.kind {
        figures.service = vehicle.breaks[index].service
        ahead += max(0, step.arrival - left)
      } else if let task = problem.task(step.kind) {
        figures.service = task.service(vehicle.type)
        cost +=
          Double(figures.setup + figures.service) * Double(vehicle.costs.perTaskHour) / 3600
      }
      figures.waiting = step.begin - step.arrival
      figures.driven = driven + 100 * ahead
      left = step.begin + figures.setup + figures.service
      figures.metres = metres
      change(&load, by: step.kind, request)
      figures.load = load
      priority += problem.priority(step.kind)
      setup += figures.setup
      service += figures.service
      waiting += figures.waiting
      steps.append(figures)
    }
  }

  /// What is on board when the route begins: all that its jobs bring.
  static func loadAtStart(_ problem: VroomProblem, _ route: VroomRoute) -> [Int] {
    var load = Array(repeating: 0, count: problem.request.dimensions)
    for case .job(let index) in route.steps.map(\.kind) {
      for (k, amount) in problem.request.jobs[index].delivery.enumerated() { load[k] += amount }
    }
    return load
  }

  private mutating func change(
    _ load: inout [Int], by kind: VroomStep.Kind, _ request: VroomRequest
  ) {
    func set(_ amounts: [Int], down: Bool) {
      for (k, amount) in amounts.enumerated() {
        load[k] += down ? -amount : amount
        if down { delivery[k] += amount } else { pickup[k] += amount }
      }
    }
    switch kind {
    case .job(let index):
      set(request.jobs[index].delivery, down: true)
      set(request.jobs[index].pickup, down: false)
    case .pickup(let index): set(request.shipments[index].amount, down: false)
    case .delivery(let index): set(request.shipments[index].amount, down: true)
    case .start, .end, .rest: break
    }
  }

  /// Hundredths of a second as whole ones.
  static func seconds(_ hundredths: Int) -> Int { (hundredths + 50) / 100 }
}
