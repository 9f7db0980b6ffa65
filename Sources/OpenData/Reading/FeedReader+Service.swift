internal import Planning
internal import TravelTimes

/// Calendars, trips, frequencies, transfers, fares.
extension FeedReader {
  mutating func readCalendar() throws(FeedFiles.Refusal) {
    guard var table = try table("calendar.txt") else { return }
    while advance(&table) {
      guard let id = newId(table, "service_id", in: serviceIndex) else { continue }
      var service = TransitService(id: id)
      for day in Weekday.allCases where choice(table, day.rawValue, most: 1) == 1 {
        service.weekdays.insert(day)
      }
      guard let start = date(table, "start_date"), let end = date(table, "end_date") else {
        continue
      }
      guard start <= end else {
        log.add(notice(.startAndEndRangeOutOfOrder, table, "end_date"))
        continue
      }
      service.period = start...end
      serviceIndex[id] = Int32(feed.services.count)
      feed.services.append(service)
    }
  }

  mutating func readCalendarDates() throws(FeedFiles.Refusal) {
    guard var table = try table("calendar_dates.txt") else { return }
    while advance(&table) {
      guard let id = required(table, "service_id"), let day = date(table, "date") else { continue }
      let kind = choice(table, "exception_type", most: 2)
      guard kind > 0 else {
        log.add(notice(.unexpectedEnumValue, table, "exception_type"))
        continue
      }
      let position = serviceIndex[id] ?? Int32(feed.services.count)
      if serviceIndex[id] == nil {
        serviceIndex[id] = position
        feed.services.append(TransitService(id: id))
      }
      if kind == 1 {
        feed.services[Int(position)].added.append(day)
      } else {
        feed.services[Int(position)].removed.append(day)
      }
    }
  }

  mutating func readTrips() throws(FeedFiles.Refusal) {
    guard var table = try table("trips.txt") else { return }
    let (headsign, block) = (table.column("trip_headsign"), table.column("block_id"))
    while advance(&table) {
      guard let id = newId(table, "trip_id", in: tripIndex),
        let route = reference(table, "route_id", in: routeIndex),
        let service = reference(table, "service_id", in: serviceIndex)
      else { continue }
      let wheelchair =
        WheelchairAccess(rawValue: UInt8(choice(table, "wheelchair_accessible", most: 2)))
        ?? .unknown
      tripIndex[id] = Int32(feed.trips.count)
      tripLines.append(table.line)
      var trip = TransitTrip(
        id: id, route: route, service: service, headsign: table.text(headsign),
        block: table.text(block), wheelchair: wheelchair)
      trip.safeFactor = number(table, "safe_duration_factor") ?? 1
      trip.safeOffset = number(table, "safe_duration_offset") ?? 0
      feed.trips.append(trip)
    }
  }

  mutating func readFrequencies() throws(FeedFiles.Refusal) {
    guard var table = try table("frequencies.txt") else { return }
    while advance(&table) {
      guard let trip = reference(table, "trip_id", in: tripIndex),
        let start = time(table, "start_time"), let end = time(table, "end_time"),
        let headway = natural(table, "headway_secs")
      else { continue }
      guard start < end else {
        log.add(
          notice(
            start == end ? .startAndEndRangeEqual : .startAndEndRangeOutOfOrder, table, "end_time"))
        continue
      }
      guard headway > 0 else {
        log.add(notice(.numberOutOfRange, table, "headway_secs"))
        continue
      }
      feed.frequencies.append(
        Frequency(
          trip: trip, start: start, end: end, headway: Int32(headway),
          isExact: choice(table, "exact_times", most: 1) == 1))
    }
  }

  mutating func readTransfers() throws(FeedFiles.Refusal) {
    guard var table = try table("transfers.txt") else { return }
    var inSeat = TransferChain()
    while advance(&table) {
      let kind = choice(table, "transfer_type", most: 5)
      if kind >= 4 {
        guard let from = reference(table, "from_trip_id", in: tripIndex),
          let to = reference(table, "to_trip_id", in: tripIndex)
        else { continue }
        if kind == 4 { inSeat.add(from, to, line: table.line) }
        log.add(notice(.transferNotUsed, table, "transfer_type"))
        continue
      }
      guard let from = reference(table, "from_stop_id", in: stopIndex),
        let to = reference(table, "to_stop_id", in: stopIndex)
      else { continue }
      let narrow = ["from_route_id", "to_route_id", "from_trip_id", "to_trip_id"]
        .first { !table.isEmpty(table.column($0)) }
      if let narrow {
        log.add(notice(.transferNotUsed, table, narrow))
        continue
      }
      let seconds = natural(table, "min_transfer_time")
      if kind == 2, seconds == nil {
        log.add(notice(.missingRequiredField, table, "min_transfer_time"))
      }
      let metres = feed.stops[Int(from)].place.crowMetres(to: feed.stops[Int(to)].place)
      guard metres <= Self.longestTransfer else {
        log.add(notice(.transferDistanceTooLarge, table, "to_stop_id"))
        continue
      }
      feed.transfers.append(
        TransitTransfer(
          from: from, to: to, kind: TransitTransfer.Kind(rawValue: UInt8(kind)) ?? .recommended,
          seconds: kind == 2 ? Int32(seconds ?? 0) : 0))
    }
    for line in inSeat.cycles {
      log.add(Notice(.transferCycle, file: "transfers.txt", line: line, field: "to_trip_id"))
    }
  }

  /// Metres, as the public validator has it.
  private static var longestTransfer: Double { 10_000 }

  mutating func readFares() throws(FeedFiles.Refusal) {
    guard var table = try table("fare_attributes.txt") else { return }
    var index: [String: Int32] = [:]
    while advance(&table) {
      let agency = agency(table)
      guard let id = newId(table, "fare_id", in: index), let price = number(table, "price") else {
        continue
      }
      guard price >= 0 else {
        log.add(notice(.numberOutOfRange, table, "price"))
        continue
      }
      index[id] = Int32(feed.fares.count)
      feed.fares.append(
        TransitFare(
          id: id, price: price, currency: table.text(table.column("currency_type")),
          agency: agency, transfers: natural(table, "transfers"), rules: []))
    }
    guard var rules = try self.table("fare_rules.txt") else { return }
    while advance(&rules) {
      guard let fare = reference(rules, "fare_id", in: index) else { continue }
      let route = reference(rules, "route_id", in: routeIndex, isRequired: false)
      feed.fares[Int(fare)].rules.append(
        TransitFare.Rule(
          route: route ?? -1, origin: rules.text(rules.column("origin_id")),
          destination: rules.text(rules.column("destination_id")),
          through: rules.text(rules.column("contains_id"))))
    }
  }
}

/// In-seat transfers from trip to trip, to find those that go round in a circle.
private struct TransferChain {
  private var next: [Int32: [(to: Int32, line: Int)]] = [:]

  mutating func add(_ from: Int32, _ to: Int32, line: Int) {
    next[from, default: []].append((to, line))
  }

  /// Lines of the rows that close a circle, ascending.
  var cycles: [Int] {
    var state: [Int32: Bool] = [:]
    var found: [Int] = []
    for start in next.keys.sorted() where state[start] == nil {
      // Depth first without recursion: a chain may be as long as the file.
      var path: [(trip: Int32, edge: Int)] = [(start, 0)]
      state[start] = false
      while let (trip, edge) = path.last {
        guard let edges = next[trip], edge < edges.count else {
          state[trip] = true
          path.removeLast()
          continue
        }
        path[path.count - 1].edge += 1
        switch state[edges[edge].to] {
        case nil:
          state[edges[edge].to] = false
          path.append((edges[edge].to, 0))
        case false?: found.append(edges[edge].line)
        case true?: break
        }
      }
    }
    return found.sorted()
  }
}
