import Planning

/// Faults of a whole file, before its content is looked at.
extension Complaint {
  static func refused(_ refusal: InputRefusal, file: String) -> Complaint {
    switch refusal {
    case .missing: .missingFile(file)
    case .unreadable(let why): .unreadable(file, why)
    case .notAFile: .notAFile(file)
    case .tooLarge(let size): .tooLarge(file, size)
    }
  }

  static func missingFile(_ file: String) -> Complaint {
    Complaint(
      "missing-file",
      cause: Bilingual(fr: "Le fichier \(file) manque.", en: "The file \(file) is missing."),
      remedy: Bilingual(
        fr: "Ajoutez \(file) au dossier, avec exactement ce nom.",
        en: "Add \(file) to the folder, under exactly this name."))
  }

  private static func unreadable(_ file: String, _ why: Bilingual) -> Complaint {
    Complaint(
      "unreadable-file",
      cause: Bilingual(
        fr: "Le fichier \(file) ne peut pas être lu (\(why.fr)).",
        en: "The file \(file) cannot be read (\(why.en))."),
      remedy: Bilingual(
        fr: "Fermez-le dans les autres programmes et vérifiez que vous avez le droit de le lire.",
        en: "Close it in other programs and check that you are allowed to read it."))
  }

  private static func notAFile(_ file: String) -> Complaint {
    Complaint(
      "not-a-file",
      cause: Bilingual(
        fr: "\(file) n’est pas un fichier ordinaire.", en: "\(file) is not an ordinary file."),
      remedy: Bilingual(
        fr: "Remplacez-le par un fichier de ce nom.", en: "Put a file of this name in its place."))
  }

  private static func tooLarge(_ file: String, _ size: Int) -> Complaint {
    let most = InputLimits.file / 1_000_000
    return Complaint(
      "file-too-large",
      cause: Bilingual(
        fr: "Le fichier \(file) pèse \(size) octets ; Camin en lit au plus \(most) Mo.",
        en: "The file \(file) has \(size) bytes; Camin reads at most \(most) MB."),
      remedy: Bilingual(
        fr: "Ne gardez que les lignes du jour à planifier.",
        en: "Keep only the rows of the day to plan."))
  }

  static func emptyFile(_ file: String) -> Complaint {
    Complaint(
      "empty-file",
      cause: Bilingual(fr: "Le fichier \(file) est vide.", en: "The file \(file) is empty."),
      remedy: Bilingual(
        fr: "Enregistrez-le de nouveau depuis le tableur, avec sa ligne de titres.",
        en: "Save it again from the spreadsheet, with its header line."))
  }

  static func emptyDocument(_ file: String) -> Complaint {
    Complaint(
      "empty-file",
      cause: Bilingual(fr: "Le fichier \(file) est vide.", en: "The file \(file) is empty."),
      remedy: Bilingual(
        fr: "Remplacez-le par une bonne copie ; ce fichier ne se fait pas dans un tableur.",
        en: "Replace it with a good copy; this file is not made in a spreadsheet."))
  }

  static func notUTF8(offset: Int) -> Complaint {
    Complaint(
      "not-utf-8",
      cause: Bilingual(
        fr: "L’octet \(offset) (compté depuis 0) n’est pas de l’UTF-8 : "
          + "le fichier a été enregistré dans un autre jeu de caractères.",
        en: "Byte \(offset) (counted from 0) is not UTF-8: "
          + "the file was saved in another character set."),
      remedy: Bilingual(
        fr: "Enregistrez-le de nouveau : LibreOffice, « Jeu de caractères : Unicode (UTF-8) » ; "
          + "Excel, type « CSV UTF-8 ».",
        en: "Save it again: LibreOffice, “Character set: Unicode (UTF-8)”; "
          + "Excel, type “CSV UTF-8”."))
  }

  static func notText(offset: Int) -> Complaint {
    Complaint(
      "not-text",
      cause: Bilingual(
        fr: "L’octet \(offset) (compté depuis 0) est nul : ce n’est pas un fichier texte.",
        en: "Byte \(offset) (counted from 0) is NUL: this is not a text file."),
      remedy: Bilingual(
        fr: "Exportez la feuille en CSV UTF-8 ; ne renommez pas un fichier .xlsx ou .ods.",
        en: "Export the sheet as CSV UTF-8; do not rename an .xlsx or .ods file."))
  }

  static let spreadsheetFile = Complaint(
    "spreadsheet-file",
    cause: Bilingual(
      fr: "C’est un classeur de tableur (.xlsx ou .ods) ou une archive, pas un fichier CSV.",
      en: "This is a spreadsheet workbook (.xlsx or .ods) or an archive, not a CSV file."),
    remedy: Bilingual(
      fr: "Ouvrez-le dans le tableur et choisissez « Enregistrer sous », type « CSV UTF-8 ».",
      en: "Open it in the spreadsheet and choose “Save as”, type “CSV UTF-8”."))

  static let fieldTooLong = Complaint(
    "field-too-long",
    cause: Bilingual(
      fr: "Une valeur dépasse 64 Ko ; c’est souvent un guillemet qui n’est pas refermé.",
      en: "A value exceeds 64 KB; often a quotation mark that is not closed."),
    remedy: Bilingual(
      fr: "Raccourcissez la valeur ou refermez le guillemet.",
      en: "Shorten the value or close the quotation mark."))
}
