import Desk
import Foundation
import HTTPTypes
import Interchange
import PlanningAPI
import Testing

/// Days that the server holds itself.
@Suite struct DayTests {
  private static let place = "/v1/days/" + Shelf.date

  @Test func aServerWithoutDaysHasNone() async throws {
    try await Served().ask { api async throws in
      #expect(try await api.get("/v1/days").json["days"].array.isEmpty)
      let day = try await api.get(Self.place, [.acceptLanguage: "en"])
      #expect(day.status == 404)
      #expect(day.json["detail"].string.contains("--days"))
      let plan = try await api.post("/v1/plans", ["day": "2026-11-25"])
      #expect(plan.status == 404)
    }
  }

  @Test func aDayIsOpenedAsItIsSent() async throws {
    try await Shelf().served.ask { api async throws in
      let list = try await api.get("/v1/days")
      #expect(
        list.json["days"].array == [["bookings": 2, "date": .string(Shelf.date), "plan": .null]])
      let day = try await api.get(Self.place)
      #expect(day.status == 200)
      #expect(day.json["plan"] == .null && day.json["kept"] == .null)
      #expect(day.json["scenario"]["bookings"].array.count == 2)
      let tag = try #require(day.headers[.eTag])
      #expect(try await api.get(Self.place, [.ifNoneMatch: tag]).status == 304)
      let planned = try await api.post(
        "/v1/plans?wait=30", ["scenario": day.json["scenario"], "options": ["iterations": 50]])
      #expect(planned.status == 200, "\(planned.text)")
      // A store has every day, but no day that does not exist.
      let other = try await api.get("/v1/days/2026-12-24")
      #expect(other.json["scenario"]["bookings"].array.isEmpty)
      for wrong in ["2026-02-30", "tomorrow", "25.11.2026"] {
        #expect(try await api.get("/v1/days/" + wrong).status == 404, "\(wrong)")
      }
    }
  }

  @Test func aDayIsPlannedByItsDateAndItsPlanKept() async throws {
    let shelf = try Shelf()
    try await shelf.served.ask { api async throws in
      let body: JSONItem = ["day": .string(Shelf.date), "options": ["iterations": 50, "seed": 1]]
      let plan = try await api.post("/v1/plans?wait=30", body)
      #expect(plan.status == 200, "\(plan.text)")
      let none = try await api.post("/v1/replan", ["day": .string(Shelf.date)])
      #expect(none.status == 422)
      #expect(none.errors.first?["pointer"] == "/day")
      let kept = try await api.post(Self.place + "/plans", ["plan": plan.json, "after": 0])
      #expect(kept.status == 201, "\(kept.text)")
      #expect(kept.json["number"] == 1 && kept.json["state"] == "draft")
      let day = try await api.get(Self.place)
      #expect(day.json["plan"]["runs"] == plan.json["runs"])
      #expect(day.json["kept"]["stale"] == false)
      #expect(try await api.get("/v1/days").json["days"].array.first?["plan"]["number"] == 1)
      // Somebody who has not seen it does not replace it.
      let late = try await api.post(Self.place + "/plans", ["plan": plan.json, "after": 0])
      #expect(late.status == 409)
      #expect(late.json["code"] == "overtaken")
      try shelf.publish()
      let mended = try await api.post(
        "/v1/replan?wait=30",
        [
          "day": .string(Shelf.date), "options": ["iterations": 50],
          "events": ["events": [["event": "cancelled", "trip": "b2"]]],
        ])
      #expect(mended.status == 200, "\(mended.text)")
      #expect(mended.json["changes"]["previous"] == plan.json["provenance"]["plan_hash"])
      try shelf.put(
        try SampleDay.tiny().with(
          "bookings", .array(Array(try SampleDay.tiny()["bookings"].array.prefix(1)))))
      #expect(try await api.get(Self.place).json["kept"]["stale"] == true)
    }
  }

  @Test func aPlanThatBreaksARuleOrIsNoneIsNotKept() async throws {
    try await Shelf().served.ask { api async throws in
      let plan = try SampleDay.plan()
      let run = try #require(plan["runs"].array.first)
      let short = run.with("stops", .array(Array(run["stops"].array.dropFirst())))
      let broken = try await api.post(
        Self.place + "/plans", ["plan": plan.with("runs", [short])], [.acceptLanguage: "en"])
      #expect(broken.status == 422)
      #expect(broken.errors.contains { $0["code"] == "rule-broken" }, "\(broken.text)")
      let empty = try await api.post(Self.place + "/plans", ["after": -1])
      #expect(Set(empty.errors.map { $0["pointer"].string }) == ["/plan", "/after"])
      #expect(
        try await api.post("/v1/days/2026-11-26/plans", ["plan": plan]).errors.first?["pointer"]
          == "/plan/date")
      #expect(try await api.get("/v1/days").json["days"].array.first?["plan"] == .null)
    }
  }

  @Test func aRepeatedRequestIsTheSameJobThoughTheDayHasChanged() async throws {
    let shelf = try Shelf()
    try await shelf.served.ask { api async throws in
      let key = try name("Idempotency-Key")
      let body: JSONItem = ["day": .string(Shelf.date), "options": ["iterations": 50]]
      let first = try await api.post("/v1/plans", body, [key: "k"])
      #expect(first.json["legs"].integer == 3)
      try shelf.put(
        try SampleDay.tiny().with(
          "bookings", .array(Array(try SampleDay.tiny()["bookings"].array.prefix(1)))))
      #expect(try await api.post("/v1/plans", body, [key: "k"]).location == first.location)
      #expect(try await api.post("/v1/plans", body).json["legs"].integer == 2)
      for wrong in [JSONItem.string("soon"), 3, .null] {
        let answer = try await api.post("/v1/plans", ["day": wrong])
        #expect(answer.errors.first?["pointer"] == "/day", "\(wrong)")
      }
    }
  }

  @Test func daysNeedTheirOwnScopes() async throws {
    let served = try Shelf().served
    let planner = try served.key("a")
    let viewer = try served.key("a", [.days])
    try await served.ask { api async throws in
      #expect(try await api.with(planner).get("/v1/days").status == 403)
      #expect(try await api.with(planner).get(Self.place).status == 403)
      let body: JSONItem = ["day": .string(Shelf.date)]
      #expect(try await api.with(planner).post("/v1/plans", body).status == 403)
      #expect(try await api.with(viewer).get(Self.place).status == 200)
      let keeping = try await api.with(viewer).post(
        Self.place + "/plans", ["plan": try SampleDay.plan()])
      #expect(keeping.status == 403)
    }
  }

  @Test func oneDayInAFileIsAShelfToo() async throws {
    let served = try Served {
      $0.days = try? DayShelf(
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
          .deletingLastPathComponent()
          .appending(path: "Sources/PlanningAPI/Resources/example-day.json").path)
    }
    try await served.ask { api async throws in
      #expect(try await api.get("/v1/days").json["days"].array.count == 1)
      #expect(try await api.get(Self.place).status == 200)
      #expect(try await api.get("/v1/days/2026-11-26").status == 404)
      #expect(
        try await api.post(Self.place + "/plans", ["plan": try SampleDay.plan()]).status == 404)
    }
  }

  @Test func aShelfThatIsNoneIsToldAtOnce() throws {
    #expect(throws: Failure.self) { try DayShelf("/nowhere/lot.camin") }
  }
}
