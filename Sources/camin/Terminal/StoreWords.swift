internal import Desk
internal import PlanStore
internal import Planning

/// What a store holds, in words.
enum StoreWords {
  static func title(_ kind: ItemKind) -> String {
    switch kind {
    case .territory: say(fr: "Réglages", en: "Settings")
    case .profile: say(fr: "Profils de règles", en: "Rule profiles")
    case .place: say(fr: "Lieux", en: "Places")
    case .rider: say(fr: "Voyageurs", en: "Riders")
    case .volunteer: say(fr: "Bénévoles", en: "Volunteers")
    case .vehicle: say(fr: "Véhicules", en: "Vehicles")
    case .availability: say(fr: "Disponibilités", en: "Availability")
    case .line: say(fr: "Lignes", en: "Lines")
    case .standing: say(fr: "Commandes permanentes", en: "Standing orders")
    case .booking: say(fr: "Demandes", en: "Bookings")
    case .lock: say(fr: "Verrous", en: "Locks")
    }
  }

  /// A table of how many there are of each kind.
  static func counts(_ counts: [ItemKind: Int]) -> String {
    Figures.table(
      ItemKind.allCases.filter { $0 != .territory }.compactMap { kind in
        counts[kind].map { (title(kind), Figures.whole($0)) }
      })
  }

  /// What an import has done, kind by kind; nothing where all was there already.
  static func changes(_ outcome: StoreImport.Outcome) -> String {
    Figures.table(
      ItemKind.allCases.compactMap { kind -> (String, String)? in
        let changes = outcome.changes[kind] ?? [:]
        let parts = [
          (changes[.added] ?? 0, say(fr: "ajoutés", en: "added")),
          (changes[.changed] ?? 0, say(fr: "modifiés", en: "changed")),
          (outcome.removed[kind] ?? 0, say(fr: "retirés", en: "removed")),
        ].filter { $0.0 > 0 }.map { "\(Figures.whole($0.0)) \($0.1)" }
        return parts.isEmpty ? nil : (title(kind), parts.joined(separator: ", "))
      })
  }
}
