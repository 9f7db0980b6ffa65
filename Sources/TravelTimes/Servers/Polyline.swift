/// Lines in the encoded form of routing servers, with six decimals: each coordinate's step from the one before, in
/// groups of five bits, lowest first, with the sign in the lowest bit and 63 added.
enum Polyline {
  /// - Returns: `nil` where the text is no such line.
  static func points(_ text: String) -> [Coordinate]? {
    guard let steps = numbers(text), steps.count % 2 == 0 else { return nil }
    var points: [Coordinate] = []
    var (latitude, longitude) = (0, 0)
    for index in stride(from: 0, to: steps.count, by: 2) {
      latitude += steps[index]
      longitude += steps[index + 1]
      guard abs(latitude) <= 90_000_000, abs(longitude) <= 180_000_000 else { return nil }
      points.append(
        Coordinate(latitude: Double(latitude) / 1e6, longitude: Double(longitude) / 1e6))
    }
    return points
  }

  private static func numbers(_ text: String) -> [Int]? {
    var numbers: [Int] = []
    var (value, shift) = (0, 0)
    for byte in text.utf8 {
      guard (63...126).contains(byte), shift <= 30 else { return nil }
      let group = Int(byte) - 63
      value |= (group & 31) << shift
      shift += 5
      guard group < 32 else { continue }
      numbers.append(value & 1 == 0 ? value >> 1 : ~(value >> 1))
      (value, shift) = (0, 0)
    }
    return shift == 0 ? numbers : nil
  }
}
