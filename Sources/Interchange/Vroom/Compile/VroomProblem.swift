public import DialARide

/// A request compiled for the solver.
///
/// Requests of the problem are the jobs first, then the shipments; vehicles are those of the request.
public struct VroomProblem: Sendable {
  public let request: VroomRequest
  public let places: VroomPlaces
  public let travel: VroomTravel
  let clock: VroomClock
  /// Types that services tell apart; what is not among them is of kind 0.
  private let types: [String]
  private let tasks: [VroomTask]
  private let matrices: [MatrixKey]
  /// By vehicle.
  private let keys: [MatrixKey]

  /// Vehicles that travel alike, and pay alike for set-ups, which hang on the way by which a task is come to.
  private struct MatrixKey: Hashable {
    var profile: String
    var factor: Int
    /// Of vehicles that pay for set-ups.
    var type: String?
    /// Cost of an hour of set-ups; 0: there are none to pay for.
    var perTaskHour = 0

    init(_ vehicle: VroomVehicle, _ tasks: [VroomTask]) {
      profile = vehicle.profile
      factor = vehicle.durationFactor
      if vehicle.costs.perTaskHour > 0, tasks.contains(where: { $0.setup(vehicle.type) > 0 }) {
        type = vehicle.type
        perTaskHour = vehicle.costs.perTaskHour
      }
    }

    var rank: (String, Int, String, Int) { (profile, factor, type ?? "", perTaskHour) }
  }

  public init(_ request: VroomRequest, places: VroomPlaces, travel: VroomTravel) {
    self.request = request
    self.places = places
    self.travel = travel
    clock = VroomClock(request)
    let tasks =
      request.jobs.map(\.task) + request.shipments.flatMap { [$0.pickup, $0.delivery] }
    self.tasks = tasks
    types = Set(tasks.flatMap { Array($0.servicePerType.keys) + Array($0.setupPerType.keys) })
      .intersection(request.vehicles.compactMap(\.type)).sorted()
    keys = request.vehicles.map { MatrixKey($0, tasks) }
    matrices = Set(keys).sorted { $0.rank < $1.rank }
  }

  /// What is to be minimised where not all can be assigned.
  public enum Objective: Sendable {
    /// All are: who is left out counts only as such.
    case everybody
    /// The sum of priorities, then the number of tasks, then cost.
    case priorities
  }

  /// The problem, in seconds and VROOM's costs.
  public func draft(_ objective: Objective) -> ProblemDraft {
    var draft = ProblemDraft(name: "vroom")
    draft.matrices = matrices.map(matrix)
    draft.vehicles = request.vehicles.indices.map(vehicle)
    draft.requests =
      request.jobs.map(job) + request.shipments.map(shipment)
    if case .priorities = objective {
      let penalties = penalties(draft)
      for (r, penalty) in penalties.enumerated() { draft.requests[r].unservedPenalty = penalty }
      // Who is locked goes before all others together.
      let most = 1 + penalties.reduce(0, +)
      for r in lockedRequests { draft.requests[r].unservedPenalty = most }
    }
    addTaskCosts(&draft)
    draft.locks = locks
    draft.links = request.links.flatMap(links)
    return draft
  }

  /// The solver's number of a task.
  func number(_ reference: VroomReference) -> Int {
    switch reference {
    case .job(let index): index
    case .shipment(let index): request.jobs.count + index
    }
  }

  /// The task of a request of the problem.
  func reference(_ number: Int) -> VroomReference {
    number < request.jobs.count ? .job(number) : .shipment(number - request.jobs.count)
  }

  func priority(_ reference: VroomReference) -> Int {
    switch reference {
    case .job(let index): request.jobs[index].priority
    case .shipment(let index): 2 * request.shipments[index].priority
    }
  }

  // MARK: Parts

  private func matrix(_ key: MatrixKey) -> MatrixDraft {
    guard let table = travel.tables[key.profile] else {
      preconditionFailure("every profile has a table")
    }
    return MatrixDraft(
      size: travel.size, times: table.durations.map { Double($0 * key.factor) / 100 },
      distances: table.distances?.map(Double.init) ?? [], tolls: tolls(key, table))
  }

  /// What ways cost beside their time and length: custom costs, and the set-ups at their ends.
  private func tolls(_ key: MatrixKey, _ table: VroomTravel.Table) -> [Double]? {
    let own = table.costs?.map(Double.init)
    guard key.perTaskHour > 0 else { return own }
    let arrivals = arrivalCosts(key)
    let size = travel.size
    return (0..<size * size).map { cell in
      let (from, to) = (cell / size, cell % size)
      return (own?[cell] ?? 0) + (from == to ? 0 : arrivals[to])
    }
  }

  /// What set-ups cost on coming to each place: of tasks at one place the least, and nothing where a vehicle ends, which
  /// may come there for no task. So the solver's cost is never above the true one, and is the same where places have
  /// tasks of one kind.
  private func arrivalCosts(_ key: MatrixKey) -> [Double] {
    var least: [Int?] = Array(repeating: nil, count: travel.size)
    for task in tasks {
      let place = places.number(task.place)
      let setup = task.setup(key.type)
      least[place] = min(least[place] ?? setup, setup)
    }
    for end in request.vehicles.compactMap(\.end) { least[places.number(end)] = 0 }
    return least.map { Double($0 ?? 0) * Double(key.perTaskHour) / 3600 }
  }

  private func vehicle(_ index: Int) -> VehicleDraft {
    let vehicle = request.vehicles[index]
    let table = travel.tables[vehicle.profile]
    let hasCosts = table?.costs != nil
    let hasMetres = table?.distances != nil
    var draft = VehicleDraft(
      id: "vehicle \(index)", start: vehicle.start.map(places.number),
      end: vehicle.end.map(places.number),
      shift: vehicle.window.map(window) ?? TimeWindow(0, clock.horizon),
      layouts: request.dimensions == 0 ? [] : vehicle.capacities.map(\.amounts))
    draft.breaks = vehicle.breaks.map { rest in
      BreakDraft(
        windows: windows(rest.windows), duration: Double(rest.service), allowedOnBoard: true,
        mostLoad: rest.maxLoad)
    }
    if !draft.breaks.isEmpty { draft.restsOnTheWay = true }
    draft.fixedCost = Double(vehicle.costs.fixed)
    draft.costPerMetre = hasCosts || !hasMetres ? 0 : Double(vehicle.costs.perKm) / 1000
    draft.costPerSecondDriven = hasCosts ? 0 : Double(vehicle.costs.perHour) / 3600
    draft.mostStops = vehicle.maxTasks
    draft.longestDriving = vehicle.maxTravelTime.map(Double.init)
    draft.longestDistance = hasMetres ? vehicle.maxDistance.map(Double.init) : nil
    draft.matrix = matrices.firstIndex(of: keys[index]) ?? 0
    draft.serviceKind = vehicle.type.flatMap { types.firstIndex(of: $0) }.map { $0 + 1 }
    return draft
  }

  private func window(_ window: VroomWindow) -> TimeWindow {
    TimeWindow(clock.time(window.start), clock.time(window.end))
  }

  private func windows(_ windows: [VroomWindow]) -> [TimeWindow] {
    windows.isEmpty ? [TimeWindow(0, clock.horizon)] : windows.map(window)
  }

  private func stop(_ task: VroomTask) -> StopDraft {
    let kinds = [nil] + types.map(Optional.init)
    let services = kinds.map { task.service($0) }
    let setups = kinds.map { task.setup($0) }
    let least = services.min() ?? 0
    let varies = services.contains { $0 != least }
    return StopDraft(
      location: places.number(task.place), serviceTime: Double(least),
      windows: windows(task.windows),
      extraService: varies ? services.map { Double($0 - least) } : nil,
      arrivalSetup: setups.contains { $0 > 0 } ? setups.map(Double.init) : nil)
  }

  private func job(_ job: VroomJob) -> RequestDraft {
    let stop = stop(job.task)
    let takes = job.pickup.contains { $0 > 0 }
    let brings = job.delivery.contains { $0 > 0 }
    let isPickup = takes && !brings
    return RequestDraft(
      id: "job \(job.task.id)", pickup: isPickup ? stop : nil, delivery: isPickup ? nil : stop,
      load: isPickup ? job.pickup : job.delivery,
      allowedVehicles: allowed(job.skills, at: [job.task.place]),
      exchange: takes && brings ? job.pickup : nil)
  }

  private func shipment(_ shipment: VroomShipment) -> RequestDraft {
    RequestDraft(
      id: "shipment \(shipment.pickup.id)", pickup: stop(shipment.pickup),
      delivery: stop(shipment.delivery), load: shipment.amount,
      longestRide: shipment.maxTransitTime.map(Double.init),
      allowedVehicles: allowed(
        shipment.skills, at: [shipment.pickup.place, shipment.delivery.place]))
  }

  /// Vehicles that have the skills; `nil`: all.
  private func allowed(_ skills: Set<Int>, at visited: [VroomPlace]) -> [Int]? {
    if visited.contains(where: { travel.lost.contains(places.number($0)) }) { return [] }
    guard !skills.isEmpty || !travel.lost.isEmpty else { return nil }
    return request.vehicles.indices.filter { v in
      let vehicle = request.vehicles[v]
      let ends = [vehicle.start, vehicle.end].compactMap { $0 }
      return skills.isSubset(of: vehicle.skills)
        && !ends.contains { travel.lost.contains(places.number($0)) }
    }
  }

  /// Services cost by the hour, wherever they fall; set-ups are part of the way (`tolls`).
  private func addTaskCosts(_ draft: inout ProblemDraft) {
    let paid = request.vehicles.indices.filter { request.vehicles[$0].costs.perTaskHour > 0 }
    guard !paid.isEmpty else { return }
    for r in draft.requests.indices {
      let tasks: [VroomTask] =
        switch reference(r) {
        case .job(let index): [request.jobs[index].task]
        case .shipment(let index):
          [request.shipments[index].pickup, request.shipments[index].delivery]
        }
      draft.requests[r].vehicleCosts = paid.map { v in
        let vehicle = request.vehicles[v]
        let seconds = tasks.reduce(0) { $0 + $1.service(vehicle.type) }
        return VehicleCost(
          vehicle: v, cost: Double(seconds) * Double(vehicle.costs.perTaskHour) / 3600)
      }
    }
  }

  private func links(_ link: VroomLink) -> [Link] {
    let members = link.tasks.map(number)
    let pairs = zip(members, members.dropFirst())
    switch link.kind {
    case .together: return [.together(members)]
    case .sameVehicle:
      return members.indices.flatMap { i in members[..<i].map { .sameVehicle($0, members[i]) } }
    case .apart:
      return members.indices.flatMap { i in members[..<i].map { .apart($0, members[i]) } }
    case .ordered:
      return pairs.map {
        .ordered(
          first: $0, second: $1, leastGap: Double(link.leastGap),
          greatestGap: link.greatestGap.map(Double.init))
      }
    }
  }

  // MARK: Penalties

  /// One task more is worth more than any routes can cost, one unit of priority more than all tasks.
  private func penalties(_ draft: ProblemDraft) -> [Double] {
    let legs = Double(request.taskCount + 2 * request.vehicles.count)
    let dearest = draft.vehicles.reduce(0.0) { most, vehicle in
      let matrix = draft.matrices[vehicle.matrix]
      let metres = matrix.distances.isEmpty ? 0 : matrix.distances.max() ?? 0
      let seconds = matrix.times.max() ?? 0
      let toll = matrix.tolls?.max() ?? 0
      return max(
        most, metres * vehicle.costPerMetre + seconds * vehicle.costPerSecondDriven + toll)
    }
    let service = request.vehicles.reduce(0.0) { most, vehicle in
      let seconds = tasks.reduce(0) { $0 + $1.service(vehicle.type) }
      return max(most, Double(seconds) * Double(vehicle.costs.perTaskHour) / 3600)
    }
    let fixed = draft.vehicles.reduce(0) { $0 + $1.fixedCost }
    let task = 1 + fixed + service + legs * dearest
    let unit = task * Double(request.taskCount + 1)
    return draft.requests.indices.map { r in
      let reference = reference(r)
      var count = 1.0
      if case .shipment = reference { count = 2 }
      return Double(priority(reference)) * unit + count * task
    }
  }
}
