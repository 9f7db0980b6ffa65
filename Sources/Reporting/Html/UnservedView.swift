import Planning

/// The bookings that nobody can take, by reason, each with the least change that would serve it.
struct UnservedView: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    tag("section", ["id": "unserved", "aria-labelledby": "unserved-title"]) {
      tag("h2", ["id": "unserved-title"]) { formats.say(fr: "Non servis", en: "Not served") }
      if index.plan.unserved.isEmpty {
        tag("p", ["class": "empty"]) {
          formats.say(fr: "Toutes les demandes sont servies.", en: "Every booking is served.")
        }
      }
      for group in UnservedGroup.all(index.plan.unserved) {
        tag("h3") {
          group.title(formats)
          tag("span", ["class": "count"]) { "\(group.bookings.count)" }
        }
        tag("ul", ["class": "unserved"]) {
          for item in group.bookings { card(item) }
        }
      }
    }
  }

  private func card(_ item: UnservedBooking) -> Markup {
    tag("li") {
      tag("div", ["class": "who"]) {
        tag("strong") { item.rider }
        tag("span") { formats.say(fr: "demande ", en: "booking ") + item.booking }
      }
      tag("div", ["class": "wish"]) {
        for leg in item.legs { tag("p") { index.wish(ofLeg: leg, formats) } }
      }
      tag("div", ["class": "reason"]) {
        for reason in item.reasons { explanation(reason) }
      }
    }
  }

  private func explanation(_ reason: Reason) -> Markup {
    .joined([
      tag("p") {
        reason.text[formats.language]
        if !reason.rule.isEmpty { tag("code") { " " + reason.rule } }
        if !reason.proven {
          tag("small") {
            formats.say(
              fr: " (pas trouvé, mais l’impossibilité n’est pas démontrée)",
              en: " (not found, but not proven impossible)")
          }
        }
      },
      reason.leastChange.map { change in
        tag("p", ["class": "change"]) {
          tag("strong") { formats.say(fr: "Possible si : ", en: "Possible if: ") }
          change.text[formats.language]
        }
      } ?? .nothing,
    ])
  }
}

/// Bookings not served for the same first reason.
struct UnservedGroup: Sendable {
  /// `nil`: no reason is given.
  let code: ReasonCode?
  var bookings: [UnservedBooking]

  /// The largest group first, equal ones in the order of the codes.
  static func all(_ unserved: [UnservedBooking]) -> [UnservedGroup] {
    let codes: [ReasonCode?] = ReasonCode.allCases.map { $0 } + [nil]
    let groups = codes.map { code in
      UnservedGroup(code: code, bookings: unserved.filter { $0.reasons.first?.code == code })
    }
    return groups.enumerated().filter { !$0.element.bookings.isEmpty }
      .sorted { a, b in
        (-a.element.bookings.count, a.offset) < (-b.element.bookings.count, b.offset)
      }
      .map(\.element)
  }

  func title(_ formats: Formats) -> String {
    code?.title[formats.language] ?? formats.say(fr: "Sans motif", en: "No reason given")
  }
}
