import Planning

/// `tariff.csv`: one row a patient's ride, a volunteer's rider's ride, a volunteer's run, or a ride on demand.
struct TariffCsv: Sendable {
  let tariff: DayTariff
  let formats: Formats

  private static let header: [Bilingual] = [
    Bilingual(fr: "ligne", en: "line"), Bilingual(fr: "tournée", en: "run"),
    Bilingual(fr: "conducteur ou véhicule", en: "resource"), Bilingual(fr: "offre", en: "mode"),
    Bilingual(fr: "transporteur", en: "carrier"), Bilingual(fr: "voyageur", en: "rider"),
    Bilingual(fr: "demande", en: "booking"), Bilingual(fr: "trajet", en: "leg"),
    Bilingual(fr: "km", en: "km"), Bilingual(fr: "km directs", en: "direct km"),
    Bilingual(fr: "ensemble", en: "together"), Bilingual(fr: "prise en charge", en: "package"),
    Bilingual(fr: "kilomètres", en: "distance"),
    Bilingual(fr: "nuit ou fin de semaine", en: "night or weekend"),
    Bilingual(fr: "abattement", en: "abatement"),
    Bilingual(fr: "retour à vide", en: "empty return"),
    Bilingual(fr: "suppléments", en: "supplements"), Bilingual(fr: "montant", en: "amount"),
    Bilingual(fr: "montant seul", en: "amount alone"), Bilingual(fr: "économie", en: "saving"),
  ]

  var text: String {
    var table = CsvTable(header: Self.header.map { $0[formats.language] })
    for line in tariff.patients { table.append(row(line)) }
    for line in tariff.shares { table.append(row(line)) }
    for line in tariff.volunteers { table.append(row(line)) }
    for line in tariff.fares { table.append(row(line)) }
    return table.text
  }

  private func row(_ line: DayTariff.PatientLine) -> [String] {
    let who = [line.run, line.resource, line.mode.shortTitle[formats.language], line.carrier]
    let ride = [line.rider, line.booking, line.leg]
    let amount = line.amount
    let parts = [
      amount?.packageCents, amount?.distanceCents, amount?.timeCents,
      amount.map { -$0.abatementCents }, amount?.emptyReturnCents, amount?.supplementCents,
      amount?.totalCents, line.alone?.totalCents, line.savingCents,
    ]
    return [say("patient", "patient")] + (who + ride).map(CsvTable.plain)
      + [km(line.metres), km(line.directMetres), "\(line.patients)"] + parts.map(euros)
  }

  private func row(_ line: DayTariff.ShareLine) -> [String] {
    let mode = Mode.volunteer.shortTitle[formats.language]
    let who = [line.run, line.resource, mode, "", line.rider, line.booking, line.leg]
    return [say("participation", "share")] + who.map(CsvTable.plain)
      + [km(line.metres), "", "\(line.riders)", "", "", "", "", "", "", euros(line.shareCents)]
      + ["", ""]
  }

  private func row(_ line: DayTariff.VolunteerLine) -> [String] {
    let mode = Mode.volunteer.shortTitle[formats.language]
    let who = [line.run, line.resource, mode, "", "", "", ""]
    return [say("remboursement", "reimbursement")] + who.map(CsvTable.plain)
      + [km(line.metres), "", "", "", "", "", "", "", "", euros(line.reimbursedCents)] + ["", ""]
  }

  private func row(_ line: DayTariff.FareLine) -> [String] {
    let mode = Mode.tad.shortTitle[formats.language]
    let who = [line.run, line.resource, mode, "", line.rider, line.booking, line.leg]
    return [say("prix du billet", "fare")] + who.map(CsvTable.plain)
      + [km(line.metres), "", "\(line.riders)", "", "", "", "", "", "", euros(line.fareCents)]
      + ["", ""]
  }

  private func km(_ metres: Int) -> String {
    formats.fixedPoint(metres, decimals: 3, grouped: false)
  }

  /// Empty where there is no amount.
  private func euros(_ cents: Int?) -> String {
    cents.map { formats.fixedPoint($0, decimals: 2, grouped: false) } ?? ""
  }

  private func say(_ fr: String, _ en: String) -> String { formats.say(fr: fr, en: en) }
}
