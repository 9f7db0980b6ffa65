import Planning

/// What one driver takes along: all runs of the day on one sheet of paper, or on a phone without network (R55).
///
/// It holds what this driver needs and nothing of anybody else.
struct RunSheet: Sendable {
  let context: PaperContext
  let resource: String
  /// Of this driver; none where he or she was told to drive and is no longer asked.
  let runs: [RunRecord]

  /// Rows that fit one page in the ordinary size, and in a smaller one.
  private static let ordinaryRows = 11
  private static let smallRows = 14

  var paper: Paper {
    let name = context.name(resource)
    return Paper(
      name: "sheets/" + PaperName.file(resource),
      title: context.say(fr: "Feuille de route – ", en: "Run sheet – ") + name + " – "
        + context.formats.shortDate(context.index.plan.date), body: body)
  }

  private var title: String { "sheet-" + PaperName.file(resource) }

  private var body: Markup {
    let changes = SheetChanges(of: resource, runs: runs, context)
    return tag(
      "article", ["class": "paper sheet " + density, "aria-labelledby": title]
    ) {
      header(changes)
      if runs.isEmpty {
        tag("p", ["class": "cancelled"]) {
          context.say(
            fr: "Vos trajets de ce jour sont annulés. Merci de ne pas partir.",
            en: "Your runs of this day are cancelled. Please do not set out.")
        }
      }
      for record in runs { run(record, changes) }
      if let changes { dropped(changes.dropped) }
      if !runs.isEmpty { blanks }
      footer
    }
  }

  private var density: String {
    let rows = runs.reduce(0) { $0 + $1.run.stops.count + 3 }
    return rows <= Self.ordinaryRows ? "roomy" : rows <= Self.smallRows ? "dense" : "denser"
  }

  private func header(_ changes: SheetChanges?) -> Markup {
    tag("header") {
      tag("div") {
        tag("h1", ["id": title]) { context.name(resource) }
        tag("p") { who }
      }
      tag("div", ["class": "day"]) {
        tag("p") { tag("strong") { context.day } }
        tag("p") { context.index.plan.territoryName }
        tag("p", ["class": "issue"]) {
          tag("strong") { context.issueText }
          if let note = changeNote(changes) { " – " + note }
        }
        if let phone = context.coordinationPhone {
          tag("p", ["class": "help"]) {
            context.say(fr: "Un souci ? ", en: "Any trouble? ")
            PhoneLinks.markup([phone])
          }
        }
      }
    }
  }

  private func changeNote(_ changes: SheetChanges?) -> String? {
    guard let changes, !changes.isFirst else { return nil }
    return context.say(
      fr: "remplace la feuille d’avant ; les lignes changées sont marquées",
      en: "replaces the sheet before; lines that changed are marked")
  }

  private var who: String {
    let run = runs.first?.run ?? context.previous?.runs.first { $0.run.resource == resource }?.run
    let mode = run.map { context.formats.capitalized($0.mode.title[context.formats.language]) }
    let code = context.name(resource) == resource ? nil : resource
    return [mode, run?.carrier, code].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  private func run(_ record: RunRecord, _ changes: SheetChanges?) -> Markup {
    let index = context.index
    let formats = context.formats
    let facts = [
      context.say(fr: "Tournée ", en: "Run ") + record.run.id, RunList.times(record, index),
      RunList.load(record, formats),
    ]
    return tag("section", ["class": "shift"]) {
      tag("h2") { facts.joined(separator: " · ") }
      if let layout = SeatWords.text(record.run, index, formats) {
        tag("p", ["class": "layout"]) { context.say(fr: "À bord : ", en: "On board: ") + layout }
      }
      SheetRows(context: context, record: record, changes: changes).markup
    }
  }

  /// Struck through, so that nobody goes where nobody waits.
  private func dropped(_ stops: [RunStop]) -> Markup {
    guard !stops.isEmpty else { return .nothing }
    return tag("section", ["class": "dropped"]) {
      tag("h2") { context.say(fr: "Supprimé depuis la feuille d’avant", en: "No longer asked") }
      tag("ul") {
        for stop in stops {
          tag("li") {
            tag("s") {
              context.index.clock.text(stop.time) + " "
                + stop.kind.title[context.formats.language] + " " + context.name(stop.rider) + ", "
                + context.index.fullName(stop.place)
            }
          }
        }
      }
    }
  }

  private var blanks: Markup {
    tag("table", ["class": "blanks"]) {
      tag("tbody") {
        tag("tr") {
          for title in [
            context.say(fr: "Compteur au départ", en: "Odometer at departure"),
            context.say(fr: "Compteur au retour", en: "Odometer on return"),
            context.say(fr: "Remarques", en: "Notes"),
            context.say(fr: "Signature", en: "Signature"),
          ] {
            tag("td") { title }
          }
        }
      }
    }
  }

  private var footer: Markup {
    let index = context.index
    let formats = context.formats
    let travel = TravelWords(formats.language).foot(index.plan)
    let rules = runs.first.map { index.rulesFoot($0.run.mode, formats) } ?? ""
    let lines = [travel, rules, context.planMark].filter { !$0.isEmpty }
    return tag("footer") { tag("p") { lines.joined(separator: " ") } }
  }
}

/// File names made of ids.
enum PaperName {
  /// Plain letters, digits and `-` stay; every other sign becomes its code, so that two ids never share a name.
  static func file(_ id: String) -> String {
    var name = ""
    for scalar in id.unicodeScalars {
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
      name += isPlain ? String(scalar) : "_" + String(scalar.value, radix: 16) + "_"
    }
    return name
  }
}
