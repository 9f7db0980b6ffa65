import Foundation
import OpenData
import Planning

/// A small feed written to a folder of its own, whose files tests change.
///
/// Written after the GTFS reference for these tests: a line Alpha – Beta – Gamma, a train, a night bus.
struct FeedFixture {
  var files: [String: String]

  init() {
    files = [
      "agency.txt": """
      agency_id,agency_name,agency_url,agency_timezone,agency_phone
      A,Cars du Causse,https://example.org,Europe/Paris,05 65 00 00 00

      """,
      "stops.txt": """
      stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,wheelchair_boarding
      S,Gare de Beta,44.6000,1.6000,1,,1
      a,Alpha,44.5000,1.5000,,,1
      b,"Beta, place",44.6001,1.6001,0,,1
      q,Beta quai 1,44.6002,1.6000,0,S,
      g,Gamma,44.7000,1.7000,0,,2

      """,
      "routes.txt": #"""
      route_id,agency_id,route_short_name,route_long_name,route_type
      L1,A,1,Alpha – Gamma,3
      T,A,TER,"Ligne ""du nord""",2

      """#,
      "calendar.txt": """
      service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
      week,1,1,1,1,1,0,0,20260901,20270630
      all,1,1,1,1,1,1,1,20260901,20270630

      """,
      "calendar_dates.txt": """
      service_id,date,exception_type
      week,20261111,2
      week,20261129,1

      """,
      "trips.txt": """
      route_id,service_id,trip_id,trip_headsign,wheelchair_accessible
      L1,week,m1,Gamma,1
      L1,week,m2,Gamma,2
      T,all,t1,Gamma,1
      L1,all,n1,Gamma,

      """,
      "stop_times.txt": """
      trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type
      m1,7:00:00,7:00:00,a,1,,1
      m1,07:20:00,07:22:00,b,2,,
      m1,07:40:00,07:40:00,g,3,1,
      m2,09:00:00,09:00:00,a,1,,
      m2,,,b,2,,
      m2,09:40:00,09:40:00,g,3,,
      t1,07:30:00,07:30:00,q,1,,
      t1,07:36:00,07:36:00,g,2,,
      n1,23:50:00,23:50:00,a,10,,
      n1,24:10:00,24:12:00,b,20,,
      n1,24:30:00,24:30:00,g,30,,

      """,
      "transfers.txt": """
      from_stop_id,to_stop_id,transfer_type,min_transfer_time
      b,q,2,240
      q,b,2,240

      """,
      "feed_info.txt": """
      feed_publisher_name,feed_publisher_url,feed_lang,feed_version
      Camin,https://example.org,fr,1

      """,
    ]
  }

  /// A feed with a zone, a group and a booking rule.
  static var flex: FeedFixture {
    var fixture = FeedFixture()
    fixture.files["booking_rules.txt"] = """
      booking_rule_id,booking_type,prior_notice_duration_min,prior_notice_last_day,prior_notice_last_time,prior_notice_service_id,phone_number,message
      eve,2,,1,16:00:00,week,05 65 11 11 11,Réservez la veille

      """
    fixture.files["location_groups.txt"] = """
      location_group_id,location_group_name
      beta,Arrêts de Beta

      """
    fixture.files["location_group_stops.txt"] = """
      location_group_id,stop_id
      beta,b
      beta,q

      """
    fixture.files["locations.geojson"] = """
      {"type":"FeatureCollection","features":[{"id":"zone","type":"Feature",
      "properties":{"stop_name":"Le causse"},
      "geometry":{"type":"Polygon","coordinates":[[[1.45,44.55],[1.65,44.55],[1.65,44.65],[1.45,44.65],[1.45,44.55]]]}}]}
      """
    fixture.files["trips.txt", default: ""] += "L1,week,f1,,1\n"
    fixture.files["stop_times.txt"] = """
      trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type,location_id,location_group_id,start_pickup_drop_off_window,end_pickup_drop_off_window,pickup_booking_rule_id,drop_off_booking_rule_id
      m1,7:00:00,7:00:00,a,1,,1,,,,,,
      m1,07:20:00,07:22:00,b,2,,,,,,,,
      m1,07:40:00,07:40:00,g,3,1,,,,,,,
      m2,09:00:00,09:00:00,a,1,,,,,,,,
      m2,09:20:00,09:20:00,b,2,,,,,,,,
      m2,09:40:00,09:40:00,g,3,,,,,,,,
      t1,07:30:00,07:30:00,q,1,,,,,,,,
      t1,07:36:00,07:36:00,g,2,,,,,,,,
      n1,23:50:00,23:50:00,a,10,,,,,,,,
      n1,24:30:00,24:30:00,g,30,,,,,,,,
      f1,,,,1,2,1,zone,,06:30:00,12:00:00,eve,eve
      f1,,,,2,1,2,,beta,06:30:00,12:00:00,eve,eve

      """
    return fixture
  }

  /// Writes the files to a new folder and reads them.
  func read(_ id: String = "x") throws -> FeedReading {
    try inFolder { FeedReader.read($0, id: id) }
  }

  func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "feed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try body(folder.path)
  }

  /// Codes that reading finds, without those that every small feed has.
  func codes() throws -> Set<NoticeCode> {
    Set(try read().notices.notices.map(\.code))
  }
}
