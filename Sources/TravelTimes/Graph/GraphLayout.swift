/// How a road graph lies in a file: a header, then sections, little-endian, each on a multiple of 16 bytes.
///
/// Header, in 8-byte words: magic, version, file size, checksum of all that follows it, then for
/// each section its offset and number of elements, then the grid's numbers.
enum GraphLayout {
  static let magic: UInt64 = 0x3144_5244_4D41_4321  // "!CAMDRD1"
  static let version = 1
  static let fixedWords = 4
  static let headerSize = 512

  enum Section: Int, CaseIterable {
    case attribution
    case pointFirst
    case points
    case forward
    case backward
    case stopping
    case arcFirst
    case arcs
    case upFirst
    case up
    case downFirst
    case down
    case cellFirst
    case cells
  }

  /// Word of a section's offset; its count follows.
  static func word(_ section: Section) -> Int { fixedWords + 2 * section.rawValue }

  /// First of the grid's words: latitude, longitude, cell height and width, rows and columns.
  static var gridWord: Int { fixedWords + 2 * Section.allCases.count }

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = 0
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 32
      index += 8
    }
    while index < bytes.count {
      sum = (sum ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
      index += 1
    }
    return sum ^ UInt64(bytes.count)
  }
}
