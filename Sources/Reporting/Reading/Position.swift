/// A point as it is published, in degrees (WGS 84).
public struct Position: Hashable, Sendable {
  public var latitude: Double
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  func rounded(decimals: Int) -> Position {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return Position(
      latitude: (latitude * scale).rounded() / scale,
      longitude: (longitude * scale).rounded() / scale)
  }
}
