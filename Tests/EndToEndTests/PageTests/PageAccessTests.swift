import Foundation
import Testing

/// The page for who does not see it, or uses keys alone, or reads it large.
@Suite(.serialized, .enabled(if: Browser.isThere, "no chromium")) struct PageAccessTests {
  private func look(
    _ page: OpenPage, _ state: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let faults = try AxeRules.faults(page.browser)
    #expect(
      faults.isEmpty, "\(state): \(faults.joined(separator: "\n"))", sourceLocation: location)
  }

  @Test(.enabled(if: AxeRules.areThere, "no axe-core (CAMIN_AXE)"), arguments: ["light", "dark"])
  func axeFindsNothingInAnyState(scheme: String) throws {
    let page = try OpenPage()
    try page.browser.emulate(["prefers-color-scheme": scheme])
    try look(page, "empty")
    try Data("{\"territory\": {}}".utf8).write(
      to: URL(filePath: page.server.scratch.path("bad.json")))
    try page.browser.choose(file: page.server.scratch.path("bad.json"), in: "#file")
    try page.browser.wait("document.querySelector('#faults li')")
    try look(page, "faults")
    try page.plan()
    try look(page, "planned")
    try page.browser.click(OpenPage.bar("b2-1"))
    try look(page, "a trip chosen")
    try page.browser.click("#hold")
    try page.browser.value(
      "(() => { const one = document.getElementById('filter-rider'); one.selectedIndex = 1; one.dispatchEvent(new Event('change')); })()"
    )
    try look(page, "filtered")
    try page.browser.value(
      "(() => { const one = document.getElementById('filter-rider'); one.selectedIndex = 0; one.dispatchEvent(new Event('change')); })()"
    )
    try page.browser.drag(OpenPage.bar("b1-1"), to: OpenPage.row("v3"))
    _ = try page.verdict()
    try look(page, "trial")
    try page.browser.press("Escape")
    try page.browser.value("document.getElementById('language').value = 'en'")
    try page.browser.value("document.getElementById('language').dispatchEvent(new Event('change'))")
    try page.browser.wait("document.documentElement.lang === 'en'")
    try look(page, "English")
  }

  /// All that is there has a name of its own, in the order of headings, and what comes about is said.
  @Test func aScreenReaderIsToldEverything() throws {
    let page = try OpenPage()
    try page.plan()
    try page.browser.click(OpenPage.bar("b2-1"))
    let tree = try page.browser.accessibilityTree()
    for role in ["button", "combobox", "link", "textbox", "region", "image", "group", "spinbutton"]
    {
      for node in tree where node.role == role {
        #expect(
          !node.name.isEmpty || role == "group" || role == "spinbutton", "\(role) without a name")
      }
    }
    let names = Set(tree.map(\.name))
    #expect(
      names.isSuperset(of: ["Carte", "Préparer les tournées", "Recalculer avec mes décisions"]))
    #expect(tree.contains { $0.role == "button" && $0.name.contains("b2-1, r2, ") })
    let levels =
      try page.browser.value(
        """
        [...document.querySelectorAll('main h2, main h3')].filter(one => one.offsetParent).map(one => one.tagName)
        """) as? [String]
    #expect(levels?.first == "H2" && levels?.contains("H3") == true)
    let live =
      try page.browser.value(
        """
        ['day-summary', 'faults', 'progress', 'said', 'trip-body', 'trial-body'].filter(id => {
          const one = document.getElementById(id);
          return one.getAttribute('aria-live') !== 'polite' && one.getAttribute('role') !== 'status'; })
        """) as? [String]
    #expect(live?.isEmpty == true, "\(live ?? [])")
    // The verdict comes into a region that is read out, which stands in a dialog that has the focus.
    try page.browser.drag(OpenPage.bar("b2-1"), to: OpenPage.row("v3"))
    _ = try page.verdict()
    #expect(
      try page.browser.holds(
        "document.getElementById('trial-body').getAttribute('role') === 'status'"))
    #expect(
      try page.browser.holds("document.getElementById('trial').contains(document.activeElement)"))
    let dialog = try page.browser.accessibilityTree()
    #expect(dialog.contains { $0.role == "dialog" && $0.name.contains("Essai") })
    #expect(
      !dialog.contains { $0.name == "Préparer les tournées" }, "what lies behind is out of reach")
  }

  /// Open, plan, move, hold, plan anew, print: without a mouse.
  @Test func keysAloneDoTheWholeWork() throws {
    let page = try OpenPage()
    let browser = page.browser
    try browser.press("Tab")
    #expect(try browser.holds("document.activeElement.matches('.skip')"))
    try browser.press("Enter")
    try browser.tab(to: "#file")
    let file = page.server.scratch.path("day.json")
    try PageDay.write(file)
    // The system's window for choosing a file is not the page's.
    try browser.choose(file: file, in: "#file")
    try browser.wait("!document.getElementById('planning').hidden")
    try browser.tab(to: "#plan")
    #expect(
      try browser.holds("parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2"))
    try browser.press("Enter")
    try page.waitForPlan()
    try browser.wait("document.activeElement.id === 'figures-title'")
    try browser.tab(to: ".leg")
    for key in ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "ArrowRight"] {
      try browser.press(key)
      #expect(try browser.holds("document.activeElement.matches('.leg')"), "\(key)")
    }
    for _ in 0..<6 where try !browser.holds("document.activeElement.dataset.leg === 'b2-1'") {
      try browser.press("ArrowRight")
      if try browser.holds("document.activeElement.dataset.leg !== 'b2-1'") {
        try browser.press("ArrowDown")
      }
    }
    let leg = try #require(try browser.value("document.activeElement.dataset.leg") as? String)
    let old = try page.driver(of: leg)
    let new = page.other(than: old)
    try browser.press("Enter")
    #expect(try browser.text("#trip-body").contains(leg))
    try browser.press("m")
    for _ in 0..<6 where try !browser.text("#said").contains("à \(new)") {
      try browser.press("ArrowDown")
    }
    try browser.press("Enter")
    _ = try page.verdict()
    #expect(try browser.holds("document.activeElement.id === 'trial-keep'"))
    try browser.press("Enter")
    try browser.wait("document.querySelector(\"\(OpenPage.row(new)) [data-leg='\(leg)']\")")
    #expect(
      try browser.holds("document.activeElement.dataset.leg === '\(leg)'"),
      "the focus goes with the trip")
    try browser.tab(to: "#hold")
    try browser.press(" ")
    #expect(try browser.text("#decisions").contains("\(leg) avec \(new)"))
    try browser.value("document.getElementById('figures-title').focus()")
    try browser.tab(to: "#replan")
    try browser.press("Enter")
    try browser.wait("document.activeElement.id === 'figures-title'")
    #expect(try page.driver(of: leg) == new)
    try browser.tab(to: "#print")
    #expect(try browser.holds("document.activeElement.href.endsWith('/page')"))
    try page.check()
  }

  /// A window half as wide is what 200 % makes of it; nothing is cut off sideways, down to 320 pixels (WCAG 1.4.10).
  @Test(arguments: [650, 390, 320]) func nothingIsCutOffWhenReadLarge(width: Int) throws {
    let page = try OpenPage(width: width, height: 700)
    try page.plan()
    try page.browser.click(OpenPage.bar("b2-1"))
    #expect(try page.browser.holds("document.documentElement.scrollWidth <= \(width)"))
    let wide =
      try page.browser.value(
        """
        [...document.querySelectorAll('main button, main select, main input, main p, main h2')]
          .filter(one => one.offsetParent && !one.closest('#timeline-frame, .frame, #map') && !one.matches('.hidden-input'))
          .filter(one => { const box = one.getBoundingClientRect(); return box.left < 0 || box.right > \(width) + 1; })
          .map(one => one.outerHTML.slice(0, 120))
        """) as? [String]
    #expect(wide?.isEmpty == true, "\(wide ?? [])")
  }

  /// Larger letters alone, as some browsers are set.
  @Test func lettersMayBeTwiceAsLarge() throws {
    let page = try OpenPage()
    try page.plan()
    try page.browser.value("document.documentElement.style.fontSize = '32px'")
    #expect(try page.browser.holds("document.documentElement.scrollWidth <= 1300"))
  }

  /// Axe leaves open what it cannot see the ground of; all of it is written in these colours (WCAG 1.4.3).
  @Test(arguments: ["light", "dark"]) func colorsStandOut(scheme: String) throws {
    let page = try OpenPage()
    try page.browser.emulate(["prefers-color-scheme": scheme])
    let faint =
      try page.browser.value(
        """
        (() => {
          const color = name => name.startsWith('#') ? name : getComputedStyle(document.documentElement).getPropertyValue(name).trim();
          const light = hex => [1, 3, 5].map(at => parseInt((hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex).slice(at, at + 2), 16) / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
          const pairs = [['--ink', '--paper'], ['--ink', '--soft'], ['--ink', '--pale'], ['--ink', '--over'], ['--bad', '--paper'],
            ['--good', '--paper'], ['--accent', '--paper'], ['--accent', '--soft'], ['#ffffff', '--tad'], ['#ffffff', '--volunteer'],
            ['#ffffff', '--vsl'], ['#ffffff', '--taxi']];
          const lines = [['--control', '--paper'], ['--chosen', '--paper'], ['--bound', '--soft']];
          const contrast = ([a, b]) => { const [x, y] = [light(color(a)), light(color(b))].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
          return [...pairs.filter(pair => !(contrast(pair) >= 4.5)), ...lines.filter(pair => !(contrast(pair) >= 3))]
            .map(pair => `${pair}: ${contrast(pair)}`);
        })()
        """) as? [String]
    #expect(faint?.isEmpty == true, "\(faint ?? [])")
  }

  @Test func nothingMovesForWhoWantsItStill() throws {
    let page = try OpenPage()
    try page.browser.emulate(["prefers-reduced-motion": "reduce"])
    try page.plan()
    let moving =
      try page.browser.value(
        """
        [...document.querySelectorAll('*')].filter(one => {
          const style = getComputedStyle(one);
          return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0; })
          .map(one => one.className?.baseVal ?? one.className)
        """) as? [String]
    #expect(moving?.isEmpty == true, "\(moving ?? [])")
  }
}
