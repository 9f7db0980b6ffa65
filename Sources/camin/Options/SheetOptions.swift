internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning

/// How a sheet is read.
struct SheetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: "Ce que contient la feuille : \(SheetOptions.tables) ; sans lui, ce que dit son nom, "
          + "sinon des demandes.",
        en: "What the sheet holds: \(SheetOptions.tables); by default what its name says, else "
          + "bookings."),
      valueName: "table"),
    completion: .list(ImportTable.allCases.map { $0.title[CommandLanguage.spoken] }))
  var table: String?

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      say(
        fr:
          "Fichier de correspondance ; Camin le crée ou le complète avec ce qu’il faut confirmer.",
        en: "Mapping file; Camin makes it, or adds what there is to confirm."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["csv"]))
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Fichier de contacts où vont noms et téléphones ; sans lui, ils ne sont pas gardés.",
        en: "Contacts file for names and phones; without it they are not kept."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["csv"]))
  var contacts: String?

  @Option(
    help: ArgumentHelp(
      say(fr: "Feuille du classeur à lire.", en: "Sheet of the workbook to read."),
      valueName: say(fr: "nom", en: "name")))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Numéro de la ligne de titres ; sans lui, Camin la cherche.",
        en: "Number of the header row; by default Camin looks for it."),
      valueName: say(fr: "ligne", en: "row")))
  var headerRow: Int?

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Laisser de côté les lignes en erreur et importer les autres.",
        en: "Leave out rows at fault and import the others.")))
  var acceptGoodRows = false

  private static var tables: String {
    ImportTable.allCases.map { $0.title[CommandLanguage.spoken] }.joined(separator: ", ")
  }

  /// What is asked for, of a sheet.
  ///
  /// - Throws: `Failure` where there is no such table.
  func request(_ file: String, language: Language) throws(Failure) -> ImportRequest {
    var request = ImportRequest(file: file)
    if let table {
      guard let known = ImportTable(table) else {
        throw Failure(
          .usage,
          [
            .option(
              "--table", table,
              Bilingual(fr: "Tables : \(Self.tables).", en: "Tables: \(Self.tables)."))
          ])
      }
      request.table = known
    }
    request.mapping = mapping
    request.contacts = contacts
    request.sheet = sheet
    request.headerRow = headerRow
    request.acceptGoodRows = acceptGoodRows
    request.language = language
    return request
  }
}
