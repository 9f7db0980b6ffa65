public import DialARide

/// Judges one route by brute force, from the draft alone, in whole seconds.
///
/// Every choice of one window a stop is tried; what remains is a system of difference constraints, for
/// which shortest paths (Bellman and Ford, Floyd and Warshall) and the dual minimum-cost flow are
/// exact. Slow, and independent of the scheduler and of the checker.
public struct RouteOracle {
  /// Whether the order keeps the rules that times cannot mend: detours, breaks and base visits with
  /// somebody on board.
  public let orderIsFeasible: Bool
  /// Least time on duty, `longestDuration` not yet enforced; `nil`: no schedule.
  public private(set) var leastDuration: Int?
  /// Least lateness cost of all schedules of least duration, that of the preferred hours included.
  public private(set) var leastLateness: Int?
  /// Least earliness cost of all schedules of least duration and, of these, least lateness cost.
  public private(set) var leastEarliness: Int?

  private let reading: OracleReading
  /// One unit of what weighs more outweighs all there can be of what weighs less: earliness costs, and ride times.
  private static let weight = 1_000_000

  /// - Parameter stops: structurally sound stops of the vehicle.
  public init(_ problem: Problem, vehicle: Int, stops: [Int]) {
    reading = OracleReading(problem, vehicle: vehicle, stops: stops)
    orderIsFeasible = reading.orderIsFeasible
    guard orderIsFeasible else { return }
    for windows in reading.windowChoices {
      let graph = reading.constraints(with: windows)
      guard let paths = graph.longestPaths() else { continue }
      let durations = reading.tours.map { paths[$0.departure][$0.end] ?? 0 }
      let duration = durations.reduce(0, +)
      guard duration <= leastDuration ?? .max else { continue }
      var held = graph
      for (tour, least) in zip(reading.tours, durations) {
        held.add(from: tour.end, to: tour.departure, -least)
      }
      let cost = reading.leastCost(
        held, latenessWeight: Self.weight, earlinessWeight: 1, rideWeight: 0)
      let (lateness, earliness) = (cost / Self.weight, cost % Self.weight)
      if duration == leastDuration, let leastLateness, let leastEarliness,
        (leastLateness, leastEarliness) <= (lateness, earliness)
      {
        continue
      }
      leastDuration = duration
      leastLateness = lateness
      leastEarliness = earliness
    }
  }

  /// Whether the route can be driven, its time on duty included.
  public var isFeasible: Bool {
    guard let leastDuration else { return false }
    return leastDuration <= reading.longestDuration
  }

  var longestDuration: Int { reading.longestDuration }

  /// Whether node times (in the order of the route, the origin first) keep every constraint, each node
  /// within one of its windows.
  func keepsConstraints(_ times: [Int]) -> Bool {
    reading.windowsHold(at: times)
      && reading.constraints(with: []).arcs.allSatisfy {
        times[$0.to] >= times[$0.from] + $0.weight
      }
  }

  /// Least sum of ride times, pickup services included, of all schedules whatever, time on duty not limited;
  /// `nil`: there is none.
  public func leastRideTime() -> Int? {
    reading.windowChoices.map { reading.constraints(with: $0) }
      .filter { $0.longestPaths() != nil }
      .map { reading.leastCost($0, latenessWeight: 0, earlinessWeight: 0, rideWeight: 1) }.min()
  }

  /// Least sum of ride times, pickup services included, among the schedules with these departures and
  /// ends of tours, the least lateness cost those allow, and then the least earliness cost; `nil`: no such schedule.
  public func leastRideTime(
    departures: [Int], ends: [Int]
  ) -> (lateness: Int, earliness: Int, rideTime: Int)? {
    var best: (lateness: Int, earliness: Int, rideTime: Int)?
    let weight = Self.weight
    for windows in reading.windowChoices {
      var graph = reading.constraints(with: windows)
      for (index, tour) in reading.tours.enumerated() {
        graph.fix(tour.departure, at: departures[index])
        graph.fix(tour.end, at: ends[index])
      }
      guard graph.longestPaths() != nil else { continue }
      let cost = reading.leastCost(
        graph, latenessWeight: weight * weight, earlinessWeight: weight, rideWeight: 1)
      let found = (cost / (weight * weight), cost / weight % weight, cost % weight)
      if best == nil || found < best ?? found { best = found }
    }
    return best
  }
}
