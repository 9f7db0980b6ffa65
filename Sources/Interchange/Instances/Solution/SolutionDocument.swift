public import DialARide
import Foundation

/// How a solution was found, for its file.
public struct SolutionRun: Hashable, Sendable {
  public var seed: UInt64?
  public var iterations: Int?
  /// Wall-clock time of the search, seconds.
  public var seconds: Double?
  /// Version of the program.
  public var version: String
  /// What was asked for: limits of the search, and its threads.
  public var iterationLimit: Int?
  public var timeLimit: Double?
  public var threads: Int?
  /// `InputHash` of the instance's problem.
  public var inputHash: String?
  /// What is proven of `CostBreakdown.total`.
  public var proof: ProvenBound?

  public init(
    seed: UInt64? = nil, iterations: Int? = nil, seconds: Double? = nil, version: String,
    iterationLimit: Int? = nil, timeLimit: Double? = nil, threads: Int? = nil,
    inputHash: String? = nil, proof: ProvenBound? = nil
  ) {
    self.seed = seed
    self.iterations = iterations
    self.seconds = seconds
    self.version = version
    self.iterationLimit = iterationLimit
    self.timeLimit = timeLimit
    self.threads = threads
    self.inputHash = inputHash
    self.proof = proof
  }
}

/// A solution as its file states it: routes in the node numbers of the instance.
///
/// Checkers of the literature read `routes` and `cost`; the other members are ours.
public struct SolutionDocument: Codable, Hashable, Sendable {
  /// Times of one route; arrays are indexed as the nodes of the route. Without a schedule only the
  /// vehicle is there.
  public struct RouteTimes: Codable, Hashable, Sendable {
    /// Index of the vehicle, from 0, in the order of the instance.
    public var vehicle: Int
    public var departure: Double?
    public var arrivals: [Double]?
    public var starts: [Double]?
    public var ends: [Double]?
    public var arrival: Double?
  }

  public var instance: String
  public var format: InstanceFormat
  /// The cost as the literature states it, not rounded: see `Instance.statedCost`.
  public var cost: Double
  /// What was minimised, fixed costs of vehicles included; `lowerBound` and `gap` are about this
  /// number.
  public var objective: Double
  public var breakdown: CostBreakdown
  /// Number of vehicles used.
  public var vehicles: Int
  /// Nodes of each route, without depots. JSON problems have no nodes: there it is the stop
  /// numbers.
  public var routes: [[Int]]
  public var schedules: [RouteTimes]
  /// Requests left unserved, by the node of their first stop.
  public var unserved: [Int]
  public var seed: UInt64?
  public var iterations: Int?
  public var seconds: Double?
  /// Limits that the search was given, and its threads.
  public var iterationLimit: Int?
  public var timeLimit: Double?
  public var threads: Int?
  public var version: String
  /// SHA-256 of the problem: see `InputHash`.
  public var inputHash: String?
  /// SHA-256 of what the solution says: see `contentHash()`.
  public var solutionHash: String?
  public var lowerBound: Double?
  /// Proven gap, `(objective - lowerBound) / objective`: see `ProvenBound`.
  public var gap: Double?
  /// How the bound was proven.
  public var proof: ProvenBound.Proof?
  /// Proven: no solution is cheaper.
  public var optimal: Bool?

  /// States a solution in the terms of its instance.
  ///
  /// - Parameters:
  ///   - solution: routes of the instance's problem; empty ones are left out.
  ///   - instance: the instance the problem was built from.
  ///   - breakdown: cost of the solution.
  ///   - run: how it was found.
  public init(
    _ solution: Solution, of instance: Instance, breakdown: CostBreakdown, run: SolutionRun
  ) {
    let used = solution.routes.filter { !$0.stops.isEmpty }
    self.instance = instance.name
    format = instance.format
    cost = instance.statedCost(breakdown)
    objective = breakdown.total
    self.breakdown = breakdown
    vehicles = used.count
    routes = used.map { $0.stops.compactMap(instance.numbering.node(ofStop:)) }
    schedules = used.map { Self.times(of: $0, instance.numbering) }
    unserved = solution.unserved.compactMap(instance.numbering.node(ofRequest:))
    seed = run.seed
    iterations = run.iterations
    seconds = run.seconds
    version = run.version
    iterationLimit = run.iterationLimit
    timeLimit = run.timeLimit
    threads = run.threads
    inputHash = run.inputHash
    lowerBound = run.proof?.lowerBound
    gap = run.proof?.gap
    proof = run.proof?.proof
    optimal = run.proof?.isOptimal
  }

  /// What the document says is proven; `nil` where it says nothing, or not all of it.
  public var provenBound: ProvenBound? {
    guard let lowerBound, let gap, let proof else { return nil }
    return ProvenBound(
      objective: objective, lowerBound: lowerBound, gap: gap, proof: proof,
      isOptimal: optimal ?? false)
  }

  /// SHA-256 of the document without all that tells how, and how well proven, the solution was found: equal
  /// for equal solutions of one instance.
  ///
  /// - Throws: `EncodingError` where a number is not finite.
  public func contentHash() throws -> String {
    var content = self
    (content.seed, content.iterations, content.seconds) = (nil, nil, nil)
    (content.iterationLimit, content.timeLimit, content.threads) = (nil, nil, nil)
    (content.inputHash, content.solutionHash, content.version) = (nil, nil, "")
    (content.lowerBound, content.gap, content.proof, content.optimal) = (nil, nil, nil, nil)
    return SHA256.hex(try content.json().utf8)
  }

  /// The file's content: one line, keys in alphabetical order, numbers in the shortest form that
  /// reads back as the same `Double`.
  ///
  /// - Throws: `EncodingError` where a number is not finite.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  private static func times(of route: Route, _ numbering: NodeNumbering) -> RouteTimes {
    var times = RouteTimes(vehicle: route.vehicle)
    guard let schedule = route.schedule else { return times }
    let named = route.stops.indices.filter { numbering.node(ofStop: route.stops[$0]) != nil }
    times.departure = schedule.departure
    times.arrivals = named.map { schedule.arrivals[$0] }
    times.starts = named.map { schedule.starts[$0] }
    times.ends = named.map { schedule.ends[$0] }
    times.arrival = schedule.arrival
    return times
  }
}
