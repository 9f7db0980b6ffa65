/// The routes that requests are ejected from and put into: flat rows, changed in place, without allocation once they have
/// grown to the length they need.
final class FleetRoutes {
  let p: SearchProblem
  let rules: FleetRules
  private let walker: RouteWalker
  /// One row a vehicle that takes part, then the scratch rows.
  private let rows: UnsafeMutablePointer<FleetRow>
  let rowCount: Int
  /// Row of each request; -1: in no route.
  let rowOf: UnsafeMutablePointer<Int32>
  private let sequence: FlatTable<Int32>

  /// Rows to build a changed route in before it takes the place of the old one.
  static let scratchRows = 2

  /// - Parameter vehicles: those that take part, each once; all that are in use have to be among them.
  init(
    _ p: SearchProblem, rules: FleetRules, walker: RouteWalker, solution: SearchSolution,
    vehicles: [Int]
  ) {
    self.p = p
    self.rules = rules
    self.walker = walker
    rowCount = vehicles.count
    rows = .allocate(capacity: vehicles.count + Self.scratchRows)
    rowOf = .allocate(capacity: max(1, p.requestCount))
    rowOf.initialize(repeating: -1, count: max(1, p.requestCount))
    sequence = FlatTable(repeating: 0, count: walker.capacity)
    for (index, vehicle) in (vehicles + Array(repeating: 0, count: Self.scratchRows)).enumerated() {
      let row = FleetRow(vehicle: vehicle, capacity: 64, dimensions: p.dimensions)
      (rows + index).initialize(to: row)
    }
    for (index, vehicle) in vehicles.enumerated() {
      setStops(solution.routes[vehicle].stops, of: index)
    }
  }

  deinit {
    for index in 0..<(rowCount + Self.scratchRows) { rows[index].deallocate() }
    rows.deallocate()
    rowOf.deallocate()
  }

  @inline(__always)
  func row(_ index: Int) -> FleetRow { rows[index] }

  /// Index of a scratch row.
  func scratch(_ number: Int) -> Int { rowCount + number }

  func stops(of index: Int) -> [Int32] {
    let row = rows[index]
    return row.count == 0 ? [] : (1...row.count).map { row.nodes[$0].stop }
  }

  /// Puts stops that are known to be feasible into a row.
  func setStops(_ stops: [Int32], of index: Int) {
    reserve(stops.count, index)
    for (x, stop) in stops.enumerated() {
      rows[index].nodes[x + 1].stop = stop
      rowOf[Int(stop) >> 1] = Int32(index)
    }
    rows[index].count = stops.count
    _ = settle(index)
  }

  /// The solution with the routes as they are now; `nil` if the walker refuses one by rounding.
  func write(from solution: SearchSolution, on bench: Workbench) -> SearchSolution? {
    var result = solution
    for index in 0..<rowCount {
      let vehicle = row(index).vehicle
      let stops = stops(of: index)
      if stops == solution.routes[vehicle].stops { continue }
      guard let route = bench.makeRoute(stops, stops.count, vehicle: vehicle) else { return nil }
      result.cost += route.cost - result.routes[vehicle].cost
      result.setRoute(route, of: vehicle, p)
      for r in route.requests {
        if result.vehicleOf[Int(r)] < 0 { result.cost -= p.penalty[Int(r)] }
        result.vehicleOf[Int(r)] = Int32(vehicle)
      }
    }
    return result
  }

  // MARK: Changes

  /// Writes a row without some requests (-1: nobody) into a scratch row; false if its windows cannot be kept
  /// then, as can happen where travel times break the triangle inequality.
  func write(_ index: Int, without leaving: (Int32, Int32, Int32), into scratch: Int) -> Bool {
    let (a, b, c) = leaving
    let source = rows[index]
    reserve(source.count, scratch)
    rows[scratch].vehicle = source.vehicle
    let nodes = rows[scratch].nodes
    var length = 0
    var x = 1
    while x <= source.count {
      let stop = source.nodes[x].stop
      let r = stop >> 1
      if r != a && r != b && r != c {
        length += 1
        nodes[length].stop = stop
      }
      x += 1
    }
    rows[scratch].count = length
    return settle(scratch)
  }

  /// Puts a request into a row; the caller knows that this is feasible.
  func insert(_ r: Int, at point: FleetPoint, into index: Int) {
    let pickup = Int(point.pickupAfter)
    let delivery = Int(point.deliveryAfter)
    let isRide = p.hasPickup[r] && p.hasDelivery[r]
    let old = rows[index].count
    let added = isRide ? 2 : 1
    reserve(old + added, index)
    let nodes = rows[index].nodes
    var x = old
    while x > delivery {
      nodes[x + added].stop = nodes[x].stop
      x -= 1
    }
    if isRide {
      nodes[delivery + 2].stop = Int32(2 * r + 1)
      while x > pickup {
        nodes[x + 1].stop = nodes[x].stop
        x -= 1
      }
    }
    nodes[pickup + 1].stop = Int32(2 * r + (p.hasPickup[r] ? 0 : 1))
    rows[index].count = old + added
    _ = settle(index)
    if index < rowCount { rowOf[r] = Int32(index) }
  }

  /// A scratch row takes the place of a row.
  func commit(_ scratch: Int, to index: Int) {
    let (old, new) = (rows[index], rows[scratch])
    rows[index] = new
    rows[scratch] = old
    var x = 1
    while x <= new.count {
      rowOf[Int(new.nodes[x].stop) >> 1] = Int32(index)
      x += 1
    }
  }

  func empty(_ index: Int) {
    rows[index].count = 0
    _ = settle(index)
  }

  private func reserve(_ stops: Int, _ index: Int) {
    guard stops > rows[index].capacity else { return }
    let old = rows[index]
    var grown = FleetRow(
      vehicle: old.vehicle, capacity: max(stops, 2 * old.capacity), dimensions: p.dimensions)
    grown.count = old.count
    grown.nodes.update(from: old.nodes, count: old.count + 2)
    grown.loads.update(from: old.loads, count: (old.count + 2) * p.dimensions)
    old.deallocate()
    rows[index] = grown
  }

  // MARK: Judgement

  /// Whether the walker, who knows every rule, accepts a row with a request put into it.
  func accepts(_ index: Int, with r: Int, at point: FleetPoint) -> Bool {
    let row = rows[index]
    var length = 0
    for x in 0...row.count {
      if x > 0 {
        sequence.base[length] = row.nodes[x].stop
        length += 1
      }
      if x == Int(point.pickupAfter) {
        sequence.base[length] = Int32(2 * r + (p.hasPickup[r] ? 0 : 1))
        length += 1
      }
      if x == Int(point.deliveryAfter) && p.hasPickup[r] && p.hasDelivery[r] {
        sequence.base[length] = Int32(2 * r + 1)
        length += 1
      }
    }
    return walker.judge(UnsafePointer(sequence.base), length, vehicle: row.vehicle).isFinite
  }

  /// Whether the walker accepts a row as it stands.
  func accepts(_ index: Int) -> Bool {
    let row = rows[index]
    for x in stride(from: 1, through: row.count, by: 1) {
      sequence.base[x - 1] = row.nodes[x].stop
    }
    return walker.judge(UnsafePointer(sequence.base), row.count, vehicle: row.vehicle).isFinite
  }

  /// Times and loads of a row; false if its windows cannot be kept.
  private func settle(_ index: Int) -> Bool {
    let row = rows[index]
    let view = p.vehicles[row.vehicle]
    let nodes = row.nodes
    nodes[0] = FleetNode(
      stop: -1, place: view.start, early: view.shiftStart, late: 0, serve: 0, travel: 0)
    var here = view.start
    var leave = view.shiftStart
    var x = 1
    while x <= row.count {
      let s = Int(nodes[x].stop)
      let there = p.location[s]
      let leg = view.time(here, there)
      let start = p.start(atStop: s, notBefore: leave + leg)
      if !(start < .infinity) { return false }
      nodes[x] = FleetNode(
        stop: Int32(s), place: there, early: start, late: 0, serve: p.service[s], travel: leg)
      leave = start + p.service[s]
      here = there
      x += 1
    }
    let leg = view.time(here, view.end)
    nodes[x] = FleetNode(
      stop: -1, place: view.end, early: leave + leg, late: view.shiftEnd, serve: 0, travel: leg)
    if leave + leg > view.shiftEnd + SearchProblem.tolerance { return false }
    while x > 1 {
      x -= 1
      let most = nodes[x + 1].late - nodes[x + 1].travel - nodes[x].serve
      nodes[x].late = p.start(atStop: Int(nodes[x].stop), notAfter: most)
    }
    nodes[0].late = nodes[1].late - nodes[1].travel
    settleLoads(row)
    return true
  }

  private func settleLoads(_ row: FleetRow) {
    let dims = p.dimensions
    guard dims > 0 else { return }
    var k = 0
    while k < dims {
      row.loads[k] = 0
      k += 1
    }
    var x = 1
    while x <= row.count && p.hasSingles {
      let s = Int(row.nodes[x].stop)
      if s & 1 == 1 && !p.hasPickup[s >> 1] {
        for k in 0..<dims { row.loads[k] += p.load[(s >> 1) * dims + k] }
      }
      x += 1
    }
    x = 1
    while x <= row.count {
      let s = Int(row.nodes[x].stop)
      let load = p.load + (s >> 1) &* dims
      let now = row.loads + x &* dims
      k = 0
      while k < dims {
        now[k] = (now - dims)[k] &+ (s & 1 == 0 ? load[k] : 0 &- load[k])
        k += 1
      }
      x += 1
    }
  }
}
