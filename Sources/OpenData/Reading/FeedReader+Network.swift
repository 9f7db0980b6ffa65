internal import Foundation
internal import Planning
internal import TravelTimes

/// Agencies, stops, routes.
extension FeedReader {
  mutating func readAgencies() throws(FeedFiles.Refusal) {
    guard var table = try table("agency.txt") else { return }
    let (url, phone) = (table.column("agency_url"), table.column("agency_phone"))
    let id = table.column("agency_id")
    while advance(&table) {
      guard let name = required(table, "agency_name"), let zone = required(table, "agency_timezone")
      else { continue }
      if TimeZone(identifier: zone) == nil {
        log.add(notice(.invalidTimezone, table, "agency_timezone"))
        continue
      }
      if let first = feed.agencies.first, first.timeZone != zone {
        log.add(notice(.inconsistentAgencyTimezone, table, "agency_timezone"))
      }
      let key = table.text(id)
      guard agencyIndex[key] == nil else {
        log.add(notice(.duplicateKey, table, "agency_id"))
        continue
      }
      agencyIndex[key] = Int32(feed.agencies.count)
      feed.agencies.append(
        TransitAgency(
          id: key, name: name, url: table.text(url), timeZone: zone, phone: table.text(phone)))
    }
  }

  /// The agency that a row names, or the only one; -1 where there are several and it names none, which is told.
  mutating func agency(_ table: FeedTable) -> Int32 {
    reference(table, "agency_id", in: agencyIndex, isRequired: feed.agencies.count > 1)
      ?? (feed.agencies.count == 1 ? 0 : -1)
  }

  mutating func readInfo() throws(FeedFiles.Refusal) {
    guard var table = try table("feed_info.txt"), advance(&table) else { return }
    feed.info = FeedInfo(
      publisher: required(table, "feed_publisher_name") ?? "",
      url: required(table, "feed_publisher_url") ?? "",
      language: table.text(table.column("feed_lang")),
      version: table.text(table.column("feed_version")), period: period(table),
      contactUrl: table.text(table.column("feed_contact_url")))
  }

  /// Days that the feed says it speaks for.
  private mutating func period(_ table: FeedTable) -> ClosedRange<PlanDate>? {
    let fields = ["feed_start_date", "feed_end_date"]
    let days = fields.filter { !table.isEmpty(table.column($0)) }.compactMap { date(table, $0) }
    guard days.count == 2 else { return nil }
    guard days[0] <= days[1] else {
      log.add(notice(.startAndEndRangeOutOfOrder, table, fields[1]))
      return nil
    }
    return days[0]...days[1]
  }

  mutating func readStops() throws(FeedFiles.Refusal) {
    guard var table = try table("stops.txt") else { return }
    let (name, zone) = (table.column("stop_name"), table.column("zone_id"))
    let parent = table.column("parent_station")
    var parents: [(stop: Int, id: String, line: Int)] = []
    var placeless: [(stop: Int, line: Int)] = []
    while advance(&table) {
      guard let id = newId(table, "stop_id", in: stopIndex) else { continue }
      let kind =
        TransitStop.Kind(rawValue: UInt8(choice(table, "location_type", most: 4))) ?? .stop
      let wheelchair =
        WheelchairAccess(rawValue: UInt8(choice(table, "wheelchair_boarding", most: 2)))
        ?? .unknown
      let isAPlace = kind == .stop || kind == .station || kind == .entrance
      if isAPlace, table.isEmpty(name) { log.add(notice(.missingStopName, table, "stop_name")) }
      if !table.isEmpty(parent) {
        parents.append((feed.stops.count, table.text(parent), table.line))
      }
      let place = coordinate(table)
      if place == nil {
        if isAPlace {
          log.add(notice(.stopWithoutLocation, table, "stop_lat"))
          continue
        }
        placeless.append((feed.stops.count, table.line))
      }
      stopIndex[id] = Int32(feed.stops.count)
      feed.stops.append(
        TransitStop(
          id: id, name: table.text(name), place: place ?? Coordinate(latitude: 0, longitude: 0),
          kind: kind, parent: -1, zone: table.text(zone), wheelchair: wheelchair))
    }
    join(parents)
    for (stop, line) in placeless {
      let parent = Int(feed.stops[stop].parent)
      if parent < 0 {
        log.add(Notice(.locationWithoutParentStation, file: "stops.txt", line: line))
      } else {
        feed.stops[stop].place = feed.stops[parent].place
      }
    }
  }

  private mutating func join(_ parents: [(stop: Int, id: String, line: Int)]) {
    for (stop, id, line) in parents where stop < feed.stops.count {
      func tell(_ code: NoticeCode) -> Notice {
        Notice(code, file: "stops.txt", line: line, field: "parent_station", value: id)
      }
      guard let parent = stopIndex[id] else {
        log.add(tell(.foreignKeyViolation))
        continue
      }
      if feed.stops[stop].kind == .station {
        log.add(tell(.stationWithParentStation))
        continue
      }
      let expected: TransitStop.Kind = feed.stops[stop].kind == .boardingArea ? .stop : .station
      guard feed.stops[Int(parent)].kind == expected else {
        log.add(tell(.wrongParentLocationType))
        continue
      }
      feed.stops[stop].parent = parent
      if feed.stops[stop].wheelchair == .unknown {
        feed.stops[stop].wheelchair = feed.stops[Int(parent)].wheelchair
      }
    }
  }

  private mutating func coordinate(_ table: FeedTable) -> Coordinate? {
    guard let latitude = number(table, "stop_lat"), let longitude = number(table, "stop_lon")
    else { return nil }
    for (field, value, most) in [("stop_lat", latitude, 90.0), ("stop_lon", longitude, 180.0)]
    where abs(value) > most {
      log.add(notice(.numberOutOfRange, table, field))
      return nil
    }
    return Coordinate(latitude: latitude, longitude: longitude)
  }

  mutating func readRoutes() throws(FeedFiles.Refusal) {
    guard var table = try table("routes.txt") else { return }
    let (short, long) = (table.column("route_short_name"), table.column("route_long_name"))
    while advance(&table) {
      guard let id = newId(table, "route_id", in: routeIndex) else { continue }
      if table.isEmpty(short), table.isEmpty(long) {
        log.add(notice(.routeBothShortAndLongNameMissing, table, "route_short_name"))
      }
      let agency = agency(table)
      guard let type = natural(table, "route_type") else {
        if table.isEmpty(table.column("route_type")) {
          log.add(notice(.missingRequiredField, table, "route_type"))
        }
        continue
      }
      routeIndex[id] = Int32(feed.routes.count)
      feed.routes.append(
        TransitRoute(
          id: id, agency: agency,
          shortName: table.text(short), longName: table.text(long), type: type))
    }
  }
}
