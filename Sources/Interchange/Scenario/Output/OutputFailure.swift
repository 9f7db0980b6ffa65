import Planning

/// Why an output was not written.
enum OutputFailure: Error {
  case system(SystemRefusal)
  /// Files of a folder that Camin did not write.
  case foreign([String])
  case notAFolder
  case notAFile
  case badPath
  case badName(String)

  /// The failure as a fault about the target as the user named it.
  func fault(_ target: String) -> Fault {
    let (code, cause, remedy) = words(target)
    return Fault(
      code: code, place: FaultPlace(file: target), field: "", value: "", cause: cause,
      remedy: remedy)
  }

  private func words(_ target: String) -> (String, Bilingual, Bilingual) {
    switch self {
    case .system(let refusal):
      return (
        "cannot-write",
        Bilingual(
          fr: "Impossible d’écrire \(refusal.path) (\(refusal.why.fr)).",
          en: "Cannot write \(refusal.path) (\(refusal.why.en))."),
        Bilingual(
          fr: "Vérifiez que le dossier qui le contient existe, vos droits et la place libre.",
          en: "Check that the folder around it exists, your rights and the free space.")
      )
    case .foreign(let names):
      let list = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
      return (
        "foreign-files",
        Bilingual(
          fr: "Ce dossier contient \(names.count) fichier(s) que Camin n’a pas écrit(s) : \(list).",
          en: "This folder holds \(names.count) file(s) that Camin did not write: \(list)."),
        Bilingual(
          fr: "Choisissez un autre dossier, ou déplacez d’abord ces fichiers.",
          en: "Choose another folder, or move these files away first.")
      )
    case .notAFolder:
      return (
        "not-a-folder",
        Bilingual(fr: "Ce n’est pas un dossier.", en: "This is not a folder."),
        Bilingual(fr: "Choisissez un autre nom.", en: "Choose another name.")
      )
    case .notAFile:
      return (
        "not-a-file",
        Bilingual(fr: "C’est un dossier, pas un fichier.", en: "This is a folder, not a file."),
        Bilingual(fr: "Choisissez un autre nom.", en: "Choose another name.")
      )
    case .badPath:
      return (
        "bad-path",
        Bilingual(
          fr: "Ce chemin ne nomme ni fichier ni dossier à remplacer.",
          en: "This path names no file or folder that could be replaced."),
        Bilingual(fr: "Donnez un nom, par exemple « sortie ».", en: "Give a name, e.g. “out”.")
      )
    case .badName(let name):
      return (
        "bad-name",
        Bilingual(
          fr: "« \(name) » n’est pas un nom de fichier admis.",
          en: "“\(name)” is not an allowed file name."),
        Bilingual(
          fr: "Ni « .. », ni nom vide ou répété, ni caractère de contrôle.",
          en: "No “..”, no empty or repeated name, no control characters.")
      )
    }
  }
}
