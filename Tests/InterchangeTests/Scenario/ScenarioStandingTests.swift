import Interchange
import Planning
import Testing

@Suite("R17: standing orders, as files say them") struct ScenarioStandingTests {
  private static let header =
    "reservation;passager;jours;a_partir_du;sauf;jours_feries;conducteur_habituel;lieu_depart;"
    + "lieu_arrivee;arrivee_avant;fin_de_soin\n"

  private static let sound =
    header
      + """
      d1;r1;lundi mercredi vendredi;01/11/2026;25/12/2026 01/01/2027;oui;v1;livernon;figeac;8h30;
      d1;;;;;;;figeac;livernon;;12:30
      d2;r2;mardi-jeudi;;;;;stcere;figeac;09:30;
      """

  @Test func aRowALegTheDaysOnTheFirst() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("standing.csv", Self.sound)
    let scenario = try ScenarioSource.read(sandbox.path).scenario
    #expect(scenario.standing.map(\.id) == ["d1", "d2"])
    let first = scenario.standing[0]
    #expect(first.booking.legs.map(\.id) == ["d1-1", "d1-2"])
    #expect(first.days == [.weekday(.monday), .weekday(.wednesday), .weekday(.friday)])
    #expect(first.firstDay == PlanDate(year: 2026, month: 11, day: 1))
    #expect(first.except.map(\.text) == ["2026-12-25", "2027-01-01"])
    #expect(first.onHolidays && first.usualDriver == "v1" && first.everyWeeks == 1)
    #expect(
      scenario.standing[1].days == [.weekday(.tuesday), .weekday(.wednesday), .weekday(.thursday)])
    #expect(scenario.bookings.count == 2)
  }

  @Test func allRidersMayComeByOrders() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("standing.csv", Self.sound)
    try sandbox.write(
      "bookings.csv", "reservation;passager;lieu_depart;lieu_arrivee;arrivee_avant\n")
    try sandbox.remove("locks.csv")
    #expect(try ScenarioSource.read(sandbox.path).scenario.bookings.isEmpty)
  }

  @Test func anExpandedDayComesBackAsItWas() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("standing.csv", Self.sound)
    let base = try ScenarioSource.read(sandbox.path).scenario
    let day = StandingExpansion(base, on: base.territory.date).scenario
    #expect(day.bookings.map(\.id) == ["b1", "b2", "d1:2026-11-25", "d2:2026-11-25"])
    for language in Language.allCases {
      let folder = sandbox.path + "/day-" + language.rawValue
      try ScenarioFolder.write(day, to: folder, language: language)
      let read = try ScenarioSource.read(folder)
      #expect(read.scenario == day && read.warnings.isEmpty)
    }
  }

  @Test func allThatIsWrongIsToldAtOnce() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "standing.csv",
      Self.header
        + """
        d1;r1;lundi;;;;;livernon;figeac;8h30;
        d1;;mardi;;;;;figeac;livernon;;12:30
        d2;r9;jeudi;;demain;;v7;stcere;nulle-part;09:30;
        d3;r2;;;;;;stcere;figeac;09:30;
        d4;r2;lundi;;;;v7;stcere;figeac;;
        d5;r9;lundi;;;;v7;stcere;figeac;10:30;
        """)
    #expect(
      sandbox.faults().map(brief) == [
        "standing.csv:3 contradiction jours=mardi",
        "standing.csv:4 unknown-place lieu_arrivee=nulle-part",
        "standing.csv:4 bad-date sauf=demain",
        "standing.csv:5 missing-value jours",
        "standing.csv:6 no-anchor",
        "standing.csv:7 unknown-rider passager=r9",
        "standing.csv:7 unknown-volunteer conducteur_habituel=v7",
      ])
  }
}
