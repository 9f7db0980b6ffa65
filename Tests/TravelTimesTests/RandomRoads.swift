import CaminTestSupport
import TravelTimes

extension RoadNetwork {
  /// Straight stretches between random junctions: one-ways, stretches beside each other, dead ends, parts cut off, and
  /// restricted turns. All costs are even, so that half a stretch costs a whole number.
  ///
  /// - Parameter most: highest cost; a low one makes many paths of equal time.
  static func random(seed: UInt64, junctions: Int, stretches: Int, turns: Int, most: UInt32)
    -> RoadNetwork
  {
    var dice = SplitMix64(seed: seed)
    var network = RoadNetwork()
    network.attribution = "random"
    network.junctions = junctions
    let places = (0..<junctions).map { _ in
      FixedPoint(
        latitude: 2 * Int32.random(in: 220_000_000...222_000_000, using: &dice),
        longitude: 2 * Int32.random(in: 5_000_000...8_000_000, using: &dice))
    }
    for _ in 0..<stretches {
      let from = Int.random(in: 0..<junctions, using: &dice)
      // Mostly near by number, so that shortcuts over shortcuts come about.
      let step = Int.random(
        in: 1...(Int.random(in: 0..<5, using: &dice) == 0 ? junctions - 1 : 4), using: &dice)
      let cost = TravelCost(
        milliseconds: 2 * UInt32.random(in: 1...most, using: &dice),
        decimetres: 2 * UInt32.random(in: 1...most, using: &dice))
      let slower = cost + TravelCost(milliseconds: 2, decimetres: 0)
      let direction = Int.random(in: 0..<4, using: &dice)
      network.add(
        from: from, to: (from + step) % junctions, places, forward: direction == 0 ? nil : cost,
        backward: direction == 1 ? nil : slower)
    }
    network.restrict(turns, &dice)
    return network
  }

  mutating func add(
    from: Int, to: Int, _ places: [FixedPoint], forward: TravelCost?, backward: TravelCost?
  ) {
    let first = points.count
    points += [places[from], places[to]]
    stretches.append(
      Stretch(
        from: UInt32(from), to: UInt32(to), points: first..<first + 2, forward: forward,
        backward: backward, stopping: true))
  }

  private mutating func restrict(_ count: Int, _ dice: inout SplitMix64) {
    while turns.count < count {
      let (a, b) = (
        Int.random(in: stretches.indices, using: &dice),
        Int.random(in: stretches.indices, using: &dice)
      )
      let (first, second) = (stretches[a], stretches[b])
      for via in [first.from, first.to] where a != b && (via == second.from || via == second.to) {
        turns.append(
          Turn(
            from: UInt32(a), via: via, to: UInt32(b), only: Int.random(in: 0..<4, using: &dice) == 0
          ))
      }
    }
  }

  /// The point half-way along a straight stretch.
  func middle(of stretch: Int) -> Coordinate {
    let ends = points[stretches[stretch].points].map(\.coordinate)
    return Coordinate(
      latitude: (ends[0].latitude + ends[1].latitude) / 2,
      longitude: (ends[0].longitude + ends[1].longitude) / 2)
  }
}
