import Planning

/// How one kind of value is written in a cell and in JSON. Every field of the format is made of
/// these, so the folder, the JSON document and the published schema cannot drift apart.
struct FieldCodec<Value: Equatable> {
  /// JSON Schema of the value.
  var schema: JSONItem
  /// Reads a cell that is not empty.
  var parse: (String) throws(Complaint) -> Value
  /// Writes a cell.
  var print: (Value, Language) -> String
  /// Reads JSON; tells the log what is wrong and returns `nil` where it cannot.
  var decode: (JSONNode, JSONSite, InputLog) -> Value?
  var encode: (Value) -> JSONItem
}

extension InputLog {
  /// A fault at a JSON value.
  func fault(_ complaint: Complaint, at site: JSONSite, node: JSONNode) {
    fault(
      complaint, at: FaultPlace(file: site.file, line: node.line, pointer: site.pointer),
      field: site.field, value: node.shown)
  }

  /// A warning at a JSON value.
  func warning(_ complaint: Complaint, at site: JSONSite, node: JSONNode) {
    warning(
      complaint, at: FaultPlace(file: site.file, line: node.line, pointer: site.pointer),
      field: site.field)
  }
}

extension FieldCodec {
  /// A value that JSON holds as a string, read as a cell is.
  static func text(
    schema: JSONItem, parse: @escaping (String) throws(Complaint) -> Value,
    print: @escaping (Value, Language) -> String
  ) -> FieldCodec {
    FieldCodec(
      schema: schema, parse: parse, print: print,
      decode: { node, site, log in
        guard case .string(let text) = node.content else {
          log.fault(.wrongType(Expected.string), at: site, node: node)
          return nil
        }
        do throws(Complaint) {
          return try parse(text.trimmed)
        } catch {
          log.fault(error, at: site, node: node)
          return nil
        }
      },
      encode: { .string(print($0, .english)) })
  }

  /// The same codec with a condition on the value.
  func checked(
    schema: JSONItem? = nil, _ complaint: @escaping (Value) -> Complaint?
  ) -> FieldCodec {
    var codec = self
    if let schema { codec.schema = schema }
    codec.parse = { text throws(Complaint) in
      let value = try parse(text)
      if let found = complaint(value) { throw found }
      return value
    }
    codec.decode = { node, site, log in
      guard let value = decode(node, site, log) else { return nil }
      guard let found = complaint(value) else { return value }
      log.fault(found, at: site, node: node)
      return nil
    }
    return codec
  }
}

/// What a JSON value of the wrong type should have been.
enum Expected {
  static let string = Bilingual(fr: "un texte entre guillemets", en: "a string in quotes")
  static let number = Bilingual(fr: "un nombre", en: "a number")
  static let whole = Bilingual(fr: "un nombre entier", en: "a whole number")
  static let flag = Bilingual(fr: "true ou false", en: "true or false")
  static let list = Bilingual(fr: "une liste entre crochets", en: "a list in brackets")
  static let object = Bilingual(fr: "un objet entre accolades", en: "an object in braces")
  static let sharing = Bilingual(
    fr: "\"yes\", \"no\" ou {\"only_with\": [\"r1\", …]}",
    en: "\"yes\", \"no\" or {\"only_with\": [\"r1\", …]}")
}
