internal import Planning

/// What makes two trips of a day the same, whatever their ids: who, from where, to where, when.
struct TripKey: Hashable {
  private let rider: String
  private let from: String
  private let to: String
  private let anchor: [String]

  init(_ leg: Leg, of rider: String) {
    self.rider = rider
    from = leg.from
    to = leg.to
    // How uncertain an end of care is does not make it another one.
    anchor = AnchorDraft(leg.anchor).parts.filter { $0.key != "spread" }.map { $0.key + $0.text }
  }
}
