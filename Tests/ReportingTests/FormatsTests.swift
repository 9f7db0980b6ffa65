import Planning
import Reporting
import Testing

@Suite("Figures and dates in words") struct FormatsTests {
  let french = Formats(.french)
  let english = Formats(.english)

  struct NumberCase: Sendable {
    let value: Double
    let decimals: Int
    let french: String
    let english: String
  }

  @Test(arguments: [
    NumberCase(value: 0, decimals: 0, french: "0", english: "0"),
    NumberCase(value: 0.05, decimals: 1, french: "0,1", english: "0.1"),
    NumberCase(value: -0.25, decimals: 1, french: "-0,3", english: "-0.3"),
    NumberCase(value: 999.95, decimals: 1, french: "1\u{A0}000,0", english: "1,000.0"),
    NumberCase(
      value: 1_234_567.891, decimals: 2, french: "1\u{A0}234\u{A0}567,89",
      english: "1,234,567.89"),
    NumberCase(value: .nan, decimals: 1, french: "–", english: "–"),
    NumberCase(value: .infinity, decimals: 0, french: "–", english: "–"),
    NumberCase(value: 1e300, decimals: 0, french: "–", english: "–"),
  ]) func writesNumbers(_ example: NumberCase) {
    #expect(french.number(example.value, decimals: example.decimals) == example.french)
    #expect(english.number(example.value, decimals: example.decimals) == example.english)
  }

  @Test func writesAmounts() {
    #expect(french.euros(845.2) == "845,20\u{A0}€")
    #expect(english.euros(845.2) == "€845.20")
    #expect(french.kilometres(metres: 12_345) == "12,3\u{A0}km")
    #expect(french.percent(1, of: 3) == "33\u{A0}%")
    #expect(english.percent(1, of: 3) == "33%")
    #expect(french.percent(1, of: 0) == "–")
  }

  @Test func writesDurations() {
    #expect(french.duration(seconds: 29) == "0\u{A0}min")
    #expect(french.duration(seconds: 2700) == "45\u{A0}min")
    #expect(french.duration(seconds: 3570) == "1\u{A0}h")
    #expect(french.duration(seconds: 3900) == "1\u{A0}h\u{A0}05")
  }

  @Test func countsInTheLanguagesOwnWay() {
    let one = Bilingual(fr: "tournée", en: "run")
    let many = Bilingual(fr: "tournées", en: "runs")
    #expect(french.count(0, one, many) == "0\u{A0}tournée")
    #expect(english.count(0, one, many) == "0\u{A0}runs")
    #expect(french.count(2, one, many) == "2\u{A0}tournées")
  }

  @Test func writesDates() {
    let date = PlanDate(year: 2026, month: 11, day: 25)
    #expect(french.longDate(date) == "mercredi 25\u{A0}novembre 2026")
    #expect(english.longDate(date) == "Wednesday 25\u{A0}November 2026")
    #expect(french.longDate(PlanDate(year: 2026, month: 8, day: 1)) == "samedi 1er\u{A0}août 2026")
    #expect(french.shortDate(date) == "25/11/2026")
    #expect(english.shortDate(date) == "2026-11-25")
  }
}
