import Planning

extension Anchor {
  /// The rider's time wish in words, e.g. `arriver avant 10:00`.
  func phrase(_ formats: Formats) -> String {
    let text: Bilingual
    switch self {
    case .arriveBy(let time):
      let clock = DayClock.text(time)
      text = Bilingual(fr: "arriver avant \(clock)", en: "arrive by \(clock)")
    case .departAfter(let time):
      let clock = DayClock.text(time)
      text = Bilingual(fr: "partir après \(clock)", en: "leave after \(clock)")
    case .release(let time, let spread):
      let clock = DayClock.text(time)
      let doubt = spread > 0 ? " ± " + formats.duration(seconds: spread) : ""
      text = Bilingual(
        fr: "fin du rendez-vous vers \(clock)\(doubt)",
        en: "appointment ends about \(clock)\(doubt)")
    case .fixed(let time):
      let clock = DayClock.text(time)
      text = Bilingual(fr: "départ à \(clock) précises", en: "pick-up at exactly \(clock)")
    case .afterStay(let least, let greatest):
      let low = formats.duration(seconds: least)
      let high = formats.duration(seconds: greatest)
      text = Bilingual(
        fr: "retour \(low) à \(high) après l’arrivée", en: "return \(low) to \(high) after arriving"
      )
    }
    return text[formats.language]
  }
}
