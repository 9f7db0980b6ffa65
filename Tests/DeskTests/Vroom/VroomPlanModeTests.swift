import Desk
import Foundation
import Interchange
import Testing

/// Plan mode: steps as they are given, timed and judged.
@Suite struct VroomPlanModeTests {
  private typealias Door = VroomDoorTests

  private func plan(_ text: String) throws -> [String: Any] {
    let (code, json) = try Door.answer(text) { $0.options.plan = true }
    #expect(code == 0, "\(json)")
    return json
  }

  /// Too many aboard at first, the second too late, the way home over time, and one who is not named.
  @Test func tellsWhatTheGivenStepsBreak() throws {
    let json = try plan(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "capacity": [2], "time_window": [100, 140],
         "steps": [{"type": "start", "service_after": 95}, {"type": "job", "id": 1}, {"type": "job", "id": 2},
                   {"type": "end"}]}],
       "jobs": [{"id": 1, "location_index": 2, "delivery": [2], "service": 5, "skills": [4]},
                {"id": 2, "location_index": 3, "delivery": [1], "time_windows": [[0, 120]]},
                {"id": 3, "location_index": 1}], \(Door.line)}
      """)
    let route = try #require(try Door.routes(json).first)
    #expect(try Door.order(route) == ["start", "job 1", "job 2", "end"])
    let steps = try Door.steps(route)
    // 35 s to the second job and 65 s in all: out at 95, it is 10 s late, and home 20 s late. Five seconds early at
    // the start save more than they cost.
    #expect(steps.map { $0["arrival"] as? Int } == [95, 115, 130, 160])
    #expect(steps.map(Door.causes).map { $0["delay"] } == [nil, nil, 10, 20])
    #expect(Door.causes(steps[0]) == ["lead_time": 5, "load": 0])
    #expect(Door.causes(steps[1]) == ["skills": 0])
    #expect(Door.causes(route) == ["lead_time": 5, "delay": 30, "load": 0, "skills": 0])
    #expect(Door.causes(try Door.summary(json)) == Door.causes(route))
    #expect((json["unassigned"] as? [[String: Any]])?.map { $0["id"] as? Int } == [3])
  }

  @Test func tellsOrderLimitsAndMissingBreaks() throws {
    let json = try plan(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "max_tasks": 2, "max_travel_time": 30, "max_distance": 300,
         "breaks": [{"id": 5, "service": 5}],
         "steps": [{"type": "delivery", "id": 1}, {"type": "pickup", "id": 1}, {"type": "pickup", "id": 2}]}],
       "shipments": [
        {"pickup": {"id": 1, "location_index": 1}, "delivery": {"id": 1, "location_index": 2}},
        {"pickup": {"id": 2, "location_index": 3}, "delivery": {"id": 2, "location_index": 0}}], \(Door.line)}
      """)
    let route = try #require(try Door.routes(json).first)
    let steps = try Door.steps(route)
    #expect(steps.dropFirst().dropLast().map { Door.causes($0)["precedence"] } == [0, 0, 0])
    #expect(
      Set(Door.causes(route).keys)
        == ["precedence", "max_tasks", "max_travel_time", "max_distance", "missing_break"])
    #expect((json["unassigned"] as? [[String: Any]])?.map { $0["type"] as? String } == ["delivery"])
  }

  /// The gap between two windows: ten seconds too early cost less than thirty too late.
  @Test func takesTheNearerWindow() throws {
    let json = try plan(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "steps": [{"type": "start", "service_at": 40},
         {"type": "job", "id": 1}, {"type": "job", "id": 2, "service_at": 60}]}],
       "jobs": [{"id": 1, "location_index": 1, "time_windows": [[0, 20], [60, 70]]},
                {"id": 2, "location_index": 2}], \(Door.line)}
      """)
    let steps = try Door.steps(try #require(Door.routes(json).first))
    #expect(Door.causes(steps[1]) == ["lead_time": 10])
    #expect(steps[1]["arrival"] as? Int == 50 && steps[2]["arrival"] as? Int == 60)
  }

  @Test func servicesThatCannotBeKeptAreAFault() throws {
    let (code, json) = try Door.answer(
      """
      {"vehicles": [{"id": 7, "start_index": 0, "steps": [{"type": "start", "service_after": 40},
         {"type": "job", "id": 1, "service_before": 45}]}],
       "jobs": [{"id": 1, "location_index": 1}], "options": {"c": true}, \(Door.line)}
      """)
    #expect(code == 2)
    #expect((json["error"] as? String)?.contains("vehicle 7") == true)
  }

  /// What a solve has found, timed again in plan mode, breaks nothing.
  @Test func anAnswerPassesPlanMode() throws {
    let request = """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "capacity": [2], "time_window": [0, 500],
         "breaks": [{"id": 1, "service": 20, "time_windows": [[30, 60]]}]}],
       "jobs": [{"id": 1, "location_index": 1, "delivery": [1], "time_windows": [[100, 150]]}],
       "shipments": [{"amount": [1], "pickup": {"id": 1, "location_index": 3, "service": 4},
         "delivery": {"id": 1, "location_index": 2}}], \(Door.line)}
      """
    let (_, solved) = try Door.answer(request)
    let steps = try Door.steps(try #require(Door.routes(solved).first))
    var document = try #require(
      try JSONSerialization.jsonObject(with: Data(request.utf8)) as? [String: Any])
    var vehicles = try #require(document["vehicles"] as? [[String: Any]])
    vehicles[0]["steps"] = steps
    document["vehicles"] = vehicles
    let again = try JSONSerialization.data(withJSONObject: document)
    let json = try plan(String(decoding: again, as: UTF8.self))
    #expect(try Door.summary(json)["violations"] as? [Int] == [])
    #expect(json["warnings"] == nil)
    #expect(try Door.summary(json)["cost"] as? Int == Door.summary(solved)["cost"] as? Int)
  }
}
