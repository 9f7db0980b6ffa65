public import Planning

extension StoreError {
  /// What the person can do about it.
  public var remedy: Bilingual {
    switch cause {
    case .missing, .cannotOpen:
      Bilingual(
        fr: "Vérifiez le chemin : le dossier doit exister et être accessible.",
        en: "Check the path: its folder must exist and be within your reach.")
    case .notADatabase, .foreign:
      Bilingual(
        fr: "Indiquez un fichier écrit par Camin, ou un nouveau nom de fichier.",
        en: "Name a file that Camin has written, or a new one.")
    case .newerSchema:
      Bilingual(
        fr: "Mettez Camin à jour ; le fichier n’a pas été modifié.",
        en: "Update Camin; the file was left as it was.")
    case .olderSchema:
      Bilingual(
        fr: "Copiez-le dans un dossier où l’on peut écrire : il y sera mis à jour.",
        en: "Copy it to a folder where files may be written: there it is brought up to date.")
    case .exists:
      Bilingual(
        fr: "Choisissez un autre nom, ou déplacez ce fichier.",
        en: "Choose another name, or move that file away.")
    case .readOnly:
      Bilingual(
        fr: "Demandez le droit d’écrire dans ce fichier et dans son dossier.",
        en: "Ask for the right to write to this file and its folder.")
    case .full, .writeFailed:
      Bilingual(
        fr: "Libérez de la place, puis relancez la commande.",
        en: "Free some space, then run the command again.")
    case .locked:
      Bilingual(
        fr: "Attendez la fin de l’autre calcul, puis relancez la commande.",
        en: "Wait until the other run has ended, then run the command again.")
    case .damaged:
      Bilingual(
        fr: "Reprenez la dernière sauvegarde et gardez ce fichier de côté.",
        en: "Go back to the last backup and keep this file aside.")
    case .otherTerritory:
      Bilingual(
        fr: "Donnez les données de ce territoire, ou faites une autre base (camin init).",
        en: "Give this territory's data, or make another store (camin init).")
    case .noPlan, .purged:
      Bilingual(
        fr: "Faites-en un avec « camin plan … --date ».",
        en: "Make one with “camin plan … --date”.")
    case .overtaken:
      Bilingual(
        fr: "Regardez ce qui a changé (camin state), puis recommencez.",
        en: "See what has changed (camin state), then try again.")
    case .movedOn:
      Bilingual(fr: "Relancez la commande.", en: "Run the command again.")
    case .notAllowed(let day, let state, _): Self.afterState(day, state)
    case .tooRecent:
      Bilingual(
        fr: "Choisissez une date plus ancienne.", en: "Choose an earlier date.")
    case .refused, .other:
      Bilingual(
        fr: "Gardez le fichier et signalez ce message à l’équipe de Camin.",
        en: "Keep the file and report this message to Camin’s maintainers.")
    }
  }

  private static func afterState(_ day: PlanDate, _ state: PlanState?) -> Bilingual {
    guard let state else {
      return Bilingual(
        fr: "Préparez d’abord le plan : « camin plan … --date \(day.text) ».",
        en: "Make the plan first: “camin plan … --date \(day.text)”.")
    }
    let next = PlanState.allCases.filter(state.next.contains)
    guard !next.isEmpty else {
      return Bilingual(
        fr: "Cette journée est close.", en: "That day is closed.")
    }
    return Bilingual(
      fr: "Possible maintenant : " + next.map(\.title.fr).joined(separator: ", ") + ".",
      en: "Possible now: " + next.map(\.title.en).joined(separator: ", ") + ".")
  }
}
