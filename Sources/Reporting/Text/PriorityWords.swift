import Planning

/// Weights of priority classes in words.
enum PriorityWords {
  /// R15: the weights by which it is decided who is refused, the greatest first; an ordinary leg has 1. None where all
  /// weigh alike.
  static func list(_ priorities: [String: Double], _ formats: Formats) -> [String] {
    guard !priorities.isEmpty else { return [] }
    var weights = priorities.map { (name: $0.key, weight: $0.value) }
    weights.append((name: formats.say(fr: "ordinaire", en: "ordinary"), weight: 1))
    weights.sort { $0.weight == $1.weight ? $0.name < $1.name : $0.weight > $1.weight }
    return weights.map { name, weight in
      let decimals = weight == weight.rounded() ? 0 : 1
      return title(name, formats) + Formats.noBreak + formats.number(weight, decimals: decimals)
    }
  }

  /// Classes of the shipped days in words; a territory's own stand as it names them.
  private static func title(_ name: String, _ formats: Formats) -> String {
    switch name {
    case "vital_care": formats.say(fr: "soins vitaux", en: "vital care")
    case "care": formats.say(fr: "soins", en: "care")
    case "work": formats.say(fr: "travail", en: "work")
    default: name
    }
  }
}
