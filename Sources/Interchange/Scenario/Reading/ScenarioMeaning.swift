import Planning

/// Checks what a scenario means, and leaves out what would only repeat that something is written
/// wrongly: a rider whose row has a bad coordinate is not unknown besides.
struct ScenarioMeaning {
  private let draft: ScenarioDraft

  init(_ draft: ScenarioDraft) { self.draft = draft }

  /// What `Planning` finds, in the words of the files.
  ///
  /// - Parameter besides: what has been told already.
  func findings(besides told: [Fault]) -> ScenarioFindings {
    let origins = draft.origins
    let lookup: FaultLookup = { origins.place(of: $0) }
    var rules: RuleBook?
    var faults: [Fault] = []
    if origins[.territory, 0]?.isSound == true, !origins.damaged.contains(.profile) {
      do throws(Faults) {
        rules = try RuleBook(for: draft.scenario, at: lookup)
      } catch {
        faults = error.faults
      }
    }
    var findings = ScenarioCheck(draft.scenario, rules: rules, at: lookup).findings()
    faults += findings.faults
    let known = Set(told.map(Spot.init))
    findings.faults = faults.filter { isNews($0, besides: known) }.map(inWordsOfTheFile)
    findings.warnings = findings.warnings.filter { isNews($0, besides: known) }
      .map(inWordsOfTheFile)
    return findings
  }

  /// What is wrong, and where.
  private struct Spot: Hashable {
    var code: String
    var place: FaultPlace

    init(_ fault: Fault) {
      code = fault.code
      place = fault.place
    }
  }

  private func isNews(_ fault: Fault, besides told: Set<Spot>) -> Bool {
    if told.contains(Spot(fault)) { return false }
    if draft.origins.isUnsound(fault.place) { return false }
    let damaged = draft.origins.damaged
    switch fault.code {
    case "unknown-place": return !damaged.contains(.place)
    case "unknown-rider": return !damaged.contains(.rider)
    case "unknown-resource": return damaged.isDisjoint(with: [.volunteer, .vehicle])
    case "unknown-line": return !damaged.contains(.line)
    case "unknown-vehicle": return !damaged.contains(.vehicle)
    case "unknown-volunteer": return !damaged.contains(.volunteer)
    case "unknown-trip": return damaged.isDisjoint(with: [.booking, .leg])
    case "unknown-priority": return !damaged.contains(.territory)
    case "no-availability": return !damaged.contains(.availability)
    default: return true
    }
  }

  /// In a table each kind of anchor has a column of its own; in JSON they share an object.
  private func anchorKey(of place: FaultPlace) -> String {
    guard place.pointer == nil else { return "anchor" }
    let kinds: [(ObjectKind, [Booking])] = [
      (.leg, draft.scenario.bookings), (.standingLeg, draft.scenario.standing.map(\.booking)),
    ]
    for (kind, bookings) in kinds {
      let legs = bookings.flatMap(\.legs)
      if let index = draft.origins.index(of: kind, at: place), legs.indices.contains(index) {
        return AnchorDraft(legs[index].anchor).parts.first?.key ?? "anchor"
      }
    }
    return "anchor"
  }

  private func inWordsOfTheFile(_ fault: Fault) -> Fault {
    var fault = fault
    let property = fault.field == "anchor" ? anchorKey(of: fault.place) : fault.field
    fault.field = draft.origins.label(ofProperty: property, in: fault.place.file)
    return fault
  }
}

extension Origins {
  /// Where an object stands, with the pointer to the property in JSON.
  func place(of key: ObjectKey) -> FaultPlace {
    guard let origin = self[key.kind, key.index] ?? self[.territory, 0] else {
      return FaultPlace.inScenario(key)
    }
    let inner = key.field.split(separator: ".").map { Self.key(ofProperty: String($0)) }
    let pointer = origin.pointer.map { ([$0] + inner).joined(separator: "/") }
    return FaultPlace(file: origin.file, line: origin.line, pointer: pointer)
  }

  /// The header of the column that holds a property, or its JSON key.
  func label(ofProperty property: String, in file: String) -> String {
    let key = Self.key(ofProperty: property)
    for prefix in ["", "leg.", "booking."] {
      let label = label(prefix + key, in: file)
      if label != prefix + key { return label }
    }
    return key
  }

  /// The key under which the formats hold a property of the model.
  static func key(ofProperty property: String) -> String {
    switch property {
    case "longestKilometres": return "longest_km"
    case "radiusKilometres": return "radius_km"
    case "kilometresThisYear": return "km_this_year"
    case "mostKilometresAYear": return "most_km_a_year"
    case "costPerKilometre": return "cost_per_km"
    case "perKilometre": return "per_km"
    case "longestDuty", "longestWait", "earliestBefore", "latestBefore", "latestAfter":
      return snakeCase(property) + "_minutes"
    case "window": return "start"
    default: return snakeCase(property)
    }
  }

  private static func snakeCase(_ word: String) -> String {
    word.reduce(into: "") { text, letter in
      text += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
  }
}
