/// Says what keeps one resource from a leg.
enum BindingWords {
  static func hours(_ shifts: [DayShift], _ day: Day) -> Bilingual {
    let spans = shifts.map { (day.clockText($0.start), day.clockText($0.end)) }
    let fr = spans.map { "de \($0) à \($1)" }.joined(separator: " et ")
    let en = spans.map { "from \($0) to \($1)" }.joined(separator: " and ")
    return Bilingual(
      fr: "Disponible \(fr) : pas aux heures de ce trajet.",
      en: "Available \(en): not at the times of this leg.")
  }

  /// - Parameters:
  ///   - needed: what the day would take, in the limit's own measure.
  static func limit(
    _ limit: DriverLimit, needed: Double, most: Double, ofTheYear: Bool
  ) -> Bilingual {
    func time(_ seconds: Double) -> String { Shown.duration(Int(seconds)) }
    switch limit {
    case .distance:
      let (all, least) = (Shown.number(needed / 1000), Shown.number(most / 1000))
      return ofTheYear
        ? Bilingual(
          fr: "Il faudrait \(all.fr) km ; il en reste \(least.fr) pour l’année.",
          en: "It would take \(all.en) km; \(least.en) are left for the year.")
        : Bilingual(
          fr: "Il faudrait \(all.fr) km dans la journée ; la limite est de \(least.fr) km.",
          en: "It would take \(all.en) km on the day; the limit is \(least.en) km.")
    case .duty:
      return Bilingual(
        fr: "Il faudrait \(time(needed)) de service ; la limite est de \(time(most)).",
        en: "It would take \(time(needed)) on duty; the limit is \(time(most)).")
    case .trips:
      return Bilingual(
        fr: "Il faudrait \(Int(needed)) courses ; la limite est de \(Int(most)).",
        en: "It would take \(Int(needed)) trips; the limit is \(Int(most)).")
    case .wait:
      return Bilingual(
        fr: "Il faudrait attendre \(time(needed)) ; l’attente acceptée est de \(time(most)).",
        en: "It would take a wait of \(time(needed)); the wait accepted is \(time(most)).")
    case .waitOnBoard:
      return Bilingual(
        fr: "Un voyageur attendrait \(time(needed)) à bord ; la limite est de \(time(most)).",
        en: "A rider would wait \(time(needed)) on board; the limit is \(time(most)).")
    }
  }

  static let rideAlone = Bilingual(
    fr: "Même seul à bord, le voyageur dépasserait la durée ou le détour permis.",
    en: "Even alone on board, the rider would exceed the ride time or detour allowed.")
  static let rideShared = Bilingual(
    fr: "À côté des autres trajets, la durée ou le détour permis serait dépassé.",
    en: "Beside the other legs, the ride time or detour allowed would be exceeded.")
  static let full = Bilingual(
    fr: "Complet aux heures de ce trajet.", en: "Full at the times of this leg.")
  static let taken = Bilingual(
    fr: "Pris par d’autres trajets à ces heures.", en: "Taken by other legs at these times.")
  static let several = Bilingual(
    fr: "Plusieurs limites à la fois (horaires, kilomètres, service, attente).",
    en: "Several limits at once (hours, kilometres, duty, waits).")
  static let linked = Bilingual(
    fr: "Pourrait assurer ce trajet, mais non celui dont il dépend.",
    en: "Could serve this leg, but not the one it depends on.")

  static func assigned(_ id: String) -> Bilingual {
    Bilingual(
      fr: "Le trajet est imposé à \(id) (verrou).", en: "The leg is assigned to \(id) (lock).")
  }
}
