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
        fr: "Indiquez un journal écrit par Camin, ou un nouveau nom de fichier.",
        en: "Name a journal that Camin has written, or a new file.")
    case .newerSchema:
      Bilingual(
        fr: "Mettez Camin à jour ; le fichier n’a pas été modifié.",
        en: "Update Camin; the file was left as it was.")
    case .readOnly:
      Bilingual(
        fr: "Demandez le droit d’écrire dans ce fichier et dans son dossier.",
        en: "Ask for the right to write to this file and its folder.")
    case .full:
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
    case .tooRecent:
      Bilingual(
        fr: "Choisissez une date plus ancienne.", en: "Choose an earlier date.")
    case .refused, .other:
      Bilingual(
        fr: "Gardez le fichier et signalez ce message à l’équipe de Camin.",
        en: "Keep the file and report this message to Camin’s maintainers.")
    }
  }
}
