import Planning

/// Reads a scenario folder: `territory.json`, one table a kind of object, CSV or `.xlsx`, and `rules/*.json`.
struct FolderReader {
  private let folder: String
  private let log: InputLog
  private var draft = ScenarioDraft()

  private init(_ folder: String, _ log: InputLog) {
    self.folder = folder
    self.log = log
  }

  /// The scenario as far as it can be read; all that is wrong goes to the log.
  static func read(_ folder: String, _ log: InputLog) -> ScenarioDraft {
    var reader = FolderReader(folder, log)
    reader.readTerritory()
    let places = reader.readPlaces()
    reader.readRiders(places)
    reader.readBookings(places)
    reader.readStanding(places)
    reader.readResources(places)
    reader.readAvailability(places)
    reader.readLocks()
    reader.readLines(places)
    reader.readProfiles()
    return reader.draft
  }

  private mutating func readTerritory() {
    let file = ScenarioFiles.territory
    guard let node = JSONFile.read(folder + "/" + file, as: file, log) else {
      draft.origins.markDamaged(.territory)
      return draft.origins.add(.territory, Origin(file: file, isSound: false))
    }
    let (territory, sound) = TerritoryFields.set.read(node, JSONSite(file: file), log)
    draft.scenario.territory = territory
    if !sound { draft.origins.markDamaged(.territory) }
    draft.origins.add(
      .territory, Origin(file: file, line: node.line, pointer: "", isSound: sound))
  }

  private mutating func readPlaces() -> PlaceIndex {
    draft.scenario.places = readList(ScenarioFiles.places, .place, PlaceFields.set, id: \.id)
    let isComplete = !draft.origins.damaged.contains(.place)
    readAliases(isComplete)
    let index = PlaceIndex(draft.scenario.places, isComplete: isComplete)
    AliasCheck(index, log).run(on: draft)
    return index
  }

  /// Adds the names that the territory's alias table has for places.
  private mutating func readAliases(_ isComplete: Bool) {
    let fields = AliasFields.set(PlaceIndex(draft.scenario.places, isComplete: isComplete))
    let indices = Dictionary(draft.scenario.places.enumerated().map { ($1.id, $0) }) { first, _ in
      first
    }
    var found: [PlaceAlias] = []
    readRows(ScenarioFiles.aliases, .place, columns: fields.columns(), mayBeAbsent: true) {
      [log] row, map in
      let (record, sound) = fields.read(row, map, log)
      if sound { found.append(record) }
    }
    for alias in found {
      guard let index = indices[alias.place] else { continue }
      let names = [draft.scenario.places[index].name] + draft.scenario.places[index].aliases
      if !names.contains(alias.name) { draft.scenario.places[index].aliases.append(alias.name) }
    }
  }

  private mutating func readRiders(_ places: PlaceIndex) {
    draft.scenario.riders = readList(
      ScenarioFiles.riders, .rider, RiderFields.set(places), id: \.id)
  }

  private mutating func readBookings(_ places: PlaceIndex) {
    var rows = BookingRows(places: places, log: log)
    // Where all riders come by standing orders there may be no single booking.
    let orders = folder + "/" + ScenarioFiles.standing
    let hasOrders =
      Folder.kind(of: orders) == .file || CSVTable.workbook(for: orders) != nil
    guard
      let map = readRows(
        ScenarioFiles.bookings, .booking, columns: rows.columns, mayBeEmpty: hasOrders,
        { rows.add($0, $1) })
    else { return }
    let bookings = rows.finish(map, into: &draft)
    draft.scenario.bookings = bookings
  }

  private mutating func readStanding(_ places: PlaceIndex) {
    var rows = StandingRows(places: places, log: log)
    guard
      let map = readRows(
        ScenarioFiles.standing, .standing, columns: rows.columns, mayBeAbsent: true,
        { rows.add($0, $1) })
    else { return }
    let orders = rows.finish(map, into: &draft)
    draft.scenario.standing = orders
  }

  private mutating func readResources(_ places: PlaceIndex) {
    draft.scenario.volunteers = readList(
      ScenarioFiles.volunteers, .volunteer, VolunteerFields.set(places), id: \.id, mayBeEmpty: true)
    draft.scenario.vehicles = readList(
      ScenarioFiles.vehicles, .vehicle, VehicleFields.set(places), id: \.id, mayBeEmpty: true
    ).map(\.returningToStart)
  }

  private mutating func readAvailability(_ places: PlaceIndex) {
    let fields = AvailabilityFields.set(places)
    var found: [(AvailabilityDraft, Origin)] = []
    readRows(
      ScenarioFiles.availability, .availability, columns: fields.columns(), mayBeAbsent: true
    ) { [log] row, map in
      let (record, sound) = fields.read(row, map, log)
      found.append((record, Origin(file: map.file, line: row.line, isSound: sound)))
    }
    for (record, origin) in found { draft.add(record, origin, log) }
  }

  private mutating func readLocks() {
    draft.scenario.locks = readList(
      ScenarioFiles.locks, .lock, LockFields.set, id: nil, mayBeAbsent: true)
  }

  private mutating func readLines(_ places: PlaceIndex) {
    draft.scenario.lines = readList(
      ScenarioFiles.lines, .line, LineFields.set(places), id: \.id, mayBeAbsent: true)
  }

  private mutating func readProfiles() {
    let path = folder + "/" + ScenarioFiles.rules
    for name in Folder.names(in: path).filter({ $0.hasSuffix(".json") && !$0.hasPrefix(".") }) {
      let file = ScenarioFiles.rules + "/" + name
      guard let node = JSONFile.read(path + "/" + name, as: file, log) else {
        draft.origins.markDamaged(.profile)
        continue
      }
      let (profile, sound) = ProfileFields.set.read(node, JSONSite(file: file), log)
      draft.scenario.profiles.append(profile)
      draft.origins.add(
        .profile, Origin(file: file, line: node.line, pointer: "", isSound: sound))
    }
  }

  /// Reads a file of which each row is one object.
  private mutating func readList<Record>(
    _ file: String, _ kind: ObjectKind, _ fields: FieldSet<Record>, id: KeyPath<Record, String>?,
    mayBeAbsent: Bool = false, mayBeEmpty: Bool = false
  ) -> [Record] {
    var records: [(Record, Origin)] = []
    readRows(
      file, kind, columns: fields.columns(), mayBeAbsent: mayBeAbsent, mayBeEmpty: mayBeEmpty
    ) { [log] row, map in
      let (record, sound) = fields.read(row, map, log)
      records.append((record, Origin(file: map.file, line: row.line, isSound: sound)))
    }
    for (record, origin) in records {
      draft.origins.add(kind, origin)
      if !origin.isSound, let id, record[keyPath: id].isEmpty { draft.origins.markDamaged(kind) }
    }
    return records.map(\.0)
  }

  /// Calls `body` with every row of a file; `nil` where there is none to read.
  @discardableResult
  private mutating func readRows(
    _ file: String, _ kind: ObjectKind, columns: [ColumnSpec], mayBeAbsent: Bool = false,
    mayBeEmpty: Bool = false, _ body: (CSVRow, ColumnMap) -> Void
  ) -> ColumnMap? {
    let table = CSVTable(file: file, columns: columns, log: log)
    let outcome = table.read(
      folder + "/" + file, mayBeAbsent: mayBeAbsent, mayBeEmpty: mayBeEmpty || mayBeAbsent, body)
    if outcome.isDamaged { draft.origins.markDamaged(kind) }
    if let map = outcome.map { draft.origins.add(headers: map) }
    return outcome.map
  }
}

/// Names of the files of a scenario folder.
enum ScenarioFiles {
  static let territory = "territory.json"
  static let places = "places.csv"
  static let aliases = "aliases.csv"
  static let riders = "riders.csv"
  static let bookings = "bookings.csv"
  static let standing = "standing.csv"
  static let volunteers = "volunteers.csv"
  static let vehicles = "vehicles.csv"
  static let availability = "availability.csv"
  static let locks = "locks.csv"
  static let lines = "lines.csv"
  static let rules = "rules"
}

extension FleetVehicle {
  /// A vehicle for which no end is stated ends where it starts.
  var returningToStart: FleetVehicle {
    var vehicle = self
    if vehicle.end.isEmpty { vehicle.end = vehicle.start }
    return vehicle
  }
}
