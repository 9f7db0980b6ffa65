internal import Planning

/// Which column of a sheet holds which field.
struct ColumnPlan {
  /// What faults call each column: its header, made unique.
  let labels: [String]
  /// Columns of each field; several only of contacts.
  private(set) var columns: [String: [Int]] = [:]
  let file: String
  let table: ImportTable

  init(file: String, labels: [String], table: ImportTable) {
    self.file = file
    self.labels = labels
    self.table = table
  }

  mutating func add(_ key: String, at index: Int) { columns[key, default: []].append(index) }

  subscript(key: String) -> Int? { columns[key]?.first }

  func has(_ key: String) -> Bool { columns[key] != nil }

  /// Where the cells that Camin adds to each row stand: the id of whom it is of, the booking's, and the coordinates'
  /// parts.
  var idColumn: Int { labels.count }
  var bookingColumn: Int { labels.count + 1 }
  var coordinateColumns: [(key: String, index: Int)] {
    [("latitude", labels.count + 2), ("longitude", labels.count + 3)]
  }
  var width: Int { labels.count + 4 }

  /// Header of the column that says of whom or what a row is, by an id or by a name.
  var idLabel: String {
    let keys = [table.idKey, "contact.full_name", "contact.name", "name"]
    return keys.lazy.compactMap { self[$0] }.first.map { labels[$0] }
      ?? ImportFields(table)[table.idKey]?.name.fr ?? table.idKey
  }

  /// The columns of a record that one row tells of.
  var record: ColumnMap {
    var map = parts { isOther($0) ? nil : $0 }
    if let index = self["coordinates"] {
      for (key, place) in coordinateColumns where !has(key) { map.put(key, place, labels[index]) }
    }
    map.put(table.idKey, idColumn, idLabel)
    return ColumnMap(file: file, columns: map.places, headers: map.headers, width: width)
  }

  /// The way there of a row.
  var outward: ColumnMap { map { $0.hasPrefix("return.") || isOther($0) ? nil : $0 } }

  /// The way back that stands on the same row: from where the first went, to where it began, at a time of its own.
  var back: ColumnMap? {
    guard columns.keys.contains(where: isTimeBack) else { return nil }
    let anchors = Set(AnchorFields.set.fields.map(\.key))
    let end = has("return.to") ? "return.to" : "leg.from"
    let ends = ["leg.to": "leg.from", end: "leg.to"]
    return map { key in
      if let end = ends[key] { return end }
      if isTimeBack(key) { return String(key.dropFirst("return.".count)) }
      let isOfTheOther = ["leg.from", "leg.id", "direction"].contains(key) || anchors.contains(key)
      return isOfTheOther || isOther(key) ? nil : key
    }
  }

  /// Columns whose cells make a way back where one of them is filled in.
  var timesBack: [Int] { columns.filter { isTimeBack($0.key) }.flatMap(\.value) }

  /// Fields of the format that the sheet says something of.
  var mapped: Set<String> {
    Set(columns.keys.map { $0.hasPrefix("return.") ? String($0.dropFirst(7)) : $0 })
  }

  private func isTimeBack(_ key: String) -> Bool { key.hasPrefix("return.") && key != "return.to" }

  private func isOther(_ key: String) -> Bool { key == "date" || key.hasPrefix("contact.") }

  private struct Parts {
    var places: [String: Int] = [:]
    var headers: [String: String] = [:]

    mutating func put(_ key: String, _ place: Int, _ header: String) {
      places[key] = place
      headers[key] = header
    }
  }

  /// Columns with their headers under other keys; `nil` leaves a column out.
  private func parts(_ rename: (String) -> String?) -> Parts {
    var parts = Parts()
    for (key, indices) in columns {
      guard let index = indices.first, let name = rename(key) else { continue }
      parts.put(name, index, labels[index])
    }
    return parts
  }

  /// The map by which rows of rides are read.
  private func map(_ rename: (String) -> String?) -> ColumnMap {
    var map = parts(rename)
    map.put("booking.rider", idColumn, idLabel)
    map.put(
      "booking.id", bookingColumn, self["booking.id"].map { labels[$0] } ?? "reservation")
    return ColumnMap(file: file, columns: map.places, headers: map.headers, width: width)
  }
}
