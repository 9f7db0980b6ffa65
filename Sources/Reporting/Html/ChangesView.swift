import Planning

/// Who must be told what, since the plan differs from the one told before (R43).
struct ChangesView: Sendable {
  let index: PlanIndex
  let formats: Formats
  /// What a person is called.
  var name: @Sendable (String) -> String = { $0 }

  /// Nothing where no plan was told before.
  var markup: Markup {
    guard let changes = index.plan.changes else { return .nothing }
    return tag("section", ["id": "changes", "aria-labelledby": "changes-title"]) {
      tag("h2", ["id": "changes-title"]) {
        ChangesTitle(index.audience).text[formats.language]
      }
      if changes.changes.isEmpty {
        tag("p", ["class": "empty"]) {
          ChangesTitle(index.audience).none[formats.language]
        }
      } else {
        tag("ul") {
          for change in changes.changes {
            tag("li") {
              tag("strong") { name(change.person) }
              " " + words(change)
            }
          }
        }
      }
    }
  }

  /// What changes, without the person, who stands before it.
  private func words(_ change: PlanChange) -> String {
    let text = change.text[formats.language]
    guard text.hasPrefix(change.person) else { return text }
    return String(text.dropFirst(change.person.count).drop { " :\u{A0}\u{202F}".contains($0) })
  }
}
