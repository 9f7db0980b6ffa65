/// How the stop numbers of a problem and the node numbers of the file it came from belong together.
public struct NodeNumbering: Hashable, Sendable {
  /// Node of each stop number `0 ..< 2 * requestCount`; -1 where a request lacks the stop.
  public let nodeOfStop: [Int]
  /// Nodes that stand for a depot and may open or close a route in a solution file.
  public let depots: Set<Int>
  private let stopOfNode: [Int: Int]

  /// - Parameters:
  ///   - pairs: pickup and delivery node of each request, in the order of the requests.
  ///   - depots: depot nodes.
  public init(pairs: [(pickup: Int, delivery: Int)], depots: Set<Int>) {
    self.init(nodeOfStop: pairs.flatMap { [$0.pickup, $0.delivery] }, depots: depots)
  }

  /// The numbering of a problem that has no file numbers of its own: stops count as they are,
  /// breaks and base visits included.
  ///
  /// - Parameters:
  ///   - stopExists: for each stop number, whether the problem has such a stop.
  public init(stopExists: [Bool]) {
    self.init(
      nodeOfStop: stopExists.enumerated().map { $1 ? $0 : -1 }, depots: [])
  }

  private init(nodeOfStop: [Int], depots: Set<Int>) {
    self.nodeOfStop = nodeOfStop
    self.depots = depots
    let known = nodeOfStop.enumerated().filter { $0.element >= 0 }
    stopOfNode = Dictionary(known.map { ($0.element, $0.offset) }) { first, _ in first }
  }

  /// Node of a stop; `nil` where the file has no number for it (a break, a base visit).
  public func node(ofStop stop: Int) -> Int? {
    guard nodeOfStop.indices.contains(stop), nodeOfStop[stop] >= 0 else { return nil }
    return nodeOfStop[stop]
  }

  /// Stop of a node; `nil` for depots and unknown numbers.
  public func stop(ofNode node: Int) -> Int? { stopOfNode[node] }

  /// Node by which a request is named: that of its first stop.
  public func node(ofRequest request: Int) -> Int? {
    node(ofStop: 2 * request) ?? node(ofStop: 2 * request + 1)
  }
}
