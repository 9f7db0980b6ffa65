/// What the riders of one volunteer's run give towards its costs (R36).
///
/// Each stretch of the way costs the rate for each kilometre and is shared out evenly between the riders on board;
/// companions ride with theirs. So riders together give the rate for each loaded kilometre, and none more than the
/// rate for the own kilometres, unless a minimum is asked.
struct RiderShares {
  /// Cents by leg, before any minimum; they add up to `wholeCents`.
  let cents: [Int: Int]
  let wholeCents: Int

  init(_ stretches: [RunRides.Stretch], rate: Double) {
    var exact: [Int: Double] = [:]
    for stretch in stretches {
      let part = Double(stretch.metres) / 1000 * rate * 100 / Double(stretch.legs.count)
      for leg in stretch.legs { exact[leg, default: 0] += part }
    }
    let metres = stretches.reduce(0) { $0 + $1.metres }
    let whole = Cents.of(Double(metres) / 1000 * rate)
    wholeCents = whole
    var cents = exact.mapValues { Int($0.rounded(.down)) }
    // The cents that rounding down has left go where it took off most.
    let order = exact.keys.sorted { a, b in
      let (first, second) = (Self.rest(exact[a]), Self.rest(exact[b]))
      return first == second ? a < b : first > second
    }
    let missing = whole - cents.values.reduce(0, +)
    if !order.isEmpty, missing > 0 {
      for i in 0..<missing { cents[order[i % order.count], default: 0] += 1 }
    }
    self.cents = cents
  }

  private static func rest(_ value: Double?) -> Double {
    value.map { $0 - $0.rounded(.down) } ?? 0
  }
}
