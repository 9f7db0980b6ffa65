/// Finds out how the text of a CSV file is written, and makes UTF-8 of it.
enum TextDecoding: Equatable {
  case utf8
  /// What Excel calls "Texte Unicode".
  case utf16(bigEndian: Bool)
  /// What Excel calls "CSV (séparateur : point-virgule)" on a French computer.
  case windows1252

  /// A byte order mark decides; without one, what is sound UTF-8 is taken for it, since a French text in Windows'
  /// own characters never is by chance.
  static func of(_ bytes: [UInt8]) -> TextDecoding {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16(bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16(bigEndian: true) }
    return UTF8Check.firstInvalid(bytes) == nil ? .utf8 : .windows1252
  }

  /// The text in UTF-8, or the offset of the first byte that stands for no sign.
  func text(_ bytes: [UInt8]) -> Result {
    switch self {
    case .utf8: .text(bytes)
    case .utf16(let bigEndian): Self.fromUTF16(bytes.dropFirst(2), bigEndian)
    case .windows1252: Self.fromWindows(bytes)
    }
  }

  enum Result {
    case text([UInt8])
    case unreadable(offset: Int)
  }

  private static func fromUTF16(_ bytes: ArraySlice<UInt8>, _ bigEndian: Bool) -> Result {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    guard index == bytes.endIndex, let text = String(validating: units, as: UTF16.self) else {
      return .unreadable(offset: index)
    }
    return .text(Array(text.utf8))
  }

  private static func fromWindows(_ bytes: [UInt8]) -> Result {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let code = byte < 0xA0 ? special[Int(byte) - 0x80] : UInt32(byte)
      guard code > 0, let scalar = Unicode.Scalar(code) else { return .unreadable(offset: offset) }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return .text(text)
  }

  /// Windows-1252 from 0x80 to 0x9F; 0 where it has no sign. From 0xA0 on it is Latin 1.
  private static let special: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
