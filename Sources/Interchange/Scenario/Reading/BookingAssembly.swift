import Planning

/// Puts the legs of one booking in order, names them, and gives each its anchor.
struct BookingAssembly {
  /// A leg as read, with where it stands.
  struct Part {
    var draft: LegDraft
    var origin: Origin
  }
  private let log: InputLog

  init(_ log: InputLog) { self.log = log }

  /// The booking's legs with their origins, in the order of travel.
  func legs(_ parts: [Part], of booking: String) -> [(leg: Leg, origin: Origin)] {
    // A stable sort: rows without a direction keep their order.
    let ordered = parts.enumerated().sorted { a, b in
      let ranks = (a.element.draft.direction ?? .between, b.element.draft.direction ?? .between)
      return (ranks.0, a.offset) < (ranks.1, b.offset)
    }
    return ordered.enumerated().map { number, part in
      var origin = part.element.origin
      let draft = part.element.draft
      let anchor = anchor(of: draft, &origin)
      let id = draft.id.isEmpty ? "\(booking)-\(number + 1)" : draft.id
      return (draft.leg(id: id, anchor: anchor), origin)
    }
  }

  private func anchor(of draft: LegDraft, _ origin: inout Origin) -> Anchor {
    do throws(Complaint) {
      return try draft.anchor.anchor()
    } catch {
      // A part that was itself unreadable has been told already.
      if origin.isSound || error.code == "two-anchors" {
        let pointer = origin.pointer.map { $0 + "/anchor" }
        log.fault(
          error, at: FaultPlace(file: origin.file, line: origin.line, pointer: pointer),
          field: "anchor", value: draft.anchor.shown)
      }
      origin.isSound = false
      return draft.anchor.placeholder
    }
  }
}
