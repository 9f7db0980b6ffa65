import Planning

/// Faults of single values.
extension Complaint {
  static let missingValue = Complaint(
    "missing-value",
    cause: Bilingual(fr: "Une valeur est obligatoire ici.", en: "A value is required here."),
    remedy: Bilingual(fr: "Remplissez-la.", en: "Fill it in."))

  static let notANumber = Complaint(
    "bad-number",
    cause: Bilingual(fr: "Ce n’est pas un nombre.", en: "This is no number."),
    remedy: Bilingual(
      fr: "Écrivez par exemple 12 ou 12,5, sans unité.", en: "Write e.g. 12 or 12.5, without unit.")
  )

  static let notWhole = Complaint(
    "bad-number",
    cause: Bilingual(fr: "Ce n’est pas un nombre entier.", en: "This is no whole number."),
    remedy: Bilingual(fr: "Écrivez par exemple 3.", en: "Write e.g. 3."))

  static func outOfRange(_ least: String, _ greatest: String?) -> Complaint {
    let fr = greatest.map { "entre \(least) et \($0)" } ?? "au moins \(least)"
    let en = greatest.map { "between \(least) and \($0)" } ?? "at least \(least)"
    return Complaint(
      "out-of-range",
      cause: Bilingual(fr: "La valeur doit être \(fr).", en: "The value must be \(en)."),
      remedy: Bilingual(fr: "Corrigez la valeur.", en: "Correct the value."))
  }

  static let notATime = Complaint(
    "bad-time",
    cause: Bilingual(
      fr: "Ce n’est pas une heure entre 00:00 et 47:59.",
      en: "This is no time between 00:00 and 47:59."),
    remedy: Bilingual(
      fr: "Écrivez par exemple 8h05 ou 08:05 ; 25:30 est 1h30 le lendemain.",
      en: "Write e.g. 08:05; 25:30 is 1:30 the day after."))

  static let notADate = Complaint(
    "bad-date",
    cause: Bilingual(
      fr: "Cette date n’existe pas ou est mal écrite.",
      en: "This date does not exist or is written wrongly."),
    remedy: Bilingual(
      fr: "Écrivez par exemple 25/11/2026 ou 2026-11-25.",
      en: "Write e.g. 2026-11-25 or 25/11/2026 (day first)."))

  static let notAMoment = Complaint(
    "bad-moment",
    cause: Bilingual(
      fr: "Ce n’est pas une date suivie d’une heure.", en: "This is no date followed by a time."),
    remedy: Bilingual(
      fr: "Écrivez par exemple 24/11/2026 15:42, à l’heure du territoire.",
      en: "Write e.g. 2026-11-24 15:42, by the territory's clock."))

  static let notADuration = Complaint(
    "bad-duration",
    cause: Bilingual(fr: "Ce n’est pas une durée.", en: "This is no duration."),
    remedy: Bilingual(
      fr: "Écrivez un nombre de minutes (90), ou 1h30.",
      en: "Write a number of minutes (90), or 1h30."))

  static func notOneOf(_ choices: [String]) -> Complaint {
    let list = choices.joined(separator: ", ")
    return Complaint(
      "unknown-value",
      cause: Bilingual(
        fr: "Cette valeur n’est pas dans la liste.", en: "This value is not in the list."),
      remedy: Bilingual(
        fr: "Valeurs possibles : \(list).", en: "Possible values: \(list)."))
  }

  static let badId = Complaint(
    "bad-id",
    cause: Bilingual(
      fr: "Un identifiant a de 1 à 64 lettres, chiffres ou signes comme - _ . : # /, sans espace.",
      en: "An id has 1 to 64 letters, digits or signs such as - _ . : # /, without spaces."),
    remedy: Bilingual(
      fr: "Choisissez un code court, par exemple r012 ; jamais un nom.",
      en: "Choose a short code, e.g. r012; never a name."))

  static let personalId = Complaint(
    "personal-data",
    cause: Bilingual(
      fr: "L’identifiant ressemble à un numéro de sécurité sociale, un téléphone ou un courriel "
        + "(règle R1 : pseudonymes seulement).",
      en: "The id looks like a social security number, a phone number or an e-mail address "
        + "(rule R1: pseudonyms only)."),
    remedy: Bilingual(
      fr: "Remplacez-le par un code sans signification, par exemple r012.",
      en: "Replace it by a code without meaning, e.g. r012."))

  static let badLayout = Complaint(
    "bad-layout",
    cause: Bilingual(
      fr: "Aménagement illisible ou nombre de places négatif ou nul.",
      en: "Unreadable layout, or a number of places that is not positive."),
    remedy: Bilingual(
      fr: "Écrivez par exemple « 8 places | 5 places + 1 fauteuil ».",
      en: "Write e.g. “8 seat | 5 seat + 1 wheelchair”."))

  static let badBreak = Complaint(
    "bad-break",
    cause: Bilingual(fr: "Pause illisible.", en: "Unreadable break."),
    remedy: Bilingual(
      fr: "Écrivez par exemple « 12:00-14:00 45 min » ou « 12:00-14:00 20 min après 6h ».",
      en: "Write e.g. “12:00-14:00 45 min” or “12:00-14:00 20 min after 6h”."))

  /// - Parameter closest: names to offer; none where there are too many faults of the kind.
  static func unknownPlace(_ closest: [String]) -> Complaint {
    let list = closest.joined(separator: ", ")
    let offer =
      closest.isEmpty
      ? Bilingual(fr: "", en: "")
      : Bilingual(fr: "Les plus proches : \(list). ", en: "The closest ones: \(list). ")
    return Complaint(
      "unknown-place",
      cause: Bilingual(
        fr: "Aucun lieu ne porte cet identifiant, ce nom ou cet alias.",
        en: "No place has this id, name or alias."),
      remedy: Bilingual(
        fr: offer.fr + "Corrigez, ou ajoutez le lieu ou l’alias à places.csv.",
        en: offer.en + "Correct it, or add the place or the alias to places.csv."))
  }

  static func ambiguousPlace(_ places: [String]) -> Complaint {
    let list = places.joined(separator: ", ")
    return Complaint(
      "ambiguous-place",
      cause: Bilingual(
        fr: "Ce nom désigne plusieurs lieux : \(list).",
        en: "This name means several places: \(list)."),
      remedy: Bilingual(
        fr: "Écrivez l’identifiant du lieu voulu.", en: "Write the id of the place that is meant."))
  }
}
