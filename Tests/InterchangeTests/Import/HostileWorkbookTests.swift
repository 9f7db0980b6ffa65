import Archives
import Interchange
import Planning
import Testing

/// Files that are no sound workbook, or mean harm, are refused in words and in time.
@Suite struct HostileWorkbookTests {
  private let sandbox: ScenarioSandbox

  init() throws { sandbox = try ScenarioSandbox() }

  private func codes(_ bytes: [UInt8]) throws -> [String] {
    let path = try sandbox.write("t.xlsx", bytes: bytes)
    do throws(Faults) {
      _ = try TableSource.read(path)
      return []
    } catch {
      return error.faults.map(\.code)
    }
  }

  private func sound() -> TestWorkbook {
    var book = TestWorkbook()
    book.add("s", texts: [["a", "b"], ["1", "2"]])
    return book
  }

  @Test func anEntityBombIsRefused() throws {
    var book = sound()
    book.prologue = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
      """
    #expect(try codes(book.bytes()) == ["suspicious-workbook"])
    book.prologue = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">"
    #expect(try codes(book.bytes()) == ["suspicious-workbook"])
  }

  @Test func aZipBombIsRefused() throws {
    var files = sound().files()
    // 300 MB of spaces pack to some hundred kilobytes.
    files[3].bytes = [UInt8](repeating: 32, count: 210_000_000)
    #expect(try codes(ZipWriter.archive(files)) == ["workbook-too-large"])
  }

  @Test func aSheetWithoutEndIsRefused() throws {
    var book = TestWorkbook()
    book.sheets = [("s", String(repeating: "<row><c><v>1</v></c></row>", count: 100_001))]
    #expect(try codes(book.bytes()) == ["workbook-too-large"])
    book.sheets = [("s", "<row><c r=\"ZZZZ1\"><v>1</v></c></row>")]
    #expect(try codes(book.bytes()) == ["workbook-too-large"])
    // Cells far down are no sheet without end.
    book.sheets = [("s", "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>")]
    #expect(try codes(book.bytes()) == [])
  }

  @Test func whatIsNoWorkbookIsCalledByItsName() throws {
    #expect(try codes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == ["old-workbook"])
    #expect(try codes(ZipWriter.archive([("mimetype", Array("x".utf8))])) == ["not-a-workbook"])
    #expect(try codes([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]) == ["damaged-workbook"])
    #expect(try codes([]) == ["empty-file"])
  }

  /// Whatever byte is spoilt, and wherever the file is cut, the reader ends with a table or a fault.
  @Test func damageNeverHarms() throws {
    let bytes = try sound().bytes()
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var spoilt = bytes
      spoilt[place] ^= 0x55
      _ = try codes(spoilt)
      let cut = try codes(Array(bytes[..<place]))
      #expect(!cut.isEmpty, "cut at \(place)")
    }
  }

  @Test func brokenXMLNamesItsPart() throws {
    var book = sound()
    book.sheets[0].rows += "<row>"
    let path = try sandbox.write("t.xlsx", bytes: book.bytes())
    let error = #expect(throws: Faults.self) { try TableSource.read(path) }
    #expect(error?.faults.first?.cause.fr.contains("xl/worksheets/s0.xml, ligne 1") == true)
  }

  @Test func aTextOutOfRangeIsAnErrorOfItsCell() throws {
    var book = TestWorkbook()
    book.sheets = [("s", "<row><c t=\"s\"><v>7</v></c><c t=\"str\"><f>A1</f><v>x</v></c></row>")]
    let path = try sandbox.write("t.xlsx", bytes: book.bytes())
    #expect(try TableSource.read(path)[0].rows[0].cells == ["#REF!", "x"])
  }
}
