import Foundation
import Testing

/// R19: `camin report statistics`.
@Suite struct StatisticsTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "20", "--out", scratch.path("out"), "--quiet")
    #expect(run.status == 0, "\(run.everything)")
  }

  private func report(_ table: String, _ more: String...) throws -> Camin.Run {
    try Data(table.utf8).write(to: URL(filePath: scratch.path("codes.csv")))
    return try Camin.run(
      [
        "report", "statistics", Shipped.small, scratch.path("out/plan.json"),
        scratch.path("codes.csv"),
      ] + more)
  }

  private var codes: String {
    "reservation;objet;tranche_age;financement\n"
      + (1...22).map { n in
        let number = n < 10 ? "b00\(n)" : "b0\(n)"
        return "\(number);\(n <= 12 ? "soin" : "courses");\(n <= 2 ? "75+" : "60-74");region"
      }.joined(separator: "\n")
  }

  @Test func fewRidersAreNeverTold() throws {
    let run = try report(codes)
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("soin") && run.output.contains("courses"))
    #expect(!run.output.contains("75+") && run.output.contains("autres"))
    let table = try report(codes, "--csv", "--lang", "en")
    #expect(table.output.contains("funding;region;"))
    let json = try object(report(codes, "--json").output)
    let tables = try #require(json["tables"] as? [[String: Any]])
    let rows = tables.flatMap { $0["rows"] as? [[String: Any]] ?? [] }
    #expect(rows.count >= 4 && rows.allSatisfy { ($0["riders"] as? Int ?? 0) >= 5 })
  }

  @Test func allThatIsWrongWithTheTableIsToldAtOnce() throws {
    let run = try report(
      "reservation;objet\nb001;soin\nb001;courses\nb 2;soin\nb003;mot; trop\n", "--json")
    #expect(run.status == 65, "\(run.everything)")
    for code in ["duplicate-id", "bad-id", "too-many-cells"] {
      #expect(run.errors.contains(code), "\(run.errors)")
    }
    #expect(try report(codes, "--csv", "--json").status == 64)
    let none = try Camin.run(
      "report", "statistics", Shipped.small, scratch.path("out/plan.json"), scratch.path("no.csv"))
    #expect(none.status == 66, "\(none.everything)")
  }
}
