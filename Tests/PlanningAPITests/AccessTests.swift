import Foundation
import HTTPTypes
import HummingbirdTesting
import Interchange
import PlanStore
import PlanningAPI
import Synchronization
import Testing

/// Who may do what.
@Suite struct AccessTests {
  @Test func withoutKeysNobodyNeedsOne() async throws {
    try await Served().ask { api async throws in
      #expect(try await api.get("/v1/jobs").status == 200)
    }
  }

  @Test func aKeyIsNeededOnceThereIsOne() async throws {
    let served = try Served()
    let good = try served.key("a")
    let expired = try served.key("a", days: -1)
    let revoked = try served.key("a")
    #expect(try served.file.revoke(key: revoked.record.id, at: Date()))
    let stranger = NewKey(
      name: "b", tenant: "b", scopes: [.read], days: 1, rate: 1, mostBytes: 1)
    try await served.ask { api async throws in
      #expect(try await api.with(good).get("/v1/jobs").status == 200)
      for asking in [api, api.with(expired), api.with(revoked), api.with(stranger)] {
        let answer = try await asking.get("/v1/jobs")
        #expect(answer.status == 401)
        #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
      }
      #expect(try await api.get("/v1/jobs", [.authorization: "Basic " + good.secret]).status == 401)
      for open in ["/healthz", "/readyz", "/openapi.json", "/docs"] {
        #expect(try await api.get(open).status == 200, "\(open)")
      }
    }
  }

  @Test func aKeyGivesItsScopesAlone() async throws {
    let served = try Served()
    let reader = try served.key("a", [.read])
    let watcher = try served.key("a", [.metrics])
    try await served.ask { api async throws in
      let body = SampleDay.request(try SampleDay.tiny())
      #expect(try await api.with(reader).post("/v1/plans", body).status == 403)
      #expect(try await api.with(reader).post("/v1/validate", try SampleDay.tiny()).status == 200)
      #expect(try await api.with(reader).get("/metrics").status == 403)
      #expect(try await api.with(watcher).get("/v1/jobs").status == 403)
      let figures = try await api.with(watcher).get("/metrics")
      #expect(
        figures.text.contains(
          "camin_requests_total{method=\"POST\",route=\"/v1/plans\",status=\"403\"} 1"))
    }
  }

  @Test func nobodySeesAnothersJobs() async throws {
    let served = try Served()
    let (a, b) = (try served.key("a"), try served.key("b"))
    let colleague = try served.key("a")
    try await served.ask { api async throws in
      let job = try await api.with(a).post("/v1/plans", SampleDay.request(try SampleDay.tiny()))
        .location
      _ = try await api.with(a).end(of: job)
      #expect(try await api.with(colleague).get(job + "/result").status == 200)
      #expect(try await api.with(b).get("/v1/jobs").json["jobs"].array.isEmpty)
      let nothing = try await api.with(b).get("/v1/jobs/" + String(repeating: "0", count: 26))
      for path in [
        job, job + "/result", job + "/geojson", job + "/summary", job + "/page", job + "/sheets",
        job + "/events",
      ] {
        let answer = try await api.with(b).get(path)
        #expect(answer.status == 404, "\(path)")
        // Nothing tells somebody else's job from none.
        #expect(answer.json.with("instance", nil) == nothing.json.with("instance", nil))
      }
      #expect(try await api.with(b).send(.delete, job, [:], nil).status == 404)
      #expect(try await api.with(b).send(.delete, job + "?erase=true", [:], nil).status == 404)
      #expect(try await api.with(a).get(job).status == 200)
      // The same idempotency key of two tenants is two keys.
      let key = try name("Idempotency-Key")
      let body = SampleDay.request(try SampleDay.tiny())
      let first = try await api.with(a).post("/v1/plans", body, [key: "k"]).location
      #expect(try await api.with(b).post("/v1/plans", body, [key: "k"]).location != first)
    }
  }

  @Test func aKeyHasItsRateAndSize() async throws {
    let served = try Served()
    let (slow, steady) = (try served.key("a", rate: 0.01), try served.key("b", rate: 1))
    let quick = try served.key("c")
    try await served.ask { api async throws in
      #expect(try await api.with(slow).get("/v1/jobs").status == 200)
      let refused = try await api.with(slow).get("/v1/jobs")
      #expect(refused.status == 429)
      let delay = try #require(refused.headers[.retryAfter].flatMap { Int($0) })
      #expect((50...100).contains(delay))
      // One key's haste is no other's.
      #expect(try await api.with(quick).get("/v1/jobs").status == 200)
      try await until { try await api.with(steady).get("/v1/jobs").status == 429 }
      try await Task.sleep(for: .seconds(1.1))
      #expect(try await api.with(steady).get("/v1/jobs").status == 200)
      let large = try await api.with(quick).send(
        .post, "/v1/validate", [:], Array(repeating: 32, count: 1_000_001))
      #expect(large.status == 413)
    }
  }

  @Test func theKeyItselfIsNowhere() throws {
    let served = try Served()
    let key = try served.key("a")
    #expect(key.secret.count > 55)
    for file in try FileManager.default.contentsOfDirectory(atPath: served.folder.path) {
      let url = served.folder.appending(path: file)
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      #expect(!text.contains(key.secret) && !text.contains(key.secret.suffix(52)))
      let rights =
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
      #expect(rights == 0o600, "\(file)")
    }
    try FileManager.default.removeItem(at: served.folder)
  }

  @Test func pagesOfOtherSitesAreAdmittedOnlyByName() async throws {
    try await Served { $0.origins = ["https://transport.example"] }.ask { api async throws in
      #expect(try await api.get("/v1/jobs", [.origin: "https://evil.example"]).status == 403)
      #expect(try await api.get("/v1/jobs", [.origin: "null"]).status == 403)
      #expect(try await api.get("/v1/jobs", [.origin: "http://localhost"]).status == 200)
      let admitted = try await api.get("/v1/jobs", [.origin: "https://transport.example"])
      #expect(admitted.headers[.accessControlAllowOrigin] == "https://transport.example")
      #expect(admitted.headers[.vary]?.contains("Origin") == true)
      let preflight = try await api.client.execute(
        uri: "/v1/plans", method: .options,
        headers: [.origin: "https://transport.example", .accessControlRequestMethod: "POST"])
      #expect(preflight.status == .noContent)
      #expect(preflight.headers[.accessControlAllowHeaders]?.contains("Idempotency-Key") == true)
    }
  }

  @Test func everyAnswerIsSafeForBrowsersAndCaches() async throws {
    try await Served().ask { api async throws in
      for path in ["/v1/jobs", "/nothing", "/docs", "/healthz"] {
        let answer = try await api.get(path)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[try name("Referrer-Policy")] == "no-referrer")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(answer.headers[.cacheControl] != nil)
        #expect(answer.headers[try name("X-Request-Id")]?.isEmpty == false)
      }
    }
  }

  @Test func theLogTellsRequestsAndNamesNobody() async throws {
    let lines = Lines()
    var served = try Served()
    served.log = { lines.add($0) }
    let key = try served.key("Maison-Dupont")
    try await served.ask { api async throws in
      let day = try SampleDay.tiny().with("riders", [["id": "Dupont", "home": "p9"]])
      _ = try await api.with(key).post("/v1/validate?secret=Dupont", day)
      _ = try await api.with(key).get("/Dupont")
    }
    let records = lines.text.split(separator: "\n").compactMap { JSONItem(json: Array($0.utf8)) }
    let request = try #require(records.first { $0["route"] == "/v1/validate" })
    #expect(request["status"] == "422" && request["key"].string == key.record.id)
    #expect(records.contains { $0["status"] == "404" })
    #expect(!lines.text.contains("Dupont") && !lines.text.contains(key.secret))
  }

  private final class Lines: Sendable {
    private let lines = Mutex("")
    var text: String { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0 += line } }
  }
}
