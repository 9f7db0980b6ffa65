internal import Desk
internal import Interchange
internal import Planning
internal import Reporting

/// Writes the papers of a plan to a folder, all or none.
struct PaperWriting {
  private let folder: OutputFolder
  private let printer: PdfPrinter?
  private let output: OutputOptions
  /// The contacts file, as it was given.
  private let contacts: String?
  /// Telegrams of TDS are written too.
  var writesTelegrams = false

  /// Looks whether folder and program for PDF are there, so that nobody waits for papers that cannot be made.
  init(
    to path: String, pdf: Bool, contacts: String?, output: OutputOptions
  ) throws(Failure) {
    printer = try pdf ? PdfPrinter() : nil
    folder = OutputFolder(path: path, content: .papers)
    self.contacts = contacts
    self.output = output
    try folder.check()
  }

  /// - Parameter warnings: of what the papers were made of.
  /// - Returns: what was written; its warnings have been shown.
  func write(
    _ making: PaperMaking, actuals: DayActuals? = nil, warnings: [Fault] = []
  ) throws -> SheetsResult {
    let language = output.language
    let papers = making.papers(language)
    let (report, undrawn) = making.report(language)
    let all = warnings + missing(papers.missingContacts) + undrawn
    Warnings.show(all, output)
    var files = report.files + papers.files + [papers.whole]
    if writesTelegrams {
      files += papers.telegrams + (actuals.map { [papers.completions(of: $0)] } ?? [])
    }
    files.sort { $0.name < $1.name }
    var written = files.map { OutputFile($0.name, text: $0.text) }
    if let printer {
      written += try PaperPrinting(printer: printer, output: output).documents(of: files)
    }
    try folder.replace(with: written)
    return SheetsResult(
      folder: folder.path, files: written.map(\.name), issue: making.issue,
      missingContacts: papers.missingContacts, pdfProgram: printer?.name, warnings: all)
  }

  private func missing(_ people: [String]) -> [Fault] {
    guard let contacts, !people.isEmpty else { return [] }
    return [.missingContacts(contacts, people)]
  }
}

/// What `--json` tells of papers.
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
