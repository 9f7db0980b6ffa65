import Planning

/// Puts the legs of one booking in order, names them, and gives each its anchor.
struct BookingAssembly {
  /// A leg as read, with where it stands.
  struct Part {
    var draft: LegDraft
    var origin: Origin
  }
  private let log: InputLog
  /// The header that a part of an anchor has in the file; `nil` in JSON, where they share an object.
  private let header: ((String) -> String)?

  init(_ log: InputLog, header: ((String) -> String)? = nil) {
    self.log = log
    self.header = header
  }

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
        let (field, value) = shown(draft.anchor.parts)
        log.fault(
          error, at: FaultPlace(file: origin.file, line: origin.line, pointer: pointer),
          field: field, value: value)
      }
      origin.isSound = false
      return draft.anchor.placeholder
    }
  }

  /// Field and value to show: the columns with what stands in each, or the JSON object with its keys.
  private func shown(_ parts: [(key: String, text: String)]) -> (field: String, value: String) {
    guard let header else {
      return ("anchor", parts.map { "\($0.key) \($0.text)" }.joined(separator: ", "))
    }
    return (
      parts.map { header($0.key) }.joined(separator: ", "),
      parts.map(\.text).joined(separator: ", ")
    )
  }
}
