/// Something that happens to a day after its plan was told (R48, R50).
public enum DayEvent: Hashable, Sendable {
  /// A driver is ill or a vehicle is missing, all day, or from and until times; who is on board is still set down.
  case unavailable(resource: String, from: ClockTime?, until: ClockTime?)
  /// A vehicle breaks down: who is on board gets out at the place (empty: the last one where it stopped) and is to be
  /// fetched there.
  case brokenDown(resource: String, at: ClockTime, place: String)
  /// A driver declines a leg or a booking; with an empty trip all that the plan gives him or her.
  case declined(resource: String, trip: String)
  /// A rider gives up a leg or a booking.
  case cancelled(trip: String)
  /// A rider asks for another time of a leg: of the appointment, the wish or the end of care, whichever fixes it.
  case moved(leg: String, time: ClockTime)
  /// Somebody calls late.
  case booked(LateBooking)
}

/// A booking that comes in after the plan was told, with whom and what it names that the day does not know yet.
public struct LateBooking: Hashable, Sendable {
  public var booking: Booking
  public var riders: [Rider]
  public var places: [Place]

  public init(booking: Booking, riders: [Rider] = [], places: [Place] = []) {
    self.booking = booking
    self.riders = riders
    self.places = places
  }
}

/// An event and where it was reported, for faults.
public struct ReportedEvent: Hashable, Sendable {
  public var event: DayEvent
  public var place: FaultPlace
  /// Option, column or key that names the event.
  public var field: String

  public init(_ event: DayEvent, at place: FaultPlace, field: String = "event") {
    self.event = event
    self.place = place
    self.field = field
  }
}

extension DayEvent {
  /// What happened, as people say it.
  public var text: Bilingual {
    switch self {
    case .unavailable(let resource, let from, let until):
      let span = Self.span(from, until)
      return Bilingual(
        fr: "\(resource) n’est pas disponible\(span.fr).",
        en: "\(resource) is not available\(span.en).")
    case .brokenDown(let resource, let time, let place):
      return Bilingual(
        fr: "\(resource) est en panne à \(time.text)" + (place.isEmpty ? "." : " (\(place))."),
        en: "\(resource) breaks down at \(time.text)" + (place.isEmpty ? "." : " (\(place))."))
    case .declined(let resource, let trip):
      return trip.isEmpty
        ? Bilingual(fr: "\(resource) refuse sa tournée.", en: "\(resource) declines the run.")
        : Bilingual(fr: "\(resource) refuse \(trip).", en: "\(resource) declines \(trip).")
    case .cancelled(let trip):
      return Bilingual(fr: "\(trip) est annulé.", en: "\(trip) is cancelled.")
    case .moved(let leg, let time):
      return Bilingual(
        fr: "\(leg) est reporté à \(time.text).", en: "\(leg) is moved to \(time.text).")
    case .booked(let late):
      return Bilingual(
        fr: "Nouvelle réservation \(late.booking.id).", en: "New booking \(late.booking.id).")
    }
  }

  private static func span(_ from: ClockTime?, _ until: ClockTime?) -> Bilingual {
    switch (from, until) {
    case (nil, nil): Bilingual(fr: "", en: "")
    case (let from?, nil): Bilingual(fr: " à partir de \(from.text)", en: " from \(from.text)")
    case (nil, let until?): Bilingual(fr: " avant \(until.text)", en: " before \(until.text)")
    case (let from?, let until?):
      Bilingual(
        fr: " de \(from.text) à \(until.text)", en: " from \(from.text) to \(until.text)")
    }
  }
}
