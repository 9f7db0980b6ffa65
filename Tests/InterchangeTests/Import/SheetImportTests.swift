import Foundation
import Interchange
import Planning
import Testing

/// R53: a sheet of bookings into a day.
@Suite struct SheetImportTests {
  private let day: ImportDay

  init() throws { day = try ImportDay() }

  @Test func sameSheetChangesNothing() throws {
    let sheet = try day.sheet(
      "b1;r1;livernon;Hôpital de Figeac;8h30;;", "b1;r1;ch figeac;livernon;;11:00;",
      "b2;r2;ST-CÉRÉ;figeac;09:30;;")
    let outcome = try day.outcome(sheet)
    #expect(outcome.faults.isEmpty && outcome.isSound && !outcome.hasChanges)
    // What the sheet has no column for, such as how uncertain the end of care is, is not taken away.
    #expect(outcome.changes.map(brief) == ["same b1", "same b2"])
    #expect(outcome.scenario == (try day.sink.day().scenario))
  }

  @Test func addedChangedAndGone() throws {
    let sheet = try day.sheet(
      "b1;r1;livernon;figeac;8h45;;1", "b1;r1;figeac;livernon;;11:00;",
      "b7;r2;figeac;stcere;10:15;;")
    let outcome = try day.outcome(sheet)
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    #expect(
      outcome.changes.map(brief) == [
        "changed b1 accompagnants: 0 > 1 arrivee_avant: arrivee_avant 08:30 > arrivee_avant 08:45",
        "added b7", "gone b2",
      ])
    try day.apply(outcome)
    let after = try day.sink.day().scenario
    #expect(after.bookings.map(\.id) == ["b1", "b2", "b7"])
    #expect(after.bookings[0].companions == 1)
    #expect(after.bookings[0].legs[0].anchor == .arriveBy(ClockTime(hour: 8, minute: 45)))
    #expect(after.bookings[0].priority == "vital")
    #expect(
      after.bookings[0].legs[1].anchor == .release(ClockTime(hour: 11, minute: 0), spread: 1200))
    let again = try day.outcome(sheet)
    #expect(!again.hasChanges && again.isSound)
  }

  @Test func goneBookingsGoWhenAsked() throws {
    let sheet = try day.sheet("b2;r2;stcere;figeac;09:30;;")
    let kept = try day.outcome(sheet)
    #expect(kept.scenario?.bookings.map(\.id) == ["b1", "b2"] && !kept.hasChanges)
    try day.sandbox.remove("locks.csv")
    let outcome = try day.outcome(sheet) { $0.removeGone = true }
    #expect(outcome.removesGone && outcome.hasChanges)
    try day.apply(outcome)
    #expect(try day.sink.day().scenario.bookings.map(\.id) == ["b2"])
  }

  @Test func aLockHoldsABookingThatIsToGo() throws {
    let outcome = try day.outcome(try day.sheet("b2;r2;stcere;figeac;09:30;;")) {
      $0.removeGone = true
    }
    #expect(outcome.faults.map(\.code) == ["unknown-trip"] && !outcome.isSound)
  }

  @Test func sameTripIsKnownUnderAnotherId() throws {
    let outcome = try day.outcome(
      try day.sheet("x9;r2;saint-cere;CH Figeac;9:30;;2", "x10;r2;stcere;figeac;09h30;;"))
    #expect(outcome.faults.isEmpty)
    #expect(outcome.changes.map(brief) == ["changed b2 accompagnants: 0 > 2", "gone b1"])
    #expect(outcome.changes[0].otherId == "x9")
    #expect(outcome.repeated == [3])
  }

  @Test func bookingsWithoutIdsGetTheNextOnes() throws {
    let path = try day.sandbox.write(
      "libre.csv",
      """
      usager,de,vers,rdv
      r1,livernon,figeac,08:30
      r2,figeac,stcere,16:00
      """)
    let outcome = try day.outcome(path)
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    #expect(outcome.changes.map(brief) == ["same b1", "added b003", "gone b2"])
    #expect(outcome.scenario?.bookings.last?.legs.map(\.id) == ["b003-1"])
    try day.apply(outcome)
    #expect(try !day.outcome(path).hasChanges)
  }

  @Test func allFaultsAtOnceAndNothingApplied() throws {
    let before = try day.contents()
    let sheet = try day.sheet(
      "b5;r1;Figeak;livernon;25h;;", "b6;r9;livernon;livernon;9:00;;x", "b7;r2;figeac;stcere;;;",
      "b8;r2;figeac;stcere;9:00;10:00;", "b9;Mme Durand;figeac;stcere;9:00;;")
    let outcome = try day.outcome(sheet)
    #expect(!outcome.isSound && outcome.scenario == nil)
    #expect(
      outcome.faults.map(brief) == [
        "demandes.csv:2 unknown-place lieu_depart=Figeak",
        "demandes.csv:3 bad-number accompagnants=x",
        "demandes.csv:4 no-anchor",
        "demandes.csv:5 two-anchors arrivee_avant, fin_de_soin=09:00, 10:00",
        "demandes.csv:6 personal-data passager",
      ])
    #expect(outcome.faults[0].remedy.fr.contains("Hôpital de Figeac (figeac)"))
    var left = before
    left["demandes.csv"] = try day.contents()["demandes.csv"]
    #expect(try day.contents() == left)
  }

  @Test func goodRowsGoInWhenAsked() throws {
    let sheet = try day.sheet(
      "b5;r1;Figeak;livernon;9h;;", "b6;r9;livernon;figeac;9:00;;", "b7;r2;figeac;stcere;10:00;;",
      "b1;r1;livernon;figeac;8h40;;", "b1;r1;figeac;livernon;11;;")
    let outcome = try day.outcome(sheet) {
      $0.acceptGoodRows = true
      $0.removeGone = true
    }
    #expect(outcome.isSound && !outcome.removesGone)
    #expect(outcome.leftOut == [2, 3, 5, 6])
    #expect(outcome.faults.map(\.code) == ["unknown-place", "unknown-rider", "bad-time"])
    // Of a booking at fault nothing is taken, and it is not taken for gone.
    #expect(outcome.changes.map(brief) == ["added b7", "gone b2"])
    try day.apply(outcome)
    #expect(try day.sink.day().scenario.bookings.map(\.id) == ["b1", "b2", "b7"])
  }

  @Test func rowsOfOtherDaysAreLeftOut() throws {
    let path = try day.sandbox.write(
      "semaine.csv",
      """
      Jour;Passager;Départ;Arrivée;Heure de rendez-vous
      mardi 24 novembre 2026;r2;stcere;figeac;9h
      mercredi 25 novembre 2026;r2;stcere;figeac;10h
      46351;r1;livernon;figeac;0,5
      25/11/26;r1;figeac;livernon;25/11/2026 14:30
      2026-11-25;r2;figeac;stcere;26/11/2026 9:00
      demain;r2;figeac;stcere;9:00
      ;r2;figeac;stcere;9:00
      """)
    let outcome = try day.outcome(path)
    #expect(outcome.rows == 7 && outcome.otherDays == 1)
    #expect(
      outcome.faults.map(brief) == [
        "semaine.csv:6 other-day Heure de rendez-vous=26/11/2026 9:00",
        "semaine.csv:7 bad-date Jour=demain", "semaine.csv:8 missing-value Jour",
      ])
    let times = try day.outcome(path) { $0.acceptGoodRows = true }.scenario?.bookings.suffix(3)
      .map { $0.legs[0].anchor }
    #expect(
      times == [
        .arriveBy(ClockTime(hour: 10, minute: 0)), .arriveBy(ClockTime(hour: 12, minute: 0)),
        .arriveBy(ClockTime(hour: 14, minute: 30)),
      ])
  }

  @Test func theWayBackOnTheSameRow() throws {
    let path = try day.sandbox.write(
      "ar.csv",
      """
      passager;lieu_depart;lieu_arrivee;arrivee_avant;retour_fin_de_soin
      r2;domicile;figeac;09:00;10:30
      r1;livernon;stcere;09:00;
      """)
    let outcome = try day.outcome(path)
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    let added = outcome.scenario?.bookings.suffix(2) ?? []
    #expect(
      added.map { $0.legs.map { "\($0.from)>\($0.to)" } } == [
        ["stcere>figeac", "figeac>stcere"], ["livernon>stcere"],
      ])
    #expect(added.first?.legs[1].anchor == .release(ClockTime(hour: 10, minute: 30), spread: 0))
    try day.apply(outcome)
    #expect(try !day.outcome(path).hasChanges)
  }

  @Test func whatHoldsForABookingStandsOnItsFirstRow() throws {
    let path = try day.sandbox.write(
      "groupe.csv",
      """
      reservation;date;passager;lieu_depart;lieu_arrivee;arrivee_avant;fin_de_soin
      b8;25/11/2026;r2;stcere;figeac;8:00;
      b8;;;figeac;domicile;;9:00
      b9;25/11/2026;r2;stcere;figeac;17:00;
      ;25/11/2026;;figeac;stcere;18:00;
      b10;demain;r1;livernon;figeac;18:00;
      b10;;;figeac;livernon;19:00;
      """)
    let outcome = try day.outcome(path)
    // A row without an id is of no booking before it.
    #expect(
      outcome.faults.map(brief) == [
        "groupe.csv:5 missing-value passager", "groupe.csv:6 bad-date date=demain",
        "groupe.csv:7 missing-value date",
      ])
    let good = try day.outcome(path) { $0.acceptGoodRows = true }
    #expect(good.scenario?.bookings.suffix(2).map(\.legs.count) == [2, 1])
    #expect(good.scenario?.bookings[2].legs[1].to == "stcere")
  }

  @Test func theHomeOfAStrangerIsNoUnknownPlace() throws {
    let outcome = try day.outcome(try day.sheet("b8;r77;domicile;figeac;9:00;;"))
    #expect(outcome.faults.map(brief) == ["demandes.csv:2 unknown-rider passager=r77"])
  }

  @Test func aDayInAWorkbookIsNotWrittenOver() throws {
    var book = TestWorkbook()
    book.add("Demandes", texts: [["reservation"]])
    try day.sandbox.remove("bookings.csv")
    try day.sandbox.write("bookings.xlsx", bytes: book.bytes())
    #expect(throws: Faults.self) { try day.sink.day() }
  }
}
