import Foundation
import Testing

/// A coordinator's work on the page: open, plan, decide, plan anew, see what has changed, save, print.
@Suite(.serialized, .enabled(if: Browser.isThere, "no chromium")) struct PageWorkTests {
  @Test func theExampleIsTheShippedDayAndIsPlanned() throws {
    let page = try OpenPage(["--time-limit", "3"])
    try page.browser.value("document.getElementById('limit').value = '5'")
    try page.browser.click("#example")
    try page.browser.wait("!document.getElementById('planning').hidden")
    #expect(try page.browser.text("#day-summary").contains("22 demandes"))
    try page.browser.click("#plan")
    try page.waitForPlan()
    #expect(try page.browser.count(".run") > 3 && page.browser.count("#map path") > 5)
    #expect(try page.browser.count("#plot path") >= 1)
    // One trip singled out is singled out in both pictures.
    try page.browser.click(".leg")
    #expect(try page.browser.count(".leg.chosen") == 1)
    #expect(try page.browser.count("#map path[stroke-width='6']") == 1)
    // What a filter leaves out is gone from the rows and faint on the map.
    let rows = try page.browser.count(".run")
    try page.browser.value(
      """
      (() => { const choice = document.getElementById('filter-run');
        choice.selectedIndex = 1; choice.dispatchEvent(new Event('change')); })()
      """)
    #expect(try page.browser.count(".run:not(.dim)") == 1 && page.browser.count(".run") == rows)
    try page.check()
    var shipped = try DayDocument().root
    var example = try page.server.json("GET", "/page-day.json")
    for key in ["name", "roads"] {
      shipped["territory"] = (shipped["territory"] as? [String: Any])?.filter { $0.key != key }
      example["territory"] = (example["territory"] as? [String: Any])?.filter { $0.key != key }
    }
    #expect(NSDictionary(dictionary: shipped).isEqual(to: example))
  }

  @Test func faultsAreToldWhereTheyAre() throws {
    let page = try OpenPage()
    var day = try PageDay.document()
    day["riders"] = [["id": "r1", "home": "nowhere"], ["id": "r2", "home": "p3"]]
    let file = page.server.scratch.path("bad.json")
    try JSONSerialization.data(withJSONObject: day).write(to: URL(filePath: file))
    try page.browser.choose(file: file, in: "#file")
    try page.browser.wait("document.querySelector('#faults li')")
    #expect(try page.browser.text("#faults").contains("nowhere"))
    #expect(try page.browser.holds("document.getElementById('planning').hidden"))
    try Data("Nom;Prénom\n".utf8).write(to: URL(filePath: file))
    try page.browser.choose(file: file, in: "#file")
    try page.browser.wait(
      "document.getElementById('faults').innerText.includes('n’est pas une journée')")
    try Data("{\"runs\": []}".utf8).write(to: URL(filePath: file))
    try page.browser.choose(file: file, in: "#file")
    try page.browser.wait(
      "document.getElementById('faults').innerText.includes('plan sans sa journée')")
  }

  /// A decision is noted, planned with, told as a change, and taken back.
  @Test func decisionsAreKeptWhenPlanningAnew() throws {
    let page = try OpenPage()
    try page.plan()
    let old = try page.driver(of: "b2-1")
    try page.browser.click(OpenPage.bar("b2-1"))
    try page.browser.click("#forbid")
    #expect(try page.browser.text("#decisions").contains("b2-1 jamais avec \(old)"))
    #expect(try page.browser.text("#said").contains("Noté"))
    try page.browser.click("#replan")
    let new = page.other(than: old)
    try page.browser.wait("document.querySelector(\"\(OpenPage.row(new)) [data-leg='b2-1']\")")
    #expect(try page.browser.text("#changes").contains(new), "who is to be told")
    #expect(try page.browser.text("#since").contains("\(new) au lieu de \(old)"))
    // Held: the bar shows it, and says so to who hears.
    try page.browser.click(OpenPage.bar("b2-1"))
    try page.browser.click("#hold")
    #expect(try page.browser.count(OpenPage.bar("b2-1") + ".held") == 1)
    let tree = try page.browser.accessibilityTree()
    #expect(tree.contains { $0.role == "button" && $0.name.contains("conducteur fixé par vous") })
    try page.browser.click("#decisions button")
    #expect(try page.browser.count("#decisions button") == 1)
    for _ in 0..<4 { try page.browser.click("#undo") }
    try page.browser.wait("document.querySelector(\"\(OpenPage.row(old)) [data-leg='b2-1']\")")
    #expect(try page.browser.holds("document.getElementById('undo').disabled"))
    #expect(try page.browser.text("#decisions").contains("Aucune"))
    try page.browser.click("#ask-why")
    try page.browser.wait("document.getElementById('why').innerText.length > 20")
    try page.check()
  }

  @Test func whatIsSavedIsTakenUpAgain() throws {
    let page = try OpenPage()
    try page.plan()
    let driver = try page.driver(of: "b1-1")
    let folder = try page.browser.downloads()
    try page.browser.click("#save")
    let file = folder + "/jour-2026-11-25.json"
    try page.wait { FileManager.default.fileExists(atPath: file) }
    let saved = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file))) as? [String: Any])
    #expect(Set(saved.keys) == ["scenario", "plan"])
    let again = try OpenPage()
    try again.browser.choose(file: file, in: "#file")
    try again.browser.wait("document.querySelector('#map path')")
    #expect(try again.driver(of: "b1-1") == driver)
    // No job has made this plan here: its page comes as a file.
    let pages = try again.browser.downloads()
    try again.browser.click("#print")
    try again.wait { FileManager.default.fileExists(atPath: pages + "/plan-2026-11-25.html") }
    let html = try String(contentsOfFile: pages + "/plan-2026-11-25.html", encoding: .utf8)
    #expect(html.contains("b1-1") || html.contains("r1"))
    try again.check()
  }

  /// The page to print opens by its address, and prints.
  @Test func thePlanPrints() throws {
    let page = try OpenPage()
    try page.plan()
    let address = try #require(
      try page.browser.value("document.getElementById('print').href") as? String)
    let sheets = try #require(
      try page.browser.value("document.getElementById('sheets').href") as? String)
    #expect(address.hasSuffix("/page") && sheets.hasSuffix("/sheets"))
    try page.browser.open(address)
    #expect(try page.browser.text("h1").contains("25\u{A0}novembre 2026"))
    #expect(try page.browser.pdf().prefix(5) == Data("%PDF-".utf8))
    try page.browser.open(sheets)
    #expect(try page.browser.text("body").contains("r2"))
    #expect(try page.browser.pdf().prefix(5) == Data("%PDF-".utf8))
    #expect(page.browser.complaints.isEmpty, "\(page.browser.complaints)")
  }
}

extension OpenPage {
  func wait(_ holds: () -> Bool) throws {
    for _ in 0..<200 where !holds() { Thread.sleep(forTimeInterval: 0.05) }
    try #require(holds())
  }
}
