internal import DialARide
internal import Optimizer

/// A booking compiled anew with one rule lifted, beside everybody else in the plan as it stands.
struct LiftedRule {
  private let compiled: CompiledDay
  private let stand: Stand
  private let leg: Int
  private let resource: Int
  private let booking: Compiler.Result
  /// Number of each leg and stay among the requests of `booking`.
  private let numbers: [RequestRole: Int]
  /// Requests of the booking in the day's problem.
  private let replaced: Set<Int>

  /// - Parameter resource: the one that may drive the leg, as if no rule stood against it.
  init(_ compiled: CompiledDay, _ stand: Stand, leg: Int, resource: Int) {
    self.compiled = compiled
    self.stand = stand
    self.leg = leg
    self.resource = resource
    let day = compiled.day
    let range = day.legsOfBooking[day.legs[leg].bookingIndex]
    var candidates = [[Int]](repeating: [], count: day.legs.count)
    for other in range { candidates[other] = compiled.eligibility.candidates(other, of: day) }
    candidates[leg] = [resource]
    let booking = Compiler(day, candidates: candidates).compile(range)
    self.booking = booking
    numbers = Dictionary(
      booking.requests.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    replaced = Set(
      compiled.requests.indices.filter { range.contains(compiled.requests[$0].leg) })
  }

  /// Inserts the leg, with the rest of its booking where it must.
  ///
  /// - Parameter change: made to the draft, given the numbers of the resource's vehicles in it.
  func canServe(_ change: (inout ProblemDraft, [Int]) -> Void = { _, _ in }) -> Bool {
    guard let request = booking.requestOfLeg[leg] else { return false }
    let vehicles = vehicles()
    let others = Set(vehicles.flatMap { stand.requests(of: $0) }).subtracting(replaced).sorted()
    let part = Restriction(
      of: compiled.problem, requests: others, vehicles: vehicles, windows: stand.ground.windows,
      keepsPlaces: true, mustServe: { _ in false })
    let first = others.count
    var draft = part.problem.draft
    draft.requests += booking.draft.requests.map { local($0, part) }
    draft.links += booking.draft.links.map { $0.moved(by: first) } + apart(others, from: first)
    draft.locks += booking.draft.locks.compactMap { $0.moved(by: first) }
    change(
      &draft,
      vehicles.indices.filter { compiled.vehicles[vehicles[$0]].resource == resource })
    let problem = Problem(sound: draft)
    let routes = vehicles.compactMap { stand.routes[$0] }.map { local($0, part, first) }
    let probe = InsertionProbe(
      problem: problem, solution: Solution(routes: routes, unserved: []), on: stand.ground)
    return probe.cheapest(problem.groups[Int(problem.groupOf[first + request])]) != nil
  }

  /// All that the booking may ride in or rides in now, with whole crews.
  private func vehicles() -> [Int] {
    var vehicles = Set(booking.draft.requests.flatMap { $0.allowedVehicles ?? [] })
    for r in replaced where stand.vehicleOf[r] >= 0 { vehicles.insert(stand.vehicleOf[r]) }
    for crew in compiled.problem.draft.crews where !vehicles.isDisjoint(with: crew.vehicles) {
      vehicles.formUnion(crew.vehicles)
    }
    return vehicles.sorted()
  }

  private func local(_ request: RequestDraft, _ part: Restriction) -> RequestDraft {
    var request = request
    request.renumberVehicles { part.local(vehicle: $0) }
    return request
  }

  /// The route with the booking's requests, as far as it serves them, in their new numbers.
  private func local(_ route: Route, _ part: Restriction, _ first: Int) -> Route {
    let stops = route.stops.filter(compiled.problem.isRequestStop).compactMap { stop -> Int? in
      let request = stop >> 1
      let number =
        replaced.contains(request)
        ? numbers[compiled.requests[request]].map { first + $0 } : part.local(request: request)
      return number.map { 2 * $0 + (stop & 1) }
    }
    return Route(vehicle: part.local(vehicle: route.vehicle) ?? 0, stops: stops)
  }

  /// R9: who of the others may not ride with the booking's rider.
  private func apart(_ others: [Int], from first: Int) -> [Link] {
    let day = compiled.day
    return booking.requests.enumerated().flatMap { index, role -> [Link] in
      guard case .leg(let own) = role else { return [] }
      let rider = day.legs[own]
      return others.enumerated().compactMap { other, request in
        guard case .leg(let l) = compiled.requests[request],
          day.legs[l].rider.id != rider.rider.id,
          !rider.mayShare(with: day.legs[l])
        else { return nil }
        return .apart(first + index, other)
      }
    }
  }
}

extension RequestRole {
  /// The leg, or the one that the stay comes before.
  fileprivate var leg: Int {
    switch self {
    case .leg(let leg), .stay(let leg): leg
    }
  }
}

extension Link {
  /// The same tie where all requests have numbers greater by so much.
  func moved(by offset: Int) -> Link {
    switch self {
    case .oneOf(let forms): .oneOf(forms.map { $0 + offset })
    case .together(let members): .together(members.map { $0 + offset })
    case .requires(let a, let b): .requires(request: a + offset, required: b + offset)
    case .sameVehicle(let a, let b): .sameVehicle(a + offset, b + offset)
    case .ordered(let a, let b, let least, let greatest):
      .ordered(first: a + offset, second: b + offset, leastGap: least, greatestGap: greatest)
    case .apart(let a, let b): .apart(a + offset, b + offset)
    }
  }
}

extension Lock {
  /// The same promise where all requests have numbers greater by so much; a day has no other locks.
  func moved(by offset: Int) -> Lock? {
    guard case .time(let stop, let window) = self else { return nil }
    return .time(stop: StopReference(stop.request + offset, stop.side), window: window)
  }
}
