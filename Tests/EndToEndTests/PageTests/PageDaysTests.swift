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

  /// The list tells how far each day has come; a day opens with its plan; what is made of it is kept there again.
  @Test func aDayOfTheStoreIsOpenedAndItsPlanKept() throws {
    let store = try StoreAtHand()
    try store.plan()
    let feeds = Shipped.territory + "/transit"
    let page = try OpenPage(["--days", store.path, "--feeds", feeds])
    let browser = page.browser
    let list = try browser.text("#day-list")
    #expect(
      list.contains("mercredi 25 novembre 2026") && list.contains("brouillon, fait "), "\(list)")
    try browser.click("#day-list button")
    try browser.wait("document.querySelector('#map path')")
    #expect(try browser.text("#day-summary").contains("brouillon"))
    #expect(try browser.count(".run") >= 1)
    // No plan has been opened with the page before: nothing to take back yet.
    #expect(try browser.holds("document.getElementById('undo').disabled"))
    // Buses and trains are told for every trip of the day.
    try browser.wait("!document.getElementById('transit').hidden")
    #expect(try browser.text("#transit-summary").contains("Trajets demandés : 40"))
    try browser.click(".leg")
    #expect(try browser.count("#trip-body .transit") == 1)
    try browser.value("document.getElementById('limit').value = '5'")
    try browser.click("#plan")
    try browser.wait("!document.getElementById('undo').disabled")
    try browser.click("#keep-plan")
    try browser.wait("document.getElementById('said').innerText.includes('Plan gardé')")
    #expect(try store.state().version == 2)
    try page.check()
  }

  @Test func aDateWithoutADayIsToldSo() throws {
    let store = try StoreAtHand()
    let page = try OpenPage(["--days", store.path])
    try page.browser.value("document.getElementById('date').value = '1999-01-01'")
    try page.browser.click("#other-day button")
    try page.browser.wait("document.querySelector('#faults p')")
    #expect(try page.browser.count(".leg") == 0)
  }
}
