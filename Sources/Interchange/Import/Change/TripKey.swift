internal import Planning

/// What makes two trips the same, whatever their ids: who, from where, to where, when; of standing orders also on which
/// days.
struct TripKey: Hashable {
  private let rider: String
  private let from: String
  private let to: String
  private let anchor: [String]
  private let days: Set<Availability.Days>

  init(_ leg: Leg, of order: StandingOrder) {
    rider = order.booking.rider
    days = Set(order.days)
    from = leg.from
    to = leg.to
    // How uncertain an end of care is does not make it another one.
    anchor = AnchorDraft(leg.anchor).parts.filter { $0.key != "spread" }.map { $0.key + $0.text }
  }
}
