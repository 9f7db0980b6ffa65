import Desk
import Foundation
import Interchange
import Testing

/// Requests in VROOM's language, answered.
@Suite struct VroomDoorTests {
  /// Answers a request within a moment.
  static func answer(
    _ text: String, limit: Double = 0.2, _ change: (inout VroomDoor.Settings) -> Void = { _ in }
  ) throws -> (code: Int, json: [String: Any]) {
    var settings = VroomDoor.Settings()
    settings.options.limit = limit
    settings.options.threads = 1
    change(&settings)
    let reply = VroomDoor(settings).answer(Array(text.utf8))
    let json = try JSONSerialization.jsonObject(with: Data(reply.body.utf8))
    let object = try #require(json as? [String: Any])
    #expect(object["code"] as? Int == reply.code.rawValue)
    return (reply.code.rawValue, object)
  }

  static func summary(_ json: [String: Any]) throws -> [String: Any] {
    try #require(json["summary"] as? [String: Any])
  }

  static func routes(_ json: [String: Any]) throws -> [[String: Any]] {
    try #require(json["routes"] as? [[String: Any]])
  }

  static func steps(_ route: [String: Any]) throws -> [[String: Any]] {
    try #require(route["steps"] as? [[String: Any]])
  }

  /// The kind and id of each step, `job 3`.
  static func order(_ route: [String: Any]) throws -> [String] {
    try steps(route).map { step in
      let id = (step["id"] as? Int).map { " \($0)" } ?? ""
      return (step["type"] as? String ?? "") + id
    }
  }

  static func causes(_ owner: [String: Any]) -> [String: Int] {
    var causes: [String: Int] = [:]
    for violation in owner["violations"] as? [[String: Any]] ?? [] {
      causes[violation["cause"] as? String ?? ""] = violation["duration"] as? Int ?? 0
    }
    return causes
  }

  /// Four places on a line, ten seconds apart.
  static let line = """
    "matrices": {"car": {"durations": [[0,10,20,30],[10,0,10,20],[20,10,0,10],[30,20,10,0]],
      "distances": [[0,100,200,300],[100,0,100,200],[200,100,0,100],[300,200,100,0]]}}
    """

  /// Vehicles with coordinates, skills, capacities and breaks; jobs and a shipment: everything that clients show.
  @Test func answersARoundWithCoordinates() throws {
    let (code, json) = try Self.answer(
      """
      {"vehicles": [
        {"id": 1, "start": [1.44, 44.45], "end": [1.44, 44.45], "capacity": [4], "skills": [1, 14],
         "time_window": [28800, 43200], "breaks": [{"id": 1, "service": 300, "time_windows": [[36000, 37800]]}]},
        {"id": 2, "start": [1.44, 44.45], "end": [1.44, 44.45], "capacity": [4], "skills": [2, 14],
         "time_window": [28800, 43200], "breaks": [{"id": 2, "service": 300, "time_windows": [[36000, 37800]]}]}],
       "jobs": [
        {"id": 1, "service": 300, "delivery": [1], "location": [1.62, 44.62], "skills": [1],
         "time_windows": [[32400, 36000]]},
        {"id": 2, "service": 300, "delivery": [1], "location": [1.52, 44.51], "skills": [1]},
        {"id": 5, "service": 300, "delivery": [1], "location": [1.38, 44.40], "skills": [14]}],
       "shipments": [{"amount": [1], "skills": [2], "pickup": {"id": 4, "service": 300, "location": [1.30, 44.55]},
        "delivery": {"id": 3, "service": 300, "location": [1.35, 44.50]}}],
       "options": {"g": true}}
      """)
    #expect(code == 0)
    let summary = try Self.summary(json)
    #expect(summary["unassigned"] as? Int == 0 && summary["routes"] as? Int == 2)
    #expect(summary["service"] as? Int == 5 * 300 + 2 * 300)
    #expect(summary["violations"] as? [Int] == [] && json["unassigned"] as? [Int] == [])
    #expect(summary["delivery"] as? [Int] == [4] && summary["pickup"] as? [Int] == [1])
    #expect(summary["cost"] as? Int == summary["duration"] as? Int)
    let times = try #require(summary["computing_times"] as? [String: Int])
    #expect(Set(times.keys) == ["loading", "solving", "routing"])
    for route in try Self.routes(json) {
      #expect((route["geometry"] as? String)?.isEmpty == false)
      let steps = try Self.steps(route)
      #expect(steps.contains { $0["type"] as? String == "break" })
      #expect(steps.allSatisfy { $0["arrival"] is Int && $0["violations"] as? [Int] == [] })
      #expect(steps.first?["location"] as? [Double] == [1.44, 44.45])
    }
  }

  /// A matrix of four places, as in VROOM's documentation of custom matrices.
  @Test func answersARequestWithAMatrix() throws {
    let (code, json) = try Self.answer(
      """
      {"vehicles": [{"id": 0, "start_index": 0, "end_index": 3}],
       "jobs": [{"id": 14, "location_index": 1}, {"id": 15, "location_index": 2}],
       "matrix": [[0,2100,190,1300],[2100,0,2250,3150],[190,2250,0,1100],[1300,3150,1100,0]]}
      """)
    let route = try #require(try Self.routes(json).first)
    #expect(code == 0 && route["cost"] as? Int == 2100 + 2250 + 1100)
    #expect(try Self.order(route) == ["start", "job 14", "job 15", "end"])
    #expect(try Self.steps(route).map { $0["arrival"] as? Int } == [0, 2100, 4350, 5450])
    let summary = try Self.summary(json)
    #expect(summary["lower_bound"] as? Int == 5450 && summary["gap"] as? Double == 0)
  }

  @Test func setsUpOncePerPlaceAndByType() throws {
    let (_, json) = try Self.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "type": "van"}],
       "jobs": [{"id": 1, "location_index": 1, "setup": 5, "service": 1},
                {"id": 2, "location_index": 1, "setup": 5, "service": 1, "service_per_type": {"van": 3}},
                {"id": 3, "location_index": 0, "setup": 9}], \(Self.line)}
      """)
    let summary = try Self.summary(json)
    #expect(summary["setup"] as? Int == 5 && summary["service"] as? Int == 4)
    #expect(summary["cost"] as? Int == 10)
  }

  /// Two bottles out and three back do not fit where two do.
  @Test(arguments: [(2, 1), (3, 0)])
  func jobsExchangeLoads(capacity: Int, unassigned: Int) throws {
    let (_, json) = try Self.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "capacity": [\(capacity)]}],
       "jobs": [{"id": 1, "location_index": 1, "delivery": [2], "pickup": [3]}], \(Self.line)}
      """)
    #expect(try Self.summary(json)["unassigned"] as? Int == unassigned)
    if unassigned == 0 {
      let steps = try Self.steps(try #require(Self.routes(json).first))
      #expect(steps.map { $0["load"] as? [Int] } == [[2], [3], [3]])
    } else {
      let entry = try #require((json["unassigned"] as? [[String: Any]])?.first)
      #expect(entry["reasons"] as? [String] == ["capacity"] && entry["type"] as? String == "job")
    }
  }

  /// One priority of 10 counts more than two of 4, and those more than distance.
  @Test func prioritiesComeFirst() throws {
    func request(_ priority: Int) -> String {
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "max_travel_time": 60,
         "time_window": [0, 60]}],
       "jobs": [{"id": 1, "location_index": 1, "priority": 4, "service": 5},
                {"id": 2, "location_index": 1, "priority": 4, "service": 5},
                {"id": 3, "location_index": 3, "priority": \(priority)}], \(Self.line)}
      """
    }
    let (_, far) = try Self.answer(request(10))
    #expect(try Self.order(try #require(Self.routes(far).first)).contains("job 3"))
    #expect(try Self.summary(far)["priority"] as? Int == 10)
    let (_, near) = try Self.answer(request(7))
    #expect(try Self.summary(near)["priority"] as? Int == 8)
    let left = try #require((near["unassigned"] as? [[String: Any]])?.first)
    #expect(left["id"] as? Int == 3 && left["reasons"] as? [String] == ["competition"])
  }

  @Test(arguments: [
    ("\"max_tasks\": 1", "", 1), ("\"max_travel_time\": 39", "", 1),
    ("\"max_distance\": 399", "", 1),
    ("\"max_distance\": 400", "", 0), ("\"skills\": [2]", ", \"skills\": [1]", 1),
    ("\"time_window\": [0, 39]", "", 1), ("\"speed_factor\": 2, \"time_window\": [0, 20]", "", 0),
    ("\"capacity\": [1]", "", 0),
  ])
  func vehiclesKeepTheirLimits(vehicle: String, job: String, unassigned: Int) throws {
    let (_, json) = try Self.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, \(vehicle)}],
       "jobs": [{"id": 1, "location_index": 1}, {"id": 2, "location_index": 2\(job)}], \(Self.line)}
      """)
    #expect(try Self.summary(json)["unassigned"] as? Int == unassigned, "\(json)")
  }

  @Test func costsAreThoseOfTheVehicle() throws {
    func cost(_ costs: String, _ matrices: String = Self.line) throws -> Int? {
      try Self.summary(
        Self.answer(
          """
          {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "costs": \(costs)}],
           "jobs": [{"id": 1, "location_index": 1, "service": 360, "setup": 360}], \(matrices)}
          """
        ).json)["cost"] as? Int
    }
    #expect(try cost("{}") == 20)
    #expect(try cost("{\"fixed\": 7, \"per_hour\": 7200, \"per_km\": 5}") == 7 + 40 + 1)
    #expect(try cost("{\"per_task_hour\": 100}") == 20 + 20)
    let custom =
      "\"matrices\": {\"car\": {\"durations\": [[0,1],[1,0]], \"costs\": [[0,50],[60,0]]}}"
    #expect(try cost("{}", custom) == 110)
  }

  /// Set-ups cost as services do: whoever takes a hundred for them leaves the job to one who costs fifty more.
  @Test(arguments: ["\"setup\": 100", "\"setup_per_type\": {\"slow\": 100}"])
  func setUpsAreWeighed(setup: String) throws {
    func served(_ slow: String, _ jobs: String = "") throws -> (vehicle: Int?, cost: Int?) {
      let (_, json) = try Self.answer(
        """
        {"vehicles": [
          {"id": 1, "type": "slow", "start_index": 0, "end_index": 0, "costs": {\(slow)}},
          {"id": 2, "type": "fast", "start_index": 0, "end_index": 0, "costs": {"fixed": 50}}],
         "jobs": [{"id": 1, "location_index": 1, \(setup)}\(jobs)], \(Self.line)}
        """)
      return (
        try Self.routes(json).first?["vehicle"] as? Int, try Self.summary(json)["cost"] as? Int
      )
    }
    let paid = try served("\"per_task_hour\": 3600")
    #expect(paid.vehicle == 2 && paid.cost == 20 + 50)
    let cheap = try served("\"per_task_hour\": 360")
    #expect(cheap.vehicle == 1 && cheap.cost == 20 + 10)
    // Only who comes from elsewhere sets up: two at one place cost no more than one.
    let both = try served(
      "\"per_task_hour\": 360", ", {\"id\": 2, \"location_index\": 1, \(setup)}")
    #expect(both.vehicle == 1 && both.cost == 20 + 10)
  }

  /// A vehicle that ends where somebody else sets something up is not thought to pay for coming home: 30, which the last
  /// one would not do for 90.
  @Test func comingHomeSetsNothingUp() throws {
    let (_, json) = try Self.answer(
      """
      {"vehicles": [
         {"id": 1, "start_index": 0, "end_index": 1, "costs": {"per_task_hour": 3600}},
         {"id": 2, "start_index": 0, "end_index": 0, "skills": [7], "max_tasks": 1},
         {"id": 3, "start_index": 0, "end_index": 0, "costs": {"fixed": 50}}],
       "jobs": [{"id": 1, "location_index": 2},
         {"id": 2, "location_index": 1, "setup": 100, "skills": [7]}], \(Self.line)}
      """)
    #expect(try Self.summary(json)["cost"] as? Int == 30 + 20)
    #expect(try Self.summary(json)["unassigned"] as? Int == 0)
  }

  /// A break with a heavy load aboard would not be allowed: it is taken before.
  @Test func breaksMindTheLoad() throws {
    let (_, json) = try Self.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 3, "capacity": [2],
         "breaks": [{"id": 8, "service": 5, "max_load": [1]}]}],
       "jobs": [{"id": 1, "location_index": 1, "pickup": [2]}], \(Self.line)}
      """)
    let order = try Self.order(try #require(Self.routes(json).first))
    #expect(order == ["start", "break 8", "job 1", "end"])
  }

  /// Times from 1970 are as good as times of day.
  @Test func takesTimesFromAnyOrigin() throws {
    let (_, json) = try Self.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "time_window": [1600416000, 1600426800]}],
       "jobs": [{"id": 1, "location_index": 1, "time_windows": [[1600416020, 1600416030]]},
                {"id": 2, "location_index": 2}], \(Self.line)}
      """)
    let steps = try Self.steps(try #require(Self.routes(json).first))
    #expect(try Self.summary(json)["unassigned"] as? Int == 0)
    #expect(steps.allSatisfy { ($0["arrival"] as? Int ?? 0) >= 1_600_416_000 })
  }

  @Test func aStepBeyondEveryCapacityOfTheDoorIsTooLarge() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0}], "jobs": [{"id": 1, "location_index": 1},
        {"id": 2, "location_index": 2}], \(Self.line)}
      """
    #expect(try Self.answer(text) { $0.mostTasks = 1 }.code == 4)
    #expect(try Self.answer(text) { $0.mostTasks = 2 }.code == 0)
  }

  @Test func strictnessTurnsWarningsIntoFaults() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "profil": "car"}],
       "jobs": [{"id": 1, "location_index": 1}], \(Self.line)}
      """
    let loose = try Self.answer(text)
    #expect(loose.code == 0 && (loose.json["warnings"] as? [[String: String]])?.count == 1)
    let strict = try Self.answer(text) { $0.isStrict = true }
    #expect(strict.code == 2 && (strict.json["error"] as? String)?.contains("profil") == true)
    #expect(Set(strict.json.keys) == ["code", "error", "errors"])
  }

  /// Steps of a solve are where the search starts; those that cannot be made are mended, and it is said.
  @Test func stepsAreAHint() throws {
    func request(_ steps: String) -> String {
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "max_tasks": 1, "steps": [\(steps)]}],
       "jobs": [{"id": 1, "location_index": 1}, {"id": 2, "location_index": 2}], \(Self.line)}
      """
    }
    let good = try Self.answer(request("{\"type\": \"job\", \"id\": 1}"))
    #expect(good.code == 0 && good.json["warnings"] == nil)
    let bad = try Self.answer(
      request("{\"type\": \"job\", \"id\": 1}, {\"type\": \"job\", \"id\": 2}"))
    let warnings = bad.json["warnings"] as? [[String: String]]
    #expect(bad.code == 0 && warnings?.first?["pointer"] == "/vehicles/0/steps")
    #expect(try Self.summary(bad.json)["unassigned"] as? Int == 1)
  }
}
