import Planning

/// What is wrong with what a profile says, told apart from how it is written: a figure with a bad value is still known
/// by its name and unit.
struct ProfileCheck {
  private let members: [JSONMember]
  private let file: String
  private let line: Int
  private let log: InputLog

  init(root: JSONNode, file: String, log: InputLog) {
    members = root.members
    self.file = file
    line = root.line
    self.log = log
  }

  /// - Parameter profile: as far as it could be read.
  func run(_ profile: RuleProfile, on date: PlanDate?) {
    checkDates(profile, date)
    guard let word = text("kind") else { return }
    guard let kind = RuleKind(rawValue: word) else {
      let kinds = RuleKind.allCases.map(\.rawValue)
      log.fault(
        .unknownRuleKind(kinds, nearest: Self.nearest(to: word, in: kinds)), at: place("kind"),
        field: "kind", value: word)
      return
    }
    let figures = members.first { $0.key == "figures" }
    for figure in figures?.value.members ?? [] { check(figure, kind) }
    let given = Set(figures?.value.members.map(\.key) ?? [])
    for key in FigureKey.all where key.kind == kind && !key.optional && !given.contains(key.key) {
      log.fault(
        .missingFigure(key), at: place("figures", line: figures?.value.line), field: key.key)
    }
    for key in FigureKey.missing(besides: given, in: kind) {
      log.fault(
        .missingFigure(key), at: place("figures", line: figures?.value.line), field: key.key)
    }
  }

  private func checkDates(_ profile: RuleProfile, _ date: PlanDate?) {
    guard text("valid_from", "validFrom").flatMap(PlanDate.init) != nil else { return }
    let begin = members.first { ["valid_from", "validFrom"].contains($0.key) }?.key ?? "valid_from"
    let end = members.first { ["valid_to", "validTo"].contains($0.key) }?.key ?? "valid_to"
    if let last = profile.validTo, last < profile.validFrom {
      log.fault(.endsBeforeItBegins(profile), at: place(end), field: end, value: last.text)
    } else if let date, date < profile.validFrom {
      let first = profile.validFrom.text
      log.fault(.notInForce(date), at: place(begin), field: begin, value: first)
    } else if let date, let last = profile.validTo, last < date {
      log.fault(.notInForce(date), at: place(end), field: end, value: last.text)
    }
  }

  private func check(_ figure: JSONMember, _ kind: RuleKind) {
    let site = JSONSite(file: file).child("figures").child(figure.key)
    let here = FaultPlace(file: file, line: figure.value.line, pointer: site.pointer)
    guard let key = FigureKey.known(figure.key, in: kind) else {
      let nearest = Self.nearest(to: figure.key, in: FigureKey.names(in: kind))
      log.fault(
        .unknownFigure(kind, nearest: nearest), at: here, field: "figures", value: figure.key)
      return
    }
    let parts = figure.value.members
    if case .string(let unit)? = parts.first(where: { $0.key == "unit" })?.value.content,
      !key.measure.units.contains(unit)
    {
      log.fault(.wrongUnit(key), at: here.child("unit"), field: "unit", value: unit)
    }
    if case .number(let text)? = parts.first(where: { $0.key == "value" })?.value.content,
      let value = Double(text), value < 0 || key.measure == .flag && value != 0 && value != 1
    {
      log.fault(
        key.measure == .flag ? .noFlag : .negativeFigure, at: here.child("value"), field: "value",
        value: text)
    }
  }

  private func text(_ keys: String...) -> String? {
    guard case .string(let text)? = members.first(where: { keys.contains($0.key) })?.value.content
    else { return nil }
    return text
  }

  private func place(_ key: String, line: Int? = nil) -> FaultPlace {
    let own = members.first { $0.key == key }?.value.line
    return FaultPlace(file: file, line: line ?? own ?? self.line, pointer: "/" + key)
  }

  /// The name with the fewest letters to change, the first of equals.
  static func nearest(to word: String, in names: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    var best: (distance: Int, name: String)?
    for name in names {
      let distance = EditDistance.between(
        letters, Array(name.unicodeScalars), below: best?.distance ?? .max)
      if best.map({ distance < $0.distance }) ?? true { best = (distance, name) }
    }
    return best?.name
  }
}

extension JSONNode {
  /// Members of an object; none of anything else.
  fileprivate var members: [JSONMember] {
    if case .object(let members) = content { members } else { [] }
  }
}

extension FaultPlace {
  fileprivate func child(_ key: String) -> FaultPlace {
    FaultPlace(file: file, line: line, pointer: (pointer ?? "") + "/" + key)
  }
}
