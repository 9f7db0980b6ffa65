import Planning

extension FieldCodec where Value == [SeatLayout] {
  /// `8 seat | 5 seat + 1 wheelchair`, also in French words.
  static var layouts: FieldCodec {
    let layout = FieldCodec<SeatLayout>.layout
    return FieldCodec.list(of: layout, separators: ["\n"]).checked(
      schema: ["type": "array", "items": layout.schema, "minItems": 1]
    ) { $0.isEmpty ? .badLayout : nil }
  }
}

/// The capacity dimensions with their words in cells.
private let dimensions: [(key: String, french: String, others: [String])] = [
  (
    "seat", "places",
    ["seats", "place", "places assises", "place assise", "assis", "siege", "sieges"]
  ),
  (
    "wheelchair", "fauteuil",
    ["wheelchairs", "fauteuils", "ufr", "fauteuil roulant", "fauteuils roulants"]
  ),
  ("folded", "pliable", ["pliables", "plie", "plies", "fauteuil pliable", "fauteuil plie"]),
  ("child_seat", "siège enfant", ["child seat", "child seats", "sieges enfant", "rehausseur"]),
  ("animal", "animal", ["animaux", "animals", "chien"]),
]

extension FieldCodec where Value == SeatLayout {
  fileprivate static var layout: FieldCodec {
    FieldCodec(
      schema: [
        "type": "object", "minProperties": 1, "propertyNames": ["$ref": "#/$defs/id"],
        "additionalProperties": ["type": "integer", "minimum": 1],
      ],
      parse: { text throws(Complaint) in
        var layout: SeatLayout = [:]
        for part in text.split(separator: "+") {
          let words = part.trimmed
          let digits = words.prefix { $0.isNumber }
          let name = Fold.key(String(words.dropFirst(digits.count)))
          guard let count = Int(digits), count > 0, !name.isEmpty else { throw .badLayout }
          let key = dimensionKey(name)
          guard layout[key] == nil else { throw .badLayout }
          layout[key] = count
        }
        guard !layout.isEmpty else { throw .badLayout }
        return layout
      },
      print: { layout, language in
        let order = dimensions.map(\.key)
        let keys = layout.keys.sorted {
          (order.firstIndex(of: $0) ?? order.count, $0)
            < (order.firstIndex(of: $1) ?? order.count, $1)
        }
        return keys.map { "\(layout[$0] ?? 0) \(dimensionWord($0, language))" }
          .joined(separator: " + ")
      },
      decode: decodeLayout,
      encode: { .object($0.mapValues { .integer($0) }) })
  }

  private static func dimensionKey(_ folded: String) -> String {
    let known = dimensions.first { dimension in
      ([dimension.key, dimension.french] + dimension.others).contains { Fold.key($0) == folded }
    }
    return known?.key ?? folded
  }

  private static func dimensionWord(_ key: String, _ language: Language) -> String {
    guard language == .french else { return key }
    return dimensions.first { $0.key == key }?.french ?? key
  }

  private static func decodeLayout(_ node: JSONNode, _ site: JSONSite, _ log: InputLog)
    -> SeatLayout?
  {
    guard case .object(let members) = node.content, !members.isEmpty else {
      log.fault(.wrongType(Expected.object), at: site, node: node)
      return nil
    }
    var layout: SeatLayout = [:]
    for member in members {
      let here = site.child(member.key)
      guard Fold.key(member.key) == member.key else {
        log.fault(.badId, at: here, node: member.value)
        continue
      }
      layout[member.key] = FieldCodec<Int>.whole(from: 1).decode(member.value, here, log)
    }
    return layout.count == members.count ? layout : nil
  }
}

extension FieldCodec where Value == [DriverBreak] {
  /// `12:00-14:00 45 min | 15:00-18:00 20 min après 6h`.
  static var breaks: FieldCodec {
    .list(of: FieldCodec<DriverBreak>.driverBreak, separators: ["\n"])
  }
}

extension FieldCodec where Value == DriverBreak {
  fileprivate static var driverBreak: FieldCodec {
    let fields = BreakFields.set
    return FieldCodec(
      schema: fields.schema,
      parse: { text throws(Complaint) in
        guard let read = read(text) else { throw .badBreak }
        return read
      },
      print: { rest, language in
        let window = "\(rest.window.start.text)-\(rest.window.end.text)"
        let length = DurationText.text(rest.duration)
        let unit = rest.duration % 60 == 0 ? " min" : ""
        guard rest.dueAfter > 0 else { return "\(window) \(length)\(unit)" }
        let after = language == .french ? "après" : "after"
        return "\(window) \(length)\(unit) \(after) \(DurationText.text(rest.dueAfter))"
          + (rest.dueAfter % 60 == 0 ? " min" : "")
      },
      decode: { fields.decode($0, $1, $2) },
      encode: { fields.encode($0) })
  }

  private static func read(_ text: String) -> DriverBreak? {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { return nil }
    let ends = words.removeFirst().split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = ClockTime(String(ends[0])),
      let end = ClockTime(String(ends[1]))
    else { return nil }
    let turn = words.firstIndex { ["apres", "after", "des"].contains(Fold.key($0)) }
    let length = words[..<(turn ?? words.count)].joined()
    guard let duration = DurationText.seconds(length), duration >= 0 else { return nil }
    var dueAfter = 0
    if let turn {
      guard let seconds = DurationText.seconds(words[(turn + 1)...].joined()), seconds >= 0 else {
        return nil
      }
      dueAfter = seconds
    }
    return DriverBreak(
      window: ClockWindow(start: start, end: end), duration: duration, dueAfter: dueAfter)
  }
}
