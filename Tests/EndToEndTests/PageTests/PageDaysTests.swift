import Foundation
import Testing

/// Picking a day on the page.
@Suite(.serialized, .enabled(if: Browser.isThere, "no chromium")) struct PageDaysTests {
  @Test func withoutAStoreThePageSaysSo() throws {
    let page = try OpenPage()
    #expect(try page.browser.holds("document.getElementById('days').hidden"))
    #expect(try page.browser.text("#no-days").contains("n’a pas de fichier de territoire"))
    #expect(try page.browser.holds("document.getElementById('example').offsetParent"))
    try page.check()
  }
}
