import Planning

/// Names on the map, as many as fit without covering each other at each zoom.
struct MapLabel: Sendable {
  let name: String
  let point: MapPoint
  /// Shown from this magnification on: 1, 2, 4 or 8.
  let zoom: Int

  /// Where the text lies beside its point, as SVG's `text-anchor` says it: inwards near the edges.
  var anchor: String {
    let half = Double(name.count) / 2 * Self.letter
    if point.x < half { return "start" }
    return point.x > MapProjection.width - half ? "end" : "middle"
  }

  /// Units that a letter and a line take at magnification 1.
  private static let letter = 8.4
  private static let line = 19.0

  /// Communes where the plan stops, the most visited first; names of places where communes are not named.
  static func all(in index: PlanIndex, _ projection: MapProjection) -> [MapLabel] {
    var waiting = candidates(in: index, projection)
    var placed: [MapLabel] = []
    for zoom in [1, 2, 4, 8] {
      var left: [(name: String, point: MapPoint)] = []
      for label in waiting {
        let free = placed.allSatisfy { !covers($0.name, $0.point, label.name, label.point, zoom) }
        if free {
          placed.append(MapLabel(name: label.name, point: label.point, zoom: zoom))
        } else {
          left.append(label)
        }
      }
      waiting = left
    }
    return placed
  }

  private static func candidates(in index: PlanIndex, _ projection: MapProjection)
    -> [(name: String, point: MapPoint)]
  {
    var visits: [String: Int] = [:]
    var sums: [String: (x: Double, y: Double, places: Double)] = [:]
    var seen: Set<String> = []
    for id in index.runs.flatMap(\.itinerary) {
      guard let place = index.place(id), let position = index.position(id) else { continue }
      let named = place.commune.contains(where: \.isLetter)
      guard named || place.kind != "home" else { continue }
      let name = named ? place.commune : index.placeName(id)
      visits[name, default: 0] += 1
      guard seen.insert(id).inserted else { continue }
      let point = projection.point(position)
      let sum = sums[name] ?? (0, 0, 0)
      sums[name] = (sum.x + point.x, sum.y + point.y, sum.places + 1)
    }
    let names = visits.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return names.compactMap { name in
      sums[name].map { (name, MapPoint(x: $0.x / $0.places, y: $0.y / $0.places)) }
    }
  }

  private static func covers(
    _ nameA: String, _ a: MapPoint, _ nameB: String, _ b: MapPoint, _ zoom: Int
  ) -> Bool {
    let width = Double(nameA.count + nameB.count) / 2 * letter + 8
    return abs(a.x - b.x) * Double(zoom) < width && abs(a.y - b.y) * Double(zoom) < line
  }
}
