import Planning

/// `plan.geojson` (RFC 7946): a line per run along its stops, a point per stop, a line per leg not served.
///
/// Lines join the stops in order; they do not follow the roads.
struct PlanGeoJson: Sendable {
  let index: PlanIndex
  let formats: Formats

  var text: String {
    let features =
      index.runs.map(line) + index.runs.flatMap(points) + index.plan.unserved.flatMap(unserved)
    // One feature a line keeps the file readable and its differences small.
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
      + features.map(\.text).joined(separator: ",\n") + "\n]}\n"
  }

  private func feature(_ geometry: Json, _ properties: [String: Json]) -> Json {
    .object([
      "type": .string("Feature"), "geometry": geometry, "properties": .object(properties),
    ])
  }

  private func line(_ record: RunRecord) -> Json {
    let run = record.run
    return feature(
      lineString(record.itinerary),
      [
        "kind": .string("run"), "run": .string(run.id), "resource": .string(run.resource),
        "mode": .string(run.mode.rawValue), "carrier": .string(run.carrier),
        "colour": .string(record.color), "stroke": .string(record.color),
        "departure": .string(index.clock.text(run.departure)),
        "arrival": .string(index.clock.text(run.arrival)),
        "km": .literal(kilometres(run.metres)), "empty_km": .literal(kilometres(run.emptyMetres)),
      ])
  }

  private func points(_ record: RunRecord) -> [Json] {
    record.run.stops.enumerated().map { position, stop in
      feature(
        point(stop.place),
        [
          "kind": .string(stop.kind.rawValue), "run": .string(record.run.id),
          "mode": .string(record.run.mode.rawValue), "order": .integer(position + 1),
          "time": .string(index.clock.text(stop.start)),
          "date": .string(index.clock.day(stop.start).text),
          "place": .string(index.placeName(stop.place)), "rider": .string(stop.rider),
          "leg": .string(stop.leg), "on_board": .integer(stop.onBoard),
          "colour": .string(record.color), "marker-color": .string(record.color),
        ])
    }
  }

  private func unserved(_ item: UnservedBooking) -> [Json] {
    item.legs.map { id in
      let leg = index.legs[id]?.leg
      let reason = item.reasons.first { $0.leg == id } ?? item.reasons.first
      return feature(
        leg.map { lineString([$0.from, $0.to]) } ?? .null,
        [
          "kind": .string("unserved"), "booking": .string(item.booking), "leg": .string(id),
          "rider": .string(item.rider), "wish": .string(index.wish(ofLeg: id, formats)),
          "reason": .string(reason?.code.rawValue ?? ""),
          "text": .string(reason?.text[formats.language] ?? ""),
        ])
    }
  }

  /// A line needs two positions; where fewer are known the feature has no geometry, as the format allows.
  private func lineString(_ places: [String]) -> Json {
    let coordinates = places.compactMap(index.position).map(coordinate)
    guard coordinates.count >= 2 else { return .null }
    return .object(["type": .string("LineString"), "coordinates": .array(coordinates)])
  }

  private func point(_ place: String) -> Json {
    guard let position = index.position(place) else { return .null }
    return .object(["type": .string("Point"), "coordinates": coordinate(position)])
  }

  /// Longitude before latitude, six decimals at most: about 0.1 m.
  private func coordinate(_ position: Position) -> Json {
    .array([position.longitude, position.latitude].map { .literal(degrees($0)) })
  }

  private func degrees(_ value: Double) -> String {
    var text = Formats(.english).number(value, decimals: 6, grouped: false)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private func kilometres(_ metres: Int) -> String {
    Formats(.english).fixedPoint(metres, decimals: 3, grouped: false)
  }
}
