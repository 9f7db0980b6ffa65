import CaminTestSupport
import Foundation
import Interchange
import Planning
import Testing

/// Tables read back as they were written, whatever wrote them.
@Suite struct TableSourceTests {
  private let sandbox: ScenarioSandbox

  init() throws { sandbox = try ScenarioSandbox() }

  static func fixture(_ name: String) throws -> String {
    try #require(Bundle.module.url(forResource: "Fixtures/" + name, withExtension: nil)).path
  }

  private static let words = [
    "Saint-Céré", "l’été", "8h05", "a \"b\" c", "x;y", "1,5", "tab\tulé", "deux\nlignes",
    "œuf à 3 €",
    "<&>", "oui", "-", "25/11/2026", "Ÿ", "#N/A", "=1+1",
  ]

  /// A table whose first row has no holes, and no row is blank.
  private static func table(_ random: inout SplitMix64) -> [[String]] {
    let width = random.int(2...9)
    return (0..<random.int(2...30)).map { row in
      var cells = (0..<width).map { _ in
        random.chance(0.2) && row > 0 ? "" : words[random.int(0...words.count - 1)]
      }
      if row == 0 { for column in cells.indices { cells[column] = "titre \(column)" } }
      if cells[0].isEmpty { cells[0] = "x" }
      while cells.last == "" { cells.removeLast() }
      return cells
    }
  }

  private static func csv(_ rows: [[String]], _ separator: String, _ end: String) -> String {
    // Spreadsheets write every row as wide as the widest.
    let width = rows.map(\.count).max() ?? 0
    return rows.map { row in
      (row + [String](repeating: "", count: width - row.count)).map { cell in
        let isPlain = !cell.contains { $0 == "\"" || $0.isNewline } && !cell.contains(separator)
        return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: separator)
    }.joined(separator: end) + end
  }

  private func read(_ name: String, _ bytes: [UInt8]) throws -> [[String]] {
    let path = try sandbox.write(name, bytes: bytes)
    let sheets = try TableSource.read(path)
    #expect(sheets.count == 1)
    return sheets[0].rows.map { row in
      var cells = row.cells
      while cells.last == "" { cells.removeLast() }
      return cells
    }
  }

  @Test(arguments: 1...40) func csvInEveryDialectReadsBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let table = Self.table(&random)
    for separator in [";", ",", "\t"] {
      for end in ["\r\n", "\n"] {
        let text = Self.csv(table, separator, end)
        let windows = try #require(text.data(using: .windowsCP1252))
        let utf16 = try #require(text.data(using: .utf16LittleEndian))
        let utf16Big = try #require(text.data(using: .utf16BigEndian))
        let dialects: [[UInt8]] = [
          Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array(windows),
          [0xFF, 0xFE] + Array(utf16), [0xFE, 0xFF] + Array(utf16Big),
        ]
        for (number, bytes) in dialects.enumerated() {
          let back = try read("t.csv", bytes)
          #expect(back == table, "seed \(seed), separator \(separator), dialect \(number)")
        }
      }
    }
  }

  @Test(arguments: 1...40) func aWorkbookReadsBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let table = Self.table(&random)
    var book = TestWorkbook()
    book.add("Feuille « 1 »", texts: table)
    #expect(try read("t.xlsx", book.bytes()) == table)
  }

  @Test func whatOpenpyxlWritesIsRead() throws {
    let sheets = try TableSource.read(Self.fixture("excel-like.xlsx"))
    #expect(sheets.map(\.name) == ["Lisez-moi", "Demandes", "Ancien"])
    #expect(sheets.map(\.isHidden) == [false, false, true])
    let rows = sheets[1].rows
    #expect(rows.map(\.number) == [1, 3, 4, 5, 6, 7])
    #expect(rows[0].cells == ["Demandes du mercredi 25 novembre 2026"])
    #expect(
      rows[2].cells == [
        "2026-11-25", "Durand", "Élise", "06 12 34 56 78", "08:30", "11:00", "Livernon",
        "Hôpital de Figeac", "Dialyse", "0", "oui",
      ])
    #expect(rows[3].cells[3] == "612345670")
  }

  @Test func whatLibreOfficeWritesIsTheSame() throws {
    let made = try TableSource.read(Self.fixture("excel-like.xlsx"))
    let calc = try TableSource.read(Self.fixture("calc.xlsx"))
    #expect(calc.map(\.name) == made.map(\.name))
    for (one, other) in zip(made, calc) {
      #expect(one.rows.map(\.cells) == other.rows.map(\.cells))
      #expect(one.rows.map(\.number) == other.rows.map(\.number))
    }
  }

  @Test func kindsOfCells() throws {
    let rows = try TableSource.read(Self.fixture("kinds.xlsx"))[0].rows
    #expect(
      rows[0].cells == [
        "2026-11-25", "08:30", "2026-11-25 14:30", "25:30", "44.608", "1234.5", "0.5", "#N/A",
        "non", "612345678", "1e+21",
      ])
    // What is merged downwards holds for each row.
    #expect(rows[1].cells == ["r1", "aller"])
    #expect(rows[2].cells == ["r1", "retour"])
  }

  @Test func daysCountedFrom1904() throws {
    for name in ["macintosh.xlsx", "macintosh-calc.xlsx"] {
      let row = try TableSource.read(Self.fixture(name))[0].rows[1].cells
      #expect(
        row.prefix(7) == [
          "2026-11-25", "2026-03-29 02:30", "23:59", "25:30", "44.608", "l’été", "oui",
        ], "\(name)")
    }
    // LibreOffice has computed the formula, and its value stands beside it.
    #expect(try TableSource.read(Self.fixture("macintosh-calc.xlsx"))[0].rows[1].cells.last == "2")
  }

  @Test func formatsTellDaysFromNumbers() throws {
    var book = TestWorkbook()
    let cases = [
      ("dd/mm/yyyy", "2026-11-25 14:30"), ("hh:mm", "2026-11-25 14:30"),
      ("General", "46351.6041666667"),
      ("0.00", "46351.6041666667"), ("[Red]0.0", "46351.6041666667"),
      ("\"jour\" 0", "46351.6041666667"),
      ("mmm yy", "2026-11-25 14:30"), ("h:mm AM/PM", "2026-11-25 14:30"),
      ("\\d0", "46351.6041666667"),
      ("0;dd/mm", "46351.6041666667"),
    ]
    book.formats = cases.map(\.0)
    book.sheets = [
      (
        "s",
        "<row>" + cases.indices.map { "<c s=\"\($0)\"><v>46351.6041666667</v></c>" }.joined()
          + "</row>"
      )
    ]
    #expect(try read("f.xlsx", book.bytes()) == [cases.map(\.1)])
  }
}
