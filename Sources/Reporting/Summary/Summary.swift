import Planning

/// The plan in words and figures for the terminal.
struct Summary: Sendable {
  let index: PlanIndex
  let formats: Formats

  var text: String {
    let parts = [title, figures, outside, changes, unserved, alerts].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var indicators: Indicators { index.plan.indicators }

  private var title: [String] {
    let day = index.plan.territoryName + " – " + formats.longDate(index.plan.date)
    guard index.plan.approximate else { return [day] }
    let warning = formats.say(
      fr: "Attention : temps de trajet estimés en ligne droite, à vérifier.",
      en: "Mind: travel times are estimated from straight lines; check them.")
    return [day, warning]
  }

  private var figures: [String] {
    var rows: [(String, String)] = [
      (
        formats.say(fr: "Trajets servis", en: "Legs served"),
        part(indicators.servedLegs, of: indicators.legs)
      )
    ]
    for mode in Mode.allCases {
      guard let legs = indicators.servedLegsByMode[mode.rawValue], legs > 0 else { continue }
      rows.append(("  " + mode.title[formats.language], formats.number(Double(legs))))
    }
    let empty = formats.percent(indicators.emptyKilometres, of: indicators.kilometres)
    rows.append(
      (
        formats.say(fr: "Demandes servies", en: "Bookings served"),
        part(indicators.servedBookings, of: indicators.bookings)
      ))
    for use in index.outsideUse {
      let name = formats.say(fr: "Confiés à ", en: "Given to ") + use.title
      rows.append((name, use.text(formats)))
    }
    if !index.plan.standby.isEmpty {
      rows.append((formats.say(fr: "  en attente", en: "  on standby"), standby))
    }
    rows.append((formats.say(fr: "Tournées", en: "Runs"), formats.number(Double(index.runs.count))))
    rows.append(
      (
        formats.say(fr: "Trajets partagés", en: "Shared legs"),
        part(indicators.sharedLegs, of: indicators.servedLegs)
      ))
    if !index.plan.connections.isEmpty {
      rows.append(
        (
          formats.say(fr: "Rabattements", en: "Feeder trips"),
          part(index.plan.connections.count, of: indicators.servedLegs)
        ))
    }
    if let parked = indicators.parkedMinutes {
      rows.append(
        (
          formats.say(fr: "Attente à bord", en: "Waited on board"),
          formats.number(parked) + Formats.noBreak + "min"
        ))
    }
    rows.append(
      (
        formats.say(fr: "Kilomètres", en: "Kilometres"),
        formats.kilometres(indicators.kilometres)
          + formats.say(fr: ", dont \(empty) à vide", en: ", \(empty) of them empty")
      ))
    rows.append((formats.say(fr: "Coût estimé", en: "Estimated cost"), cost))
    if !index.plan.approximate {
      rows.append(
        (
          formats.say(fr: "Temps de trajet", en: "Travel times"),
          TravelWords(formats.language).text(index.plan)
        ))
    }
    if let proof = index.plan.proof {
      rows.append(
        (
          formats.say(fr: "Qualité prouvée", en: "Proven quality"),
          ProofWords(formats.language).text(proof)
        ))
    }
    return aligned(rows)
  }

  /// Bookings that came after the deadline.
  private var standby: String {
    let unserved = Set(index.plan.unserved.map(\.booking))
    let all = index.plan.standby
    return part(all.filter { !unserved.contains($0) }.count, of: all.count)
      + formats.say(fr: ", demandées après l’heure limite", en: ", booked after the deadline")
  }

  /// Who must be told what; nothing where no plan was told before.
  private var changes: [String] {
    guard let changes = index.plan.changes else { return [] }
    let words = ChangesTitle(index.audience)
    guard !changes.changes.isEmpty else { return [words.none[formats.language]] }
    let price = formats.euros(changes.price)
    let count = formats.say(
      fr: "(\(changes.changes.count) changements, \(price) de stabilité)",
      en: "(\(changes.changes.count) changes, \(price) of stability)")
    return [words.short[formats.language] + " " + count]
      + changes.changes.map { "  \($0.person) – " + $0.text[formats.language] }
  }

  private func part(_ part: Int, of whole: Int) -> String {
    let share = formats.percent(Double(part), of: Double(whole))
    let (a, b) = (formats.number(Double(part)), formats.number(Double(whole)))
    return formats.say(fr: "\(a) sur \(b) (\(share))", en: "\(a) of \(b) (\(share))")
  }

  private var cost: String {
    let amount = formats.euros(indicators.cost)
    guard let alone = indicators.costUnshared else { return amount }
    let gain = formats.percent(alone - indicators.cost, of: alone)
    return amount
      + formats.say(
        fr: " (\(gain) de moins que sans partage)", en: " (\(gain) less than without sharing)")
  }

  /// Titles padded to one width, figures beside them.
  private func aligned(_ rows: [(String, String)]) -> [String] {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { $0 + String(repeating: " ", count: width - $0.count + 2) + $1 }
  }

  private var outside: [String] {
    guard !index.plan.outside.isEmpty else { return [] }
    let title = formats.say(fr: "Confié à l’extérieur", en: "Given away outside")
    let colon = formats.say(fr: " : ", en: ": ")
    return [title]
      + index.plan.outside.map { ride in
        "    \(ride.rider) (\(ride.booking))" + colon + index.wish(ofLeg: ride.leg, formats) + " – "
          + index.fallbackTitle(ride.fallback) + ", " + formats.euros(ride.price)
      }
  }

  private var unserved: [String] {
    let count = index.plan.unserved.count
    guard count > 0 else {
      return [formats.say(fr: "Toutes les demandes sont servies.", en: "Every booking is served.")]
    }
    let bookings = formats.count(
      count, Bilingual(fr: "demande", en: "booking"), Bilingual(fr: "demandes", en: "bookings"))
    var lines = [formats.say(fr: "Non servi : ", en: "Not served: ") + bookings]
    for group in UnservedGroup.all(index.plan.unserved) {
      lines.append("  " + group.title(formats) + " (\(group.bookings.count))")
      lines += group.bookings.flatMap(lines(for:))
    }
    return lines
  }

  private func lines(for item: UnservedBooking) -> [String] {
    let wishes = item.legs.map { index.wish(ofLeg: $0, formats) }.joined(separator: " / ")
    let reasons = item.distinctReasons.flatMap { reason in
      ["      " + reason.text[formats.language]]
        + (reason.leastChange.map { change in
          [
            "      " + formats.say(fr: "Changement possible. ", en: "Possible change. ")
              + change.text[formats.language]
          ]
        } ?? [])
    }
    let colon = formats.say(fr: " : ", en: ": ")
    return ["    \(item.rider) (\(item.booking))\(colon)\(wishes)"] + reasons
  }

  private var alerts: [String] {
    let alerts = Alert.all(in: index)
    guard !alerts.isEmpty else { return [] }
    var lines = [formats.say(fr: "À vérifier", en: "To check")]
    for kind in Alert.Kind.allCases {
      let some = alerts.filter { $0.kind == kind }
      guard !some.isEmpty else { continue }
      lines.append("  " + kind.title[formats.language] + " (\(some.count))")
      lines += some.map { "    " + $0.text[formats.language] }
    }
    return lines
  }
}
