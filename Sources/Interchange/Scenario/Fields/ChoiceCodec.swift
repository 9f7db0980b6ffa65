import Planning

/// One value of a closed list, with the words for it.
struct Choice<Value: Equatable & Sendable>: Sendable {
  /// As JSON and English cells write it.
  var key: String
  var french: String
  /// Other words that cells may use.
  var others: [String]
  var value: Value

  init(_ value: Value, _ key: String, _ french: String, _ others: String...) {
    self.key = key
    self.french = french
    self.others = others
    self.value = value
  }
}

extension FieldCodec {
  /// A closed list. Cells take French and English words, in any case and with or without accents;
  /// JSON takes the key alone.
  static func choice(_ choices: [Choice<Value>]) -> FieldCodec where Value: Sendable {
    var codec = FieldCodec.text(
      schema: ["type": "string", "enum": .array(choices.map { .string($0.key) })],
      parse: { text throws(Complaint) in
        guard let choice = choices.first(where: { $0.key == text }) else {
          throw .notOneOf(choices.map(\.key))
        }
        return choice.value
      },
      print: { value, language in
        guard let choice = choices.first(where: { $0.value == value }) else { return "" }
        return language == .french ? choice.french : choice.key
      })
    codec.parse = { text throws(Complaint) in
      let folded = Fold.key(text)
      let match = choices.first { choice in
        ([choice.key, choice.french] + choice.others).contains { Fold.key($0) == folded }
      }
      guard let match else {
        throw .notOneOf(choices.map { "\($0.french) (\($0.key))" })
      }
      return match.value
    }
    return codec
  }
}
