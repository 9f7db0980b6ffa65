internal import DialARide
internal import Optimizer

/// The whole minutes at which a rider can be picked up in a route, its order of stops being what it is.
///
/// All times of a route are bound by differences and sums that are convex together, so the possible starts of one stop are an
/// interval; its ends are found by halving, each trial being an exact schedule.
struct PickupRoom {
  /// Minutes since local midnight; `nil` where not even the route's own time is possible, which its schedule rules out.
  let minutes: ClosedRange<Int>?

  /// - Parameters:
  ///   - durations: time on duty of the routes of those who have several shifts, by vehicle, seconds.
  ///   - route: scheduled, in the numbers of the day's problem.
  init(
    _ compiled: CompiledDay, _ stand: Stand, _ durations: [Int: Double], _ route: Route,
    of request: Int
  ) {
    let problem = compiled.problem
    let inside = Set(route.stops.filter(problem.isRequestStop).map { $0 >> 1 }).sorted()
    let part = Restriction(
      of: problem, requests: inside, vehicles: [route.vehicle], windows: stand.ground.windows,
      keepsPlaces: true, mustServe: { _ in true })
    guard let local = part.local(route), let number = part.local(request: request),
      let schedule = route.schedule, let index = route.stops.firstIndex(of: 2 * request)
    else {
      minutes = nil
      return
    }
    let trial = Trial(
      draft: part.problem.draft, stops: local.stops, request: number,
      longest: Self.duty(left: problem, durations, route.vehicle))
    let windows = part.problem.windows(of: 2 * number)
    let start = schedule.starts[index]
    let open = max(windows.first?.start ?? 0, problem.vehicles[route.vehicle].shift.start)
    let close = min(windows.last?.end ?? 0, problem.vehicles[route.vehicle].shift.end)
    // Where the route's own time is between two minutes, either may do.
    let nearest = [Int((start / 60).rounded(.up)), Int((start / 60).rounded(.down))]
    guard let own = nearest.first(where: { trial.isPossible($0) }) else {
      minutes = nil
      return
    }
    minutes =
      trial.last(
        from: own, to: Int((open / 60).rounded(.up)))...trial.last(
        from: own, to: Int((close / 60).rounded(.down)))
  }

  /// Time on duty that the other shifts of the same driver leave.
  private static func duty(
    left problem: Problem, _ durations: [Int: Double], _ vehicle: Int
  ) -> Double {
    let crew = problem.crewOf[vehicle]
    guard crew >= 0, let longest = problem.draft.crews[Int(crew)].longestDuration else {
      return .infinity
    }
    return longest
      - problem.draft.crews[Int(crew)].vehicles.filter { $0 != vehicle }
      .reduce(0) { $0 + (durations[$1] ?? 0) }
  }

  private struct Trial {
    let draft: ProblemDraft
    let stops: [Int]
    let request: Int
    let longest: Double

    /// Whether the route can be driven with the pick-up at that minute.
    func isPossible(_ minute: Int) -> Bool {
      let time = Double(minute * 60)
      guard let windows = draft.requests[request].pickup?.windows,
        windows.isEmpty
          || windows.contains(where: { $0.start <= time + 1e-6 && time <= $0.end + 1e-6 })
      else { return false }
      var draft = draft
      draft.requests[request].pickup?.windows = [TimeWindow(time, time)]
      // A promise would win over the window.
      draft.locks = []
      let problem = Problem(sound: draft)
      let result = Scheduler.schedule(problem, vehicle: 0, stops: stops)
      guard let schedule = result.schedule else { return false }
      guard longest.isFinite else { return true }
      let route = Route(vehicle: 0, stops: stops, schedule: schedule)
      return route.statistics(in: problem).duration <= longest + 1e-6
    }

    /// The farthest possible minute from a possible one towards another.
    func last(from possible: Int, to end: Int) -> Int {
      var (good, bad) = (possible, end)
      guard good != bad, !isPossible(bad) else { return bad }
      while abs(good - bad) > 1 {
        let middle = (good + bad) / 2
        if isPossible(middle) { good = middle } else { bad = middle }
      }
      return good
    }
  }
}
