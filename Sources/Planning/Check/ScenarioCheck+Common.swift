/// Faults that several kinds of objects can have.
extension ScenarioCheck {
  /// Words for the kinds of objects that others name.
  enum Noun {
    case place, rider, resource, need, priority, trip, line, vehicle, volunteer, carrier

    var words: Bilingual {
      switch self {
      case .place: Bilingual(fr: "lieu", en: "place")
      case .rider: Bilingual(fr: "voyageur", en: "rider")
      case .resource: Bilingual(fr: "bénévole ou véhicule", en: "volunteer or vehicle")
      case .need: Bilingual(fr: "besoin", en: "need")
      case .priority: Bilingual(fr: "niveau de priorité", en: "priority")
      case .trip: Bilingual(fr: "trajet ou réservation", en: "leg or booking")
      case .carrier: Bilingual(fr: "transporteur", en: "carrier")
      case .line: Bilingual(fr: "ligne", en: "line")
      case .vehicle:
        Bilingual(fr: "véhicule de transport à la demande", en: "demand-responsive vehicle")
      case .volunteer: Bilingual(fr: "bénévole", en: "volunteer")
      }
    }
    var code: String {
      switch self {
      case .place: "unknown-place"
      case .rider: "unknown-rider"
      case .resource: "unknown-resource"
      case .need: "unknown-need"
      case .priority: "unknown-priority"
      case .trip: "unknown-trip"
      case .carrier: "unknown-carrier"
      case .line: "unknown-line"
      case .vehicle: "unknown-vehicle"
      case .volunteer: "unknown-volunteer"
      }
    }
  }

  mutating func addUnknown(_ noun: Noun, _ id: String, at key: ObjectKey, known: [String]) {
    // Where a whole file is of another day, every row is unknown; comparing all names would take minutes.
    let near = faults.faults.count < 200 ? Self.nearest(to: id, in: known) : nil
    let hint = near.map {
      Bilingual(fr: " Vouliez-vous dire « \($0) » ?", en: " Did you mean “\($0)”?")
    }
    faults.add(
      noun.code, at: key, value: id,
      cause: Bilingual(
        fr: "\(noun == .line ? "Aucune" : "Aucun") \(noun.words.fr) ne s’appelle « \(id) ».",
        en: "There is no \(noun.words.en) called “\(id)”."),
      remedy: Bilingual(
        fr: "Corrigez le nom, ou ajoutez l’élément manquant." + (hint?.fr ?? ""),
        en: "Correct the name, or add what is missing." + (hint?.en ?? "")))
  }

  mutating func requirePlace(_ id: String, at key: ObjectKey) {
    if places[id] == nil { addUnknown(.place, id, at: key, known: scenario.places.map(\.id)) }
  }

  mutating func requireRider(_ id: String, at key: ObjectKey) {
    if riders[id] == nil { addUnknown(.rider, id, at: key, known: scenario.riders.map(\.id)) }
  }

  mutating func requireNeeds(_ codes: [String], at key: ObjectKey) {
    guard let rules else { return }
    for code in codes where rules.need(code) == nil {
      addUnknown(.need, code, at: key, known: rules.needCodes)
    }
  }

  mutating func requireUnique(_ keys: [ObjectKey]) {
    var seen: Set<String> = []
    for key in keys {
      let id = key.id
      if id.isEmpty {
        faults.add(
          "missing-id", at: key,
          cause: Bilingual(fr: "L’identifiant est vide.", en: "The id is empty."),
          remedy: Bilingual(fr: "Donnez un identifiant.", en: "Give an id."))
      } else if !seen.insert(id).inserted {
        faults.add(
          "duplicate-id", at: key, value: id,
          cause: Bilingual(
            fr: "L’identifiant « \(id) » est déjà pris.", en: "Id “\(id)” is already taken."),
          remedy: Bilingual(
            fr: "Donnez à chacun un identifiant différent.", en: "Give each its own id."))
      }
    }
  }

  mutating func requireNotNegative(_ value: Double?, at key: ObjectKey) {
    guard let value, !(value >= 0 && value.isFinite) else { return }
    faults.add(
      "negative", at: key, value: "\(value)",
      cause: Bilingual(
        fr: "La valeur est négative ou n’est pas un nombre.",
        en: "The value is negative or not a number."),
      remedy: Bilingual(fr: "Donnez zéro ou plus.", en: "Give zero or more."))
  }

  mutating func requireExisting(_ time: ClockTime, at key: ObjectKey) {
    guard let clock, clock.elapsed(time) == nil else { return }
    addMissingTime(time, on: clock.date, at: key, value: time.text)
  }

  mutating func addMissingTime(
    _ time: ClockTime, on date: PlanDate, at key: ObjectKey, value: String
  ) {
    faults.add(
      "no-such-time", at: key, value: value,
      cause: Bilingual(
        fr: "Le \(date.text), l’heure \(time.text) n’existe pas (changement d’heure).",
        en: "On \(date.text) the clock never shows \(time.text) (change of clocks)."),
      remedy: Bilingual(
        fr: "Choisissez une heure avant ou après le changement.",
        en: "Choose a time before or after the change."))
  }

  mutating func requireOrdered(_ window: ClockWindow, at key: ObjectKey) {
    if window.end <= window.start {
      faults.add(
        "empty-window", at: key, value: window.start.text + "–" + window.end.text,
        cause: Bilingual(
          fr: "La plage finit avant de commencer.", en: "The window ends before it starts."),
        remedy: Bilingual(
          fr: "Après minuit, comptez au-delà de 24 h : 25:30 pour 1 h 30.",
          en: "After midnight count on beyond 24: 25:30 for half past one."))
    }
    requireExisting(window.start, at: key)
    requireExisting(window.end, at: key)
  }

  /// The known id that differs in the fewest letters, if at most two.
  static func nearest(to id: String, in known: [String]) -> String? {
    let scored = known.map { (distance(Array(id), Array($0)), $0) }.filter { $0.0 <= 2 }
    return scored.min { $0 < $1 }?.1
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard abs(a.count - b.count) <= 2 else { return 3 }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let change = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
