public import Planning

/// Shows faults to people and programs.
public enum FaultPrinter {
  /// By file, then line, then pointer and field; equal ones once.
  public static func sorted(_ faults: [Fault]) -> [Fault] {
    var seen: Set<Fault> = []
    let unique = faults.filter { seen.insert($0).inserted }
    return unique.enumerated().sorted { a, b in
      let (first, second) = (a.element.place, b.element.place)
      if first.file != second.file { return first.file < second.file }
      let lines = (first.line ?? 0, second.line ?? 0)
      return (lines.0, a.offset) < (lines.1, b.offset)
    }.map(\.element)
  }

  /// One paragraph a fault: where, what, and what to do.
  public static func text(_ faults: [Fault], language: Language) -> String {
    sorted(faults).map { paragraph($0, language) }.joined(separator: "\n")
  }

  private static func paragraph(_ fault: Fault, _ language: Language) -> String {
    var place = fault.place.file
    if let sheet = fault.place.sheet {
      place += language == .french ? ", feuille « \(sheet) »" : ", sheet “\(sheet)”"
    }
    if let cell = fault.place.cell {
      place += language == .french ? ", cellule \(cell)" : ", cell \(cell)"
    } else if let line = fault.place.line {
      place += language == .french ? ", ligne \(line)" : ", line \(line)"
    }
    if let pointer = fault.place.pointer, !pointer.isEmpty { place += ", \(pointer)" }
    if !fault.field.isEmpty {
      place += language == .french ? ", « \(fault.field) »" : ", “\(fault.field)”"
    }
    if !fault.value.isEmpty {
      place += language == .french ? " = « \(fault.value) »" : " = “\(fault.value)”"
    }
    let colon = language == .french ? " : " : ": "
    return place + colon + fault.cause[language] + "\n  → " + fault.remedy[language]
      + " [\(fault.code)]\n"
  }

  /// A JSON document `{"faults": […]}` with both languages.
  public static func json(_ faults: [Fault]) -> String {
    let items = sorted(faults).map { fault -> JSONItem in
      var members: [String: JSONItem] = [
        "code": .string(fault.code), "file": .string(fault.place.file),
        "field": .string(fault.field), "value": .string(fault.value),
        "cause": text(fault.cause), "remedy": text(fault.remedy),
      ]
      members["line"] = fault.place.line.map(JSONItem.integer)
      members["pointer"] = fault.place.pointer.map(JSONItem.string)
      members["sheet"] = fault.place.sheet.map(JSONItem.string)
      members["cell"] = fault.place.cell.map(JSONItem.string)
      return .object(members)
    }
    return JSONText.document(["faults": .array(items)])
  }

  private static func text(_ text: Bilingual) -> JSONItem {
    ["fr": .string(text.fr), "en": .string(text.en)]
  }
}
