/// The formats of a workbook's cells, by the number that cells give.
final class CellFormats: XMLHandler {
  private(set) var formats: [NumberFormat] = []
  private var written: [Int: NumberFormat] = [:]
  /// Only the formats of cells count, not those that named styles are made from.
  private var isInCellFormats = false

  var isFull: Bool { formats.count + written.count > SheetLimits.elements }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      written[id] = NumberFormat(code: code)
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(written[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  func end(_ name: String) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  /// The format of a style number; plain where there is none.
  subscript(style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }
}
