import Planning

/// A run as drawn: its drives with riders and without.
struct MapPath: Sendable {
  /// A drive that is seen on the map.
  struct Drive: Sendable {
    let piece: MapPiece
    let isLoaded: Bool
    /// Seconds since local midnight.
    let departure: Int
    let arrival: Int

    /// Id of the line that the drive is part of, in the drawing of a run.
    func line(_ number: Int) -> String {
      MapPath.line(number, isLoaded: isLoaded, isStraight: piece.isStraight)
    }
  }

  /// In the order of the day.
  private(set) var drives: [Drive] = []

  /// Drives to or from a place without position are left out.
  init(_ run: Run, _ index: PlanIndex, _ projection: MapProjection) {
    for drive in run.drives {
      guard let ends = index.ends(drive), let piece = MapPiece(ends, index.roads, projection)
      else { continue }
      drives.append(
        Drive(
          piece: piece, isLoaded: drive.onBoard > 0, departure: drive.departure,
          arrival: drive.arrival))
    }
  }

  var loaded: [MapPiece] { drives.filter(\.isLoaded).map(\.piece) }
  var empty: [MapPiece] { drives.filter { !$0.isLoaded }.map(\.piece) }

  /// `l3`, with riders; `e3s`, empty and straight.
  static func line(_ number: Int, isLoaded: Bool, isStraight: Bool) -> String {
    (isLoaded ? "l" : "e") + "\(number)" + (isStraight ? "s" : "")
  }

  var pieces: [MapPiece] { empty + loaded }

  static func data(_ pieces: [MapPiece]) -> String { pieces.map(\.data).joined() }
}

extension MapPiece {
  /// Share of a unit of the drawing by which a line may miss the road: a pixel of a wide screen where the map is
  /// shown at four times its size.
  static let tolerance = 0.25

  init?(_ ends: DriveEnds, _ roads: RoadLines?, _ projection: MapProjection) {
    let tolerance = Self.tolerance * projection.metresPerUnit
    if let line = roads?.line(ends, tolerance: tolerance) {
      self.init(along: line.map(projection.point))
    } else {
      self.init(from: projection.point(ends.from), to: projection.point(ends.to))
    }
  }
}
