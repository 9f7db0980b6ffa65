/// Reads posted speed limits.
enum SpeedLimit {
  /// km/h of the zones that a limit may name after its country, where the number is not given: France's since 2018
  /// for rural roads, the usual ones elsewhere.
  private static let zones: [String: Double] = [
    "walk": 7, "living_street": 20, "urban": 50, "bicycle_road": 30, "trunk": 110,
    "motorway": 130,
  ]

  /// km/h of a `maxspeed` value; `nil` where it says none, e.g. `signals`.
  static func kmh(_ text: String) -> Double? {
    if text == "none" { return 130 }
    if let colon = text.firstIndex(of: ":") {
      let zone = String(text[text.index(after: colon)...])
      if zone == "rural" { return text.hasPrefix("FR") ? 80 : 90 }
      return zones[zone] ?? positive(zone.drop { !$0.isNumber })
    }
    if let zone = zones[text] { return zone }
    if text.hasSuffix("mph") { return positive(text.dropLast(3)).map { $0 * 1.609344 } }
    if text.hasSuffix("km/h") { return positive(text.dropLast(4)) }
    return positive(text[...])
  }

  private static func positive(_ text: Substring) -> Double? {
    var digits = text
    while digits.last == " " { digits.removeLast() }
    guard let value = Double(digits), value.isFinite, value > 0 else { return nil }
    return value
  }
}
