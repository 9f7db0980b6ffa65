import Planning

typealias ObjectKind = ObjectKey.Kind

/// Where one object of the scenario stands in the input.
struct Origin {
  var file: String
  var line: Int?
  /// JSON pointer of the object; `nil` in CSV files.
  var pointer: String?
  /// Nothing was wrong with how it is written.
  var isSound = true
}

/// Where the objects of a scenario stand, so that what is wrong with their meaning can be told with
/// file and line, and is not told again where the writing itself was at fault.
struct Origins {
  private var objects: [ObjectKind: [Origin]] = [:]
  /// Headers as the file has them, by file and field key.
  private var headers: [String: [String: String]] = [:]
  /// Kinds of objects of which some could not be read at all.
  private(set) var damaged: Set<ObjectKind> = []
  /// Places of objects that are written wrongly.
  private var unsound: Set<Spot> = []

  /// A row of a CSV file, or an object of a JSON file.
  private struct Spot: Hashable {
    var file: String
    var line: Int?
  }

  mutating func add(_ kind: ObjectKind, _ origin: Origin) {
    objects[kind, default: []].append(origin)
    // The line alone would take in the neighbours in a JSON file written on one line; they are then
    // left for the next run.
    if !origin.isSound { unsound.insert(Spot(file: origin.file, line: origin.line)) }
  }

  mutating func add(headers map: ColumnMap) { headers[map.file] = map.headers }

  mutating func markDamaged(_ kind: ObjectKind) { damaged.insert(kind) }

  subscript(kind: ObjectKind, index: Int) -> Origin? {
    let list = objects[kind] ?? []
    return list.indices.contains(index) ? list[index] : nil
  }

  /// Forgets the objects of a kind but some, which move up.
  mutating func keep(_ kind: ObjectKind, _ indices: [Int]) {
    let list = objects[kind] ?? []
    objects[kind] = indices.compactMap { list.indices.contains($0) ? list[$0] : nil }
  }

  /// The object that stands on this line of a table.
  func index(of kind: ObjectKind, at place: FaultPlace) -> Int? {
    objects[kind]?.firstIndex { $0.file == place.file && $0.line == place.line }
  }

  /// Whether an object at this place is written wrongly.
  func isUnsound(_ place: FaultPlace) -> Bool {
    unsound.contains(Spot(file: place.file, line: place.line))
  }

  /// The header of a field in a CSV file, or its key.
  func label(_ key: String, in file: String) -> String { headers[file]?[key] ?? key }
}

/// A scenario as far as it could be read.
struct ScenarioDraft {
  var scenario: Scenario
  var origins = Origins()

  init() { scenario = Scenario(territory: TerritoryFields.set.blank) }
}
