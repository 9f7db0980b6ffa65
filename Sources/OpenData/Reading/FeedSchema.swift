/// The files and columns of the GTFS reference that Camin reads or knows of.
enum FeedSchema {
  struct File {
    let required: [String]
    let known: [String]
  }

  /// Files that Camin reads.
  static let read: [String: File] = [
    "agency.txt": File(
      required: ["agency_name", "agency_url", "agency_timezone"],
      known: [
        "agency_id", "agency_lang", "agency_phone", "agency_fare_url", "agency_email",
        "cemv_support",
      ]),
    "stops.txt": File(
      required: ["stop_id"],
      known: [
        "stop_code", "stop_name", "tts_stop_name", "stop_desc", "stop_lat", "stop_lon", "zone_id",
        "stop_url", "location_type", "parent_station", "stop_timezone", "wheelchair_boarding",
        "level_id", "platform_code", "stop_access",
      ]),
    "routes.txt": File(
      required: ["route_id", "route_type"],
      known: [
        "agency_id", "route_short_name", "route_long_name", "route_desc", "route_url",
        "route_color",
        "route_text_color", "route_sort_order", "continuous_pickup", "continuous_drop_off",
        "network_id", "cemv_support",
      ]),
    "trips.txt": File(
      required: ["route_id", "service_id", "trip_id"],
      known: [
        "trip_headsign", "trip_short_name", "direction_id", "block_id", "shape_id",
        "wheelchair_accessible", "bikes_allowed", "cars_allowed", "safe_duration_factor",
        "safe_duration_offset", "mean_duration_factor", "mean_duration_offset",
      ]),
    "stop_times.txt": File(
      required: ["trip_id", "stop_sequence"],
      known: [
        "arrival_time", "departure_time", "stop_id", "location_group_id", "location_id",
        "stop_headsign", "start_pickup_drop_off_window", "end_pickup_drop_off_window",
        "pickup_type",
        "drop_off_type", "continuous_pickup", "continuous_drop_off", "shape_dist_traveled",
        "timepoint", "pickup_booking_rule_id", "drop_off_booking_rule_id", "mean_duration_factor",
        "mean_duration_offset", "safe_duration_factor", "safe_duration_offset",
      ]),
    "calendar.txt": File(
      required: [
        "service_id", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "start_date", "end_date",
      ], known: []),
    "calendar_dates.txt": File(required: ["service_id", "date", "exception_type"], known: []),
    "frequencies.txt": File(
      required: ["trip_id", "start_time", "end_time", "headway_secs"], known: ["exact_times"]),
    "transfers.txt": File(
      required: [],
      known: [
        "from_stop_id", "to_stop_id", "from_route_id", "to_route_id", "from_trip_id", "to_trip_id",
        "transfer_type", "min_transfer_time",
      ]),
    "feed_info.txt": File(
      required: ["feed_publisher_name", "feed_publisher_url", "feed_lang"],
      known: [
        "default_lang", "feed_start_date", "feed_end_date", "feed_version", "feed_contact_email",
        "feed_contact_url",
      ]),
    "fare_attributes.txt": File(
      required: ["fare_id", "price", "currency_type", "payment_method"],
      known: ["transfers", "agency_id", "transfer_duration"]),
    "fare_rules.txt": File(
      required: ["fare_id"], known: ["route_id", "origin_id", "destination_id", "contains_id"]),
    "booking_rules.txt": File(
      required: ["booking_rule_id", "booking_type"],
      known: [
        "prior_notice_duration_min", "prior_notice_duration_max", "prior_notice_last_day",
        "prior_notice_last_time", "prior_notice_start_day", "prior_notice_start_time",
        "prior_notice_service_id", "message", "pickup_message", "drop_off_message", "phone_number",
        "info_url", "booking_url",
      ]),
    "location_groups.txt": File(
      required: ["location_group_id"], known: ["location_group_name", "location_id"]),
    "location_group_stops.txt": File(required: ["location_group_id", "stop_id"], known: []),
  ]

  /// Files of the reference that hold nothing Camin needs.
  static let passedOver: Set<String> = [
    "shapes.txt", "pathways.txt", "levels.txt", "translations.txt", "attributions.txt",
    "timeframes.txt", "rider_categories.txt", "fare_media.txt", "fare_products.txt",
    "fare_leg_rules.txt", "fare_leg_join_rules.txt", "fare_transfer_rules.txt", "areas.txt",
    "stop_areas.txt", "networks.txt", "route_networks.txt", "locations.geojson",
  ]
}
