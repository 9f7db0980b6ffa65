import Optimizer
import Planning

extension Cases {
  /// What a caller waits for: quotes on the heavy day, on times estimated from straight lines, after a short search.
  static func quotes(_ input: MicroInput) throws -> [Measurement] {
    let desk = try input.quoteDesk()
    let legs = desk.compiled.day.legs
    // Every eleventh leg asked for once more, an hour later, there and back.
    let asked = stride(from: 0, to: legs.count, by: 11).map { index -> QuoteRequest in
      let leg = legs[index]
      let hour = 8 + index % 9
      return QuoteRequest(
        from: leg.leg.from, to: leg.leg.to, time: .departAfter(ClockTime(hour: hour, minute: 0)),
        back: .departAfter(ClockTime(hour: hour + 2, minute: 0)), needs: leg.rider.needs,
        insured: leg.booking.insured)
    }
    return try asked.indices.map { index in
      try Measurement.take("quote \(index)", operations: 1, samples: 3) {
        try Double(desk.quote(asked[index]).offers.count)
      }
    }.percentile95("quote on the heavy day, 95th percentile of \(asked.count)")
  }
}

extension [Measurement] {
  /// The one of them with the 95th percentile of the medians.
  fileprivate func percentile95(_ name: String) -> [Measurement] {
    let ranked = sorted { $0.median < $1.median }
    guard !ranked.isEmpty else { return [] }
    var chosen = ranked[Swift.min(ranked.count - 1, ranked.count * 95 / 100)]
    chosen.name = name
    return [chosen]
  }
}
