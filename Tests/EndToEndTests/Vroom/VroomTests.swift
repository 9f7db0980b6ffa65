import Foundation
import Testing

/// `camin vroom`, as those run it who have run `vroom`.
@Suite struct VroomTests {
  private static let request = """
    {"vehicles": [{"id": 0, "start_index": 0, "end_index": 3, "steps": [{"type": "job", "id": 15}]}],
     "jobs": [{"id": 14, "location_index": 1}, {"id": 15, "location_index": 2}],
     "matrix": [[0,2100,190,1300],[2100,0,2250,3150],[190,2250,0,1100],[1300,3150,1100,0]]}
    """

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func cost(_ text: String) throws -> Int? {
    (try json(text)["summary"] as? [String: Any])?["cost"] as? Int
  }

  @Test func readsAFileAndWritesStandardOutput() throws {
    let scratch = try Scratch()
    try Data(Self.request.utf8).write(to: scratch.folder.appending(path: "in.json"))
    let run = try Camin.run("vroom", "-i", scratch.path("in.json"), "-l", "0.2", "-t", "1")
    #expect(run.status == 0, "\(run.everything)")
    #expect(try cost(run.output) == 5450)
    #expect(run.errors.isEmpty)
  }

  @Test func takesTheRequestAsAnArgumentAndWritesAFile() throws {
    let scratch = try Scratch()
    let out = scratch.path("out.json")
    let run = try Camin.run("vroom", Self.request, "-o", out, "-x", "1")
    #expect(run.status == 0 && run.output.isEmpty, "\(run.everything)")
    #expect(try cost(scratch.text("out.json")) == 5450)
    #expect(try scratch.names() == ["out.json"])
  }

  @Test func timesTheStepsGiven() throws {
    let run = try Camin.run("vroom", "-c", Self.request)
    #expect(run.status == 0, "\(run.everything)")
    #expect(try cost(run.output) == 190 + 1100)
    let left = try json(run.output)["unassigned"] as? [[String: Any]]
    #expect(left?.map { $0["id"] as? Int } == [14])
  }

  /// Bad requests end as VROOM ends: its code as the status, its document on standard output.
  @Test(arguments: [
    ("{", "Error while parsing"), ("{\"vehicles\": []}", "No vehicle defined."),
    (
      "{\"vehicles\": [{\"id\": 1, \"start\": [1, 44]}], \"jobs\": [{\"id\": 1}]}",
      "Invalid location for job 1."
    ),
  ])
  func badRequestsEndWith2(text: String, error: String) throws {
    let run = try Camin.run("vroom", text)
    #expect(run.status == 2, "\(run.everything)")
    let document = try json(run.output)
    #expect(document["code"] as? Int == 2)
    #expect((document["error"] as? String)?.hasPrefix(error) == true, "\(run.output)")
    #expect(run.errors.hasPrefix("[Error] " + error))
  }

  @Test func unknownKeysAreWarnedOfOrRefused() throws {
    let text = Self.request.replacing("\"steps\"", with: "\"step\"")
    let run = try Camin.run("vroom", "-x", "0", text)
    let warnings = try json(run.output)["warnings"] as? [[String: String]]
    #expect(run.status == 0)
    #expect(warnings?.map { $0["pointer"] } == ["/matrix", "/vehicles/0/step"])
    #expect(try Camin.run("vroom", "-x", "0", "--strict", Self.request).status == 0)
    #expect(try Camin.run("vroom", "-x", "0", "--strict", text).status == 2)
  }

  @Test(arguments: [["-x", "6"], ["-l=-1"], ["-t", "0"], ["-i", "a", "{}"], ["--no-such"]])
  func wrongUseEndsWith64(arguments: [String]) throws {
    let run = try Camin.run(["vroom"] + arguments)
    #expect(run.status == 64 && run.output.isEmpty, "\(run.everything)")
  }

  @Test func missingFilesEndWith66And73() throws {
    let scratch = try Scratch()
    #expect(try Camin.run("vroom", "-i", scratch.path("none.json")).status == 66)
    let run = try Camin.run("vroom", "-x", "0", Self.request, "-o", scratch.path("no/folder.json"))
    #expect(run.status == 73, "\(run.everything)")
  }

  /// Roads of the shipped territory: lines along them, and an address beyond them is told.
  @Test func followsRoads() throws {
    let text = """
      {"vehicles": [{"id": 1, "start": [1.441, 44.447], "end": [1.441, 44.447]}],
       "jobs": [{"id": 1, "location": [2.033, 44.608]}, {"id": 2, "location": [12.5, 41.9]}]}
      """
    let roads = Shipped.territory + "/roads"
    guard FileManager.default.fileExists(atPath: roads) else { return }
    let run = try Camin.run("vroom", "-g", "-x", "0", text, "--roads", roads)
    #expect(run.status == 0, "\(run.everything)")
    let document = try json(run.output)
    let left = try #require((document["unassigned"] as? [[String: Any]])?.first)
    #expect(left["id"] as? Int == 2 && left["reasons"] as? [String] == ["unroutable"])
    let route = try #require((document["routes"] as? [[String: Any]])?.first)
    #expect((route["geometry"] as? String ?? "").count > 100)
    #expect(try Camin.run("vroom", "-x", "0", text, "--roads", "nowhere").status == 3)
  }
}
