internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import Planning
internal import Reporting

/// Papers that a command writes besides its plan.
struct PaperOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: "Écrire aussi, dans ce dossier, les documents de « camin sheets ».",
        en: "Write the papers of “camin sheets” too, to this folder."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var papers: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Avec --papers : fichier de contacts (CSV) ; sans lui, les pseudonymes.",
        en: "With --papers: contacts file (CSV); without it, pseudonyms."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["csv"]))
  var contacts: String?

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Avec --papers : faire aussi des PDF (Chromium ou WeasyPrint).",
        en: "With --papers: make PDF too (Chromium or WeasyPrint).")))
  var pdf = false

  /// What the papers need besides the plan.
  struct Prepared {
    fileprivate let writing: PaperWriting
    fileprivate let names: PaperInput.Names
    fileprivate let at: LocalMoment
    fileprivate let language: Language

    /// - Parameter number: the version that the store counts, if the day stands in one.
    /// - Returns: what was written.
    func write(_ made: MadePlan, of input: DayInput, number: Int?) throws -> SheetsResult {
      let told = input.published?.plan
      let issue = PaperIssue(number: number ?? (told == nil ? 1 : 2), at: at)
      var making = PaperMaking(
        input: try input.following(made.plan), plan: made.plan, issue: issue)
      making.previous = told
      making.contacts = names.contacts
      making.madeReport = made.report(language)
      return try writing.write(making, warnings: names.warnings)
    }
  }

  /// Reads and looks at all that the papers need, before anybody waits for a plan; `nil` where none are wanted.
  ///
  /// - Parameter plan: the folder that the plan goes to.
  func prepared(
    _ territory: Territory, besides plan: String, _ output: OutputOptions
  ) throws(Failure) -> Prepared? {
    guard let papers else {
      guard contacts == nil, !pdf else { throw Failure(.usage, [.withoutPapers(pdf)]) }
      return nil
    }
    let (own, other) = (
      URL(filePath: papers).standardizedFileURL.path + "/",
      URL(filePath: plan).standardizedFileURL.path + "/"
    )
    guard !own.hasPrefix(other), !other.hasPrefix(own) else {
      throw Failure(
        .usage,
        [
          .option(
            "--papers", papers,
            Bilingual(
              fr: "Donnez un dossier à part de celui du plan.",
              en: "Give a folder apart from the plan's."))
        ])
    }
    let writing = try PaperWriting(to: papers, pdf: pdf, contacts: contacts, output: output)
    return Prepared(
      writing: writing, names: try PaperInput.contacts(contacts),
      at: try WallClock.now(in: territory.timeZone), language: output.language)
  }
}

extension Fault {
  fileprivate static func withoutPapers(_ pdf: Bool) -> Fault {
    .option(
      pdf ? "--pdf" : "--contacts", "",
      Bilingual(fr: "Ajoutez --papers DOSSIER.", en: "Add --papers FOLDER."))
  }
}
