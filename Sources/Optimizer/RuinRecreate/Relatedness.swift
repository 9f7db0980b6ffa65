/// For each request the others, most related first: stops near each other in place and time.
struct Relatedness: Sendable {
  /// `neighbours[r * width + i]`: the i-th most related request of r.
  let neighbours: [Int32]
  let width: Int

  /// - Parameter width: how many neighbours to keep of each request.
  init(_ p: SearchProblem, width: Int) {
    let n = p.requestCount
    self.width = min(width, max(0, n - 1))
    var table: [Int32] = []
    table.reserveCapacity(n * self.width)
    for r in 0..<n {
      var scored: [(score: Double, request: Int32)] = []
      scored.reserveCapacity(n)
      for q in 0..<n where q != r { scored.append((Self.distance(p, r, q), Int32(q))) }
      scored.sort { ($0.score, $0.request) < ($1.score, $1.request) }
      table += scored.prefix(self.width).map(\.request)
    }
    neighbours = table
  }

  /// Travel time between like stops, or from one's delivery to the other's pickup, plus a share of the
  /// difference of their times.
  static func distance(_ p: SearchProblem, _ r: Int, _ q: Int) -> Double {
    guard p.vehicleCount > 0 else { return 0 }
    let view = p.vehicles[0]
    let (a, b) = (ends(p, r), ends(p, q))
    func travel(_ s: Int, _ t: Int) -> Double { view.time(p.location[s], p.location[t]) }
    let alike = (travel(a.first, b.first) + travel(a.last, b.last)) / 2
    let chained = min(travel(a.last, b.first), travel(b.last, a.first))
    let apart =
      abs(middle(p, a.first) - middle(p, b.first)) + abs(middle(p, a.last) - middle(p, b.last))
    return min(alike, chained) + 0.15 * apart
  }

  /// First and last stop of a request.
  private static func ends(_ p: SearchProblem, _ r: Int) -> (first: Int, last: Int) {
    (2 * r + (p.hasPickup[r] ? 0 : 1), 2 * r + (p.hasDelivery[r] ? 1 : 0))
  }

  private static func middle(_ p: SearchProblem, _ stop: Int) -> Double {
    let (from, to) = (p.earliest[stop], p.latest[stop])
    return from.isFinite && to.isFinite ? (from + to) / 2 : 0
  }
}
