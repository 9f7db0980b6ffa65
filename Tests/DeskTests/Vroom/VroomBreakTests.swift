import Desk
import Foundation
import Interchange
import Testing

/// Breaks on the way, as VROOM 1.15 takes them; its own answers to the same requests are named.
@Suite struct VroomBreakTests {
  private typealias Door = VroomDoorTests

  private static let matrices = """
    "matrices": {"car": {"durations": [[0,600,900],[600,0,400],[900,400,0]],
      "distances": [[0,6000,9000],[6000,0,4000],[9000,4000,0]]}}
    """

  private func route(_ breaks: String, _ vehicle: String = "") throws -> [String: Any] {
    let (code, json) = try Door.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "breaks": \(breaks)\(vehicle)}],
       "jobs": [{"id": 1, "location_index": 1}, {"id": 2, "location_index": 2}], \(Self.matrices)}
      """)
    #expect(code == 0 && json["unassigned"] as? [Int] == [], "\(json)")
    return try #require(try Door.routes(json).first)
  }

  private func times(_ route: [String: Any], _ key: String) throws -> [Int?] {
    try Door.steps(route).map { $0[key] as? Int }
  }

  /// VROOM drives 300 s, rests, and drives the other 600 s: 2,900 s in all, none of them waiting.
  @Test func aBreakIsTakenOnTheWay() throws {
    let route = try route(#"[{"id": 1, "time_windows": [[300, 400]], "service": 1000}]"#)
    #expect(route["waiting_time"] as? Int == 0 && route["cost"] as? Int == 1900)
    let steps = try Door.steps(route)
    let rest = try #require(steps.firstIndex { $0["type"] as? String == "break" })
    let begin = (steps[rest]["arrival"] as? Int ?? 0) + (steps[rest]["waiting_time"] as? Int ?? 0)
    #expect((300...400).contains(begin))
    let durations = try times(route, "duration").compactMap(\.self)
    #expect(durations.last == 1900 && durations == durations.sorted())
    #expect(try times(route, "arrival").compactMap(\.self).last.map { $0 - begin } ?? 0 > 1000)
  }

  /// VROOM splits one way by both: 300 s, 200 s and the rest of it.
  @Test func twoBreaksOnOneWay() throws {
    let route = try route(
      """
      [{"id": 1, "time_windows": [[300, 300]], "service": 1000},
       {"id": 2, "time_windows": [[1500, 1500]], "service": 100}]
      """, #", "time_window": [0, 3000]"#)
    #expect(try Door.order(route).prefix(3) == ["start", "break 1", "break 2"])
    #expect(try times(route, "arrival").last == 3000)
    #expect(try times(route, "duration").prefix(3) == [0, 300, 500])
    #expect(route["waiting_time"] as? Int == 0)
  }

  /// Nothing but the end of the way home can wait for a break at noon.
  @Test func breaksLieOnTheWayHomeToo() throws {
    let route = try route(
      #"[{"id": 1, "time_windows": [[1500, 1500]], "service": 100}]"#,
      #", "time_window": [0, 2000]"#)
    #expect(try times(route, "arrival").last == 2000)
    #expect(try times(route, "duration").last == 1900)
  }

  /// Plan mode splits the way as well: no violation where VROOM's finds none.
  @Test func planModeRestsOnTheWay() throws {
    let (_, json) = try Door.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "time_window": [0, 2900],
         "breaks": [{"id": 1, "time_windows": [[300, 400]], "service": 1000}],
         "steps": [{"type": "start"}, {"type": "break", "id": 1}, {"type": "job", "id": 2}, {"type": "job", "id": 1},
                   {"type": "end"}]}],
       "jobs": [{"id": 1, "location_index": 1}, {"id": 2, "location_index": 2}], \(Self.matrices)}
      """
    ) { $0.options.plan = true }
    let route = try #require(try Door.routes(json).first)
    #expect(route["violations"] as? [Int] == [])
    #expect(try times(route, "arrival") == [0, 300, 1900, 2300, 2900])
    #expect(try times(route, "duration") == [0, 300, 900, 1300, 1900])
  }

  /// Custom costs are what is minimised; metres limit the route all the same. VROOM's costs: 3, and 6 with a metre less.
  @Test(arguments: [(19_000, 3, 0), (18_999, 6, 1)])
  func customCostsGoWithALimitOnDistance(most: Int, cost: Int, unassigned: Int) throws {
    let (code, json) = try Door.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "max_distance": \(most)}],
       "jobs": [{"id": 1, "location_index": 1, "priority": 1}, {"id": 2, "location_index": 2, "priority": 2}],
       "matrices": {"car": {"durations": [[0,600,900],[600,0,400],[900,400,0]],
         "distances": [[0,6000,9000],[6000,0,4000],[9000,4000,0]],
         "costs": [[0,1,5],[7,0,1],[1,1,0]]}}}
      """)
    let summary = try Door.summary(json)
    #expect(code == 0 && summary["cost"] as? Int == cost)
    #expect(summary["unassigned"] as? Int == unassigned)
    #expect(summary["distance"] as? Int == (unassigned == 0 ? 19_000 : 18_000))
    if unassigned == 0 { #expect(summary["lower_bound"] as? Int == cost) }
  }
}
