internal import ArgumentParser
internal import Desk
internal import Planning

/// `camin sheets`: what people are handed of a plan.
struct SheetsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sheets",
      abstract: say(
        fr: "Faire les feuilles de route, listes et messages d’un plan.",
        en: "Make run sheets, lists and messages of a plan."),
      discussion: SheetsWords.discussion)
  }

  @OptionGroup var scenario: ScenarioArgument
  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Le plan : fichier plan.json ; sans lui, le dernier que la base garde de ce jour.",
        en: "The plan: a plan.json; without it the last one that the store keeps of the day."),
      valueName: "plan"),
    completion: .file(extensions: ["json"]))
  var plan: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Fichier de contacts (CSV) : noms, téléphones, adresses. Sans lui : les pseudonymes.",
        en: "Contacts file (CSV): names, telephones, addresses. Without it: pseudonyms."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["csv"]))
  var contacts: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr:
          "Dossier où écrire ; sheets-DATE sans indication. Des documents précédents y sont remplacés.",
        en: "Folder to write to; sheets-DATE unless given. Earlier papers there are replaced."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var out: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Plan annoncé avant (plan.json) : ce qui a changé depuis est marqué sur les feuilles. D’une base, sans indication : \
          celui qui y est annoncé.
          """,
        en: """
          Plan told before (a plan.json): what has changed since is marked on the sheets. Of a store, unless given: the one \
          told there.
          """),
      valueName: "plan"),
    completion: .file(extensions: ["json"]))
  var previous: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr:
          "Numéro de version des feuilles ; celui du plan dans la base, sinon 1, ou 2 avec --previous.",
        en:
          "Number of this version of the sheets; the plan's in the store, else 1, or 2 with --previous."
      ),
      valueName: say(fr: "numéro", en: "number")))
  var issue: Int?

  @Option(
    help: ArgumentHelp(
      say(
        fr:
          "Moment à porter sur les feuilles, par exemple 2026-11-24T18:40 ; maintenant sans indication.",
        en: "Moment to put on the sheets, e.g. 2026-11-24T18:40; now unless given."),
      valueName: "moment"))
  var madeAt: String?

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Faire aussi un PDF de chaque document et un de tous (Chromium ou WeasyPrint).",
        en: "Make a PDF of each paper too, and one of all (Chromium or WeasyPrint).")))
  var pdf = false

  @Flag(help: ArgumentHelp(say(fr: "Gros caractères.", en: "Large print.")))
  var largePrint = false

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Écrire aussi les messages TDS (TCRP Report 210) dans tds/, en XML, sans noms.",
        en: "Write telegrams of TDS (TCRP Report 210) to tds/ too, as XML, without names.")))
  var tds = false

  @Option(
    help: ArgumentHelp(
      say(
        fr:
          "Avec --tds : tableau de ce qui a été fait (voir camin help actuals), pour les messages 4A.",
        en: "With --tds: table of what was done (see camin help actuals), for telegrams 4A."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["csv"]))
  var actuals: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let path = try scenario.path
    let input = try DayInput(path, roads: scenario.travel.choice)
    let read = try PaperInput(
      plan: plan, previous: previous, contacts: contacts, actuals: actuals, issue: issue,
      madeAt: madeAt
    ).making(of: input, from: path)
    var making = read.making
    making.isLarge = largePrint
    let transit = input.alternatives(in: try DaySource(path).base)
    making.alternatives = transit.found
    var writing = try PaperWriting(
      to: out ?? "sheets-" + making.plan.date.text, pdf: pdf, contacts: contacts, output: output)
    writing.writesTelegrams = tds
    let result = try writing.write(
      making, actuals: read.actuals, warnings: input.warnings + read.warnings + transit.faults)
    if output.json { return try JSONOutput.write(result) }
    guard !output.quiet else { return }
    try Console.write(SheetsWords(language: output.language).summary(result))
  }
}
