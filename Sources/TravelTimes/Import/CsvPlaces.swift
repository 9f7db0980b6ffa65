/// Reads places from a table: `id` or `name`, `lat` or `latitude`, `lon` or `longitude`; other columns are passed
/// over.
public enum CsvPlaces {
  /// - Throws: `RoadError.rows` with all faults.
  public static func places(_ bytes: [UInt8], named name: String) throws(RoadError) -> [RoadPlace] {
    let table = CsvTable(bytes, named: name)
    var faults: [RowFault] = []
    func column(_ short: String, _ long: String) -> Int {
      if let column = table.column(short, long) { return column }
      faults.append(
        RowFault(file: name, line: 1, field: "\(short), \(long)", value: "", cause: .noSuchColumn))
      return 0
    }
    let columns = (column("id", "name"), column("lat", "latitude"), column("lon", "longitude"))
    guard faults.isEmpty else { throw .rows(faults) }
    var places: [RoadPlace] = []
    var known: Set<String> = []
    for row in 0..<table.count {
      let id = table.text(row, columns.0)
      if !known.insert(id).inserted { faults.append(table.fault(row, columns.0, .nameTwice)) }
      let latitude = table.number(row, columns.1).flatMap { abs($0) <= 90 ? $0 : nil }
      let longitude = table.number(row, columns.2).flatMap { abs($0) <= 180 ? $0 : nil }
      if latitude == nil { faults.append(table.fault(row, columns.1, .notLatitude)) }
      if longitude == nil { faults.append(table.fault(row, columns.2, .notLongitude)) }
      guard let latitude, let longitude else { continue }
      places.append(RoadPlace(id, at: Coordinate(latitude: latitude, longitude: longitude)))
    }
    guard faults.isEmpty else { throw .rows(faults) }
    return places
  }
}
