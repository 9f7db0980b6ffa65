/// How a road graph lies in a file: a header, then sections, little-endian, each on a multiple of 16 bytes.
///
/// The header's own words (`FileHeader`) are followed, in 8-byte words, by each section's offset and number of
/// elements, then by the grid's numbers.
enum GraphLayout {
  static let header = FileHeader(magic: 0x3144_5244_4D41_4321, version: 1)  // "!CAMDRD1"
  static let fixedWords = FileHeader.size / 8
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
}
