import CaminTestSupport
import Foundation
import Testing

/// `camin roads`, and plans on road times.
@Suite struct RoadsTests {
  private static let tables = Shipped.territory + "/roads"

  private func build(_ scratch: Scratch) throws -> String {
    let graph = scratch.path("lot.roads")
    let run = try Camin.run("roads", "build", Self.tables, "--out", graph, "--attribution", "ODbL")
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("Kilomètres") && run.output.contains("ODbL"))
    return graph
  }

  @Test func plansOnRoadTimes() throws {
    let scratch = try Scratch()
    let graph = try build(scratch)
    let plan = try Camin.run(
      "plan", Shipped.small, "--out", scratch.path("out"), "--iterations", "60", "--roads", graph)
    #expect(plan.status == 0, "\(plan.everything)")
    let document = scratch.path("out/plan.json")
    let travel = try travel(document)
    #expect(travel["kind"] as? String == "roads" && travel["source"] as? String == "lot.roads")
    #expect(travel["attribution"] as? String == "ODbL")
    #expect(try !scratch.text("out/plan.json").contains("\"approximate\""))
    let check = try Camin.run("check", Shipped.small, document, "--roads", graph)
    #expect(check.status == 0, "\(check.everything)")
    // The graph is of the very roads that the day names.
    let named = try Camin.run("check", Shipped.small, document)
    #expect(named.status == 0, "\(named.everything)")
  }

  /// Other times than the plan's are named, rather than rules that nobody has broken.
  @Test(arguments: ["check", "explain", "replay"])
  func refusesOtherTimesThanThePlans(command: String) throws {
    let scratch = try Scratch()
    let document = scratch.path("out/plan.json")
    for (made, read, words) in [
      (nil, "none", ["--roads", "territories/lot/roads", "vol d’oiseau"]),
      ("none", nil, ["--roads none", "territories/lot/roads", "vol d’oiseau"]),
    ] {
      let plan = try Camin.run(
        ["plan", Shipped.small, "--out", scratch.path("out"), "--iterations", "30"]
          + option(made))
      #expect(plan.status == 0, "\(plan.everything)")
      let inputs =
        command == "replay" ? [document, Shipped.small] : [Shipped.small, document]
      let trip = command == "explain" ? ["b001"] : []
      let same = try Camin.run([command] + inputs + trip + option(made))
      #expect(same.status == 0, "\(same.everything)")
      let other = try Camin.run([command] + inputs + trip + option(read))
      #expect(other.status == 64, "\(other.everything)")
      for word in words { #expect(other.errors.contains(word), "\(word): \(other.errors)") }
    }
  }

  private func option(_ roads: String?) -> [String] { roads.map { ["--roads", $0] } ?? [] }

  private func travel(_ plan: String) throws -> [String: Any] {
    let provenance = try PlanFile(plan).root["provenance"] as? [String: Any]
    return try #require(provenance?["travel"] as? [String: Any])
  }

  /// The day's own roads are drawn on page and map, with the names of those whose data they are.
  @Test func drawsTheRoadsOfTheDay() throws {
    let scratch = try Scratch()
    let plan = try Camin.run(
      "plan", Shipped.small, "--out", scratch.path("out"), "--iterations", "60")
    #expect(plan.status == 0, "\(plan.everything)")
    #expect(plan.output.contains("Temps de trajet") && plan.output.contains("OpenStreetMap"))
    let map = try object(scratch.text("out/plan.geojson"))
    #expect((map["attribution"] as? String)?.contains("OpenStreetMap") == true)
    let features = try #require(map["features"] as? [[String: Any]])
    let drives = features.filter {
      ($0["properties"] as? [String: Any])?["kind"] as? String == "drive"
    }
    #expect(drives.count > 20)
    let points = drives.map { drive -> Int in
      let properties = drive["properties"] as? [String: Any]
      #expect(properties?["approximate"] as? Bool == false)
      return ((drive["geometry"] as? [String: Any])?["coordinates"] as? [Any])?.count ?? 0
    }
    #expect(points.allSatisfy { $0 >= 2 } && points.reduce(0, +) > 8 * drives.count)
    let page = try scratch.text("out/plan.html")
    #expect(page.contains("Routes\u{A0}: © OpenStreetMap") && !page.contains("pointillées"))
  }

  /// A matrix of the graph, as text or as bytes, makes the plan that the graph makes.
  @Test(arguments: ["times.csv", "times.bin"])
  func plansOnAMatrix(name: String) throws {
    let scratch = try Scratch()
    let graph = try build(scratch)
    let matrix = scratch.path(name)
    let made = try Camin.run("roads", "matrix", graph, Shipped.small, "--out", matrix)
    #expect(made.status == 0 && made.output.contains("Lieux"), "\(made.everything)")
    var hashes: Set<String> = []
    for (folder, roads) in [("a", graph), ("b", matrix)] {
      let plan = try Camin.run(
        "plan", Shipped.small, "--out", scratch.path(folder), "--iterations", "30", "--roads", roads
      )
      #expect(plan.status == 0, "\(plan.everything)")
      let document = scratch.path(folder + "/plan.json")
      let provenance = try PlanFile(document).root["provenance"] as? [String: Any]
      hashes.insert(try #require(provenance?["plan_hash"] as? String))
      let check = try Camin.run("check", Shipped.small, document, "--roads", matrix)
      #expect(check.status == 0, "equal times, whatever they come from: \(check.everything)")
    }
    #expect(hashes.count == 1)
    // A matrix knows times, but no roads to draw.
    #expect(try scratch.text("b/plan.html").contains("pointillées"))
  }

  /// A server that tells times but no roads costs the drawing, not the plan.
  @Test func keepsAPlanWhoseRoadsCannotBeDrawn() throws {
    let scratch = try Scratch()
    let stub = try HttpStub { request, _ in
      guard request.target.contains("/table/") else { return .answer(500, "{}") }
      let (from, to) = MadeUpRoads.osrm(request.target)
      return .answer(200, MadeUpRoads.table(from, to))
    }
    let plan = try Camin.run(
      "plan", Shipped.small, "--out", scratch.path("out"), "--iterations", "20", "--roads",
      "osrm:http://127.0.0.1:\(stub.port)", "--no-roads-cache")
    #expect(plan.status == 0 && plan.errors.contains("À regarder"), "\(plan.everything)")
    #expect(try scratch.text("out/plan.html").contains("pointillées"))
    #expect(try !scratch.text("out/plan.json").contains("\"approximate\""))
  }

  /// The shipped roads against the shipped part of the reference matrix, and estimates against the roads.
  @Test func comparesSourcesOfTimes() throws {
    let reference = Shipped.territory + "/reference"
    let run = try Camin.run(
      "roads", "compare", Self.tables, reference + "/times.csv", reference + "/places.csv",
      "--terminal-time", "90", "--json")
    #expect(run.status == 0, "\(run.everything)")
    let result = try object(run.output)
    let all = try #require((result["bands"] as? [[String: Any]])?.first)
    let time = try #require(all["time"] as? [String: Any])
    #expect(time["pairs"] as? Int == 56 * 55)
    #expect(try #require(time["median"] as? Double) < 0.01)
    #expect(try #require(time["p95"] as? Double) < 0.08)
    #expect(try #require(time["within5_percent"] as? Double) > 0.9)
    #expect((result["worst"] as? [Any])?.count == 10)
    let estimates = try Camin.run("roads", "compare", "none", Self.tables, Shipped.small)
    #expect(estimates.status == 0, "\(estimates.everything)")
    for words in ["médiane", "moins de 10 km", "Temps les plus éloignés", "Figeac"] {
      #expect(estimates.output.contains(words), "\(estimates.output)")
    }
    let lacking = try Camin.run(
      "roads", "compare", "none", reference + "/times.csv", Shipped.small)
    #expect(lacking.status == 65, "\(lacking.everything)")
    let missing = try Camin.run("roads", "compare", "none", "/no/such/roads", Shipped.small)
    #expect(missing.status == 66, "\(missing.everything)")
    let odd = try Camin.run(
      "roads", "compare", "none", "none", Shipped.small, "--terminal-time", "-5")
    #expect(odd.status == 64, "\(odd.everything)")
  }

  @Test func saysWhatIsWrong() throws {
    let scratch = try Scratch()
    let graph = try build(scratch)
    let half = scratch.path("half.roads")
    let bytes = try scratch.data("lot.roads")
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: half))
    let cut = try Camin.run("plan", Shipped.small, "--out", scratch.path("out"), "--roads", half)
    #expect(cut.status == 65 && cut.errors.contains("tronqué"), "\(cut.everything)")
    let nowhere = try Camin.run("roads", "build", Self.tables, "--out", "/no/such/folder/graph")
    #expect(nowhere.status == 73, "\(nowhere.everything)")
    let none = try Camin.run("plan", Shipped.small, "--roads", scratch.path("none"))
    #expect(none.status == 66, "\(none.everything)")
    let far = scratch.path("places.csv")
    try Data("id,lat,lon\nCahors,44.4475,1.4406\nBrest,48.39,-4.49\n".utf8)
      .write(to: URL(filePath: far))
    let lost = try Camin.run("roads", "matrix", graph, far, "--out", scratch.path("m.csv"))
    #expect(lost.status == 0 && lost.errors.contains("Cahors → Brest"), "\(lost.everything)")
    let used = try Camin.run(
      "plan", Shipped.small, "--out", scratch.path("out"), "--roads", scratch.path("m.csv"))
    #expect(
      used.status == 65 && used.errors.contains("ne connaît pas ce lieu"), "\(used.everything)")
    #expect(try !scratch.names().contains("out"))
  }
}
