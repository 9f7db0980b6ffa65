import Interchange
import PlanningAPI
import Testing

/// Days that are left to scheduled transport, in part or in whole (R12).
@Suite struct TimetableTests {
  @Test("R12: a day that is sent is left to the buses and trains that the server knows")
  func steering() async throws {
    let day = try SampleDay.stations()
    try await Served { $0.feeds = [SampleDay.feed] }.ask { api async throws in
      let told = try await api.post("/v1/alternatives", day).json["legs"].array
      let steered = Set(told.filter { $0["steered"] == true }.map { $0["leg"].string })
      #expect(steered == ["b1-1", "b1-2"] && told.count == 3)
      let job = try await api.post("/v1/plans", SampleDay.request(day)).location
      #expect(try await api.end(of: job)["state"] == "complete")
      let plan = try await api.get(job + "/result").json
      let driven = plan["runs"].array.filter { $0["mode"].string == "volunteer" }
        .flatMap { $0["stops"].array.map { $0["leg"].string } }
      #expect(Set(driven) == ["b2-1"])
      // The check knows it too.
      let verdict = try await api.post("/v1/check", ["scenario": day, "plan": plan])
      #expect(verdict.json["valid"] == true, "\(verdict.text)")
    }
  }

  @Test(
    "R12: rules that ask for timetables are not passed over in silence where there are none",
    arguments: ["steer", "feeder"])
  func silence(figure: String) async throws {
    let day = try SampleDay.small("volunteer-default", [figure: 1])
    @Sendable func told(_ answer: Answer) -> [JSONItem] {
      answer.json["warnings"].array.filter { $0["code"] == "no-timetables" }
    }
    try await Served().ask { api async throws in
      let bare = try await api.post("/v1/validate", day)
      #expect(told(bare).map { $0["pointer"] } == ["/territory/transit"], "\(bare.text)")
      let wrapped = try await api.post("/v1/validate", ["scenario": day])
      #expect(told(wrapped).map { $0["pointer"] } == ["/scenario/territory/transit"])
      let job = try await api.post("/v1/plans", SampleDay.request(day)).location
      _ = try await api.end(of: job)
      #expect(told(try await api.get(job)).count == 1)
      #expect(told(try await api.post("/v1/validate", try SampleDay.small())).isEmpty)
    }
    try await Served { $0.feeds = [SampleDay.feed] }.ask { api async throws in
      #expect(told(try await api.post("/v1/validate", day)).isEmpty)
    }
  }

  @Test("R12: a plan with feeder trips is checked and drawn though the day sent lacks its stops")
  func feeders() async throws {
    let day = try SampleDay.feeders()
    let known = try Served { $0.feeds = [SampleDay.feed] }
    let plan = try await known.answer { api async throws in
      let job = try await api.post("/v1/plans", SampleDay.request(day, iterations: 200)).location
      #expect(try await api.end(of: job)["state"] == "complete")
      let plan = try await api.get(job + "/result").json
      #expect(plan["connections"].array.map { $0["leg"] } == ["b1-1", "b1-2"], "\(plan)")
      let body: JSONItem = ["scenario": day, "plan": plan]
      let verdict = try await api.post("/v1/check", body)
      #expect(verdict.json["valid"] == true, "\(verdict.text)")
      for path in ["/v1/geojson", "/v1/page", "/v1/explain"] {
        let answer = try await api.post(path, body)
        #expect(answer.status == 200, "\(path): \(answer.text.prefix(400))")
      }
      for form in ["geojson", "summary", "page", "sheets", "runs"] {
        #expect(try await api.get(job + "/" + form).status == 200, "\(form)")
      }
      return plan
    }
    // Without the timetables nobody could say whether its stops are any.
    try await Served().ask { api async throws in
      let refused = try await api.post("/v1/check", ["scenario": day, "plan": plan])
      #expect(refused.status == 422)
      #expect(refused.errors.first?["code"] == "unknown-feeder-stop", "\(refused.text)")
      #expect(refused.errors.first?["pointer"] == "/plan/connections/0/stop")
    }
  }
}
