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
      // The nearest so far, ascending; of equal ones the one met first.
      var nearest: [(score: Double, request: Int32)] = []
      nearest.reserveCapacity(self.width + 1)
      for q in 0..<n where q != r {
        let score = Self.distance(p, r, q)
        if nearest.count == self.width, nearest.last.map({ score >= $0.score }) ?? true { continue }
        var place = nearest.count
        while place > 0 && nearest[place - 1].score > score { place -= 1 }
        nearest.insert((score, Int32(q)), at: place)
        if nearest.count > self.width { nearest.removeLast() }
      }
      table += nearest.map(\.request)
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
