import Planning

/// The stops of one run on a driver's sheet: what to do when and where, for whom.
struct SheetRows: Sendable {
  let context: PaperContext
  let record: RunRecord
  let changes: SheetChanges?

  private var index: PlanIndex { context.index }

  var markup: Markup {
    let run = record.run
    return tag("table", ["class": "rows"]) {
      tag("thead") {
        tag("tr") {
          for title in titles { tag("th", ["scope": "col"]) { title } }
        }
      }
      tag("tbody") {
        edge(
          \.departure, context.say(fr: "Départ", en: "Depart"), run.start, metres: 0)
        for (position, stop) in run.stops.enumerated() {
          row(stop, position, metres: record.runningMetres[position])
        }
        edge(
          \.arrival, context.say(fr: "Fin", en: "End"), run.end, metres: run.metres)
      }
    }
  }

  private var titles: [String] {
    [
      context.say(fr: "Heure", en: "Time"), context.say(fr: "Quoi", en: "What"),
      context.say(fr: "Qui, où", en: "Who, where"),
      context.say(fr: "À savoir", en: "Good to know"), "km",
    ]
  }

  private func edge(
    _ moment: KeyPath<Run, Int>, _ title: String, _ place: String, metres: Int
  ) -> Markup {
    let marks = changes?.marks(moment, of: record.run) ?? []
    return tag("tr", ["class": marks.isEmpty ? "edge" : "edge changed"]) {
      time(record.run[keyPath: moment])
      tag("td", ["class": "what"]) { title }
      tag("td", ["class": "who"]) {
        tag("span", ["class": "place"]) { context.place(place, ofDriver: record.run.resource) }
      }
      tag("td", ["class": "hints"]) { chips(marks) }
      tag("td", ["class": "km"]) { kilometres(metres) }
    }
  }

  private func row(_ stop: RunStop, _ position: Int, metres: Int) -> Markup {
    let marks = changes?.marks(stop, at: position, of: record.run) ?? []
    let kind = stop.kind.rawValue
    return tag("tr", ["class": marks.isEmpty ? kind : kind + " changed"]) {
      time(stop.time)
      tag("td", ["class": "what"]) {
        let letter = stop.kind.letter[context.formats.language]
        if !letter.isEmpty { tag("b", ["aria-hidden": "true"]) { letter } }
        tag("span") { stop.kind.title[context.formats.language] }
      }
      tag("td", ["class": "who"]) {
        if !stop.rider.isEmpty { rider(stop) }
        place(stop)
      }
      tag("td", ["class": "hints"]) {
        chips(marks)
        for hint in hints(stop) { tag("p") { hint } }
      }
      tag("td", ["class": "km"]) { kilometres(metres) }
    }
  }

  private func chips(_ marks: [String]) -> Markup {
    .joined(marks.map { mark in tag("p", ["class": "chip"]) { mark } })
  }

  private func time(_ elapsed: Int) -> Markup {
    tag("td", ["class": "time"]) {
      tag("time") { index.clock.text(elapsed) }
      if index.clock.day(elapsed) != index.plan.date {
        tag("small") { context.formats.dayAndMonth(index.clock.day(elapsed)) }
      }
    }
  }

  /// The telephone is asked for where somebody has to be found, not where he or she gets off.
  private func rider(_ stop: RunStop) -> Markup {
    .joined([
      tag("strong", ["class": "rider"]) { context.name(stop.rider) },
      stop.kind == .pickup ? phones(stop.rider) : .nothing,
    ])
  }

  private func phones(_ rider: String) -> Markup {
    let phones = context.phones(rider)
    guard !phones.isEmpty else { return .nothing }
    return tag("span", ["class": "phones"]) { PhoneLinks.markup(phones) }
  }

  private func place(_ stop: RunStop) -> Markup {
    let address = contact(at: stop)?.address ?? ""
    let name = context.place(stop.place, of: stop.rider)
    return tag("span", ["class": "place"]) { name + (address.isEmpty ? "" : " · " + address) }
  }

  /// Whose address the place is: the rider's at home, otherwise the place's own.
  private func contact(at stop: RunStop) -> Contact? {
    let home = index.scenario.riders.first { $0.id == stop.rider }?.home
    return home == stop.place && stop.door.isEmpty
      ? context.contacts[stop.rider] ?? context.contacts[stop.place]
      : context.contacts[stop.place]
  }

  private func hints(_ stop: RunStop) -> [String] {
    var hints = StopHints(index: index, formats: context.formats, record: record).hints(for: stop)
    guard let contact = contact(at: stop) else { return hints }
    if !contact.doorCode.isEmpty {
      hints.append(
        context.say(fr: "Porte : \(contact.doorCode)", en: "Door: \(contact.doorCode)"))
    }
    if !contact.note.isEmpty { hints.append(contact.note) }
    return hints
  }

  private func kilometres(_ metres: Int) -> String {
    context.formats.number(Double(metres) / 1000, decimals: 0)
  }
}

/// Telephone numbers that a phone dials when they are touched.
enum PhoneLinks {
  static func markup(_ phones: [String]) -> Markup {
    .joined(
      phones.map { phone in
        tag("a", ["class": "phone", "href": "tel:" + phone.filter { "+0123456789".contains($0) }]) {
          phone
        }
      })
  }
}
