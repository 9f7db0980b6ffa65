import Planning

/// `plan.geojson` (RFC 7946): a line per run, a line per drive from stop to stop, a point per stop, a line per leg
/// that somebody outside the scheme drives, a line per leg not served.
///
/// Lines follow the road where it is known and go straight elsewhere, which `approximate` tells. Whose roads they
/// are stands at the top and with each run, as `attribution`.
struct PlanGeoJson: Sendable {
  let index: PlanIndex
  let formats: Formats

  /// Metres by which a line may miss the road: less than the road is wide with its verges.
  private static let tolerance = 5.0

  var text: String {
    let features =
      index.runs.map(line) + index.runs.flatMap(drives) + index.runs.flatMap(points)
      + index.plan.outside.map(outside) + index.plan.unserved.flatMap(unserved)
    let rights = attribution.map { "\"attribution\":" + Json.string($0).text + "," } ?? ""
    // One feature a line keeps the file readable and its differences small.
    return "{\"type\":\"FeatureCollection\"," + rights + "\"features\":[\n"
      + features.map(\.text).joined(separator: ",\n") + "\n]}\n"
  }

  private var attribution: String? {
    index.roads.flatMap { $0.attribution.isEmpty ? nil : $0.attribution }
  }

  private func feature(_ geometry: Json, _ properties: [String: Json]) -> Json {
    .object([
      "type": .string("Feature"), "geometry": geometry, "properties": .object(properties),
    ])
  }

  private func line(_ record: RunRecord) -> Json {
    let run = record.run
    let drives = run.drives
    let isRoad = !drives.isEmpty && drives.allSatisfy { path($0).isRoad }
    return feature(
      lineString(joined(drives)),
      [
        "kind": .string("run"), "run": .string(run.id), "resource": .string(run.resource),
        "mode": .string(run.mode.rawValue), "carrier": .string(run.carrier),
        "colour": .string(record.color), "stroke": .string(record.color),
        "departure": .string(index.clock.text(run.departure)),
        "arrival": .string(index.clock.text(run.arrival)),
        "km": .literal(kilometres(run.metres)), "empty_km": .literal(kilometres(run.emptyMetres)),
        "approximate": .bool(!isRoad), "attribution": attribution.map(Json.string) ?? .null,
      ].filter { $0.key != "attribution" || attribution != nil })
  }

  private func drives(_ record: RunRecord) -> [Json] {
    record.run.drives.enumerated().map { position, drive in
      let path = path(drive)
      return feature(
        lineString(path.line),
        [
          "kind": .string("drive"), "run": .string(record.run.id),
          "mode": .string(record.run.mode.rawValue), "order": .integer(position + 1),
          "from": .string(index.placeName(drive.from)), "to": .string(index.placeName(drive.to)),
          "departure": .string(index.clock.text(drive.departure)),
          "arrival": .string(index.clock.text(drive.arrival)),
          "km": .literal(kilometres(drive.metres)), "on_board": .integer(drive.onBoard),
          "approximate": .bool(!path.isRoad), "colour": .string(record.color),
          "stroke": .string(record.color),
          "stroke-width": .literal(drive.onBoard > 0 ? "3" : "1.5"),
        ])
    }
  }

  /// Along the road where it is known, else straight; nothing where a place has no position.
  private func path(_ drive: RunDrive) -> (line: [Position], isRoad: Bool) {
    path(index.ends(drive))
  }

  private func path(_ ends: DriveEnds?) -> (line: [Position], isRoad: Bool) {
    guard let ends else { return ([], false) }
    guard let road = index.roads?.line(ends, tolerance: Self.tolerance) else {
      return ([ends.from, ends.to], false)
    }
    return (road, true)
  }

  /// Drives one after the other, without saying a place twice.
  private func joined(_ drives: [RunDrive]) -> [Position] {
    drives.map { path($0).line }.reduce(into: []) { line, next in
      line += line.last == next.first ? next.dropFirst() : next[...]
    }
  }

  private func points(_ record: RunRecord) -> [Json] {
    record.run.stops.enumerated().map { position, stop in
      feature(
        point(stop.place),
        [
          "kind": .string(stop.kind.rawValue), "run": .string(record.run.id),
          "mode": .string(record.run.mode.rawValue), "order": .integer(position + 1),
          "time": .string(index.clock.text(stop.time)),
          "date": .string(index.clock.day(stop.time).text),
          "place": .string(index.placeName(stop.place)), "rider": .string(stop.rider),
          "leg": .string(stop.leg), "on_board": .integer(stop.onBoard),
          "colour": .string(record.color), "marker-color": .string(record.color),
        ])
    }
  }

  private func outside(_ ride: OutsideRide) -> Json {
    let path = path(index.ends(ofLeg: ride.leg))
    return feature(
      lineString(path.line),
      [
        "kind": .string("outside"), "fallback": .string(ride.fallback),
        "title": .string(index.fallbackTitle(ride.fallback)), "booking": .string(ride.booking),
        "leg": .string(ride.leg), "rider": .string(ride.rider),
        "wish": .string(index.wish(ofLeg: ride.leg, formats)),
        "price": .literal(Formats(.english).number(ride.price, decimals: 2, grouped: false)),
        "approximate": .bool(!path.isRoad),
      ])
  }

  private func unserved(_ item: UnservedBooking) -> [Json] {
    item.legs.map { id in
      let leg = index.legs[id]?.leg
      let reason = item.reasons.first { $0.leg == id } ?? item.reasons.first
      return feature(
        lineString(leg.map { [$0.from, $0.to].compactMap(index.position) } ?? []),
        [
          "kind": .string("unserved"), "booking": .string(item.booking), "leg": .string(id),
          "rider": .string(item.rider), "wish": .string(index.wish(ofLeg: id, formats)),
          "reason": .string(reason?.code.rawValue ?? ""),
          "text": .string(reason?.text[formats.language] ?? ""),
        ])
    }
  }

  /// A line needs two positions; where fewer are known the feature has no geometry, as the format allows.
  private func lineString(_ positions: [Position]) -> Json {
    guard positions.count >= 2 else { return .null }
    return .object([
      "type": .string("LineString"), "coordinates": .array(positions.map(coordinate)),
    ])
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
