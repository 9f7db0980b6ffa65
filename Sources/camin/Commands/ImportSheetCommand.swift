internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning

/// `camin scenario import`: a sheet of bookings into a day.
struct ImportSheetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        fr: "Importer les demandes d’un tableur.", en: "Import bookings from a spreadsheet."),
      discussion: say(
        fr: """
          Lit un classeur .xlsx ou un fichier CSV comme Excel et LibreOffice les écrivent, et met ses demandes dans la \
          journée. Recommencer ne change rien ; une demande déjà là est reconnue, même sous un autre numéro. Les erreurs \
          sont toutes dites à la fois, avec la feuille et la cellule, et rien n’est importé tant qu’il y en a \
          (--accept-good-rows laisse de côté les lignes en erreur).

            camin scenario import demandes.xlsx --into lot --map lot-colonnes.csv --contacts contacts.csv --dry-run

          Ce dont Camin n’est pas sûr (une colonne, un mot, un nom de lieu), il l’écrit dans le fichier de \
          correspondance (--map) ; on l’ouvre dans le tableur, on corrige, on écrit « confirmé », et l’on recommence. Les \
          noms de lieux confirmés restent dans aliases.csv. Noms et téléphones ne vont que dans le fichier de contacts.
          """,
        en: """
          Reads an .xlsx workbook or a CSV file as Excel and LibreOffice write them, and puts its bookings into the day. \
          Doing it again changes nothing; a booking that is there is recognised, also under another number. All faults \
          are told at once, with sheet and cell, and nothing is imported as long as there are any (--accept-good-rows \
          leaves out the rows at fault).

            camin scenario import bookings.xlsx --into lot --map lot-columns.csv --contacts contacts.csv --dry-run

          What Camin is not sure of (a column, a word, the name of a place) it writes to the mapping file (--map); open \
          it in the spreadsheet, correct it, write “confirmed”, and try again. Names of places once confirmed stay in \
          aliases.csv. Names and phones go to the contacts file only.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(fr: "Le classeur .xlsx ou le fichier CSV.", en: "The .xlsx workbook or CSV file."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["xlsx", "csv"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Le dossier de la journée dans laquelle importer.",
        en: "The folder of the day to import into."), valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var into: String

  @OptionGroup var sheet: SheetOptions

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Montrer ce qui changerait, sans rien importer.",
        en: "Show what would change, and import nothing.")))
  var dryRun = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try SheetImporting(
      sink: FolderSink(folder: into, language: output.lang ?? .french),
      request: sheet.request(file, language: output.language), isDryRun: dryRun, output: output
    ).run()
  }
}
