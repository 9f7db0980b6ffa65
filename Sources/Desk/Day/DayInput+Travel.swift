public import Planning

extension DayInput {
  /// A plan judged by other times than its own would break rules that nobody has broken: it is refused instead.
  ///
  /// - Parameter path: what faults call the plan.
  public func compareTravel(_ plan: Plan, _ path: String) throws(Failure) {
    let given = travel.provenance
    let own =
      plan.provenance.travel ?? TravelProvenance(kind: plan.approximate ? .estimate : .roads)
    // In a store who is no longer there takes a home along, and the sum over all times changes with it though none of the
    // plan's does: what times come from decides then.
    var isKept = false
    if case .store = try DaySource(path) { isKept = true }
    let isSame =
      own.timesHash == given.timesHash || own.timesHash.isEmpty
      || isKept && own.fingerprint == given.fingerprint
    guard own.kind != given.kind || !isSame else { return }
    throw Failure(.usage, [.otherTravel(path, own, given)])
  }
}

extension Fault {
  fileprivate static func otherTravel(
    _ path: String, _ own: TravelProvenance, _ given: TravelProvenance
  ) -> Fault {
    Fault(
      code: "other-travel", place: FaultPlace(file: path, pointer: "/provenance/travel"),
      field: "travel", value: own.source,
      cause: Bilingual(
        fr: "Le plan a été fait avec \(own.words.fr) ; il est lu ici avec \(given.words.fr), dont "
          + "les temps diffèrent.",
        en: "The plan was made with \(own.words.en); here it is read with \(given.words.en), whose "
          + "times differ."),
      remedy: remedy(own))
  }

  private static func remedy(_ own: TravelProvenance) -> Bilingual {
    switch own.kind {
    case .estimate:
      Bilingual(
        fr: "Ajoutez --roads none, ou refaites le plan avec ces routes.",
        en: "Add --roads none, or make the plan anew with these roads.")
    case .roads:
      Bilingual(
        fr: "Donnez les mêmes routes avec --roads"
          + (own.source.isEmpty ? "" : " (\(own.source))") + ", ou refaites le plan.",
        en: "Give the same roads with --roads" + (own.source.isEmpty ? "" : " (\(own.source))")
          + ", or make the plan anew.")
    }
  }
}

extension TravelProvenance {
  /// `les routes « lot.roads » (5f0c…)`, within a sentence.
  public var words: Bilingual {
    switch kind {
    case .estimate:
      return Bilingual(
        fr: "des temps estimés à vol d’oiseau", en: "times estimated as the crow flies")
    case .roads:
      guard !source.isEmpty else {
        return Bilingual(fr: "des temps de route", en: "road times")
      }
      // `graph:` or the like stands before the checksum; a server's name is all there is.
      let sum = fingerprint == source ? nil : fingerprint.split(separator: ":").last
      let tail = sum.map { " (\($0.prefix(8)))" } ?? ""
      return Bilingual(fr: "les routes « \(source) »\(tail)", en: "the roads “\(source)”\(tail)")
    }
  }
}
