import Foundation
import Testing

/// `camin sheets`: the papers of a plan.
@Suite struct SheetsTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "20", "--out", scratch.path("plan"), "--quiet")
    #expect(run.status == 0, "\(run.everything)")
  }

  private func sheets(
    _ more: [String], plan: String = "plan/plan.json", environment: [String: String] = [:]
  ) throws -> Camin.Run {
    try Camin.run(
      [
        "sheets", Shipped.small, scratch.path(plan), "--out", scratch.path("papers"),
        "--made-at", "2026-11-24T18:40",
      ] + more, environment: environment)
  }

  /// Names that nobody in the Lot bears, one for each person of the plan.
  private func writeContacts() throws -> [(id: String, name: String)] {
    let plan = try PlanFile(scratch.path("plan/plan.json"))
    var ids = Set(plan.runs.compactMap { $0["resource"] as? String })
    for run in plan.runs.indices {
      ids.formUnion(plan.stops(run).compactMap { $0["rider"] as? String }.filter { !$0.isEmpty })
    }
    let people = ids.sorted().enumerated().map { (id: $1, name: "Zyxtest\($0)wvu") }
    let rows = people.enumerated().map { number, person in
      "\(person.id);Prénom\(number);\(person.name);06 00 00 \(10 + number / 90) \(10 + number % 90)"
    }
    let text = "\u{FEFF}id;prénom;nom;téléphone\r\n" + rows.joined(separator: "\r\n") + "\r\n"
    try Data(text.utf8).write(to: scratch.folder.appending(path: "contacts.csv"))
    return people
  }

  private func text(_ name: String) throws -> String { try scratch.text("papers/" + name) }

  @Test("R55, R56: names stand on the papers of those who need them, and nowhere else")
  func papersWithNames() throws {
    let people = try writeContacts()
    let before = try scratch.data("plan/plan.json")
    let run = try sheets(["--contacts", scratch.path("contacts.csv"), "--tds"])
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("feuilles de route") && run.output.contains("tds/"))
    #expect(!people.contains { run.everything.contains($0.name) })
    #expect(try scratch.data("plan/plan.json") == before)
    let plan = try PlanFile(scratch.path("plan/plan.json"))
    let name = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.name) })
    for sheet in try scratch.names("papers/sheets") {
      let resource = sheet.replacing(".html", with: "")
      let html = try text("sheets/" + sheet)
      var needed: Set = [resource]
      for run in plan.runs.indices where plan.runs[run]["resource"] as? String == resource {
        needed.formUnion(plan.stops(run).compactMap { $0["rider"] as? String })
      }
      for person in people {
        #expect(
          html.contains(person.name) == needed.contains(person.id),
          "\(person.id) on \(sheet)")
      }
      #expect(!html.contains("//") && !html.contains("<script"))
    }
    #expect(name.values.allSatisfy { $0.hasPrefix("Zyxtest") })
    for file in ["plan.html", "plan.geojson", "runs.csv", "unserved.csv", "transparency.html"] {
      #expect(try !text(file).contains("Zyxtest"), "\(file)")
    }
    for folder in ["calendar", "tds"] {
      for file in try scratch.names("papers/" + folder) {
        #expect(try !text(folder + "/" + file).contains("Zyxtest"), "\(file)")
      }
    }
    #expect(try text("calls.html").contains("Zyxtest"))
  }

  @Test func theSamePapersComeOfTheSamePlan() throws {
    #expect(try sheets([]).status == 0)
    let names = try scratch.names("papers")
    let first = try text("all.html") + text("messages.csv")
    #expect(try sheets([]).status == 0)
    #expect(try scratch.names("papers") == names)
    #expect(try text("all.html") + text("messages.csv") == first)
    #expect(first.contains("Version 1, faite le 24/11/2026 à 18:40"))
    let json = try object(sheets(["--json", "--lang", "en"]).output)
    #expect(json["issue"] as? Int == 1 && json["made_at"] as? String == "2026-11-24T18:40")
    #expect((json["files"] as? [String])?.contains("calls.html") == true)
    #expect(try text("calls.html").contains("Call list of riders"))
  }

  @Test("R57: sheets of an amended plan are a second issue with the changes marked")
  func amended() throws {
    var plan = try PlanFile(scratch.path("plan/plan.json"))
    let served = try plan.anyServed()
    var stops = plan.stops(served.run)
    for key in ["start", "departure"] {
      stops[0][key] = try PlanFile.moved(stops[0][key], by: 120)
    }
    plan.set(stops: stops, ofRun: served.run)
    try plan.write(scratch.path("new.json"))
    let run = try sheets(["--previous", scratch.path("plan/plan.json")], plan: "new.json")
    #expect(run.status == 0, "\(run.everything)")
    let resource = try #require(plan.runs[served.run]["resource"] as? String)
    let sheet = try text("sheets/\(resource).html")
    #expect(sheet.contains("Version 2, faite le") && sheet.contains(" changed\""))
    #expect(sheet.contains("Au lieu de "))
    let others = try scratch.names("papers/sheets").filter { $0 != "\(resource).html" }
    for other in others { #expect(try !text("sheets/" + other).contains(" changed\"")) }
    #expect(try text("calendar/\(resource).ics").contains("SEQUENCE:1\r\n"))
  }

  @Test func allThatIsWrongIsToldAtOnce() throws {
    try Data("id;nom;téléphone\nr001;Secretname;rien\nr001;A;1234\nr001;B;1234\n".utf8)
      .write(to: scratch.folder.appending(path: "bad.csv"))
    let run = try sheets(
      ["--contacts", scratch.path("bad.csv"), "--previous", scratch.path("none.json"), "--json"])
    #expect(run.status != 0)
    for code in ["bad-phone", "duplicate-id", "missing-plan"] {
      #expect(run.errors.contains(code), "\(code): \(run.everything)")
    }
    #expect(!run.everything.contains("Secretname"))
    #expect(try !scratch.names().contains("papers"))
    let planless = try Camin.run("sheets", Shipped.small, "--out", scratch.path("papers"))
    #expect(planless.status == 64 && planless.errors.contains("plan.json"))
    let usage = try sheets(["--issue", "0"])
    #expect(usage.status == 64 && usage.errors.contains("--issue"), "\(usage.everything)")
    let other = try Camin.run(
      "sheets", Shipped.small, scratch.path("plan/plan.json"), "--out", scratch.path("plan"))
    #expect(other.status == 73, "papers must not take the place of the plan")
    #expect(try scratch.names("plan").contains("plan.json"))
  }

  @Test("R57: papers of a store's last plan bear the number of its version")
  func papersOfAStore() throws {
    let store = try StoreAtHand()
    try store.plan()
    let first = try store.run("sheets", "--json", "--out", store.scratch.path("papers"))
    #expect(first.status == 0, "\(first.everything)")
    #expect(try object(first.output)["issue"] as? Int == 1)
    #expect(try store.run("state", "proposed").status == 0)
    #expect(try store.run("publish").status == 0)
    try store.plan(seed: 3, "--quiet")
    let second = try store.run(
      "sheets", "--json", "--out", store.scratch.path("papers"), "--tds")
    #expect(second.status == 0, "\(second.everything)")
    #expect(try object(second.output)["issue"] as? Int == 2)
    let html = try store.scratch.text("papers/all.html")
    #expect(html.contains("Version 2, faite le"))
    #expect(try store.scratch.names("papers/tds").count == 3)
  }

  @Test("The papers that a plan writes with it are those of camin sheets")
  func papersWithThePlan() throws {
    let people = try writeContacts()
    let contacts = ["--contacts", scratch.path("contacts.csv")]
    let clock = ["CAMIN_NOW": "2026-11-24T18:40:00+01:00"]
    let plan = ["plan", Shipped.small, "--iterations", "20", "--out", scratch.path("plan")]
    let run = try Camin.run(
      plan + ["--papers", scratch.path("besides"), "--json"] + contacts, environment: clock)
    #expect(run.status == 0, "\(run.everything)")
    let told = try #require(try object(run.output)["papers"] as? [String: Any])
    #expect(told["issue"] as? Int == 1 && told["made_at"] as? String == "2026-11-24T18:40")
    #expect(try sheets(contacts).status == 0)
    #expect(try scratch.names("besides") == scratch.names("papers"))
    for name in ["all.html", "messages.csv", "calls.csv", "proposals.html"] {
      #expect(try scratch.data("besides/" + name) == scratch.data("papers/" + name), "\(name)")
    }
    #expect(people.contains { person in (try? text("calls.html"))?.contains(person.name) == true })
    // What cannot be is told before anybody waits for a plan.
    let before = try scratch.data("plan/plan.json")
    let alone = try Camin.run(plan + contacts)
    #expect(alone.status == 64 && alone.errors.contains("--papers"), "\(alone.everything)")
    let wrong = try Camin.run(
      plan + ["--papers", scratch.path("x"), "--contacts", scratch.path("none.csv")])
    #expect(wrong.status == 66, "\(wrong.everything)")
    let printless = try Camin.run(
      plan + ["--papers", scratch.path("x"), "--pdf"], environment: ["PATH": scratch.path("no")])
    #expect(printless.status == 69, "\(printless.everything)")
    #expect(try scratch.data("plan/plan.json") == before)
  }

  @Test func saysWhoIsMissingInTheContacts() throws {
    try Data("id;nom\nr001;Un\n".utf8).write(to: scratch.folder.appending(path: "few.csv"))
    let run = try sheets(["--contacts", scratch.path("few.csv")])
    #expect(run.status == 0 && run.errors.contains("missing-contact"), "\(run.everything)")
  }

  @Test func withoutAProgramForPdfItSaysWhatToInstall() throws {
    let run = try sheets(["--pdf"], environment: ["PATH": scratch.path("nowhere")])
    #expect(run.status == 69, "\(run.everything)")
    #expect(run.errors.contains("apt install chromium") && run.errors.contains("weasyprint"))
    #expect(try !scratch.names().contains("papers"))
  }

  /// A program of the name that does as WeasyPrint does, or not.
  private func install(_ script: String) throws -> [String: String] {
    let folder = scratch.path("programs")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let program = folder + "/weasyprint"
    try Data(("#!/bin/sh\n" + script + "\n").utf8).write(to: URL(filePath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    return ["PATH": folder + ":/usr/bin:/bin", "TMPDIR": scratch.path("tmp")]
  }

  @Test func everyPageBecomesAPdfByTheProgramThatIsThere() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("tmp"), withIntermediateDirectories: false)
    // Only the folder given is searched, so that a Chromium of this machine is none.
    var environment = try install("printf '%%PDF-1.7 ' > \"$3\"; /bin/cat \"$2\" >> \"$3\"")
    environment["PATH"] = scratch.path("programs")
    let run = try sheets(["--pdf", "--json"], environment: environment)
    #expect(run.status == 0, "\(run.everything)")
    #expect(try object(run.output)["pdf_program"] as? String == "weasyprint")
    let sheets = try scratch.names("papers/sheets").map { $0.replacing(".html", with: ".pdf") }
    #expect(try scratch.names("papers/pdf/sheets") == sheets)
    #expect(try scratch.names("papers/pdf").contains("all.pdf"))
    #expect(try text("pdf/calls.pdf").hasPrefix("%PDF-1.7 <!DOCTYPE html>"))
    #expect(try scratch.names("tmp").isEmpty, "nothing is left behind")
    environment = try install("exit 3")
    environment["PATH"] = scratch.path("programs")
    let failing = try self.sheets(["--pdf"], environment: environment)
    #expect(failing.status == 69 && failing.errors.contains("not-printed"))
    #expect(try scratch.names("tmp").isEmpty, "nothing is left behind")
  }
}
