import HTTPTypes
import Interchange
import PlanningAPI
import Testing

/// Requests that will not do are told why, all at once, in the language of the client.
@Suite struct RequestTests {
  @Test func allFaultsAreToldByPointer() async throws {
    try await Served().ask { api async throws in
      var day = try SampleDay.tiny()
      day = day.with("riders", [["id": "r1", "home": "nowhere"], ["id": "r2"]])
      let answer = try await api.post("/v1/validate", ["scenario": day], [.acceptLanguage: "en"])
      #expect(answer.status == 422)
      #expect(answer.headers[.contentType] == "application/problem+json")
      #expect(answer.headers[.contentLanguage] == "en")
      let pointers = answer.errors.map { $0["pointer"].string }
      #expect(pointers.contains { $0.hasPrefix("/scenario/riders/0") })
      #expect(pointers.contains("/scenario/riders/1/home"))
      #expect(answer.errors.allSatisfy { !$0["hint"].string.isEmpty && !$0["code"].string.isEmpty })
      let bare = try await api.post("/v1/validate", day)
      #expect(bare.headers[.contentLanguage] == "fr")
      #expect(bare.errors.map { $0["pointer"].string }.contains("/riders/1/home"))
      #expect(bare.json["title"] != answer.json["title"])
    }
  }

  @Test func faultsOfOptionsAndPlansAreToldWithThoseOfTheDay() async throws {
    try await Served().ask { api async throws in
      let day = try SampleDay.tiny().with("riders", [])
      let answer = try await api.post(
        "/v1/replan",
        [
          "scenario": day, "previous": ["runs": 3],
          "options": ["time_limit": "soon", "iterations": -1],
        ])
      #expect(answer.status == 422)
      let pointers = Set(answer.errors.map { $0["pointer"].string })
      for pointer in ["/options/time_limit", "/options/iterations", "/previous/runs"] {
        #expect(pointers.contains(pointer), "\(pointers)")
      }
      #expect(pointers.contains { $0.hasPrefix("/scenario/bookings/0") })
    }
  }

  @Test(arguments: [
    ("", "malformed", 400), ("{", "malformed", 400), ("[]", "malformed", 400),
    ("{}", "invalid", 422), ("{\"a\": 1}", "invalid", 422), ("{\"scenario\": 3}", "invalid", 422),
  ]) func whatIsNoRequestIsRefused(_ body: String, _ code: String, _ status: Int) async throws {
    try await Served().ask { api async throws in
      for path in [
        "/v1/plans", "/v1/validate", "/v1/check", "/v1/explain", "/v1/compare", "/v1/replan",
      ] {
        let answer = try await api.send(.post, path, [:], Array(body.utf8))
        #expect(answer.status == status, "\(path)")
        #expect(answer.json["code"].string == code, "\(path)")
        #expect(answer.json["type"].string == "/docs#" + code)
      }
    }
  }

  @Test func typeAndSizeAreLookedAtFirst() async throws {
    try await Served { $0.mostBytes = 20_000 }.ask { api async throws in
      let day = Array(JSONText.document(try SampleDay.tiny()).utf8)
      let form = try await api.send(
        .post, "/v1/validate", [.contentType: "application/x-www-form-urlencoded"], day)
      #expect(form.status == 415)
      let packed = try await api.send(.post, "/v1/validate", [.contentEncoding: "gzip"], day)
      #expect(packed.status == 415)
      let large = try await api.send(
        .post, "/v1/validate", [:], Array(repeating: UInt8(ascii: " "), count: 20_001))
      #expect(large.status == 413)
      #expect(try await api.send(.post, "/v1/validate", [:], day).status == 200)
    }
  }

  @Test func pathsAndMethodsThatAreNotThere() async throws {
    try await Served().ask { api async throws in
      let nowhere = try await api.get("/v2/plans")
      #expect(nowhere.status == 404)
      #expect(nowhere.json["code"].string == "not-found")
      let wrong = try await api.send(.put, "/v1/plans", [:], nil)
      #expect(wrong.status == 405)
      #expect(wrong.headers[.allow] == "POST")
      let job = try await api.send(
        .patch, "/v1/jobs/" + String(repeating: "0", count: 26), [:], nil)
      #expect(job.headers[.allow] == "DELETE, GET, HEAD")
      #expect(try await api.get("/v1/jobs/" + String(repeating: "0", count: 26)).status == 404)
      #expect(try await api.get("/v1/jobs/..%2f..%2fetc").status == 404)
    }
  }

  @Test func headIsGetWithoutItsBody() async throws {
    let served = try Served()
    let key = try served.key("one")
    try await served.ask { api async throws in
      let body = SampleDay.request(try SampleDay.tiny())
      let job = try await api.with(key).post("/v1/plans", body).location
      _ = try await api.with(key).end(of: job)
      let lost = "/v1/jobs/" + String(repeating: "0", count: 26)
      for path in ["/healthz", "/docs", "/openapi.json", "/v1/limits", job, job + "/result", lost] {
        let full = try await api.with(key).get(path)
        let head = try await api.with(key).send(.head, path, [:], nil)
        #expect(head.status == full.status && head.bytes.isEmpty, "\(path)")
        #expect(head.headers[.contentLength] == String(full.bytes.count), "\(path)")
        for name in [HTTPField.Name.contentType, .eTag, .cacheControl, .contentSecurityPolicy] {
          #expect(head.headers[name] == full.headers[name], "\(path) \(name)")
        }
      }
      let tag = try #require(try await api.with(key).get(job).headers[.eTag])
      #expect(try await api.with(key).send(.head, job, [.ifNoneMatch: tag], nil).status == 304)
      // As with GET, nobody learns anything without a key, and a method that is not there has no body to say so.
      #expect(try await api.send(.head, job, [:], nil).status == 401)
      let wrong = try await api.with(key).send(.head, "/v1/plans", [:], nil)
      #expect(wrong.status == 405 && wrong.bytes.isEmpty && wrong.headers[.allow] == "POST")
    }
  }

  @Test func filesAndServersThatARequestNamesAreLeftAlone() async throws {
    for roads in ["/etc/passwd", "../../secret", "osrm:http://127.0.0.1:9"] {
      try await Served().ask { api async throws in
        let day = try SampleDay.tiny()
        let named = day.with("territory", day["territory"].with("roads", .string(roads)))
        let answer = try await api.post("/v1/validate", named, [.acceptLanguage: "en"])
        #expect(answer.status == 200)
        #expect(answer.json["travel"] == "estimate")
        let warning = try #require(answer.json["warnings"].array.first)
        #expect(warning["code"].string == "roads-of-server")
        #expect(warning["pointer"].string == "/territory/roads")
      }
    }
  }

  @Test func plansOfAnotherDayOrOtherTimesAreRefused() async throws {
    try await Served().ask { api async throws in
      let (day, plan) = (try SampleDay.tiny(), try SampleDay.plan())
      let later = day.with("territory", day["territory"].with("date", "2026-12-02"))
      let other = try await api.post("/v1/check", ["scenario": later, "plan": plan])
      #expect(other.status == 422)
      #expect(other.errors.first?["pointer"].string == "/plan/date")
      let moved = day.with(
        "places",
        .array(day["places"].array.map { $0.with("latitude", .number(44.61)) }))
      let times = try await api.post("/v1/check", ["scenario": moved, "plan": plan])
      #expect(times.status == 422)
      #expect(times.errors.first?["pointer"].string == "/plan/provenance/travel")
    }
  }

  @Test func aPlanChangedByHandIsJudged() async throws {
    try await Served().ask { api async throws in
      let (day, plan) = (try SampleDay.tiny(), try SampleDay.plan())
      let sound = try await api.post("/v1/check", ["scenario": day, "plan": plan])
      #expect(sound.json["valid"] == true)
      let run = try #require(plan["runs"].array.first)
      let short = run.with("stops", .array(Array(run["stops"].array.dropFirst())))
      let broken = try await api.post(
        "/v1/check", ["scenario": day, "plan": plan.with("runs", [short])], [.acceptLanguage: "en"])
      #expect(broken.status == 200)
      #expect(broken.json["valid"] == false)
      #expect(!broken.json["violations"].array.isEmpty)
    }
  }

  @Test func tripsAreExplained() async throws {
    try await Served().ask { api async throws in
      let (day, plan) = (try SampleDay.tiny(), try SampleDay.plan())
      let one = try await api.post("/v1/explain", ["scenario": day, "plan": plan, "trip": "b2"])
      #expect(one.json["served"].array.map { $0["leg"].string } == ["b2-1"])
      #expect(one.json["complete"] == true)
      let nobody = try await api.post("/v1/explain", ["scenario": day, "plan": plan, "trip": "b9"])
      #expect(nobody.errors.first?["code"].string == "unknown-trip")
    }
  }

  @Test func callersAreQuotedFromThePlan() async throws {
    try await Served().ask { api async throws in
      let (day, plan) = (try SampleDay.tiny(), try SampleDay.plan())
      func ask(_ quote: JSONItem) async throws -> Answer {
        try await api.post("/v1/quote", ["scenario": day, "plan": plan, "quote": quote])
      }
      let quote = try await ask(["from": "p3", "to": "p1", "arrive_by": "10:30"])
      #expect(quote.status == 200, "\(quote.text)")
      #expect(quote.json["offers"].array.first?["rides"].array.first?["resource"] == "v1")
      let wrong = try await ask(["from": "p9", "to": "p1"])
      #expect(wrong.status == 422)
      let pointers = wrong.errors.map { $0["pointer"].string }
      #expect(pointers.contains("/quote") && pointers.contains("/quote/from"))
    }
  }

  @Test func vroomsFrontendsAreAnsweredInItsLanguage() async throws {
    try await Served().ask { api async throws in
      let body: JSONItem = [
        "vehicles": [["id": 1, "start_index": 0, "end_index": 0]],
        "jobs": [["id": 7, "location_index": 1]],
        "matrices": ["car": ["durations": [[0, 600], [600, 0]]]],
        "options": ["l": 1],
      ]
      let answer = try await api.post("/vroom", body)
      #expect(answer.status == 200, "\(answer.text)")
      #expect(answer.json["code"] == 0)
      #expect(answer.json["routes"].array.count == 1)
      let refused = try await api.post("/vroom", ["jobs": []])
      #expect(refused.status == 400)
      #expect(refused.json["code"] == 2)
    }
  }
}
