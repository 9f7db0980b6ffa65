/// Finds every fault of a draft, so that whoever wrote it can mend all of them at once.
///
/// Pointers are JSON pointers (RFC 6901) into the draft as `Codable` writes it, in which the unnamed
/// values of a link are called `_0` and `_1`.
struct DraftValidation {
  let draft: ProblemDraft
  /// Number of capacity dimensions that loads or layouts speak of.
  let dimensions: Int
  private(set) var found: [ProblemFault] = []

  init(_ draft: ProblemDraft) {
    self.draft = draft
    dimensions = max(
      draft.requests.reduce(0) { max($0, $1.load.count, $1.exchange?.count ?? 0) },
      draft.vehicles.reduce(0) { $1.layouts.reduce($0) { max($0, $1.count) } })
  }

  /// All faults, in the order of the draft's fields. Empty: the problem can be built.
  func faults() -> [ProblemFault] {
    var validation = self
    validation.checkRequests()
    validation.checkVehicles()
    validation.checkMatrices()
    validation.checkLinks()
    validation.checkLocks()
    validation.checkCrews()
    validation.checkMixing()
    validation.checkSharedDetour()
    return validation.found
  }
}

extension DraftValidation {
  mutating func report(_ pointer: String, _ cause: String, remedy: String) {
    found.append(ProblemFault(pointer: pointer, cause: cause, remedy: remedy))
  }

  /// A number that must be finite and at least zero; `nil` passes.
  mutating func checkNumber(_ value: Double?, _ pointer: String, unit: String) {
    guard let value, !(value.isFinite && value >= 0) else { return }
    report(pointer, "\(value) is not a number of at least zero", remedy: "write it in \(unit)")
  }

  mutating func checkCount(_ value: Int?, _ pointer: String) {
    guard let value, value < 0 else { return }
    report(pointer, "\(value) is negative", remedy: "write a number of at least zero")
  }

  /// Whether the index is one of `count` things; reports it if not.
  @discardableResult
  mutating func checkIndex(_ index: Int, of things: String, count: Int, _ pointer: String) -> Bool {
    guard index < 0 || index >= count else { return true }
    let remedy = count == 0 ? "there are none" : "write an index from 0 to \(count - 1)"
    report(pointer, "\(index) is no index of \(things)", remedy: remedy)
    return false
  }

  mutating func checkLocation(_ location: Int?, _ pointer: String) {
    guard let location else { return }
    checkIndex(
      location, of: "a location", count: max(draft.matrices.first?.size ?? 0, 0), pointer)
  }

  /// One window: finite, not negative, not crossed.
  mutating func checkWindow(_ window: TimeWindow, _ pointer: String) {
    checkNumber(window.start, pointer + "/start", unit: "seconds since the start of the day")
    checkNumber(window.end, pointer + "/end", unit: "seconds since the start of the day")
    if window.start > window.end {
      report(
        pointer, "the window ends at \(window.end), before it starts at \(window.start)",
        remedy: "swap or mend the bounds")
    }
  }

  mutating func checkWindows(_ windows: [TimeWindow], _ pointer: String) {
    for (index, window) in windows.enumerated() {
      checkWindow(window, "\(pointer)/\(index)")
      if index > 0 && window.start <= windows[index - 1].end {
        report(
          "\(pointer)/\(index)/start",
          "\(window.start) is not after the end of the window before it, \(windows[index - 1].end)",
          remedy: "list windows in ascending order and merge those that touch")
      }
    }
  }

  mutating func checkUniqueNames(_ names: [String], _ list: String) {
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      if let earlier = first[name] {
        report(
          "/\(list)/\(index)/id", "\"\(name)\" is already the id of /\(list)/\(earlier)",
          remedy: "give each of the \(list) an id of its own")
      } else {
        first[name] = index
      }
    }
  }
}
