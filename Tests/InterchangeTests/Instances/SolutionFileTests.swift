import DialARide
import Foundation
import Interchange
import Planning
import Testing

@Suite("Solution files")
struct SolutionFileTests {
  private func instance() throws -> Instance {
    try InstanceFile.read(
      text: """
        2 2 100 2 50
        0 0 0 0 0 0 100
        1 3 4 1 1 0 100
        2 1 1 1 1 0 100
        3 3 0 1 -1 0 100
        4 2 2 1 -1 0 100
        """, file: "tiny.txt")
  }

  private let schedule = Schedule(
    departure: 0.1, arrivals: [5.1, 1 / 3], starts: [5.1, 10.2], ends: [6.1, 11.2], arrival: 14.2)

  @Test("a solution comes back as it was written, with node numbers in between")
  func roundTrip() throws {
    let instance = try instance()
    let problem = try instance.problem()
    let solution = Solution(
      routes: [Route(vehicle: 1, stops: [0, 1], schedule: schedule)], unserved: [1])
    let cost = solution.cost(in: problem)
    let proof = ProvenBound(
      objective: cost.total, lowerBound: 9, proof: .relaxation, isOptimal: false)
    let run = SolutionRun(seed: 7, iterations: 100, seconds: 1.5, version: "1", proof: proof)
    let document = SolutionDocument(solution, of: instance, breakdown: cost, run: run)
    #expect(document.routes == [[1, 3]])
    #expect(document.unserved == [2])
    #expect(document.vehicles == 1)
    #expect(document.gap == 0.25)
    let text = try document.json()
    let claimed = try SolutionFile.read(text: text, file: "s.json", of: instance)
    #expect(claimed.solution == solution)
    #expect(claimed.cost == 12)
    #expect(try JSONDecoder().decode(SolutionDocument.self, from: Data(text.utf8)) == document)
    #expect(try document.json() == text)
  }

  @Test("a cost keeps every digit")
  func unroundedCost() throws {
    let instance = try instance()
    let solution = Solution(routes: [Route(vehicle: 0, stops: [2, 3])], unserved: [0])
    let cost = solution.cost(in: try instance.problem())
    let document = SolutionDocument(
      solution, of: instance, breakdown: cost, run: SolutionRun(version: "1"))
    let text = try document.json()
    let claimed = try SolutionFile.read(text: text, file: "s.json", of: instance)
    #expect(claimed.cost == 2.0.squareRoot() + 2.0.squareRoot() + 8.0.squareRoot())
    #expect(!text.contains("seed") && !text.contains("gap"))
  }

  @Test("a number that is not finite is not written")
  func infinite() throws {
    var cost = CostBreakdown()
    cost.distance = .infinity
    let document = SolutionDocument(
      Solution(routes: [], unserved: [0, 1]), of: try instance(), breakdown: cost,
      run: SolutionRun(version: "1"))
    #expect(throws: EncodingError.self) { try document.json() }
  }

  @Test("a bare list of routes will do, with depots written out or empty")
  func bareRoutes() throws {
    let text = #"{"routes": [[], [0, 2, 4, 5], [0, 0], [0, 1, 3, 0]]}"#
    let claimed = try SolutionFile.read(text: text, file: "s.json", of: try instance())
    #expect(
      claimed.solution
        == Solution(
          routes: [Route(vehicle: 0, stops: [2, 3]), Route(vehicle: 1, stops: [0, 1])],
          unserved: []))
    #expect(claimed.cost == nil)
  }

  @Test("all faults of a file at once")
  func faults() throws {
    let text = """
      {"instance": "other", "cost": "cheap",
       "routes": [[1, 0, 3], [1.5, "2", 9], 4, [2], [4], [3]],
       "schedules": [{"vehicle": 0}, {"vehicle": 1}, {"vehicle": 0}, {"vehicle": 0},
                     {"vehicle": 5, "departure": 1, "arrivals": [], "starts": [null]}]}
      """
    do {
      _ = try SolutionFile.read(text: text, file: "s.json", of: try instance())
      Issue.record("accepted")
    } catch let error as InstanceFaults {
      let told = error.faults.map { "\($0.code) \($0.place.pointer ?? "")" }
      #expect(
        told == [
          "other-instance /instance", "wrong-type /cost", "schedule-length /schedules",
          "unknown-node /routes/0/1", "wrong-type /routes/1/0", "wrong-type /routes/1/1",
          "unknown-node /routes/1/2", "wrong-type /routes/2", "vehicle-twice /schedules/3/vehicle",
          "unknown-vehicle /schedules/4/vehicle", "missing-key /schedules/4",
          "missing-key /schedules/4", "schedule-length /schedules/4/arrivals",
          "wrong-type /schedules/4/starts/0", "too-many-routes /routes",
        ])
    }
  }

  @Test("what is no solution at all", arguments: ["", "[]", "{}", "{\"routes\": 3}", "nonsense"])
  func noSolution(_ text: String) throws {
    let instance = try instance()
    #expect(throws: InstanceFaults.self) {
      try SolutionFile.read(text: text, file: "s.json", of: instance)
    }
  }
}
