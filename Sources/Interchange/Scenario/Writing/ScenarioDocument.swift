public import Planning

/// Writes a scenario as one JSON document.
public enum ScenarioDocument {
  /// The document: keys sorted, values equal to their default left out; equal scenarios give equal
  /// bytes.
  public static func text(_ scenario: Scenario) -> String {
    JSONText.document(value(scenario))
  }

  /// Writes the document to a file; a kill at any moment leaves the old file or the new one.
  public static func write(_ scenario: Scenario, to path: String) throws(Faults) {
    try AtomicFile.write(Array(text(scenario).utf8), to: path)
  }

  static func value(_ scenario: Scenario) -> JSONItem {
    let places = PlaceIndex.unavailable
    var members: [String: JSONItem] = [
      "territory": TerritoryFields.set.encode(scenario.territory),
      "places": .array(scenario.places.map(PlaceFields.set.encode)),
      "riders": .array(scenario.riders.map(RiderFields.set(places).encode)),
      "bookings": .array(bookings(scenario.bookings)),
    ]
    let lists: [(String, [JSONItem])] = [
      ("standing", standing(scenario.standing)),
      ("volunteers", scenario.volunteers.map(VolunteerFields.set(places).encode)),
      ("vehicles", scenario.vehicles.map(VehicleFields.set(places).encode)),
      (
        "availability",
        scenario.availability.map(AvailabilityDraft.init).map(AvailabilityFields.set(places).encode)
      ),
      ("locks", scenario.locks.map(LockFields.set.encode)),
      ("lines", scenario.lines.map(LineFields.set(places).encode)),
      ("profiles", scenario.profiles.map(ProfileFields.set.encode)),
    ]
    for (key, items) in lists where !items.isEmpty { members[key] = .array(items) }
    return .object(members)
  }

  private static func standing(_ orders: [StandingOrder]) -> [JSONItem] {
    let patterns = StandingFields.set
    return zip(orders, bookings(orders.map(\.booking))).map { order, booking in
      guard case .object(let members) = booking else { return booking }
      return .object(members.merging(patterns.encodeMembers(order)) { own, _ in own })
    }
  }

  private static func bookings(_ bookings: [Booking]) -> [JSONItem] {
    let fields = BookingFields.set
    let legFields = LegFields.set(.unavailable)
    let anchorFields = AnchorFields.set
    return bookings.map { booking in
      var members = fields.encodeMembers(booking)
      members["legs"] = .array(
        booking.legs.map { leg in
          let draft = LegDraft(leg)
          var members = legFields.encodeMembers(draft)
          members["anchor"] = anchorFields.encode(draft.anchor)
          return .object(members)
        })
      return .object(members)
    }
  }
}
