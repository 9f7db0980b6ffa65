internal import ArgumentParser
internal import Desk
internal import Planning
internal import Reporting

/// `camin report tariff`: what patients' rides are billed, and riders with volunteers asked.
struct ReportTariffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tariff",
      abstract: say(
        fr: "Estimer le tarif des patients et la participation des passagers.",
        en: "Estimate what patients are billed and riders asked."),
      discussion: say(
        fr: """
          Une ligne par patient, à ses propres kilomètres, avec l’abattement du nombre de patients à bord et l’économie sur \
          le trajet fait seul ; puis la participation de chaque passager des bénévoles, et les kilomètres remboursés au \
          bénévole ; enfin le prix du transport à la demande. Un chiffre inconnu n’est jamais inventé : sans tarif au kilomètre du taxi, la ligne reste sans \
          montant. Le retour à vide n’est compté que pour les demandes dont l’objet est hospital_stay.

            camin report tariff Scenarios/lot-small demain/plan.json --taxi-rate 1.10
          """,
        en: """
          One line a patient, at his or her own kilometres, with the abatement for the number of patients on board and \
          what is saved against riding alone; then the share of each rider with a volunteer, and the kilometres \
          reimbursed to the volunteer; then fares of demand-responsive transport. An unknown figure is never made up: without a taxi rate per kilometre the line has \
          no amount. The empty return counts only for bookings whose purpose is hospital_stay.

            camin report tariff Scenarios/lot-small tomorrow/plan.json --taxi-rate 1.10
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var plan: PlanArgument

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Numéro du département dont vaut le tarif des taxis, par exemple 48.",
        en: "Number of the département whose taxi rate holds, e.g. 48."),
      valueName: say(fr: "numéro", en: "number")))
  var department: String = ""

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Tarif des taxis, en euros par kilomètre, à la place de celui du profil.",
        en: "Rate of taxis, euros per kilometre, in place of the profile's."),
      valueName: "EUR/km"))
  var taxiRate: Double?

  @Option(
    help: ArgumentHelp(
      say(
        fr:
          "Transporteur sans géolocalisation certifiée ni SEFi (abattements VSL de 2002) ; peut se répéter.",
        en:
          "Carrier without certified geolocation and SEFi (VSL abatements of 2002); may be repeated."
      ),
      valueName: say(fr: "transporteur", en: "carrier")))
  var withoutSefi: [String] = []

  @Flag(help: ArgumentHelp(say(fr: "Écrire un tableau CSV.", en: "Write a CSV table.")))
  var csv = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try checkOptions()
    let (input, plan) = try DayInput(scenario.path, roads: scenario.travel.choice)
      .following(path: scenario.plan(plan))
    let tariff = DayTariff(
      of: plan, on: input.day,
      options: PatientTariff.Options(
        department: department, taxiRate: taxiRate, carriersWithoutSefi: Set(withoutSefi)))
    guard !output.json else { return try JSONOutput.write(tariff) }
    let report = TariffReport(
      tariff, of: plan, rules: input.day.rules, language: output.language)
    try Console.write(csv ? report.table : report.text)
  }

  private func checkOptions() throws(Failure) {
    var faults: [Fault] = []
    if let taxiRate, !(taxiRate.isFinite && (0...100).contains(taxiRate)) {
      faults.append(
        .option(
          "--taxi-rate", "\(taxiRate)",
          Bilingual(
            fr: "Donnez des euros par kilomètre, par exemple 1.10.",
            en: "Give euros per kilometre, e.g. 1.10.")))
    }
    if csv, output.json {
      faults.append(
        .option(
          "--csv", "--json",
          Bilingual(fr: "Demandez l’un ou l’autre.", en: "Ask for one or the other.")))
    }
    guard faults.isEmpty else { throw Failure(.usage, faults) }
  }
}
