/// An object of a request: its members by key, with their pointers, and words for what is wrong with them.
///
/// `null` counts as absent, as many clients write it for what they leave out.
struct VroomObject {
  let pointer: String
  let log: VroomLog
  private let members: [String: JSONNode]

  /// - Parameters:
  ///   - name: what the object is, for messages.
  ///   - fault: what is said of it where it is no object; `nil`: that it is invalid.
  ///   - keys: those that are read; any other is warned of.
  /// - Returns: `nil`, and a fault, where the node is no object.
  init?(
    _ node: JSONNode, _ pointer: String, _ name: String, keys: [String], _ log: VroomLog,
    fault: String? = nil
  ) {
    guard case .object(let members) = node.content else {
      log.fault(pointer, fault ?? "Invalid \(name).", remedy: "Write an object.")
      return nil
    }
    self.pointer = pointer
    self.log = log
    var known: [String: JSONNode] = [:]
    for member in members {
      if keys.contains(member.key) {
        if case .null = member.value.content { continue }
        known[member.key] = member.value
      } else {
        let near = Self.nearest(to: member.key, among: keys)
        log.warn(
          Self.child(pointer, member.key),
          "Unknown key \"\(member.key)\" of a \(name), ignored."
            + (near.map { " Did you mean \"\($0)\"?" } ?? ""),
          isUnknownKey: true)
      }
    }
    self.members = known
  }

  subscript(_ key: String) -> JSONNode? { members[key] }

  func pointer(_ key: String) -> String { Self.child(pointer, key) }

  static func child(_ pointer: String, _ key: String) -> String {
    pointer + "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  /// The key that a misspelt one probably means: a few letters away, or the start of it or the other way round.
  static func nearest(to key: String, among keys: [String]) -> String? {
    let letters = Array(key.lowercased().unicodeScalars)
    let ranked = keys.map { candidate in
      (candidate, EditDistance.between(letters, Array(candidate.unicodeScalars), below: 4))
    }
    if let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(1, min(3, letters.count / 3)) {
      return best.0
    }
    guard letters.count > 2 else { return nil }
    return keys.first { $0.hasPrefix(key) || key.hasPrefix($0 + "_") }
  }
}

extension VroomObject {
  /// Numbers that VROOM keeps in 32 bits.
  static let mostUnsigned = Int(UInt32.max)

  private func invalid<Value>(_ key: String, _ remedy: String, _ message: String? = nil) -> Value? {
    log.fault(pointer(key), message ?? "Invalid \(key) value.", remedy: remedy)
    return nil
  }

  /// A whole number from zero to `most`; `nil` where absent or, with a fault, wrong.
  ///
  /// - Parameter message: what is said of a wrong one; `nil`: that the value is invalid.
  func unsigned(_ key: String, most: Int = mostUnsigned, _ message: String? = nil) -> Int? {
    guard let node = members[key] else { return nil }
    guard let number = Self.unsigned(node, most: most) else {
      return invalid(key, "Write a whole number from 0 to \(most).", message)
    }
    return number
  }

  /// From 0 to 100, the higher the sooner.
  func priority(of owner: String) -> Int {
    // A number out of range is told with its owner, anything else without.
    let isNumber = members["priority"].flatMap { Self.unsigned($0) } != nil
    return unsigned(
      "priority", most: 100, isNumber ? "Invalid priority value for \(owner)." : nil) ?? 0
  }

  static func unsigned(_ node: JSONNode, most: Int = mostUnsigned) -> Int? {
    guard case .number(let text) = node.content else { return nil }
    guard let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }),
      (0...most).contains(number)
    else { return nil }
    return number
  }

  func number(_ key: String) -> Double? {
    guard let node = members[key] else { return nil }
    guard case .number(let text) = node.content, let number = Double(text), number.isFinite else {
      return invalid(key, "Write a number.")
    }
    return number
  }

  func flag(_ key: String) -> Bool? {
    guard let node = members[key] else { return nil }
    guard case .bool(let flag) = node.content else {
      return invalid(key, "Write true or false.")
    }
    return flag
  }

  func string(_ key: String) -> String? {
    guard let node = members[key] else { return nil }
    guard case .string(let text) = node.content else { return invalid(key, "Write a string.") }
    return text
  }

  /// The identifier: 64 bits, without a sign.
  func id(of name: String) -> UInt64? {
    guard case .number(let text)? = members["id"]?.content, let id = UInt64(text) else {
      log.fault(
        pointer("id"), "Invalid or missing id for \(name).",
        remedy: "Write a whole number from 0 to \(UInt64.max).")
      return nil
    }
    return id
  }

  /// The elements of an array with their pointers; `nil` where absent or, with a fault, no array.
  func elements(_ key: String, of name: String = "") -> [(node: JSONNode, pointer: String)]? {
    guard let node = members[key] else { return nil }
    guard case .array(let items) = node.content else {
      log.fault(pointer(key), "Invalid \(key)\(name).", remedy: "Write an array.")
      return nil
    }
    let start = pointer(key)
    return items.enumerated().map { ($1, start + "/\($0)") }
  }

  /// Whole numbers from zero on.
  func amounts(_ key: String) -> [Int]? {
    guard let items = elements(key, of: " array") else { return nil }
    var amounts: [Int] = []
    for item in items {
      guard let amount = Self.unsigned(item.node, most: Int(Int32.max)) else {
        log.fault(
          item.pointer, "Invalid \(key) value.",
          remedy: "Write a whole number from 0 to \(Int32.max).")
        return nil
      }
      amounts.append(amount)
    }
    return amounts
  }

  func skills() -> Set<Int> {
    var skills: Set<Int> = []
    for item in elements("skills", of: " object") ?? [] {
      if let skill = Self.unsigned(item.node) {
        skills.insert(skill)
      } else {
        log.fault(item.pointer, "Invalid skill value.", remedy: "Write a whole number.")
      }
    }
    return skills
  }

  /// `[start, end]`.
  func window(_ node: JSONNode, _ pointer: String) -> VroomWindow? {
    if case .array(let ends) = node.content, ends.count == 2,
      let start = Self.unsigned(ends[0]), let end = Self.unsigned(ends[1])
    {
      if start <= end { return VroomWindow(start: start, end: end) }
      log.fault(
        pointer, "Invalid time window: [\(start), \(end)]",
        remedy: "The end may not lie before the start.")
      return nil
    }
    log.fault(
      pointer, "Invalid time-window.",
      remedy: "Write [start, end], whole seconds, the end not before the start.")
    return nil
  }

  /// Several windows, put in order.
  func windows(of owner: String) -> [VroomWindow] {
    guard let items = elements("time_windows", of: " array") else { return [] }
    if items.isEmpty {
      log.fault(
        pointer("time_windows"), "Empty time windows for \(owner).",
        remedy: "List at least one window, or leave the key out.")
    }
    let windows = items.compactMap { window($0.node, $0.pointer) }.sorted { $0.start < $1.start }
    for (before, after) in zip(windows, windows.dropFirst()) where after.start <= before.end {
      log.fault(
        pointer("time_windows"), "Unsorted or overlapping time-windows for \(owner).",
        remedy: "[\(before.start), \(before.end)] and [\(after.start), \(after.end)] overlap.")
    }
    return windows
  }

  /// Seconds by type of vehicle.
  func perType(_ key: String, of owner: String) -> [String: Int] {
    guard let node = members[key] else { return [:] }
    guard case .object(let entries) = node.content else {
      log.fault(
        pointer(key), "Invalid \(key) for \(owner).", remedy: "Write an object of seconds by type.")
      return [:]
    }
    var times: [String: Int] = [:]
    for entry in entries {
      if let time = Self.unsigned(entry.value) {
        times[entry.key] = time
      } else {
        log.fault(
          Self.child(pointer(key), entry.key), "Invalid value in \(key) for \(owner).",
          remedy: "Write whole seconds.")
      }
    }
    return times
  }

  /// `[longitude, latitude]`.
  func point(_ key: String) -> VroomPoint? {
    guard let node = members[key] else { return nil }
    if case .array(let ends) = node.content, ends.count == 2,
      case .number(let first) = ends[0].content, case .number(let second) = ends[1].content,
      let longitude = Double(first), let latitude = Double(second), abs(longitude) <= 180,
      abs(latitude) <= 90
    {
      return VroomPoint(longitude: longitude, latitude: latitude)
    }
    log.fault(
      pointer(key), "Invalid \(key) array.", remedy: "Write [longitude, latitude] in degrees.")
    return nil
  }
}
