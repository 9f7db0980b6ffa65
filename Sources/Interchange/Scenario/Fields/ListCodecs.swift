import Planning

extension FieldCodec {
  /// A list; in a cell its items stand between `|`, and between any of `separators` too.
  static func list<Item>(of item: FieldCodec<Item>, separators: Set<Character>) -> FieldCodec
  where Value == [Item] {
    FieldCodec(
      schema: ["type": "array", "items": item.schema],
      parse: { text throws(Complaint) in
        var items: [Item] = []
        for part in text.split(whereSeparator: { $0 == "|" || separators.contains($0) }) {
          let trimmed = part.trimmed
          if !trimmed.isEmpty { items.append(try item.parse(trimmed)) }
        }
        return items
      },
      print: { items, language in
        items.map { item.print($0, language) }.joined(separator: " | ")
      },
      decode: { node, site, log in
        guard case .array(let nodes) = node.content else {
          log.fault(.wrongType(Expected.list), at: site, node: node)
          return nil
        }
        // Every item is read, also after a bad one, so that all faults are told.
        let items = nodes.enumerated().map { item.decode($1, site.child($0), log) }
        return items.contains(where: { $0 == nil }) ? nil : items.compactMap { $0 }
      },
      encode: { .array($0.map(item.encode)) })
  }

  /// Codes, which hold no spaces: separated by spaces, commas, line breaks or `|`.
  static func codes<Item>(_ item: FieldCodec<Item>) -> FieldCodec where Value == [Item] {
    list(of: item, separators: [" ", ",", ";", "\n", "\u{A0}"])
  }

  /// Names, which may hold spaces: separated by `|` or line breaks.
  static func names(_ item: FieldCodec<String>) -> FieldCodec where Value == [String] {
    list(of: item, separators: ["\n"])
  }
}

extension FieldCodec where Value == String {
  /// One of several names in a cell: it cannot hold the separator.
  static var nameInList: FieldCodec {
    FieldCodec.words.checked { text in
      text.isEmpty || text.contains("|") || text.contains("\n") ? .badAlias : nil
    }
  }
}

extension Complaint {
  static let badAlias = Complaint(
    "bad-alias",
    cause: Bilingual(
      fr: "Un alias est vide, ou contient « | » ou un saut de ligne.",
      en: "An alias is empty, or contains “|” or a line break."),
    remedy: Bilingual(fr: "Corrigez l’alias.", en: "Correct the alias."))
}

extension FieldCodec where Value == Sharing {
  /// `oui`, `non`, or `avec r3 r7`.
  static var sharing: FieldCodec {
    let riders = FieldCodec<[String]>.codes(.pseudonym)
    let plain = FieldCodec.choice([
      Choice(.yes, "yes", "oui", "o", "y", "true", "vrai", "1"),
      Choice(.no, "no", "non", "n", "false", "faux", "0"),
    ])
    let only = ["only_with", "only with", "seulement avec", "avec", "with"]
    return FieldCodec(
      schema: [
        "oneOf": [
          ["type": "string", "enum": ["yes", "no"]],
          [
            "type": "object", "required": ["only_with"], "additionalProperties": false,
            "properties": ["only_with": riders.schema],
          ],
        ]
      ],
      parse: { text throws(Complaint) in
        let lower = text.lowercased()
        if let prefix = only.first(where: { lower.hasPrefix($0) }) {
          let rest = text.dropFirst(prefix.count).drop { $0 == ":" || $0.isWhitespace }
          let list = try riders.parse(String(rest))
          if !list.isEmpty { return .onlyWith(list) }
        }
        do throws(Complaint) { return try plain.parse(text) } catch {
          throw .notOneOf(["oui", "non", "avec r1 r2"])
        }
      },
      print: { sharing, language in
        guard case .onlyWith(let list) = sharing else { return plain.print(sharing, language) }
        return (language == .french ? "avec " : "with ") + list.joined(separator: " ")
      },
      decode: { node, site, log in
        guard case .object(let members) = node.content else {
          guard case .string = node.content else {
            log.fault(.wrongType(Expected.sharing), at: site, node: node)
            return nil
          }
          return plain.decode(node, site, log)
        }
        guard members.count == 1, members[0].key == "only_with" else {
          log.fault(.wrongType(Expected.sharing), at: site, node: node)
          return nil
        }
        return riders.decode(members[0].value, site.child("only_with"), log).map(Sharing.onlyWith)
      },
      encode: { sharing in
        guard case .onlyWith(let list) = sharing else { return plain.encode(sharing) }
        return ["only_with": riders.encode(list)]
      })
  }
}
