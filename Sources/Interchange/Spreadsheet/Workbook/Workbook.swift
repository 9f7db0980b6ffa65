internal import Archives

/// Reads `.xlsx` workbooks as Excel and LibreOffice write them (ECMA-376): shared and inline texts, values of
/// formulas as last computed, days and times by their formats, several sheets.
///
/// No Swift package for the format is at hand that can be had here; what a table needs of it is small.
enum Workbook {
  /// The sheets, in their order.
  static func sheets(of bytes: [UInt8]) throws(WorkbookFailure) -> [SheetGrid] {
    let archive: ZipArchive
    do throws(ZipError) { archive = try ZipArchive(bytes: bytes) } catch { throw .archive(error) }
    let parts = try WorkbookParts(archive)
    let texts = SharedText()
    if !parts.sharedText.isEmpty { try archive.scan(parts.sharedText, texts) }
    let formats = CellFormats()
    if !parts.styles.isEmpty { try archive.scan(parts.styles, formats) }
    var grids: [SheetGrid] = []
    for sheet in parts.sheets {
      let scan = WorksheetScan(
        texts: texts.texts, formats: formats, words: CellWords(is1904: parts.is1904))
      try archive.scan(sheet.entry, scan)
      grids.append(SheetGrid(name: sheet.name, isHidden: sheet.isHidden, rows: scan.filled()))
    }
    return grids
  }
}
