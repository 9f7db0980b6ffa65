import Foundation

/// Commands on a territory's store, in the order of an afternoon.
extension CommandFiles {
  func storeCases() throws -> [CommandCase] {
    let day = ["--date", Self.day]
    let table = try write("done.csv", "date;tournee;km_reels\n")
    let none = path("none.camin")
    return [
      CommandCase("init", [path("new.camin")], refuses: [store], 73),
      CommandCase("import", [store, path("day.json")], refuses: [store], 64),
      CommandCase(
        "export", [store, "--out", path("export.json")] + day,
        refuses: [none, "--out", path("x.json")] + day, 66),
      CommandCase(
        "lock", [store, "--trip", leg, "--resource", driver, "--kind", "forbid"] + day,
        refuses: [store, "--trip", "nowhere-1", "--resource", driver] + day, 65),
      CommandCase("state", [store, "proposed"] + day, refuses: [store, "nowhere"] + day, 64),
      CommandCase(
        "publish", [store, "--anyway"] + day, refuses: [store, "--date", "2026-11-30"], 66),
      CommandCase("record", [store, table], refuses: [store, path("none.csv")], 66),
      CommandCase(
        "report month", [store, "--month", "2026-11"], refuses: [store, "--month", "2026-10"], 65),
      CommandCase(
        "report volunteers", [store, "--month", "2026-11"],
        refuses: [store, "--month", "novembre"], 64),
      CommandCase("report tus", [store, "--year", "2026"], refuses: [none, "--year", "2026"], 66),
      CommandCase(
        "backup", [store, path("copy.camin")], refuses: [none, path("copy2.camin")], 66),
      CommandCase("purge", [store, "--rider", "r001"], refuses: [store], 64),
    ]
  }
}
