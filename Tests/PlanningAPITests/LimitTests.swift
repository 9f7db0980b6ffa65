import CaminTestSupport
import HTTPTypes
import HummingbirdTesting
import Interchange
import NIOCore
import PlanningAPI
import Testing

/// What the server does not take on.
@Suite struct LimitTests {
  @Test func daysWithTooManyPlacesAreRefusedBeforeTheyAreReckoned() async throws {
    try await Served { $0.jobs.memory = 400_000_000 }.ask { api async throws in
      let most = try #require(try await api.get("/v1/limits").json["most_places"].integer)
      #expect(most > 1_000 && most < 3_000)
      let day = try SampleDay.tiny()
      let more = (0...most).map { number -> JSONItem in
        [
          "id": .string("x\(number)"), "name": "x", "latitude": .number(44.6),
          "longitude": .number(2),
        ]
      }
      let large = day.with("places", .array(day["places"].array + more))
      for path in ["/v1/plans", "/v1/validate", "/v1/alternatives"] {
        let answer = try await api.post(path, ["scenario": large], [.acceptLanguage: "en"])
        #expect(answer.status == 413, "\(path)")
        #expect(answer.json["detail"].string.contains("\(most)"), "\(path)")
      }
    }
  }

  @Test func nestingWithoutEndIsNoRequest() async throws {
    try await Served().ask { api async throws in
      let deep = Array(repeating: UInt8(ascii: "["), count: 200_000)
      for path in ["/v1/plans", "/v1/validate", "/vroom", "/v1/days/2026-11-25/plans"] {
        let answer = try await api.send(.post, path, [:], deep)
        #expect([400, 404, 422].contains(answer.status), "\(path): \(answer.status)")
      }
    }
  }

  /// The body is asked for by the length that it says it has; what comes is less, for too long.
  @Test func aBodyThatDoesNotComeIsNotWaitedForForever() async throws {
    let served = try Served { $0.bodyPatience = 0.3 }
    try await served.server().application().test(.live) { client in
      let port = try #require(client.port)
      let line = try #require(LoopbackLine(port: port))
      line.send(
        "POST /v1/validate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
          + "Content-Length: 1000\r\n\r\n ")
      let answer = await line.wholeAnswer().lowercased()
      #expect(answer.hasPrefix("http/1.1 408 "), "\(answer)")
      #expect(answer.contains("\r\nconnection: close\r\n"), "\(answer)")
    }
  }

  @Test func aBodyThatIsTooLongIsNotReadToItsEnd() async throws {
    let served = try Served { $0.mostBytes = 1000 }
    try await served.server().application().test(.live) { client in
      let answer = try await client.execute(
        uri: "/v1/validate", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(string: String(repeating: " ", count: 100_000)))
      #expect(answer.status == .contentTooLarge)
      #expect(answer.headers[.connection] == "close")
    }
  }
}
