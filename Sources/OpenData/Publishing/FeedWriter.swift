internal import Foundation
internal import Planning
internal import TravelTimes

/// Writes a feed as the GTFS reference has it; what is written reads back equal.
public enum FeedWriter {
  /// Files by name, those without a row left out unless they are required.
  public static func files(_ feed: Feed) throws -> [(name: String, text: String)] {
    var files = network(feed) + services(feed) + trips(feed) + booking(feed)
    if !feed.areas.isEmpty {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let text = String(decoding: try encoder.encode(GeoDocument(feed.areas)), as: UTF8.self)
      files.append(("locations.geojson", text + "\n"))
    }
    return files
  }

  private typealias File = (name: String, text: String)

  /// - Returns: none where there is no row, unless the file is `required` all the same.
  private static func table(
    _ name: String, _ heading: String, _ rows: [[String]], required: Bool = false
  ) -> [File] {
    guard !rows.isEmpty || required else { return [] }
    let text = rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
    return [(name, heading + "\n" + text)]
  }

  private static func quoted(_ field: String) -> String {
    field.contains { $0 == "," || $0 == "\"" || $0.isNewline } || field.hasPrefix(" ")
      || field.hasSuffix(" ")
      ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }

  private static func clock(_ seconds: Int32) -> String { StopTimeAssembly.clock(seconds) }

  private static func date(_ date: PlanDate) -> String { date.text.replacing("-", with: "") }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
  }

  private static func agency(_ position: Int32, _ feed: Feed) -> String {
    position >= 0 ? feed.agencies[Int(position)].id : ""
  }

  private static func optional(_ value: Int?) -> String { value.map(String.init) ?? "" }

  // MARK: Tables

  private static func network(_ feed: Feed) -> [File] {
    table(
      "agency.txt", "agency_id,agency_name,agency_url,agency_timezone,agency_phone",
      feed.agencies.map { [$0.id, $0.name, $0.url, $0.timeZone, $0.phone] })
      + table(
        "feed_info.txt",
        "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,"
          + "feed_version,feed_contact_url",
        feed.info.map {
          [
            [
              $0.publisher, $0.url, $0.language, $0.period.map { date($0.lowerBound) } ?? "",
              $0.period.map { date($0.upperBound) } ?? "", $0.version, $0.contactUrl,
            ]
          ]
        } ?? [])
      + table(
        "stops.txt",
        "stop_id,stop_name,stop_lat,stop_lon,zone_id,location_type,parent_station,wheelchair_boarding",
        feed.stops.map {
          [
            $0.id, $0.name, "\($0.place.latitude)", "\($0.place.longitude)", $0.zone,
            "\($0.kind.rawValue)", $0.parent >= 0 ? feed.stops[Int($0.parent)].id : "",
            "\($0.wheelchair.rawValue)",
          ]
        },
        // A service between zones needs none, but not every reader knows that.
        required: true)
      + table(
        "routes.txt", "route_id,agency_id,route_short_name,route_long_name,route_type",
        feed.routes.map {
          [
            $0.id, agency($0.agency, feed), $0.shortName, $0.longName, "\($0.type)",
          ]
        })
  }

  private static func services(_ feed: Feed) -> [File] {
    let weeks = feed.services.compactMap { service -> [String]? in
      guard let period = service.period else { return nil }
      return [service.id] + Weekday.allCases.map { service.weekdays.contains($0) ? "1" : "0" }
        + [date(period.lowerBound), date(period.upperBound)]
    }
    let exceptions = feed.services.flatMap { service in
      service.added.map { [service.id, date($0), "1"] }
        + service.removed.map { [service.id, date($0), "2"] }
    }
    return table(
      "calendar.txt",
      "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
      weeks)
      + table("calendar_dates.txt", "service_id,date,exception_type", exceptions)
      + table(
        "frequencies.txt", "trip_id,start_time,end_time,headway_secs,exact_times",
        feed.frequencies.map {
          [
            feed.trips[Int($0.trip)].id, clock($0.start), clock($0.end), "\($0.headway)",
            $0.isExact ? "1" : "0",
          ]
        })
      + table(
        "transfers.txt", "from_stop_id,to_stop_id,transfer_type,min_transfer_time",
        feed.transfers.map {
          [
            feed.stops[Int($0.from)].id, feed.stops[Int($0.to)].id, "\($0.kind.rawValue)",
            $0.kind == .minimum ? "\($0.seconds)" : "",
          ]
        })
      + table(
        "fare_attributes.txt", "fare_id,price,currency_type,payment_method,transfers,agency_id",
        feed.fares.map {
          [
            $0.id, number($0.price), $0.currency, "0", optional($0.transfers),
            agency($0.agency, feed),
          ]
        })
      + table(
        "fare_rules.txt", "fare_id,route_id,origin_id,destination_id,contains_id",
        feed.fares.flatMap { fare in
          fare.rules.map {
            [
              fare.id, $0.route >= 0 ? feed.routes[Int($0.route)].id : "", $0.origin,
              $0.destination, $0.through,
            ]
          }
        })
  }

  private static func trips(_ feed: Feed) -> [File] {
    let trips = feed.trips.map { trip -> [String] in
      [
        feed.routes[Int(trip.route)].id, feed.services[Int(trip.service)].id, trip.id,
        trip.headsign, trip.block, "\(trip.wheelchair.rawValue)",
        trip.safeFactor == 1 && trip.safeOffset == 0 ? "" : number(trip.safeFactor),
        trip.safeOffset == 0 ? "" : number(trip.safeOffset),
      ]
    }
    let heading =
      "trip_id,arrival_time,departure_time,stop_id,location_group_id,location_id,stop_sequence,"
      + "start_pickup_drop_off_window,end_pickup_drop_off_window,pickup_type,drop_off_type,"
      + "pickup_booking_rule_id,drop_off_booking_rule_id"
    return table(
      "trips.txt",
      "route_id,service_id,trip_id,trip_headsign,block_id,wheelchair_accessible,"
        + "safe_duration_factor,safe_duration_offset", trips)
      + table(
        "stop_times.txt", heading, fixedTimes(feed) + feed.flexTimes.map { flexTime($0, feed) })
  }

  private static func fixedTimes(_ feed: Feed) -> [[String]] {
    let times = feed.stopTimes
    return feed.trips.enumerated().flatMap { position, trip in
      times.rows(of: position).enumerated().map { index, row in
        [
          trip.id, clock(times.arrival[row]), clock(times.departure[row]),
          feed.stops[Int(times.stop[row])].id, "", "", "\(index + 1)", "", "",
          "\(times.types[row] & 15)", "\(times.types[row] >> 4)", "", "",
        ]
      }
    }
  }

  private static func flexTime(_ time: FlexTime, _ feed: Feed) -> [String] {
    func rule(_ position: Int32) -> String {
      position >= 0 ? feed.bookingRules[Int(position)].id : ""
    }
    let place: [String] =
      switch time.location {
      case .stop(let stop): [feed.stops[Int(stop)].id, "", ""]
      case .group(let group): ["", feed.groups[Int(group)].id, ""]
      case .area(let area): ["", "", feed.areas[Int(area)].id]
      }
    return [feed.trips[Int(time.trip)].id, "", ""] + place
      + [
        "\(time.sequence)", clock(time.start), clock(time.end), time.mayBoard ? "2" : "1",
        time.mayAlight ? "2" : "1", rule(time.pickupRule), rule(time.dropOffRule),
      ]
  }

  private static func booking(_ feed: Feed) -> [File] {
    table(
      "booking_rules.txt",
      "booking_rule_id,booking_type,prior_notice_duration_min,prior_notice_duration_max,"
        + "prior_notice_last_day,prior_notice_last_time,prior_notice_start_day,"
        + "prior_notice_start_time,prior_notice_service_id,message,pickup_message,"
        + "drop_off_message,phone_number,info_url,booking_url",
      feed.bookingRules.map { rule -> [String] in
        [
          rule.id, "\(rule.kind.rawValue)", optional(rule.noticeLeast), optional(rule.noticeMost),
          optional(rule.lastDay), rule.lastTime.map { clock(Int32($0)) } ?? "",
          optional(rule.startDay), rule.startTime.map { clock(Int32($0)) } ?? "",
          rule.service.map { feed.services[Int($0)].id } ?? "", rule.message, rule.pickupMessage,
          rule.dropOffMessage, rule.phone, rule.infoUrl, rule.bookingUrl,
        ]
      })
      + table(
        "location_groups.txt", "location_group_id,location_group_name",
        feed.groups.map { [$0.id, $0.name] })
      + table(
        "location_group_stops.txt", "location_group_id,stop_id",
        feed.groups.flatMap { group in group.stops.map { [group.id, feed.stops[Int($0)].id] } })
  }
}

/// Zones as GeoJSON.
private struct GeoDocument: Encodable {
  struct Feature: Encodable {
    struct Properties: Encodable {
      let name: String

      private enum CodingKeys: String, CodingKey { case name = "stop_name" }
    }
    struct Geometry: Encodable {
      let type = "MultiPolygon"
      let coordinates: [[[[Double]]]]
    }
    let type = "Feature"
    let id: String
    let properties: Properties
    let geometry: Geometry
  }
  let type = "FeatureCollection"
  let features: [Feature]

  init(_ areas: [FlexArea]) {
    features = areas.map { area in
      Feature(
        id: area.id, properties: Feature.Properties(name: area.name),
        geometry: Feature.Geometry(
          coordinates: area.polygons.map { rings in
            rings.map { ring in ring.map { [$0.longitude, $0.latitude] } }
          }))
    }
  }
}
