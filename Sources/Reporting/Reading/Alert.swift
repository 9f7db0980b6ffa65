import Planning

/// Something in the plan that the coordinator should look at before telling people.
struct Alert: Hashable, Sendable {
  enum Kind: Int, CaseIterable, Sendable {
    /// A rider reaches an appointment after its time.
    case late
    /// A rider reaches an appointment with little to spare.
    case tight
    /// The end of the appointment is only an estimate.
    case willCall
    /// The run goes on past midnight.
    case pastMidnight
    /// The run goes out for fewer riders than the service would rather have.
    case fewRiders
  }
  var kind: Kind
  var run: Int
  var text: Bilingual

  static func all(in index: PlanIndex) -> [Alert] {
    let found = index.runs.flatMap { record in
      record.run.stops.flatMap { tight($0, record, index) + willCall($0, record, index) }
        + pastMidnight(record, index) + fewRiders(record)
    }
    return Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }

  private static func tight(_ stop: RunStop, _ record: RunRecord, _ index: PlanIndex) -> [Alert] {
    guard stop.kind == .delivery, case .arriveBy(let time)? = index.legs[stop.leg]?.leg.anchor,
      let appointment = index.clock.elapsed(time), appointment - stop.start < index.tightMargin
    else { return [] }
    let place = index.fullName(stop.place)
    let (arrival, clock) = (index.clock.text(stop.start), DayClock.text(time))
    return [
      Alert(
        kind: appointment < stop.start ? .late : .tight, run: record.number,
        text: Bilingual(
          fr: "\(stop.rider) arrive à \(arrival) pour \(clock) (\(place), \(record.run.resource)).",
          en: "\(stop.rider) arrives at \(arrival) for \(clock) (\(place), \(record.run.resource))."
        ))
    ]
  }

  private static func willCall(_ stop: RunStop, _ record: RunRecord, _ index: PlanIndex) -> [Alert]
  {
    guard stop.kind == .pickup,
      case .release(let time, let spread)? = index.legs[stop.leg]?.leg.anchor,
      spread > 0
    else { return [] }
    let place = index.fullName(stop.place)
    let doubt = Formats(.french).duration(seconds: spread)
    let (pickup, clock) = (index.clock.text(stop.start), DayClock.text(time))
    return [
      Alert(
        kind: .willCall, run: record.number,
        text: Bilingual(
          fr: "\(stop.rider) finit vers \(clock) ± \(doubt) à \(place) ; "
            + "\(record.run.resource) y est à \(pickup).",
          en: "\(stop.rider) ends about \(clock) ± \(doubt) at \(place); "
            + "\(record.run.resource) is there at \(pickup)."))
    ]
  }

  private static func pastMidnight(_ record: RunRecord, _ index: PlanIndex) -> [Alert] {
    let run = record.run
    guard index.clock.day(run.arrival) != index.plan.date else { return [] }
    let clock = index.clock.text(run.arrival)
    return [
      Alert(
        kind: .pastMidnight, run: record.number,
        text: Bilingual(
          fr: "\(run.resource) rentre après minuit, à \(clock).",
          en: "\(run.resource) is back after midnight, at \(clock)."))
    ]
  }

  private static func fewRiders(_ record: RunRecord) -> [Alert] {
    guard let few = record.run.fewRiders else { return [] }
    let (one, many) = (
      Bilingual(fr: "montée", en: "boarding"), Bilingual(fr: "montées", en: "boardings")
    )
    let (fr, en) = (
      Formats(.french).count(few.riders, one, many), Formats(.english).count(few.riders, one, many)
    )
    return [
      Alert(
        kind: .fewRiders, run: record.number,
        text: Bilingual(
          fr: "\(record.run.resource) sort pour \(fr) ; le service préfère en avoir au moins "
            + "\(few.least).",
          en: "\(record.run.resource) goes out for \(en); the service would rather have at least "
            + "\(few.least)."))
    ]
  }
}

extension Alert.Kind {
  var title: Bilingual {
    switch self {
    case .late: Bilingual(fr: "Arrivées en retard", en: "Late arrivals")
    case .tight: Bilingual(fr: "Arrivées serrées", en: "Tight arrivals")
    case .willCall:
      Bilingual(fr: "Retours à l’heure incertaine", en: "Returns at an uncertain time")
    case .pastMidnight: Bilingual(fr: "Fin après minuit", en: "Ending after midnight")
    case .fewRiders:
      Bilingual(fr: "Tournées pour peu de voyageurs", en: "Runs for few riders")
    }
  }
}
