import OpenData
import Testing
import TravelTimes

/// Ground that two zones share.
@Suite struct AreaOverlapTests {
  private func area(_ points: [(Double, Double)]) -> FlexArea {
    let ring = (points + [points[0]]).map { Coordinate(latitude: $0.1, longitude: $0.0) }
    return FlexArea(id: "\(points[0])", name: "", polygons: [[ring]])
  }

  private let square: [(Double, Double)] = [(1, 44), (1.2, 44), (1.2, 44.2), (1, 44.2)]

  private func shares(_ a: [(Double, Double)], _ b: [(Double, Double)]) -> Bool {
    let found = area(a).ground(sharedWith: area(b))
    // Both ways alike.
    #expect((area(b).ground(sharedWith: area(a)) != nil) == (found != nil))
    return found != nil
  }

  @Test func bordersAreNoGround() {
    #expect(!shares(square, [(1.2, 44), (1.4, 44), (1.4, 44.2), (1.2, 44.2)]))
    // A border of which the neighbour holds a part, and one corner alone.
    #expect(!shares(square, [(1.2, 44.05), (1.4, 44.05), (1.4, 44.15), (1.2, 44.15)]))
    #expect(!shares(square, [(1.2, 44.2), (1.4, 44.2), (1.4, 44.4), (1.2, 44.4)]))
    #expect(!shares(square, [(2, 44), (2.2, 44), (2.2, 44.2)]))
  }

  @Test func corners() {
    #expect(shares(square, [(1.1, 44.1), (1.4, 44.1), (1.4, 44.4), (1.1, 44.4)]))
    // One within the other, and a sliver of a metre.
    #expect(shares(square, [(1.05, 44.05), (1.1, 44.05), (1.1, 44.1)]))
    #expect(shares(square, [(1.19999, 44), (1.4, 44), (1.4, 44.2), (1.2, 44.2)]))
  }

  @Test func crossesWithoutACornerInside() {
    #expect(shares(square, [(0.9, 44.08), (1.3, 44.08), (1.3, 44.12), (0.9, 44.12)]))
  }

  /// All corners are common; the ground is not, or is.
  @Test func commonCorners() {
    let lower: [(Double, Double)] = [(1, 44), (1.2, 44), (1.1, 44.1)]
    let upper: [(Double, Double)] = [(1, 44), (1.1, 44.1), (1.2, 44), (1.2, 44.2), (1, 44.2)]
    #expect(!shares(lower, upper))
    #expect(shares(square, upper))
    #expect(shares(square, square))
    #expect(shares(square, Array(square[2...] + square[..<2])))
    #expect(shares(square, square.reversed()))
  }

  @Test func aHoleIsNoGround() {
    let outer = area(square).polygons[0][0]
    let inner = area([(1.05, 44.05), (1.15, 44.05), (1.15, 44.15), (1.05, 44.15)]).polygons[0][0]
    let ring = FlexArea(id: "r", name: "", polygons: [[outer, inner]])
    let filling = FlexArea(id: "f", name: "", polygons: [[inner]])
    #expect(ring.ground(sharedWith: filling) == nil)
    #expect(filling.ground(sharedWith: ring) == nil)
  }
}
