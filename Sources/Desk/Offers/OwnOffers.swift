internal import Planning

/// What the territory's own drivers and vehicles, and whoever it pays outside, can do for one leg.
struct OwnOffers {
  private(set) var items: [RankedOffer] = []
  private(set) var refusals: [OfferRefusal] = []
  private let day: Day
  private let query: OfferQuery

  init(_ day: Day, _ query: OfferQuery) {
    self.day = day
    self.query = query
    let eligibility = Eligibility(day)
    for mode in Mode.allCases { add(mode, eligibility) }
    for fallback in day.scenario.territory.fallbacks { add(fallback) }
  }

  private var leg: DayLeg { day.legs[0] }

  /// Elapsed seconds by the direct way.
  private var times: (departure: Int, arrival: Int) {
    let ride = leg.pickupService + leg.slowestDirectSeconds + leg.setdownService
    func elapsed(_ time: ClockTime) -> Int { day.clock.elapsed(time) ?? time.seconds }
    switch query.time {
    case .departAfter(let time): return (elapsed(time), elapsed(time) + ride)
    case .arriveBy(let time): return (elapsed(time) - ride, elapsed(time))
    }
  }

  private mutating func add(_ mode: Mode, _ eligibility: Eligibility) {
    let all = day.resources.indices.filter { day.resources[$0].mode == mode }
    guard !all.isEmpty else { return }
    let times = times
    let allowed = eligibility.candidates(0, of: day).filter { day.resources[$0].mode == mode }
    let there = allowed.filter { resource in
      day.resources[resource].shifts.contains {
        $0.start <= times.departure && $0.end >= times.arrival
      }
    }
    let deadline = BookingDeadline(
      of: mode.kind, rules: day.rules, territory: day.scenario.territory)
    guard !there.isEmpty else {
      refusals.append(
        OfferRefusal(
          kind: mode.offerKind, title: mode.offerTitle,
          reasons: reasons(all, allowed: allowed, eligibility)))
      return
    }
    let seats = there.contains { r in
      day.resources[r].layouts.contains { $0["wheelchair", default: 0] > 0 }
    }
    let (price, note) = price(mode)
    items.append(
      item(
        mode.offerKind, mode.offerTitle, price: price, note: note,
        deadline: deadline?.moment,
        wheelchair: mode == .volunteer ? "unknown" : seats ? "possible" : "impossible",
        howToBook: mode.howToBook(there.count, insured: query.insured)))
  }

  /// Rules that keep them from the leg, the commonest first.
  private func reasons(_ all: [Int], allowed: [Int], _ eligibility: Eligibility) -> [Bilingual] {
    guard allowed.isEmpty else {
      return [
        Bilingual(
          fr: "Personne n’est là à cette heure.", en: "Nobody is there at that time.")
      ]
    }
    var counts: [Bilingual: Int] = [:]
    for resource in all {
      for refusal in eligibility.refusals(0, resource).prefix(1) {
        counts[refusal.text, default: 0] += 1
      }
    }
    return counts.sorted { ($1.value, $0.key.en) < ($0.value, $1.key.en) }.prefix(3).map(\.key)
  }

  private mutating func add(_ fallback: OutsideFallback) {
    let kilometres = Double(leg.directMetres) / 1000
    let title = Bilingual(fr: fallback.title, en: fallback.title)
    var reasons: [Bilingual] = []
    if query.insured, !fallback.insured {
      reasons.append(
        Bilingual(fr: "Ne prend pas les trajets prescrits.", en: "Takes no prescribed trips."))
    }
    if !fallback.purposes.isEmpty, !fallback.purposes.contains(query.purpose) {
      reasons.append(
        Bilingual(fr: "Ne prend pas ce motif.", en: "Does not take this purpose."))
    }
    if !query.needs.allSatisfy(fallback.needsAccepted.contains) {
      reasons.append(
        Bilingual(fr: "Ne répond pas aux besoins du passager.", en: "Does not cater for the needs.")
      )
    }
    if let most = fallback.longestKilometres, kilometres > most {
      reasons.append(Bilingual(fr: "Le trajet est trop long.", en: "The trip is too long."))
    }
    guard reasons.isEmpty else {
      refusals.append(OfferRefusal(kind: .outside, title: title, reasons: reasons))
      return
    }
    let price = Shown.euros(fallback.fixed + fallback.perKilometre * kilometres)
    items.append(
      item(
        .outside, title, price: nil,
        note: Bilingual(
          fr: "\(price.fr) payés par le territoire, dans la limite de son budget",
          en: "\(price.en) paid by the territory, within its budget"), deadline: nil,
        wheelchair: fallback.needsAccepted.contains("wheelchair") ? "possible" : "unknown",
        howToBook: Bilingual(
          fr: "Par la coordination.", en: "Through the coordinator.")))
  }

  private func item(
    _ kind: OfferItem.Kind, _ title: Bilingual, price: Double?, note: Bilingual?,
    deadline: LocalMoment?, wheelchair: String, howToBook: Bilingual
  ) -> RankedOffer {
    let times = times
    let isOpen = query.askedAt.map { asked in deadline.map { asked <= $0 } ?? true } ?? true
    return RankedOffer(
      item: OfferItem(
        kind: kind, title: title, departure: day.clock.iso8601(times.departure),
        arrival: day.clock.iso8601(times.arrival),
        durationSeconds: times.arrival - times.departure, changes: 0, walkMetres: 0, price: price,
        priceNote: note, deadline: deadline?.text, isOpen: isOpen, wheelchair: wheelchair,
        howToBook: howToBook, steps: [], journey: nil))
  }

  // MARK: Prices

  private func price(_ mode: Mode) -> (Double?, Bilingual?) {
    switch mode {
    case .volunteer: volunteerShare()
    case .tad: fare()
    case .vsl, .taxi: patientTariff(mode)
    }
  }

  /// The rider's share by the direct way, as the profile has it (R36).
  private func volunteerShare() -> (Double?, Bilingual?) {
    let rules = day.rules
    func value(_ key: FigureKey) -> Double? { rules.figure(key)?.value }
    guard var rate = value(.shareRate) else { return (nil, nil) }
    if let cap = value(.tusShareCap) { rate = min(rate, cap) }
    let least = value(.shareMinimum) ?? 0
    let euros = max(least, rate * Double(leg.directMetres) / 1000)
    return (
      (euros * 100).rounded() / 100,
      Bilingual(
        fr: "participation aux frais, moindre si le trajet est partagé",
        en: "share of the costs, less if the ride is shared")
    )
  }

  /// What the service asks, as the profile has it (R36).
  private func fare() -> (Double?, Bilingual?) {
    guard !query.insured,
      let cents = DayTariff.fareCents(companions: query.companions, day.rules)
    else { return (nil, nil) }
    let note =
      query.companions == 0
      ? Bilingual(fr: "prix du trajet", en: "fare of the ride")
      : Bilingual(fr: "prix du trajet, accompagnants compris", en: "fare, companions included")
    return (Double(cents) / 100, note)
  }

  /// What the insurance is billed; nothing is known of what others pay.
  private func patientTariff(_ mode: Mode) -> (Double?, Bilingual?) {
    guard query.insured else { return (nil, nil) }
    let ride = TariffRide(
      mode: mode, metres: leg.directMetres, inWheelchair: query.needs.contains("wheelchair"))
    let bill = PatientTariff(day.rules).bill(ride)
    return (
      nil,
      bill.map {
        let euros = Shown.euros(Double($0.totalCents) / 100)
        return Bilingual(
          fr: "facturé à l’assurance maladie, environ \(euros.fr)",
          en: "billed to the health insurance, about \(euros.en)")
      }
    )
  }
}

extension Mode {
  fileprivate var kind: RuleKind {
    switch self {
    case .volunteer: .volunteer
    case .tad: .tad
    case .vsl: .vsl
    case .taxi: .taxi
    }
  }

  fileprivate var offerKind: OfferItem.Kind {
    switch self {
    case .volunteer: .volunteer
    case .tad: .tad
    case .vsl: .vsl
    case .taxi: .taxi
    }
  }

  fileprivate var offerTitle: Bilingual {
    switch self {
    case .volunteer: Bilingual(fr: "Conducteur bénévole", en: "Volunteer driver")
    case .tad: Bilingual(fr: "Transport à la demande", en: "Demand-responsive transport")
    case .vsl: Bilingual(fr: "VSL (transport assis de patient)", en: "VSL (seated patients)")
    case .taxi: Bilingual(fr: "Taxi conventionné", en: "Conventioned taxi")
    }
  }

  fileprivate func howToBook(_ count: Int, insured: Bool) -> Bilingual {
    switch self {
    case .volunteer:
      Bilingual(
        fr:
          "Par la coordination ; \(count) bénévole\(count > 1 ? "s" : "") possible\(count > 1 ? "s" : "").",
        en: "Through the coordinator; \(count) volunteer\(count > 1 ? "s" : "") possible.")
    case .tad:
      Bilingual(
        fr:
          "Auprès du service ; \(count) véhicule\(count > 1 ? "s" : "") possible\(count > 1 ? "s" : "").",
        en: "With the service; \(count) vehicle\(count > 1 ? "s" : "") possible.")
    case .vsl, .taxi:
      insured
        ? Bilingual(
          fr: "Avec la prescription, auprès du transporteur ou de la coordination.",
          en: "With the prescription, from the carrier or through the coordinator.")
        : Bilingual(
          fr: "Auprès du transporteur ou de la coordination.",
          en: "From the carrier or through the coordinator.")
    }
  }
}
