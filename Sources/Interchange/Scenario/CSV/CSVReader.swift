import Planning

/// Reads CSV by RFC 4180 with any of the separators `;`, `,` and tab, byte by byte, without holding
/// more than one row.
///
/// SwiftCSV 0.10.0 was tried first. It does not say on which line a row stands, stops at the first
/// stray quote, takes a quote that is never closed for the end of the file, and wants the whole
/// text in memory; a coordinator needs all faults, each with its line.
struct CSVReader {
  private let source: ByteSource
  private let file: String
  private let log: InputLog
  private let separator: UInt8
  private var line = 1
  /// Set where the rest of the file cannot be understood.
  private var stopped = false
  private var saidNotUTF8 = false
  /// Something before here was refused, so rows may be missing or wrong.
  private(set) var isDamaged = false

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Skips a byte order mark and Excel's `sep=;` line, and takes from the header which separator is
  /// used.
  ///
  /// Faults go to `log`; `nil` where the file is no CSV text at all.
  ///
  /// - Parameter separator: what is known of it already; a `sep=;` line wins.
  init?(
    source: ByteSource, file: String, log: InputLog, separator known: UInt8? = nil
  ) throws(InputRefusal) {
    self.source = source
    self.file = file
    self.log = log
    let whole = FaultPlace(file: file)
    let start = try source.preview()
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      log.fault(.notUTF8(offset: 0), at: FaultPlace(file: file, line: 1))
      return nil
    }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      log.fault(.spreadsheetFile, at: whole)
      return nil
    }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) {
      for _ in 0..<3 { _ = try source.take() }
    }
    let text = try source.preview()
    guard text.contains(where: { !Self.isBlank($0) }) else {
      log.fault(.emptyFile(file), at: whole)
      return nil
    }
    if text.starts(with: "sep=".utf8), text.count > 4 {
      separator = text[text.startIndex + 4]
      while let byte = try source.take(), byte != Self.newline {}
      line = 2
    } else {
      separator = known ?? Self.separator(ofHeader: text)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 32 }

  /// The separator that the first line has most of, outside of quotes.
  private static func separator(ofHeader text: ArraySlice<UInt8>) -> UInt8 {
    var counts = [0, 0, 0]
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
    var quoted = false
    for byte in text {
      if byte == quote { quoted.toggle() }
      if quoted { continue }
      if byte == newline || byte == carriageReturn { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// The next row that is not blank; `nil` at the end. A row that breaks the quoting rules is told
  /// and passed over.
  mutating func next() throws(InputRefusal) -> CSVRow? {
    while !stopped, try source.peek() != nil {
      if let row = try readRow(), !row.isBlank { return row }
    }
    return nil
  }

  /// `nil` where the row was refused.
  private mutating func readRow() throws(InputRefusal) -> CSVRow? {
    var row = CSVRow(cells: [], line: line)
    var sound = true
    while true {
      let first = line
      let quoted = try source.peek() == Self.quote
      let start = source.offset + (quoted ? 1 : 0)
      guard let (bytes, end) = try readField() else {
        sound = false
        if stopped { return nil }
        try skipLine()
        return nil
      }
      guard let text = text(of: bytes, start: start, line: first, quoted: quoted) else {
        sound = false
        if end == .row { return nil }
        continue
      }
      row.cells.append(CSVCell(text: text, line: first))
      if end == .row { return sound ? row : nil }
    }
  }

  private enum FieldEnd { case field, row }

  /// The bytes of one field without its quotes, and what ended it; `nil` after a fault.
  private mutating func readField() throws(InputRefusal) -> (bytes: [UInt8], end: FieldEnd)? {
    if try source.peek() == Self.quote { return try readQuoted() }
    var bytes: [UInt8] = []
    while let byte = try source.take() {
      if byte == separator { return (bytes, .field) }
      if try endsRow(byte) { return (bytes, .row) }
      if byte == Self.quote {
        refuse(.strayQuote, line: line)
        return nil
      }
      guard accept(byte, into: &bytes, opened: line) else { return nil }
    }
    return (bytes, .row)
  }

  private mutating func readQuoted() throws(InputRefusal) -> (bytes: [UInt8], end: FieldEnd)? {
    let opened = line
    var bytes: [UInt8] = []
    _ = try source.take()
    while let byte = try source.take() {
      if byte == Self.quote {
        if try source.peek() == Self.quote {
          _ = try source.take()
        } else {
          return try readAfterQuote(bytes)
        }
      }
      if byte == Self.newline { line += 1 }
      guard accept(byte, into: &bytes, opened: opened) else { return nil }
    }
    refuse(.openQuote, line: opened)
    stopped = true
    return nil
  }

  /// After a closing quote only spaces may stand before the separator.
  private mutating func readAfterQuote(_ bytes: [UInt8]) throws(InputRefusal)
    -> (bytes: [UInt8], end: FieldEnd)?
  {
    while let byte = try source.take() {
      if byte == separator { return (bytes, .field) }
      if try endsRow(byte) { return (bytes, .row) }
      guard byte == UInt8(ascii: " ") else {
        refuse(.strayQuote, line: line)
        return nil
      }
    }
    return (bytes, .row)
  }

  /// Whether the byte, just taken, ends the row: a line feed, a carriage return, or both together.
  private mutating func endsRow(_ byte: UInt8) throws(InputRefusal) -> Bool {
    if byte == Self.carriageReturn {
      if try source.peek() == Self.newline { _ = try source.take() }
    } else if byte != Self.newline {
      return false
    }
    line += 1
    return true
  }

  /// Adds a byte to a field, unless it cannot belong to a text or the field is beyond all measure.
  private mutating func accept(_ byte: UInt8, into bytes: inout [UInt8], opened: Int) -> Bool {
    if byte == 0 {
      refuse(.notText(offset: source.offset - 1), line: line)
      stopped = true
      return false
    }
    bytes.append(byte)
    guard bytes.count > InputLimits.field else { return true }
    refuse(.fieldTooLong, line: opened)
    stopped = true
    return false
  }

  private mutating func refuse(_ complaint: Complaint, line: Int) {
    isDamaged = true
    log.fault(complaint, at: FaultPlace(file: file, line: line))
  }

  private mutating func skipLine() throws(InputRefusal) {
    while let byte = try source.take() {
      if try endsRow(byte) { return }
    }
  }

  /// The text of a field, trimmed, with line breaks as line feeds; `nil` where it is not UTF-8,
  /// which is told once a file.
  private mutating func text(of bytes: [UInt8], start: Int, line: Int, quoted: Bool) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      if !saidNotUTF8 {
        let within = UTF8Check.firstInvalid(bytes) ?? 0
        let before = bytes.prefix(within)
        let breaks = before.count { $0 == Self.newline }
        let doubled = quoted ? before.count { $0 == Self.quote } : 0
        refuse(.notUTF8(offset: start + within + doubled), line: line + breaks)
        saidNotUTF8 = true
      }
      isDamaged = true
      return nil
    }
    return text.replacing("\r\n", with: "\n").trimmed
  }
}
