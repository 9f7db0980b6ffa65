import Foundation
import Testing

/// A trip given to somebody else on the page, by each of the ways there are, with the checker's verdict.
@Suite(.serialized, .enabled(if: Browser.isThere, "no chromium")) struct PageMoveTests {
  /// The trial is told, kept, shown; and taken back.
  private func keepAndUndo(_ page: OpenPage, _ leg: String, from old: String, to new: String) throws
  {
    let verdict = try page.verdict()
    #expect(verdict.contains("\(leg) avec \(new)"))
    #expect(verdict.contains("respecte toutes les règles"))
    #expect(try page.driver(of: leg) == old, "nothing has changed yet")
    try page.browser.press("Enter")
    try page.browser.wait("document.querySelector(\"\(OpenPage.row(new)) [data-leg='\(leg)']\")")
    #expect(try page.browser.count("dialog[open]") == 0)
    #expect(try page.browser.text("#decisions").contains("\(leg) avec \(new)"))
    #expect(try page.browser.text("#since").contains("\(new) au lieu de \(old)"))
    #expect(try page.browser.text("#undo").contains("\(leg) avec \(new)"))
    try page.browser.press("z", control: true)
    try page.browser.wait("document.querySelector(\"\(OpenPage.row(old)) [data-leg='\(leg)']\")")
    #expect(try page.browser.text("#decisions").contains("Aucune"))
    #expect(try page.browser.text("#said").contains("Annulé"))
    try page.browser.press("y", control: true)
    try page.browser.wait("document.querySelector(\"\(OpenPage.row(new)) [data-leg='\(leg)']\")")
    try page.check()
  }

  @Test func byMouse() throws {
    let page = try OpenPage()
    try page.plan()
    let old = try page.driver(of: "b2-1")
    let new = page.other(than: old)
    try page.browser.drag(OpenPage.bar("b2-1"), to: OpenPage.row(new))
    try keepAndUndo(page, "b2-1", from: old, to: new)
  }

  @Test func byFinger() throws {
    let page = try OpenPage(width: 390, height: 844, isPhone: true)
    try page.plan()
    let old = try page.driver(of: "b2-1")
    let new = page.other(than: old)
    try page.browser.fingerDrag(OpenPage.bar("b2-1"), to: OpenPage.row(new))
    try keepAndUndo(page, "b2-1", from: old, to: new)
  }

  /// A finger that moves at once scrolls, as everywhere; a tap chooses.
  @Test func aFingerThatDoesNotRestCarriesNothing() throws {
    let page = try OpenPage(width: 390, height: 844, isPhone: true)
    try page.plan()
    let old = try page.driver(of: "b2-1")
    try page.browser.fingerDrag(
      OpenPage.bar("b2-1"), to: OpenPage.row(page.other(than: old)), rest: 0)
    // A tap on what is still on the move stops it and does no more.
    try page.browser.rest(seconds: 1.5)
    try page.browser.tap(OpenPage.bar("b2-1"))
    try page.browser.wait(
      "document.querySelector('\(OpenPage.bar("b2-1").replacing("'", with: "\\'"))[aria-pressed=\"true\"]')"
    )
    #expect(try page.browser.count("dialog[open]") == 0 && page.browser.count(".ghost") == 0)
  }

  @Test func byKeyboard() throws {
    let page = try OpenPage()
    try page.plan()
    let old = try page.driver(of: "b2-1")
    let new = page.other(than: old)
    try page.browser.value("document.querySelector(\"\(OpenPage.bar("b2-1"))\").focus()")
    try page.browser.press("m")
    for _ in 0..<6 where try !page.browser.text("#said").contains("b2-1 à \(new)") {
      try page.browser.press("ArrowDown")
    }
    #expect(try page.browser.text("#said").contains("b2-1 à \(new)"))
    try page.browser.press("Enter")
    try keepAndUndo(page, "b2-1", from: old, to: new)
  }

  @Test func escapePutsItBack() throws {
    let page = try OpenPage()
    try page.plan()
    try page.browser.value("document.querySelector(\"\(OpenPage.bar("b2-1"))\").focus()")
    try page.browser.press("m")
    try page.browser.press("Escape")
    #expect(try page.browser.text("#said").contains("reste où il était"))
    #expect(try page.browser.count("dialog[open]") == 0 && page.browser.count(".over") == 0)
  }

  /// Who decides may break a rule; the page says which, and that it is so decided.
  @Test func aRuleThatWouldBeBrokenIsNamed() throws {
    let page = try OpenPage()
    try page.plan()
    let old = try page.driver(of: "b2-1")
    try page.browser.drag(OpenPage.bar("b2-1"), to: OpenPage.row("v3"))
    let verdict = try page.verdict()
    #expect(verdict.contains("une règle enfreinte") && verdict.contains("décidé par vous"))
    #expect(verdict.contains("walker"), "\(verdict)")
    try page.browser.press("Escape")
    #expect(try page.driver(of: "b2-1") == old)
    #expect(try page.browser.text("#decisions").contains("Aucune"))
  }

  /// The page says what keeps the one who was meant from it, and offers nothing to keep.
  @Test func aTripThatFindsNoPlaceIsRefusedWithItsReason() throws {
    let page = try OpenPage()
    try page.plan()
    try page.browser.drag(OpenPage.bar("b2-1"), to: OpenPage.row("v4"))
    let verdict = try page.verdict()
    #expect(verdict.contains("b2-1 ne trouve pas place avec v4"), "\(verdict)")
    #expect(verdict.contains("Disponible de 14:00 à 18:00"), "\(verdict)")
    #expect(try page.browser.holds("document.getElementById('trial-keep').disabled"))
    try page.browser.press("Escape")
    #expect(try page.driver(of: "b2-1") != "v4")
    #expect(try page.browser.text("#decisions").contains("Aucune"))
  }
}
