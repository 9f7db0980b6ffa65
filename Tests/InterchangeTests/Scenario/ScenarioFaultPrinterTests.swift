import Foundation
import Interchange
import Planning
import Testing

@Suite struct FaultPrinterTests {
  private let faults = [
    Fault(
      code: "bad-time", place: FaultPlace(file: "bookings.csv", line: 12), field: "rdv",
      value: "25h61", cause: Bilingual(fr: "Cause.", en: "Reason."),
      remedy: Bilingual(fr: "Remède.", en: "Remedy.")),
    Fault(
      code: "bad-date",
      place: FaultPlace(file: "a.json", line: 3, pointer: "/territory/date"), field: "date",
      value: "x", cause: Bilingual(fr: "C.", en: "R."), remedy: Bilingual(fr: "M.", en: "M.")),
    Fault(
      code: "bad-id", place: FaultPlace(file: "bookings.csv", line: 2), field: "", value: "",
      cause: Bilingual(fr: "C.", en: "R."), remedy: Bilingual(fr: "M.", en: "M.")),
  ]

  @Test func sortedTextInBothLanguages() {
    #expect(
      FaultPrinter.text(faults + faults, language: .french) == """
        a.json, ligne 3, /territory/date, « date » = « x » : C.
          → M. [bad-date]

        bookings.csv, ligne 2 : C.
          → M. [bad-id]

        bookings.csv, ligne 12, « rdv » = « 25h61 » : Cause.
          → Remède. [bad-time]

        """)
    #expect(
      FaultPrinter.text([faults[0]], language: .english) == """
        bookings.csv, line 12, “rdv” = “25h61”: Reason.
          → Remedy. [bad-time]

        """)
  }

  @Test func json() throws {
    let text = FaultPrinter.json(faults)
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let list = try #require(root?["faults"] as? [[String: Any]])
    #expect(list.map { $0["code"] as? String } == ["bad-date", "bad-id", "bad-time"])
    #expect(list[0]["pointer"] as? String == "/territory/date")
    #expect(list[2]["line"] as? Int == 12)
    #expect((list[2]["cause"] as? [String: String])?["en"] == "Reason.")
  }

  @Test func valuesCannotDisturbATerminal() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("riders.csv", "id;domicile\nr1;\"\u{1B}[31m\nx\"\nr2;livernon\n")
    let text = FaultPrinter.text(sandbox.faults(), language: .french)
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("« [31m x »") || text.contains("«  [31m x »"))
  }
}
