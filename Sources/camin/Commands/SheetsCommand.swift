internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import Planning
internal import Reporting

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
  @OptionGroup var plan: PlanArgument

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
        fr: "Plan annoncé avant (plan.json) : ce qui a changé depuis est marqué sur les feuilles.",
        en: "Plan told before (a plan.json): what has changed since is marked on the sheets."),
      valueName: "plan"),
    completion: .file(extensions: ["json"]))
  var previous: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Numéro de version des feuilles ; 1, ou 2 avec --previous.",
        en: "Number of this version of the sheets; 1, or 2 with --previous."),
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

  @OptionGroup var output: OutputOptions

  func run() throws {
    let printer = try pdf ? PdfPrinter() : nil
    let input = try DayInput(scenario.path, roads: scenario.travel.choice)
    let (making, contactWarnings) = try self.making(of: input)
    let folder = OutputFolder(
      path: out ?? "sheets-" + making.plan.date.text, content: .papers)
    try folder.check()
    let language = output.language
    let papers = making.papers(language)
    let (report, undrawn) = making.report(language)
    let warnings =
      input.warnings + contactWarnings + missing(papers.missingContacts) + undrawn
    Warnings.show(warnings, output)
    var files = report.files + papers.files + [papers.whole] + (tds ? papers.telegrams : [])
    files.sort { $0.name < $1.name }
    let texts = files.map { OutputFile($0.name, text: $0.text) }
    let printed = try printer.map { printer in
      try PaperPrinting(printer: printer, output: output).documents(of: files)
    }
    let all = texts + (printed ?? [])
    try folder.replace(with: all)
    let result = SheetsResult(
      folder: folder.path, files: all.map(\.name), issue: making.issue,
      missingContacts: papers.missingContacts, pdfProgram: printer?.name, warnings: warnings)
    if output.json { return try JSONOutput.write(result) }
    guard !output.quiet else { return }
    try Console.write(SheetsWords(language: language).summary(result))
  }

  /// Everything that the papers are made of, with all that is wrong with the files at once.
  private func making(
    of input: DayInput
  ) throws(Failure) -> (making: PaperMaking, warnings: [Fault]) {
    var failures: [Failure] = []
    func trying<Value>(_ read: () throws(Failure) -> Value) -> Value? {
      do throws(Failure) { return try read() } catch {
        failures.append(error)
        return nil
      }
    }
    let plan = trying { () throws(Failure) in try input.plan(self.plan.path) }
    let told = trying { () throws(Failure) in
      try previous.map { path throws(Failure) in
        try DayInput.read(path, of: input.scenario.territory)
      }
    }
    let book = trying { () throws(Failure) in try readContacts() }
    let issue = trying { () throws(Failure) in try paperIssue(input.scenario.territory) }
    guard let plan, let told, let book, let issue else {
      throw Failure(failures.first?.status ?? .badData, failures.flatMap(\.faults))
    }
    var making = PaperMaking(input: input, plan: plan, issue: issue)
    making.previous = told
    making.contacts = book.contacts
    making.isLarge = largePrint
    return (making, book.warnings)
  }

  private func readContacts() throws(Failure) -> (contacts: ContactBook, warnings: [Fault]) {
    guard let contacts else { return (ContactBook(), []) }
    do throws(Faults) {
      return try ContactsFile.read(contacts)
    } catch {
      throw Failure(reading: error)
    }
  }

  private func paperIssue(_ territory: Territory) throws(Failure) -> PaperIssue {
    var faults: [Fault] = []
    let moment = madeAt.map { LocalMoment($0) } ?? WallClock.now(in: territory.timeZone)
    if moment == nil {
      faults.append(
        .option(
          "--made-at", madeAt ?? "",
          Bilingual(
            fr: "Écrivez la date et l’heure, par exemple 2026-11-24T18:40.",
            en: "Write date and time, e.g. 2026-11-24T18:40.")))
    }
    if let issue, issue < 1 {
      faults.append(
        .option(
          "--issue", "\(issue)",
          Bilingual(fr: "Donnez un nombre à partir de 1.", en: "Give a number from 1 on.")))
    }
    guard faults.isEmpty, let moment else { throw Failure(.usage, faults) }
    return PaperIssue(number: issue ?? (previous == nil ? 1 : 2), at: moment)
  }

  private func missing(_ people: [String]) -> [Fault] {
    guard let contacts, !people.isEmpty else { return [] }
    return [.missingContacts(contacts, people)]
  }
}

/// What `camin sheets --json` tells.
struct SheetsResult: Encodable {
  let folder: String
  let files: [String]
  let issue: Int
  let madeAt: String
  /// Pseudonyms of people of the plan whom the contacts file does not know.
  let missingContacts: [String]
  let pdfProgram: String?
  let warnings: [FaultItem]

  init(
    folder: String, files: [String], issue: PaperIssue, missingContacts: [String],
    pdfProgram: String?, warnings: [Fault]
  ) {
    self.folder = folder
    self.files = files
    self.issue = issue.number
    madeAt = issue.at.text
    self.missingContacts = missingContacts
    self.pdfProgram = pdfProgram
    self.warnings = warnings.map(FaultItem.init)
  }
}

extension Fault {
  fileprivate static func missingContacts(_ path: String, _ people: [String]) -> Fault {
    let most = 12
    let more = people.count > most ? "…" : ""
    let list = people.prefix(most).joined(separator: ", ") + more
    return Fault(
      code: "missing-contact", place: FaultPlace(file: path), field: "id", value: "",
      cause: Bilingual(
        fr: "\(people.count) personne(s) du plan n’y sont pas : \(list).",
        en: "\(people.count) person(s) of the plan are not in it: \(list)."),
      remedy: Bilingual(
        fr: "Ajoutez une ligne par personne ; en attendant, son pseudonyme est imprimé.",
        en: "Add a row for each; meanwhile the pseudonym is printed."))
  }
}
