import Planning

/// The time that fixes a leg, as its parts are written in cells or JSON.
struct AnchorDraft: Equatable {
  var arriveBy: ClockTime?
  var departAfter: ClockTime?
  var release: ClockTime?
  var spread: Int?
  var fixed: ClockTime?
  var stayLeast: Int?
  var stayGreatest: Int?

  init() {}

  init(_ anchor: Anchor) {
    switch anchor {
    case .arriveBy(let time): arriveBy = time
    case .departAfter(let time): departAfter = time
    case .release(let time, let spread):
      release = time
      self.spread = spread == 0 ? nil : spread
    case .fixed(let time): fixed = time
    case .afterStay(let least, let greatest):
      stayLeast = least
      stayGreatest = greatest
    }
  }

  /// The one anchor that the parts make (R3).
  func anchor() throws(Complaint) -> Anchor {
    let given = named.filter(\.isGiven).map(\.name)
    guard let first = given.first else { throw .noAnchor }
    guard given.count == 1 else { throw .twoAnchors(given) }
    if spread != nil, release == nil { throw .strayPart("spread", "release") }
    switch first {
    case "arrive_by": return arriveBy.map(Anchor.arriveBy) ?? placeholder
    case "depart_after": return departAfter.map(Anchor.departAfter) ?? placeholder
    case "release": return release.map { .release($0, spread: spread ?? 0) } ?? placeholder
    case "fixed": return fixed.map(Anchor.fixed) ?? placeholder
    default:
      guard let stayLeast else { throw .strayPart("stay_max", "stay_min") }
      guard let stayGreatest else { throw .strayPart("stay_min", "stay_max") }
      guard stayLeast <= stayGreatest else { throw .stayReversed }
      return .afterStay(least: stayLeast, greatest: stayGreatest)
    }
  }

  /// Stands in for an anchor that has been told to be wrong.
  var placeholder: Anchor { .departAfter(ClockTime(seconds: 0)) }

  /// The parts that are given, by key, to show where they contradict one another.
  var parts: [(key: String, text: String)] {
    [
      ("arrive_by", arriveBy?.text), ("depart_after", departAfter?.text),
      ("release", release?.text), ("fixed", fixed?.text),
      ("stay_min", stayLeast.map(DurationText.text)),
      ("stay_max", stayGreatest.map(DurationText.text)),
      ("spread", spread.map(DurationText.text)),
    ].compactMap { key, text in text.map { (key, $0) } }
  }

  private var named: [(name: String, isGiven: Bool)] {
    [
      ("arrive_by", arriveBy != nil), ("depart_after", departAfter != nil),
      ("release", release != nil), ("fixed", fixed != nil),
      ("stay_min + stay_max", stayLeast != nil || stayGreatest != nil),
    ]
  }
}

/// The anchor's columns of `bookings.csv` and keys in `scenario.json`.
enum AnchorFields {
  static var set: FieldSet<AnchorDraft> {
    var set = FieldSet(blank: AnchorDraft())
    set.add(
      optional: "arrive_by", fr: "arrivee_avant", also: ["rendez_vous", "rdv", "heure_rdv"],
      \.arriveBy,
      .time, about: "Be there by then: an appointment.")
    set.add(
      optional: "depart_after", fr: "depart_apres", also: ["depart_a_partir_de"], \.departAfter,
      .time,
      about: "Not picked up before then: a wish.")
    set.add(
      optional: "release", fr: "fin_de_soin",
      also: ["fin_de_soins", "fin_soin", "fin_soins", "sortie"],
      \.release, .time, about: "End of care.")
    set.add(
      optional: "spread", fr: "incertitude", also: ["marge", "spread_minutes"], \.spread, .minutes,
      about: "With release: minutes either way where the time is only an estimate.")
    set.add(
      optional: "fixed", fr: "heure_fixe", \.fixed, .time, about: "Picked up exactly then.")
    set.add(
      optional: "stay_min", fr: "sur_place_min",
      also: ["sejour_min", "duree_min", "stay_min_minutes"],
      \.stayLeast, .minutes,
      about: "Least stay in minutes between arrival of the leg before and pick-up.")
    set.add(
      optional: "stay_max", fr: "sur_place_max",
      also: ["sejour_max", "duree_max", "stay_max_minutes"],
      \.stayGreatest, .minutes,
      about: "Greatest stay in minutes between arrival of the leg before and pick-up.")
    return set
  }

  /// JSON Schema: exactly one anchor.
  static var schema: JSONItem {
    var members = set.schemaMembers()
    let alone = ["arrive_by", "depart_after", "release", "fixed"].map { key -> JSONItem in
      ["required": [.string(key)]]
    }
    members["oneOf"] = .array(alone + [["required": ["stay_min", "stay_max"]]])
    members["dependentRequired"] = [
      "spread": ["release"], "stay_min": ["stay_max"], "stay_max": ["stay_min"],
    ]
    return .object(members)
  }
}

extension Complaint {
  static let noAnchor = Complaint(
    "no-anchor",
    cause: Bilingual(
      fr: "Aucune heure ne fixe ce trajet.", en: "No time fixes this leg."),
    remedy: Bilingual(
      fr: "Donnez-en exactement une : arrivee_avant, depart_apres, fin_de_soin, heure_fixe, "
        + "ou sur_place_min avec sur_place_max.",
      en: "Give exactly one: arrive_by, depart_after, release, fixed, or stay_min with stay_max."))

  static func twoAnchors(_ names: [String]) -> Complaint {
    let fr = names.map(frenchName).joined(separator: " et ")
    let en = names.joined(separator: " and ")
    return Complaint(
      "two-anchors",
      cause: Bilingual(
        fr: "Deux heures ou plus fixent ce trajet : \(fr).",
        en: "Two or more times fix this leg: \(en)."),
      remedy: Bilingual(
        fr: "N’en gardez qu’une : l’heure du rendez-vous ou l’heure de départ, pas les deux.",
        en: "Keep one of them: the appointment or the pick-up time, not both."))
  }

  private static func frenchName(_ key: String) -> String {
    switch key {
    case "arrive_by": "arrivee_avant"
    case "depart_after": "depart_apres"
    case "release": "fin_de_soin"
    case "fixed": "heure_fixe"
    case "spread": "incertitude"
    case "stay_min": "sur_place_min"
    case "stay_max": "sur_place_max"
    default: "sur_place_min + sur_place_max"
    }
  }

  static func strayPart(_ part: String, _ whole: String) -> Complaint {
    Complaint(
      "incomplete-anchor",
      cause: Bilingual(
        fr: "« \(frenchName(part)) » ne va pas sans « \(frenchName(whole)) ».",
        en: "“\(part)” needs “\(whole)”."),
      remedy: Bilingual(
        fr: "Remplissez « \(frenchName(whole)) » ou videz « \(frenchName(part)) ».",
        en: "Fill in “\(whole)” or clear “\(part)”."))
  }

  static let stayReversed = Complaint(
    "incomplete-anchor",
    cause: Bilingual(
      fr: "La durée sur place minimale dépasse la maximale.",
      en: "The least stay is longer than the greatest."),
    remedy: Bilingual(
      fr: "Échangez ou corrigez les deux durées.", en: "Swap or correct the two durations."))
}
