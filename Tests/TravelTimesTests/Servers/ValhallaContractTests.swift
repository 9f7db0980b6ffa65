import CaminTestSupport
import Foundation
import Testing
import TravelTimes

/// What Camin makes of a Valhalla.
@Suite struct ValhallaContractTests {
  private static let access = OsrmContractTests.access

  private func roads(_ stub: HttpStub) throws -> Roads {
    try RoadSource("valhalla:http://127.0.0.1:\(stub.port)/api").open(
      rules: OsrmContractTests.quick)
  }

  private func refusal(_ code: Int, _ words: String) -> HttpStub.Reply {
    .answer(
      400,
      "{\"error_code\":\(code),\"error\":\"\(words)\",\"status_code\":400,\"status\":\"Bad Request\"}"
    )
  }

  @Test func gathersAllPairsInBlocks() throws {
    let stub = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.valhalla(request.body)
      guard from.count * to.count <= 30 * 30 else {
        return refusal(150, "Exceeded max locations")
      }
      return .answer(200, MadeUpRoads.table(from, to))
    }
    let places = MadeUpRoads.places(70)
    let answer = try roads(stub).matrix(of: places, access: Self.access)
    #expect(MadeUpRoads.faults(answer.matrix, places, terminal: 90) == [])
    let first = try #require(stub.requests.first)
    #expect(first.method == "POST" && first.target == "/api/sources_to_targets")
    #expect(
      first.body.contains("\"costing\":\"auto\"") && first.body.contains("\"format\":\"osrm\""))
  }

  @Test func findsPlacesOffTheRoad() throws {
    let places = MadeUpRoads.places(20)
    let off = [places[7].at, places[12].at]
    let stub = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.valhalla(request.body)
      if request.target == "/api/locate" {
        let items = from.map {
          off.contains($0) ? "{\"edges\":[],\"nodes\":[]}" : "{\"edges\":[{}]}"
        }
        return .answer(200, "[" + items.joined(separator: ",") + "]")
      }
      guard off.allSatisfy({ !from.contains($0) && !to.contains($0) }) else {
        return refusal(171, "No suitable edges near location")
      }
      return .answer(200, MadeUpRoads.table(from, to))
    }
    let lost = try roads(stub).matrix(of: places, access: Self.access).matrix.lost
    #expect(lost.places == ["p7", "p12"] && lost.pairs.isEmpty)
    #expect(stub.requests.count == 3)
  }

  /// An island: near a road, yet not joined to the others.
  @Test func findsPairsWithoutAWay() throws {
    let places = MadeUpRoads.places(12)
    let island = [places[4].at, places[9].at]
    let stub = try HttpStub { request, _ in
      let (from, to) = MadeUpRoads.valhalla(request.body)
      if request.target == "/api/locate" {
        let items = from.map { _ in "{\"edges\":[{}]}" }
        return .answer(200, "[" + items.joined(separator: ",") + "]")
      }
      let sides = Set((from + to).map { island.contains($0) })
      guard sides.count == 1 else { return refusal(170, "Locations are in unconnected regions") }
      return .answer(200, MadeUpRoads.table(from, to))
    }
    let answer = try roads(stub).matrix(of: places, access: Self.access)
    let lost = answer.matrix.lost
    #expect(lost.places == [] && lost.pairs.count == 2 * 2 * 10)
    #expect(
      lost.pairs.allSatisfy {
        [$0.origin, $0.destination].count { ["p4", "p9"].contains($0) } == 1
      })
    #expect(answer.matrix[4, 9] != nil && answer.matrix[0, 1] != nil)
  }

  @Test func tellsItsRefusals() throws {
    let places = MadeUpRoads.places(3)
    let stub = try HttpStub { _, number in
      number == 0
        ? refusal(125, "No costing method found") : .answer(200, #"{"sources_to_targets":[[{}]]}"#)
    }
    let error = #expect(throws: RoadError.self) { try roads(stub).matrix(of: places) }
    let server = "valhalla:http://127.0.0.1:\(stub.port)/api#auto"
    #expect(
      error
        == .server(
          ServerError(
            server: server, service: "sources_to_targets",
            cause: .refused("125", "No costing method found"))))
    let other = #expect(throws: RoadError.self) { try roads(stub).matrix(of: places) }
    guard case .server(let failure)? = other, case .senseless = failure.cause else {
      Issue.record("\(String(describing: other))")
      return
    }
  }

  @Test func drawsTheRoad() throws {
    let stub = try HttpStub { request, number in
      number == 0
        ? .answer(
          200,
          #"{"trip":{"summary":{"time":1,"length":2},"legs":[{"shape":"_p~iF~ps|U_ulLnnqC_mqNvxq`@"}]}}"#
        )
        : refusal(442, "No path could be found for input")
    }
    let (a, b) = (MadeUpRoads.places(2)[0].at, MadeUpRoads.places(2)[1].at)
    let lines = try roads(stub).lines(of: [(a, b), (b, a)])
    #expect(lines[0]?.count == 3 && lines[1] == nil)
    #expect(stub.requests[0].target == "/api/route")
  }
}
