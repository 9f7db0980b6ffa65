/// A part of a problem as a problem of its own, with the way back.
///
/// The part has some of the vehicles, some of the requests, and rows and columns of the matrices for the
/// places that these use. What the whole problem says about the rest is gone: whoever cuts the part out sees
/// to it that no tie to the rest can be broken.
public struct Restriction: Sendable {
  public let problem: Problem
  /// Number in the whole of each request of the part.
  public let requests: [Int]
  /// Number in the whole of each vehicle of the part.
  public let vehicles: [Int]
  private let whole: Problem
  private let localRequest: [Int: Int]
  private let localVehicle: [Int: Int]

  /// Cuts a part out of a problem.
  ///
  /// Links and crews are kept as far as they lie inside the part whole; orders of stops are kept for the
  /// requests inside. Decisions on vehicles and times are kept as eligibility and windows.
  ///
  /// - Parameters:
  ///   - requests: requests of the part, each once.
  ///   - vehicles: vehicles of the part, each once.
  ///   - windows: windows that hold in place of the problem's own, by stop number; they must imply every
  ///     `Link.ordered`, for those are dropped.
  ///   - keepsPlaces: the part has the matrices of the whole, shared rather than copied.
  ///   - mustServe: requests of the part that may not be left out, whatever their penalty; with them all forms of their
  ///     demands.
  public init(
    of whole: Problem, requests: [Int], vehicles: [Int], windows: [[TimeWindow]],
    keepsPlaces: Bool = false, mustServe: (Int) -> Bool
  ) {
    self.whole = whole
    self.requests = requests
    self.vehicles = vehicles
    localRequest = Self.inverse(requests)
    localVehicle = Self.inverse(vehicles)
    var cutter = Cutter(
      whole: whole, windows: windows, vehicles: vehicles, localRequest: localRequest,
      localVehicle: localVehicle, keepsPlaces: keepsPlaces)
    var draft = ProblemDraft(
      name: whole.draft.name, mixing: whole.draft.mixing, sharedDetour: whole.draft.sharedDetour)
    draft.requests = requests.map { r in
      cutter.request(r, mustServe: whole.forms(of: r).contains(where: mustServe))
    }
    draft.vehicles = vehicles.map { cutter.vehicle($0) }
    draft.links = cutter.links(of: requests)
    draft.locks = cutter.locks()
    draft.crews = cutter.crews(of: vehicles)
    draft.matrices = cutter.matrices()
    problem = Problem(sound: draft)
  }

  private static func inverse(_ list: [Int]) -> [Int: Int] {
    var inverse = [Int: Int](minimumCapacity: list.count)
    for (local, number) in list.enumerated() { inverse[number] = local }
    return inverse
  }

  /// Number in the part of a request of the whole; `nil` where it lies outside.
  public func local(request: Int) -> Int? { localRequest[request] }

  /// Number in the part of a vehicle of the whole; `nil` where it lies outside.
  public func local(vehicle: Int) -> Int? { localVehicle[vehicle] }

  /// A route of the whole as the part numbers it; `nil` where its vehicle or a request lies outside.
  public func local(_ route: Route) -> Route? {
    guard let vehicle = localVehicle[route.vehicle] else { return nil }
    var stops: [Int] = []
    stops.reserveCapacity(route.stops.count)
    for stop in route.stops {
      if whole.isRequestStop(stop) {
        guard let request = localRequest[stop >> 1] else { return nil }
        stops.append(2 * request + (stop & 1))
      } else if whole.isBreak(stop) {
        stops.append(
          stop - Int(whole.firstBreak[route.vehicle]) + Int(problem.firstBreak[vehicle]))
      } else {
        stops.append(problem.baseVisit(of: vehicle))
      }
    }
    return Route(vehicle: vehicle, stops: stops, schedule: route.schedule)
  }

  /// A route of the part as the whole numbers it.
  public func global(_ route: Route) -> Route {
    let vehicle = vehicles[route.vehicle]
    let stops = route.stops.map { stop -> Int in
      if problem.isRequestStop(stop) { return 2 * requests[stop >> 1] + (stop & 1) }
      if problem.isBreak(stop) {
        return stop - Int(problem.firstBreak[route.vehicle]) + Int(whole.firstBreak[vehicle])
      }
      return whole.baseVisit(of: vehicle)
    }
    return Route(vehicle: vehicle, stops: stops, schedule: route.schedule)
  }
}

/// Rewrites the parts of a draft with the numbers of a restriction.
private struct Cutter {
  let whole: Problem
  let windows: [[TimeWindow]]
  let vehicles: [Int]
  let localRequest: [Int: Int]
  let localVehicle: [Int: Int]
  let keepsPlaces: Bool
  /// Places in the order in which they were first met.
  private var places: [Int] = []
  private var localPlace: [Int: Int] = [:]

  init(
    whole: Problem, windows: [[TimeWindow]], vehicles: [Int], localRequest: [Int: Int],
    localVehicle: [Int: Int], keepsPlaces: Bool
  ) {
    self.whole = whole
    self.windows = windows
    self.vehicles = vehicles
    self.keepsPlaces = keepsPlaces
    self.localRequest = localRequest
    self.localVehicle = localVehicle
  }

  private mutating func place(_ location: Int) -> Int {
    if keepsPlaces { return location }
    if let known = localPlace[location] { return known }
    localPlace[location] = places.count
    places.append(location)
    return places.count - 1
  }

  mutating func request(_ r: Int, mustServe: Bool) -> RequestDraft {
    var request = whole.draft.requests[r]
    if var stop = request.pickup {
      stop.location = place(stop.location)
      stop.windows = windows[2 * r]
      request.pickup = stop
    }
    if var stop = request.delivery {
      stop.location = place(stop.location)
      stop.windows = windows[2 * r + 1]
      request.delivery = stop
    }
    request.renumberVehicles { localVehicle[$0] }
    request.allowedVehicles = vehicles.indices.filter { whole.admits(vehicles[$0], for: r) }
    if mustServe { request.unservedPenalty = nil }
    return request
  }

  mutating func vehicle(_ v: Int) -> VehicleDraft {
    var vehicle = whole.vehicles[v]
    vehicle.start = vehicle.start.map { place($0) }
    vehicle.end = vehicle.end.map { place($0) }
    return vehicle
  }

  /// The links of `linksOf` lie around each request, so that this does not read those of everybody.
  func links(of requests: [Int]) -> [Link] {
    var links: [Link] = []
    var groups: Set<Int32> = []
    for (local, r) in requests.enumerated() {
      let group = whole.groupOf[r]
      if whole.groups[Int(group)].count > 1, groups.insert(group).inserted {
        links += ties(of: Int(group))
      }
      // Demands are meant, whichever of their forms are inside.
      for needed in whole.forms(of: r).flatMap({ whole.required[$0] }) {
        let inside = whole.forms(of: needed).compactMap { localRequest[$0] }
        if let form = inside.first { links.append(.requires(request: local, required: form)) }
      }
      for other in whole.sameVehicleAs[r].compactMap({ localRequest[$0] }) where local < other {
        links.append(.sameVehicle(local, other))
      }
      for other in whole.apartFrom[r].compactMap({ localRequest[$0] }) where local < other {
        links.append(.apart(local, other))
      }
    }
    return links
  }

  /// What ties a group's requests inside: forms of one demand, and demands served together.
  private func ties(of group: Int) -> [Link] {
    let demands = whole.demands(ofGroup: group).map { demand in
      whole.demands[demand].compactMap { localRequest[$0] }
    }.filter { !$0.isEmpty }
    let choices = demands.filter { $0.count > 1 }.map(Link.oneOf)
    return demands.count > 1 ? choices + [.together(demands.map { $0[0] })] : choices
  }

  func locks() -> [Lock] {
    func inside(_ stops: [StopReference]) -> [StopReference] {
      stops.compactMap { stop in
        localRequest[stop.request].map { StopReference($0, stop.side) }
      }
    }
    return whole.draft.locks.compactMap { lock in
      switch lock {
      case .order(let vehicle, let stops):
        localVehicle[vehicle].map { .order(vehicle: $0, stops: inside(stops)) }
      case .frozen(let vehicle, let stops):
        localVehicle[vehicle].map { .frozen(vehicle: $0, stops: inside(stops)) }
      case .vehicle, .forbidden, .time: nil
      }
    }
  }

  func crews(of vehicles: [Int]) -> [CrewDraft] {
    var seen: Set<Int32> = [-1]
    return vehicles.compactMap { v in
      let crew = whole.crewOf[v]
      guard seen.insert(crew).inserted else { return nil }
      var limits = whole.draft.crews[Int(crew)]
      limits.vehicles = limits.vehicles.compactMap { localVehicle[$0] }
      return limits
    }
  }

  func matrices() -> [MatrixDraft] {
    if keepsPlaces { return whole.draft.matrices }
    return whole.draft.matrices.map { matrix in
      func cut(_ entries: [Double]) -> [Double] {
        guard !entries.isEmpty else { return [] }
        var part: [Double] = []
        part.reserveCapacity(places.count * places.count)
        for from in places {
          let row = from * matrix.size
          for to in places { part.append(entries[row + to]) }
        }
        return part
      }
      return MatrixDraft(
        size: places.count, times: cut(matrix.times), distances: cut(matrix.distances),
        tolls: matrix.tolls.map(cut))
    }
  }
}
