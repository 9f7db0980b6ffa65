/// Subset-row cuts over three requests: of all routes that serve two or more of them a solution has at most one
/// (Jepsen, Petersen, Spoorendonk and Pisinger, Operations Research 56 (2008)).
struct SubsetRowCuts {
  private(set) var triples: [BitMask] = []

  @inline(__always)
  static func cuts(_ triple: BitMask, _ requests: BitMask) -> Bool {
    let common = triple & requests
    return common[0].nonzeroBitCount + common[1].nonzeroBitCount + common[2].nonzeroBitCount
      + common[3].nonzeroBitCount >= 2
  }

  /// The most violated cuts at a fractional point; they are kept.
  mutating func separate(
    _ point: [(requests: BitMask, value: Double)], requestCount n: Int, most: Int
  ) -> [BitMask] {
    // Two requests matter together only as far as some route of the point serves both.
    var shared = [Double](repeating: 0, count: n * n)
    for route in point {
      let members = route.requests.members
      for a in members { for b in members where a != b { shared[a * n + b] += route.value } }
    }
    var found: [(violation: Double, triple: BitMask)] = []
    for a in 0..<n {
      let partners = ((a + 1)..<n).filter { shared[a * n + $0] > 1e-6 }
      for b in partners {
        for c in 0..<n where c > a && c != b {
          let isPartner = shared[a * n + c] > 1e-6
          if isPartner && c < b || !isPartner && shared[b * n + c] <= 1e-6 { continue }
          // Each route that serves two of the three counts in one of these sums, one that serves all in three.
          let most = shared[a * n + b] + shared[a * n + c] + shared[b * n + c]
          guard most > 1.02 else { continue }
          var triple = BitMask()
          triple.insert(a)
          triple.insert(b)
          triple.insert(c)
          let sum = point.reduce(0.0) {
            Self.cuts(triple, $1.requests) ? $0 + $1.value : $0
          }
          if sum > 1.02 { found.append((sum - 1, triple)) }
        }
      }
    }
    found.sort { ($0.violation, $1.triple.digest) > ($1.violation, $0.triple.digest) }
    let known = Set(triples)
    let chosen = found.lazy.map(\.triple).filter { !known.contains($0) }.prefix(most)
    triples += chosen
    return Array(chosen)
  }
}
