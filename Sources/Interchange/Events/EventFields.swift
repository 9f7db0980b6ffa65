import Planning

/// An event as it is written, before its parts are put together.
struct EventDraft {
  enum Kind: String {
    case unavailable, breakdown, declined, cancelled, moved
  }
  var kind = Kind.unavailable
  var resource = ""
  var trip = ""
  var time: ClockTime?
  var from: ClockTime?
  var until: ClockTime?
  var place = ""

  /// What happened.
  func event() throws(Complaint) -> DayEvent {
    switch kind {
    case .unavailable:
      guard !resource.isEmpty else { throw .eventLacks("resource", "ressource") }
      return .unavailable(resource: resource, from: from ?? time, until: until)
    case .breakdown:
      guard !resource.isEmpty else { throw .eventLacks("resource", "ressource") }
      guard let time = time ?? from else { throw .eventLacks("time", "heure") }
      return .brokenDown(resource: resource, at: time, place: place)
    case .declined:
      guard !resource.isEmpty else { throw .eventLacks("resource", "ressource") }
      return .declined(resource: resource, trip: trip)
    case .cancelled:
      guard !trip.isEmpty else { throw .eventLacks("trip", "trajet") }
      return .cancelled(trip: trip)
    case .moved:
      guard !trip.isEmpty else { throw .eventLacks("trip", "trajet") }
      guard let time else { throw .eventLacks("time", "heure") }
      return .moved(leg: trip, time: time)
    }
  }
}

/// The columns of a table of events, and the keys of an event in JSON.
enum EventFields {
  /// - Parameter places: those of the day.
  static func set(_ places: PlaceIndex) -> FieldSet<EventDraft> {
    var set = FieldSet(blank: EventDraft())
    set.add(
      "event", fr: "evenement", also: ["kind", "type"], required: true, \.kind, .choice(kinds),
      about: "What has happened.")
    set.add(
      "resource", fr: "ressource",
      also: ["benevole", "vehicule", "conducteur", "volunteer", "vehicle", "driver"],
      \.resource, .optionalId, about: "Id of a volunteer or vehicle.")
    set.add(
      "trip", fr: "trajet", also: ["reservation", "leg", "booking"], \.trip, .optionalPseudonym,
      about: "Id of a leg or booking; empty where a driver declines the whole run.")
    set.add(
      optional: "time", fr: "heure", \.time, .time,
      about: "When a vehicle has broken down; the time that a rider asks for now.")
    set.add(
      optional: "from", fr: "debut", also: ["start", "de"], \.from, .time,
      about: "From when on somebody is not available; without it from the start.")
    set.add(
      optional: "until", fr: "fin", also: ["end", "a"], \.until, .time,
      about: "Until when somebody is not available; without it to the end.")
    set.add(
      "place", fr: "lieu", \.place, .optionalPlace(places),
      about: "Where a vehicle has broken down; without it the last place where it stopped.")
    return set
  }

  private static let kinds = [
    Choice(EventDraft.Kind.unavailable, "unavailable", "indisponible", "malade", "ill", "absent"),
    Choice(.breakdown, "breakdown", "panne", "en panne"),
    Choice(.declined, "declined", "refus", "refuse", "decline"),
    Choice(.cancelled, "cancelled", "annulation", "annule", "cancel"),
    Choice(.moved, "moved", "report", "reporte", "retard", "late", "move"),
  ]
}

extension FieldCodec where Value == String {
  /// A place by id, name or alias, or none.
  fileprivate static func optionalPlace(_ index: PlaceIndex) -> FieldCodec {
    FieldCodec.text(
      schema: ["type": "string"],
      parse: { text throws(Complaint) in text.isEmpty ? "" : try index.id(of: text) },
      print: { id, _ in id })
  }
}

extension Complaint {
  fileprivate static func eventLacks(_ key: String, _ column: String) -> Complaint {
    Complaint(
      "incomplete-event",
      cause: Bilingual(
        fr: "Il manque « \(column) » à cet événement.", en: "This event lacks “\(key)”."),
      remedy: Bilingual(fr: "Complétez la ligne.", en: "Complete it."))
  }
}
