internal import Interchange

/// What the things of a table are called where an import tells of them.
struct SheetNouns {
  /// Within a sentence.
  let one: String
  let new: String
  let changed: String
  let same: String
  let gone: String

  init(_ table: ImportTable) {
    let (one, new, isFeminine) = Self.words(table)
    self.one = one
    self.new = new
    let e = isFeminine ? "e" : ""
    changed = say(fr: "Modifié\(e)s", en: "Changed")
    same = say(fr: "Inchangé\(e)s", en: "Unchanged")
    gone = say(fr: "Absent\(e)s de la feuille", en: "Not in the sheet")
  }

  private static func words(_ table: ImportTable) -> (one: String, new: String, isFeminine: Bool) {
    switch table {
    case .places: (say(fr: "lieu", en: "place"), say(fr: "Lieux nouveaux", en: "New places"), false)
    case .riders:
      (
        say(fr: "passager", en: "rider"), say(fr: "Passagers nouveaux", en: "New riders"), false
      )
    case .volunteers:
      (
        say(fr: "bénévole", en: "volunteer"),
        say(fr: "Bénévoles nouveaux", en: "New volunteers"), false
      )
    case .vehicles:
      (
        say(fr: "véhicule", en: "vehicle"), say(fr: "Véhicules nouveaux", en: "New vehicles"),
        false
      )
    case .availability:
      (
        say(fr: "horaire", en: "hours"), say(fr: "Jours nouveaux", en: "New days"), false
      )
    case .standing:
      (
        say(fr: "commande permanente", en: "standing order"),
        say(fr: "Commandes nouvelles", en: "New standing orders"), true
      )
    case .bookings:
      (
        say(fr: "demande", en: "booking"), say(fr: "Demandes nouvelles", en: "New bookings"), true
      )
    }
  }
}
