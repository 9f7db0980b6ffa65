internal import Planning

/// A table of which each row is one thing of the territory: where it stands in a scenario, its fields, and what is known
/// of its rows besides.
struct RecordTable<Record> {
  let kind: ObjectKind
  let records: WritableKeyPath<Scenario, [Record]>
  let id: WritableKeyPath<Record, String>
  let fields: (PlaceIndex) -> FieldSet<Record>
  /// What pseudonyms of new people begin with; `nil`: these are no people.
  var people: String?
  /// Brings cells into the form that the fields read.
  var prepare: (inout CSVRow, ColumnPlan) -> Void = { _, _ in }
  /// Adds to a record, and to the fields that its row says something of, what follows from the record before, if any.
  var complete: (_ now: inout Record, _ given: inout Set<String>, _ before: Record?) -> Void = {
    _, _, _ in
  }
}

extension RecordTable<Place> {
  static var places: RecordTable {
    RecordTable(
      kind: .place, records: \.places, id: \.id, fields: { _ in PlaceFields.set },
      prepare: { row, plan in
        Coordinates.split(&row, plan)
        // `|` is Camin's own sign between names; people write a semicolon.
        for column in plan.columns["aliases"] ?? [] {
          row.cells[column].text = row.cells[column].text.replacing(";", with: "|")
        }
      },
      complete: { now, given, before in
        guard let before else { return }
        // Names are learned, never unlearned: others may use those that this sheet does not have.
        let known = Set(([before.name, now.name] + before.aliases).map(Fold.place))
        now.aliases = before.aliases + now.aliases.filter { !known.contains(Fold.place($0)) }
      })
  }
}

extension RecordTable<Rider> {
  static var riders: RecordTable {
    RecordTable(
      kind: .rider, records: \.riders, id: \.id, fields: RiderFields.set, people: "r")
  }
}

extension RecordTable<Volunteer> {
  static var volunteers: RecordTable {
    RecordTable(
      kind: .volunteer, records: \.volunteers, id: \.id, fields: VolunteerFields.set, people: "v",
      prepare: { row, plan in SeatCount.write(&row, plan) })
  }
}

extension RecordTable<FleetVehicle> {
  static var vehicles: RecordTable {
    RecordTable(
      kind: .vehicle, records: \.vehicles, id: \.id, fields: VehicleFields.set,
      prepare: { row, plan in SeatCount.write(&row, plan) },
      complete: { now, given, before in
        guard now.end.isEmpty else { return }
        now.end = now.start
        // Without a column for it a vehicle that came back to where it started still does.
        if given.contains("start"), before.map({ $0.end == $0.start }) ?? true {
          given.insert("end")
        }
      })
  }
}

/// Latitude and longitude that stand in one cell, `44.6086, 2.0338`.
private enum Coordinates {
  static func split(_ row: inout CSVRow, _ plan: ColumnPlan) {
    guard let column = plan["coordinates"] else { return }
    let text = row.cells[column].text
    // With a space or semicolon between them both may have decimal commas.
    var parts = text.split(whereSeparator: { $0 == ";" || $0.isWhitespace }).map(String.init)
    if parts.count == 1 { parts = text.split(separator: ",").map(String.init) }
    let numbers = parts.map { part in part.hasSuffix(",") ? String(part.dropLast()) : part }
    for (number, place) in zip(numbers.count == 2 ? numbers : [text, text], plan.coordinateColumns)
    {
      row.cells[place.index] = CSVCell(text: number, line: row.cells[column].line)
    }
  }
}

/// A bare number of seats, as sheets have it, in the words of a layout; wheelchairs may have a column of their own.
private enum SeatCount {
  static func write(_ row: inout CSVRow, _ plan: ColumnPlan) {
    guard let column = plan["layouts"] else { return }
    let text = row.cells[column].text
    if let count = NumberText.number(text), count == count.rounded(), count < 1000 {
      row.cells[column].text = "\(Int(count)) places"
    }
    guard let chairs = plan["wheelchairs"], !row.cells[chairs].text.isEmpty,
      row.cells[chairs].text != "0"
    else { return }
    let parts = [row.cells[column].text, row.cells[chairs].text + " fauteuil"]
    row.cells[column].text = parts.filter { !$0.isEmpty }.joined(separator: " + ")
  }
}
