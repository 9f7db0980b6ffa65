import Planning

/// The day in a handful of figures.
struct KeyFigures: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    tag("section", ["id": "figures", "aria-labelledby": "figures-title"]) {
      tag("h2", ["id": "figures-title"]) { formats.say(fr: "L’essentiel", en: "At a glance") }
      tag("dl", ["class": index.hasOutside ? "figures seven" : "figures"]) {
        served
        if index.hasOutside { outside }
        unserved
        runs
        kilometres
        sharing
        cost
      }
    }
  }

  private var indicators: Indicators { index.plan.indicators }

  private func figure(_ title: String, _ value: String, of whole: String = "", _ note: String)
    -> Markup
  {
    tag("div", ["class": "figure"]) {
      tag("dt") { title }
      tag("dd") {
        tag("span", ["class": "value"]) {
          value
          if !whole.isEmpty { tag("small") { " " + whole } }
        }
        tag("span", ["class": "note"]) { note }
      }
    }
  }

  private var served: Markup {
    let byMode = Mode.allCases.compactMap { mode -> String? in
      guard let legs = indicators.servedLegsByMode[mode.rawValue], legs > 0 else { return nil }
      return mode.shortTitle[formats.language] + Formats.noBreak + "\(legs)"
    }
    return figure(
      formats.say(fr: "Trajets servis", en: "Legs served"),
      formats.number(Double(indicators.servedLegs)),
      of: formats.say(fr: "sur", en: "of") + Formats.noBreak
        + formats.number(Double(indicators.legs)), byMode.joined(separator: " · "))
  }

  /// R33: served dearer is told apart from served and from not served.
  private var outside: Markup {
    let count = index.plan.outside.count
    let use = index.outsideUse.filter { !$0.rides.isEmpty }
    return figure(
      formats.say(fr: "Trajets confiés à l’extérieur", en: "Legs given away outside"),
      formats.number(Double(count)),
      use.map { $0.title + " " + formats.euros($0.spent) }.joined(separator: " · "))
  }

  private var unserved: Markup {
    let count = index.plan.unserved.count
    let note =
      count == 0
      ? formats.say(fr: "toutes les demandes ont une réponse", en: "every booking is answered")
      : formats.say(fr: "motifs et solutions plus bas", en: "reasons and ways out below")
    return figure(
      formats.say(fr: "Demandes non servies", en: "Bookings not served"),
      formats.number(Double(count)),
      of: formats.say(fr: "sur", en: "of") + Formats.noBreak
        + formats.number(Double(indicators.bookings)), note)
  }

  private var runs: Markup {
    let byMode = Mode.allCases.compactMap { mode -> String? in
      let count = index.runs.filter { $0.run.mode == mode }.count
      return count == 0 ? nil : mode.shortTitle[formats.language] + Formats.noBreak + "\(count)"
    }
    return figure(
      formats.say(fr: "Tournées", en: "Runs"), formats.number(Double(index.runs.count)),
      byMode.joined(separator: " · "))
  }

  private var kilometres: Markup {
    let empty = formats.percent(indicators.emptyKilometres, of: indicators.kilometres)
    return figure(
      formats.say(fr: "Kilomètres", en: "Kilometres"), formats.number(indicators.kilometres),
      formats.say(fr: "dont \(empty) à vide", en: "\(empty) of them empty"))
  }

  private var sharing: Markup {
    let share = formats.percent(Double(indicators.sharedLegs), of: Double(indicators.servedLegs))
    let occupancy = formats.number(indicators.occupancy, decimals: 2)
    let parked = indicators.parkedMinutes.map { minutes in
      let minutes = formats.number(minutes)
      return formats.say(
        fr: "\(minutes) min d’attente à bord", en: "\(minutes) min waited on board")
    }
    let note = formats.say(
      fr: "\(occupancy) voyageur par km en charge", en: "\(occupancy) riders per loaded km")
    return figure(
      formats.say(fr: "Trajets partagés", en: "Shared legs"), share,
      [note, parked].compactMap(\.self).joined(separator: " · "))
  }

  private var cost: Markup {
    let saving = indicators.costUnshared.map { alone in
      let gain = formats.percent(alone - indicators.cost, of: alone)
      return formats.say(
        fr: "\(gain) de moins que sans partage (\(formats.euros(alone, decimals: 0)))",
        en: "\(gain) less than without sharing (\(formats.euros(alone, decimals: 0)))")
    }
    let proof = index.plan.proof.map(ProofWords(formats.language).text)
    return figure(
      formats.say(fr: "Coût estimé", en: "Estimated cost"),
      formats.euros(indicators.cost, decimals: 0),
      [saving, proof].compactMap { $0 }.joined(separator: " · "))
  }
}
