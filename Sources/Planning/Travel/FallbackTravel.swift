internal import Foundation

extension Place {
  /// Metres to another place as the crow flies, on a sphere of the Earth's mean radius.
  public func crowMetres(to other: Place) -> Double {
    CrowPoint(self).metres(to: CrowPoint(other))
  }
}

/// A place as crow-fly distances need it.
private struct CrowPoint {
  private static let radius = 6_371_008.8
  /// Radians.
  private let latitude: Double
  private let cosine: Double
  /// Degrees.
  private let longitude: Double

  init(_ place: Place) {
    latitude = place.latitude * .pi / 180
    cosine = cos(latitude)
    longitude = place.longitude
  }

  func metres(to other: CrowPoint) -> Double {
    let longitudes = (other.longitude - longitude) * .pi / 180
    let haversine =
      pow(sin((other.latitude - latitude) / 2), 2)
      + cosine * other.cosine * pow(sin(longitudes / 2), 2)
    return 2 * Self.radius * asin(min(1, haversine.squareRoot()))
  }
}

/// Estimates road travel from straight lines where there is no road network (R22).
public struct FallbackTravel: Sendable {
  /// Upper end of each band in crow-fly metres, factor and speed in metres a second.
  private let bands: [(upTo: Double, factor: Double, speed: Double)]
  private let terminal: Double

  public init(_ rules: RuleBook) {
    let ends = [
      Double(rules.metres(.shortUpTo)), Double(rules.metres(.mediumUpTo)), Double.infinity,
    ]
    bands = zip(ends, FigureKey.roadBands).map {
      ($0, rules[.roadFactor($1)], rules[.roadSpeed($1)] / 3.6)
    }
    terminal = Double(rules.seconds(.terminalTime))
  }

  /// Road metres and seconds of a trip, whole; zero from a place to itself.
  public func estimate(crowMetres: Double) -> (metres: Int, seconds: Int) {
    let band = bands.first { crowMetres < $0.upTo } ?? bands[bands.count - 1]
    let metres = crowMetres * band.factor
    return (Int(metres.rounded()), Int((terminal + metres / band.speed).rounded()))
  }

  /// All pairs of places.
  public func matrix(of places: [Place]) -> TravelMatrix {
    let n = places.count
    let points = places.map(CrowPoint.init)
    var seconds = [Int32](repeating: 0, count: n * n)
    var metres = seconds
    for i in 0..<n {
      for j in i + 1..<max(n, i + 1) {
        let trip = estimate(crowMetres: points[i].metres(to: points[j]))
        for cell in [i * n + j, j * n + i] {
          seconds[cell] = Int32(trip.seconds)
          metres[cell] = Int32(trip.metres)
        }
      }
    }
    return TravelMatrix(unchecked: n, seconds: seconds, metres: metres, approximate: true)
  }
}
