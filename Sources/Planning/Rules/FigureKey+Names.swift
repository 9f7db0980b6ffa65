extension FigureKey {
  /// What a key of a profile of this kind stands for; `nil` where Camin knows no such figure.
  ///
  /// Besides the fixed names there are those that an author makes up: need codes, kinds of places, stretches of the
  /// day, vehicle profiles, départements and cities.
  public static func known(_ key: String, in kind: RuleKind) -> FigureKey? {
    if let fixed = all.first(where: { $0.kind == kind && $0.key == key }) { return fixed }
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    switch kind {
    case .needs where parts.count == 2: return need(parts[0], parts[1])
    case .needs where parts.count == 3 && parts[0] == "place":
      return ["pickup", "setdown"].contains(parts[2]) ? atPlace(parts[1], parts[2]) : nil
    case .needs where parts.count == 3 && parts[0] == "mix": return mix(parts[1], parts[2])
    case .roads where parts.count == 3: return pace(parts)
    case .rehearsal where parts.count == 3: return rehearsal(parts)
    case .vsl, .taxi:
      guard parts.count == 3, parts[0] == "tariff" else { return nil }
      if parts[1] == "rate" { return tariffRate(kind, department: parts[2]) }
      return parts[1] == "city" ? city(kind, parts[2]) : nil
    default: return nil
    }
  }

  /// Names that a figure of the kind can have, sorted; those that an author makes up are left out.
  public static func names(in kind: RuleKind) -> [String] {
    all.filter { $0.kind == kind }.map(\.key).sorted()
  }

  private static func need(_ code: String, _ property: String) -> FigureKey {
    let measure: Measure =
      switch property {
      case "pickup", "setdown": .time
      case "consent", "door": .flag
      // A capacity dimension of the author's, e.g. `folded`.
      default: .count
      }
    return FigureKey(.needs, code + "." + property, measure, optional: true)
  }

  private static func rehearsal(_ parts: [String]) -> FigureKey? {
    switch (parts[0], parts[2]) {
    case ("band", "from"): bandFrom(parts[1])
    case ("band", "until"): bandUntil(parts[1])
    case ("band", "spread"): bandSpread(parts[1])
    case ("care", "chance"): careChance(parts[1])
    case ("care", "least"): careLeast(parts[1])
    case ("care", "mean"): careMean(parts[1])
    default: nil
    }
  }

  private static func pace(_ parts: [String]) -> FigureKey? {
    switch (parts[0], parts[2]) {
    case ("slow", "from"): slowFrom(parts[1])
    case ("slow", "until"): slowUntil(parts[1])
    case ("slow", "factor"): slowFactor(parts[1])
    case ("profile", "factor"): profileFactor(parts[1])
    default: nil
    }
  }
}
