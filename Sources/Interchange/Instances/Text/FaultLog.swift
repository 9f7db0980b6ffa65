import Planning

/// Gathers the faults of one file while a reader goes on reading.
struct FaultLog {
  let file: String
  private(set) var faults: [Fault] = []

  init(file: String) { self.file = file }

  mutating func add(
    _ kind: FaultKind, line: Int? = nil, pointer: String? = nil, field: String = "",
    value: Substring = ""
  ) {
    faults.append(
      Fault(
        code: kind.code, place: FaultPlace(file: file, line: line, pointer: pointer),
        field: field, value: String(value), cause: kind.cause, remedy: kind.remedy))
  }

  /// - Throws: all faults gathered so far, if there are any.
  func check() throws(Faults) {
    guard faults.isEmpty else { throw Faults(faults) }
  }
}
