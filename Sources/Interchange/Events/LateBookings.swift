public import Planning

/// Reads bookings that come in after a day was planned: a CSV table like `bookings.csv`, or a JSON document with
/// `bookings`, and with `riders` and `places` where the day does not know them.
public enum LateBookings {
  /// Reads a file.
  ///
  /// A rider whom neither the day nor the file knows lives where the first leg begins and has no needs.
  ///
  /// - Parameter scenario: the day, whose places and riders may be named.
  /// - Throws: every fault of how it is written.
  public static func read(_ path: String, besides scenario: Scenario) throws(Faults)
    -> [ReportedEvent]
  {
    let log = InputLog()
    let name = String(path.split(separator: "/").last ?? "")
    var draft = ScenarioDraft()
    if path.lowercased().hasSuffix(".json") {
      if let root = JSONFile.read(path, as: name, log) {
        draft = DocumentReader.readLate(root, file: name, besides: scenario, log)
        if draft.scenario.bookings.isEmpty, log.faults.isEmpty {
          log.fault(.noLateBookings, at: FaultPlace(file: name, pointer: "/bookings"))
        }
      }
    } else {
      var rows = BookingRows(places: PlaceIndex(scenario.places), log: log)
      let outcome = CSVTable(file: name, columns: rows.columns, log: log).read(
        path, mayBeAbsent: false, mayBeEmpty: false
      ) { rows.add($0, $1) }
      if let map = outcome.map {
        let bookings = rows.finish(map, into: &draft)
        draft.scenario.bookings = bookings
      }
    }
    guard log.faults.isEmpty else { throw Faults(FaultPrinter.sorted(log.faults)) }
    return events(of: draft, besides: scenario)
  }

  /// One event a booking.
  static func events(of draft: ScenarioDraft, besides scenario: Scenario) -> [ReportedEvent] {
    let known = Set((scenario.riders + draft.scenario.riders).map(\.id))
    return draft.scenario.bookings.enumerated().map { index, booking in
      var riders = draft.scenario.riders.filter { $0.id == booking.rider }
      if !known.contains(booking.rider), let home = booking.legs.first?.from {
        riders.append(Rider(id: booking.rider, home: home))
      }
      let origin = draft.origins[.booking, index]
      return ReportedEvent(
        .booked(
          LateBooking(booking: booking, riders: riders, places: draft.scenario.places)),
        at: FaultPlace(
          file: origin?.file ?? "", line: origin?.line, pointer: origin?.pointer),
        field: "booking")
    }
  }
}

extension Complaint {
  fileprivate static let noLateBookings = Complaint(
    "no-bookings",
    cause: Bilingual(fr: "Le fichier n’a pas de réservation.", en: "The file has no booking."),
    remedy: Bilingual(
      fr: "Écrivez une liste « bookings », comme dans une journée.",
      en: "Write a list “bookings”, as in a day."))
}
