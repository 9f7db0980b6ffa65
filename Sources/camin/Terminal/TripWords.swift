internal import Desk
internal import Planning

/// Explanations of trips in words.
struct TripWords {
  let input: DayInput
  let plan: Plan
  let language: Language

  func served(_ trip: TripExplanation) -> String {
    var lines = [
      "\(trip.leg) – \(route(ofLeg: trip.leg))",
      say(fr: "  Tournée ", en: "  Run ") + trip.run + times(of: trip.leg),
      "  " + trip.text[language],
    ]
    lines += trip.alternatives.prefix(3).map { other in
      let more = Figures.decimals(other.extraCost)
      return "    " + other.resource + (other.extraCost < 0 ? " : " : " : +") + more + "\u{A0}€"
    }
    if !trip.busy.isEmpty {
      lines.append(say(fr: "  Déjà pris : ", en: "  Taken: ") + trip.busy.joined(separator: ", "))
    }
    if !trip.absent.isEmpty {
      lines.append(
        say(fr: "  Pas là à cette heure : ", en: "  Not there at that time: ")
          + trip.absent.joined(separator: ", "))
    }
    lines.append(
      say(
        fr: "  Exclus par les règles : \(trip.excluded) sur \(input.day.resources.count)",
        en: "  Excluded by the rules: \(trip.excluded) of \(input.day.resources.count)"))
    lines += trip.margins.map { "  " + $0.text[language] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A leg that somebody outside the scheme drives (R33); why no run serves it is told apart.
  func outside(_ ride: OutsideRide) -> String {
    let fallback = input.scenario.territory.fallbacks.first { $0.id == ride.fallback }
    let price = Figures.decimals(ride.price, 2) + "\u{A0}€"
    return "\(ride.leg) – \(route(ofLeg: ride.leg))\n"
      + say(fr: "  Confié à ", en: "  Given to ") + (fallback?.title ?? ride.fallback)
      + ", \(price).\n"
  }

  func unserved(_ booking: UnservedBooking) -> String {
    var lines = booking.legs.map { "\($0) – \(route(ofLeg: $0))" }
    let isGiven = booking.legs.allSatisfy { leg in plan.outside.contains { $0.leg == leg } }
    lines.append(
      isGiven
        ? say(fr: "  Sans recours extérieur, non servi :", en: "  Without it, not served:")
        : say(fr: "  Non servi.", en: "  Not served."))
    for reason in booking.reasons {
      lines.append("  " + reason.text[language])
      if reason.ofResources > 0 {
        lines.append(
          say(
            fr:
              "    (vrai pour \(reason.resources) des \(reason.ofResources) bénévoles et véhicules)",
            en: "    (\(reason.resources) of \(reason.ofResources) volunteers and vehicles)"))
      }
      if let change = reason.leastChange {
        lines.append(
          say(fr: "  Changement possible. ", en: "  Possible change. ") + change.text[language])
      }
    }
    lines += bindings(booking)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What keeps each volunteer and vehicle from the legs.
  private func bindings(_ booking: UnservedBooking) -> [String] {
    guard !booking.bindings.isEmpty else { return [] }
    let title = say(fr: "  Par bénévole et véhicule :", en: "  By volunteer and vehicle:")
    return [title]
      + booking.bindings.map { binding in
        let names = binding.resources.prefix(Self.mostNames).joined(separator: ", ")
        let more = binding.resources.count - Self.mostNames
        let rest = more > 0 ? say(fr: " et \(more) autres", en: " and \(more) others") : ""
        let rule = binding.source.isEmpty ? binding.rule : binding.rule + ", " + binding.source
        let proof = binding.proven ? "" : say(fr: " ; non démontré", en: "; not proven")
        return "    " + names + rest + say(fr: " : ", en: ": ") + binding.text[language]
          + " [" + rule + proof + "]"
      }
  }

  /// Names listed for one rule; `--json` has them all.
  private static let mostNames = 12

  /// Rider and places.
  private func route(ofLeg id: String) -> String {
    guard let index = input.day.legIndex[id] else { return "" }
    let leg = input.day.legs[index]
    let places = input.scenario.places
    return "\(leg.rider.id), \(places[leg.from].name) → \(places[leg.to].name)"
  }

  /// Pick-up and set-down as the plan has them.
  private func times(of leg: String) -> String {
    let stops = plan.runs.flatMap(\.stops).filter { $0.leg == leg }
    guard let pickup = stops.first, let delivery = stops.last else { return "" }
    func clock(_ seconds: Int) -> String {
      ClockTime(seconds: input.day.clock.clockTime(seconds).seconds / 60 * 60).text
    }
    return say(
      fr: " : départ \(clock(pickup.start)), arrivée \(clock(delivery.start))",
      en: ": pick-up \(clock(pickup.start)), arrival \(clock(delivery.start))")
  }
}
