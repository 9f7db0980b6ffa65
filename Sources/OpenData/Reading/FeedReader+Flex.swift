internal import Foundation
internal import TravelTimes

/// Booking rules, location groups and zones of GTFS-Flex.
extension FeedReader {
  mutating func readBookingRules() throws(FeedFiles.Refusal) {
    guard var table = try table("booking_rules.txt") else { return }
    while advance(&table) {
      guard let id = newId(table, "booking_rule_id", in: ruleIndex) else { continue }
      if table.isEmpty(table.column("booking_type")) {
        log.add(notice(.missingRequiredField, table, "booking_type"))
        continue
      }
      let kind = BookingRule.Kind(rawValue: choice(table, "booking_type", most: 2)) ?? .realTime
      func text(_ field: String) -> String { table.text(table.column(field)) }
      let rule = BookingRule(
        id: id, kind: kind, noticeLeast: natural(table, "prior_notice_duration_min"),
        noticeMost: natural(table, "prior_notice_duration_max"),
        lastDay: natural(table, "prior_notice_last_day"),
        lastTime: time(table, "prior_notice_last_time").map(Int.init),
        startDay: natural(table, "prior_notice_start_day"),
        startTime: time(table, "prior_notice_start_time").map(Int.init),
        service: reference(
          table, "prior_notice_service_id", in: serviceIndex, isRequired: false),
        message: text("message"), pickupMessage: text("pickup_message"),
        dropOffMessage: text("drop_off_message"), phone: text("phone_number"),
        infoUrl: text("info_url"), bookingUrl: text("booking_url"))
      checkNotice(rule, table)
      ruleIndex[id] = Int32(feed.bookingRules.count)
      feed.bookingRules.append(rule)
    }
  }

  private mutating func checkNotice(_ rule: BookingRule, _ table: FeedTable) {
    let duration = ["prior_notice_duration_min", "prior_notice_duration_max"]
    let lastDay = ["prior_notice_last_day", "prior_notice_last_time"]
    let startDay = ["prior_notice_start_day", "prior_notice_start_time"]
    func stated(_ fields: [String]) -> [String] {
      fields.filter { !table.isEmpty(table.column($0)) }
    }
    switch rule.kind {
    case .realTime:
      for field in stated(duration + lastDay + startDay) {
        log.add(notice(.forbiddenRealTimeBookingFieldValue, table, field))
      }
    case .sameDay:
      if rule.noticeLeast == nil {
        log.add(notice(.missingPriorNoticeDurationMin, table, "prior_notice_duration_min"))
      }
      for field in stated(lastDay + ["prior_notice_service_id"]) {
        log.add(notice(.forbiddenSameDayBookingFieldValue, table, field))
      }
    case .priorDays:
      if rule.lastDay == nil {
        log.add(notice(.missingPriorDayBookingFieldValue, table, "prior_notice_last_day"))
      }
      if rule.lastTime == nil {
        log.add(notice(.missingPriorNoticeLastTime, table, "prior_notice_last_time"))
      }
      for field in stated(duration) {
        log.add(notice(.forbiddenPriorDayBookingFieldValue, table, field))
      }
    }
  }

  mutating func readGroups() throws(FeedFiles.Refusal) {
    guard var table = try table("location_groups.txt") else { return }
    while advance(&table) {
      guard let id = required(table, "location_group_id") else { continue }
      guard groupIndex[id] == nil, stopIndex[id] == nil, areaIndex[id] == nil else {
        log.add(notice(.duplicateGeographyId, table, "location_group_id"))
        continue
      }
      groupIndex[id] = Int32(feed.groups.count)
      feed.groups.append(
        LocationGroup(
          id: id, name: table.text(table.column("location_group_name")), stops: []))
    }
    guard var members = try self.table("location_group_stops.txt") else { return }
    while advance(&members) {
      guard let group = reference(members, "location_group_id", in: groupIndex),
        let stop = reference(members, "stop_id", in: stopIndex)
      else { continue }
      feed.groups[Int(group)].stops.append(stop)
    }
  }

  mutating func readAreas() throws(FeedFiles.Refusal) {
    let file = "locations.geojson"
    guard let bytes = try files.bytes(file) else { return }
    readAreas(bytes, file)
  }

  /// Zones of a file of its own.
  static func areas(of path: String) -> (areas: [FlexArea], notices: [Notice]) {
    guard let data = FileManager.default.contents(atPath: path) else {
      let isThere = FileManager.default.fileExists(atPath: path)
      return ([], [Notice(isThere ? .unreadableFeed : .missingFeed, file: path)])
    }
    var reader = FeedReader(id: "")
    reader.readAreas([UInt8](data), path)
    return (reader.feed.areas, reader.log.sorted)
  }

  private mutating func readAreas(_ bytes: [UInt8], _ file: String) {
    let text = Data(
      bytes.dropFirst(bytes.starts(with: FeedTable.mark) ? FeedTable.mark.count : 0))
    guard let collection = try? JSONDecoder().decode(GeoFeatures.self, from: text),
      collection.type == "FeatureCollection"
    else {
      log.add(Notice(.malformedJson, file: file))
      return
    }
    for (position, feature) in collection.features.enumerated() {
      let name = feature.id ?? "#\(position)"
      guard let id = feature.id, let geometry = feature.geometry else {
        log.add(Notice(.missingRequiredElement, file: file, field: "id, geometry", value: name))
        continue
      }
      guard stopIndex[id] == nil, areaIndex[id] == nil else {
        log.add(Notice(.duplicateGeographyId, file: file, field: "id", value: id))
        continue
      }
      guard let polygons = geometry.polygons else {
        log.add(
          Notice(.unsupportedGeometryType, file: file, field: "geometry", value: geometry.type))
        continue
      }
      guard polygons.allSatisfy({ $0.allSatisfy(Self.isRing) }) else {
        log.add(Notice(.invalidGeometry, file: file, field: "coordinates", value: id))
        continue
      }
      areaIndex[id] = Int32(feed.areas.count)
      feed.areas.append(FlexArea(id: id, name: feature.title ?? "", polygons: polygons))
    }
  }

  private static func isRing(_ ring: [Coordinate]) -> Bool {
    ring.count >= 4 && ring.first == ring.last
      && ring.allSatisfy { abs($0.latitude) <= 90 && abs($0.longitude) <= 180 }
  }
}

/// A GeoJSON document (RFC 7946), as far as zones need it.
struct GeoFeatures: Decodable {
  let type: String
  let features: [GeoFeature]
}

struct GeoFeature: Decodable {
  let id: String?
  let title: String?
  let geometry: GeoGeometry?

  private enum Key: String, CodingKey { case id, geometry, properties }
  private enum Property: String, CodingKey { case name = "stop_name" }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    id =
      (try? container.decode(String.self, forKey: .id))
      ?? (try? container.decode(Int.self, forKey: .id)).map(String.init)
    geometry = try? container.decode(GeoGeometry.self, forKey: .geometry)
    let properties = try? container.nestedContainer(keyedBy: Property.self, forKey: .properties)
    title = try? properties?.decode(String.self, forKey: .name)
  }
}

struct GeoGeometry: Decodable {
  let type: String
  /// `nil` where it is neither a polygon nor several.
  let polygons: [[[Coordinate]]]?

  private enum Key: String, CodingKey { case type, coordinates }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    type = try container.decode(String.self, forKey: .type)
    switch type {
    case "Polygon":
      polygons = [try container.decode([[GeoPosition]].self, forKey: .coordinates).map(Self.ring)]
    case "MultiPolygon":
      polygons = try container.decode([[[GeoPosition]]].self, forKey: .coordinates)
        .map { $0.map(Self.ring) }
    default: polygons = nil
    }
  }

  private static func ring(_ positions: [GeoPosition]) -> [Coordinate] { positions.map(\.place) }
}

/// `[longitude, latitude]`, perhaps with an altitude.
struct GeoPosition: Decodable {
  let place: Coordinate

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    let longitude = try container.decode(Double.self)
    place = Coordinate(latitude: try container.decode(Double.self), longitude: longitude)
  }
}
