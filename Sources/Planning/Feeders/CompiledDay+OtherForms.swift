internal import DialARide

extension CompiledDay {
  /// The unserved bookings of a plan with the reasons of every form that their legs could have taken: after those of the
  /// first, why no feeder trip offered would do either.
  func otherForms(of plan: Plan, _ effort: ReasonEffort) -> [UnservedBooking] {
    var unserved = plan.unserved
    let missing = Set(unserved.flatMap(\.legs))
    let offered = LegForms.offers(day)
    let offers = day.legs.indices.filter { missing.contains(day.legs[$0].leg.id) }
      .map { leg in offered[leg].filter { $0 != day.legs[leg].leg.connection } }
    for rank in 0..<(offers.map(\.count).max() ?? 0) {
      let round = offers.compactMap { rank < $0.count ? $0[rank] : nil }
        .sorted { $0.leg < $1.leg }
      guard let variant = try? day.taking(round).offering([:]),
        let compiled = try? CompiledDay(variant)
      else { continue }
      let told = Dictionary(
        round.map { ($0.leg, $0) }, uniquingKeysWith: { first, _ in first })
      let found = compiled.unserved(
        in: compiled.solution(of: plan), only: Set(told.keys),
        besides: Set(plan.outside.map(\.leg)), reasons: effort)
      for booking in found {
        guard let at = unserved.firstIndex(where: { $0.booking == booking.booking }) else {
          continue
        }
        unserved[at].reasons += booking.reasons.compactMap { reason in
          told[reason.leg].map { reason.asked(of: $0) }
        }
      }
    }
    return unserved
  }
}

extension Reason {
  /// The same said of a leg as a feeder trip.
  fileprivate func asked(of connection: Connection) -> Reason {
    var reason = self
    let stop = connection.stop.name
    let isFirst = connection.order == .rideFirst
    reason.text = Bilingual(
      fr: (isFirst ? "En rabattement vers \(stop) : " : "En rabattement depuis \(stop) : ")
        + text.fr,
      en: (isFirst ? "As a feeder trip to \(stop): " : "As a feeder trip from \(stop): ")
        + text.en)
    return reason
  }
}
