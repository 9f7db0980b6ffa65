import Interchange
import Planning
import Testing

/// What has happened to a day, as files tell it.
@Suite struct EventsDocumentTests {
  private let sandbox: ScenarioSandbox
  private let scenario: Scenario

  init() throws {
    sandbox = try ScenarioSandbox()
    scenario = Scenario(
      territory: Territory(
        id: "t", name: "T", date: PlanDate(year: 2026, month: 11, day: 25)),
      places: [
        Place(id: "p1", name: "Gramat", latitude: 44.8, longitude: 1.7),
        Place(id: "p2", name: "Figeac", aliases: ["le Pin"], latitude: 44.6, longitude: 2),
      ], riders: [Rider(id: "r1", home: "p1")])
  }

  private func write(_ name: String, _ text: String) throws -> String {
    try sandbox.write(name, text)
  }

  private func at(_ text: String) -> ClockTime { ClockTime(text) ?? ClockTime(seconds: -1) }

  @Test func tableInFrench() throws {
    let path = try write(
      "e.csv",
      """
      événement;ressource;trajet;heure;début;fin;lieu
      malade;v1;;;10h00;;
      panne;tad1;;10:15;;;le Pin
      refus;v2;b3;;;;
      annulation;;b4-1;;;;
      retard;;b5-1;11h30;;;

      """)
    let content = try EventsDocument.read(path, besides: scenario)
    #expect(
      content.events.map(\.event) == [
        .unavailable(resource: "v1", from: at("10:00"), until: nil),
        .brokenDown(resource: "tad1", at: at("10:15"), place: "p2"),
        .declined(resource: "v2", trip: "b3"), .cancelled(trip: "b4-1"),
        .moved(leg: "b5-1", time: at("11:30")),
      ])
    #expect(content.events.map(\.place.line) == [2, 3, 4, 5, 6])
  }

  @Test("What is written of events is read back as the same events")
  func writtenAndReadBack() throws {
    let leg = Leg(id: "b9-1", from: "p9", to: "p2", anchor: .departAfter(at("14:00")))
    let events: [DayEvent] = [
      .unavailable(resource: "v1", from: at("10:00"), until: nil),
      .brokenDown(resource: "tad1", at: at("10:15"), place: "p2"),
      .declined(resource: "v2", trip: ""), .declined(resource: "v2", trip: "b3"),
      .cancelled(trip: "b4-1"), .moved(leg: "b5-1", time: at("11:30")),
      .booked(
        LateBooking(
          booking: Booking(id: "b9", rider: "r9", legs: [leg]),
          riders: [Rider(id: "r9", home: "p9")],
          places: [Place(id: "p9", name: "Neuf", latitude: 44.7, longitude: 1.8)])),
    ]
    let path = try write("written.json", EventsDocument.text(events, now: at("09:50")))
    let content = try EventsDocument.read(path, besides: scenario)
    #expect(content.events.map(\.event) == events && content.now == at("09:50"))
    let none = try write("none.json", EventsDocument.text([events[4]], now: nil))
    #expect(try EventsDocument.read(none, besides: scenario).now == nil)
  }

  @Test func documentWithLateBookings() throws {
    let path = try write(
      "e.json",
      """
      {"now": "10:05", "events": [{"event": "unavailable", "resource": "v1", "until": "12:00"}],
       "places": [{"id": "p9", "name": "Neuf", "latitude": 44.7, "longitude": 1.8}],
       "bookings": [{"id": "b9", "rider": "r9", "legs": [
         {"from": "p9", "to": "Figeac", "anchor": {"depart_after": "14:00"}}]}]}
      """)
    let content = try EventsDocument.read(path, besides: scenario)
    #expect(content.now == at("10:05") && content.events.count == 2)
    #expect(
      content.events[0].event == .unavailable(resource: "v1", from: nil, until: at("12:00")))
    guard case .booked(let late) = content.events[1].event else {
      Issue.record("the booking is an event")
      return
    }
    #expect(late.booking.legs.map(\.to) == ["p2"] && late.places.map(\.id) == ["p9"])
    // Nobody knows r9, who is fetched at the place named.
    #expect(late.riders == [Rider(id: "r9", home: "p9")])
  }

  @Test func everyFaultAtOnce() throws {
    let path = try write(
      "e.csv", "event;resource;trip;time\nmoved;;b1-1;\nlightning;v1;;\nbreakdown;v1;;25h99\n")
    var found: [String] = []
    do {
      _ = try EventsDocument.read(path, besides: scenario)
    } catch {
      found = error.faults.map { "\($0.code) \($0.place.line ?? 0)" }
    }
    #expect(found.count == 3)
    #expect(found.contains("incomplete-event 2"))
    #expect(found.contains { $0.hasSuffix(" 3") } && found.contains { $0.hasSuffix(" 4") })
    let empty = try write("late.json", "{\"riders\": []}")
    #expect(throws: Faults.self) { try LateBookings.read(empty, besides: scenario) }
    #expect(throws: Faults.self) {
      try LateBookings.read(sandbox.path + "/none.csv", besides: scenario)
    }
  }

  @Test func namesOfPlaces() throws {
    let names = PlaceNames(scenario.places)
    #expect(try names.id(of: "le pin", field: "--from") == "p2")
    var codes: [String] = []
    do { _ = try names.id(of: "Figeak", field: "--from") } catch {
      codes = error.faults.map { "\($0.code) \($0.field)" }
    }
    #expect(codes == ["unknown-place --from"])
  }
}
