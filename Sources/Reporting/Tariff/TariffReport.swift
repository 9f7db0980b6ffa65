public import Planning

/// What the rides of a plan cost the insurance and the riders, for people: text and table.
public struct TariffReport: Sendable {
  let tariff: DayTariff
  let profiles: [RuleProfile]
  let title: String
  let formats: Formats

  /// - Parameter rules: those that the tariff was reckoned by.
  public init(_ tariff: DayTariff, of plan: Plan, rules: RuleBook, language: Language) {
    self.tariff = tariff
    let formats = Formats(language)
    self.formats = formats
    title = plan.territoryName + ", " + formats.longDate(plan.date)
    let kinds: [RuleKind] = [.vsl, .taxi, .tus, .volunteer, .tad]
    profiles = kinds.map(rules.profile)
  }

  /// For the terminal.
  public var text: String {
    let sections = [patientsText, missingText, sharesText, volunteersText, faresText, notes]
    return title + "\n" + sections.filter { !$0.isEmpty }.map { "\n" + $0 }.joined()
  }

  /// `tariff.csv`: one row a ride or a volunteer's run.
  public var table: String { TariffCsv(tariff: tariff, formats: formats).text }

  // MARK: Patients

  private var patientsText: String {
    let heading = say(
      "Transport de patients assis, une ligne par patient", "Seated patients, one line a patient")
    guard !tariff.patients.isEmpty else {
      return heading + say(" : aucun.\n", ": none.\n")
    }
    var grid = TextGrid(right: [4, 5, 6, 7, 8])
    grid.append([
      say("trajet", "leg"), say("patient", "patient"), say("véhicule", "vehicle"),
      say("offre", "mode"), "km", say("patients", "patients"), say("montant", "amount"),
      say("seul", "alone"), say("économie", "saving"),
    ])
    for line in tariff.patients {
      grid.append([
        line.leg, line.rider, line.resource, line.mode.shortTitle[formats.language],
        formats.number(Double(line.metres) / 1000, decimals: 1), "\(line.patients)",
        cents(line.amount?.totalCents), cents(line.alone?.totalCents), cents(line.savingCents),
      ])
    }
    let known = tariff.patients.filter { $0.amount != nil && $0.alone != nil }
    let sum = known.reduce(0) { $0 + ($1.amount?.totalCents ?? 0) }
    let saved = known.reduce(0) { $0 + ($1.savingCents ?? 0) }
    let total =
      known.isEmpty
      ? ""
      : say("Total de \(known.count) ligne(s) : ", "Total of \(known.count) line(s): ") + cents(sum)
        + say(" ; économie : ", "; saving: ") + cents(saved) + "\n"
    return heading + "\n" + grid.text + total
  }

  private var missingText: String {
    let open = tariff.patients.count { $0.amount == nil }
    guard open > 0 else { return "" }
    let list = tariff.missing.joined(separator: ", ")
    return say(
      """
      \(open) ligne(s) sans montant : il manque \(list). Camin n’invente pas de tarif : donnez \
      --taxi-rate, --department, ou le chiffre dans un profil du jour (rules/).

      """,
      """
      \(open) line(s) without an amount: missing \(list). Camin makes up no tariff: give --taxi-rate, \
      --department, or the figure in a profile of the day (rules/).

      """)
  }

  // MARK: Volunteers

  private var sharesText: String {
    guard !tariff.shares.isEmpty else { return "" }
    var grid = TextGrid(right: [3, 4, 5])
    grid.append([
      say("trajet", "leg"), say("passager", "rider"), say("bénévole", "volunteer"), "km",
      say("à bord", "on board"), say("participation", "share"), "",
    ])
    for line in tariff.shares {
      grid.append([
        line.leg, line.rider, line.resource,
        formats.number(Double(line.metres) / 1000, decimals: 1), "\(line.riders)",
        cents(line.shareCents), line.isMinimum ? say("minimum", "minimum") : "",
      ])
    }
    return say("Participation des passagers des bénévoles", "Share of riders with volunteers")
      + "\n" + grid.text
  }

  private var volunteersText: String {
    guard !tariff.volunteers.isEmpty else { return "" }
    var grid = TextGrid(right: [1, 2, 3])
    grid.append([
      say("tournée", "run"), say("km remboursés", "km reimbursed"),
      say("remboursement", "reimbursement"), say("participations", "shares"),
    ])
    for line in tariff.volunteers {
      grid.append([
        line.run, formats.number(Double(line.metres) / 1000, decimals: 1),
        cents(line.reimbursedCents), cents(line.sharesCents),
      ])
    }
    let heading = say(
      "Bénévoles, du domicile au domicile", "Volunteers, from home back to home")
    return heading + "\n" + grid.text
  }

  // MARK: Demand-responsive services

  private var faresText: String {
    guard !tariff.fares.isEmpty else { return "" }
    var grid = TextGrid(right: [3, 4, 5])
    grid.append([
      say("trajet", "leg"), say("voyageur", "rider"), say("véhicule", "vehicle"), "km",
      say("accompagnants", "companions"), say("prix", "fare"),
    ])
    for line in tariff.fares {
      grid.append([
        line.leg, line.rider, line.resource,
        formats.number(Double(line.metres) / 1000, decimals: 1), "\(line.companions)",
        cents(line.fareCents),
      ])
    }
    let sum = tariff.fares.reduce(0) { $0 + $1.fareCents }
    return say("Voyageurs du transport à la demande", "Riders of demand-responsive transport")
      + "\n" + grid.text
      + say(
        "Total de \(tariff.fares.count) trajet(s) : ", "Total of \(tariff.fares.count) ride(s): ")
      + cents(sum) + "\n"
  }

  // MARK: What it rests on

  private var notes: String {
    let words = ProfileWords(formats.language)
    let rules = profiles.map { "  " + words.text($0) + "\n" }.joined()
    return say("Règles :\n", "Rules:\n") + rules
      + say(
        """
        Estimation, sans valeur de facture. L’abattement porte sur la prise en charge, les kilomètres et la majoration de \
        nuit ou de fin de semaine ; le supplément VSL pour trajet court, les péages et l’outre-mer ne sont pas comptés.

        """,
        """
        An estimate, no invoice. Abatements are taken off package, kilometres and the night or weekend surcharge; the \
        VSL's short-trip supplement, tolls and overseas territories are not reckoned.

        """)
  }

  private func cents(_ cents: Int?) -> String {
    cents.map { formats.euros(Double($0) / 100) } ?? "–"
  }

  private func say(_ fr: String, _ en: String) -> String { formats.say(fr: fr, en: en) }
}

/// Columns of text, as wide as their widest cell.
struct TextGrid: Sendable {
  /// Columns set to the right.
  let right: Set<Int>
  private var rows: [[String]] = []

  init(right: Set<Int>) { self.right = right }

  mutating func append(_ cells: [String]) { rows.append(cells) }

  var text: String {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { c in rows.map { $0[c].count }.max() ?? 0 }
    return rows.map { row in
      var line = row.enumerated().map { c, cell in
        let gap = String(repeating: " ", count: widths[c] - cell.count)
        return right.contains(c) ? gap + cell : cell + gap
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return "  " + line + "\n"
    }.joined()
  }
}
