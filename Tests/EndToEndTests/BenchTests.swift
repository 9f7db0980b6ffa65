import Foundation
import Testing

/// `camin bench` on small sets, its answers recomputed without any code of Camin's.
@Suite struct BenchTests {
  private static let table = """
    instance,vehicles,best_known,proven_optimal,source
    a2-16,2,294.25,yes,"Cordeau, 2006"
    A3-18,3,300.48,yes,"Cordeau, 2006"

    """

  /// Two instances, a table, and a file that is neither.
  private func set(_ scratch: Scratch, table: String = table) throws -> String {
    let folder = scratch.folder.appending(path: "small")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    for name in ["a2-16.txt", "a3-18.txt"] {
      try FileManager.default.copyItem(
        atPath: Shipped.instance("darp_ab/" + name), toPath: folder.appending(path: name).path)
    }
    try Data("How to read these files\n".utf8).write(to: folder.appending(path: "how_to.txt"))
    try Data(table.utf8).write(to: folder.appending(path: "best_known.csv"))
    return folder.path
  }

  @Test func measuresAgainstTheBestKnown() throws {
    let scratch = try Scratch()
    let run = try Camin.run(
      "bench", try set(scratch), "--iterations", "2000", "--seeds", "2", "--threads", "2", "--lang",
      "en", "--out", scratch.path("out.json"))
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("a2-16") && run.output.contains("Mean gap to best known"))
    let document = try object(scratch.text("out.json"))
    #expect(document["schema"] as? String == "camin-bench-1")
    #expect(document["is_complete"] as? Bool == true)
    let sets = try #require(document["sets"] as? [[String: Any]])
    let items = try #require(sets.first?["instances"] as? [[String: Any]])
    #expect(items.map { $0["instance"] as? String } == ["a2-16", "a3-18"])
    for item in items { try judge(item) }
    let totals = try #require(sets.first?["totals"] as? [String: Any])
    #expect(totals["solved"] as? Int == 2 && totals["not_valid"] as? Int == 0)
    #expect(totals["bounds_above_best_known"] as? Int == 0)
    #expect(try #require(totals["mean_gap"] as? Double) >= 0, "both optima are proven")
  }

  private func judge(_ item: [String: Any]) throws {
    let name = try #require(item["instance"] as? String)
    let instance = try CordeauInstance(Shipped.instance("darp_ab/\(name).txt"))
    let runs = try #require(item["runs"] as? [[String: Any]])
    #expect(runs.map { $0["seed"] as? Int } == [1, 2])
    for run in runs {
      #expect(run["status"] as? String == "valid")
      let routes = try #require(run["routes"] as? [[Int]])
      #expect(instance.faults(in: routes).isEmpty)
      let cost = try #require(run["cost"] as? Double)
      #expect(abs(instance.cost(of: routes) - cost) < 1e-6)
      #expect(try #require(run["time_to_best"] as? Double) >= 0)
    }
    let median = try #require(item["median"] as? [String: Any])
    let costs = runs.compactMap { $0["cost"] as? Double }
    #expect(median["cost"] as? Double == costs.max(), "the worse of two")
  }

  @Test func statesVehiclesApartWhereTheyComeFirst() throws {
    let scratch = try Scratch()
    let run = try Camin.run(
      "bench", "li_lim_100", "--instances", Shipped.instance(""), "--only", "lc101",
      "--iterations", "1000", "--quiet", "--out", scratch.path("out.json"))
    #expect(run.status == 0 && run.output.isEmpty, "\(run.everything)")
    let sets = try #require(
      object(scratch.text("out.json"))["sets"] as? [[String: Any]])
    let item = try #require((sets.first?["instances"] as? [[String: Any]])?.first)
    let median = try #require(item["median"] as? [String: Any])
    #expect(median["vehicles"] as? Int == 10 && median["more_vehicles"] as? Int == 0)
    #expect(abs(try #require(median["cost"] as? Double) - 828.94) < 0.005)
  }

  @Test func tellsAllFaultsAtOnce() throws {
    let scratch = try Scratch()
    let rows = "instance,best_known\na2-16,near\nbroken,1\n"
    let folder = try set(scratch, table: rows)
    let broken = URL(filePath: folder).appending(path: "broken.txt")
    try Data("1 2 480 three 90\n".utf8).write(to: broken)
    let run = try Camin.run(
      "bench", folder, "no-such-set", "--iterations", "1", "--out", scratch.path("out.json"))
    #expect(run.status == 65 && run.output.isEmpty, "\(run.everything)")
    #expect(run.errors.contains("near") && run.errors.contains("no-such-set"), "\(run.errors)")
    #expect(run.errors.contains("a3-18"), "\(run.errors)")
    #expect(try scratch.names() == ["small"], "nothing is written")
    try Data("instance,best_known\nbroken,1\n".utf8).write(
      to: URL(filePath: folder).appending(path: "best_known.csv"))
    let again = try Camin.run("bench", folder, "--iterations", "1", "--allow-unknown")
    #expect(again.status == 65 && again.errors.contains("broken.txt"), "\(again.everything)")
  }

  @Test func tellsWhatIsMissing() throws {
    let run = try Camin.run(
      "bench", "nowhere", "--instances", Shipped.instance(""), "--lang", "en")
    #expect(run.status == 66 && run.errors.contains("darp_pr"), "\(run.everything)")
    let scratch = try Scratch()
    let folder = try set(scratch)
    #expect(try Camin.run("bench", folder, "--only", "zz").status == 65)
    #expect(try Camin.run("bench", folder, "--seeds", "0", "--threads", "0").status == 64)
    let refused = try Camin.run(
      "bench", folder, "--iterations", "1", "--out", scratch.path("none/out.json"))
    #expect(refused.status == 73, "\(refused.everything)")
  }
}
