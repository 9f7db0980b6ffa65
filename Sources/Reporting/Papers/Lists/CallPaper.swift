import Planning

/// Whom to call and what to say: each rider's times, the driver's first name and the price (R55).
struct CallPaper: Sendable {
  let context: PaperContext

  var paper: Paper {
    let title = context.say(fr: "Liste d’appel des voyageurs", en: "Call list of riders")
    return Paper(
      name: "calls", title: title + " – " + context.formats.shortDate(context.index.plan.date),
      body: tag("article", ["class": "paper list", "aria-labelledby": "calls-title"]) {
        PaperHead(context: context).markup(title, id: "calls-title")
        table
      })
  }

  private var table: Markup {
    let rows = CallRow.all(context)
    guard !rows.isEmpty else {
      return tag("p") { context.say(fr: "Aucune demande.", en: "No booking.") }
    }
    return tag("table", ["class": "calls"]) {
      tag("thead") {
        tag("tr") {
          for title in titles {
            tag("th", ["scope": "col", "class": title == titles.last ? "price" : nil]) { title }
          }
        }
      }
      tag("tbody") {
        for (position, row) in rows.enumerated() {
          line(row, isFirst: position == 0 || rows[position - 1].booking.id != row.booking.id)
        }
      }
    }
  }

  private var titles: [String] {
    [
      context.say(fr: "Dit", en: "Told"), context.say(fr: "Voyageur", en: "Rider"),
      context.say(fr: "Prise en charge", en: "Pick up"),
      context.say(fr: "Dépose", en: "Drop off"), context.say(fr: "Avec", en: "With"),
      context.say(fr: "Prix", en: "Price"),
    ]
  }

  private func line(_ row: CallRow, isFirst: Bool) -> Markup {
    tag("tr", ["class": (isFirst ? "first" : "more") + (row.changes.isEmpty ? "" : " changed")]) {
      tag("td", ["class": "tick"]) { tag("span", ["class": "box"]) { "" } }
      tag("td", ["class": "who"]) {
        if isFirst { rider(row.booking) }
        for change in row.changes { tag("p", ["class": "chip"]) { change } }
      }
      switch row.answer {
      case .served(let pickup, let delivery, let run):
        end(pickup, titles[2])
        end(delivery, titles[3])
        tag("td", ["data-label": titles[4]]) { driver(run) }
      case .outside(let ride):
        tag("td", ["colspan": "3"]) {
          tag("strong") {
            context.say(fr: "Confié à ", en: "Given to ")
              + context.index.fallbackTitle(ride.fallback)
          }
          tag("span", ["class": "place"]) {
            context.index.wish(ofLeg: row.leg.id, context.formats)
          }
        }
      case .refused:
        tag("td", ["class": "refused", "colspan": "3"]) {
          tag("strong") { context.say(fr: "Non servi", en: "Not served") }
          tag("span", ["class": "place"]) {
            context.index.wish(ofLeg: row.leg.id, context.formats)
          }
        }
      }
      tag("td", ["class": "price", "data-label": titles[5]]) { context.price(ofLeg: row.leg.id) }
    }
  }

  private func rider(_ booking: Booking) -> Markup {
    let name = context.name(booking.rider)
    return .joined([
      tag("strong") { name },
      PhoneLinks.markup(context.phones(booking.rider)),
      tag("small") { name == booking.rider ? booking.id : booking.rider + " · " + booking.id },
    ])
  }

  private func driver(_ run: Run) -> Markup {
    let name = context.firstName(run.resource)
    let mode = run.mode.shortTitle[context.formats.language]
    return .joined([
      tag("strong") { name },
      tag("small") { name == run.resource ? mode : mode + " · " + run.resource },
    ])
  }

  /// - Parameter label: shown before it where there is no room for columns.
  private func end(_ stop: RunStop, _ label: String) -> Markup {
    let index = context.index
    return tag("td", ["data-label": label]) {
      tag("time") { index.clock.text(stop.start) }
      if index.clock.day(stop.start) != index.plan.date {
        tag("small") { context.formats.dayAndMonth(index.clock.day(stop.start)) }
      }
      tag("span", ["class": "place"]) { context.place(stop.place, of: stop.rider) }
      for walk in MeetingWords(index: index, formats: context.formats).toRider(stop) {
        tag("small") { walk }
      }
      for part in ConnectionWords(index: index, formats: context.formats).toRider(stop) {
        tag("small") { part }
      }
    }
  }
}

/// Title, day and issue of a list.
struct PaperHead: Sendable {
  let context: PaperContext

  func markup(_ title: String, id: String) -> Markup {
    tag("header") {
      tag("div") {
        tag("h1", ["id": id]) { title }
        tag("p") { context.index.plan.territoryName }
      }
      tag("div", ["class": "day"]) {
        tag("p") { tag("strong") { context.day } }
        tag("p", ["class": "issue"]) { context.issueText }
        if !context.planMark.isEmpty { tag("p", ["class": "issue"]) { context.planMark } }
      }
    }
  }
}
