public import Planning

extension EventsDocument {
  /// The document of what has happened, which `read` takes back to the same events.
  ///
  /// - Parameters:
  ///   - events: late bookings after all others, as they are read.
  ///   - now: until when the day has been driven; `nil`: it has not begun.
  public static func text(_ events: [DayEvent], now: ClockTime?) -> String {
    var written: [JSONItem] = []
    var late = Scenario(
      territory: Territory(id: "", name: "", date: PlanDate(year: 2000, month: 1, day: 1)))
    let fields = EventFields.set(.unavailable)
    for event in events {
      if case .booked(let booking) = event {
        late.bookings.append(booking.booking)
        late.riders += booking.riders.filter { !late.riders.contains($0) }
        late.places += booking.places.filter { !late.places.contains($0) }
      } else {
        written.append(fields.encode(EventDraft(event)))
      }
    }
    var members: [String: JSONItem] = ["events": .array(written)]
    if let now { members["now"] = .string(now.text) }
    if !late.bookings.isEmpty, case .object(let day) = ScenarioDocument.value(late) {
      for key in ["bookings", "riders", "places"] { members[key] = day[key] }
    }
    return JSONText.document(.object(members))
  }
}

extension EventDraft {
  /// The parts that an event is written in; a late booking has none.
  fileprivate init(_ event: DayEvent) {
    self.init()
    switch event {
    case .unavailable(let resource, let from, let until):
      self.resource = resource
      (self.from, self.until) = (from, until)
    case .brokenDown(let resource, let time, let place):
      kind = .breakdown
      (self.resource, self.time, self.place) = (resource, time, place)
    case .declined(let resource, let trip):
      kind = .declined
      (self.resource, self.trip) = (resource, trip)
    case .cancelled(let trip):
      kind = .cancelled
      self.trip = trip
    case .moved(let leg, let time):
      kind = .moved
      (trip, self.time) = (leg, time)
    case .booked:
      break
    }
  }
}
