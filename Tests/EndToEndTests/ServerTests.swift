import CaminTestSupport
import Foundation
import Testing
import TravelTimes

/// Plans on the times of a routing server.
@Suite struct ServerTests {
  private func stub() throws -> HttpStub {
    try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.osrm(request.target)
      return .answer(200, MadeUpRoads.table(from, to))
    }
  }

  private func plan(
    _ scratch: Scratch, _ server: String, out: String, cache: [String]
  ) throws -> Camin.Run {
    try Camin.run(
      ["plan", Shipped.small, "--out", scratch.path(out), "--iterations", "40", "--roads", server]
        + cache)
  }

  @Test func plansOnAServerAndOnWhatItHasToldBefore() throws {
    let scratch = try Scratch()
    let stub = try stub()
    let server = "osrm:http://moi:secret@127.0.0.1:\(stub.port)"
    let cache = ["--roads-cache", scratch.path("cache")]
    let first = try plan(scratch, server, out: "a", cache: cache)
    #expect(first.status == 0, "\(first.everything)")
    #expect(try !scratch.text("a/plan.json").contains("\"approximate\""))
    let asked = stub.requests.count
    #expect(asked > 0)
    stub.stop()
    let check = try Camin.run(
      ["check", Shipped.small, scratch.path("a/plan.json"), "--roads", server] + cache)
    #expect(check.status == 0, "\(check.everything)")
    let silent = try plan(scratch, server, out: "b", cache: ["--no-roads-cache"])
    #expect(silent.status == 69 && silent.errors.contains("ne répond pas"), "\(silent.everything)")
    #expect(silent.errors.contains("127.0.0.1:\(stub.port)") && !silent.errors.contains("secret"))
    #expect(try !scratch.names().contains("b"))
    for file in try scratch.names("a") {
      #expect(try !scratch.text("a/" + file).contains("secret"))
    }
  }

  @Test func tellsThatNobodyListens() throws {
    let scratch = try Scratch()
    let stub = try stub()
    stub.stop()
    let server = "osrm:http://127.0.0.1:\(stub.port)"
    let run = try plan(
      scratch, server, out: "out", cache: ["--roads-cache", scratch.path("cache")])
    #expect(run.status == 69 && run.errors.contains("server-silent"), "\(run.everything)")
    #expect(try !scratch.names().contains("out"))
    let odd = try plan(scratch, "valhalla:nonsense", out: "out", cache: [])
    #expect(odd.status == 65 && odd.errors.contains("bad-address"), "\(odd.everything)")
  }

  /// Answers of long ago stand in for a server that is gone; warning, plan and page say so.
  @Test func saysThatTheTimesAreEarlierAnswers() throws {
    struct Day: Decodable {
      struct Place: Decodable {
        var id: String
        var latitude: Double
        var longitude: Double
      }
      var places: [Place]
    }
    let scratch = try Scratch()
    let stub = try stub()
    let server = "osrm:http://127.0.0.1:\(stub.port)"
    let day = try JSONDecoder().decode(
      Day.self, from: Data(contentsOf: URL(filePath: Shipped.small + ".json")))
    let cache = RoadCache(folder: scratch.path("cache"), today: 1)
    _ = try RoadSource(server).open(cache: cache).matrix(
      of: day.places.map {
        RoadPlace($0.id, at: Coordinate(latitude: $0.latitude, longitude: $0.longitude))
      })
    stub.stop()
    let run = try plan(
      scratch, server, out: "out", cache: ["--roads-cache", scratch.path("cache")])
    #expect(run.status == 0 && run.errors.contains("times-from-cache"), "\(run.everything)")
    #expect(run.output.contains("réponses antérieures"), "\(run.everything)")
    #expect(try scratch.text("out/plan.json").contains("\"from_cache\": true"))
    #expect(try scratch.text("out/plan.html").contains("réponses antérieures"))
  }

  @Test func takesNoWrongAnswer() throws {
    let scratch = try Scratch()
    let stub = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.osrm(request.target)
      return .answer(200, MadeUpRoads.table(from, to.dropLast()))
    }
    let server = "osrm:http://127.0.0.1:\(stub.port)"
    let run = try plan(scratch, server, out: "out", cache: ["--no-roads-cache"])
    #expect(run.status == 69 && run.errors.contains("server-senseless"), "\(run.everything)")
    #expect(try !scratch.names().contains("out"))
  }
}
