import Foundation
import Testing

/// R30 by the built command: a line in a spreadsheet.
@Suite struct VirtualLineTests {
  /// The small day in a folder, with a line of the first TAD between two of its places.
  private func day(_ scratch: Scratch) throws -> Folder {
    let folder = try scratch.scenario()
    try folder.write(
      "lines.csv",
      Data(
        """
        ligne;vehicule;jours;arrets
        L1;tad01;lundi-vendredi;market-46015 08:00 | base-tad-46173 10:30

        """.utf8))
    return folder
  }

  @Test("R30: a line stands in a table of its own; what is wrong with it is told at once")
  func table() throws {
    let scratch = try Scratch()
    let folder = try day(scratch)
    let fit = try Camin.run("validate", folder.path)
    #expect(fit.status == 0, "\(fit.everything)")
    try folder.change("lines.csv", "10:30", to: "07:30")
    try folder.change("lines.csv", "tad01", to: "tad99")
    let wrong = try Camin.run("validate", folder.path)
    #expect(wrong.status == 65, "\(wrong.everything)")
    let told = wrong.output + wrong.errors
    #expect(told.contains("lines.csv, ligne 2") && told.contains("tad99"))
    #expect(told.contains("08:00 07:30") && told.contains("line-out-of-order"))
  }

  @Test("R30: where it is booked, a line runs at its times, and page and check know it")
  func booked() throws {
    let scratch = try Scratch()
    var day = try EditedDay()
    let stops = [("market-46015", "08:00"), ("shop-46102", "08:18"), ("market-46015", "08:37")]
    day.set(
      "lines",
      [
        [
          "id": "L1", "vehicle": "tad01", "days": ["monday", "wednesday"],
          "stops": stops.map { ["place": $0.0, "time": $0.1] },
        ]
      ])
    var bookings = try day.list("bookings")
    for (number, (from, to)) in zip(stops, stops.dropFirst()).enumerated() {
      let leg: [String: Any] = [
        "id": "b90\(number)-1", "from": from.0, "to": to.0, "line": "L1",
        "anchor": ["fixed": from.1],
      ]
      bookings.append(["id": "b90\(number)", "rider": "r002", "legs": [leg]])
    }
    day.set("bookings", bookings)
    let path = try day.write(in: scratch)
    let run = try Camin.run(
      "plan", path, "--iterations", "40", "--quiet", "--out", scratch.path("out"))
    #expect(run.status == 0, "\(run.everything)")
    let plan = try PlanFile(scratch.path("out/plan.json"))
    let visits = plan.runs.flatMap { $0["stops"] as? [[String: Any]] ?? [] }
      .filter { ($0["leg"] as? String)?.hasPrefix("b90") == true }
    let starts = visits.compactMap { ($0["start"] as? String)?.dropFirst(11).prefix(5) }
    #expect(starts == ["08:00", "08:18", "08:18", "08:37"])
    let check = try Camin.run("check", path, scratch.path("out/plan.json"), "--quiet")
    #expect(check.status == 0, "\(check.everything)")
    #expect(try scratch.text("out/plan.html").contains("Ligne L1, à l’heure de la ligne"))
  }
}
