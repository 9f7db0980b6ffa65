/// R8: how far out of the way patients who share a vehicle are driven along a run, each of them and all together.
struct PatientDetours {
  private struct Open {
    var leg: Int
    var metres = 0
    var others = 0
  }
  /// From where the first patient gets in until the last gets out.
  private struct Tour {
    var legs: [Int] = []
    var from = 0
    var metres = 0
    /// The greatest detour told of one of its patients.
    var told = 0
  }
  private let day: Day
  private let run: Run
  private let limits: RideLimits

  init(_ day: Day, _ run: Run) {
    self.day = day
    self.run = run
    limits = RideLimits(rules: day.rules)
  }

  func violations() -> [PlanViolation] {
    var open: [Open] = []
    var tour = Tour()
    var found: [PlanViolation] = []
    for stop in run.stops {
      for i in open.indices { open[i].metres += stop.metres }
      tour.metres += stop.metres
      guard let leg = day.legIndex[stop.leg], day.legs[leg].booking.insured else { continue }
      if stop.kind == .pickup {
        if open.isEmpty { tour = Tour(from: place(leg, .pickup)) }
        tour.legs.append(leg)
        open.append(Open(leg: leg))
        for i in open.indices { open[i].others = max(open[i].others, open.count - 1) }
      } else if let i = open.firstIndex(where: { $0.leg == leg }) {
        let ride = open.remove(at: i)
        if let broken = patient(ride) {
          found.append(broken)
          tour.told = max(tour.told, Int(broken.value ?? 0))
        }
        if open.isEmpty, let broken = whole(tour, to: leg) { found.append(broken) }
      }
    }
    return found
  }

  private func place(_ leg: Int, _ end: LegEnd) -> Int {
    guard let resource = day.resourceIndex[run.resource] else {
      return end == .pickup ? day.legs[leg].from : day.legs[leg].to
    }
    return day.meetingPlace(leg, end, by: resource)
  }

  private func patient(_ ride: Open) -> PlanViolation? {
    let detour = ride.metres - day.legs[ride.leg].directMetres
    guard limits.limitsPatients, ride.others > 0 else { return nil }
    let (found, allowed, most) = words(detour, others: ride.others)
    guard detour > most else { return nil }
    return violation(
      "patient-detour", [ride.leg], detour: detour, most: most,
      Bilingual(
        fr: "Le détour du patient est de \(found.fr) km ; avec \(ride.others + 1) patients, "
          + "\(allowed.fr) km sont permis.",
        en: "The patient’s detour is \(found.en) km; with \(ride.others + 1) patients, "
          + "\(allowed.en) km are allowed."))
  }

  /// What is told of a patient already is not told of the tour again.
  private func whole(_ tour: Tour, to leg: Int) -> PlanViolation? {
    let detour = tour.metres - day.travel.metres(tour.from, place(leg, .delivery))
    guard limits.limitsTours, tour.legs.count > 1, detour > tour.told else { return nil }
    let (found, allowed, most) = words(detour, others: tour.legs.count - 1)
    guard detour > most else { return nil }
    return violation(
      "tour-detour", tour.legs.sorted(), detour: detour, most: most,
      Bilingual(
        fr: "Avec des patients à bord, le véhicule fait \(found.fr) km de plus que le chemin "
          + "direct ; avec \(tour.legs.count) patients, \(allowed.fr) km sont permis.",
        en: "With patients on board the vehicle drives \(found.en) km more than the direct way; "
          + "with \(tour.legs.count) patients, \(allowed.en) km are allowed."))
  }

  private func words(
    _ detour: Int, others: Int
  ) -> (found: Bilingual, allowed: Bilingual, most: Int) {
    let most = limits.longestDetour(others: others)
    return (Shown.number(Double(detour) / 1000), Shown.number(Double(most) / 1000), most)
  }

  private func violation(
    _ rule: String, _ legs: [Int], detour: Int, most: Int, _ text: Bilingual
  ) -> PlanViolation {
    let key: FigureKey =
      most == day.rules.metres(.detourMost) ? .detourMost : .detourPerExtraPatient
    let riders = legs.map { day.legs[$0].rider.id }
    return PlanViolation(
      rule: rule, figure: day.rules.citation(key), run: run.id,
      legs: legs.map { day.legs[$0].leg.id }, riders: Array(Set(riders)).sorted(),
      value: Double(detour), limit: Double(most), unit: "m",
      source: day.rules.figure(key)?.source ?? "", text: text)
  }
}
