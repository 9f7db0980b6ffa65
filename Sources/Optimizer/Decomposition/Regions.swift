import DialARide

/// Makes the parts of a round.
struct Regions: Sendable {
  let problem: Problem
  let ties: Ties
  /// Vehicles that stay together: the members of a crew, or one alone.
  private let units: [[Int]]

  init(_ problem: Problem, ties: Ties) {
    self.problem = problem
    self.ties = ties
    var units: [[Int]] = []
    var isIn = [Bool](repeating: false, count: problem.vehicleCount)
    for v in 0..<problem.vehicleCount where !isIn[v] {
      let crew = problem.crewOf[v]
      let unit = crew < 0 ? [v] : problem.draft.crews[Int(crew)].vehicles
      for member in unit { isIn[member] = true }
      units.append(unit)
    }
    self.units = units
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
  ///
  /// Half of the parts are grown around somebody unserved: the vehicles nearest to each leg, wherever a cut
  /// would have put them. The rest of the day is cut into neighbourhoods.
  func parts(_ count: Int, of whole: WholeSolution, possible: [Int], _ random: inout RandomSource)
    -> [Part]
  {
    var waiting = waiting(possible, whole)
    random.shuffle(&waiting)
    var isFree = [Bool](repeating: true, count: units.count)
    let weights = units.map { unit in Double(unit.flatMap(whole.requests).count) }
    let size = weights.reduce(0, +) / Double(max(1, count))
    let proximity = Proximity(problem: problem, whole: whole)
    var parts: [Part] = []
    for requests in waiting.prefix(count / 2) {
      let near = neighbours(of: requests, proximity, isFree)
      var chosen: [Int] = []
      var weight = 0.0
      for unit in near where weight < size && chosen.count < Int(size) {
        chosen.append(unit)
        weight += weights[unit]
        isFree[unit] = false
      }
      parts.append(part(chosen, whole))
    }
    parts += cells(count - parts.count, whole, isFree, &random)
    spread(waiting, of: whole, over: &parts, proximity, &random)
    if problem.hasChoices { addForms(to: &parts, of: whole, possible) }
    return parts
  }

  /// Other forms of the demands that a part serves go where these are, where whoever is served with them is in the part
  /// too.
  private func addForms(to parts: inout [Part], of whole: WholeSolution, _ possible: [Int]) {
    let isPossible = Set(possible)
    for (i, part) in parts.enumerated() {
      var inside = Set(part.requests)
      for r in part.requests where whole.vehicleOf[r] >= 0 {
        let group = problem.groups[Int(problem.groupOf[r])]
        guard group.allSatisfy({ whole.vehicleOf[$0] < 0 || inside.contains($0) }) else { continue }
        for form in problem.forms(of: r)
        where isPossible.contains(form) && inside.insert(form).inserted {
          parts[i].requests.append(form)
        }
      }
    }
  }

  private func part(_ chosen: [Int], _ whole: WholeSolution) -> Part {
    let vehicles = chosen.flatMap { units[$0] }.sorted()
    return Part(vehicles: vehicles, requests: vehicles.flatMap(whole.requests))
  }

  private func cells(
    _ count: Int, _ whole: WholeSolution, _ isFree: [Bool], _ random: inout RandomSource
  ) -> [Part] {
    var used: [Grouping.Item] = []
    var spares: [Grouping.Item] = []
    for (u, unit) in units.enumerated() where isFree[u] {
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
    return cells.map { part(($0.items + $0.spares).map(\.index), whole) }
  }

  /// Free units, the nearest to each request in turn first.
  private func neighbours(of requests: [Int], _ proximity: Proximity, _ isFree: [Bool]) -> [Int] {
    let free = units.indices.filter { isFree[$0] }
    var best = [Int](repeating: .max, count: units.count)
    for r in requests {
      let ranked = free.map { u in
        (way: units[u].map { proximity.way($0, to: r) }.min() ?? .infinity, unit: u)
      }.sorted { ($0.way, $0.unit) < ($1.way, $1.unit) }
      for (rank, entry) in ranked.enumerated() where entry.way.isFinite {
        best[entry.unit] = min(best[entry.unit], rank)
      }
    }
    return free.filter { best[$0] < .max }.sorted { (best[$0], $0) < (best[$1], $1) }
  }

  /// The unserved, those together who are tied together.
  private func waiting(_ possible: [Int], _ whole: WholeSolution) -> [[Int]] {
    var rank: [Int: Int] = [:]
    var waiting: [[Int]] = []
    for r in possible where problem.forms(of: r).allSatisfy({ whole.vehicleOf[$0] < 0 }) {
      let component = ties.componentOf[r]
      if let known = rank[component] {
        waiting[known].append(r)
      } else {
        rank[component] = waiting.count
        waiting.append([r])
      }
    }
    return waiting
  }

  /// Gives the unserved to parts.
  private func spread(
    _ waiting: [[Int]], of whole: WholeSolution, over parts: inout [Part],
    _ proximity: Proximity, _ random: inout RandomSource
  ) {
    var partOf = [Int](repeating: -1, count: problem.vehicleCount)
    for (i, part) in parts.enumerated() {
      for v in part.vehicles { partOf[v] = i }
    }
    for requests in waiting {
      // Who must ride with somebody already on the way can go only there.
      let bound = Set(
        requests.flatMap { problem.sameVehicleAs[$0] }.map { whole.vehicleOf[$0] }
          .filter { $0 >= 0 }.map { partOf[$0] })
      if bound.count > 1 { continue }
      let home = bound.first ?? bestPart(for: requests, proximity, partOf, parts.count, &random)
      if let home, home >= 0 { parts[home].requests += requests }
    }
  }

  /// The part with the shortest ways to all of the requests, each shaken a little: next time it may be another
  /// one.
  private func bestPart(
    for requests: [Int], _ proximity: Proximity, _ partOf: [Int], _ count: Int,
    _ random: inout RandomSource
  ) -> Int? {
    var sums = [Double](repeating: 0, count: count)
    for r in requests {
      var nearest = [Double](repeating: .infinity, count: count)
      for v in 0..<problem.vehicleCount where partOf[v] >= 0 && problem.admits(v, for: r) {
        nearest[partOf[v]] = min(nearest[partOf[v]], proximity.way(v, to: r))
      }
      for part in sums.indices { sums[part] += nearest[part] }
    }
    var best: (way: Double, part: Int)?
    for (part, way) in sums.enumerated() where way.isFinite {
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
