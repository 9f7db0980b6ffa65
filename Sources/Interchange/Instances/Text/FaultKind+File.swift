import DialARide
import Planning

/// Faults that concern the file as a whole.
extension FaultKind {
  static func unreadable(_ reason: String) -> FaultKind {
    FaultKind(
      "unreadable-file",
      Bilingual(
        fr: "le fichier ne peut pas être lu (\(reason))",
        en: "the file cannot be read (\(reason))"),
      Bilingual(
        fr: "vérifier le chemin et les droits d’accès", en: "check the path and the permissions"))
  }

  static var tooLarge: FaultKind {
    FaultKind(
      "file-too-large",
      Bilingual(fr: "le fichier est trop gros", en: "the file is too large"),
      Bilingual(
        fr: "donner un fichier de \(InstanceLimits.bytes >> 20) Mio au plus",
        en: "give a file of at most \(InstanceLimits.bytes >> 20) MiB"))
  }

  static var empty: FaultKind {
    FaultKind(
      "empty-file",
      Bilingual(fr: "le fichier est vide", en: "the file is empty"),
      Bilingual(fr: "donner un fichier d’instance complet", en: "give a whole instance file"))
  }

  static var unknownLayout: FaultKind {
    FaultKind(
      "unknown-format",
      Bilingual(
        fr: "le format du fichier n’est pas reconnu", en: "the format of the file is not recognised"
      ),
      Bilingual(
        fr: "nommer le format : darp, pdptw ou json", en: "name the format: darp, pdptw or json"))
  }

  static func truncated(before last: String) -> FaultKind {
    FaultKind(
      "truncated-file",
      Bilingual(fr: "le fichier est incomplet", en: "the file is cut short"),
      Bilingual(
        fr: "reprendre le fichier d’origine, qui finit par \(last)",
        en: "take the original file, which ends with \(last)"))
  }

  static func json(_ detail: String) -> FaultKind {
    FaultKind(
      "json",
      Bilingual(fr: "JSON inutilisable : \(detail)", en: "unusable JSON: \(detail)"),
      Bilingual(
        fr: "corriger le document à cet endroit", en: "correct the document at this place"))
  }

  static func draft(_ fault: ProblemFault) -> FaultKind {
    FaultKind(
      "problem",
      Bilingual(fr: fault.cause, en: fault.cause), Bilingual(fr: fault.remedy, en: fault.remedy))
  }
}
