/// Codes of the public GTFS validator (github.com/MobilityData/gtfs-validator, RULES.md), as far as Camin tests
/// them. The last group is Camin's own, for what stops a feed from being read at all.
public enum NoticeCode: String, Sendable, CaseIterable {
  // Files and columns
  case missingRequiredFile = "missing_required_file"
  case missingRecommendedFile = "missing_recommended_file"
  case missingCalendarAndCalendarDateFiles = "missing_calendar_and_calendar_date_files"
  case emptyFile = "empty_file"
  case unknownFile = "unknown_file"
  case missingRequiredColumn = "missing_required_column"
  case duplicatedColumn = "duplicated_column"
  case emptyColumnName = "empty_column_name"
  case unknownColumn = "unknown_column"
  case csvParsingFailed = "csv_parsing_failed"
  case invalidRowLength = "invalid_row_length"
  case invalidCharacter = "invalid_character"
  case newLineInValue = "new_line_in_value"
  // Values
  case missingRequiredField = "missing_required_field"
  case invalidDate = "invalid_date"
  case invalidTime = "invalid_time"
  case invalidFloat = "invalid_float"
  case invalidInteger = "invalid_integer"
  case invalidTimezone = "invalid_timezone"
  case numberOutOfRange = "number_out_of_range"
  case unexpectedEnumValue = "unexpected_enum_value"
  case duplicateKey = "duplicate_key"
  case foreignKeyViolation = "foreign_key_violation"
  case startAndEndRangeOutOfOrder = "start_and_end_range_out_of_order"
  case startAndEndRangeEqual = "start_and_end_range_equal"
  // Stops, routes, agencies
  case stopWithoutLocation = "stop_without_location"
  case missingStopName = "missing_stop_name"
  case stationWithParentStation = "station_with_parent_station"
  case wrongParentLocationType = "wrong_parent_location_type"
  case locationWithoutParentStation = "location_without_parent_station"
  case routeBothShortAndLongNameMissing = "route_both_short_and_long_name_missing"
  case inconsistentAgencyTimezone = "inconsistent_agency_timezone"
  case stopWithoutStopTime = "stop_without_stop_time"
  // Trips and times
  case missingTripEdge = "missing_trip_edge"
  case unusableTrip = "unusable_trip"
  case unusedTrip = "unused_trip"
  case stopTimeWithOnlyArrivalOrDepartureTime = "stop_time_with_only_arrival_or_departure_time"
  case stopTimeWithArrivalBeforePreviousDepartureTime =
    "stop_time_with_arrival_before_previous_departure_time"
  case decreasingOrEqualStopTimeDistance = "decreasing_or_equal_stop_time_distance"
  case fastTravelBetweenConsecutiveStops = "fast_travel_between_consecutive_stops"
  case overlappingFrequency = "overlapping_frequency"
  case expiredCalendar = "expired_calendar"
  case transferDistanceTooLarge = "transfer_distance_too_large"
  // GTFS-Flex
  case duplicateGeographyId = "duplicate_geography_id"
  case forbiddenGeographyId = "forbidden_geography_id"
  case forbiddenArrivalOrDepartureTime = "forbidden_arrival_or_departure_time"
  case forbiddenPickupType = "forbidden_pickup_type"
  case forbiddenDropOffType = "forbidden_drop_off_type"
  case invalidPickupDropOffWindow = "invalid_pickup_drop_off_window"
  case missingPickupOrDropOffWindow = "missing_pickup_or_drop_off_window"
  case missingPickupDropOffBookingRuleId = "missing_pickup_drop_off_booking_rule_id"
  case overlappingZoneAndPickupDropOffWindow = "overlapping_zone_and_pickup_drop_off_window"
  case malformedJson = "malformed_json"
  case unsupportedGeometryType = "unsupported_geometry_type"
  case invalidGeometry = "invalid_geometry"
  case missingRequiredElement = "missing_required_element"
  case missingPriorNoticeDurationMin = "missing_prior_notice_duration_min"
  case missingPriorDayBookingFieldValue = "missing_prior_day_booking_field_value"
  case missingPriorNoticeLastTime = "missing_prior_notice_last_time"
  case forbiddenRealTimeBookingFieldValue = "forbidden_real_time_booking_field_value"
  case forbiddenSameDayBookingFieldValue = "forbidden_same_day_booking_field_value"
  case forbiddenPriorDayBookingFieldValue = "forbidden_prior_day_booking_field_value"
  // Camin's own
  case missingFeed = "camin_missing_feed"
  case unreadableFeed = "camin_unreadable_feed"
  case feedTooLarge = "camin_feed_too_large"
  case transferCycle = "camin_transfer_cycle"
  case flexDraftLocation = "camin_flex_draft_location"
  case transferNotUsed = "camin_transfer_not_used"
  case nothingRuns = "camin_nothing_runs"

  public var severity: Notice.Severity {
    switch self {
    case .missingRecommendedFile, .stopWithoutStopTime, .unusableTrip, .unusedTrip,
      .fastTravelBetweenConsecutiveStops, .expiredCalendar, .transferDistanceTooLarge,
      .missingPickupDropOffBookingRuleId, .unexpectedEnumValue, .flexDraftLocation, .transferCycle:
      .warning
    case .unknownFile, .unknownColumn, .transferNotUsed: .info
    default: .error
    }
  }

  /// Without this the feed says nothing of use.
  var isFatal: Bool {
    switch self {
    case .missingRequiredFile, .missingRequiredColumn, .missingFeed, .unreadableFeed, .feedTooLarge,
      .nothingRuns, .missingCalendarAndCalendarDateFiles:
      true
    default: false
    }
  }
}
