internal import Planning

/// `stop_times.txt`: by far the longest table, read into flat arrays.
extension FeedReader {
  mutating func readStopTimes() throws(FeedFiles.Refusal) {
    feed.stopTimes.first = [Int32](repeating: 0, count: feed.trips.count + 1)
    guard var table = try table("stop_times.txt") else { return }
    let columns = StopTimeColumns(table)
    var rows = StopTimeRows()
    var lastTrip: [UInt8] = []
    var trip: Int32?
    while advance(&table) {
      if !table.equals(columns.trip, lastTrip) || lastTrip.isEmpty {
        lastTrip = table.raw(columns.trip)
        trip = reference(table, "trip_id", in: tripIndex)
      } else if trip == nil {
        log.add(notice(.foreignKeyViolation, table, "trip_id"))
      }
      guard let trip else { continue }
      guard let sequence = table.natural(columns.sequence) else {
        log.add(
          notice(
            table.isEmpty(columns.sequence) ? .missingRequiredField : .invalidInteger, table,
            "stop_sequence"))
        continue
      }
      let isFlex =
        !table.isEmpty(columns.windowStart) || !table.isEmpty(columns.windowEnd)
        || !table.isEmpty(columns.group) || !table.isEmpty(columns.area)
      if isFlex {
        readFlexRow(table, columns, trip: trip, sequence: Int32(sequence))
        continue
      }
      guard let stop = stopIndex[table.text(columns.stop)] else {
        log.add(
          notice(
            table.isEmpty(columns.stop) ? .missingRequiredField : .foreignKeyViolation, table,
            "stop_id"))
        continue
      }
      let (arrival, departure) = times(table, columns)
      var types = UInt8(choice(table, columns.pickupType, "pickup_type"))
      types |= UInt8(choice(table, columns.dropOffType, "drop_off_type")) << 4
      rows.append(
        trip: trip, sequence: Int32(sequence), stop: stop, arrival: arrival, departure: departure,
        types: types, distance: distance(table, columns.distance), line: Int32(clamping: table.line)
      )
    }
    calledStops = Set(rows.stop)
    var assembly = StopTimeAssembly(rows, feed: feed, tripLines: tripLines)
    feed.stopTimes = assembly.assembled(log: &log)
    feed.flexTimes.sort { ($0.trip, $0.sequence) < ($1.trip, $1.sequence) }
  }

  /// One missing time is taken from the other.
  private mutating func times(_ table: FeedTable, _ columns: StopTimeColumns) -> (Int32, Int32) {
    let none = StopTimes.none
    let arrival = table.time(columns.arrival)
    let departure = table.time(columns.departure)
    if arrival == nil, !table.isEmpty(columns.arrival) {
      log.add(notice(.invalidTime, table, "arrival_time"))
    }
    if departure == nil, !table.isEmpty(columns.departure) {
      log.add(notice(.invalidTime, table, "departure_time"))
    }
    if (arrival == nil) != (departure == nil) {
      log.add(
        notice(
          .stopTimeWithOnlyArrivalOrDepartureTime, table,
          arrival == nil ? "arrival_time" : "departure_time"))
    }
    return (arrival ?? departure ?? none, departure ?? arrival ?? none)
  }

  private mutating func choice(_ table: FeedTable, _ column: Int?, _ field: String) -> Int {
    // Nearly all are empty: looked at without the name of the column.
    table.isEmpty(column) ? 0 : choice(table, field, most: 3)
  }

  private mutating func distance(_ table: FeedTable, _ column: Int?) -> Float {
    if table.isEmpty(column) { return .nan }
    guard let value = table.number(column), value >= 0 else {
      log.add(notice(.invalidFloat, table, "shape_dist_traveled"))
      return .nan
    }
    return Float(value)
  }

  // MARK: Windows

  private mutating func readFlexRow(
    _ table: FeedTable, _ columns: StopTimeColumns, trip: Int32, sequence: Int32
  ) {
    guard let location = location(table, columns) else { return }
    guard let start = time(table, "start_pickup_drop_off_window"),
      let end = time(table, "end_pickup_drop_off_window")
    else {
      log.add(notice(.missingPickupOrDropOffWindow, table, "start_pickup_drop_off_window"))
      return
    }
    guard start < end else {
      log.add(notice(.invalidPickupDropOffWindow, table, "end_pickup_drop_off_window"))
      return
    }
    for (field, column) in [
      ("arrival_time", columns.arrival), ("departure_time", columns.departure),
    ] where !table.isEmpty(column) {
      log.add(notice(.forbiddenArrivalOrDepartureTime, table, field))
    }
    let pickup = choice(table, "pickup_type", most: 3)
    let dropOff = choice(table, "drop_off_type", most: 3)
    if pickup == 0 || pickup == 3 { log.add(notice(.forbiddenPickupType, table, "pickup_type")) }
    if dropOff == 0 { log.add(notice(.forbiddenDropOffType, table, "drop_off_type")) }
    let rule = reference(table, "pickup_booking_rule_id", in: ruleIndex, isRequired: false)
    let dropRule = reference(table, "drop_off_booking_rule_id", in: ruleIndex, isRequired: false)
    if pickup == 2, rule == nil {
      log.add(notice(.missingPickupDropOffBookingRuleId, table, "pickup_booking_rule_id"))
    }
    if dropOff == 2, dropRule == nil {
      log.add(notice(.missingPickupDropOffBookingRuleId, table, "drop_off_booking_rule_id"))
    }
    // Drafts of GTFS-Flex state these in stop_times.txt, the offset in minutes.
    if let factor = number(table, "safe_duration_factor") {
      feed.trips[Int(trip)].safeFactor = factor
    }
    if let offset = number(table, "safe_duration_offset") {
      feed.trips[Int(trip)].safeOffset = offset * 60
    }
    feed.flexTimes.append(
      FlexTime(
        trip: trip, sequence: sequence, location: location, start: start, end: end,
        mayBoard: pickup != 1, mayAlight: dropOff != 1, pickupRule: rule ?? -1,
        dropOffRule: dropRule ?? -1))
  }

  /// Where a row with a window takes up and sets down.
  private mutating func location(_ table: FeedTable, _ columns: StopTimeColumns) -> FlexLocation? {
    let named = [columns.stop, columns.group, columns.area].filter { !table.isEmpty($0) }
    guard named.count <= 1 else {
      log.add(notice(.forbiddenGeographyId, table, "stop_id"))
      return nil
    }
    if !table.isEmpty(columns.group) {
      return reference(table, "location_group_id", in: groupIndex).map(FlexLocation.group)
    }
    if !table.isEmpty(columns.area) {
      return reference(table, "location_id", in: areaIndex).map(FlexLocation.area)
    }
    let id = table.text(columns.stop)
    if stopIndex[id] == nil, let area = areaIndex[id] {
      // A draft of GTFS-Flex had zones in `stop_id`.
      log.add(notice(.flexDraftLocation, table, "stop_id"))
      return .area(area)
    }
    return reference(table, "stop_id", in: stopIndex).map(FlexLocation.stop)
  }
}

/// Columns of `stop_times.txt`, looked up once.
private struct StopTimeColumns {
  let trip, sequence, stop, group, area, arrival, departure: Int?
  let pickupType, dropOffType, distance, windowStart, windowEnd: Int?

  init(_ table: FeedTable) {
    trip = table.column("trip_id")
    sequence = table.column("stop_sequence")
    stop = table.column("stop_id")
    group = table.column("location_group_id")
    area = table.column("location_id")
    arrival = table.column("arrival_time")
    departure = table.column("departure_time")
    pickupType = table.column("pickup_type")
    dropOffType = table.column("drop_off_type")
    distance = table.column("shape_dist_traveled")
    windowStart = table.column("start_pickup_drop_off_window")
    windowEnd = table.column("end_pickup_drop_off_window")
  }
}
