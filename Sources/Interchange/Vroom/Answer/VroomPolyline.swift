/// Lines in the encoded form that routing engines share, with five decimals as VROOM's frontends read them.
public enum VroomPolyline {
  public static func text(_ points: [VroomPoint]) -> String {
    var text: [UInt8] = []
    var (latitude, longitude) = (0, 0)
    for point in points {
      let next = (Int((point.latitude * 1e5).rounded()), Int((point.longitude * 1e5).rounded()))
      append(next.0 - latitude, to: &text)
      append(next.1 - longitude, to: &text)
      (latitude, longitude) = next
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Five bits a sign, lowest first; the sign of the number in its lowest bit.
  private static func append(_ step: Int, to text: inout [UInt8]) {
    var rest = step < 0 ? ~(step << 1) : step << 1
    while rest >= 32 {
      text.append(UInt8((rest & 31) | 32) + 63)
      rest >>= 5
    }
    text.append(UInt8(rest) + 63)
  }
}
