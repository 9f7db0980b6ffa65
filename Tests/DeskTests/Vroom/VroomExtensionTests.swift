import Foundation
import Testing

/// What VROOM does not know.
@Suite struct VroomExtensionTests {
  private typealias Door = VroomDoorTests

  /// Whoever must be fetched early rides round with the other, or with a limit of ten seconds is brought home first.
  @Test(arguments: [(10, 80), (50, 60)])
  func ridesKeepTheirLongestTime(longest: Int, cost: Int) throws {
    let (_, json) = try Door.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "capacity": [2]}],
       "shipments": [
        {"amount": [1], "max_transit_time": \(longest), "delivery": {"id": 1, "location_index": 0},
         "pickup": {"id": 1, "location_index": 1, "time_windows": [[0, 15]]}},
        {"amount": [1], "pickup": {"id": 2, "location_index": 2}, "delivery": {"id": 2, "location_index": 3}}],
       \(Door.line)}
      """)
    #expect(try Door.summary(json)["cost"] as? Int == cost)
    let steps = try Door.steps(try #require(Door.routes(json).first))
    func arrival(_ type: String) -> Int {
      steps.first { $0["type"] as? String == type && $0["id"] as? Int == 1 }?["arrival"] as? Int
        ?? .max
    }
    #expect(arrival("delivery") - arrival("pickup") <= longest)
  }

  @Test func aRideTooLongEvenAloneSaysSo() throws {
    let (_, json) = try Door.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0}],
       "shipments": [{"max_transit_time": 5, "pickup": {"id": 1, "location_index": 1},
         "delivery": {"id": 2, "location_index": 2}}], \(Door.line)}
      """)
    let left = try #require(json["unassigned"] as? [[String: Any]])
    #expect(left.map { $0["type"] as? String } == ["pickup", "delivery"])
    #expect(left.allSatisfy { $0["reasons"] as? [String] == ["max_transit_time"] })
  }

  /// Two chairs and three seats: either layout holds one kind alone.
  @Test func oneLayoutHoldsTheWholeRoute() throws {
    func request(_ second: String) -> String {
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "capacity_profiles": [
         {"name": "seats", "capacity": [3, 0]}, {"name": "chairs", "capacity": [1, 2]}]}],
       "shipments": [
        {"amount": [0, 2], "pickup": {"id": 1, "location_index": 1}, "delivery": {"id": 1, "location_index": 2}},
        {"amount": \(second), "pickup": {"id": 2, "location_index": 1}, "delivery": {"id": 2, "location_index": 2}}],
       \(Door.line)}
      """
    }
    let (_, fits) = try Door.answer(request("[1, 0]"))
    #expect(try Door.routes(fits).first?["capacity_profile"] as? String == "chairs")
    #expect(try Door.summary(fits)["unassigned"] as? Int == 0)
    let (_, not) = try Door.answer(request("[3, 0]"))
    #expect(try Door.summary(not)["unassigned"] as? Int == 2)
  }

  /// Cheapest apart, together by demand.
  @Test func linksTieTasks() throws {
    func request(_ link: String) -> String {
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0}, {"id": 2, "start_index": 3, "end_index": 3}],
       "jobs": [{"id": 1, "location_index": 0}, {"id": 2, "location_index": 3, "skills": []}],
       "x_links": [\(link)], \(Door.line)}
      """
    }
    let tasks = "\"tasks\": [{\"type\": \"job\", \"id\": 1}, {\"type\": \"job\", \"id\": 2}]"
    let (_, free) = try Door.answer(request(""))
    #expect(try Door.routes(free).count == 2)
    let (_, tied) = try Door.answer(request("{\"type\": \"same_vehicle\", \(tasks)}"))
    #expect(try Door.routes(tied).count == 1 && Door.summary(tied)["cost"] as? Int == 60)
    let (_, ordered) = try Door.answer(
      request("{\"type\": \"ordered\", \"least_gap\": 500, \(tasks)}"))
    let starts = try Door.routes(ordered).flatMap { try Door.steps($0) }
    func start(_ id: Int) -> Int {
      starts.filter { $0["id"] as? Int == id }.map {
        ($0["arrival"] as? Int ?? 0) + ($0["waiting_time"] as? Int ?? 0)
      }.first ?? 0
    }
    #expect(start(2) >= start(1) + 500)
    let bad = try Door.answer(request("{\"type\": \"knotted\", \(tasks)}"))
    #expect(bad.code == 2)
  }

  /// The far vehicle keeps its job, and both of its jobs their order, whatever it costs.
  @Test func lockedStepsStay() throws {
    func routes(_ lock: String) throws -> [[String]] {
      let (code, json) = try Door.answer(
        """
        {"vehicles": [{"id": 1, "start_index": 0}, {"id": 2, "start_index": 3, "steps": [
           {"type": "job", "id": 2\(lock)}, {"type": "job", "id": 1\(lock)}]}],
         "jobs": [{"id": 1, "location_index": 1}, {"id": 2, "location_index": 0},
                  {"id": 3, "location_index": 0}],
         \(Door.line)}
        """)
      #expect(code == 0, "\(json)")
      return try Door.routes(json).map(Door.order)
    }
    let locked = try routes(", \"x_lock\": true")
    let kept = locked.map { $0.filter(["job 1", "job 2"].contains) }
    #expect(kept.contains(["job 2", "job 1"]))
    #expect(try routes("").contains { $0.contains("job 2") && $0.contains("job 3") })
  }

  @Test func aLockThatCannotBeKeptIsAFault() throws {
    let (code, json) = try Door.answer(
      """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "time_window": [0, 30],
         "steps": [{"type": "job", "id": 1, "x_lock": true}]}],
       "jobs": [{"id": 1, "location_index": 2}], \(Door.line)}
      """)
    #expect(code == 2 && json["error"] as? String == "Infeasible locked steps for vehicle 1.")
  }
}
