/// Rows of a comma-separated file, read from its bytes one after the other without copying fields.
///
/// Tolerates a byte-order mark, quotes, CRLF, spaces round values and columns in any order. On one row at a time, so
/// that `stop_times.txt` of a large feed takes no more memory than its bytes.
struct FeedTable {
  let file: String
  private(set) var columns: [String] = []
  /// Of the present row, counted from 1.
  private(set) var line = 1
  /// Of the present row.
  private(set) var width = 0
  /// A quote was opened and never closed.
  private(set) var isBroken = false
  private let bytes: [UInt8]
  private var at: Int
  private var nextLine = 1
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// Whether a field holds doubled quotes.
  private var doubled: [Bool] = []
  /// The last field of the present row that holds a line break.
  private var brokenField: Int?

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    at = bytes.starts(with: Self.mark) ? Self.mark.count : 0
    if next() { columns = (0..<width).map { text($0) } }
  }

  /// The byte-order mark that some programs put before UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  var isEmpty: Bool { columns.isEmpty }

  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// Goes to the next row that is not blank.
  ///
  /// - Returns: whether there is one.
  mutating func next() -> Bool {
    while at < bytes.count {
      line = nextLine
      readRow()
      if width == 1, starts[0] == ends[0] { continue }
      return !isBroken
    }
    return false
  }

  private mutating func readRow() {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    doubled.removeAll(keepingCapacity: true)
    brokenField = nil
    bytes.withUnsafeBufferPointer { text in
      let count = text.count
      while true {
        while at < count, text[at] == Ascii.space { at += 1 }
        var isDoubled = false
        if at < count, text[at] == Ascii.quote {
          at += 1
          let start = at
          while at < count {
            if text[at] == Ascii.quote {
              guard at + 1 < count, text[at + 1] == Ascii.quote else { break }
              isDoubled = true
              at += 1
            } else if text[at] == Ascii.newline {
              nextLine += 1
              brokenField = starts.count
            }
            at += 1
          }
          if at >= count { isBroken = true }
          add(start, min(at, count), isDoubled)
          at += 1
          while at < count, text[at] != Ascii.comma, text[at] != Ascii.newline { at += 1 }
        } else {
          let start = at
          while at < count, text[at] != Ascii.comma, text[at] != Ascii.newline { at += 1 }
          var end = at
          while end > start, text[end - 1] == Ascii.space || text[end - 1] == Ascii.back {
            end -= 1
          }
          add(start, end, false)
        }
        guard at < count, text[at] == Ascii.comma else { break }
        at += 1
      }
      if at < count { at += 1 }
      nextLine += 1
    }
    width = starts.count
  }

  private mutating func add(_ start: Int, _ end: Int, _ isDoubled: Bool) {
    starts.append(start)
    ends.append(end)
    doubled.append(isDoubled)
  }

  /// The name of a column whose field in the present row holds a line break.
  var columnWithLineBreak: String? {
    brokenField.flatMap { $0 < columns.count ? columns[$0] : nil }
  }

  // MARK: Fields of the present row; a column that is not there is empty

  func isEmpty(_ column: Int?) -> Bool { range(column).isEmpty }

  func text(_ column: Int?) -> String {
    let range = range(column)
    guard !range.isEmpty, let column else { return "" }
    let text = String(decoding: bytes[range], as: UTF8.self)
    return doubled[column] ? text.replacing("\"\"", with: "\"") : text
  }

  /// Whether the field's bytes are those of the string.
  func equals(_ column: Int?, _ value: [UInt8]) -> Bool {
    let range = range(column)
    guard range.count == value.count else { return false }
    var i = range.lowerBound
    for byte in value {
      if bytes[i] != byte { return false }
      i += 1
    }
    return true
  }

  /// The field's bytes as they stand.
  func raw(_ column: Int?) -> [UInt8] { Array(bytes[range(column)]) }

  /// A whole number without sign; `nil` where it is none or empty.
  func natural(_ column: Int?) -> Int? {
    let range = range(column)
    guard !range.isEmpty, range.count <= 9 else { return nil }
    var value = 0
    for i in range {
      guard Ascii.isDigit(bytes[i]) else { return nil }
      value = value * 10 + Int(bytes[i] - Ascii.zero)
    }
    return value
  }

  func number(_ column: Int?) -> Double? {
    guard let value = Double(text(column)), value.isFinite else { return nil }
    return value
  }

  /// Seconds of `H:MM:SS`, beyond 24 hours too, up to 99:59:59; `nil` where it is none or empty.
  func time(_ column: Int?) -> Int32? {
    let range = range(column)
    guard (7...8).contains(range.count) else { return nil }
    let end = range.upperBound
    guard bytes[end - 3] == Ascii.colon, bytes[end - 6] == Ascii.colon else { return nil }
    var parts = (0, 0, 0)
    for i in range where i != end - 3 && i != end - 6 {
      guard Ascii.isDigit(bytes[i]) else { return nil }
      let digit = Int(bytes[i] - Ascii.zero)
      if i < end - 6 {
        parts.0 = parts.0 * 10 + digit
      } else if i < end - 3 {
        parts.1 = parts.1 * 10 + digit
      } else {
        parts.2 = parts.2 * 10 + digit
      }
    }
    guard parts.1 < 60, parts.2 < 60 else { return nil }
    return Int32(parts.0 * 3600 + parts.1 * 60 + parts.2)
  }

  private func range(_ column: Int?) -> Range<Int> {
    guard let column, column < starts.count else { return 0..<0 }
    return starts[column]..<ends[column]
  }
}

/// Bytes that the tables of a feed are read by.
enum Ascii {
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let newline = UInt8(ascii: "\n")
  static let back = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")
  static let zero = UInt8(ascii: "0")

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
