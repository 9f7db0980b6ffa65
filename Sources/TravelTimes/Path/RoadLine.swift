/// Puts the line of a path together from the points of its stretches.
struct RoadLine {
  private let sections: GraphSections

  init(_ sections: GraphSections) { self.sections = sections }

  /// Between two points of one stretch.
  func along(_ origin: Snap, _ destination: Snap) -> [Coordinate] {
    let points = self.points(origin.stretch)
    let (a, b) = (origin.pointsBefore, destination.pointsBefore)
    let between = a <= b ? Array(points[a..<b]) : points[b..<a].reversed()
    return line([origin.onRoad] + between.map(\.coordinate) + [destination.onRoad])
  }

  /// Over whole arcs, the first and the last from and to a point of theirs.
  func over(_ arcs: [UInt32], from origin: Snap, to destination: Snap) -> [Coordinate] {
    var result = [origin.onRoad]
    for (place, index) in arcs.enumerated() {
      let isBackward = sections.arcs[Int(index)].isBackward
      let isFirst = place == 0
      let isLast = place == arcs.count - 1
      var points = self.points(
        isFirst ? origin.stretch : isLast ? destination.stretch : sections.arcFirst.row(of: index))
      if isFirst {
        points =
          isBackward ? points.prefix(origin.pointsBefore) : points.dropFirst(origin.pointsBefore)
      } else if isLast {
        points =
          isBackward
          ? points.dropFirst(destination.pointsBefore) : points.prefix(destination.pointsBefore)
      }
      result += (isBackward ? points.reversed() : Array(points)).map(\.coordinate)
    }
    return line(result + [destination.onRoad])
  }

  private func points(_ stretch: UInt32) -> Slice<UnsafeBufferPointer<FixedPoint>> {
    let range = sections.pointFirst[Int(stretch)]..<sections.pointFirst[Int(stretch) + 1]
    let all = UnsafeBufferPointer(
      rebasing: sections.points[Int(range.lowerBound)..<Int(range.upperBound)])
    return all[...]
  }

  /// Without points said twice.
  private func line(_ points: [Coordinate]) -> [Coordinate] {
    var result: [Coordinate] = []
    for point in points where point != result.last { result.append(point) }
    return result.count > 1 ? result : points.suffix(2)
  }
}
