import Testing
import TravelTimes

/// How far two matrices lie apart.
@Suite struct MatrixComparisonTests {
  private static let names = ["a", "b", "c"]

  /// Minutes and kilometres between places, both the same number.
  private func matrix(_ values: [Double?], names: [String] = names) -> RoadMatrix {
    RoadMatrix(between: names) { from, to in
      values[from * names.count + to].map { TravelCost(seconds: $0 * 60, metres: $0 * 1000) }
    }
  }

  @Test func countsPairsByTheReference() throws {
    let reference = matrix([0, 10, 40, 10, 0, 20, 40, 20, 0])
    let first = matrix([0, 11, 40, 9, 0, 30, 42, 20, 0])
    let comparison = try #require(MatrixComparison(first, to: reference, worst: 2))
    // Differences: 10 %, 0, -10 %, 50 %, 5 %, 0.
    let all = try #require(comparison.bands[0].time)
    #expect(all.pairs == 6 && all == comparison.bands[0].distance)
    #expect(abs(all.median - 0.05) < 1e-9 && abs(all.p90 - 0.5) < 1e-9 && all.p95 == all.p90)
    #expect(all.bias == 0 && abs(all.within5 - 0.5) < 1e-9 && abs(all.within15 - 5.0 / 6) < 1e-9)
    #expect(comparison.bands.map { $0.time?.pairs } == [6, nil, 4, 2], "10 km is not under 10 km")
    #expect(comparison.worst.map(\.origin) == ["b", "a"])
    #expect(comparison.worst.map(\.destination) == ["c", "b"])
    #expect(comparison.onlyFirst.isEmpty && comparison.onlyReference.isEmpty)
  }

  @Test func namesPairsWithoutAWayOnOneSide() throws {
    let comparison = try #require(
      MatrixComparison(
        matrix([0, nil, 1, 1, 0, nil, 1, 1, 0]), to: matrix([0, 1, nil, 1, 0, nil, 1, 0, 0])))
    #expect(comparison.onlyReference.map { $0.origin + $0.destination } == ["ab"])
    #expect(comparison.onlyFirst.map { $0.origin + $0.destination } == ["ac"])
    #expect(comparison.bands[0].time?.pairs == 2, "a reference of nothing is no measure")
  }

  @Test func namesAPairAndItsWayBackOnce() throws {
    let comparison = try #require(
      MatrixComparison(
        matrix([0, 2, 3, 2, 0, 5, 3, 5, 0]), to: matrix([0, 1, 2, 1, 0, 5, 2, 5, 0]), worst: 2))
    #expect(comparison.worst.map { $0.origin + $0.destination } == ["ab", "ac"])
  }

  @Test func refusesOtherPlaces() {
    let first = matrix([0, 1, 1, 1, 0, 1, 1, 1, 0])
    let other = matrix([0, 1, 1, 1, 0, 1, 1, 1, 0], names: ["a", "c", "b"])
    #expect(MatrixComparison(first, to: other) == nil)
  }

  @Test func aSourceAgreesWithItself() throws {
    let first = matrix([0, 7, 3, 8, 0, 1, 2, 6, 0])
    let comparison = try #require(MatrixComparison(first, to: first))
    let all = try #require(comparison.bands[0].time)
    #expect(all.median == 0 && all.p95 == 0 && all.within5 == 1)
  }
}
