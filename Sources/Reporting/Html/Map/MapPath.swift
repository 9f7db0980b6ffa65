import Planning

/// A run as drawn: its drives with riders and without.
struct MapPath: Sendable {
  private(set) var loaded: [MapPiece] = []
  private(set) var empty: [MapPiece] = []

  /// Drives to or from a place without position are left out.
  init(_ run: Run, _ index: PlanIndex, _ projection: MapProjection) {
    for drive in run.drives {
      guard let ends = index.ends(drive), let piece = MapPiece(ends, index.roads, projection)
      else { continue }
      if drive.onBoard > 0 { loaded.append(piece) } else { empty.append(piece) }
    }
  }

  var pieces: [MapPiece] { empty + loaded }

  static func data(_ pieces: [MapPiece]) -> String { pieces.map(\.data).joined() }
}

extension MapPiece {
  /// Share of a unit of the drawing by which a line may miss the road: a pixel of a wide screen where the map is
  /// shown at four times its size.
  static let tolerance = 0.25

  fileprivate init?(_ ends: DriveEnds, _ roads: RoadLines?, _ projection: MapProjection) {
    let tolerance = Self.tolerance * projection.metresPerUnit
    if let line = roads?.line(ends, tolerance: tolerance) {
      self.init(along: line.map(projection.point))
    } else {
      self.init(from: projection.point(ends.from), to: projection.point(ends.to))
    }
  }
}
