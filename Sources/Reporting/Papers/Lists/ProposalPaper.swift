import Planning

/// Which volunteers to ask, and what (R55).
struct ProposalPaper: Sendable {
  let context: PaperContext

  var paper: Paper {
    let title = context.say(fr: "Propositions aux bénévoles", en: "Proposals to volunteers")
    return Paper(
      name: "proposals",
      title: title + " – " + context.formats.shortDate(context.index.plan.date),
      body: tag("article", ["class": "paper list", "aria-labelledby": "proposals-title"]) {
        PaperHead(context: context).markup(title, id: "proposals-title")
        table
      })
  }

  private var table: Markup {
    let proposals = Proposal.all(context)
    guard !proposals.isEmpty else {
      return tag("p") {
        context.say(fr: "Aucun bénévole à solliciter.", en: "No volunteer to ask.")
      }
    }
    return tag("table", ["class": "calls proposals"]) {
      tag("thead") {
        tag("tr") {
          for title in titles {
            tag("th", ["scope": "col", "class": title == titles[3] ? "km" : nil]) { title }
          }
        }
      }
      tag("tbody") {
        for proposal in proposals { line(proposal) }
      }
    }
  }

  private var titles: [String] {
    [
      context.say(fr: "Bénévole", en: "Volunteer"), context.say(fr: "Horaires", en: "Times"),
      context.say(fr: "Voyageurs, communes", en: "Riders, communes"), "km",
      context.say(fr: "Oui", en: "Yes"), context.say(fr: "Non", en: "No"),
    ]
  }

  private func line(_ proposal: Proposal) -> Markup {
    let formats = context.formats
    let name = context.name(proposal.resource)
    let needs = proposal.needs(formats.language)
    return tag("tr", ["class": "first"]) {
      tag("td", ["class": "who"]) {
        tag("strong") { name }
        PhoneLinks.markup(context.phones(proposal.resource))
        if name != proposal.resource { tag("small") { proposal.resource } }
        if let change { tag("p", ["class": "chip"]) { change(proposal) } }
      }
      tag("td") {
        for record in proposal.runs {
          tag("span", ["class": "times"]) { RunList.times(record, context.index) }
        }
      }
      tag("td") {
        tag("strong") {
          formats.count(
            proposal.riders, Bilingual(fr: "voyageur", en: "rider"),
            Bilingual(fr: "voyageurs", en: "riders"))
        }
        tag("span", ["class": "place"]) {
          proposal.communes(context.index).joined(separator: " → ")
        }
        if !needs.isEmpty { tag("small") { formats.capitalized(needs.joined(separator: ", ")) } }
      }
      tag("td", ["class": "km", "data-label": titles[3]]) {
        formats.number(Double(proposal.metres) / 1000)
      }
      tick(titles[4])
      tick(titles[5])
    }
  }

  private func tick(_ label: String) -> Markup {
    tag("td", ["class": "tick", "data-label": label]) { tag("span", ["class": "box"]) { "" } }
  }

  /// How a proposal differs from what the volunteer was told; `nil` where nobody was told anything.
  private var change: ((Proposal) -> String)? {
    guard let previous = context.previous else { return nil }
    return { proposal in
      let before = previous.runs.filter { $0.run.resource == proposal.resource }.map(\.run.stops)
      let now = proposal.runs.map(\.run.stops)
      guard !before.isEmpty else { return context.say(fr: "nouveau", en: "new") }
      return before == now
        ? context.say(fr: "sans changement", en: "unchanged")
        : context.say(fr: "changé", en: "changed")
    }
  }
}

/// `proposals.csv`: the same for a spreadsheet, one row a volunteer.
struct ProposalCsv: Sendable {
  let context: PaperContext

  private static let header: [Bilingual] = [
    Bilingual(fr: "bénévole", en: "volunteer"), Bilingual(fr: "nom", en: "name"),
    Bilingual(fr: "téléphone", en: "phone"), Bilingual(fr: "date", en: "date"),
    Bilingual(fr: "horaires", en: "times"), Bilingual(fr: "voyageurs", en: "riders"),
    Bilingual(fr: "communes", en: "communes"), Bilingual(fr: "besoins", en: "needs"),
    Bilingual(fr: "km", en: "km"), Bilingual(fr: "réponse", en: "answer"),
  ]

  var text: String {
    let formats = context.formats
    var table = CsvTable(header: Self.header.map { $0[formats.language] })
    for proposal in Proposal.all(context) {
      let contact = context.contacts[proposal.resource]
      let who = [proposal.resource, contact?.name ?? "", contact?.phone ?? ""]
      let what = [
        formats.shortDate(context.index.plan.date), proposal.times(context.index),
        "\(proposal.riders)", proposal.communes(context.index).joined(separator: ", "),
        proposal.needs(formats.language).joined(separator: ", "),
      ]
      table.append(
        (who + what).map(CsvTable.plain)
          + [formats.fixedPoint(proposal.metres, decimals: 3, grouped: false), ""])
    }
    return table.text
  }
}
