import DialARide

/// Makes the parts of a round.
struct Regions: Sendable {
  let problem: Problem
  let ties: Ties
  /// Vehicles that stay together: the members of a crew, or one alone.
  private let units: [[Int]]
  private let unitOf: [Int]

  init(_ problem: Problem, ties: Ties) {
    self.problem = problem
    self.ties = ties
    var units: [[Int]] = []
    var unitOf = [Int](repeating: -1, count: problem.vehicleCount)
    for v in 0..<problem.vehicleCount where unitOf[v] < 0 {
      let crew = problem.crewOf[v]
      let unit = crew < 0 ? [v] : problem.draft.crews[Int(crew)].vehicles
      for member in unit { unitOf[member] = units.count }
      units.append(unit)
    }
    self.units = units
    self.unitOf = unitOf
  }

  /// Parts for a first solution: neighbouring requests, with their share of the vehicles near them.
  func firstParts(_ count: Int, possible: [Int], _ random: inout RandomSource) -> [Part] {
    let isPossible = Set(possible)
    let items = ties.members.indices.compactMap { c -> Grouping.Item? in
      let members = ties.members[c].filter(isPossible.contains)
      guard !members.isEmpty else { return nil }
      return Grouping.Item(
        index: c, places: members.flatMap(places), weight: Double(members.count),
        time: middle(members))
    }
    let spares = units.indices.map { spare($0) }
    let cells = Grouping(problem: problem, timeCuts: 0).cells(
      Grouping.Cell(items: items, spares: spares), count: count, &random)
    return cells.map { cell in
      Part(
        vehicles: cell.spares.flatMap { units[$0.index] }.sorted(),
        requests: cell.items.flatMap { ties.members[$0.index] }.filter(isPossible.contains)
          .sorted())
    }
  }

  /// Parts of neighbouring routes; who is unserved goes where he or she may fit best.
  func parts(_ count: Int, of whole: WholeSolution, possible: [Int], _ random: inout RandomSource)
    -> [Part]
  {
    var used: [Grouping.Item] = []
    var spares: [Grouping.Item] = []
    for (u, unit) in units.enumerated() {
      let requests = unit.flatMap(whole.requests)
      if requests.isEmpty {
        spares.append(spare(u))
      } else {
        used.append(
          Grouping.Item(
            index: u, places: requests.flatMap(places), weight: Double(requests.count),
            time: middle(requests)))
      }
    }
    let cells = Grouping(problem: problem, timeCuts: 0.2).cells(
      Grouping.Cell(items: used, spares: spares), count: count, &random)
    var parts = cells.map { cell in
      let vehicles = (cell.items + cell.spares).flatMap { units[$0.index] }.sorted()
      return Part(vehicles: vehicles, requests: vehicles.flatMap(whole.requests))
    }
    spread(possible, of: whole, over: &parts, &random)
    return parts
  }

  /// Gives the unserved to parts, those who are tied together.
  private func spread(
    _ possible: [Int], of whole: WholeSolution, over parts: inout [Part],
    _ random: inout RandomSource
  ) {
    var partOf = [Int](repeating: -1, count: problem.vehicleCount)
    for (i, part) in parts.enumerated() {
      for v in part.vehicles { partOf[v] = i }
    }
    var waiting: [Int: [Int]] = [:]
    var order: [Int] = []
    for r in possible where whole.vehicleOf[r] < 0 {
      let component = ties.componentOf[r]
      if waiting[component] == nil { order.append(component) }
      waiting[component, default: []].append(r)
    }
    for component in order {
      guard let requests = waiting[component] else { continue }
      // Who must ride with somebody already on the way can go only there.
      let bound = Set(
        requests.flatMap { problem.sameVehicleAs[$0] }.map { whole.vehicleOf[$0] }
          .filter { $0 >= 0 }.map { partOf[$0] })
      if bound.count > 1 { continue }
      let home = bound.first ?? bestPart(for: requests, of: whole, partOf, parts.count, &random)
      if let home { parts[home].requests += requests }
    }
  }

  /// The part with the vehicle that would have the shortest way, each way shaken a little: next time it may be
  /// another one.
  private func bestPart(
    for requests: [Int], of whole: WholeSolution, _ partOf: [Int], _ count: Int,
    _ random: inout RandomSource
  ) -> Int? {
    var nearest = [Double](repeating: .infinity, count: count)
    let targets = requests.flatMap(places)
    for v in 0..<problem.vehicleCount where requests.contains(where: { problem.admits(v, for: $0) })
    {
      let vehicle = problem.vehicles[v]
      var ways = [vehicle.start, vehicle.end].compactMap(\.self)
      if let route = whole.routes[v] {
        ways += route.stops.filter(problem.isRequestStop).map { Int(problem.location[$0]) }
      }
      for place in ways {
        for target in targets {
          let way = problem.travelTime(place, target, vehicle: v)
          if way < nearest[partOf[v]] { nearest[partOf[v]] = way }
        }
      }
    }
    var best: (way: Double, part: Int)?
    for (part, way) in nearest.enumerated() where way.isFinite {
      let shaken = (way + 300) * (1 + random.unit())
      if best.map({ shaken < $0.way }) ?? true { best = (shaken, part) }
    }
    return best?.part
  }

  private func spare(_ unit: Int) -> Grouping.Item {
    let vehicles = units[unit].map { problem.vehicles[$0] }
    return Grouping.Item(
      index: unit, places: vehicles.compactMap(\.start), weight: Double(vehicles.count),
      time: vehicles.reduce(0) { $0 + ($1.shift.start + $1.shift.end) / 2 }
        / Double(vehicles.count))
  }

  private func places(of r: Int) -> [Int] {
    [2 * r, 2 * r + 1].map { Int(problem.location[$0]) }.filter { $0 >= 0 }
  }

  private func middle(_ requests: [Int]) -> Double {
    let times = requests.map { r -> Double in
      let stop = 2 * r + (problem.hasDelivery[r] ? 1 : 0)
      let span = problem.windows(of: stop)
      return ((span.first?.start ?? 0) + (span.last?.end ?? 0)) / 2
    }
    return times.reduce(0, +) / Double(max(1, times.count))
  }
}
