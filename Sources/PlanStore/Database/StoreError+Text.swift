public import Planning

extension StoreError {
  /// What is wrong, in one sentence.
  public var text: Bilingual {
    switch cause {
    case .missing, .exists, .cannotOpen, .readOnly, .full, .writeFailed, .locked, .other: accessText
    case .notADatabase, .foreign, .newerSchema, .olderSchema, .damaged, .tooRecent, .refused:
      contentText
    case .noPlan, .notAllowed, .purged, .overtaken, .otherTerritory, .movedOn: planText
    }
  }

  private var accessText: Bilingual {
    switch cause {
    case .missing:
      Bilingual(fr: "Le fichier « \(path) » n’existe pas.", en: "There is no file “\(path)”.")
    case .exists:
      Bilingual(fr: "« \(path) » existe déjà.", en: "“\(path)” is there already.")
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
    case .writeFailed:
      Bilingual(
        fr: "Le système a refusé d’écrire (quota, disque) : rien n’a changé dans « \(path) ».",
        en: "The system refused to write (quota, disk): nothing was changed in “\(path)”.")
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
    case .olderSchema:
      Bilingual(
        fr: "« \(path) » a été écrit par un Camin plus ancien.",
        en: "“\(path)” was written by an older Camin.")
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

  private var planText: Bilingual {
    switch cause {
    case .notAllowed(let day, let from?, let to):
      Bilingual(
        fr: "Le plan du \(day.text) est « \(from.title.fr) » : il ne peut pas devenir "
          + "« \(to.title.fr) ».",
        en: "The plan of \(day.text) is “\(from.title.en)”: it cannot become “\(to.title.en)”.")
    case .otherTerritory(let id):
      Bilingual(
        fr: "« \(path) » est la base d’un autre territoire : \(id).",
        en: "“\(path)” is the store of another territory: \(id).")
    case .overtaken(let day):
      Bilingual(
        fr: "Le plan du \(day.text) a été refait ou a changé d’état entre-temps.",
        en: "The plan of \(day.text) was made anew, or changed its state, meanwhile.")
    case .movedOn:
      Bilingual(
        fr: "Quelqu’un d’autre a modifié « \(path) » entre-temps : rien n’a été écrit.",
        en: "Somebody else has changed “\(path)” meanwhile: nothing was written.")
    case .purged(let day):
      Bilingual(
        fr: "Le plan du \(day.text) a été effacé.", en: "The plan of \(day.text) was purged.")
    case .noPlan(let day), .notAllowed(let day, nil, _):
      Bilingual(
        fr: "Il n’y a pas de plan du \(day.text) dans « \(path) ».",
        en: "There is no plan of \(day.text) in “\(path)”.")
    default: contentText
    }
  }

  private var detail: String {
    switch cause {
    case .refused(let message), .other(let message): message
    default: ""
    }
  }
}
