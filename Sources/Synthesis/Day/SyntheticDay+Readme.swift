import Planning

extension SyntheticDay {
  /// The `README.md` of the scenario's folder, in French and English: what it holds, how to make it
  /// again, what is real and what made up, whose data it rests on.
  ///
  /// - Parameter command: the exact command line that makes the folder.
  public func readme(command: String) -> String {
    let profile = territory.profile
    return """
      # \(profile.name), \(spec.date.text)

      \(section(.french, command: command))

      ---

      \(section(.english, command: command))

      """
  }

  private func section(_ language: Language, command: String) -> String {
    let profile = territory.profile
    func say(_ fr: String, _ en: String) -> String { Bilingual(fr: fr, en: en)[language] }
    func list(_ lines: [Bilingual]) -> String {
      lines.map { "- " + $0[language] }.joined(separator: "\n")
    }
    let intro = say(
      """
      Journée **fabriquée** sur une géographie réelle : aucune personne, aucune réservation, \
      aucun domicile n’est celui de quelqu’un. Les domiciles sont tirés au hasard dans des \
      carrés habités d’un kilomètre, puis arrondis au millième de degré.
      """,
      """
      A day **made up** on real geography: no person, booking or home is anybody's. Homes are \
      drawn at random in inhabited one-kilometre squares, then rounded to a thousandth of a degree.
      """)
    return [
      intro, counts(language), say("Pour la refaire :", "To make it again:"),
      "    " + command, say("Hypothèses :", "Assumptions:"), list(profile.assumptions),
      say("Sources et licences :", "Sources and licences:"), list(profile.attribution),
    ].joined(separator: "\n\n")
  }

  private func counts(_ language: Language) -> String {
    let bookings = scenario.bookings
    func legs(_ matches: (Booking) -> Bool) -> Int {
      bookings.filter(matches).reduce(0) { $0 + $1.legs.count }
    }
    func vehicles(_ mode: Mode) -> Int { scenario.vehicles.filter { $0.mode == mode }.count }
    func riders(_ need: String) -> Int {
      scenario.riders.filter { $0.needs.contains(need) }.count
    }
    let rows: [(Bilingual, Int)] = [
      (Bilingual(fr: "trajets", en: "legs"), legs { _ in true }),
      (
        Bilingual(
          fr: "… de patients, remboursés", en: "… of patients, reimbursed"),
        legs(\.insured)
      ),
      (Bilingual(fr: "réservations", en: "bookings"), bookings.count),
      (
        Bilingual(fr: "… avec aller et retour liés", en: "… with linked outward and return"),
        bookings.filter { $0.legs.count > 1 }.count
      ),
      (Bilingual(fr: "voyageurs en fauteuil", en: "riders in a wheelchair"), riders("wheelchair")),
      (Bilingual(fr: "bénévoles", en: "volunteers"), scenario.volunteers.count),
      (
        Bilingual(fr: "minibus de transport à la demande", en: "demand-responsive minibuses"),
        vehicles(.tad)
      ),
      (Bilingual(fr: "VSL", en: "VSL"), vehicles(.vsl)),
      (Bilingual(fr: "taxis conventionnés", en: "conventioned taxis"), vehicles(.taxi)),
      (Bilingual(fr: "lieux", en: "places"), scenario.places.count),

    ]
    return (["| | |", "|---|---:|"] + rows.map { "| \($0.0[language]) | \($0.1) |" })
      .joined(separator: "\n")
  }
}
