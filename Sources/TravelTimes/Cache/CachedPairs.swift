/// Costs between points, as a server told them.
struct CachedPairs: Hashable {
  struct Point: Hashable, BitwiseCopyable {
    var at: ServerPoint
    /// Decimetres to the point on the road that the server took for it.
    var decimetresOff: UInt32
  }

  struct Pair: Hashable, BitwiseCopyable {
    /// Numbers of points.
    var from: UInt32
    var to: UInt32
    var cost: TravelCost
    /// Day on which the server told it, since 1 January 1970.
    var day: UInt32
  }

  var points: [Point] = []
  var pairs: [Pair] = []

  /// With newer pairs in place of those of the same points, and the oldest dropped where there are too many.
  func adding(_ new: CachedPairs, most: Int) -> CachedPairs {
    var merged = Merging()
    for source in [new, self] { merged.add(source) }
    guard merged.result.pairs.count > most else { return merged.result }
    var kept = CachedPairs(points: merged.result.points)
    let latest = merged.result.pairs.indices.sorted {
      let (a, b) = (merged.result.pairs[$0].day, merged.result.pairs[$1].day)
      return a == b ? $0 < $1 : a > b
    }
    kept.pairs = latest.prefix(most).map { merged.result.pairs[$0] }
    // Once more, so that points without pairs go too.
    var last = Merging()
    last.add(kept)
    return last.result
  }

  /// Takes in pairs that are not there yet.
  private struct Merging {
    var result = CachedPairs()
    private var numbers: [ServerPoint: UInt32] = [:]
    private var known: Set<UInt64> = []

    mutating func add(_ source: CachedPairs) {
      var own = [UInt32?](repeating: nil, count: source.points.count)
      for pair in source.pairs {
        let (from, to) = (
          number(of: pair.from, in: source, &own), number(of: pair.to, in: source, &own)
        )
        guard known.insert(UInt64(from) << 32 | UInt64(to)).inserted else { continue }
        result.pairs.append(Pair(from: from, to: to, cost: pair.cost, day: pair.day))
      }
    }

    private mutating func number(
      of point: UInt32, in source: CachedPairs, _ own: inout [UInt32?]
    ) -> UInt32 {
      if let number = own[Int(point)] { return number }
      let place = source.points[Int(point)]
      let number = numbers[place.at] ?? UInt32(result.points.count)
      if Int(number) == result.points.count {
        numbers[place.at] = number
        result.points.append(place)
      }
      own[Int(point)] = number
      return number
    }
  }
}
