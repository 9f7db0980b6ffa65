/// Feeds with the features of the published examples of GTFS and GTFS-Flex, in the form that these have.
///
/// The features are those of the examples in the GTFS reference (github.com/google/transit, `gtfs/spec/en/examples`,
/// Apache 2.0) and of the documentation on gtfs.org (`schedule/examples/flex`, CC BY 3.0, code samples Apache 2.0);
/// places, names, ids and times are made up here.
enum ExampleFeeds {
  /// Bus lines with trips by headway, rows that leave trailing fields away, hours of one digit, blocks, fares, shapes.
  static var network: FeedFixture {
    var feed = FeedFixture()
    feed.files = [
      "agency.txt": """
      agency_id,agency_name,agency_url,agency_timezone,agency_phone,agency_lang
      causse,Cars du Causse,https://example.org,Europe/Paris,05 65 00 00 00,fr

      """,
      "stops.txt": """
      stop_id,stop_name,stop_desc,stop_lat,stop_lon,zone_id,stop_url
      GARE,Gare (essai),,44.4493,1.4333,,
      HALLE,"Halle, place du marché",Sous les arcades,44.4476,1.4411,1,
      PONT,Pont Valentré,,44.4452,1.4320,1,
      LAC,Lac & camping,,44.5210,1.5102,2,

      """,
      "routes.txt": #"""
      route_id,agency_id,route_short_name,route_long_name,route_desc,route_type,route_url,route_color,route_text_color
      V,causse,10,Gare – Halle,"La ligne ""de ville"" fait le tour du centre.",3,,,
      L,causse,20,Gare – Lac,,3,,00AA00,FFFFFF

      """#,
      "trips.txt": """
      route_id,service_id,trip_id,trip_headsign,direction_id,block_id,shape_id
      V,TOUS,V1,vers la halle,0,1,
      V,TOUS,V2,,1,,
      L,WE,L1,Lac,0,1,sL
      L,WE,L2,Gare,1,2,

      """,
      "stop_times.txt": """
      trip_id,arrival_time,departure_time,stop_id,stop_sequence,stop_headsign,pickup_type,drop_off_type,shape_dist_traveled
      V1,6:00:00,6:00:00,GARE,1,,,,
      V1,6:05:00,6:07:00,PONT,2,par le pont,1,3,
      V1,6:12:00,6:14:00,HALLE,3
      V2,6:28:00,6:30:00,HALLE,1
      V2,6:35:00,6:37:00,GARE,2
      L1,8:00:00,8:00:00,GARE,1,,0,0,0
      L1,,,HALLE,2,,0,0,0.9
      L1,8:40:00,8:40:00,LAC,3,,0,0,14.5
      L2,25:05:00,25:05:00,LAC,1
      L2,25:45:00,25:45:00,GARE,2

      """,
      "calendar.txt": """
      service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
      TOUS,1,1,1,1,1,1,1,20260101,20271231
      WE,0,0,0,0,0,1,1,20260101,20271231

      """,
      "calendar_dates.txt": """
      service_id,date,exception_type
      TOUS,20260714,2
      WE,20260714,1

      """,
      "fare_attributes.txt": """
      fare_id,price,currency_type,payment_method,transfers,transfer_duration
      p,1.25,EUR,0,0,
      a,5.25,EUR,0,,0

      """,
      "fare_rules.txt": """
      fare_id,route_id,origin_id,destination_id,contains_id
      p,V,,,
      a,L,1,2,
      a,L,,,2

      """,
      "shapes.txt": """
      shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence,shape_dist_traveled
      sL,44.4493,1.4333,1,0
      sL,44.5210,1.5102,2,14.5

      """,
      "frequencies.txt": """
      trip_id,start_time,end_time,headway_secs
      V1,6:00:00,7:59:59,1800
      V1,8:00:00,9:59:59,600
      V2,20:30:00,28:00:00,1800

      """,
      "transfers.txt": """
      from_stop_id,to_stop_id,transfer_type,min_transfer_time
      GARE,HALLE,2,300
      HALLE,GARE,3,
      PONT,GARE,1,

      """,
      "feed_info.txt": """
      feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date
      Essai,https://example.org,fr,20260101,20271231

      """,
    ]
    return feed
  }

  /// A station with entrances, nodes without a name, platforms and boarding areas.
  static var station: FeedFixture {
    var feed = network
    feed.files["stops.txt", default: ""] = """
      stop_id,level_id,stop_name,stop_lat,stop_lon,location_type,parent_station,zone_id
      ST,,Gare (essai),44.4493,1.4333,1,,
      E1,N0,Entrée place,44.4494,1.4335,2,ST,
      N1,N1,,44.4493,1.4334,3,ST,
      N2,N1,,,,3,ST,
      GARE,,Gare quai 1,44.4493,1.4333,0,ST,
      B1,N2,,44.4492,1.4332,4,GARE,
      HALLE,,Halle,44.4476,1.4411,0,,1
      PONT,,Pont,44.4452,1.4320,,,1
      LAC,,Lac,44.5210,1.5102,,,2

      """
    feed.files["levels.txt"] = "level_id,level_index,level_name\nN0,0,Rue\nN1,-1,Hall\nN2,-2,Quai\n"
    feed.files["pathways.txt"] = """
      pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional
      E1N1,E1,N1,2,1
      N1N2,N1,N2,6,0

      N2B1,N2,B1,4,0

      """
    return feed
  }

  private static func flex(
    trips: [String], stopTimes: String, rules: String, zones: [String: (Double, Double)] = [:]
  ) -> FeedFixture {
    var feed = network
    feed.files["trips.txt"] =
      "route_id,service_id,trip_id\n" + trips.map { "V,TOUS,\($0)\n" }.joined()
    feed.files["stop_times.txt"] = stopTimes
    feed.files["booking_rules.txt"] = rules
    for name in ["frequencies.txt", "fare_attributes.txt", "fare_rules.txt", "transfers.txt"] {
      feed.files[name] = nil
    }
    if !zones.isEmpty {
      let features = zones.sorted { $0.key < $1.key }.map { id, span in
        """
        {"id": "\(id)", "type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[
          [\(span.0), 44.4], [\(span.1), 44.4], [\(span.1), 44.6], [\(span.0), 44.6], [\(span.0), 44.4]]]},
         "properties": {}}
        """
      }
      feed.files["locations.geojson"] =
        #"{"type": "FeatureCollection", "features": ["#
        + features.joined(separator: ",") + "]}"
    }
    return feed
  }

  private static let priorDay = """
    booking_rule_id,booking_type,prior_notice_start_day,prior_notice_start_time,prior_notice_last_day,prior_notice_last_time,message,phone_number,info_url
    veille,2,14,8:00:00,1,15:00:00,"Réservez la veille avant 15 h, par téléphone.",05 65 00 00 00,https://example.org/tad

    """

  private static let zoneHeading =
    "trip_id,location_id,stop_sequence,start_pickup_drop_off_window,end_pickup_drop_off_window,"
    + "pickup_type,drop_off_type,pickup_booking_rule_id,drop_off_booking_rule_id\n"

  /// Within one zone; the town lies within the county, so each has trips of its own.
  static var withinOneZone: FeedFixture {
    flex(
      trips: ["matin", "jour", "soir"],
      stopTimes: zoneHeading + """
        matin,bourg,1,06:15:00,08:00:00,2,1,veille,veille
        matin,bourg,2,06:15:00,08:00:00,1,2,veille,veille
        jour,canton,1,08:00:00,17:00:00,2,1,veille,veille
        jour,canton,2,08:00:00,17:00:00,1,2,veille,veille
        soir,bourg,1,17:00:00,17:45:00,2,1,veille,veille
        soir,bourg,2,17:00:00,17:45:00,1,2,veille,veille

        """, rules: priorDay, zones: ["bourg": (1.43, 1.45), "canton": (1.40, 1.50)])
  }

  /// From one zone to another one, not within either.
  static var betweenZones: FeedFixture {
    flex(
      trips: ["aller"],
      stopTimes: zoneHeading + """
        aller,nord,1,06:30:00,20:00:00,2,1,veille,veille
        aller,sud,2,06:30:00,20:00:00,1,2,veille,veille

        """, rules: priorDay, zones: ["nord": (1.40, 1.45), "sud": (1.45, 1.50)])
  }

  /// Between any stops of a group, an hour ahead; ids are not all ASCII.
  static var groups: FeedFixture {
    var feed = flex(
      trips: ["tad_semaine"],
      stopTimes:
        "trip_id,location_group_id,stop_sequence,start_pickup_drop_off_window,"
        + "end_pickup_drop_off_window,pickup_type,drop_off_type,pickup_booking_rule_id,"
        + "drop_off_booking_rule_id\n" + """
          tad_semaine,arrêts_causse,1,17:30:00,22:00:00,2,1,à_l’heure,à_l’heure
          tad_semaine,arrêts_causse,2,17:30:00,22:00:00,1,2,à_l’heure,à_l’heure

          """,
      rules: """
        booking_rule_id,booking_type,prior_notice_duration_min,message,phone_number,info_url,booking_url
        à_l’heure,1,60,"Au moins 60 min avant, de 8 h à minuit.",+33 5 65 00 00 00,https://example.org,https://example.org/#/reserver

        """)
    feed.files["location_groups.txt"] =
      "location_group_id,location_group_name\narrêts_causse,Arrêts à la demande du causse\n"
    feed.files["location_group_stops.txt"] = """
      location_group_id,stop_id
      arrêts_causse,GARE
      arrêts_causse,HALLE
      arrêts_causse,PONT
      arrêts_causse,LAC

      """
    return feed
  }

  /// A line with fixed stops that sets down anywhere between them, as the driver is asked.
  static var deviatedRoute: FeedFixture {
    flex(
      trips: ["express"],
      stopTimes:
        "trip_id,arrival_time,departure_time,stop_id,location_id,stop_sequence,"
        + "start_pickup_drop_off_window,end_pickup_drop_off_window,pickup_type,drop_off_type,"
        + "shape_dist_traveled,pickup_booking_rule_id,drop_off_booking_rule_id\n" + """
          express,08:00:00,08:00:00,GARE,,1,,,,,0,,
          express,,,,autour_1,2,08:00:00,8:06:00,1,3,,veille,veille
          express,08:06:00,08:06:00,HALLE,,3,,,,,0.9,,
          express,,,,autour_2,4,08:06:00,8:40:00,1,3,,veille,veille
          express,08:40:00,08:40:00,LAC,,5,,,,,14.5,,

          """, rules: priorDay, zones: ["autour_1": (1.43, 1.45), "autour_2": (1.45, 1.52)])
  }

  /// Two zones of one trip, the second one within the first, and a third one apart.
  static func overlap(_ second: String) -> FeedFixture {
    flex(
      trips: ["t"],
      stopTimes: zoneHeading + """
        t,ville,1,08:00:00,12:00:00,2,1,veille,veille
        t,\(second),veille,veille
        t,ailleurs,3,10:00:00,14:00:00,1,2,veille,veille

        """, rules: priorDay,
      zones: [
        "ville": (1.40, 1.50), "nord": (1.42, 1.46), "est": (1.50, 1.55), "ailleurs": (1.6, 1.7),
      ])
  }
}
