internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning

/// What has happened to a day since its plan was told.
struct EventOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr:
          "Conducteur malade ou véhicule absent : v07, v07@10:00 (à partir de), v07@10:00-12:00. Se répète.",
        en:
          "A driver ill or a vehicle missing: v07, v07@10:00 (from then on), v07@10:00-12:00. Repeatable."
      ),
      valueName: say(fr: "qui[@heures]", en: "who[@hours]")))
  var unavailable: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Véhicule en panne : tad03@10:15, ou tad03@10:15=LIEU où il se trouve. Se répète.",
        en: "A vehicle broken down: tad03@10:15, or tad03@10:15=PLACE where it stands. Repeatable."),
      valueName: say(fr: "véhicule@heure", en: "vehicle@time")))
  var breakdown: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        fr:
          "Un conducteur refuse sa tournée (v07), une réservation ou un trajet (v07=b012-1). Se répète.",
        en: "A driver declines the run (v07), a booking or a leg (v07=b012-1). Repeatable."),
      valueName: say(fr: "qui[=trajet]", en: "who[=trip]")))
  var declined: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Un voyageur annule une réservation (b012) ou un trajet (b012-1). Se répète.",
        en: "A rider gives up a booking (b012) or a leg (b012-1). Repeatable."),
      valueName: say(fr: "trajet", en: "trip")))
  var cancelled: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Un voyageur demande une autre heure pour un trajet : b012-1=10:30. Se répète.",
        en: "A rider asks for another time of a leg: b012-1=10:30. Repeatable."),
      valueName: say(fr: "trajet=heure", en: "leg=time")))
  var moved: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Réservations tardives : fichier CSV comme bookings.csv, ou JSON. Se répète.",
        en: "Late bookings: a CSV file like bookings.csv, or JSON. Repeatable."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["csv", "json"]))
  var booking: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Événements dans un fichier : CSV (evenement;ressource;trajet;heure;debut;fin;lieu) ou JSON. Se répète.
          """,
        en: """
          Events in a file: CSV (event;resource;trip;time;from;until;place) or JSON. Repeatable.
          """),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["csv", "json"]))
  var events: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Heure qu’il est, le jour même : ce qui a été roulé jusque-là ne change plus. Sans elle, la journée n’a pas \
          commencé.
          """,
        en: """
          What time it is, on the day itself: what has been driven until then changes no more. Without it the day has not \
          begun.
          """),
      valueName: say(fr: "heure", en: "time")))
  var now: String?

  /// Something is said of what has happened.
  var areGiven: Bool {
    let lists = [unavailable, breakdown, declined, cancelled, moved, booking, events]
    return now != nil || lists.contains { !$0.isEmpty }
  }

  /// What has happened, late bookings last, and what time it is.
  ///
  /// - Throws: `Failure` with every option and every file that cannot be understood.
  func read(besides scenario: Scenario) throws(Failure) -> (
    events: [ReportedEvent], now: ClockTime?
  ) {
    var events: [ReportedEvent] = []
    var faults: [Fault] = []
    var clock: ClockTime?
    for path in self.events {
      do throws(Faults) {
        let content = try EventsDocument.read(path, besides: scenario)
        events += content.events
        clock = [clock, content.now].compactMap(\.self).max()
      } catch {
        faults += error.faults
      }
    }
    for path in booking {
      do throws(Faults) {
        events += try LateBookings.read(path, besides: scenario)
      } catch {
        faults += error.faults
      }
    }
    let options: [(name: String, values: [String], read: (String) -> DayEvent?, example: String)] =
      [
        ("--unavailable", unavailable, DayEvent.init(unavailable:), "v07@10:00-12:00"),
        ("--breakdown", breakdown, DayEvent.init(brokenDown:), "tad03@10:15"),
        ("--declined", declined, DayEvent.init(declined:), "v07=b012"),
        ("--cancelled", cancelled, { .cancelled(trip: $0) }, "b012"),
        ("--moved", moved, DayEvent.init(moved:), "b012-1=10:30"),
      ]
    for option in options {
      for value in option.values {
        guard let event = option.read(value) else {
          faults.append(.badOption(option.name, value, option.example))
          continue
        }
        events.append(
          ReportedEvent(event, at: FaultPlace(file: "camin"), field: option.name))
      }
    }
    if let now {
      clock = ClockTime(now)
      if clock == nil { faults.append(.badOption("--now", now, "10:15")) }
    }
    guard faults.isEmpty else { throw Failure(reading: Faults(faults)) }
    guard !events.isEmpty else { throw Failure(.usage, [.noEvents]) }
    return (events.filter { !$0.event.isBooking } + events.filter { $0.event.isBooking }, clock)
  }
}

extension DayEvent {
  /// A booking that comes in late; a document of events has them after all others.
  fileprivate var isBooking: Bool {
    if case .booked = self { true } else { false }
  }
}

extension Fault {
  /// An option whose value is not of its form.
  static func badOption(_ name: String, _ value: String, _ example: String) -> Fault {
    .option(
      name, value,
      Bilingual(fr: "Par exemple : \(name) \(example).", en: "For example: \(name) \(example)."))
  }

  fileprivate static let noEvents = Fault(
    code: "no-events", place: FaultPlace(file: "camin"), field: "", value: "",
    cause: Bilingual(
      fr: "Rien n’est dit de ce qui est arrivé.", en: "Nothing is said of what has happened."),
    remedy: Bilingual(
      fr: "Par exemple : --unavailable v07, --cancelled b012, --events fichier.csv.",
      en: "For example: --unavailable v07, --cancelled b012, --events file.csv."))
}
