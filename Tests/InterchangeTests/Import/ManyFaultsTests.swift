import Interchange
import Planning
import Testing

/// Fifty faults among five thousand bookings are all named, each by its cell.
@Suite struct ManyFaultsTests {
  /// What can be wrong with a row: the column, what stands there, and the code of the fault.
  private static let slips: [(column: Int, text: String, code: String)] = [
    (4, "25h75", "bad-time"), (2, "Figeack", "unknown-place"), (1, "r999", "unknown-rider"),
    (3, "", "missing-value"), (6, "deux", "bad-number"), (5, "10:00", "two-anchors"),
    (4, "", "no-anchor"), (2, "figeac", "same-place"), (7, "p’t-être", "unknown-value"),
    (0, "46", "bad-date"),
  ]

  private static let header = [
    "Date", "Passager", "Lieu de départ", "Lieu d’arrivée", "Heure de rendez-vous", "Fin de soin",
    "Accompagnants", "Prescrit",
  ]

  /// A sheet with a title, 5,000 rows and the slips, every hundredth row one.
  private static func sheet() -> (rows: [[String]], expected: Set<String>) {
    var rows = [["Demandes"], ["saisies en novembre"], header]
    var expected: Set<String> = []
    for number in 0..<5_000 {
      let minutes = String(100 + number % 60).dropFirst()
      var row = [
        "25/11/2026", number % 2 == 0 ? "r1" : "r2", "livernon", "Hôpital de Figeac",
        "\(7 + number / 60 % 12)h\(minutes)", "", "\(number / 720)", "oui",
      ]
      if number % 100 == 50 {
        let slip = slips[number / 100 % slips.count]
        row[slip.column] = slip.text
        expected.insert("\(rows.count + 1) \(slip.code)")
      }
      rows.append(row)
    }
    return (rows, expected)
  }

  @Test func allAreNamedWithTheirCells() throws {
    let day = try ImportDay()
    let (rows, expected) = Self.sheet()
    #expect(expected.count == 50)
    var book = TestWorkbook()
    book.add("Demandes", texts: rows)
    let path = try day.sandbox.write("gros.xlsx", bytes: book.bytes())
    let outcome = try day.outcome(path)
    let found = outcome.faults.map { "\($0.place.line ?? 0) \($0.code)" }
    #expect(Set(found) == expected)
    #expect(found.count == 50)
    for fault in outcome.faults {
      #expect(fault.place.sheet == "Demandes")
      // Where no time is given there is no one cell to point at.
      #expect((fault.place.cell == nil) == (fault.code == "no-anchor"), "\(briefCell(fault))")
    }
    #expect(outcome.scenario == nil)
  }
}
