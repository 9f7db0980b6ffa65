public import Planning

extension StoreError {
  /// What is wrong, in one sentence.
  public var text: Bilingual {
    switch cause {
    case .missing, .cannotOpen, .readOnly, .full, .locked, .other: accessText
    case .notADatabase, .foreign, .newerSchema, .damaged, .tooRecent, .refused: contentText
    }
  }

  private var accessText: Bilingual {
    switch cause {
    case .missing:
      Bilingual(fr: "Le fichier « \(path) » n’existe pas.", en: "There is no file “\(path)”.")
    case .cannotOpen:
      Bilingual(
        fr: "Impossible d’ouvrir ou de créer « \(path) ».",
        en: "“\(path)” cannot be opened or made.")
    case .readOnly:
      Bilingual(
        fr: "Impossible d’écrire dans « \(path) » : il n’est ouvert qu’en lecture.",
        en: "“\(path)” cannot be written: it is open for reading only.")
    case .full:
      Bilingual(
        fr: "Le disque est plein : rien n’a été ajouté à « \(path) ».",
        en: "The disk is full: nothing was added to “\(path)”.")
    case .locked:
      Bilingual(
        fr: "Un autre programme occupe « \(path) ».", en: "Another program is using “\(path)”.")
    default:
      Bilingual(
        fr: "L’accès à « \(path) » a échoué (\(detail)).",
        en: "Access to “\(path)” failed (\(detail)).")
    }
  }

  private var contentText: Bilingual {
    switch cause {
    case .notADatabase:
      Bilingual(
        fr: "« \(path) » n’est pas une base de données SQLite.",
        en: "“\(path)” is not an SQLite database.")
    case .foreign:
      Bilingual(
        fr: "« \(path) » est la base de données d’un autre logiciel.",
        en: "“\(path)” is another program’s database.")
    case .newerSchema(let found, let known):
      Bilingual(
        fr: "« \(path) » a été écrit par un Camin plus récent (schéma \(found), connu : \(known)).",
        en: "“\(path)” was written by a newer Camin (schema \(found), known: \(known)).")
    case .damaged:
      Bilingual(fr: "« \(path) » est endommagé.", en: "“\(path)” is damaged.")
    case .tooRecent(let months):
      Bilingual(
        fr:
          "Les calculs doivent être conservés \(months) mois : la date demandée est trop récente.",
        en: "Runs must be kept for \(months) months: the date asked for is too recent.")
    default:
      Bilingual(
        fr: "« \(path) » a refusé l’enregistrement (\(detail)).",
        en: "“\(path)” refused the record (\(detail)).")
    }
  }

  private var detail: String {
    switch cause {
    case .refused(let message), .other(let message): message
    default: ""
    }
  }
}
