import Planning

/// What a bus or a train would do for each leg, those first that it would do for; nothing where no timetables are known.
struct AlternativesView: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    guard let all = index.alternatives else { return .nothing }
    let suited = all.filter(\.suits)
    let others = all.filter { $0.title != nil && !$0.suits }
    let none = all.filter { $0.title == nil }
    return tag("section", ["id": "alternatives", "aria-labelledby": "alternatives-title"]) {
      tag("h2", ["id": "alternatives-title"]) {
        formats.say(fr: "En car ou en train", en: "By bus or train")
      }
      tag("p") { counted(suited.count, suited.count + others.count, of: all.count) }
      group(formats.say(fr: "Un car ou un train convient", en: "A bus or train will do"), suited)
      group(
        formats.say(
          fr: "Il y en a un, mais il ne convient pas", en: "There is one, but it will not do"),
        others)
      nothing(none)
    }
  }

  private func counted(_ suited: Int, _ running: Int, of all: Int) -> String {
    formats.say(
      fr: "Trajets demandés : \(all). Avec un car ou un train vers l’heure voulue : \(running). "
        + "Où il convient : \(suited).",
      en: "Legs asked for: \(all). With a bus or train at about the time wished: \(running). "
        + "Where it will do: \(suited).")
  }

  private func group(_ title: String, _ items: [LegAlternative]) -> Markup {
    guard !items.isEmpty else { return .nothing }
    return .joined([
      tag("h3") {
        title
        tag("span", ["class": "count"]) { "\(items.count)" }
      },
      tag("ul", ["class": "unserved alternatives"]) {
        for item in items { card(item) }
      },
    ])
  }

  private func card(_ item: LegAlternative) -> Markup {
    let record = index.legs[item.leg]
    return tag("li", ["data-rider": record?.booking.rider]) {
      tag("div", ["class": "who"]) {
        tag("strong") { record?.booking.rider ?? "" }
        tag("span") { formats.say(fr: "trajet ", en: "leg ") + item.leg }
      }
      tag("div", ["class": "wish"]) {
        tag("p") { index.wish(ofLeg: item.leg, formats) }
        tag("p") { driven(item) }
      }
      tag("div", ["class": "reason"]) {
        if let title = item.title { tag("p") { tag("strong") { title[formats.language] } } }
        for step in item.steps { tag("p") { step[formats.language] } }
        if !item.obstacles.isEmpty { tag("p") { because(item) } }
      }
    }
  }

  private func because(_ item: LegAlternative) -> String {
    formats.say(fr: "Ne convient pas : ", en: "Will not do: ")
      + item.obstacles.map { $0[formats.language] }.joined(separator: ", ") + "."
  }

  /// Who takes the rider in this plan.
  private func driven(_ item: LegAlternative) -> String {
    if let served = index.service(ofLeg: item.leg) {
      return formats.say(fr: "Dans ce plan : ", en: "In this plan: ") + served.run.run.resource
        + " (" + served.run.run.mode.shortTitle[formats.language] + ")"
    }
    if let ride = index.outside(ofLeg: item.leg) {
      return formats.say(fr: "Dans ce plan : ", en: "In this plan: ")
        + index.fallbackTitle(ride.fallback)
    }
    if item.isSteered {
      return formats.say(
        fr: "Laissé au car ou au train : les bénévoles sont gardés pour d’autres.",
        en: "Left to the bus or train: volunteers are kept for others.")
    }
    return formats.say(fr: "Dans ce plan : personne", en: "In this plan: nobody")
  }

  /// Folded away: there is nothing more to say of each.
  private func nothing(_ items: [LegAlternative]) -> Markup {
    guard !items.isEmpty else { return .nothing }
    return tag("details", ["class": "nothing-runs"]) {
      tag("summary") {
        formats.say(
          fr: "Aucun car ni train vers l’heure voulue (\(items.count))",
          en: "No bus or train at about the time wished (\(items.count))")
      }
      tag("ul") {
        for item in items {
          let rider = index.legs[item.leg]?.booking.rider
          tag("li", ["data-rider": rider]) {
            tag("strong") { item.leg }
            " " + (rider ?? "") + " · " + index.wish(ofLeg: item.leg, formats)
          }
        }
      }
    }
  }
}
