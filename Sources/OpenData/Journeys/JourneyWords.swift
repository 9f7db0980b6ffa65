public import Planning

/// Journeys as people are told them, in both languages.
public struct JourneyWords: Sendable {
  private let clock: PlanClock

  public init(_ clock: PlanClock) { self.clock = clock }

  /// `8 h 12 – 9 h 05, 1 changement, 400 m à pied`.
  public func title(_ journey: Journey) -> Bilingual {
    let (start, end) = (time(journey.departure), time(journey.arrival))
    let changes = journey.changes
    let parts: [(String, String)?] = [
      changes == 0
        ? nil
        : (
          "\(changes) changement\(changes > 1 ? "s" : "")",
          "\(changes) change\(changes > 1 ? "s" : "")"
        ),
      journey.walkMetres == 0
        ? nil : ("\(journey.walkMetres) m à pied", "\(journey.walkMetres) m on foot"),
    ]
    let extra = parts.compactMap { $0 }
    return Bilingual(
      fr: (["\(start.fr) – \(end.fr)"] + extra.map(\.0)).joined(separator: ", "),
      en: (["\(start.en) – \(end.en)"] + extra.map(\.1)).joined(separator: ", "))
  }

  /// A sentence for each leg.
  public func sentences(_ journey: Journey) -> [Bilingual] { journey.legs.map(sentence) }

  static func vehicle(_ ride: RideLeg) -> Bilingual {
    ride.isRail ? Bilingual(fr: "train", en: "train") : Bilingual(fr: "car", en: "bus")
  }

  private func sentence(_ leg: JourneyLeg) -> Bilingual {
    let (from, to) = (leg.ends.from.name, leg.ends.to.name)
    let (start, end) = (time(leg.departure), time(leg.arrival))
    switch leg {
    case .walk(let walk):
      let minutes = max(1, (walk.arrival - walk.departure + 59) / 60)
      let goal =
        to.isEmpty ? Bilingual(fr: "l’arrivée", en: "the destination") : Bilingual(fr: to, en: to)
      return Bilingual(
        fr: "À \(start.fr), à pied jusqu’à \(goal.fr) (\(walk.metres) m, \(minutes) min).",
        en: "At \(start.en), on foot to \(goal.en) (\(walk.metres) m, \(minutes) min).")
    case .ride(let ride):
      let vehicle = Self.vehicle(ride)
      let toward =
        ride.headsign.isEmpty
        ? Bilingual(fr: "", en: "")
        : Bilingual(fr: " direction \(ride.headsign)", en: " towards \(ride.headsign)")
      return Bilingual(
        fr:
          "À \(start.fr), \(vehicle.fr) \(ride.route)\(toward.fr), de \(from) à \(to), arrivée à \(end.fr).",
        en:
          "At \(start.en), \(vehicle.en) \(ride.route)\(toward.en), from \(from) to \(to), arriving at \(end.en)."
      )
    case .flex(let flex):
      return flexSentence(flex, end: end)
    }
  }

  private func flexSentence(_ flex: FlexLeg, end: Bilingual) -> Bilingual {
    let (open, close) = (time(flex.window.lowerBound), time(flex.window.upperBound))
    var fr = "Transport à la demande \(flex.route), prise en charge entre \(open.fr) et \(close.fr)"
    var en = "Demand-responsive service \(flex.route), pick-up between \(open.en) and \(close.en)"
    fr += " ; prêt à \(time(flex.departure).fr), arrivée à \(end.fr) au plus tard"
    en += "; ready at \(time(flex.departure).en), arriving at \(end.en) at the latest"
    if let deadline = flex.booking.deadline {
      let words = deadline.words
      fr += " ; à réserver avant le \(words.fr)"
      en += "; to be booked by \(words.en)"
    }
    if !flex.booking.phone.isEmpty {
      fr += " au \(flex.booking.phone)"
      en += " on \(flex.booking.phone)"
    }
    return Bilingual(fr: fr + ".", en: en + ".")
  }

  /// `8 h 05`, `08:05`; of the following day so said.
  public func time(_ elapsed: Int) -> Bilingual {
    let seconds = clock.clockTime(elapsed).seconds
    let wrapped = ((seconds % 86_400) + 86_400) % 86_400
    let (hour, minute) = (wrapped / 3600, wrapped / 60 % 60)
    let two = minute < 10 ? "0\(minute)" : "\(minute)"
    let later = seconds >= 86_400
    return Bilingual(
      fr: "\(hour) h \(two)" + (later ? " (lendemain)" : ""),
      en: (hour < 10 ? "0" : "") + "\(hour):\(two)" + (later ? " (next day)" : ""))
  }
}

extension LocalMoment {
  /// `24/11/2026 à 16 h 00`, `2026-11-24 at 16:00`.
  var words: Bilingual {
    let french = date.text.split(separator: "-").reversed().joined(separator: "/")
    let parts = time.text.split(separator: ":")
    return Bilingual(
      fr: "\(french) à \(Int(parts[0]) ?? 0) h \(parts[1])", en: "\(date.text) at \(time.text)")
  }
}
