internal import DialARide
internal import Optimizer

/// The part of a day that serving some requests could change: the vehicles that they may ride in, and who is in
/// them now. Everybody else stays, so an answer found here is that of the whole day.
final class Scene {
  /// Times of the requests asked about are as the day has them, those of all others as narrowed for the search.
  let draft: ProblemDraft
  let solution: Solution
  let part: Restriction
  /// The scene with the vehicles too that others in it may move to. Its numbers go on from those of this one.
  private(set) lazy var wide: Scene = widened()
  private let asked: [Int]
  private let problem: Problem
  private let stand: Stand

  /// - Parameter asked: requests that are to be served.
  convenience init(of asked: [Int], _ problem: Problem, _ stand: Stand) {
    let company = stand.tied(to: asked)
    let vehicles = stand.vehicles(for: asked, company, in: problem)
    let served = vehicles.flatMap { stand.requests(of: $0) }
    self.init(
      of: asked, problem, stand, requests: Set(served + company + asked).sorted(),
      vehicles: vehicles)
  }

  private init(
    of asked: [Int], _ problem: Problem, _ stand: Stand, requests: [Int], vehicles: [Int]
  ) {
    self.asked = asked
    self.problem = problem
    self.stand = stand
    let free = stand.tied(to: asked) + asked
    var windows = stand.ground.windows
    for r in free {
      for stop in [2 * r, 2 * r + 1] { windows[stop] = Array(problem.windows(of: stop)) }
    }
    part = Restriction(
      of: problem, requests: requests, vehicles: vehicles, windows: windows, keepsPlaces: true,
      mustServe: { _ in false })
    var draft = part.problem.draft
    draft.links += stand.orders(of: free).compactMap(part.local)
    draft.locks += stand.promises(of: free).compactMap(part.local)
    self.draft = draft
    solution = Solution(
      routes: vehicles.compactMap { stand.routes[$0] }.compactMap(part.local), unserved: [])
  }

  private func widened() -> Scene {
    let inside = Set(part.vehicles)
    let more = stand.vehicles(for: part.requests, [], in: problem).filter { !inside.contains($0) }
    let known = Set(part.requests)
    let others = Set(more.flatMap { stand.requests(of: $0) }).subtracting(known).sorted()
    return Scene(
      of: asked, problem, stand, requests: part.requests + others, vehicles: part.vehicles + more)
  }

  /// Answers what serving requests would take, with something of the scene changed.
  func probe(
    without gone: [Int] = [], changed change: (inout ProblemDraft) -> Void = { _ in }
  ) -> InsertionProbe {
    InsertionProbe(
      problem: changed(by: change), solution: solution.without(local(gone)), on: stand.ground,
      pinned: pinned)
  }

  /// Stops of its vehicles that have been made.
  private var pinned: [Int] {
    stand.pinned.isEmpty ? [] : part.vehicles.map { stand.pinned[$0] }
  }

  /// Serves requests by moving others about, with something of the scene changed.
  func room(
    for requests: [Int], _ search: RoomSearch, goesOn: () -> Bool,
    changed change: (inout ProblemDraft) -> Void = { _ in }
  ) -> Insertion? {
    // Moving others about knows nothing of stops that have been made.
    guard pinned.allSatisfy({ $0 == 0 }) else { return nil }
    return search.serving(
      local(requests), beside: solution, in: changed(by: change), on: stand.ground, goesOn: goesOn)
  }

  private func changed(by change: (inout ProblemDraft) -> Void) -> Problem {
    var draft = draft
    change(&draft)
    return Problem(sound: draft)
  }

  /// Numbers of requests in the scene.
  func local(_ requests: [Int]) -> [Int] { requests.compactMap { part.local(request: $0) } }

  /// Requests of the day that ride elsewhere than before, those asked for left aside.
  func moved(by insertion: Insertion, for asked: [Int]) -> [Int] {
    let asked = Set(local(asked))
    var before: [Int: Int] = [:]
    for route in solution.routes {
      for stop in route.stops where part.problem.isPickup(stop) {
        before[stop >> 1] = route.vehicle
      }
    }
    return insertion.routes.flatMap { route in
      route.stops.filter(part.problem.isPickup).map { $0 >> 1 }
        .filter { !asked.contains($0) && before[$0] != route.vehicle }
    }.map { part.requests[$0] }
  }
}

extension Restriction {
  /// An order in time as the part numbers it; `nil` where a request lies outside.
  fileprivate func local(_ link: Link) -> Link? {
    guard case .ordered(let a, let b, let least, let greatest) = link,
      let first = local(request: a), let second = local(request: b)
    else { return nil }
    return .ordered(first: first, second: second, leastGap: least, greatestGap: greatest)
  }

  /// A promised time as the part numbers it; `nil` where its request lies outside.
  fileprivate func local(_ lock: Lock) -> Lock? {
    guard case .time(let stop, let window) = lock, let request = local(request: stop.request)
    else { return nil }
    return .time(stop: StopReference(request, stop.side), window: window)
  }
}
