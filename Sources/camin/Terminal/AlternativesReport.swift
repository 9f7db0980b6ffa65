internal import OpenData
internal import Planning

/// What scheduled transport would do for a day's bookings, told.
struct AlternativesReport {
  /// What `--json` tells.
  struct Document: Encodable {
    struct Leg: Encodable {
      let leg: String
      let booking: String
      /// Scheduled transport would do.
      let suits: Bool
      let obstacles: [String]
      let steered: Bool
      let journey: JourneyDocument?
      /// Who drives it in the plan.
      let drivenBy: String?
    }
    let legs: [Leg]
    let totals: Totals
  }

  /// Shares and kilometres, for the record.
  struct Totals: Encodable {
    let legs: Int
    let bookings: Int
    /// Some bus or train runs at about that time, whether it will do or not.
    let legsWithJourney: Int
    let legsSuited: Int
    /// All of their legs have a bus or train, or one that will do.
    let bookingsWithJourney: Int
    let bookingsSuited: Int
    /// Rides with volunteers in the plan that scheduled transport would do for, and their direct kilometres.
    let volunteerLegsSuited: Int?
    let volunteerKilometresSuited: Double?
  }

  let document: Document
  private let alternatives: DayAlternatives

  init(_ alternatives: DayAlternatives, plan: Plan?) {
    self.alternatives = alternatives
    let drivers = Dictionary(
      (plan?.runs ?? []).flatMap { run in
        run.stops.filter { $0.kind == .pickup }.map { ($0.leg, run) }
      }, uniquingKeysWith: { first, _ in first })
    let steered = alternatives.steered()
    let legs = alternatives.entries.map { entry in
      Document.Leg(
        leg: entry.leg, booking: entry.booking, suits: entry.obstacles.isEmpty,
        obstacles: entry.obstacles.map(\.rawValue), steered: steered[entry.leg] != nil,
        journey: entry.journey.map { JourneyDocument($0, clock: alternatives.day.clock) },
        drivenBy: drivers[entry.leg]?.resource)
    }
    let byBooking = Dictionary(grouping: alternatives.entries, by: \.booking).values
    let driven = zip(alternatives.day.legs, alternatives.entries).filter { _, entry in
      entry.obstacles.isEmpty && drivers[entry.leg]?.mode == .volunteer
    }
    document = Document(
      legs: legs,
      totals: Totals(
        legs: legs.count, bookings: byBooking.count, legsWithJourney: alternatives.served,
        legsSuited: alternatives.fitting,
        bookingsWithJourney: byBooking.count { $0.allSatisfy { $0.journey != nil } },
        bookingsSuited: byBooking.count { $0.allSatisfy { $0.obstacles.isEmpty } },
        volunteerLegsSuited: plan == nil ? nil : driven.count,
        volunteerKilometresSuited: plan == nil
          ? nil : driven.reduce(0) { $0 + Double($1.0.directMetres) / 1000 }))
  }

  func text(_ language: Language) -> String {
    let words = alternatives.words
    var text = ""
    for (leg, entry) in zip(document.legs, alternatives.entries) {
      let ends = alternatives.day.legIndex[entry.leg].map { alternatives.day.legs[$0] }
      let places = alternatives.day.scenario.places
      let way = ends.map { places[$0.from].id + " → " + places[$0.to].id } ?? ""
      text += "\(entry.leg)  \(way)" + (leg.drivenBy.map { "  [\($0)]" } ?? "") + "\n"
      if let journey = entry.journey {
        text += "  " + words.title(journey)[language] + "\n"
        text += words.sentences(journey).map { "    " + $0[language] + "\n" }.joined()
      }
      let obstacles = entry.obstacles.map { $0.text[language] }.joined(separator: ", ")
      let verdict =
        obstacles.isEmpty
        ? say(fr: "convient", en: "will do")
        : say(fr: "ne convient pas : ", en: "will not do: ") + obstacles
      text +=
        "  → " + verdict
        + (leg.steered ? say(fr: " ; bénévoles épargnés", en: "; volunteers spared") : "") + "\n"
    }
    return text + "\n" + totals
  }

  private var totals: String {
    let totals = document.totals
    func share(_ part: Int, _ whole: Int) -> String {
      "\(Figures.whole(part)) / \(Figures.whole(whole)) ("
        + Figures.decimals(whole == 0 ? 0 : 100 * Double(part) / Double(whole), 1) + " %)"
    }
    var rows = [
      (
        say(fr: "Trajets avec un car ou un train", en: "Legs with a bus or train"),
        share(totals.legsWithJourney, totals.legs)
      ),
      (
        say(fr: "… qui convient", en: "… that will do"), share(totals.legsSuited, totals.legs)
      ),
      (
        say(fr: "Réservations desservies en entier", en: "Bookings served as a whole"),
        share(totals.bookingsWithJourney, totals.bookings)
      ),
      (
        say(fr: "… et qui conviennent", en: "… and that will do"),
        share(totals.bookingsSuited, totals.bookings)
      ),
    ]
    if let legs = totals.volunteerLegsSuited, let kilometres = totals.volunteerKilometresSuited {
      rows.append(
        (
          say(
            fr: "Trajets de bénévoles en jeu", en: "Volunteers' legs at stake"),
          "\(Figures.whole(legs)), \(Figures.decimals(kilometres, 1)) km"
        ))
    }
    return Figures.table(rows)
  }
}
