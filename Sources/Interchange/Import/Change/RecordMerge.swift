internal import Planning

/// Puts what a sheet says of records together with those that are known.
struct RecordMerge<Record> {
  private(set) var records: [Record]
  private(set) var changes: [ImportChange] = []
  /// Row that each comes from; `nil` for those that stay as they were.
  private(set) var origins: [Origin?]
  private let id: WritableKeyPath<Record, String>
  private let fields: FieldSet<Record>
  private let map: ColumnMap
  private let prefix: String
  private var indices: [String: Int]

  /// - Parameter prefix: of the record's fields in the map.
  init(
    _ base: [Record], id: WritableKeyPath<Record, String>, fields: FieldSet<Record>,
    map: ColumnMap, prefix: String = ""
  ) {
    records = base
    origins = base.map { _ in nil }
    self.id = id
    self.fields = fields
    self.map = map
    self.prefix = prefix
    indices = Dictionary(base.enumerated().map { ($1[keyPath: id], $0) }) { first, _ in first }
  }

  func has(_ id: String) -> Bool { indices[id] != nil }

  /// Takes in what a row says.
  ///
  /// - Parameters:
  ///   - given: fields that it says something of, without the prefix.
  ///   - besides: what else changes of the same thing.
  mutating func put(
    _ record: Record, given: Set<String>, from origin: Origin,
    besides: [ImportChange.FieldChange] = []
  ) {
    let place = FaultPlace(file: map.file, line: origin.line)
    let name = record[keyPath: id]
    guard let index = indices[name] else {
      indices[name] = records.count
      records.append(record)
      origins.append(origin)
      return changes.append(ImportChange(id: name, kind: .added, place: place))
    }
    var changed: [ImportChange.FieldChange] = []
    FieldComparison(map: map, mapped: Set(given.map { prefix + $0 })).merge(
      fields, prefix: prefix, from: record, into: &records[index], &changed)
    changed += besides
    if !changed.isEmpty { origins[index] = origin }
    changes.append(
      ImportChange(
        id: name, kind: changed.isEmpty ? .same : .changed, fields: changed, place: place))
  }

  /// Notes the records that the sheet does not have.
  ///
  /// - Parameters:
  ///   - present: ids that stand in it, also on rows at fault.
  ///   - removes: whether they go.
  mutating func lookForGone(besides present: Set<String>, removes: Bool) {
    let gone = records.indices.filter {
      origins[$0] == nil && !present.contains(records[$0][keyPath: id])
    }
    changes += gone.map { ImportChange(id: records[$0][keyPath: id], kind: .gone) }
    guard removes, !gone.isEmpty else { return }
    let taken = Set(gone)
    let left = records.indices.filter { !taken.contains($0) }
    origins = left.map { origins[$0] }
    records = left.map { records[$0] }
  }
}
