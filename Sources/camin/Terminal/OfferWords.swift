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
        text += "  \(refusal.title[language]) : \(reasons)\n"
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
      "\(clock(offer.departure)) – \(clock(offer.arrival))"
        + (offer.changes > 0
          ? say(fr: ", changements : \(offer.changes)", en: ", changes: \(offer.changes)") : "")
        + (offer.walkMetres > 0
          ? say(fr: ", \(offer.walkMetres) m à pied", en: ", \(offer.walkMetres) m on foot") : ""))
    if let price = offer.price {
      lines.append(
        "\(Figures.decimals(price)) €" + (offer.priceNote.map { " (\($0[language]))" } ?? ""))
    } else if let note = offer.priceNote {
      lines.append(note[language])
    }
    if let deadline = offer.deadline {
      lines.append(say(fr: "à réserver avant : ", en: "to be booked by: ") + deadline)
    }
    lines.append(offer.howToBook[language])
    lines += offer.steps.map { $0[language] }
    return lines.enumerated().map { ($0 == 0 ? "" : "   ") + $1 + "\n" }.joined()
  }

  /// `08:15` of `2026-11-25T08:15:00+01:00`.
  private func clock(_ text: String) -> String {
    String(text.drop { $0 != "T" }.dropFirst().prefix(5))
  }
}
