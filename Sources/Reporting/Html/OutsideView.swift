import Planning

/// The legs that somebody outside the scheme drives, with what they cost of the day's budget (R33); nothing where the
/// territory has nobody for it.
struct OutsideView: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    guard index.hasOutside else { return .nothing }
    return tag("section", ["id": "outside", "aria-labelledby": "outside-title"]) {
      tag("h2", ["id": "outside-title"]) {
        formats.say(fr: "Confiés à l’extérieur", en: "Given away outside")
      }
      for use in index.outsideUse {
        tag("h3") {
          use.title
          tag("span", ["class": "count"]) { "\(use.rides.count)" }
        }
        tag("p") { use.text(formats) }
        tag("ul", ["class": "unserved"]) {
          for ride in use.rides { card(ride) }
        }
      }
    }
  }

  private func card(_ ride: OutsideRide) -> Markup {
    tag("li", ["data-outside": ride.fallback, "data-rider": ride.rider]) {
      tag("div", ["class": "who"]) {
        tag("strong") { ride.rider }
        tag("span") { formats.say(fr: "demande ", en: "booking ") + ride.booking }
      }
      tag("div", ["class": "wish"]) {
        tag("p") { index.wish(ofLeg: ride.leg, formats) }
      }
      tag("div", ["class": "reason"]) {
        tag("p") { formats.euros(ride.price) }
      }
    }
  }
}
