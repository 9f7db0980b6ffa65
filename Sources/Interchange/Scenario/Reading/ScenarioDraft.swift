import Planning

extension ScenarioDraft {
  /// Adds what one row or object says about availability: an entry a day.
  mutating func add(_ row: AvailabilityDraft, _ origin: Origin, _ log: InputLog) {
    var origin = origin
    do throws(Complaint) {
      let entries = try row.entries()
      for entry in entries {
        scenario.availability.append(entry)
        origins.add(.availability, origin)
      }
    } catch {
      // A part that was itself unreadable has been told already.
      if origin.isSound {
        log.fault(
          error, at: FaultPlace(file: origin.file, line: origin.line, pointer: origin.pointer),
          field: origins.label("start", in: origin.file), value: row.shown)
      }
      origin.isSound = false
    }
  }
}

/// Finds aliases that mean two places (R21).
struct AliasCheck {
  private let index: PlaceIndex
  private let log: InputLog

  init(_ index: PlaceIndex, _ log: InputLog) {
    self.index = index
    self.log = log
  }

  func run(on draft: ScenarioDraft) {
    for (number, place) in draft.scenario.places.enumerated() {
      guard let origin = draft.origins[.place, number] else { continue }
      for alias in place.aliases {
        let rivals = index.rivals(of: alias, at: number)
        guard !rivals.isEmpty else { continue }
        let pointer = origin.pointer.map { $0 + "/aliases" }
        log.fault(
          .sharedAlias(rivals),
          at: FaultPlace(file: origin.file, line: origin.line, pointer: pointer),
          field: draft.origins.label("aliases", in: origin.file), value: alias)
      }
    }
  }
}

extension Complaint {
  static func sharedAlias(_ rivals: [String]) -> Complaint {
    let list = rivals.joined(separator: ", ")
    return Complaint(
      "duplicate-alias",
      cause: Bilingual(
        fr: "Cet alias désigne aussi : \(list).", en: "This alias also means: \(list)."),
      remedy: Bilingual(
        fr: "Retirez-le de l’un des deux lieux, ou précisez-le (« Villeneuve-sur-Lot »).",
        en: "Remove it from one of the two places, or make it precise (“Villeneuve-sur-Lot”)."))
  }
}
