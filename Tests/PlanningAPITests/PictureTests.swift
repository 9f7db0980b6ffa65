import HTTPTypes
import Interchange
import PlanningAPI
import Testing

/// What people look at of a plan that no job has made, and what buses and trains would do.
@Suite struct PictureTests {
  private func example(_ api: Asking) -> JSONItem {
    api.contract.document["paths"]["/v1/check"]["post"]["requestBody"]["content"][
      "application/json"]["examples"]["small"]["value"]
  }

  @Test func aPlanThatIsSentIsDrawn() async throws {
    try await Served().ask { api async throws in
      let body = example(api)
      let map = try await api.post("/v1/geojson", body)
      #expect(map.status == 200)
      let kinds = Set(map.json["features"].array.map { $0["properties"]["kind"].string })
      #expect(kinds.isSuperset(of: ["run", "pickup", "delivery"]), "\(kinds)")
      let page = try await api.post("/v1/page", body, [.acceptLanguage: "fr"])
      #expect(page.status == 200 && page.text.contains("<html lang=\"fr\""))
      #expect(page.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
      #expect(!page.text.contains("id=\"alternatives\""), "no timetables are known")
    }
  }

  @Test func aPlanMustBeThere() async throws {
    try await Served().ask { api async throws in
      for path in ["/v1/geojson", "/v1/page"] {
        let answer = try await api.post(path, ["scenario": example(api)["scenario"]])
        #expect(answer.status == 422 && !answer.errors.isEmpty, "\(answer.text)")
      }
    }
  }

  @Test func eachLegIsToldWhereTimetablesAreKnown() async throws {
    try await Served().ask { api async throws in
      let answer = try await api.post("/v1/alternatives", example(api)["scenario"])
      #expect(answer.json["timetables"] == false && answer.json["legs"].array.isEmpty)
    }
    try await Served { $0.feeds = [SampleDay.feed] }.ask { api async throws in
      let answer = try await api.post("/v1/alternatives", example(api)["scenario"])
      #expect(answer.json["timetables"] == true, "\(answer.text)")
      #expect(answer.json["legs"].array.map { $0["leg"].string } == ["b1-1", "b1-2", "b2-1"])
      #expect(
        answer.json["legs"].array.allSatisfy {
          $0["title"] != .null || !$0["obstacles"].array.isEmpty
        })
      let page = try await api.post("/v1/page", example(api))
      #expect(page.text.contains("id=\"alternatives\""))
    }
  }
}
