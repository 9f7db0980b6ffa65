/// A point in degrees, WGS 84.
struct GeoPoint: Hashable, Sendable {
  var latitude: Double
  var longitude: Double

  /// Crow-fly kilometres on the local plane; good to a few per mille within a département.
  ///
  /// Sums, products and one square root only: these are exact to the last bit by IEEE 754, while a
  /// machine's cosine is not, and one different bit could turn a draw.
  func kilometres(to other: GeoPoint) -> Double {
    let middle = (latitude + other.latitude) / 2 * (Double.pi / 180)
    let north = (latitude - other.latitude) * 111.195
    let east = (longitude - other.longitude) * 111.195 * Self.cosine(middle)
    return (north * north + east * east).squareRoot()
  }

  /// Moved north and east by kilometres and rounded to thousandths of a degree (some 100 m), so
  /// that no point is an address.
  func moved(north: Double, east: Double) -> GeoPoint {
    let cosine = max(0.01, Self.cosine(latitude * (Double.pi / 180)))
    return GeoPoint(
      latitude: Self.rounded(latitude + north / 111.195),
      longitude: Self.rounded(longitude + east / (111.195 * cosine)))
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 1000).rounded() / 1000 }

  /// Taylor series to the twelfth power: error under 10⁻⁷ up to 90 degrees.
  private static func cosine(_ radians: Double) -> Double {
    let square = radians * radians
    var term = 1.0
    var sum = 1.0
    for power in stride(from: 2.0, through: 12.0, by: 2.0) {
      term *= -square / (power * (power - 1))
      sum += term
    }
    return sum
  }
}

/// Weight that falls with distance: one half at `half` kilometres, then as the square.
func decay(_ kilometres: Double, half: Double) -> Double {
  let ratio = kilometres / half
  return 1 / (1 + ratio * ratio)
}

/// Minutes by road, from the crow-fly distance: the closed form fitted on the Lot's road network
/// (1.5 minutes to leave and enter the villages; roads 1.5, 1.4 and 1.37 times the straight line at
/// 54, 57 and 61 km/h).
func roadMinutes(crowKilometres: Double) -> Double {
  let (circuity, speed) =
    crowKilometres < 10 ? (1.5, 54.0) : crowKilometres < 30 ? (1.4, 57.0) : (1.37, 61.0)
  return 1.5 + 60 * crowKilometres * circuity / speed
}
