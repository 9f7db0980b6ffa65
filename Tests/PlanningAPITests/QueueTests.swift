import Foundation
import HTTPTypes
import Interchange
import PlanStore
import PlanningAPI
import Synchronization
import Testing

/// Who comes when, who gets what, and what is there after an end of the process.
@Suite struct QueueTests {
  @Test func whoeverSendsManyDelaysNobodysFirst() async throws {
    let served = try Served()
    let (many, one) = (try served.key("many"), try served.key("one"))
    try await served.ask { api async throws in
      // The first runs until all others are in line, however slowly they come.
      let long = SampleDay.request(try SampleDay.small(), seconds: 600)
      let short = SampleDay.request(try SampleDay.tiny(), seconds: 1)
      var jobs = [try await api.with(many).post("/v1/plans", long).location]
      try await api.with(many).begins(jobs[0])
      for _ in 0..<3 { jobs.append(try await api.with(many).post("/v1/plans", short).location) }
      let own = try await api.with(one).post("/v1/plans", short)
      // One runs, three wait in one's own lane; only the first of them comes before.
      #expect(own.json["queue_position"].integer == 1)
      try await api.with(many).send(.delete, jobs[0], [:], nil)
      let end = try await api.with(one).end(of: own.location)
      var begun: [String] = []
      for job in jobs { begun.append(try await api.with(many).end(of: job)["started_at"].string) }
      #expect(begun == begun.sorted())
      #expect(end["started_at"].string <= begun[2])
    }
  }

  /// A program's hundred must not keep the coordinator waiting who works for the same service.
  @Test func keysOfOneTenantWaitInTurn() async throws {
    let served = try Served()
    let (program, desk) = (try served.key("one"), try served.key("one"))
    try await served.ask { api async throws in
      let long = SampleDay.request(try SampleDay.small(), seconds: 600)
      let short = SampleDay.request(try SampleDay.tiny(), seconds: 1)
      var jobs = [try await api.with(program).post("/v1/plans", long).location]
      try await api.with(program).begins(jobs[0])
      for _ in 0..<3 { jobs.append(try await api.with(program).post("/v1/plans", short).location) }
      let own = try await api.with(desk).post("/v1/plans", short)
      #expect(own.json["queue_position"].integer == 1)
      // Each key sees the jobs of both, and their places are no other by whose eyes.
      #expect(try await api.with(desk).get(jobs[2]).json["queue_position"].integer == 2)
      #expect(try await api.with(program).get(jobs[3]).json["queue_position"].integer == 3)
      for job in jobs.reversed() + [own.location] {
        try await api.with(desk).send(.delete, job, [:], nil)
      }
      for job in jobs + [own.location] { _ = try await api.with(desk).end(of: job) }
    }
  }

  @Test func theQueueIsBounded() async throws {
    let served = try Served { settings in
      settings.jobs.mostQueued = 3
      settings.jobs.mostQueuedPerTenant = 2
    }
    let (many, one) = (try served.key("many"), try served.key("one"))
    try await served.ask { api async throws in
      let body = SampleDay.request(try SampleDay.small(), seconds: 600)
      // One runs, two wait: no more of one's own.
      var places = [try await api.with(many).post("/v1/plans", body).location]
      try await api.with(many).begins(places[0])
      for _ in 0..<2 { places.append(try await api.with(many).post("/v1/plans", body).location) }
      let full = try await api.with(many).post("/v1/plans", body)
      #expect(full.status == 429)
      #expect(full.json["code"] == "queue-full")
      #expect(full.headers[.retryAfter] != nil)
      let other = try await api.with(one).post("/v1/plans", body)
      #expect(other.status == 202)
      try await api.with(one).send(.delete, other.location, [:], nil)
      for place in places.reversed() { try await api.with(many).send(.delete, place, [:], nil) }
      for place in places { _ = try await api.with(many).end(of: place) }
    }
  }

  @Test func aDayBeyondTheMemoryIsRefusedAtOnce() async throws {
    try await Served { $0.jobs.memory = 20_000_000 }.ask { api async throws in
      let answer = try await api.post("/v1/plans", SampleDay.request(try SampleDay.small()))
      #expect(answer.status == 413)
      #expect(answer.json["code"] == "too-large")
    }
  }

  @Test func whatAProcessLeavesIsTakenUpByTheNext() async throws {
    let served = try Served()
    let body = Array(JSONText.document(SampleDay.request(try SampleDay.tiny())).utf8)
    func accept(_ letter: String, attempts: Int) throws -> String {
      let id = String(repeating: letter, count: 26)
      let record = JobRecord(
        id: id, tenant: "local", kind: "plan", fingerprint: letter, legs: 3, submittedAt: Date())
      #expect(try served.file.accept(record, request: body) == .accepted)
      for _ in 0..<attempts { try served.file.begin(id, at: Date()) }
      return "/v1/jobs/" + id
    }
    let waiting = try accept("a", attempts: 0)
    let killed = try accept("b", attempts: 1)
    let deadly = try accept("c", attempts: 5)
    try await served.ask { api async throws in
      #expect(try await api.end(of: waiting)["state"] == "complete")
      let resumed = try await api.end(of: killed)
      #expect(resumed["state"] == "complete")
      #expect(resumed["attempts"].integer == 2)
      let given = try await api.end(of: deadly)
      #expect(given["state"] == "failed")
      #expect(given["failure"]["code"] == "internal-error")
    }
  }

  @Test func resultsOutlastTheProcess() async throws {
    let served = try Served()
    let key = try name("Idempotency-Key")
    let body = SampleDay.request(try SampleDay.tiny())
    let place = Mutex(("", [UInt8](), ""))
    try await served.keep { api async throws in
      let job = try await api.post("/v1/plans", body, [key: "k"]).location
      _ = try await api.end(of: job)
      let plan = try await api.get(job + "/result").bytes
      let tag = try #require(try await api.get(job).headers[.eTag])
      place.withLock { $0 = (job, plan, tag) }
    }
    try await served.ask { api async throws in
      let (job, plan, tag) = place.withLock { $0 }
      // What changed before the end of a server is counted anew by the next: its tags say nothing to it.
      #expect(try await api.get(job, [.ifNoneMatch: tag]).status == 200)
      #expect(try await api.get(job).json["state"] == "complete")
      #expect(try await api.get(job + "/result").bytes == plan)
      #expect(try await api.post("/v1/plans", body, [key: "k"]).location == job)
      #expect(try await api.get(job + "/events").text.contains("event: done"))
    }
  }
}
