internal import Archives
internal import Planning

/// A table as people send it: a workbook, or CSV in any of the ways that spreadsheets write it. It is read whole.
struct TableFile {
  /// As the user named it.
  var file: String
  var grids: [SheetGrid]
  /// How the text was written; `nil` for workbooks.
  var decoding: TextDecoding?
  /// Some of it was refused, which the log has been told.
  var isDamaged = false

  /// Reads a file.
  ///
  /// - Parameter file: what faults call it.
  /// - Returns: `nil` where nothing of it can be read, which the log is told.
  static func read(_ path: String, as file: String, _ log: InputLog) -> TableFile? {
    let bytes: [UInt8]
    do throws(InputRefusal) {
      bytes = try ByteSource.open(path, limit: InputLimits.file).takeAll()
    } catch {
      log.fault(.refused(error, file: file), at: FaultPlace(file: file))
      return nil
    }
    return read(bytes, as: file, log)
  }

  /// Reads a file that is in memory.
  static func read(_ bytes: [UInt8], as file: String, _ log: InputLog) -> TableFile? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      log.fault(.oldWorkbook, at: FaultPlace(file: file))
      return nil
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return workbook(bytes, file, log) }
    return text(bytes, file, log)
  }

  private static func workbook(_ bytes: [UInt8], _ file: String, _ log: InputLog) -> TableFile? {
    do throws(WorkbookFailure) {
      return TableFile(file: file, grids: try Workbook.sheets(of: bytes))
    } catch {
      log.fault(.workbook(error), at: FaultPlace(file: file))
      return nil
    }
  }

  private static func text(_ bytes: [UInt8], _ file: String, _ log: InputLog) -> TableFile? {
    let decoding = TextDecoding.of(bytes)
    guard case .text(var text) = decoding.text(bytes) else {
      if case .unreadable(let offset) = decoding.text(bytes) {
        log.fault(.notUTF8(offset: offset), at: FaultPlace(file: file))
      }
      return nil
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    var grid = SheetGrid(name: nil, rows: [])
    var isDamaged = false
    do throws(InputRefusal) {
      let source = ByteSource(bytes: text)
      guard
        var reader = try CSVReader(
          source: source, file: file, log: log, separator: Separator.of(text))
      else { return nil }
      while let row = try reader.next() {
        grid.rows.append(
          SheetRow(
            number: row.line, cells: row.cells.map { .text($0.text) }, lines: row.cells.map(\.line))
        )
      }
      isDamaged = reader.isDamaged
    } catch {
      log.fault(.refused(error, file: file), at: FaultPlace(file: file))
      return nil
    }
    return TableFile(file: file, grids: [grid], decoding: decoding, isDamaged: isDamaged)
  }
}
