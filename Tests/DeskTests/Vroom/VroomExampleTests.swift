import Foundation
import Testing

/// Requests of the forms that VROOM's documentation shows and its clients send, unchanged but for the places.
@Suite struct VroomExampleTests {
  private typealias Door = VroomDoorTests

  /// Times from 1970, skills, a break in one vehicle, jobs that bring and take, a shipment: 60 km around Cahors.
  static let round = """
    {"vehicles": [
      {"id": 1, "start": [1.441, 44.447], "end": [1.441, 44.447], "capacity": [4], "skills": [1, 14],
       "time_window": [1764144000, 1764158400]},
      {"id": 2, "start": [1.441, 44.447], "end": [1.441, 44.447], "capacity": [4], "skills": [2, 14],
       "time_window": [1764144000, 1764158400],
       "breaks": [{"id": 2, "service": 300, "time_windows": [[1764147600, 1764149400]]}]}],
     "jobs": [
      {"id": 1, "service": 300, "delivery": [1], "location": [1.38, 44.60], "skills": [1],
       "time_windows": [[1764147600, 1764151200]]},
      {"id": 2, "service": 300, "pickup": [1], "location": [1.52, 44.56], "skills": [1]},
      {"id": 5, "service": 300, "delivery": [1], "location": [1.60, 44.43], "skills": [14]},
      {"id": 6, "service": 300, "delivery": [1], "location": [1.28, 44.40], "skills": [14]}],
     "shipments": [{"amount": [1], "skills": [2],
       "pickup": {"id": 4, "service": 300, "location": [1.50, 44.35]},
       "delivery": {"id": 3, "service": 300, "location": [1.35, 44.33]}}]}
    """

  /// The keys that VROOM's documentation promises, whole numbers all of them.
  @Test func aRoundHasEveryKeyOfAnAnswer() throws {
    let (code, json) = try Door.answer(Self.round)
    #expect(code == 0 && json["unassigned"] as? [Int] == [] && json["warnings"] == nil)
    let numbers = ["cost", "setup", "service", "duration", "waiting_time", "priority", "distance"]
    let summary = try Door.summary(json)
    for key in numbers + ["routes", "unassigned"] { #expect(summary[key] is Int, "\(key)") }
    #expect(summary["violations"] as? [Int] == [])
    var tasks: [String] = []
    for route in try Door.routes(json) {
      for key in numbers + ["vehicle"] { #expect(route[key] is Int, "\(key)") }
      #expect(route["delivery"] is [Int] && route["pickup"] is [Int])
      let steps = try Door.steps(route)
      for step in steps {
        for key in ["arrival", "duration", "setup", "service", "waiting_time", "distance"] {
          #expect(step[key] is Int, "\(key)")
        }
        #expect(step["load"] is [Int] && step["violations"] as? [Int] == [])
        let type = step["type"] as? String
        if type != "break" { #expect((step["location"] as? [Double])?.count == 2) }
        if !["start", "end"].contains(type) { #expect(step["id"] is Int) }
      }
      tasks += try Door.order(route).filter { !["start", "end"].contains($0) }
    }
    #expect(
      tasks.sorted() == ["break 2", "delivery 3", "job 1", "job 2", "job 5", "job 6", "pickup 4"])
  }

  /// A round is the same without its shipment's amount, with names, and with what clients add to it.
  @Test func clientsAddKeysOfTheirOwn() throws {
    let text = Self.round.replacing(#""jobs": ["#, with: #""id": "tour 7", "jobs": ["#)
      .replacing(#""id": 6,"#, with: #""id": 6, "description": "cake", "shipment_id": "s6","#)
    let (code, json) = try Door.answer(text)
    let warnings = try #require(json["warnings"] as? [[String: String]])
    #expect(code == 0 && Set(warnings.map { $0["pointer"] }) == ["/id", "/jobs/3/shipment_id"])
  }

  /// Two routes whose order is given, to be timed and judged: all day for the one, a delivery too late on the other.
  @Test func aDayIsTimedInPlanMode() throws {
    let (code, json) = try Door.answer(
      """
      {"vehicles": [
        {"id": 1, "start": [1.441, 44.447], "end": [1.441, 44.447], "capacity": [4],
         "time_window": [1764144000, 1764154800],
         "steps": [{"type": "start"}, {"type": "job", "id": 1}, {"type": "job", "id": 2}, {"type": "job", "id": 5},
                   {"type": "end"}]},
        {"id": 2, "start": [1.441, 44.447], "end": [1.441, 44.447], "capacity": [4],
         "time_window": [1764144000, 1764154800],
         "steps": [{"type": "start", "service_after": 1764143000}, {"type": "job", "id": 6},
                   {"type": "pickup", "id": 4}, {"type": "delivery", "id": 3}, {"type": "end"}]}],
       "jobs": [
        {"id": 1, "service": 300, "delivery": [2], "location": [1.38, 44.60]},
        {"id": 2, "service": 300, "delivery": [2], "location": [1.52, 44.56]},
        {"id": 5, "service": 300, "delivery": [1], "location": [1.60, 44.43]},
        {"id": 6, "service": 300, "delivery": [1], "location": [1.28, 44.40],
         "time_windows": [[1764144000, 1764151200]]}],
       "shipments": [{"amount": [1], "pickup": {"id": 4, "service": 300, "location": [1.50, 44.35]},
         "delivery": {"id": 3, "service": 300, "location": [1.35, 44.33],
                      "time_windows": [[1764144000, 1764144060]]}}],
       "options": {"c": true}}
      """)
    #expect(code == 0 && json["unassigned"] as? [Int] == [])
    let routes = try Door.routes(json)
    #expect(routes.count == 2)
    #expect(try Door.order(routes[0]) == ["start", "job 1", "job 2", "job 5", "end"])
    // Five of two, two and one where four fit, until the first is set down.
    #expect(Door.causes(routes[0]) == ["load": 0])
    #expect(Door.causes(try Door.steps(routes[0])[0]) == ["load": 0])
    let late = try #require(Door.causes(try Door.steps(routes[1])[3])["delay"])
    #expect(late > 600 && Door.causes(routes[1])["delay"] == late)
  }

  /// What pyvroom writes for `Input.to_json` and openrouteservice's clients send: profiles, options, empty lists.
  @Test func requestsOfClientLibrariesRun() throws {
    let (code, json) = try Door.answer(
      """
      {"jobs": [{"id": 1, "location_index": 1, "setup": 0, "service": 300, "delivery": [1], "pickup": [0],
         "skills": [1], "priority": 0, "time_windows": [[0, 4294967295]], "description": ""},
        {"id": 2, "location_index": 2, "service": 300, "amount": [1]}],
       "shipments": [],
       "vehicles": [{"id": 7, "profile": "driving-car", "start_index": 0, "end_index": 0, "capacity": [4],
         "skills": [1, 14], "time_window": [0, 4294967295], "breaks": [], "speed_factor": 1.0, "description": "",
         "costs": {"fixed": 0, "per_hour": 3600, "per_km": 0}, "max_tasks": 4294967295,
         "max_travel_time": 4294967295, "max_distance": 4294967295, "steps": []}],
       "matrices": {"driving-car": {"durations": [[0, 600, 900], [600, 0, 400], [900, 400, 0]]}},
       "options": {"g": false}}
      """)
    let summary = try Door.summary(json)
    #expect(code == 0 && summary["cost"] as? Int == 1900)
  }
}
