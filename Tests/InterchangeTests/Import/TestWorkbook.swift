import Archives

/// A small writer of workbooks for tests, apart from the reader that it tests: what stands in a cell is given as XML.
struct TestWorkbook {
  /// Sheets by name, each with the XML of its rows.
  var sheets: [(name: String, rows: String)] = []
  var shared: [String] = []
  /// Formats of the styles that cells number from 0.
  var formats: [String] = ["General"]
  var is1904 = false
  /// What stands before the root of each sheet.
  var prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("\r", with: "&#13;")
  }

  /// Rows of texts: every other one shared, the rest inline.
  mutating func add(_ name: String, texts rows: [[String]]) {
    var xml = ""
    for (row, cells) in rows.enumerated() {
      xml += "<row r=\"\(row + 1)\">"
      for (column, text) in cells.enumerated() where !text.isEmpty {
        let place = Self.letters(column) + String(row + 1)
        if (row + column) % 2 == 0 {
          xml += "<c r=\"\(place)\" t=\"s\"><v>\(shared.count)</v></c>"
          shared.append(text)
        } else {
          xml +=
            "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
            + Self.escaped(text) + "</t></is></c>"
        }
      }
      xml += "</row>"
    }
    sheets.append((name, xml))
  }

  static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }

  private var styles: String {
    let formats = formats.enumerated().map {
      "<numFmt numFmtId=\"\(200 + $0.offset)\" formatCode=\"\(Self.escaped($0.element))\"/>"
    }
    let cells = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    return "<styleSheet><numFmts>" + formats.joined() + "</numFmts><cellStyleXfs>"
      + "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells.joined() + "</cellXfs></styleSheet>"
  }

  func files() -> [(name: String, bytes: [UInt8])] {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    func relation(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(type)\(kind)\" Target=\"\(target)\"/>"
    }
    let list = sheets.enumerated().map {
      "<sheet name=\"\(Self.escaped($0.element.name))\" sheetId=\"\($0.offset + 1)\" r:id=\"s\($0.offset)\"/>"
    }
    let links = sheets.indices.map { relation("s\($0)", "worksheet", "/xl/worksheets/s\($0).xml") }
    let texts = shared.map { "<si><r><t xml:space=\"preserve\">\(Self.escaped($0))</t></r></si>" }
    let namespace =
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    var files: [(String, String)] = [
      (
        "_rels/.rels",
        "<Relationships>\(relation("b", "officeDocument", "xl/book.xml"))</Relationships>"
      ),
      (
        "xl/book.xml",
        "<workbook \(namespace)><workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><sheets>"
          + list.joined() + "</sheets></workbook>"
      ),
      (
        "xl/_rels/book.xml.rels",
        "<Relationships>" + links.joined() + relation("t", "sharedStrings", "texts.xml")
          + relation("f", "styles", "./styles.xml") + "</Relationships>"
      ),
      ("xl/texts.xml", "<sst>" + texts.joined() + "</sst>"),
      ("xl/styles.xml", styles),
    ]
    for (index, sheet) in sheets.enumerated() {
      files.append(
        (
          "xl/worksheets/s\(index).xml",
          prologue + "<x:worksheet xmlns:x=\"a\"><x:sheetData>"
            + sheet.rows.replacing("<row", with: "<x:row").replacing("</row", with: "</x:row")
            + "</x:sheetData></x:worksheet>"
        ))
    }
    return files.map { ($0.0, Array($0.1.utf8)) }
  }

  func bytes() throws -> [UInt8] { try ZipWriter.archive(files()) }
}
