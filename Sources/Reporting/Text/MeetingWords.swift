import Planning

/// How it is said that a rider is met at a stop near the door (R24).
struct MeetingWords: Sendable {
  let index: PlanIndex
  let formats: Formats

  /// `Rendez-vous à l’arrêt Place du Foirail, 250 m à pied`; nothing at the door.
  func toRider(_ stop: RunStop) -> [String] {
    guard !stop.door.isEmpty else { return [] }
    let (name, metres) = (index.placeName(stop.place), metres(stop))
    return [
      stop.kind == .pickup
        ? formats.say(
          fr: "Rendez-vous à l’arrêt \(name), \(metres) à pied",
          en: "Meet at stop \(name), \(metres) on foot")
        : formats.say(
          fr: "Dépose à l’arrêt \(name), \(metres) à pied",
          en: "Set down at stop \(name), \(metres) on foot")
    ]
  }

  /// `Rendez-vous à l’arrêt, vient à pied de Le Mas, Catus (250 m)`; nothing at the door.
  func toDriver(_ stop: RunStop) -> [String] {
    guard !stop.door.isEmpty else { return [] }
    let (door, metres) = (index.fullName(stop.door), metres(stop))
    return [
      stop.kind == .pickup
        ? formats.say(
          fr: "Rendez-vous à l’arrêt, vient à pied de \(door) (\(metres))",
          en: "Meets you at the stop, on foot from \(door) (\(metres))")
        : formats.say(
          fr: "Dépose à l’arrêt, continue à pied vers \(door) (\(metres))",
          en: "Set down at the stop, goes on to \(door) on foot (\(metres))")
    ]
  }

  private func metres(_ stop: RunStop) -> String {
    formats.number(Double(stop.walk)) + Formats.noBreak + "m"
  }
}
