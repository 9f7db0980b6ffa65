internal import Foundation
internal import Planning
internal import TravelTimes

/// What reading a feed came to.
public struct FeedReading: Sendable {
  /// What could be read: rows with errors are left aside.
  public let feed: Feed
  public let notices: NoticeLog
  /// Whether files are missing without which the feed says nothing.
  public let isUsable: Bool
}

/// Reads a GTFS feed from a folder or a zip archive, tolerantly: what is wrong is told in the terms of the public
/// validator, and what is right is kept.
///
/// Source: GTFS Schedule Reference (gtfs.org), with GTFS-Flex as adopted in March 2024.
public struct FeedReader {
  var feed: Feed
  var log = NoticeLog()
  var files: FeedFiles
  var agencyIndex: [String: Int32] = [:]
  var stopIndex: [String: Int32] = [:]
  var routeIndex: [String: Int32] = [:]
  var serviceIndex: [String: Int32] = [:]
  var tripIndex: [String: Int32] = [:]
  var groupIndex: [String: Int32] = [:]
  var areaIndex: [String: Int32] = [:]
  var ruleIndex: [String: Int32] = [:]
  /// Stops that some row of `stop_times.txt` names, also one left aside.
  var calledStops: Set<Int32> = []
  /// Line of each trip in `trips.txt`.
  var tripLines: [Int] = []

  /// - Parameters:
  ///   - path: a folder or a zip archive.
  ///   - id: what the feed is called, and its ids are prefixed with.
  public static func read(_ path: String, id: String, limits: FeedLimits = FeedLimits())
    -> FeedReading
  {
    do throws(FeedFiles.Refusal) {
      var reader = FeedReader(id: id, files: try FeedFiles(path, limits: limits))
      try reader.readAll()
      return FeedReading(
        feed: reader.feed, notices: reader.log,
        isUsable: !reader.log.counts.keys.contains { $0.isFatal })
    } catch {
      var log = NoticeLog()
      log.add(error.notice)
      return FeedReading(feed: Feed(id: id), notices: log, isUsable: false)
    }
  }

  init(id: String, files: FeedFiles = FeedFiles()) {
    feed = Feed(id: id)
    self.files = files
  }

  private mutating func readAll() throws(FeedFiles.Refusal) {
    checkFiles()
    try readAgencies()
    try readInfo()
    try readStops()
    try readRoutes()
    try readCalendar()
    try readCalendarDates()
    try readTrips()
    try readBookingRules()
    try readAreas()
    try readGroups()
    try readStopTimes()
    try readFrequencies()
    try readTransfers()
    try readFares()
    FeedCheck(feed, called: calledStops).run(into: &log)
    if feed.stopTimes.count == 0, feed.flexTimes.isEmpty {
      log.add(Notice(.nothingRuns, file: "stop_times.txt"))
    }
  }

  private mutating func checkFiles() {
    for name in ["agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt"]
    where !files.names.contains(name) {
      // A service between zones alone needs no stops.
      if name == "stops.txt", files.names.contains("locations.geojson") { continue }
      log.add(Notice(.missingRequiredFile, file: name))
    }
    if files.names.isDisjoint(with: ["calendar.txt", "calendar_dates.txt"]) {
      log.add(Notice(.missingCalendarAndCalendarDateFiles, file: "calendar.txt"))
    }
    if !files.names.contains("feed_info.txt") {
      log.add(Notice(.missingRecommendedFile, file: "feed_info.txt"))
    }
    for name in files.names.sorted()
    where FeedSchema.read[name] == nil && !FeedSchema.passedOver.contains(name) {
      log.add(Notice(.unknownFile, file: name))
    }
    for name in files.passedOver { log.add(Notice(.unknownFile, file: name)) }
  }

  /// Opens a table and checks its heading.
  ///
  /// - Returns: `nil` where there is no such file, or nothing can be read of it.
  mutating func table(_ name: String) throws(FeedFiles.Refusal) -> FeedTable? {
    guard let bytes = try files.bytes(name), let schema = FeedSchema.read[name] else { return nil }
    let table = FeedTable(bytes, file: name)
    guard !table.isEmpty else {
      log.add(Notice(.emptyFile, file: name))
      return nil
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      log.add(Notice(.invalidCharacter, file: name))
    }
    var seen: Set<String> = []
    for column in table.columns {
      if column.isEmpty {
        log.add(Notice(.emptyColumnName, file: name, line: 1))
      } else if !seen.insert(column).inserted {
        log.add(Notice(.duplicatedColumn, file: name, line: 1, field: column))
      } else if !schema.required.contains(column), !schema.known.contains(column) {
        log.add(Notice(.unknownColumn, file: name, line: 1, field: column))
      }
    }
    let missing = schema.required.filter { !seen.contains($0) }
    for column in missing {
      log.add(Notice(.missingRequiredColumn, file: name, line: 1, field: column))
    }
    return missing.isEmpty ? table : nil
  }

  /// Goes to the next row; a row of another length is told and read as far as it goes.
  mutating func advance(_ table: inout FeedTable) -> Bool {
    guard table.next() else {
      if table.isBroken { log.add(Notice(.csvParsingFailed, file: table.file, line: table.line)) }
      return false
    }
    // Trailing empty fields left away are common in old feeds and mislead nobody.
    if table.width > table.columns.count {
      log.add(
        Notice(.invalidRowLength, file: table.file, line: table.line, value: "\(table.width)"))
    }
    if let column = table.columnWithLineBreak {
      log.add(notice(.newLineInValue, table, column))
    }
    return true
  }

  // MARK: Fields

  func notice(_ code: NoticeCode, _ table: FeedTable, _ field: String, value: String? = nil)
    -> Notice
  {
    Notice(
      code, file: table.file, line: table.line, field: field,
      value: value ?? table.text(table.column(field)))
  }

  /// The field, told where it is empty.
  mutating func required(_ table: FeedTable, _ field: String) -> String? {
    let text = table.text(table.column(field))
    guard text.isEmpty else { return text }
    log.add(notice(.missingRequiredField, table, field))
    return nil
  }

  /// A new id of the table; told where it is empty or known already.
  mutating func newId(
    _ table: FeedTable, _ field: String, in index: [String: Int32]
  ) -> String? {
    guard let id = required(table, field) else { return nil }
    guard index[id] == nil else {
      log.add(notice(.duplicateKey, table, field))
      return nil
    }
    return id
  }

  /// The position that an id stands for; told where it leads nowhere. `nil` for an empty field too.
  mutating func reference(
    _ table: FeedTable, _ field: String, in index: [String: Int32], isRequired: Bool = true
  ) -> Int32? {
    let id = table.text(table.column(field))
    if id.isEmpty {
      if isRequired { log.add(notice(.missingRequiredField, table, field)) }
      return nil
    }
    guard let position = index[id] else {
      log.add(notice(.foreignKeyViolation, table, field))
      return nil
    }
    return position
  }

  /// A choice among `0...most`; the default where it is empty, or told where it is none of them.
  mutating func choice(_ table: FeedTable, _ field: String, most: Int, default usual: Int = 0)
    -> Int
  {
    let column = table.column(field)
    if table.isEmpty(column) { return usual }
    guard let value = table.natural(column) else {
      log.add(notice(.invalidInteger, table, field))
      return usual
    }
    guard value <= most else {
      log.add(notice(.unexpectedEnumValue, table, field))
      return usual
    }
    return value
  }

  mutating func time(_ table: FeedTable, _ field: String) -> Int32? {
    let column = table.column(field)
    if table.isEmpty(column) { return nil }
    if let time = table.time(column) { return time }
    log.add(notice(.invalidTime, table, field))
    return nil
  }

  mutating func natural(_ table: FeedTable, _ field: String) -> Int? {
    let column = table.column(field)
    if table.isEmpty(column) { return nil }
    if let value = table.natural(column) { return value }
    log.add(notice(.invalidInteger, table, field))
    return nil
  }

  mutating func number(_ table: FeedTable, _ field: String) -> Double? {
    let column = table.column(field)
    if table.isEmpty(column) { return nil }
    if let value = table.number(column) { return value }
    log.add(notice(.invalidFloat, table, field))
    return nil
  }

  mutating func date(_ table: FeedTable, _ field: String) -> PlanDate? {
    guard let text = required(table, field) else { return nil }
    if text.utf8.count == 8, text.utf8.allSatisfy(Ascii.isDigit), let number = Int(text) {
      let date = PlanDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      if (1...12).contains(date.month),
        (1...PlanDate.days(inMonth: date.month, of: date.year)).contains(date.day)
      {
        return date
      }
    }
    log.add(notice(.invalidDate, table, field))
    return nil
  }
}
