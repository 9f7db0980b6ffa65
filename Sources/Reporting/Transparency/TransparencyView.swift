import DialARide
import Planning

/// How rides are decided on: rules, weights, data used, and what people decide (R66, CRPA L.311-3-1 and L.312-1-3).
struct TransparencyView: Sendable {
  let index: PlanIndex
  let formats: Formats
  /// On a sheet of its own everything is open; on the page the figures are folded away.
  let isOpen: Bool

  var markup: Markup {
    tag(
      "section",
      ["id": "transparency", "aria-labelledby": isOpen ? Self.sheetTitle : "transparency-title"]
    ) {
      if !isOpen {
        tag("h2", ["id": "transparency-title"]) {
          formats.say(fr: "Comment les trajets sont décidés", en: "How rides are decided on")
        }
      }
      for paragraph in [purpose, human, choice] { part(paragraph.title, paragraph.lines) }
      objectives
      for paragraph in [data, explanation] { part(paragraph.title, paragraph.lines) }
      heading(formats.say(fr: "Règles et chiffres", en: "Rules and figures"))
      tag("p") { confirmation }
      for id in index.plan.profiles { profile(id) }
    }
  }

  /// Id of the heading of the sheet of its own.
  static let sheetTitle = "how-title"

  private struct Part {
    let title: String
    let lines: [String]
  }

  private func heading(_ title: String) -> Markup {
    isOpen ? tag("h2") { title } : tag("h3") { title }
  }

  private func part(_ title: String, _ lines: [String]) -> Markup {
    .joined([heading(title)] + lines.map { line in tag("p") { line } })
  }

  private var purpose: Part {
    Part(
      title: formats.say(fr: "À quoi sert cette fiche", en: "What this sheet is for"),
      lines: [
        formats.say(
          fr: "Un programme, Camin, prépare les trajets de chacun. Cette fiche en dit les règles "
            + "principales, comme le demande le code des relations entre le public et "
            + "l’administration (articles L. 311-3-1 et L. 312-1-3).",
          en:
            "A program, Camin, prepares everyone’s rides. This sheet states its main rules, as the "
            + "French code of relations between the public and the administration asks (articles "
            + "L. 311-3-1 and L. 312-1-3).")
      ])
  }

  private var human: Part {
    let locks = formats.count(
      index.scenario.locks.count, Bilingual(fr: "décision", en: "decision"),
      Bilingual(fr: "décisions", en: "decisions"))
    return Part(
      title: formats.say(fr: "Ce que décident les personnes", en: "What people decide"),
      lines: [
        formats.say(
          fr:
            "Le programme propose, il n’annonce rien de lui-même : la coordination relit le plan, "
            + "le change si elle veut et l’annonce. Elle peut imposer ou interdire un conducteur, un "
            + "ordre, une heure ; le programme obéit et dit ce que cela contredit. Ce plan tient "
            + "compte de \(locks) de ce genre. Un bénévole peut refuser un trajet.",
          en: "The program proposes and tells nobody anything by itself: the coordinator reads the "
            + "plan, changes it at will and tells people. He or she can impose or forbid a driver, an "
            + "order, a time; the program obeys and says what that goes against. This plan obeys "
            + "\(locks) of this kind. A volunteer may decline a ride.")
      ])
  }

  private var choice: Part {
    let priorities = PriorityWords.list(index.scenario.territory.priorities, formats)
    let order = formats.say(
      fr:
        "Aucune règle impérative n’est enfreinte pour servir quelqu’un de plus. Ensuite comptent, "
        + "dans cet ordre, les trajets non servis, le coût, le confort, l’équité entre bénévoles et "
        + "la stabilité de ce qui a été annoncé.",
      en:
        "No hard rule is broken to serve one rider more. After that count, in this order, legs not "
        + "served, cost, comfort, fairness among volunteers and the stability of what was told.")
    let weights =
      priorities.isEmpty
      ? formats.say(
        fr: "Tous les trajets ont le même poids.", en: "All legs have the same weight.")
      : formats.say(
        fr: "Poids d’un trajet refusé, selon sa priorité : ",
        en: "Weight of a leg refused, by its priority: ")
        + priorities.joined(separator: ", ") + "."
    let refused =
      index.scenario.riders.contains { $0.refusedLately > 0 }
      ? [
        formats.say(
          fr:
            "La demande d’une personne refusée ces dernières semaines compte davantage, de la même "
            + "façon pour tous : voir les chiffres plus bas.",
          en: "Whoever was refused in the last weeks weighs more, everyone alike: see the figures "
            + "below.")
      ] : []
    return Part(
      title: formats.say(fr: "Comment le programme choisit", en: "How the program chooses"),
      lines: [order, weights] + refused + [
        formats.say(
          fr: "Aucune note personnelle n’est donnée aux voyageurs.",
          en: "Riders are given no personal score.")
      ])
  }

  private var objectives: Markup {
    guard !index.plan.tiers.isEmpty else { return .nothing }
    return tag("table", ["class": "tiers"]) {
      tag("caption") { formats.say(fr: "Dans ce plan", en: "In this plan") }
      tag("tbody") {
        for tier in index.plan.tiers {
          tag("tr") {
            tag("th", ["scope": "row"]) { TierWords.title(tier.id)[formats.language] }
            tag("td") { TierWords.amount(tier, formats) }
          }
        }
      }
    }
  }

  private var data: Part {
    let scenario = index.scenario
    let (bookings, riders) = (scenario.bookings.count, scenario.riders.count)
    let (volunteers, vehicles) = (scenario.volunteers.count, scenario.vehicles.count)
    return Part(
      title: formats.say(fr: "Données employées", en: "Data used"),
      lines: [
        formats.say(
          fr:
            "Demandes (\(bookings)) : lieux, heures souhaitées, besoins, accompagnants, objet en un "
            + "mot, prescription ou non. Voyageurs (\(riders)) : lieu de vie, besoins, critère social, refus récents. "
            + "Bénévoles (\(volunteers)) : domicile, disponibilités, souhaits, limites, kilomètres de l’année, "
            + "courses récentes. "
            + "Véhicules (\(vehicles)) : places, horaires, coûts.",
          en:
            "Bookings (\(bookings)): places, times asked for, needs, companions, purpose in a word, "
            + "whether prescribed. Riders (\(riders)): where they live, needs, social criterion, recent "
            + "refusals. "
            + "Volunteers (\(volunteers)): home, hours offered, wishes, limits, kilometres of the year, "
            + "recent trips. "
            + "Vehicles (\(vehicles)): seats, hours, costs."),
        formats.say(
          fr:
            "Le calcul ne connaît ni nom, ni téléphone, ni date de naissance, ni diagnostic : chacun "
            + "y porte un pseudonyme. Temps de trajet : "
            + TravelWords(formats.language).text(index.plan) + ".",
          en:
            "The reckoning knows neither name nor telephone, birth date or diagnosis: everyone has a "
            + "pseudonym there. Travel times: " + TravelWords(formats.language).text(index.plan)
            + "."),
      ])
  }

  private var explanation: Part {
    let proof = index.plan.proof.map { " " + formats.capitalized(proofText($0)) + "." } ?? ""
    return Part(
      title: formats.say(fr: "Demander une explication", en: "Asking for an explanation"),
      lines: [
        formats.say(
          fr:
            "Chacun peut demander pourquoi son trajet est organisé ainsi, ou n’est pas assuré. La "
            + "coordination l’obtient pour un trajet avec « camin explain » : la règle en cause, sa "
            + "source, et le plus petit changement qui rendrait le trajet possible." + proof,
          en:
            "Everyone may ask why a ride is organised so, or not provided. The coordinator gets it "
            + "for a leg with “camin explain”: the rule behind it, its source, and the least change "
            + "that would make the ride possible." + proof)
      ])
  }

  private func proofText(_ proof: ProvenBound) -> String {
    ProofWords(formats.language).text(proof)
  }

  private var confirmation: String {
    let profiles = index.plan.profiles.compactMap(index.profile)
    let all = profiles.reduce(0) { $0 + $1.figures.count }
    let open = profiles.reduce(0) { $0 + $1.unconfirmed.count }
    return formats.say(
      fr:
        "\(all) chiffres, dont \(open) qu’aucun texte officiel lu ne confirme : leur état et leur "
        + "source sont dits.",
      en:
        "\(all) figures, \(open) of which no official text that was read confirms: their status and "
        + "source are told.")
  }

  private func profile(_ id: String) -> Markup {
    guard let profile = index.profile(id) else { return tag("p") { id } }
    let figures = profile.figures.sorted { $0.key < $1.key }
    // Many figures rest on one text: it is named once.
    var sources: [String] = []
    for source in figures.map(\.value.source) where !sources.contains(source) {
      sources.append(source)
    }
    return tag("details", ["class": "profile", "open": isOpen ? "open" : nil]) {
      tag("summary") {
        tag("strong") { profile.title[formats.language] }
        " " + ProfileWords(formats.language).text(profile)
      }
      tag("table", ["class": "figures-of"]) {
        tag("thead") {
          tag("tr") {
            for title in [
              formats.say(fr: "Règle", en: "Rule"), formats.say(fr: "Chiffre", en: "Figure"),
              formats.say(fr: "État", en: "Status"), formats.say(fr: "Source", en: "Source"),
            ] {
              tag("th", ["scope": "col"]) { title }
            }
          }
        }
        tag("tbody") {
          for (key, figure) in figures {
            row(key, figure, profile.kind, source: (sources.firstIndex(of: figure.source) ?? 0) + 1)
          }
        }
      }
      tag("ol", ["class": "sources"]) {
        for source in sources { tag("li") { source } }
      }
    }
  }

  private func row(_ key: String, _ figure: Figure, _ kind: String, source: Int) -> Markup {
    let words = FigureWords(formats: formats)
    return tag("tr") {
      tag("th", ["scope": "row"]) {
        formats.capitalized(words.title(key, kind: kind))
        tag("code") { " " + key }
      }
      tag("td", ["class": "value"]) { words.value(figure, key: key) }
      tag("td") { ProfileWords(formats.language).status(figure.status) }
      tag("td", ["class": "source"]) { "\(source)" }
    }
  }
}

/// The transparency sheet as a paper.
struct TransparencyPaper: Sendable {
  let context: PaperContext

  var paper: Paper {
    let title = context.say(
      fr: "Comment les trajets sont décidés", en: "How rides are decided on")
    return Paper(
      name: "transparency", title: title,
      body: tag(
        "article", ["class": "paper transparency", "aria-labelledby": TransparencyView.sheetTitle]
      ) {
        PaperHead(context: context).markup(title, id: TransparencyView.sheetTitle)
        TransparencyView(index: context.index, formats: context.formats, isOpen: true).markup
      })
  }
}
