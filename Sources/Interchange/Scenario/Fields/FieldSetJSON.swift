import Planning

extension FieldSet {
  /// JSON Schema of the record.
  var schema: JSONItem { .object(schemaMembers()) }

  /// The same, open to changes by tables that nest one record in another.
  func schemaMembers() -> [String: JSONItem] {
    let properties = fields.map { ($0.key, $0.schema) }
    let required = fields.filter(\.required).map { JSONItem.string($0.key) }
    var members: [String: JSONItem] = [
      "type": "object", "additionalProperties": false,
      "properties": .object(Dictionary(properties) { first, _ in first }),
    ]
    if !required.isEmpty { members["required"] = .array(required) }
    return members
  }

  /// The record in a JSON object, or `nil` where something in it is wrong, all of which the log is
  /// told.
  func decode(_ node: JSONNode, _ site: JSONSite, _ log: InputLog) -> Record? {
    let (record, sound) = read(node, site, log)
    return sound ? record : nil
  }

  /// The record as far as it can be understood, and whether all of it was sound.
  ///
  /// - Parameter others: keys that the caller reads itself.
  func read(
    _ node: JSONNode, _ site: JSONSite, _ log: InputLog, others: [String] = []
  ) -> (record: Record, sound: Bool) {
    var record = blank
    guard case .object(let members) = node.content else {
      log.fault(.wrongType(Expected.object), at: site, node: node)
      return (record, false)
    }
    var sound = true
    for field in fields {
      let member = members.first { field.jsonKeys.contains($0.key) }
      if let value = member?.value, !value.isNull {
        let key = member?.key ?? field.key
        sound = field.readJSON(value, site.child(key), log, &record) && sound
      } else if field.required {
        log.fault(.missingValue, at: site.child(field.key), node: member?.value ?? node.keyless)
        sound = false
      }
    }
    warn(about: members, known: fields.flatMap(\.jsonKeys) + others, node, site, log)
    return (record, sound)
  }

  private func warn(
    about members: [JSONMember], known: [String], _ node: JSONNode, _ site: JSONSite,
    _ log: InputLog
  ) {
    let unknown = members.map(\.key).filter { !known.contains($0) && $0 != "$schema" }
    let personal = unknown.filter(PersonalData.isSuspect(header:))
    let rest = unknown.filter { !personal.contains($0) }
    if !personal.isEmpty { log.warning(.personalKeys(personal), at: site, node: node) }
    if !rest.isEmpty { log.warning(.unknownKeys(rest), at: site, node: node) }
  }

  /// The record as a JSON object; fields with their default value are left out.
  func encode(_ record: Record) -> JSONItem { .object(encodeMembers(record)) }

  /// The members of that object.
  func encodeMembers(_ record: Record) -> [String: JSONItem] {
    var members: [String: JSONItem] = [:]
    for field in fields { members[field.key] = field.writeJSON(record) }
    return members
  }
}

extension JSONNode {
  var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// The same place without a value to show, for what is missing in it.
  fileprivate var keyless: JSONNode { JSONNode(content: .string(""), line: line) }
}

extension FieldCodec {
  /// A nested record, in JSON only.
  static func record(_ fields: FieldSet<Value>) -> FieldCodec {
    FieldCodec(
      schema: fields.schema, parse: { _ throws(Complaint) in fields.blank },
      print: { _, _ in "" }, decode: { fields.decode($0, $1, $2) },
      encode: { fields.encode($0) })
  }
}
