internal import Archives
internal import Planning

/// Faults of workbooks.
extension Complaint {
  static let oldWorkbook = Complaint(
    "old-workbook",
    cause: Bilingual(
      fr: "C’est un classeur de l’ancien format .xls, ou protégé par un mot de passe.",
      en: "This is a workbook of the old format .xls, or protected by a password."),
    remedy: Bilingual(
      fr: "Ouvrez-le et enregistrez-le sous « Classeur Excel (.xlsx) », sans mot de passe.",
      en: "Open it and save it as “Excel workbook (.xlsx)”, without a password."))

  static func workbook(_ failure: WorkbookFailure) -> Complaint {
    switch failure {
    case .notAWorkbook: notAWorkbook
    case .archive(.encrypted): oldWorkbook
    case .archive(.tooLarge(let part, _)), .tooMuch(let part): tooMuch(part)
    case .archive(.tooManyEntries): tooMuch("zip")
    case .archive: damaged(Bilingual(fr: "l’archive est abîmée", en: "its archive is damaged"))
    case .malformed(let part, let line):
      damaged(Bilingual(fr: "\(part), ligne \(line)", en: "\(part), line \(line)"))
    case .suspicious(let part):
      Complaint(
        "suspicious-workbook",
        cause: Bilingual(
          fr: "La partie \(part) du classeur contient ce qu’aucun tableur n’y met (DOCTYPE).",
          en: "Part \(part) of the workbook holds what no spreadsheet puts there (DOCTYPE)."),
        remedy: Bilingual(
          fr: "N’ouvrez pas ce fichier s’il vient d’un inconnu ; demandez-en un autre.",
          en: "Do not open this file if it comes from a stranger; ask for another one."))
    }
  }

  private static let notAWorkbook = Complaint(
    "not-a-workbook",
    cause: Bilingual(
      fr: "Cette archive n’est pas un classeur .xlsx (un .ods ou un .zip, peut-être).",
      en: "This archive is no .xlsx workbook (perhaps an .ods or a .zip)."),
    remedy: Bilingual(
      fr: "Dans le tableur, enregistrez-le sous « Classeur Excel (.xlsx) » ou en CSV.",
      en: "In the spreadsheet, save it as “Excel workbook (.xlsx)” or as CSV."))

  private static func damaged(_ detail: Bilingual) -> Complaint {
    Complaint(
      "damaged-workbook",
      cause: Bilingual(
        fr: "Le classeur ne peut pas être lu (\(detail.fr)).",
        en: "The workbook cannot be read (\(detail.en))."),
      remedy: Bilingual(
        fr: "Rouvrez-le dans le tableur et enregistrez-le de nouveau.",
        en: "Open it in the spreadsheet again and save it anew."))
  }

  private static func tooMuch(_ part: String) -> Complaint {
    let (rows, columns) = (SheetLimits.rows, SheetLimits.columns)
    let bytes = SheetLimits.part / 1_000_000
    return Complaint(
      "workbook-too-large",
      cause: Bilingual(
        fr: "La partie \(part) du classeur est trop grande : Camin lit \(rows) lignes, "
          + "\(columns) colonnes et \(bytes) Mo par feuille.",
        en: "Part \(part) of the workbook is too large: Camin reads \(rows) rows, "
          + "\(columns) columns and \(bytes) MB a sheet."),
      remedy: Bilingual(
        fr: "Copiez les seules lignes utiles dans un nouveau classeur.",
        en: "Copy only the rows that are needed into a new workbook."))
  }

  static func formulaError(_ text: String) -> Complaint {
    Complaint(
      "formula-error",
      cause: Bilingual(
        fr: "La formule de cette cellule ne donne rien (\(text)).",
        en: "The formula of this cell comes to nothing (\(text))."),
      remedy: Bilingual(
        fr: "Corrigez la formule, ou écrivez la valeur.",
        en: "Mend the formula, or write the value."))
  }

  static func severalSheets(_ names: [String]) -> Complaint {
    let list = names.map { "« \($0) »" }.joined(separator: ", ")
    let quoted = names.map { "“\($0)”" }.joined(separator: ", ")
    return Complaint(
      "several-sheets",
      cause: Bilingual(
        fr: "Plusieurs feuilles peuvent convenir : \(list).",
        en: "Several sheets would do: \(quoted)."),
      remedy: Bilingual(
        fr: "Gardez une seule feuille, ou nommez celle qu’il faut lire (--sheet).",
        en: "Keep one sheet, or name the one to read (--sheet)."))
  }

  static func noSuchSheet(_ names: [String]) -> Complaint {
    let list = names.map { "« \($0) »" }.joined(separator: ", ")
    let quoted = names.map { "“\($0)”" }.joined(separator: ", ")
    return Complaint(
      "unknown-sheet",
      cause: Bilingual(
        fr: "Le classeur n’a pas de feuille de ce nom.",
        en: "The workbook has no sheet of this name."),
      remedy: Bilingual(fr: "Feuilles : \(list).", en: "Its sheets: \(quoted)."))
  }

  static let noHeader = Complaint(
    "no-header",
    cause: Bilingual(
      fr: "Aucune ligne de titres reconnue parmi les \(HeaderSearch.depth) premières lignes.",
      en: "No header is recognised among the first \(HeaderSearch.depth) rows."),
    remedy: Bilingual(
      fr:
        "Vérifiez que les colonnes ont des titres (Date, Heure de rendez-vous, Lieu de départ, …), "
        + "ou donnez le numéro de la ligne (--header-row).",
      en: "Check that the columns have headers (date, arrive_by, from, …), or give the number of "
        + "the row (--header-row)."))

  static func twoTables(_ other: String) -> Complaint {
    Complaint(
      "two-tables",
      cause: Bilingual(
        fr: "Le dossier contient aussi \(other), qui dit la même chose.",
        en: "The folder holds \(other) too, which says the same."),
      remedy: Bilingual(
        fr: "Gardez l’un des deux fichiers.", en: "Keep one of the two files."))
  }
}
