import Desk
import Foundation
import HTTPTypes
import Interchange
import PlanningAPI
import Testing

/// Who could carry somebody, over HTTP.
@Suite struct OfferTests {
  private static let feed = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Scenarios/territories/lot/transit").path
  private static let way = "/v1/offers?date=2026-11-25&from=p3&to=p1"

  @Test func theExampleOfTheDocumentIsAnswered() async throws {
    try await Shelf().served.ask { api async throws in
      let operation = api.contract.document["paths"]["/v1/offers"]["get"]
      let pairs = operation["parameters"].array.filter {
        $0["in"] == "query" && $0["example"] != .null
      }
      .map { $0["name"].string + "=" + $0["example"].string }
      #expect(pairs.count >= 4)
      let answer = try await api.get("/v1/offers?" + pairs.joined(separator: "&"))
      #expect(answer.status == 200, "\(answer.text)")
    }
  }

  @Test func volunteersAndBusesAreInOneList() async throws {
    let shelf = try Shelf { $0.feeds = [Self.feed] }
    try await shelf.served.ask { api async throws in
      let own = try await api.get(Self.way + "&arrive_by=10:30")
      #expect(own.status == 200, "\(own.text)")
      #expect(own.json["offers"].array.contains { $0["kind"] == "volunteer" })
      let train = try await api.get(
        "/v1/offers?date=2026-11-25&from=44.7375,1.3822&to=44.4447,1.4377&depart_after=7:00")
      #expect(train.json["offers"].array.contains { $0["kind"] == "scheduled" }, "\(train.text)")
      // Asked again, from what is open, it is the same.
      #expect(try await api.get(Self.way + "&arrive_by=10:30").bytes == own.bytes)
    }
  }

  @Test func aChangeOfTheStoreCountsAtOnce() async throws {
    let shelf = try Shelf()
    try await shelf.served.ask { api async throws in
      func kinds() async throws -> [String] {
        try await api.get(Self.way + "&arrive_by=10:30").json["offers"].array
          .map { $0["kind"].string }
      }
      #expect(try await kinds() == ["volunteer"])
      let day = try SampleDay.tiny()
      let far = day["volunteers"].array.map { $0.with("needs_accepted", []).with("radius_km", 1) }
      try shelf.put(day.with("volunteers", .array(far)))
      #expect(try await kinds().isEmpty)
    }
  }

  @Test func theListIsThatOfTheDesk() async throws {
    let shelf = try Shelf()
    try await shelf.served.ask { api async throws in
      let answer = try await api.get(Self.way + "&depart_after=9:00&needs=walker")
      let input = try DayInput(shelf.path + "@" + Shelf.date)
      var wish = OfferWish()
      (wish.from, wish.to, wish.departAfter, wish.needs) = ("p3", "p1", "9:00", ["walker"])
      let query = try wish.query(on: input) { _ in fatalError("the wish is sound") }
      let offers = try OfferDesk(input, travel: nil, transit: nil).offers(query)
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = .convertToSnakeCase
      #expect(try JSONItem(json: Array(encoder.encode(offers))) == answer.json)
    }
  }

  @Test func allThatIsWrongIsToldByItsName() async throws {
    try await Shelf().served.ask { api async throws in
      func fields(_ query: String) async throws -> Set<String> {
        let answer = try await api.get("/v1/offers?" + query, [.acceptLanguage: "en"])
        #expect(answer.status == 422, "\(query)")
        return Set(answer.errors.map { $0["field"].string })
      }
      #expect(try await fields("") == ["date"])
      #expect(
        try await fields("date=2026-11-25&from=nowhere&to=44.6&needs=wings&asked=now")
          == ["from", "to", "needs", "asked", "depart_after"])
      #expect(
        try await fields("date=soon&companions=many&insured=perhaps")
          == ["date", "companions", "insured"])
      #expect(
        try await fields("date=2026-11-25&from=p1&to=p2&depart_after=9:00&arrive_by=10:00")
          == ["depart_after"])
      #expect(try await fields("date=2026-11-25&from=p1&to=p2&arrive_by=48h") == ["arrive_by"])
    }
  }

  @Test func offersNeedTheirScopeAndADay() async throws {
    let served = try Shelf().served
    let planner = try served.key("a")
    let front = try served.key("b", [.offers])
    try await served.ask { api async throws in
      #expect(try await api.with(planner).get(Self.way + "&arrive_by=10:30").status == 403)
      #expect(try await api.with(front).get(Self.way + "&arrive_by=10:30").status == 200)
      #expect(try await api.with(front).get("/v1/days").status == 403)
    }
    try await Served().ask { api async throws in
      #expect(try await api.get(Self.way + "&arrive_by=10:30").status == 404)
    }
  }
}
