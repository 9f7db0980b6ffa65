import Foundation
import Interchange
import Planning
import Testing

/// A table of a scenario folder may be a workbook.
@Suite struct ScenarioWorkbookTests {
  private let sandbox: ScenarioSandbox

  init() throws { sandbox = try ScenarioSandbox.sound() }

  /// Puts a workbook with the same cells in place of a CSV file.
  private func replace(_ name: String, change: (inout [[String]]) -> Void = { _ in }) throws {
    let path = sandbox.path + "/" + name + ".csv"
    var rows = try TableSource.read(path)[0].rows.map(\.cells)
    change(&rows)
    var book = TestWorkbook()
    book.add("Lisez-moi", texts: [["Ce classeur contient les demandes."]])
    book.add("Données", texts: [["Titre"], [""]] + rows)
    try sandbox.remove(name + ".csv")
    try sandbox.write(name + ".xlsx", bytes: book.bytes())
  }

  @Test func sameDayAsFromCSV() throws {
    let before = try ScenarioSource.read(sandbox.path).scenario
    for name in ["bookings", "places", "riders", "volunteers", "availability", "locks"] {
      try replace(name)
    }
    #expect(try ScenarioSource.read(sandbox.path).scenario == before)
  }

  @Test func faultsNameSheetAndCell() throws {
    try replace("bookings") { rows in
      rows[1][6] = "8h99"
      rows[3][1] = "r7"
    }
    let faults = sandbox.faults()
    #expect(
      faults.map(briefCell) == ["Données!G4 bad-time =8h99", "Données!B6 unknown-rider =r7"])
    let text = FaultPrinter.text(faults, language: .french)
    #expect(
      text.contains("bookings.xlsx, feuille « Données », cellule G4, « arrivee_avant » = « 8h99 »"))
    let json = FaultPrinter.json(faults)
    #expect(json.contains("\"sheet\": \"Données\"") && json.contains("\"cell\": \"G4\""))
  }

  @Test func aFormulaThatFailsIsAFault() throws {
    try replace("riders")
    var book = TestWorkbook()
    book.sheets = [
      (
        "s",
        "<row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>domicile</v></c><c t=\"str\"><v>nom</v></c></row>"
          + "<row><c t=\"str\"><v>r1</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"e\"><v>#N/A</v></c></row>"
      )
    ]
    try sandbox.write("riders.xlsx", bytes: book.bytes())
    let codes = sandbox.faults().map(briefCell)
    #expect(codes.contains("s!B2 formula-error"))
    // The column of names is not read, so nothing in it is at fault.
    #expect(!codes.contains { $0.contains("C2") })
  }

  @Test func twoTablesOfOneKindAreRefused() throws {
    let csv = try sandbox.text("bookings.csv")
    try replace("bookings")
    try sandbox.write("bookings.csv", csv)
    #expect(sandbox.faults().map(brief) == ["bookings.csv two-tables"])
  }

  @Test func twoSheetsThatWouldDoAreToldApart() throws {
    var book = TestWorkbook()
    let rows = try TableSource.read(sandbox.path + "/riders.csv")[0].rows.map(\.cells)
    book.add("un", texts: rows)
    book.add("deux", texts: rows)
    try sandbox.remove("riders.csv")
    try sandbox.write("riders.xlsx", bytes: book.bytes())
    let faults = sandbox.faults()
    #expect(faults.map(\.code) == ["several-sheets"])
    #expect(faults[0].cause.fr.contains("« un », « deux »"))
  }

  @Test func theAliasTableNamesPlaces() throws {
    try sandbox.write("aliases.csv", "alias;lieu\nhosto;figeac\nChez Odette;Livernon\n")
    let places = try ScenarioSource.read(sandbox.path).scenario.places
    #expect(places.first { $0.id == "figeac" }?.aliases == ["CH Figeac", "hôpital", "hosto"])
    #expect(places.first { $0.id == "livernon" }?.aliases == ["Chez Odette"])
    try sandbox.write("aliases.csv", "alias;lieu\nhosto;nulle part\nLivernon;figeac\n")
    #expect(
      sandbox.faults().map(brief).sorted() == [
        "aliases.csv:2 unknown-place lieu=nulle part",
        "places.csv:2 duplicate-alias alias=Livernon",
      ])
  }
}
