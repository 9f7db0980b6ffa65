/// The texts of a workbook that cells refer to by number.
final class SharedText: XMLHandler {
  private(set) var texts: [String] = []
  private var current: [UInt8] = []
  private var total = 0
  private var isInText = false
  /// Inside of a reading aid for East Asian scripts, which is no part of the text.
  private var isInPhonetic = false

  var isFull: Bool { total > SheetLimits.sharedText || texts.count > SheetLimits.cells }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "si": current.removeAll(keepingCapacity: true)
    case "t": isInText = !isInPhonetic
    case "rPh": isInPhonetic = true
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard isInText else { return }
    total += bytes.count
    if current.count <= SheetLimits.cell { current.append(contentsOf: bytes) }
  }

  func end(_ name: String) {
    switch name {
    case "si": texts.append(String(decoding: current, as: UTF8.self).plainCell)
    case "t": isInText = false
    case "rPh": isInPhonetic = false
    default: break
    }
  }
}

extension String {
  /// A text of a workbook's cell: trimmed, line breaks as line feeds, and `_x000D_` and the like (ECMA-376, part 1,
  /// 22.9.2.19), which stand for signs that XML cannot hold, left out.
  var plainCell: String {
    var text = self
    if text.contains("_x0") { text = text.replacing(/_x00[01][0-9A-Fa-f]_/, with: "") }
    return text.replacing("\r\n", with: "\n").trimmed
  }
}
