public import DialARide

/// Makes small random drafts in which every primitive of the problem occurs now and then.
///
/// All times and distances are whole numbers, so that oracles can be exact. Travel takes at most 40 s
/// between neighbours in a world of about 1000 s. Sound by construction: `Problem.init` accepts them all.
public struct ProblemGenerator: Sendable {
  public var requests = 2...5
  public var vehicles = 1...3
  /// Probability of each primitive that is switched on by chance.
  public var likelihood = 0.3
  /// Probability that a stop with windows has several of them.
  public var severalWindows = 0.25
  /// Links, locks, crews; without them only rules of single routes are left.
  public var withTies = true
  /// The first two requests, and the next two, are served by one vehicle or not at all.
  public var withPairs = false
  /// The first two requests, or three of four, are forms of one demand, and now and then the next two.
  public var withChoices = false
  /// Limits on driving without a rest, and breaks that can be one.
  public var withDrivingRules = false
  /// Services that hang on the vehicle and the place before, what is taken in exchange, loads during breaks and numbers
  /// of stops.
  public var withServiceRules = false
  /// Breaks on the way, and tolls.
  public var withWayRules = false
  /// Hours that drivers would rather keep to.
  public var withPreferredHours = false

  private var random: SplitMix64
  private let horizon = 1000

  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func often() -> Bool { random.chance(likelihood) }

  /// The next random draft.
  public mutating func draft() -> ProblemDraft {
    let n = random.int(requests)
    let m = random.int(vehicles)
    var draft = ProblemDraft(name: "random")
    let locations = random.int(3...8)
    draft.matrices = (0..<random.int(1...2)).map { _ in matrix(locations) }
    let dimensions = random.int(1...2)
    draft.requests = (0..<n).map { request($0, locations, dimensions, vehicles: m) }
    draft.vehicles = (0..<m).map { vehicle($0, locations, dimensions, draft.matrices.count) }
    if often() { draft.mixing = [[true, false], [false, true]] }
    if withTies {
      draft.links = links(n)
      draft.locks = locks(n, m, draft)
      if often() { addCrew(to: &draft) }
    }
    if withPairs { pair(&draft) }
    if withChoices { choose(&draft) }
    if withServiceRules { addServiceRules(to: &draft, dimensions) }
    if withWayRules { addWayRules(to: &draft) }
    if withPreferredHours { addPreferredHours(to: &draft) }
    return draft
  }

  private mutating func addPreferredHours(to draft: inout ProblemDraft) {
    for v in draft.vehicles.indices where random.chance(0.8) {
      let start = random.number(0...700)
      draft.vehicles[v].preferredHours = PreferredHours(
        TimeWindow(start, start + random.number(0...500)), costPerSecond: random.number(1...4))
    }
  }

  private mutating func addWayRules(to draft: inout ProblemDraft) {
    for v in draft.vehicles.indices where random.chance(0.8) {
      if draft.vehicles[v].breaks.isEmpty, random.chance(0.7) {
        draft.vehicles[v].breaks = (0..<random.int(1...2)).map { _ in
          BreakDraft(
            windows: windows(), duration: random.number(5...40), allowedOnBoard: random.chance(0.7))
        }
      }
      draft.vehicles[v].restsOnTheWay = true
      draft.vehicles[v].mayReturnToBase = false
      draft.vehicles[v].longestIdle = nil
      draft.vehicles[v].longestIdleOnBoard = nil
      draft.vehicles[v].unbrokenDriving = nil
    }
    for k in draft.matrices.indices where random.chance(0.7) {
      let size = draft.matrices[k].size
      draft.matrices[k].tolls = (0..<size * size).map { cell in
        cell % (size + 1) == 0 ? 0 : random.number(0...40)
      }
    }
  }

  private mutating func addServiceRules(to draft: inout ProblemDraft, _ dimensions: Int) {
    let kinds = random.int(1...3)
    for v in draft.vehicles.indices {
      // Every kind has to have an entry, used or not.
      draft.vehicles[v].serviceKind = random.chance(0.7) ? random.int(0...kinds - 1) : nil
      if random.chance(0.2) { draft.vehicles[v].mostStops = random.int(2...6) }
      for b in draft.vehicles[v].breaks.indices where random.chance(0.5) {
        draft.vehicles[v].breaks[b].mostLoad = (0..<dimensions).map { _ in random.int(0...2) }
      }
    }
    for r in draft.requests.indices {
      for side in [\RequestDraft.pickup, \.delivery] where draft.requests[r][keyPath: side] != nil {
        if random.chance(0.4) {
          draft.requests[r][keyPath: side]?.arrivalSetup = (0..<kinds).map { _ in
            random.number(0...20)
          }
        }
        if random.chance(0.4) {
          draft.requests[r][keyPath: side]?.extraService = (0..<kinds).map { _ in
            random.number(0...20)
          }
        }
      }
      if draft.requests[r].pickup == nil, random.chance(0.7) {
        draft.requests[r].exchange = (0..<dimensions).map { _ in random.int(0...2) }
        for v in draft.vehicles.indices { draft.vehicles[v].layoutScope = .route }
      }
    }
  }

  private func pair(_ draft: inout ProblemDraft) {
    for first in stride(from: 0, to: draft.requests.count - 1, by: 2) {
      draft.links += [.together([first, first + 1]), .sameVehicle(first, first + 1)]
    }
  }

  private mutating func choose(_ draft: inout ProblemDraft) {
    let count = draft.requests.count
    guard count >= 2 else { return }
    var choices = [Array(0..<(count >= 4 && often() ? 3 : 2))]
    if count - choices[0].count >= 2, random.chance(0.6) {
      choices.append([choices[0].count, choices[0].count + 1])
    }
    for forms in choices {
      let penalty = draft.requests[forms[0]].unservedPenalty
      for r in forms { draft.requests[r].unservedPenalty = penalty }
      draft.links.append(.oneOf(forms))
    }
  }

  private mutating func matrix(_ size: Int) -> MatrixDraft {
    let points = (0..<size).map { _ in (random.int(0...20), random.int(0...20)) }
    let skewed = often()
    var times: [Double] = []
    var distances: [Double] = []
    for a in 0..<size {
      for b in 0..<size {
        let steps = abs(points[a].0 - points[b].0) + abs(points[a].1 - points[b].1)
        times.append(a == b ? 0 : Double(steps + (skewed ? random.int(0...5) : 0)))
        distances.append(Double(steps * 10))
      }
    }
    return MatrixDraft(size: size, times: times, distances: often() ? distances : [])
  }

  private mutating func windows() -> [TimeWindow] {
    guard random.chance(0.7) else { return [] }
    guard random.chance(severalWindows) else {
      let start = random.int(0...horizon * 2 / 3)
      return [TimeWindow(Double(start), Double(start + random.int(0...horizon / 3)))]
    }
    let bounds = Set((0..<6).map { _ in random.int(0...horizon) }).sorted()
    return stride(from: 0, to: bounds.count - 1, by: 2).map {
      TimeWindow(Double(bounds[$0]), Double(bounds[$0 + 1]))
    }
  }

  private mutating func stop(_ locations: Int) -> StopDraft {
    StopDraft(
      location: random.int(0...locations - 1), serviceTime: often() ? random.number(1...10) : 0,
      windows: windows(), dueTime: often() ? random.number(0...horizon) : nil)
  }

  private mutating func request(
    _ index: Int, _ locations: Int, _ dimensions: Int, vehicles: Int
  ) -> RequestDraft {
    let single = random.chance(0.15) ? random.int(1...2) : 0
    var request = RequestDraft(
      id: "r\(index)", pickup: single == 2 ? nil : stop(locations),
      delivery: single == 1 ? nil : stop(locations),
      load: (0..<random.int(0...dimensions)).map { _ in random.int(0...2) })
    if single == 0 {
      if often() { request.longestRide = random.number(20...150) }
      if often() { request.longestDetour = random.number(0...300) }
    }
    request.ridesAlone = random.chance(likelihood / 4)
    request.mixingClass = often() ? 1 : 0
    request.setupClass = random.int(0...2)
    if often() { request.allowedVehicles = (0..<vehicles).filter { _ in random.chance(0.7) } }
    if often() {
      request.vehicleCosts = [
        VehicleCost(vehicle: random.int(0...vehicles - 1), cost: random.number(0...50))
      ]
    }
    if random.chance(0.7) { request.unservedPenalty = random.number(50...500) }
    request.latenessCost = random.chance(0.7) ? random.number(1...3) : 0
    return request
  }

  private mutating func vehicle(
    _ index: Int, _ locations: Int, _ dimensions: Int, _ matrices: Int
  ) -> VehicleDraft {
    let start = random.chance(0.85) ? random.int(0...locations - 1) : nil
    let open = random.number(0...200)
    var vehicle = VehicleDraft(
      id: "v\(index)", start: start,
      end: random.chance(0.85) ? start ?? 0 : nil,
      shift: often() ? TimeWindow(open, open + random.number(400...1500)) : .always)
    vehicle.layouts = (0..<random.int(1...2)).map { _ in
      (0..<dimensions).map { _ in random.int(1...5) }
    }
    // All layouts of a problem have the same dimensions, also where no load uses the second one.
    vehicle.layoutScope = random.chance(0.5) ? .route : .trip
    vehicle.breaks = (0..<(often() ? random.int(1...2) : 0)).map { _ in
      BreakDraft(
        windows: windows(), duration: random.number(5...40),
        dueAfter: random.chance(0.5) ? 0 : random.number(50...400),
        allowedOnBoard: random.chance(0.5)
      )
    }
    limit(&vehicle)
    vehicle.mayReturnToBase = start != nil && random.chance(0.6)
    vehicle.matrix = random.int(0...matrices - 1)
    vehicle.fixedCost = random.number(0...100)
    vehicle.costPerMetre = random.number(0...3)
    vehicle.costPerSecondDriven = random.number(0...3)
    vehicle.costPerSecondWaiting = random.number(0...3)
    if often() {
      vehicle.setupTimes = (0..<3).map { _ in (0..<3).map { _ in random.number(0...20) } }
    }
    if withDrivingRules { addDrivingRule(to: &vehicle) }
    return vehicle
  }

  private mutating func addDrivingRule(to vehicle: inout VehicleDraft) {
    let rest = random.number(10...30)
    vehicle.unbrokenDriving = DrivingRule(
      longest: random.number(30...120), rest: rest,
      parts: random.chance(0.5) ? [rest / 2, rest * 2 / 3] : [])
    for _ in 0..<random.int(0...2) {
      vehicle.breaks.append(
        BreakDraft(
          windows: random.chance(0.3) ? windows() : [],
          duration: random.chance(0.7) ? rest : random.number(1...30),
          dueAfter: random.chance(0.7) ? 10_000 : random.number(0...300)))
    }
  }

  private mutating func limit(_ vehicle: inout VehicleDraft) {
    if random.chance(likelihood / 2) { vehicle.longestDuration = random.number(100...600) }
    if random.chance(likelihood / 4) { vehicle.longestDistance = random.number(100...3000) }
    if random.chance(likelihood / 4) { vehicle.longestDriving = random.number(100...400) }
    if random.chance(likelihood / 4) { vehicle.mostTrips = random.int(1...3) }
    if random.chance(likelihood / 4) { vehicle.mostRequests = random.int(1...4) }
    if often() { vehicle.longestIdle = random.number(0...200) }
    if often() { vehicle.longestIdleOnBoard = random.number(0...50) }
  }
}

extension ProblemGenerator {
  private mutating func links(_ n: Int) -> [Link] {
    guard n >= 2 else { return [] }
    var links: [Link] = []
    let order = Array(0..<n).shuffled(using: &random)
    if often() { links.append(.together([order[0], order[1]])) }
    if often() { links.append(.requires(request: order[0], required: order[n - 1])) }
    if often() { links.append(.sameVehicle(order[0], order[n - 1])) }
    if often() { links.append(.apart(order[n - 2], order[n - 1])) }
    if often() {
      let least = random.number(0...100)
      links.append(
        .ordered(
          first: order[0], second: order[1], leastGap: least,
          greatestGap: often() ? least + random.number(0...300) : nil))
    }
    return links
  }

  /// At most one lock a request, so that none contradicts another.
  private mutating func locks(_ n: Int, _ m: Int, _ draft: ProblemDraft) -> [Lock] {
    var locks: [Lock] = []
    for request in 0..<n where random.chance(likelihood / 3) {
      let vehicle = random.int(0...m - 1)
      let side: StopReference.Side = draft.requests[request].pickup == nil ? .delivery : .pickup
      switch random.int(0...2) {
      case 0: locks.append(.vehicle(request: request, vehicle: vehicle))
      case 1: locks.append(.forbidden(request: request, vehicle: vehicle))
      default:
        let start = random.number(0...700)
        locks.append(
          .time(
            stop: StopReference(request, side),
            window: TimeWindow(start, start + random.number(0...200))))
      }
    }
    return locks
  }

  private mutating func addCrew(to draft: inout ProblemDraft) {
    guard draft.vehicles.count >= 2 else { return }
    draft.vehicles[0].shift = TimeWindow(0, 500)
    draft.vehicles[1].shift = TimeWindow(500, 1500)
    draft.crews = [
      CrewDraft(
        id: "crew", vehicles: [0, 1], longestDuration: random.number(200...900),
        longestDistance: often() ? random.number(500...5000) : nil,
        mostTrips: often() ? random.int(1...4) : nil)
    ]
  }

  /// A random route of a random vehicle: some requests, each whole and in order, with breaks and base
  /// visits strewn in. Half of the routes make their stops in the order of their windows, so that a
  /// good part of them can be driven.
  public mutating func route(in problem: Problem) -> Route {
    let vehicle = random.int(0...problem.vehicleCount - 1)
    let count = random.int(1...problem.requestCount)
    let requests = Array(0..<problem.requestCount).shuffled(using: &random).prefix(count)
    var keyed: [(key: Double, stop: Int)] = []
    let byWindow = random.chance(0.5)
    for request in requests {
      var keys = [2 * request, 2 * request + 1].map { stop in
        byWindow
          ? problem.windows(of: stop)[Int(problem.windowStart[stop])].start + random.number(0...100)
          : random.number(0...horizon)
      }
      keys[1] = max(keys[0], keys[1])
      if problem.hasPickup[request] { keyed.append((keys[0], 2 * request)) }
      if problem.hasDelivery[request] { keyed.append((keys[1], 2 * request + 1)) }
    }
    var stops = keyed.enumerated().sorted {
      ($0.element.key, $0.offset) < ($1.element.key, $1.offset)
    }
    .map(\.element.stop)
    for stop in problem.breakStops(of: vehicle) where random.chance(0.7) {
      stops.insert(stop, at: random.int(0...stops.count))
    }
    if problem.vehicles[vehicle].mayReturnToBase {
      for place in emptyPlaces(stops, problem).reversed() where random.chance(0.4) {
        stops.insert(problem.baseVisit(of: vehicle), at: place)
      }
    }
    return Route(vehicle: vehicle, stops: stops)
  }

  /// Places between stops where nobody is on board; now and then one where somebody is.
  private mutating func emptyPlaces(_ stops: [Int], _ problem: Problem) -> [Int] {
    var aboard = 0
    var places: [Int] = []
    for (index, stop) in stops.enumerated() {
      if aboard == 0 || random.chance(0.02) { places.append(index) }
      guard problem.isRequestStop(stop), problem.isRide(stop >> 1) else { continue }
      aboard += problem.isPickup(stop) ? 1 : -1
    }
    return places
  }
}
