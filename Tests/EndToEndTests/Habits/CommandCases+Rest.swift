import Foundation

/// Commands on instances, roads, rules, timetables and keys.
extension CommandFiles {
  func otherCases() throws -> [CommandCase] {
    let instance = Shipped.instance("darp_ab/a2-16.txt")
    let bench = path("set")
    try FileManager.default.createDirectory(atPath: bench, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: instance, toPath: bench + "/a2-16.txt")
    let reference = Shipped.territory + "/reference"
    let profile = Shipped.root.appending(path: "Sources/Planning/Rules/Profiles/tus-2019.json").path
    return [
      CommandCase(
        "solve", [instance, "--iterations", "20"], refuses: [path("none.txt")], 66),
      CommandCase(
        "prove", [instance, path("c.json")],
        refuses: [Shipped.instance("darp_ab/a2-20.txt"), path("c.json")], 65),
      CommandCase(
        "bench", [bench, "--iterations", "20", "--allow-unknown"],
        refuses: [bench, "--seeds", "0"], 64),
      CommandCase(
        "scenario generate",
        [
          "--territory", Shipped.territory, "--size", "small", "--seed", "3", "--date",
          "2026-11-25", "--out", path("made.json"),
        ],
        refuses: [
          "--territory", path("none"), "--size", "small", "--seed", "3", "--date", "2026-11-25",
          "--out", path("x.json"),
        ], 66),
      CommandCase(
        "scenario expand", [path("day.json"), "--out", path("expanded.json")],
        refuses: [path("day.json"), "--date", "soon", "--out", path("x.json")], 64),
      CommandCase(
        "scenario problem", [Shipped.small, "--out", path("problem.json")],
        refuses: [path("none"), "--out", path("x.json")], 66),
      CommandCase(
        "scenario transit", ["--territory", Shipped.territory, "--out", path("transit")],
        refuses: ["--territory", path("none"), "--out", path("x")], 66),
      CommandCase(
        "roads build", [Shipped.territory + "/roads", "--out", path("graph")],
        refuses: [path("none"), "--out", path("x")], 66),
      CommandCase(
        "roads matrix",
        [Shipped.territory + "/roads", Shipped.small, "--out", path("matrix.csv")],
        refuses: [path("none"), Shipped.small, "--out", path("x")], 66),
      CommandCase(
        "roads compare", ["none", reference + "/times.csv", reference + "/places.csv"],
        refuses: ["none", "none", Shipped.small, "--terminal-time", "-5"], 64),
      CommandCase("schema", ["plan"], refuses: ["rules"], 64),
      CommandCase("rules list", [], refuses: ["extra"], 64),
      CommandCase("rules show", ["taxi-2025"], refuses: ["nobody-2025"], 66),
      CommandCase("rules check", [profile], refuses: [path("none.json")], 66),
      CommandCase(
        "rules diff", ["taxi-2025", "tus-2019"], refuses: ["taxi-2025", "nobody-2025"], 66),
      CommandCase("doctor", [], refuses: ["extra"], 64),
      CommandCase("manual", [path("share")], refuses: [instance], 73),
      CommandCase(
        "key create", ["--store", path("server.db"), "--name", "front"],
        refuses: ["--store", path("server.db"), "--name", "x", "--scopes", "all"], 64),
      CommandCase(
        "key list", ["--store", path("server.db")], refuses: ["--store", path("none.db")], 66),
      CommandCase(
        "data add", [path("feeds"), Self.feeds + "/lot-synthetic", "--id", "bus"],
        refuses: [path("feeds"), path("none"), "--id", "train"], 66),
      CommandCase("data list", [path("feeds")], refuses: [path("feeds"), "extra"], 64),
      CommandCase(
        "data check", [Self.feeds + "/lot-synthetic"], refuses: [path("none")], 66),
      CommandCase(
        "data update", [path("feeds"), "bus", Self.feeds + "/lot-synthetic"],
        refuses: [path("feeds"), "nobody", Self.feeds + "/lot-synthetic"], 65),
      CommandCase(
        "data publish",
        [
          Shipped.small, "--zones", Shipped.territory + "/tad_zones.geojson", "--from",
          "2026-09-01", "--until", "2027-08-31", "--url", "https://example.org", "--out",
          path("tad"),
        ],
        refuses: [
          Shipped.small, "--from", "soon", "--until", "2027-08-31", "--url", "https://example.org",
          "--out", path("x"),
        ], 64),
    ]
  }
}
