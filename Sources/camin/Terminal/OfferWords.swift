internal import Desk
internal import Planning

/// A list of offers, as people read it.
struct OfferWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func text(_ offers: Offers) -> String {
    var text = offers.offers.enumerated().map { item($0 + 1, $1) }.joined(separator: "\n")
    if !offers.refusals.isEmpty {
      text += "\n" + say(fr: "Ne conviennent pas :\n", en: "Will not do:\n")
      for refusal in offers.refusals {
        let reasons = refusal.reasons.map { $0[language] }.joined(separator: " ")
        text += "  " + refusal.title[language] + say(fr: " : ", en: ": ") + reasons + "\n"
      }
    }
    return text + "\n" + offers.note[language] + "\n"
  }

  private func item(_ number: Int, _ offer: OfferItem) -> String {
    var lines = [
      "\(number). \(offer.title[language])"
        + (offer.isOpen ? "" : say(fr: " (délai passé)", en: " (too late)"))
    ]
    lines.append(
      "\(clock(offer.departure)) – \(clock(offer.arrival)) (\(Shown.duration(offer.durationSeconds)))"
        + (offer.changes > 0
          ? say(fr: ", changements : \(offer.changes)", en: ", changes: \(offer.changes)") : "")
        + (offer.walkMetres > 0
          ? say(fr: ", \(offer.walkMetres) m à pied", en: ", \(offer.walkMetres) m on foot") : ""))
    lines.append(price(offer))
    if let deadline = offer.deadline.flatMap({ LocalMoment($0) }) {
      lines.append(
        say(fr: "À réserver avant le ", en: "To be booked by ") + Shown.moment(deadline)[language]
          + ".")
    }
    lines.append(wheelchair(offer))
    lines.append(offer.howToBook[language])
    lines += offer.steps.map { $0[language] }
    return lines.enumerated().map { ($0 == 0 ? "" : "   ") + $1 + "\n" }.joined()
  }

  private func price(_ offer: OfferItem) -> String {
    let note = offer.priceNote?[language]
    guard let price = offer.price else {
      let text = note ?? say(fr: "prix non connu", en: "price not known")
      return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
    return Shown.euros(price)[language] + (note.map { " (\($0))" } ?? "") + "."
  }

  private func wheelchair(_ offer: OfferItem) -> String {
    let answer =
      switch offer.wheelchair {
      case "possible": say(fr: "oui", en: "yes")
      case "impossible": say(fr: "non", en: "no")
      default: say(fr: "à demander", en: "ask first")
      }
    return say(fr: "En fauteuil roulant : ", en: "In a wheelchair: ") + answer + "."
  }

  /// `08:15` of `2026-11-25T08:15:00+01:00`.
  private func clock(_ text: String) -> String {
    String(text.drop { $0 != "T" }.dropFirst().prefix(5))
  }
}
