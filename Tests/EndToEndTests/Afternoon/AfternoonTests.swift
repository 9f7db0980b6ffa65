import Foundation
import Testing

/// A coordinator's afternoon and the day that follows, by the commands alone and as they are given.
@Suite struct AfternoonTests {
  private let desk: Afternoon

  init() throws { desk = try Afternoon() }

  @Test("Import, plan, lock, decline, replan, publish at 19:00, late ambulance, actuals, month")
  func theAfternoonAndTheDay() throws {
    try takesTheCallsIn()
    let first = try plansAndLooks()
    let locked = try decides(first)
    let mended = try isDeclined(locked)
    try publishes(mended)
    let amended = try hasALateAmbulance(mended)
    try notesWhatWasDone(amended)
    try everyStepIsOnRecord()
  }

  private func takesTheCallsIn() throws {
    try desk.at(
      "24 13:30", ["init", desk.store, "--territory", desk.scratch.path("territory.json")])
    let sheet = [
      "import", desk.store, desk.workbook, "--map", desk.scratch.path("columns.csv"), "--contacts",
      desk.contacts,
    ]
    // What Camin is not sure of it asks first, columns and then words, and takes nothing in meanwhile.
    for question in ["Heure retour;;retour.depart_apres;à confirmer", "soins;care;à confirmer"] {
      let asking = try desk.at("24 13:40", sheet, expecting: 65)
      #expect(asking.output.contains("à confirmer"), "\(asking.everything)")
      let open = try desk.scratch.text("columns.csv")
      #expect(open.contains(question), "\(open)")
      _ = try desk.write("columns.csv", open.replacing("à confirmer", with: "confirmé"))
    }
    let taken = try object(desk.at("24 13:50", sheet + ["--json"]).output)
    #expect((taken["counts"] as? [String: Int])?["added"] == 22, "\(taken)")
    let again = try desk.at("24 13:55", sheet)
    #expect(again.output.contains("Rien à changer"), "\(again.everything)")
    let stored = try desk.scratch.data("lot.camin")
    #expect(stored.range(of: Data("Vayssié".utf8)) == nil, "a name is in the store")
  }

  private func plansAndLooks() throws -> PlanFile {
    try desk.at(
      "24 14:00", "plan", "--iterations", "300", "--out", desk.scratch.path("plan"))
    let plan = try desk.checkedPlan("24 14:05")
    #expect(plan.drivers.count > 20, "\(plan.drivers.count) legs served")
    let served = try plan.anyServed()
    let why = try desk.at("24 14:10", ["explain", desk.here, desk.here, served.leg])
    #expect(why.output.contains(served.leg), "\(why.everything)")
    let unserved = try desk.at("24 14:12", ["explain", desk.here, desk.here, "--json"])
    let reasons = try object(unserved.output)["unserved"] as? [[String: Any]] ?? []
    #expect(reasons.count == plan.unserved.count)
    #expect(reasons.allSatisfy { ($0["reasons"] as? [Any])?.isEmpty == false }, "\(reasons)")
    #expect(try desk.state().state == "draft")
    let doctor = try desk.at("24 14:15", ["doctor"])
    #expect(doctor.output.contains("CAMIN_NOW"), "\(doctor.everything)")
    try desk.at("24 14:20", ["rehearse", desk.here, desk.here, "--days", "100"])
    return plan
  }

  /// A trip is given to another driver than the plan had, and is so in the next plan.
  private func decides(_ plan: PlanFile) throws -> PlanFile {
    let driver = try #require(try plan.busiest("volunteer")["resource"] as? String)
    let leg = try #require(plan.drivers.filter { $0.value == driver }.keys.min())
    try desk.at(
      "24 14:30", "lock", "--kind", "forbid", "--trip", leg, "--resource", driver)
    try desk.at("24 14:35", "plan", "--iterations", "300", "--out", desk.scratch.path("plan"))
    let next = try desk.checkedPlan("24 14:40")
    #expect(next.drivers[leg] != driver)
    #expect(try desk.state().version == 2)
    return next
  }

  /// The plan is proposed; a volunteer declines, and the plan is mended without him or her.
  private func isDeclined(_ plan: PlanFile) throws -> PlanFile {
    try desk.at("24 15:00", "state", "proposed")
    try desk.at(
      "24 15:05", "sheets", "--contacts", desk.contacts, "--out", desk.scratch.path("proposed"))
    let driver = try #require(try plan.busiest("volunteer")["resource"] as? String)
    let proposals = try desk.scratch.text("proposed/proposals.csv")
    #expect(proposals.contains(driver), "\(proposals)")
    let mending = try desk.at(
      "24 17:10",
      [
        "replan", desk.here, desk.here, "--declined", driver, "--iterations", "100", "--out",
        desk.scratch.path("mended"),
      ])
    #expect(mending.output.contains("\(driver) refuse sa tournée"), "\(mending.everything)")
    let mended = try desk.checkedPlan("24 17:15")
    #expect(!mended.drivers.values.contains(driver))
    // Whoever declined is among those to be called.
    let calls = try desk.scratch.text("mended/calls.csv")
    #expect(calls.contains(driver), "\(calls)")
    return mended
  }

  private func publishes(_ plan: PlanFile) throws {
    try desk.at("24 18:30", "state", "proposed")
    let told = try object(desk.at("24 19:00", "publish", "--json").output)
    #expect(told["published_at"] as? String == "2026-11-24T19:00" && told["late"] as? Bool == false)
    let isPrinted = PdfFile.isPrintable
    let sheets = try desk.at(
      "24 19:05",
      [
        "sheets", desk.store, "--date", Afternoon.day, "--contacts", desk.contacts, "--tds",
        "--out",
        desk.scratch.path("papers"), "--json",
      ] + (isPrinted ? ["--pdf"] : []))
    #expect(try object(sheets.output)["made_at"] as? String == "2026-11-24T19:05")
    try AfternoonPapers(scratch: desk.scratch, folder: "papers", plan: plan)
      .expectAll(isPrinted: isPrinted)
    let names = try desk.scratch.text("papers/calls.html")
    #expect(names.contains("Vayssié") && names.contains("06 39 98"), "names for who telephones")
  }

  /// The next morning an ambulance is half an hour late for somebody who waits to be taken home: those concerned are
  /// told, and the plan is an amendment.
  private func hasALateAmbulance(_ plan: PlanFile) throws -> PlanFile {
    let stops = try plan.busiest("vsl")["stops"] as? [[String: Any]] ?? []
    let back = try #require(
      stops.first {
        $0["kind"] as? String == "pickup" && ($0["leg"] as? String)?.hasSuffix("-2") == true
      })
    let leg = try #require(back["leg"] as? String)
    let rider = try #require(back["rider"] as? String)
    let late = try PlanFile.moved(back["start"], by: 1800).dropFirst(11).prefix(5)
    let events = try desk.write("events.csv", "evenement;trajet;heure\nretard;\(leg);\(late)\n")
    let run = try desk.at(
      "25 09:30",
      [
        "replan", desk.here, desk.here, "--now", "09:30", "--events", events, "--iterations", "100",
        "--out", desk.scratch.path("late"),
      ])
    #expect(run.output.contains("modifié") && run.output.contains(rider), "\(run.everything)")
    let amended = try desk.checkedPlan("25 09:31")
    #expect(try desk.state().state == "amended")
    let start =
      amended.runs.indices.flatMap { amended.stops($0) }.first {
        $0["leg"] as? String == leg && $0["kind"] as? String == "pickup"
      }?["start"] as? String
    #expect(try #require(start).dropFirst(11).prefix(5) >= late)
    try desk.at(
      "25 09:32", "sheets", "--contacts", desk.contacts, "--out", desk.scratch.path("papers"))
    let all = try desk.scratch.text("papers/all.html")
    #expect(all.contains("faite le 25/11/2026 à 09:32") && all.contains("Au lieu de "))
    let messages = try desk.scratch.names("papers/messages/riders")
    #expect(messages.contains(rider + ".txt"), "\(messages)")
    return amended
  }

  private func notesWhatWasDone(_ plan: PlanFile) throws {
    let blank = desk.scratch.path("noted.csv")
    try desk.at("25 17:00", ["actuals", desk.here, desk.here, blank, "--blank"])
    let driven = try plan.busiest("volunteer")
    let id = try #require(driven["id"] as? String)
    let rows = try plan.runs.map { run in
      let own = try #require(run["id"] as? String)
      return "25/11/2026;\(own);" + (own == id ? "64,5" : "")
    }
    let table = try desk.write(
      "noted.csv", "date;tournee;km_reels\n" + rows.joined(separator: "\n") + "\n")
    try desk.at("25 18:30", ["record", desk.store, table])
    try desk.at("25 18:40", "state", "done")
    let month = try desk.at("01 09:00 12", ["report", "month", desk.store, "--month", "2026-11"])
    #expect(month.output.contains("Km faits"), "\(month.everything)")
    let volunteers = try desk.at(
      "01 09:05 12", ["report", "volunteers", desk.store, "--month", "2026-11", "--json"])
    let accounts = try #require(try object(volunteers.output)["accounts"] as? [[String: Any]])
    let own = accounts.first { $0["volunteer"] as? String == driven["resource"] as? String }
    #expect(own?["measured_metres"] as? Int == 64_500, "\(volunteers.everything)")
    let tus = try desk.at("01 09:10 12", ["report", "tus", desk.store, "--year", "2026", "--json"])
    #expect(try object(tus.output)["drivers"] as? Int ?? 0 > 0)
  }

  private func everyStepIsOnRecord() throws {
    let steps = try desk.state().steps.map { ($0["to"] as? String, $0["at"] as? String) }
    let states = steps.compactMap(\.0)
    #expect(states.last == "done" && states.contains("published") && states.contains("amended"))
    let publication = try #require(steps.first { $0.0 == "published" }?.1)
    // The record is kept in Greenwich's time.
    #expect(publication.hasPrefix("2026-11-24T18:00"), "\(publication)")
    let changes = try object(
      desk.at("25 20:00", ["journal", desk.store, "--changes", "--json"]).output)
    let actions = Set(
      (changes["changes"] as? [[String: Any]] ?? []).compactMap { $0["action"] as? String })
    #expect(actions.isSuperset(of: ["import", "lock", "event"]), "\(actions)")
  }
}
