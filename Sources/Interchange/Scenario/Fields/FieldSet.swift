import Planning

/// One field of a record: its key in JSON, its headers in a spreadsheet, and how it is read and
/// written.
struct Field<Record> {
  var key: String
  /// Headers that Camin writes.
  var header: Bilingual
  /// Other headers understood.
  var aliases: [String]
  var required: Bool
  /// Few days use it: tables in which no record has it are written without its column.
  var isSparse = false
  var schema: JSONItem
  var readCell: (String, inout Record) throws(Complaint) -> Void
  var writeCell: (Record, Language) -> String
  /// Returns whether the value was sound.
  var readJSON: (JSONNode, JSONSite, InputLog, inout Record) -> Bool
  /// `nil`: left out, the reader will put the same value.
  var writeJSON: (Record) -> JSONItem?
  /// Puts the value of the first record into the second.
  var copy: (Record, inout Record) -> Void

  /// Keys understood in JSON. A field that is no column takes its other names there.
  var jsonKeys: [String] { header.fr.isEmpty ? [key] + aliases : [key] }

  var headers: [String] { [header.fr, header.en, key] + aliases }
}

/// The fields of one kind of record.
struct FieldSet<Record> {
  /// A record with every default.
  var blank: Record
  private(set) var fields: [Field<Record>] = []

  init(blank: Record) { self.blank = blank }

  /// Adds a field. `english` is the English header where it differs from the key.
  ///
  /// - Parameter isSparse: whether tables in which nobody says anything of it are written without the column.
  mutating func add<Value>(
    _ key: String, fr: String, en: String? = nil, also aliases: [String] = [],
    required: Bool = false, isSparse: Bool = false, _ path: WritableKeyPath<Record, Value>,
    _ codec: FieldCodec<Value>, about: String
  ) {
    let preset = blank[keyPath: path]
    var schema = described(codec.schema, key: key, fr: fr, en: en ?? key, about: about)
    let presetJSON = codec.encode(preset)
    if !required, !presetJSON.isEmpty { schema["default"] = presetJSON }
    fields.append(
      Field(
        key: key, header: Bilingual(fr: fr, en: en ?? key), aliases: aliases, required: required,
        isSparse: isSparse, schema: .object(schema),
        readCell: { text, record throws(Complaint) in
          record[keyPath: path] = try codec.parse(text)
        },
        writeCell: { codec.print($0[keyPath: path], $1) },
        readJSON: { node, site, log, record in
          guard let value = codec.decode(node, site, log) else { return false }
          record[keyPath: path] = value
          return true
        },
        writeJSON: { record in
          let value = record[keyPath: path]
          return !required && value == preset ? nil : codec.encode(value)
        },
        copy: { $1[keyPath: path] = $0[keyPath: path] }))
  }

  /// Adds a field that may have no value.
  ///
  /// - Parameter isSparse: whether tables in which nobody has one are written without the column.
  mutating func add<Value>(
    optional key: String, fr: String, en: String? = nil, also aliases: [String] = [],
    isSparse: Bool = false, _ path: WritableKeyPath<Record, Value?>, _ codec: FieldCodec<Value>,
    about: String
  ) {
    let schema = described(codec.schema, key: key, fr: fr, en: en ?? key, about: about)
    fields.append(
      Field(
        key: key, header: Bilingual(fr: fr, en: en ?? key), aliases: aliases, required: false,
        isSparse: isSparse, schema: .object(schema),
        readCell: { text, record throws(Complaint) in
          record[keyPath: path] = try codec.parse(text)
        },
        writeCell: { record, language in
          record[keyPath: path].map { codec.print($0, language) } ?? ""
        },
        readJSON: { node, site, log, record in
          guard let value = codec.decode(node, site, log) else { return false }
          record[keyPath: path] = value
          return true
        },
        writeJSON: { record in record[keyPath: path].map(codec.encode) },
        copy: { $1[keyPath: path] = $0[keyPath: path] }))
  }

  /// Without the sparse fields that none of these records has.
  func needed(for records: [Record]) -> FieldSet {
    var set = self
    set.fields.removeAll { field in
      field.isSparse && records.allSatisfy { field.writeJSON($0) == nil }
    }
    return set
  }

  private func described(
    _ schema: JSONItem, key: String, fr: String, en: String, about: String
  ) -> [String: JSONItem] {
    var members: [String: JSONItem] = [:]
    if case .object(let given) = schema { members = given }
    members["description"] = .string(about)
    if !fr.isEmpty { members["x-csv-header"] = ["en": .string(en), "fr": .string(fr)] }
    return members
  }
}
