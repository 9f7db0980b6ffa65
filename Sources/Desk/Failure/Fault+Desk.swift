public import Planning

extension Fault {
  /// A file that belongs to another input than the one given.
  public static func otherInput(_ path: String, pointer: String, stated: String, found: String)
    -> Fault
  {
    Fault(
      code: "other-input", place: FaultPlace(file: path, pointer: pointer),
      field: String(pointer.dropFirst()), value: stated,
      cause: Bilingual(
        fr:
          "Ce fichier a été fait pour d’autres données (empreinte des données fournies : \(found)).",
        en: "This file was made from other data (hash of the data given: \(found))."),
      remedy: Bilingual(
        fr: "Donnez le fichier avec les données dont il est issu, sans modification.",
        en: "Give the file together with the data that it was made from, unchanged."))
  }

  /// Something that should never happen.
  public static func internalFault(_ detail: String) -> Fault {
    Fault(
      code: "internal-error", place: FaultPlace(file: "camin"), field: "", value: "",
      cause: Bilingual(
        fr: "Erreur interne de Camin : \(detail)", en: "Internal fault of Camin: \(detail)"),
      remedy: Bilingual(
        fr: "Signalez-la avec le scénario ; rien n’a été écrit.",
        en: "Report it together with the scenario; nothing was written."))
  }
}
