public import Planning

/// A GTFS feed made up from the lines of a territory: stops at real places, plausible times, no draw of chance.
///
/// For trying things where no feed can be had; every agency and every description says that it is made up.
public struct SyntheticTransit: Sendable {
  /// Files of the feed, by name.
  public private(set) var files: [(name: String, text: String)] = []

  private let territory: TerritoryData
  private let lines: TransitLines
  private let places: [String: Station]

  private struct Station {
    var name: String
    var point: GeoPoint
  }

  /// - Throws: `Faults` naming every stop that the territory does not know, and every line with times that do not fit.
  public init(_ territory: TerritoryData, _ lines: TransitLines) throws(Faults) {
    self.territory = territory
    self.lines = lines
    var places: [String: Station] = [:]
    for commune in territory.communes {
      places[commune.code] = Station(name: commune.name, point: commune.point)
    }
    for site in territory.sites {
      places[site.id] = Station(
        name: site.name, point: GeoPoint(latitude: site.latitude, longitude: site.longitude))
    }
    for station in lines.stations {
      places[station.id] = Station(
        name: station.name,
        point: GeoPoint(latitude: station.latitude, longitude: station.longitude))
    }
    self.places = places
    let faults = Self.faults(lines, places: Set(places.keys))
    guard faults.isEmpty else { throw Faults(faults) }
    make()
  }

  private static func faults(_ lines: TransitLines, places: Set<String>) -> [Fault] {
    func fault(_ line: TransitLines.Line, _ field: String, _ value: String, _ remedy: Bilingual)
      -> Fault
    {
      Fault(
        code: "bad-line", place: FaultPlace(file: TransitLines.file), field: "\(line.id).\(field)",
        value: value,
        cause: Bilingual(fr: "Cette ligne ne peut rouler ainsi.", en: "This line cannot run so."),
        remedy: remedy)
    }
    return lines.lines.flatMap { line -> [Fault] in
      var found = line.stops.filter { !places.contains($0) }.map {
        fault(
          line, "stops", $0,
          Bilingual(
            fr: "Donnez le code d’une commune, ou l’identifiant d’un site ou d’une gare.",
            en: "Give the code of a commune, or the id of a site or station."))
      }
      if let minutes = line.minutes, minutes.count != line.stops.count - 1 {
        found.append(
          fault(
            line, "minutes", "\(minutes.count)",
            Bilingual(
              fr: "Donnez une durée entre chaque arrêt et le suivant.",
              en: "Give a time from each stop to the next.")))
      }
      if !services.contains(where: { $0.id == line.days }) || !["bus", "rail"].contains(line.kind) {
        found.append(
          fault(
            line, "days, kind", "\(line.days), \(line.kind)",
            Bilingual(
              fr: "Jours : weekdays, mon-sat, weekend, daily ; sortes : bus, rail.",
              en: "Days: weekdays, mon-sat, weekend, daily; kinds: bus, rail.")))
      }
      return found
    }
  }

  /// Days of the week from Monday on, and whether holidays are left out.
  private static let services: [(id: String, days: String, exceptHolidays: Bool)] = [
    ("weekdays", "1,1,1,1,1,0,0", true), ("mon-sat", "1,1,1,1,1,1,0", true),
    ("weekend", "0,0,0,0,0,1,1", false), ("daily", "1,1,1,1,1,1,1", false),
  ]

  private mutating func make() {
    let kinds = ["bus", "rail"].filter { kind in lines.lines.contains { $0.kind == kind } }
    add(
      "agency.txt", "agency_id,agency_name,agency_url,agency_timezone,agency_lang",
      kinds.map { [$0, lines.agency[$0] ?? $0, "https://example.org", lines.timeZone, "fr"] })
    let used = Set(lines.lines.flatMap(\.stops)).sorted()
    add(
      "stops.txt", "stop_id,stop_name,stop_lat,stop_lon,location_type,wheelchair_boarding",
      used.compactMap { id in
        places[id].map {
          [
            id, $0.name, Self.degrees($0.point.latitude), Self.degrees($0.point.longitude), "0",
            "1",
          ]
        }
      })
    add(
      "routes.txt", "route_id,agency_id,route_short_name,route_long_name,route_desc,route_type",
      lines.lines.map {
        [
          $0.id, $0.kind, $0.id, $0.name, "Ligne fabriquée (synthetic)", "\(kind($0).routeType)",
        ]
      })
    add(
      "calendar.txt",
      "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
      Self.services.filter { service in lines.lines.contains { $0.days == service.id } }.map {
        [$0.id] + $0.days.split(separator: ",").map(String.init)
          + [Self.date(lines.start), Self.date(lines.end)]
      })
    add(
      "calendar_dates.txt", "service_id,date,exception_type",
      Self.services.filter(\.exceptHolidays).flatMap { service in
        lines.lines.contains { $0.days == service.id }
          ? lines.holidays.map { [service.id, Self.date($0), "2"] } : []
      })
    makeTrips()
    add(
      "fare_attributes.txt", "fare_id,price,currency_type,payment_method,transfers,agency_id",
      lines.fares.sorted { $0.key < $1.key }.map {
        [$0.key, "\($0.value)", "EUR", "0", "", $0.key]
      })
    add(
      "fare_rules.txt", "fare_id,route_id",
      lines.lines.filter { lines.fares[$0.kind] != nil }.map { [$0.kind, $0.id] })
    add(
      "feed_info.txt",
      "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,"
        + "feed_version,feed_contact_url",
      [
        [
          lines.publisher, "https://example.org", "fr", Self.date(lines.start),
          Self.date(lines.end), "synthetic-1", "https://example.org",
        ]
      ])
  }

  private mutating func makeTrips() {
    var trips: [[String]] = []
    var times: [[String]] = []
    for line in lines.lines {
      for (direction, starts) in [line.out, line.back].enumerated() {
        let stops = direction == 0 ? line.stops : line.stops.reversed()
        let drives = drives(line)
        let minutes = direction == 0 ? drives : drives.reversed()
        for start in starts {
          let id = "\(line.id)-\(direction)-\(start.text.replacing(":", with: ""))"
          let head = stops.last.flatMap { places[$0]?.name } ?? ""
          trips.append([
            line.id, line.days, id, head, "\(direction)", "\(kind(line).wheelchair)",
          ])
          var time = start.seconds
          for (index, stop) in stops.enumerated() {
            if index > 0 { time += minutes[index - 1] * 60 }
            let dwell = index > 0 && index < stops.count - 1 ? kind(line).dwell / 60 * 60 : 0
            times.append([id, Self.clock(time), Self.clock(time + dwell), stop, "\(index + 1)"])
            time += dwell
          }
        }
      }
    }
    add(
      "trips.txt", "route_id,service_id,trip_id,trip_headsign,direction_id,wheelchair_accessible",
      trips)
    add("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence", times)
  }

  /// Whole minutes from each stop to the next, a short stop included.
  private func drives(_ line: TransitLines.Line) -> [Int] {
    if let minutes = line.minutes { return minutes }
    let kind = kind(line)
    return zip(line.stops, line.stops.dropFirst()).map { a, b in
      guard let from = places[a], let to = places[b] else { return 1 }
      let hours = from.point.kilometres(to: to.point) * kind.factor / kind.speed
      return max(1, Int((hours * 60 + Double(kind.dwell % 60) / 60).rounded(.up)))
    }
  }

  private func kind(_ line: TransitLines.Line) -> TransitLines.Kind {
    line.kind == "rail" ? lines.rail : lines.bus
  }

  private mutating func add(_ name: String, _ heading: String, _ rows: [[String]]) {
    let text = rows.map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    files.append((name, heading + "\n" + text))
  }

  private static func quoted(_ field: String) -> String {
    field.contains(where: { $0 == "," || $0 == "\"" })
      ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }

  /// Five decimals, about a metre.
  private static func degrees(_ value: Double) -> String {
    "\((value * 100_000).rounded() / 100_000)"
  }

  private static func date(_ date: PlanDate) -> String { date.text.replacing("-", with: "") }

  private static func clock(_ seconds: Int) -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60)
  }
}
