public import Planning

/// The yearly report on transport d'utilité sociale, as it is due to the prefect before 1 March (R61).
public struct SocialTransportReport: Sendable {
  private let year: SocialTransportYear
  private let title: String
  private let formats: Formats

  public init(_ year: SocialTransportYear, territory: String, language: Language) {
    self.year = year
    title = territory
    formats = Formats(language)
  }

  private struct Row {
    var id: String
    var title: String
    var value: String
  }

  private var rows: [Row] {
    func row(_ id: String, _ fr: String, _ en: String, _ value: String) -> Row {
      Row(id: id, title: formats.say(fr: fr, en: en), value: value)
    }
    func whole(_ number: Int) -> String { formats.number(Double(number)) }
    let none = "–"
    return [
      row(
        "days", "Jours dont quelque chose est noté", "Days of which something was noted",
        whole(year.days)),
      row("drivers", "Conducteurs, tous bénévoles", "Drivers, all volunteers", whole(year.drivers)),
      row("beneficiaries", "Bénéficiaires", "Beneficiaries", whole(year.beneficiaries)),
      row(
        "beneficiaries_by_place", "  au titre du lieu de résidence", "  by place of residence",
        whole(year.beneficiariesByPlace)),
      row(
        "beneficiaries_by_resources", "  au titre des ressources", "  by resources",
        whole(year.beneficiariesByResources)),
      row(
        "beneficiaries_of_none", "  sur décision de la coordination",
        "  on the coordinator’s decision", whole(year.beneficiariesOfNone)),
      row("vehicles", "Véhicules", "Vehicles", whole(year.vehicles)),
      row(
        "mean_seats", "  capacité moyenne, sans le conducteur",
        "  mean capacity, without the driver",
        year.meanSeats.map { formats.number($0, decimals: 1) } ?? none),
      row("trips", "Trajets réalisés", "Trips", whole(year.trips)),
      row("companions", "  accompagnants", "  companions", whole(year.companions)),
      row(
        "mean_km", "Distance moyenne", "Mean distance",
        year.meanKilometres.map { formats.kilometres($0) } ?? none),
      row(
        "kilometres", "Distance totale à bord", "Total distance on board",
        formats.kilometres(year.kilometres)),
      row(
        "share_rate", "Participation demandée, par km", "Participation asked, by km",
        rates(year.shareRates)),
      row("share_cap", "  plafond", "  cap", rates(year.shareCaps)),
      row(
        "shares", "Participations, en tout", "Participations, in all",
        formats.euros(Double(year.sharesCents) / 100)),
      row(
        "mean_share", "  par trajet", "  by trip",
        year.meanShareCents.map { formats.euros($0 / 100) } ?? none),
      row(
        "trips_too_long", "Trajets au-delà de la distance permise",
        "Trips beyond the distance allowed", whole(year.tripsTooLong)),
      row(
        "unreported_legs", "Trajets dont rien n’est noté, non comptés",
        "Legs of which nothing was noted, not counted", whole(year.unreportedLegs)),
    ]
  }

  private func rates(_ rates: [Double]) -> String {
    rates.isEmpty ? "–" : rates.map { formats.euros($0) }.joined(separator: ", ")
  }

  /// For the terminal, or to print.
  public var text: String {
    var grid = TextGrid(right: [1])
    for row in rows { grid.append([row.title, row.value]) }
    let heading = formats.say(
      fr: "Transport d’utilité sociale : rapport de l’année ",
      en: "Transport d’utilité sociale: report of the year ")
    return heading + "\(year.year)\n" + title + "\n\n" + grid.text + "\n"
      + formats.say(
        fr: """
          À adresser au préfet avant le 1er mars (code des transports, R.3133-5 ; source secondaire). Un trajet est un \
          aller ou un retour ; la distance est celle à bord, relevée ou du chemin prévu ; la participation est calculée \
          selon le profil, sous le plafond. Chaque bénévole conduit sa propre voiture.

          """,
        en: """
          Due to the prefect before 1 March (code des transports, R.3133-5; secondary source). A trip is one way; its \
          distance is the one on board, noted or of the planned way; participation is reckoned by the profile, under the \
          cap. Each volunteer drives the own car.

          """)
  }

  /// `tus.csv`: one row a figure.
  public var table: String {
    var table = CsvTable(header: [
      formats.say(fr: "rubrique", en: "figure"), formats.say(fr: "libellé", en: "title"),
      formats.say(fr: "valeur", en: "value"),
    ])
    for row in rows {
      table.append([
        row.id, String(row.title.drop { $0 == " " }), row.value.replacing("\u{A0}", with: " "),
      ])
    }
    return table.text
  }
}
