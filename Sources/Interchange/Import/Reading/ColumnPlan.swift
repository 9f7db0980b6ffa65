internal import Planning

/// Which column of a sheet holds which field.
struct ColumnPlan {
  /// What faults call each column: its header, made unique.
  let labels: [String]
  /// Columns of each field; several only of contacts.
  private(set) var columns: [String: [Int]] = [:]
  let file: String

  init(file: String, labels: [String]) {
    self.file = file
    self.labels = labels
  }

  mutating func add(_ key: String, at index: Int) { columns[key, default: []].append(index) }

  subscript(key: String) -> Int? { columns[key]?.first }

  func has(_ key: String) -> Bool { columns[key] != nil }

  /// Where the cells that Camin adds to each row stand: the rider's id and the booking's.
  var riderColumn: Int { labels.count }
  var bookingColumn: Int { labels.count + 1 }
  var width: Int { labels.count + 2 }

  /// Header of the column that says who rides, by an id or by a name.
  var riderLabel: String {
    let keys = ["booking.rider", "contact.full_name", "contact.name"]
    return keys.lazy.compactMap { self[$0] }.first.map { labels[$0] } ?? "passager"
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

  /// The map by which rows are read, under other keys; `nil` leaves a column out.
  private func map(_ rename: (String) -> String?) -> ColumnMap {
    var places: [String: Int] = [:]
    var headers: [String: String] = [:]
    for (key, indices) in columns {
      guard let index = indices.first, let name = rename(key) else { continue }
      places[name] = index
      headers[name] = labels[index]
    }
    places["booking.rider"] = riderColumn
    headers["booking.rider"] = riderLabel
    headers["booking.id"] = self["booking.id"].map { labels[$0] } ?? "reservation"
    places["booking.id"] = bookingColumn
    return ColumnMap(file: file, columns: places, headers: headers, width: width)
  }
}
