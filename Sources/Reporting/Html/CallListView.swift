import Planning

/// Whom to call, and what to say: each rider's times and driver, those without a ride included (R55).
struct CallListView: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    tag("section", ["id": "calls", "aria-labelledby": "calls-title"]) {
      tag("h2", ["id": "calls-title"]) {
        formats.say(fr: "Voyageurs à prévenir", en: "Riders to tell")
      }
      if index.scenario.bookings.isEmpty {
        tag("p", ["class": "empty"]) { formats.say(fr: "Aucune demande.", en: "No booking.") }
      } else {
        tag(
          "div",
          ["class": "calls", "tabindex": "0", "role": "group", "aria-labelledby": "calls-title"]
        ) {
          table
        }
      }
    }
  }

  private var table: Markup {
    let titles = [
      formats.say(fr: "Voyageur", en: "Rider"), formats.say(fr: "Prise en charge", en: "Pick up"),
      formats.say(fr: "Dépose", en: "Drop off"), formats.say(fr: "Avec", en: "With"),
      formats.say(fr: "Dit", en: "Told"),
    ]
    let bookings = index.scenario.bookings.sorted { ($0.rider, $0.id) < ($1.rider, $1.id) }
    return tag("table") {
      tag("thead") {
        tag("tr") {
          for title in titles { tag("th", ["scope": "col"]) { title } }
        }
      }
      for booking in bookings {
        tag("tbody", ["data-rider": booking.rider, "data-runs": runs(of: booking)]) {
          for (position, leg) in booking.legs.enumerated() { row(leg, position, of: booking) }
        }
      }
    }
  }

  /// Numbers of the runs that serve it, parted by spaces, for the page's filter.
  private func runs(of booking: Booking) -> String {
    booking.legs.compactMap { index.service(ofLeg: $0.id) }.map { "\($0.run.number)" }
      .joined(separator: " ")
  }

  private func row(_ leg: Leg, _ position: Int, of booking: Booking) -> Markup {
    tag("tr") {
      if position == 0 {
        tag("th", ["scope": "rowgroup", "rowspan": "\(booking.legs.count)"]) {
          tag("span", ["class": "rider"]) { booking.rider }
          tag("small") { booking.id }
          if index.isStandby(booking.id) { tag("small") { formats.standby } }
        }
      }
      if let service = index.service(ofLeg: leg.id), let pickup = service.pickup,
        let delivery = service.delivery
      {
        end(pickup, line: leg.line)
        end(delivery)
        tag("td") {
          tag("a", ["href": "#run-\(service.run.number)"]) { service.run.run.resource }
          tag("small") { service.run.run.mode.shortTitle[formats.language] }
        }
      } else if let ride = index.outside(ofLeg: leg.id) {
        tag("td", ["colspan": "3"]) {
          tag("strong") {
            formats.say(fr: "Confié à ", en: "Given to ") + index.fallbackTitle(ride.fallback)
              + formats.say(fr: " : ", en: ": ")
          }
          index.wish(ofLeg: leg.id, formats)
        }
      } else {
        tag("td", ["class": "refused", "colspan": "3"]) {
          tag("strong") { formats.say(fr: "Non servi : ", en: "Not served: ") }
          index.wish(ofLeg: leg.id, formats)
        }
      }
      tag("td", ["class": "tick"]) { "" }
    }
  }

  private func end(_ stop: RunStop, line: String = "") -> Markup {
    tag("td") {
      tag("time") { index.clock.text(stop.start) }
      if index.clock.day(stop.start) != index.plan.date {
        tag("small") { formats.dayAndMonth(index.clock.day(stop.start)) }
      }
      tag("span", ["class": "place"]) { index.fullName(stop.place) }
      if !line.isEmpty {
        tag("small") { formats.say(fr: "Ligne \(line)", en: "Line \(line)") }
      }
      for walk in MeetingWords(index: index, formats: formats).toRider(stop) {
        tag("small") { walk }
      }
      for part in ConnectionWords(index: index, formats: formats).toRider(stop) {
        tag("small") { part }
      }
    }
  }
}
