import DialARide

/// A route as the oracle sees it: nodes, gaps between them, and who is on board.
struct OracleReading {
  private(set) var orderIsFeasible = true
  /// Departure and end node of each tour.
  private(set) var tours: [(departure: Int, end: Int)] = []
  let longestDuration: Int

  private var graph = OracleGraph(nodes: 1)
  /// Windows of the nodes that have any, one of which each must lie in.
  private var choices: [(node: Int, windows: [TimeWindow])] = []
  private var lateness: [(node: Int, due: Int, cost: Int)] = []
  /// What is charged before a time rather than after one.
  private var earliness: [(node: Int, ready: Int, cost: Int)] = []
  private var earlyDeparture: (node: Int, ready: Int, cost: Int)?
  private var rides: [(pickup: Int, delivery: Int)] = []

  init(_ problem: Problem, vehicle index: Int, stops: [Int]) {
    let draft = problem.draft
    longestDuration = draft.vehicles[index].longestDuration.map { Int($0) } ?? .max
    var walk = OracleWalk(draft, draft.vehicles[index], stops)
    var last = startTour(draft.vehicles[index].shift)
    for stop in stops {
      if problem.isBaseVisit(stop) {
        orderIsFeasible =
          orderIsFeasible && walk.aboard.isEmpty && draft.vehicles[index].mayReturnToBase
        let end = endTour(after: last, gap: walk.spent + walk.go(to: draft.vehicles[index].start))
        last = startTour(nil)
        graph.add(from: end, to: last, 0)
        walk.spent = 0
        continue
      }
      let rest =
        problem.isBreak(stop)
        ? draft.vehicles[index].breaks[stop - problem.breakStops(of: index).lowerBound] : nil
      last =
        rest.map { addBreak($0, after: last, &walk) } ?? addStop(stop, after: last, &walk, draft)
    }
    let end = endTour(after: last, &walk)
    choices.append((end, [draft.vehicles[index].shift]))
    if let preferred = draft.vehicles[index].preferredHours, !stops.isEmpty {
      let cost = Int(preferred.costPerSecond)
      earlyDeparture = (tours[0].departure, Int(preferred.window.start), cost)
      lateness.append((end, Int(preferred.window.end), cost))
    }
  }

  /// The end of the route: what is left of a way with breaks on it hangs on when they are taken.
  private mutating func endTour(after last: Int, _ walk: inout OracleWalk) -> Int {
    let travel = walk.go(to: walk.vehicle.end)
    guard let way = walk.way else { return endTour(after: last, gap: walk.spent + travel) }
    let node = graph.addNode()
    graph.add(from: last, to: node, walk.spent)
    graph.add(from: way.node, to: node, way.spent + travel)
    tours[tours.count - 1].end = node
    return node
  }

  private mutating func startTour(_ shift: TimeWindow?) -> Int {
    let node = graph.addNode()
    tours.append((node, node))
    if let shift { choices.append((node, [shift])) }
    return node
  }

  private mutating func endTour(after last: Int, gap: Int) -> Int {
    let node = graph.addNode()
    graph.add(from: last, to: node, gap)
    graph.add(from: node, to: last, -gap)
    tours[tours.count - 1].end = node
    return node
  }

  private mutating func addBreak(
    _ rest: BreakDraft, after last: Int, _ walk: inout OracleWalk
  ) -> Int {
    if !walk.aboard.isEmpty && !rest.allowedOnBoard { orderIsFeasible = false }
    let begun = walk.way ?? (last, walk.spent)
    let node = addNode(after: last, gap: walk.spent, rest.windows, &walk)
    walk.spent = Int(rest.duration)
    if walk.vehicle.restsOnTheWay ?? false { walk.way = (begun.node, begun.spent + walk.spent) }
    return node
  }

  private mutating func addStop(
    _ stop: Int, after last: Int, _ walk: inout OracleWalk, _ draft: ProblemDraft
  ) -> Int {
    let request = draft.requests[stop / 2]
    guard let visit = stop % 2 == 0 ? request.pickup : request.delivery else { return last }
    var windows = visit.windows
    for case .time(StopReference(stop / 2, stop % 2 == 0 ? .pickup : .delivery), let window)
      in draft.locks
    { windows = [window] }
    let travel = walk.go(to: visit.location)
    let gap = walk.spent + (walk.way == nil ? travel : 0)
    let node = addNode(after: last, gap: gap, windows, &walk)
    if let way = walk.way { graph.add(from: way.node, to: node, way.spent + travel) }
    walk.way = nil
    if let due = visit.dueTime { lateness.append((node, Int(due), Int(request.latenessCost))) }
    if let ready = visit.readyTime {
      earliness.append((node, Int(ready), Int(request.earlinessCost ?? 0)))
    }
    walk.serve(stop, at: node)
    if stop % 2 == 1, let pickup = walk.pickups[stop / 2] {
      rides.append((pickup.node, node))
      if let longest = request.longestRide {
        graph.add(from: node, to: pickup.node, -(Int(longest) + pickup.service))
      }
      if let longest = request.longestDetour, walk.detour(of: stop / 2) > Int(longest) {
        orderIsFeasible = false
      }
    }
    return node
  }

  private mutating func addNode(
    after last: Int, gap: Int, _ windows: [TimeWindow], _ walk: inout OracleWalk
  ) -> Int {
    let node = graph.addNode()
    graph.add(from: last, to: node, gap)
    let limit = walk.aboard.isEmpty ? walk.vehicle.longestIdle : walk.vehicle.longestIdleOnBoard
    let isOpenStart = walk.vehicle.start == nil && tours.count == 1 && last == tours[0].departure
    if isOpenStart {
      graph.add(from: node, to: last, -gap)
    } else if let limit {
      graph.add(from: node, to: last, -(gap + Int(limit)))
    }
    choices.append((node, windows.isEmpty ? [.always] : windows))
    return node
  }

  /// Every choice of one window a node.
  var windowChoices: [[TimeWindow]] {
    choices.reduce([[]]) { lists, choice in
      lists.flatMap { list in choice.windows.map { list + [$0] } }
    }
  }

  /// Whether each node lies in one of its windows.
  func windowsHold(at times: [Int]) -> Bool {
    choices.allSatisfy { choice in
      choice.windows.contains {
        Double(times[choice.node]) >= $0.start && Double(times[choice.node]) <= $0.end
      }
    }
  }

  /// The constraints, with the first of the nodes that have windows held to these.
  func constraints(with windows: [TimeWindow]) -> OracleGraph {
    var system = graph
    for (choice, window) in zip(choices, windows) {
      system.add(from: 0, to: choice.node, Int(window.start))
      system.add(from: choice.node, to: 0, -Int(window.end))
    }
    return system
  }

  /// Least weighted sum of lateness cost (that of the route's preferred hours included), earliness cost and ride time under
  /// the constraints.
  func leastCost(
    _ system: OracleGraph, latenessWeight: Int, earlinessWeight: Int, rideWeight: Int
  ) -> Int {
    var system = system
    var costs = Array(repeating: 0, count: system.nodes)
    var constant = 0
    for (node, due, cost) in lateness where cost > 0 {
      // The later of the start and the due time.
      let charged = system.addNode()
      system.add(from: node, to: charged, 0)
      system.add(from: 0, to: charged, due)
      costs.append(cost * latenessWeight)
      costs[0] -= cost * latenessWeight
      constant += due * cost * latenessWeight
    }
    func charge(before entry: (node: Int, ready: Int, cost: Int), _ weight: Int) {
      // The later of the start and the ready time, less the start.
      let charged = system.addNode()
      system.add(from: entry.node, to: charged, 0)
      system.add(from: 0, to: charged, entry.ready)
      costs.append(entry.cost * weight)
      costs[entry.node] -= entry.cost * weight
    }
    if let earlyDeparture { charge(before: earlyDeparture, latenessWeight) }
    for entry in earliness where entry.cost > 0 { charge(before: entry, earlinessWeight) }
    for ride in rides {
      costs[ride.delivery] += rideWeight
      costs[ride.pickup] -= rideWeight
    }
    return system.leastValue(costs: costs) - constant
  }
}

/// The vehicle on its way: where it is, who is on board, what it has done since the last node.
struct OracleWalk {
  let draft: ProblemDraft
  let vehicle: VehicleDraft
  private(set) var aboard: Set<Int>
  /// Service since the last node, seconds.
  var spent = 0
  /// Where the way with breaks on it began; service there and breaks since, seconds.
  var way: (node: Int, spent: Int)?
  private(set) var pickups: [Int: (node: Int, service: Int, driven: Int)] = [:]
  private var place: Int?
  private var driven = 0
  private var classBefore: Int?
  private var arrives = false

  init(_ draft: ProblemDraft, _ vehicle: VehicleDraft, _ stops: [Int]) {
    self.draft = draft
    self.vehicle = vehicle
    place = vehicle.start
    aboard = []
    for stop in stops where stop < 2 * draft.requests.count && stop % 2 == 1 {
      let request = draft.requests[stop / 2]
      if request.pickup == nil && request.load.contains(where: { $0 > 0 }) {
        aboard.insert(stop / 2)
      }
    }
  }

  /// Drives on; the travel time.
  mutating func go(to next: Int?) -> Int {
    arrives = place != next
    defer { place = next }
    guard let place, let next else { return 0 }
    let matrix = draft.matrices[vehicle.matrix]
    let cell = place * matrix.size + next
    driven += Int(matrix.distances.isEmpty ? matrix.times[cell] : matrix.distances[cell])
    return Int(matrix.times[cell])
  }

  mutating func serve(_ stop: Int, at node: Int) {
    let number = stop / 2
    let request = draft.requests[number]
    let carried =
      request.pickup != nil && request.delivery != nil || request.load.contains { $0 > 0 }
    if stop % 2 == 0 {
      spent = service(request.pickup)
      if carried, aboard.isEmpty, let classBefore, !vehicle.setupTimes.isEmpty {
        spent += Int(vehicle.setupTimes[classBefore][request.setupClass])
      }
      if carried { aboard.insert(number) }
      if request.delivery != nil { pickups[number] = (node, spent, driven) }
    } else {
      spent = service(request.delivery)
      if carried {
        aboard.remove(number)
        classBefore = request.setupClass
      }
    }
  }

  private func service(_ stop: StopDraft?) -> Int {
    guard let stop else { return 0 }
    let kind = vehicle.serviceKind ?? 0
    return Int(stop.serviceTime + (stop.extraService?[kind] ?? 0))
      + (arrives ? Int(stop.arrivalSetup?[kind] ?? 0) : 0)
  }

  /// Distance since the request boarded, beyond the direct one.
  func detour(of request: Int) -> Int {
    guard let pickup = pickups[request], let from = draft.requests[request].pickup,
      let to = draft.requests[request].delivery
    else { return 0 }
    let matrix = draft.matrices[vehicle.matrix]
    let cell = from.location * matrix.size + to.location
    let direct = matrix.distances.isEmpty ? matrix.times[cell] : matrix.distances[cell]
    return driven - pickup.driven - Int(direct)
  }
}
