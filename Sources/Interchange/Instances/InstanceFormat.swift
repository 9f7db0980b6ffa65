/// What kind of problem a file states, as `--format` names it.
public enum InstanceFormat: String, Codable, CaseIterable, Sendable {
  /// Dial-a-ride: Cordeau's text format, or the heterogeneous multi-depot one of Malheiros et al.
  case darp
  /// Pickup and delivery with time windows: Li and Lim's text format, or Sartori and Buriol's.
  case pdptw
  /// A `ProblemDraft` as JSON.
  case json
}

/// How the file is laid out; told from its content.
enum InstanceLayout: CaseIterable {
  case cordeau, malheiros, liLim, sartoriBuriol, draft

  var format: InstanceFormat {
    switch self {
    case .cordeau, .malheiros: .darp
    case .liLim, .sartoriBuriol: .pdptw
    case .draft: .json
    }
  }

  /// The layout that a text has, or `nil` where none fits.
  ///
  /// The first lines decide: a brace, a `KEY: value` header, or the number of columns of the header
  /// (Cordeau 5, Li and Lim 3, Malheiros 2) and of the line after it.
  static func detect(_ text: InstanceText) -> InstanceLayout? {
    guard let first = text.rows.first else { return nil }
    if first.text.first == "{" { return .draft }
    if first.text.contains(":") || first.text == "NODES" { return .sartoriBuriol }
    let second = text.rows.dropFirst().first?.fields.count
    switch (first.fields.count, second) {
    case (5, _): return .cordeau
    case (3, _), (2, 9): return .liLim
    case (2, _): return .malheiros
    default: return nil
    }
  }

  /// The layout to read a text of a given format with: the detected one if it is of that format,
  /// otherwise the commoner one, whose faults then say what is amiss.
  static func choose(_ text: InstanceText, format: InstanceFormat?) -> InstanceLayout? {
    let detected = detect(text)
    guard let format, detected?.format != format else { return detected }
    switch format {
    case .darp: return .cordeau
    case .pdptw: return .liLim
    case .json: return .draft
    }
  }
}
