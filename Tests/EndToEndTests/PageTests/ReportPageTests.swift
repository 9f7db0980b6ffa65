import Foundation
import Testing

/// `plan.html` as a browser shows it, without a network: what its scripts do.
@Suite(.serialized, .enabled(if: Browser.isThere, "no chromium")) struct ReportPageTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The small day with few resources and somebody outside to turn to, and timetables where asked for.
  private func page(
    width: Int = 1300, height: Int = 900, isPhone: Bool = false, transit: Bool = false
  ) throws -> Browser {
    var day = try DayDocument()
    day.keepResources(2)
    day.setTerritory(
      "fallbacks",
      to: [
        [
          "id": "taxi", "name": "Bons taxi", "fixed": 6, "per_km": 1.2, "budget": 150,
          "insured": true, "needs_accepted": ["walker", "door_help"],
        ]
      ])
    if transit { day.setTerritory("transit", to: Shipped.territory + "/transit") }
    try day.write(scratch.path("day.json"))
    let run = try Camin.run([
      "plan", scratch.path("day.json"), "--iterations", "60", "--out", scratch.path("out"),
    ])
    try #require(run.status == 0, "\(run.everything)")
    let browser = try Browser(width: width, height: height, isPhone: isPhone)
    try browser.open("file://" + scratch.path("out/plan.html"))
    try browser.wait("document.documentElement.classList.contains('scripted')")
    return browser
  }

  private func choose(_ value: String, in id: String, _ browser: Browser) throws {
    try browser.value(
      """
      (() => { const one = document.getElementById('\(id)'); one.value = '\(value)';
        one.dispatchEvent(new Event('change', { bubbles: true })); })()
      """)
  }

  private func shown(_ selector: String, _ browser: Browser) throws -> Int {
    try browser.value(
      "[...document.querySelectorAll(\(browser.quoted(selector)))].filter(one => !one.closest('.filtered')).length"
    ) as? Int ?? -1
  }

  @Test func legsGivenAwayAreOnTheMapAndFiltered() throws {
    let browser = try page()
    let plan = try PlanFile(scratch.path("out/plan.json"))
    let outside = try #require(plan.root["outside"] as? [[String: Any]])
    try #require(!outside.isEmpty)
    #expect(try shown(".map-frame g.outside path.way", browser) == outside.count)
    let runs = try shown(".run-list details", browser)
    // By offer: only who is given away.
    for box in ["volunteer", "tad", "vsl", "taxi"] where try browser.count("#filter-" + box) == 1 {
      try browser.click("#filter-" + box)
    }
    #expect(try shown(".run-list details", browser) == 0)
    #expect(try shown(".map-frame g.outside", browser) == outside.count)
    try browser.click("#filter-reset")
    #expect(try shown(".run-list details", browser) == runs)
    // By whoever drives.
    try choose("outside scheme taxi", in: "filter-resource", browser)
    #expect(try shown(".run-list details", browser) == 0)
    #expect(try shown("#outside li", browser) == outside.count)
    try browser.click("#filter-reset")
    let own = try #require(
      try browser.value("document.querySelector('.run-list details').dataset.resource") as? String)
    try choose(own, in: "filter-resource", browser)
    #expect(try shown(".map-frame g.outside", browser) == 0)
    #expect(try shown(".map-frame g.run", browser) == shown(".row", browser))
    try browser.click("#filter-reset")
    // By rider: list, map, day and what lies outside agree.
    let rider = try #require(outside.first?["rider"] as? String)
    try choose(rider, in: "filter-rider", browser)
    let legs = outside.filter { $0["rider"] as? String == rider }.count
    #expect(try shown(".map-frame g.outside", browser) == legs)
    #expect(try shown("#outside li", browser) == legs)
    #expect(try browser.text("#filter-count").contains("sur \(runs)"))
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
    #expect(browser.requests.allSatisfy { $0.hasPrefix("file://") || $0 == "about:blank" })
  }

  /// A run chosen in one picture is chosen in all; a moment pointed at in the day is shown on the map.
  @Test func mapAndDayMoveTogether() throws {
    let browser = try page()
    try browser.click(".row .track")
    let run = try #require(
      try browser.value("document.querySelector('.row').dataset.run") as? String)
    for place in [".map-frame g.run", ".row", ".run-list details"] {
      #expect(try browser.count(place + ".chosen[data-run='\(run)']") == 1, "\(place)")
    }
    #expect(try browser.holds("document.querySelector('.run-list details.chosen').open"))
    let moment = try browser.text("#clock-time")
    #expect(moment.contains(":"), "the clock is where the day was pointed at")
    #expect(try browser.holds("!document.getElementById('cursor').hidden"))
    #expect(try browser.count(".vehicle.here") >= 1)
    try browser.value("document.getElementById('clock').focus()")
    try browser.press("ArrowRight")
    #expect(try browser.text("#clock-time") != moment)
    try browser.press("Escape")
    #expect(try browser.count(".vehicle.here") == 0 && browser.count(".chosen") == 0)
  }

  @Test func aPhoneShowsItAll() throws {
    let browser = try page(width: 390, height: 844, isPhone: true)
    #expect(try browser.holds("document.documentElement.scrollWidth <= 390"))
    try browser.tap(".run-list summary")
    try browser.wait("document.querySelector('.map-frame g.run.chosen')")
    try browser.picture("plan-phone")
  }

  @Test(.enabled(if: AxeRules.areThere, "no axe-core (CAMIN_AXE)"), arguments: [1300, 390])
  func axeFindsNothing(width: Int) throws {
    let browser = try page(width: width, transit: true)
    #expect(try AxeRules.faults(browser) == [])
    try browser.click(".run-list summary")
    try browser.click("#alternatives summary")
    #expect(try AxeRules.faults(browser) == [])
  }

  @Test func whatBusesAndTrainsWouldDoIsToldForEachLeg() throws {
    let browser = try page(transit: true)
    let text =
      try browser.value("document.getElementById('alternatives').textContent") as? String ?? ""
    #expect(text.contains("Trajets demandés : 40") || text.contains("Trajets demandés\u{A0}: 40"))
    #expect(text.contains("Aucun car ni train vers l’heure voulue"))
    #expect(try browser.count("#alternatives li") == 40)
    let rider = try #require(
      try browser.value("document.querySelector('#alternatives li').dataset.rider") as? String)
    try choose(rider, in: "filter-rider", browser)
    #expect(try shown("#alternatives li", browser) < 40 && shown("#alternatives li", browser) > 0)
    #expect(try browser.pdf().count > 10_000)
  }
}
