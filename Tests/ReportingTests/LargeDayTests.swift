import Foundation
import Planning
import Reporting
import Testing

@Suite("A day of 25 runs") struct LargeDayTests {
  /// With `CAMIN_REPORT_DIR` set, the files are also written there, to be looked at.
  @Test(arguments: Language.allCases) func isWellFormedAndModest(language: Language) throws {
    let day = LotDay()
    let report = PlanReport(plan: day.plan, scenario: day.scenario, language: language)
    let page = report.page
    #expect(XmlReading(page)?.count(of: "article") == 25)
    #expect(page.utf8.count < 1_000_000)
    #expect(page == PlanReport(plan: day.plan, scenario: day.scenario, language: language).page)
    guard let folder = ProcessInfo.processInfo.environment["CAMIN_REPORT_DIR"] else { return }
    let url = URL(fileURLWithPath: folder).appendingPathComponent(language.rawValue)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for file in report.files + [ReportFile(name: "summary.txt", text: report.summary)] {
      try file.text.write(
        to: url.appendingPathComponent(file.name), atomically: true, encoding: .utf8)
    }
  }
}
