internal import Planning

/// Offers to a caller in words.
struct QuoteWords {
  let day: Day
  let language: Language

  func text(_ quote: Quote) -> String {
    guard !quote.offers.isEmpty else { return refusal(quote.reasons) }
    return quote.offers.enumerated().map { paragraph($0 + 1, $1) }.joined(separator: "\n")
      + say(
        fr: "\nRien n’est promis avant l’enregistrement de la réservation.\n",
        en: "\nNothing is promised before the booking is entered.\n")
  }

  private func paragraph(_ number: Int, _ offer: QuoteOffer) -> String {
    var lines = offer.rides.enumerated().map { index, ride in
      (index == 0 ? "\(number).  " : "    ") + line(ride)
    }
    var figures = [
      "+" + Figures.decimals(Double(offer.extraMetres) / 1000, 1) + "\u{A0}km",
      (offer.extraCost < 0 ? "" : "+") + Figures.decimals(offer.extraCost) + "\u{A0}€",
    ]
    if let cents = offer.priceCents {
      figures.append(
        say(fr: "prix ", en: "price ") + Figures.decimals(Double(cents) / 100) + "\u{A0}€")
    }
    if !offer.newlyCalled.isEmpty {
      figures.append(
        say(fr: "à appeler : ", en: "to be called: ") + offer.newlyCalled.joined(separator: ", "))
    }
    lines.append("    " + figures.joined(separator: " · "))
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ ride: QuoteRide) -> String {
    let (first, last) = (clock(ride.earliestPickup), clock(ride.latestPickup))
    let span =
      ride.earliestPickup == ride.latestPickup
      ? ""
      : say(fr: " (possible de \(first) à \(last))", en: " (possible from \(first) to \(last))")
    return "\(ride.resource) : "
      + say(
        fr: "prise en charge \(clock(ride.pickup))\(span), arrivée \(clock(ride.arrival))",
        en: "pick-up \(clock(ride.pickup))\(span), arrival \(clock(ride.arrival))")
  }

  private func refusal(_ reasons: [Reason]) -> String {
    var lines = [say(fr: "Aucune proposition.", en: "No offer.")]
    for reason in reasons {
      lines.append("  " + reason.text[language])
      if let change = reason.leastChange {
        lines.append(
          say(fr: "  Changement possible. ", en: "  Possible change. ") + change.text[language])
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func clock(_ elapsed: Int) -> String {
    ClockTime(seconds: day.clock.clockTime(elapsed).seconds / 60 * 60).text
  }
}
