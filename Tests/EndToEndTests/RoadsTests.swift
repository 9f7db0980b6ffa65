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
    #expect(try !scratch.text("out/plan.json").contains("\"approximate\""))
    let check = try Camin.run("check", Shipped.small, document, "--roads", graph)
    #expect(check.status == 0, "\(check.everything)")
    let without = try Camin.run("check", Shipped.small, document)
    #expect(without.status == 64 && without.errors.contains("--roads"), "\(without.everything)")
  }

  /// A matrix of the graph, as text or as bytes, makes the plan that the graph makes.
  @Test(arguments: ["times.csv", "times.bin"])
  func plansOnAMatrix(name: String) throws {
    let scratch = try Scratch()
    let graph = try build(scratch)
    let matrix = scratch.path(name)
    let made = try Camin.run("roads", "matrix", graph, Shipped.small, "--out", matrix)
    #expect(made.status == 0 && made.output.contains("Lieux"), "\(made.everything)")
    var hashes: Set<Data> = []
    for (folder, roads) in [("a", graph), ("b", matrix)] {
      let plan = try Camin.run(
        "plan", Shipped.small, "--out", scratch.path(folder), "--iterations", "30", "--roads", roads
      )
      #expect(plan.status == 0, "\(plan.everything)")
      hashes.insert(try scratch.data(folder + "/plan.json"))
    }
    #expect(hashes.count == 1)
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
