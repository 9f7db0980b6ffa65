extension RuleBook {
  /// What one need code means (R10, R11).
  public struct Need: Hashable, Sendable {
    public var code: String
    /// Load by capacity dimension; `seat` only where the need states it.
    public var load: [String: Int]
    /// Service at pick-up and set-down, seconds.
    public var pickup: Int
    public var setdown: Int
    /// A driver must have accepted the need.
    public var consent: Bool
    /// The rider is met at the door, never at a stop (R24).
    public var door: Bool
  }

  /// Codes the needs profile knows, sorted.
  public var needCodes: [String] {
    let codes = profile(.needs).figures.keys.compactMap { key -> String? in
      let parts = key.split(separator: ".")
      return parts.count == 2 && parts[1] == "pickup" ? String(parts[0]) : nil
    }
    return codes.filter { $0 != "default" }.sorted()
  }

  /// The meaning of a need code; `nil` where the profile does not know it.
  public func need(_ code: String) -> Need? {
    let figures = profile(.needs).figures
    guard code != "default", let pickup = figures[code + ".pickup"] else { return nil }
    var load: [String: Int] = [:]
    for (key, figure) in figures where key.hasPrefix(code + ".") && figure.unit == "count" {
      load[String(key.dropFirst(code.count + 1))] = Int(figure.value)
    }
    return Need(
      code: code, load: load, pickup: Self.seconds(pickup),
      setdown: figures[code + ".setdown"].map(Self.seconds) ?? seconds(.defaultSetdown),
      consent: figures[code + ".consent"].map { $0.value != 0 } ?? true,
      door: figures[code + ".door"].map { $0.value != 0 } ?? false)
  }

  /// What a rider with these needs and companions takes up: seats of their own unless a need replaces them.
  public func load(of needs: [String], companions: Int) -> [String: Int] {
    let known = needs.compactMap(need)
    let ownSeat = known.compactMap { $0.load["seat"] }.min() ?? Int(self[.defaultSeats])
    var load = ["seat": ownSeat + companions * Int(self[.defaultSeats])]
    for need in known {
      for (dimension, amount) in need.load where dimension != "seat" {
        load[dimension, default: 0] += amount
      }
    }
    return load
  }

  /// Service times of a leg between places of two kinds: what the rider's needs take, and what the doors of such
  /// places take besides (R11).
  public func service(
    of needs: [String], from: String, to: String
  ) -> (pickup: Int, setdown: Int) {
    let needed = service(of: needs)
    let (first, last) = (FigureKey.atPlace(from, "pickup"), FigureKey.atPlace(to, "setdown"))
    return (
      needed.pickup + (figure(first).map(Self.seconds) ?? 0),
      needed.setdown + (figure(last).map(Self.seconds) ?? 0)
    )
  }

  /// Service times at pick-up and set-down: the longest that any need asks for.
  public func service(of needs: [String]) -> (pickup: Int, setdown: Int) {
    let known = needs.compactMap(need)
    return (
      max(seconds(.defaultPickup), known.map(\.pickup).max() ?? 0),
      max(seconds(.defaultSetdown), known.map(\.setdown).max() ?? 0)
    )
  }
}
