import Glibc
package import Planning

/// What the system says of a refusal, in the user's language as far as it is one of the common ones.
package enum SystemWords {
  /// Words for a value of `errno`; the system's own, in English, for the rare ones.
  package static func of(_ code: Int32) -> Bilingual {
    switch code {
    case ENOENT: Bilingual(fr: "ce dossier n’existe pas", en: "there is no such folder")
    case EACCES, EPERM: Bilingual(fr: "accès refusé", en: "access refused")
    case ENOSPC, EDQUOT: Bilingual(fr: "plus de place sur le disque", en: "the disk is full")
    case EROFS: Bilingual(fr: "disque en lecture seule", en: "the disk is read-only")
    case ENOTDIR: Bilingual(fr: "le chemin passe par un fichier", en: "the path leads over a file")
    case ENAMETOOLONG: Bilingual(fr: "nom trop long", en: "the name is too long")
    case EMFILE, ENFILE: Bilingual(fr: "trop de fichiers ouverts", en: "too many open files")
    case EIO: Bilingual(fr: "le disque a une panne", en: "the disk fails")
    default: system(code)
    }
  }

  private static func system(_ code: Int32) -> Bilingual {
    let words = String(cString: strerror(code))
    return Bilingual(fr: words, en: words)
  }
}
