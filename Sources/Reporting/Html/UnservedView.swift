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
    tag("li", ["data-rider": item.rider]) {
      tag("div", ["class": "who"]) {
        tag("strong") { item.rider }
        tag("span") { formats.say(fr: "demande ", en: "booking ") + item.booking }
        if index.isStandby(item.booking) { tag("span") { formats.standby } }
      }
      tag("div", ["class": "wish"]) {
        for leg in item.legs { tag("p") { index.wish(ofLeg: leg, formats) } }
      }
      tag("div", ["class": "reason"]) {
        for reason in item.distinctReasons { explanation(reason) }
        bindings(item)
      }
    }
  }

  /// Driver by driver, folded away until somebody asks.
  private func bindings(_ item: UnservedBooking) -> Markup {
    guard !item.bindings.isEmpty else { return .nothing }
    return tag("details", ["class": "bindings"]) {
      tag("summary") {
        formats.say(fr: "Par bénévole et véhicule", en: "By volunteer and vehicle")
      }
      for binding in item.bindings {
        tag("p") {
          tag("strong") { binding.resources.joined(separator: ", ") }
          " " + binding.text[formats.language]
          tag("code") { " " + binding.rule }
          if !binding.source.isEmpty { tag("small") { " " + binding.source } }
        }
      }
    }
  }

  private func explanation(_ reason: Reason) -> Markup {
    .joined([
      tag("p") {
        reason.text[formats.language]
        if !reason.rule.isEmpty { tag("code") { " " + reason.rule } }
        tag("small") { footnote(reason) }
      },
      reason.leastChange.map { change in
        tag("p", ["class": "change"]) {
          tag("strong") { formats.say(fr: "Changement possible. ", en: "Possible change. ") }
          change.text[formats.language]
        }
      } ?? .nothing,
    ])
  }

  /// For how many resources the reason holds, and whether it is proven; nothing where the text says so itself.
  private func footnote(_ reason: Reason) -> String {
    var parts: [String] = []
    if reason.ofResources > 0 {
      let (some, all) = (reason.resources, reason.ofResources)
      parts.append(
        formats.say(
          fr: "\(some) des \(all) conducteurs et véhicules",
          en: "\(some) of \(all) drivers and vehicles"))
    }
    if !reason.proven, reason.code != .searchLimit, reason.code != .linkedLeg {
      parts.append(
        formats.say(
          fr: "pas trouvé, sans preuve que ce soit impossible",
          en: "not found, but not proven impossible"))
    }
    return parts.isEmpty ? "" : " (" + parts.joined(separator: " ; ") + ")"
  }
}
