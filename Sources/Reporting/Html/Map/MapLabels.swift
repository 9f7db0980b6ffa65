import Planning

/// Names on the map, as many as fit without covering each other at each zoom.
struct MapLabel: Sendable {
  let name: String
  let point: MapPoint
  /// Index into `zooms`: shown from that magnification on.
  let level: Int

  /// Magnifications at which more names get room; the first is the whole map on a phone.
  static let zooms = [0.45, 1, 2, 4, 8]

  /// Units that a letter and a line take at magnification 1.
  private static let letter = 8.4
  private static let line = 19.0

  /// Half of the room that the text takes at magnification 1.
  private var half: Double { Double(name.count) / 2 * Self.letter }

  /// Where the text lies beside its point, as SVG's `text-anchor` says it: inwards near the edges.
  var anchor: String {
    // Where the whole map is at its smallest, letters take the most of it.
    let most = half / Self.zooms[0]
    if point.x < most { return "start" }
    return point.x > MapProjection.width - most ? "end" : "middle"
  }

  /// From the point to the middle of the text, at magnification 1.
  private var shift: Double {
    switch anchor {
    case "start": half
    case "end": -half
    default: 0
    }
  }

  private func covers(_ other: MapLabel, at zoom: Double) -> Bool {
    abs((point.x - other.point.x) * zoom + shift - other.shift) < half + other.half + 8
      && abs(point.y - other.point.y) * zoom < Self.line
  }

  /// Communes where the plan stops or somebody wishes to go, the most visited first; names of places where communes are not named.
  static func all(in index: PlanIndex, _ projection: MapProjection) -> [MapLabel] {
    var waiting = candidates(in: index, projection)
    var placed: [MapLabel] = []
    for (level, zoom) in zooms.enumerated() {
      var left: [(name: String, point: MapPoint)] = []
      for (name, point) in waiting {
        let label = MapLabel(name: name, point: point, level: level)
        if placed.contains(where: { $0.covers(label, at: zoom) }) {
          left.append((name, point))
        } else {
          placed.append(label)
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
    for id in index.runs.flatMap(\.itinerary) + index.placesWithoutRun {
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
}
