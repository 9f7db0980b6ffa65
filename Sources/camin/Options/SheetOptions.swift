internal import ArgumentParser
internal import Interchange
internal import Planning

/// How a sheet of bookings is read.
struct SheetOptions: ParsableArguments {
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

  /// What is asked for, of a sheet.
  func request(_ file: String, language: Language) -> ImportRequest {
    var request = ImportRequest(file: file)
    request.mapping = mapping
    request.contacts = contacts
    request.sheet = sheet
    request.headerRow = headerRow
    request.acceptGoodRows = acceptGoodRows
    request.language = language
    return request
  }
}
