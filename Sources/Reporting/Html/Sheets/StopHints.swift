import Planning

/// What a driver should know at a stop, in short sentences.
struct StopHints: Sendable {
  let index: PlanIndex
  let formats: Formats
  let record: RunRecord

  /// Waits shorter than this are part of driving, seconds.
  private static let worthTelling = 300
  /// With riders on board a shorter wait is told, for they will ask (R34), seconds.
  private static let worthTellingOnBoard = 60

  func hints(for stop: RunStop) -> [String] {
    switch stop.kind {
    case .pickup: line(stop) + walk(stop) + pickup(stop) + waiting(stop)
    case .delivery: walk(stop) + delivery(stop) + waiting(stop)
    case .rest:
      [formats.capitalized(formats.duration(seconds: stop.departure - stop.start))]
    case .base:
      [
        formats.say(
          fr: "Repart à \(index.clock.text(stop.departure))",
          en: "Leaves again at \(index.clock.text(stop.departure))")
      ]
    }
  }

  /// R30: the driver keeps to the line's times.
  private func line(_ stop: RunStop) -> [String] {
    guard let line = index.legs[stop.leg]?.leg.line, !line.isEmpty else { return [] }
    return [
      formats.say(fr: "Ligne \(line), à l’heure de la ligne", en: "Line \(line), at its time")
    ]
  }

  private func walk(_ stop: RunStop) -> [String] {
    MeetingWords(index: index, formats: formats).toDriver(stop)
      + ConnectionWords(index: index, formats: formats).toDriver(stop)
  }

  private func pickup(_ stop: RunStop) -> [String] {
    var hints: [String] = []
    let needs = Needs.phrase(stop.needs, companions: stop.companions, formats)
    if !needs.isEmpty { hints.append(formats.capitalized(needs)) }
    guard let record = index.legs[stop.leg] else { return hints }
    if case .release(let time, let spread) = record.leg.anchor, spread > 0 {
      let (clock, doubt) = (DayClock.text(time), formats.duration(seconds: spread))
      hints.append(
        formats.say(
          fr: "Fin du rendez-vous estimée à \(clock) ± \(doubt)",
          en: "Appointment should end at \(clock) ± \(doubt)"))
    }
    return hints
  }

  private func delivery(_ stop: RunStop) -> [String] {
    guard let leg = index.legs[stop.leg], leg.leg.connection == nil else { return [] }
    var hints: [String] = []
    if case .arriveBy(let time) = leg.leg.anchor {
      let clock = DayClock.text(time)
      hints.append(formats.say(fr: "Attendu à \(clock)", en: "Expected at \(clock)"))
    }
    if leg.booking.accompany {
      hints.append(formats.say(fr: "Rester avec la personne", en: "Stay with the rider"))
    }
    return hints + back(stop)
  }

  /// How the rider comes back, where the plan serves that leg.
  private func back(_ stop: RunStop) -> [String] {
    guard let next = index.serviceAfter(leg: stop.leg), let pickup = next.pickup else { return [] }
    let clock = index.clock.text(pickup.start)
    let other = next.run.run.resource
    if other == record.run.resource {
      return [formats.say(fr: "Revient à \(clock) avec vous", en: "Returns at \(clock) with you")]
    }
    return [
      formats.say(fr: "Revient à \(clock) avec \(other)", en: "Returns at \(clock) with \(other)")
    ]
  }

  private func peopleOnBoard(before stop: RunStop) -> Int {
    guard let position = record.run.stops.firstIndex(of: stop), position > 0 else { return 0 }
    return record.run.stops[position - 1].onBoard
  }

  private func waiting(_ stop: RunStop) -> [String] {
    let wait = stop.start - stop.arrival
    let onBoard = peopleOnBoard(before: stop)
    guard wait >= (onBoard > 0 ? Self.worthTellingOnBoard : Self.worthTelling) else { return [] }
    let (clock, time) = (index.clock.text(stop.arrival), formats.duration(seconds: wait))
    if onBoard > 0 {
      let people = formats.count(
        onBoard, Bilingual(fr: "personne", en: "person"), Bilingual(fr: "personnes", en: "people"))
      return [
        formats.say(
          fr: "Sur place à \(clock), \(time) d’attente avec \(people) à bord",
          en: "There at \(clock), \(time) to wait with \(people) on board")
      ]
    }
    return [
      formats.say(
        fr: "Sur place à \(clock), \(time) d’attente", en: "There at \(clock), \(time) to wait")
    ]
  }
}
