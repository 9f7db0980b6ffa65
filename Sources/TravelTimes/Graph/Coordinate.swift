internal import Foundation

/// A point of the Earth in degrees (WGS 84).
public struct Coordinate: Hashable, Sendable {
  public var latitude: Double
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Metres to another point as the crow flies, on a sphere of the Earth's mean radius.
  public func crowMetres(to other: Coordinate) -> Double {
    let (a, b) = (latitude * .pi / 180, other.latitude * .pi / 180)
    let longitudes = (other.longitude - longitude) * .pi / 180
    let haversine =
      pow(sin((b - a) / 2), 2) + cos(a) * cos(b) * pow(sin(longitudes / 2), 2)
    return 2 * Plane.radius * asin(min(1, haversine.squareRoot()))
  }
}

/// A point in ten-millionths of a degree, about a centimetre: as OpenStreetMap stores points.
public struct FixedPoint: Hashable, Sendable, BitwiseCopyable {
  public var latitude: Int32
  public var longitude: Int32

  public init(latitude: Int32, longitude: Int32) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// - Returns: `nil` where the point is not on Earth.
  public init?(_ coordinate: Coordinate) {
    guard abs(coordinate.latitude) <= 90, abs(coordinate.longitude) <= 180 else { return nil }
    latitude = Int32((coordinate.latitude * 1e7).rounded())
    longitude = Int32((coordinate.longitude * 1e7).rounded())
  }

  public var coordinate: Coordinate {
    Coordinate(latitude: Double(latitude) / 1e7, longitude: Double(longitude) / 1e7)
  }
}

/// Flat metres round a point: right to a few parts in ten thousand within some tens of kilometres.
struct Plane {
  static let radius = 6_371_008.8
  /// Metres of a ten-millionth of a degree along a meridian.
  static let unit = radius * .pi / 180 / 1e7

  let origin: FixedPoint
  private let shrink: Double

  init(at origin: FixedPoint) {
    self.origin = origin
    shrink = cos(Double(origin.latitude) / 1e7 * .pi / 180)
  }

  func position(_ point: FixedPoint) -> SIMD2<Double> {
    SIMD2(
      Double(Int64(point.longitude) - Int64(origin.longitude)) * Plane.unit * shrink,
      Double(Int64(point.latitude) - Int64(origin.latitude)) * Plane.unit)
  }

  func metres(_ a: FixedPoint, _ b: FixedPoint) -> Double {
    let step = position(a) - position(b)
    return (step * step).sum().squareRoot()
  }
}
