internal import Planning

/// What can be wrong with a set of instances.
extension Fault {
  static func unknownSet(_ set: String, library: String, known: [String]) -> Fault {
    let names = known.isEmpty ? "–" : known.joined(separator: ", ")
    return Fault(
      code: "unknown-set", place: FaultPlace(file: set), field: "", value: set,
      cause: Bilingual(
        fr: "Ce n’est ni un dossier, ni le nom d’un jeu d’instances dans \(library).",
        en: "This is neither a folder nor the name of a set of instances in \(library)."),
      remedy: Bilingual(
        fr: "Donnez un dossier, ou l’un de : \(names) ; --instances dit où ils sont.",
        en: "Give a folder, or one of: \(names); --instances says where they are."))
  }

  static func emptySet(_ set: String, prefix: String) -> Fault {
    Fault(
      code: "empty-set", place: FaultPlace(file: set), field: prefix.isEmpty ? "" : "--only",
      value: prefix,
      cause: Bilingual(
        fr: "Aucun fichier de ce dossier n’est une instance demandée.",
        en: "No file of this folder is an instance asked for."),
      remedy: Bilingual(
        fr: "Vérifiez le dossier et l’option --only.", en: "Check the folder and the option --only."
      ))
  }

  static func noBestKnown(_ path: String, _ name: String) -> Fault {
    Fault(
      code: "no-best-known", place: FaultPlace(file: path), field: "best_known", value: name,
      cause: Bilingual(
        fr: "Aucune table ne donne de meilleure valeur connue pour cette instance.",
        en: "No table gives a best-known value for this instance."),
      remedy: Bilingual(
        fr: """
          Ajoutez une ligne à un fichier best_known*.csv dans le dossier ou à côté (colonnes instance, \
          best_known), ou employez --allow-unknown.
          """,
        en: """
          Add a row to a file best_known*.csv in the folder or beside it (columns instance, best_known), or \
          use --allow-unknown.
          """))
  }
}
