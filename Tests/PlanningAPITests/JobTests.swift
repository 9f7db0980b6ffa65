import Foundation
import HTTPTypes
import Interchange
import PlanStore
import PlanningAPI
import Testing

/// A request becomes a job, the job a plan.
@Suite struct JobTests {
  @Test func aJobIsAcceptedWatchedAndItsPlanTakenUp() async throws {
    try await Served().ask { api async throws in
      let accepted = try await api.post(
        "/v1/plans", SampleDay.request(try SampleDay.small()), [.acceptLanguage: "en"])
      #expect(accepted.status == 202)
      #expect(accepted.headers[.retryAfter] == "1")
      let job = accepted.location
      #expect(job.hasPrefix("/v1/jobs/"))
      let end = try await api.end(of: job)
      #expect(end["state"] == "complete")
      #expect(end["result"]["legs"].integer == 40)
      #expect(end["legs"].integer == 40)
      let plan = try await api.get(job + "/result")
      #expect(plan.json["provenance"]["plan_hash"] == end["result"]["plan_hash"])
      let verdict = try await api.post(
        "/v1/check", ["scenario": try SampleDay.small(), "plan": plan.json])
      #expect(verdict.json["valid"] == true)
      let list = try await api.get("/v1/jobs")
      #expect(list.json["jobs"].array.map { $0["id"] } == [end["id"]])
    }
  }

  @Test func resultsComeInEveryForm() async throws {
    try await Served().ask { api async throws in
      let job = try await api.post("/v1/plans", SampleDay.request(try SampleDay.tiny())).location
      #expect(try await api.end(of: job)["state"] == "complete")
      let map = try await api.get(job + "/geojson")
      #expect(map.json["type"] == "FeatureCollection")
      let english = try await api.get(job + "/summary", [.acceptLanguage: "en"])
      let french = try await api.get(job + "/summary")
      #expect(english.text.contains("Legs served") && !french.text.contains("Legs served"))
      let page = try await api.get(job + "/page")
      #expect(page.text.hasPrefix("<!DOCTYPE html>"))
      #expect(page.headers[.contentSecurityPolicy]?.contains("script-src 'unsafe-inline'") == true)
      #expect(try await api.get(job + "/sheets").text.contains("v1"))
      for form in ["result", "geojson", "summary", "page", "sheets"] {
        let answer = try await api.get(job + "/" + form)
        let tag = try #require(answer.headers[.eTag])
        #expect(try await api.get(job + "/" + form, [.ifNoneMatch: tag]).status == 304, "\(form)")
        #expect(try await api.get(job + "/" + form, [.ifNoneMatch: "\"x\""]).status == 200)
      }
    }
  }

  @Test func aSmallDayIsAwaited() async throws {
    try await Served().ask { api async throws in
      let body = SampleDay.request(try SampleDay.tiny())
      let preferred = HTTPFields([HTTPField(name: try name("Prefer"), value: "wait=20")])
      let ways: [(String, HTTPFields)] = [("/v1/plans?wait=20", [:]), ("/v1/plans", preferred)]
      for (path, headers) in ways {
        let answer = try await api.post(path, body, headers)
        #expect(answer.status == 200)
        #expect(answer.json["runs"].array.count == 1)
        #expect(answer.headers[.contentLocation]?.hasSuffix("/result") == true)
      }
      let late = try await api.post(
        "/v1/plans?wait=0.1", SampleDay.request(try SampleDay.small(), seconds: 600))
      #expect(late.status == 202)
      try await api.send(.delete, late.location, [:], nil)
      #expect(try await api.post("/v1/plans?wait=soon", body).status == 400)
    }
  }

  @Test func equalRequestsGiveEqualPlans() async throws {
    try await Served().ask { api async throws in
      let body = SampleDay.request(try SampleDay.small(), iterations: 30)
      let first = try await api.post("/v1/plans?wait=60", body)
      let second = try await api.post("/v1/plans?wait=60", body)
      #expect(first.status == 200)
      #expect(first.bytes == second.bytes)
    }
  }

  @Test func aRunningJobIsEndedWithTheBestSoFar() async throws {
    try await Served().ask { api async throws in
      let job = try await api.post(
        "/v1/plans", SampleDay.request(try SampleDay.small(), seconds: 120)
      ).location
      try await until { try await api.get(job).json["incumbent"] != .null }
      let first = try await api.get(job)
      let tag = try #require(first.headers[.eTag])
      let stopped = try await api.send(.delete, job, [:], nil)
      #expect(stopped.status == 200)
      let end = try await api.end(of: job)
      #expect(end["state"] == "stopped")
      #expect(end["ended_by"] == "client")
      #expect(try await api.get(job, [.ifNoneMatch: tag]).status == 200)
      let plan = try await api.get(job + "/result")
      let verdict = try await api.post(
        "/v1/check", ["scenario": try SampleDay.small(), "plan": plan.json])
      #expect(verdict.json["valid"] == true)
      // Once more changes nothing.
      #expect(try await api.send(.delete, job, [:], nil).json["state"] == "stopped")
    }
  }

  @Test func aWaitingJobIsEndedWithoutAPlan() async throws {
    try await Served().ask { api async throws in
      let day = try SampleDay.small()
      let first = try await api.post("/v1/plans", SampleDay.request(day, seconds: 600)).location
      let second = try await api.post("/v1/plans", SampleDay.request(day, seconds: 600))
      #expect(second.json["queue_position"].integer == 0)
      #expect(try await api.get(second.location + "/result").status == 409)
      #expect(try await api.send(.delete, second.location, [:], nil).json["state"] == "stopped")
      #expect(try await api.get(second.location + "/result").status == 409)
      try await api.send(.delete, first, [:], nil)
      _ = try await api.end(of: first)
    }
  }

  @Test func aJobIsErased() async throws {
    let served = try Served()
    try await served.ask { api async throws in
      let job = try await api.post("/v1/plans", SampleDay.request(try SampleDay.tiny())).location
      _ = try await api.end(of: job)
      #expect(try await api.send(.delete, job + "?erase=perhaps", [:], nil).status == 400)
      #expect(try await api.send(.delete, job + "?erase=true", [:], nil).status == 204)
      for path in [job, job + "/result", job + "/page", job + "/events"] {
        #expect(try await api.get(path).status == 410, "\(path)")
      }
      #expect(try await api.get("/v1/jobs").json["jobs"].array.isEmpty)
      let kept = try FileManager.default.contentsOfDirectory(
        at: served.folder, includingPropertiesForKeys: nil
      )
      .map { try String(decoding: Data(contentsOf: $0), as: UTF8.self) }
      #expect(!kept.contains { $0.contains("Lacapelle") }, "the request is still in the file")
    }
  }

  @Test func aRepeatedKeyIsTheSameJob() async throws {
    try await Served().ask { api async throws in
      let key = try name("Idempotency-Key")
      let body = SampleDay.request(try SampleDay.tiny())
      let first = try await api.post("/v1/plans", body, [key: "order-1"])
      let again = try await api.post("/v1/plans", body, [key: "order-1"])
      #expect(again.status == 202)
      #expect(again.location == first.location)
      #expect(again.headers[try name("Idempotency-Replayed")] == "true")
      let other = try await api.post(
        "/v1/plans", SampleDay.request(try SampleDay.tiny(), iterations: 51), [key: "order-1"])
      #expect(other.status == 422)
      #expect(other.json["code"] == "key-reused")
      #expect(try await api.post("/v1/plans", body, [key: "order-2"]).location != first.location)
      #expect(try await api.post("/v1/plans", body, [key: "two words"]).status == 400)
    }
  }

  @Test func manyWithOneKeyAtOnceAreOneJob() async throws {
    try await Served().ask { api async throws in
      let key = try name("Idempotency-Key")
      let body = SampleDay.request(try SampleDay.tiny())
      let places = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<12 {
          group.addTask { try await api.post("/v1/plans", body, [key: "same"]).location }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(places.count == 1)
    }
  }

  @Test func eventsTellHowItGoes() async throws {
    try await Served().ask { api async throws in
      let job = try await api.post("/v1/plans", SampleDay.request(try SampleDay.small())).location
      let events = try await api.get(job + "/events")
      #expect(events.headers[.contentType] == "text/event-stream")
      let names = events.text.split(separator: "\n").filter { $0.hasPrefix("event: ") }.map {
        $0.dropFirst(7)
      }
      #expect(names.first == "status")
      #expect(names.last == "done")
      #expect(names.contains("incumbent"))
      let data = events.text.split(separator: "\n").filter { $0.hasPrefix("data: ") }
        .compactMap { JSONItem(json: Array($0.dropFirst(6).utf8)) }
      #expect(data.count == names.count)
      let told = zip(names, data).filter { $0.0 == "incumbent" }.map(\.1)
      #expect(told.allSatisfy { $0["objective"] != .null && $0["iterations"] != .null })
      // Taken up again after the last one but one.
      let rest = try await api.get(
        job + "/events", [try name("Last-Event-ID"): String(names.count - 1)])
      #expect(rest.text.contains("event: done") && !rest.text.contains("event: status"))
    }
  }

  @Test func aDayThatCannotBeReadAgainFailsWithItsFaults() async throws {
    let served = try Served()
    let id = String(repeating: "a", count: 26)
    let record = JobRecord(
      id: id, tenant: "local", kind: "plan", fingerprint: "", legs: 1, submittedAt: Date())
    #expect(try served.file.accept(record, request: Array("{\"scenario\": {}}".utf8)) == .accepted)
    try await served.ask { api async throws in
      let end = try await api.end(of: "/v1/jobs/" + id)
      #expect(end["state"] == "failed")
      #expect(end["failure"]["code"] == "invalid")
      #expect(!end["failure"]["errors"].array.isEmpty)
      #expect(try await api.get("/v1/jobs/\(id)/result").status == 409)
    }
  }

  @Test func replanningStartsFromThePlanTold() async throws {
    try await Served().ask { api async throws in
      let (day, plan) = (try SampleDay.tiny(), try SampleDay.plan())
      let answer = try await api.post(
        "/v1/replan?wait=30",
        [
          "scenario": day, "previous": plan,
          "options": ["iterations": 50, "seed": 1, "keep_times": true],
        ])
      #expect(answer.status == 200)
      #expect(answer.json["changes"]["previous"] == plan["provenance"]["plan_hash"])
      #expect(answer.json["changes"]["changes"].array.isEmpty)
    }
  }

  @Test func aPlanIsMendedAfterWhatHasHappened() async throws {
    try await Served().ask { api async throws in
      let (day, plan) = (try SampleDay.tiny(), try SampleDay.plan())
      let body: JSONItem = [
        "scenario": day, "previous": plan, "options": ["iterations": 50],
        "events": ["events": [["event": "cancelled", "trip": "b2"]]],
      ]
      let answer = try await api.post("/v1/replan?wait=30", body)
      #expect(answer.status == 200, "\(answer.text)")
      let legs = answer.json["runs"].array.flatMap { $0["stops"].array.map { $0["leg"].string } }
      #expect(legs.contains("b1-1") && !legs.contains("b2-1"))
      let unknown = try await api.post(
        "/v1/replan?wait=30",
        body.with(
          "events", ["events": [["event": "cancelled", "trip": "b9"], ["event": "flood"]]]))
      #expect(unknown.status == 422)
      #expect(unknown.errors.contains { $0["pointer"].string.hasPrefix("/events/events/1") })
    }
  }

  @Test func papersOfAMendedPlanAreOfTheDayAsItIsThen() async throws {
    try await Served().ask { api async throws in
      let farm: JSONItem = [
        "id": "p9", "name": "Ferme du haut", "latitude": .number(44.66),
        "longitude": .number(1.98),
      ]
      let leg: JSONItem = [
        "id": "b9-1", "from": "p9", "to": "p1", "anchor": ["arrive_by": "10:05"],
      ]
      let late: JSONItem = [
        "id": "b9", "rider": "r2", "purpose": "shopping", "modes": ["volunteer"], "legs": [leg],
      ]
      let answer = try await api.post(
        "/v1/replan?wait=30",
        [
          "scenario": try SampleDay.tiny(), "previous": try SampleDay.plan(),
          "options": ["iterations": 50],
          "events": [
            "events": [["event": "cancelled", "trip": "b2"]], "places": [farm], "bookings": [late],
          ],
        ])
      let result = try #require(answer.headers[.contentLocation], "\(answer.text)")
      let sheets = try await api.get(result.replacing("/result", with: "/sheets"))
      #expect(sheets.status == 200, "\(sheets.text.prefix(300))")
      #expect(sheets.text.contains("Ferme du haut"))
    }
  }
}

func name(_ name: String) throws -> HTTPField.Name { try #require(HTTPField.Name(name)) }

/// Waits until something holds, half a minute at least.
func until(_ holds: @Sendable () async throws -> Bool) async throws {
  for _ in 0..<3000 {
    if try await holds() { return }
    try await Task.sleep(for: .milliseconds(10))
  }
  Issue.record("it did not come to hold")
}
