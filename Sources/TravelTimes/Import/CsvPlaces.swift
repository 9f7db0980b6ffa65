/// Reads places from a table: `id` or `name`, `lat` or `latitude`, `lon` or `longitude`, and `name` beside `id` as
/// what people call them; other columns are passed over.
public enum CsvPlaces {
  /// - Throws: `RoadError.rows` with all faults.
  public static func places(_ bytes: [UInt8], named file: String) throws(RoadError) -> [RoadPlace] {
    let table = CsvTable(bytes, named: file)
    var faults: [RowFault] = []
    let found = (
      table.column("id", "name", or: &faults), table.column("lat", "latitude", or: &faults),
      table.column("lon", "longitude", or: &faults)
    )
    guard case (let name?, let north?, let east?) = found else { throw .rows(faults) }
    var places: [RoadPlace] = []
    var known: Set<String> = []
    for row in 0..<table.count {
      let id = table.text(row, name)
      if !known.insert(id).inserted { faults.append(table.fault(row, name, .nameTwice)) }
      let latitude = table.number(row, north).flatMap { abs($0) <= 90 ? $0 : nil }
      let longitude = table.number(row, east).flatMap { abs($0) <= 180 ? $0 : nil }
      if latitude == nil { faults.append(table.fault(row, north, .notLatitude)) }
      if longitude == nil { faults.append(table.fault(row, east, .notLongitude)) }
      guard let latitude, let longitude else { continue }
      let title = table.column("name").map { table.text(row, $0) }
      places.append(
        RoadPlace(
          id, at: Coordinate(latitude: latitude, longitude: longitude),
          title: title.flatMap { $0.isEmpty ? nil : $0 }))
    }
    guard faults.isEmpty else { throw .rows(faults) }
    return places
  }
}
