import Interchange
import Planning
import Testing

@Suite("R58: when a booking was made, as files say it") struct ScenarioMomentTests {
  private static let header =
    "reservation;passager;reserve_le;lieu_depart;lieu_arrivee;arrivee_avant\n"

  private func read(_ cell: String) throws -> LocalMoment? {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("bookings.csv", Self.header + "b1;r1;\(cell);livernon;figeac;8h30\n")
    try sandbox.remove("locks.csv")
    return try ScenarioSource.read(sandbox.path).scenario.bookings[0].bookedAt
  }

  @Test(arguments: [
    "24/11/2026 15:42", "24/11/26 15:42", "2026-11-24T15:42", "2026-11-24 15h42",
    "24/11/2026  15:42:00",
  ]) func spreadsheetsWriteItInManyWays(cell: String) throws {
    #expect(try read(cell) == LocalMoment("2026-11-24T15:42"))
  }

  @Test func mayBeLeftOut() throws { #expect(try read("") == nil) }

  @Test func allThatIsWrongIsToldAtOnce() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "bookings.csv",
      Self.header
        + """
        b1;r1;hier soir;livernon;figeac;8h30
        b2;r2;24/11/2026;livernon;figeac;8h30
        b3;r1;24/11/2026 25:00;livernon;figeac;9h30
        b4;r2;2026-11-24T15:42+01:00;livernon;figeac;9h30
        b5;r1;30/02/2026 12:00;livernon;figeac;10h30
        b6;r2;26/11/2026 08:00;livernon;figeac;10h30
        b7;r2;29/03/2026 02:30;livernon;figeac;11h30
        """)
    try sandbox.remove("locks.csv")
    #expect(
      sandbox.faults().map(brief) == [
        "bookings.csv:2 bad-date reserve_le=hier soir",
        "bookings.csv:3 bad-moment reserve_le=24/11/2026",
        "bookings.csv:4 bad-moment reserve_le=24/11/2026 25:00",
        "bookings.csv:5 bad-time reserve_le=2026-11-24T15:42+01:00",
        "bookings.csv:6 bad-date reserve_le=30/02/2026 12:00",
        "bookings.csv:7 booked-after-day reserve_le=2026-11-26T08:00",
        "bookings.csv:8 no-such-time reserve_le=2026-03-29T02:30",
      ])
  }

  @Test func theColumnIsWrittenOnlyWhereABookingHasAMoment() throws {
    let sandbox = try ScenarioSandbox.sound()
    var scenario = try ScenarioSource.read(sandbox.path).scenario
    func bookings() -> String {
      let file = ScenarioFolder.files(scenario, language: .french).first {
        $0.name == "bookings.csv"
      }
      return String(decoding: file?.bytes ?? [], as: UTF8.self)
    }
    #expect(!bookings().contains("reserve_le"))
    scenario.bookings[1].bookedAt = LocalMoment("2026-11-24T15:42")
    #expect(bookings().contains(";reserve_le;") && bookings().contains(";2026-11-24 15:42;"))
    let document = ScenarioDocument.text(scenario)
    #expect(document.contains("\"booked_at\": \"2026-11-24T15:42\""))
    let read = try ScenarioSource.read(json: Array(document.utf8)).scenario
    #expect(read.bookings == scenario.bookings)
  }
}
