import Foundation

/// Commands on a day and its plan, in files.
extension CommandFiles {
  func dayCases() throws -> [CommandCase] {
    let small = Shipped.small
    let table = try write("noted.csv", "tournee;km_reels\n")
    let codes = try write("codes.csv", "reservation;financement\nb001;cd46\n")
    let places = try PlanFile(plan).stops(0).compactMap { $0["place"] as? String }
    let trip = [
      "--from", places[0], "--to", places.first { $0 != places[0] } ?? "", "--depart", "9:00",
    ]
    return [
      CommandCase(
        "plan", [small, "--iterations", "5", "--out", path("p1")],
        refuses: [path("none"), "--out", path("p2")], 66),
      CommandCase(
        "sheets", [small, plan, "--out", path("papers")],
        refuses: [small, plan, "--issue", "0", "--out", path("x")], 64),
      CommandCase("check", [small, plan], refuses: [small, path("none.json")], 66),
      CommandCase("explain", [small, plan, leg], refuses: [small, plan, "nobody"], 65),
      CommandCase("validate", [small], refuses: [small, "--date", "soon"], 64),
      CommandCase("replay", [plan, small], refuses: [plan, small, "--cancelled", leg], 64),
      CommandCase(
        "replan",
        [small, plan, "--unavailable", driver, "--iterations", "5", "--out", path("mended")],
        refuses: [small, plan, "--unavailable", "nobody", "--out", path("x")], 65),
      CommandCase(
        "diff", [plan, plan, "--day", small], refuses: [plan, path("none"), "--day", small], 66),
      CommandCase(
        "quote", [small, plan] + trip, refuses: [small, plan] + trip + ["--arrive", "9:00"], 64),
      CommandCase(
        "whatif", [small, "--iterations", "5", "--variant", "sans : -tad01"], refuses: [small], 64),
      CommandCase(
        "compare", [small, "--iterations", "5", "--out", path("compared")],
        refuses: [small, plan], 64),
      CommandCase(
        "rehearse", [small, plan, "--days", "20"], refuses: [small, plan, "--days", "0"], 64),
      CommandCase("actuals", [small, plan, table], refuses: [small, plan, path("none.csv")], 66),
      CommandCase("journal", [store], refuses: [path("none.journal")], 66),
      CommandCase("report tariff", [small, plan], refuses: [small, path("none.json")], 66),
      CommandCase(
        "report statistics", [small, plan, codes], refuses: [small, plan, path("none.csv")], 66),
      CommandCase(
        "report impact", [plan, "--scenario", small],
        refuses: [plan, "--scenario", small, "--factors", "nobody"], 66),
      CommandCase(
        "alternatives", [small, "--feeds", Self.feeds], refuses: [small, "--feeds", path("none")],
        66),
      CommandCase(
        "offers",
        [
          small, "--feeds", Self.feeds, "--from", "44.7,1.95", "--to", "44.7,2.09", "--at", "9:00",
        ], refuses: [small, "--feeds", Self.feeds, "--from", "x", "--to", "y", "--at", "99:00"], 64),
      CommandCase(
        "journey",
        [
          Self.feeds, "--from", "Gare de Gourdon", "--to", "Gare de Cahors", "--date", "2026-11-25",
          "--depart", "8:00",
        ],
        refuses: [
          Self.feeds, "--from", "Gare de Gourdon", "--to", "Gare de Cahors", "--date", "soon",
          "--depart", "8:00",
        ], 64),
    ]
  }

  static let feeds = Shipped.territory + "/transit"
}
