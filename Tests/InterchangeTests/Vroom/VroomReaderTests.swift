import Interchange
import Testing

/// What is read of a request, and what is said of a wrong one.
@Suite struct VroomReaderTests {
  static func read(_ text: String) -> VroomReader.Reading { VroomReader.read(Array(text.utf8)) }

  /// Two places, one vehicle, one job, with what a test adds.
  static func small(
    vehicle: String = "", job: String = "", root: String = "", matrices: String = ""
  ) -> String {
    """
    {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0\(vehicle)}],
     "jobs": [{"id": 1, "location_index": 1\(job)}]\(root),
     "matrices": {"car": {"durations": [[0, 10], [20, 0]]\(matrices)}}}
    """
  }

  @Test func readsWhatTheSchemaKnows() throws {
    let reading = Self.read(
      """
      {"vehicles": [
        {"id": 18446744073709551615, "description": "v", "start": [2.1, 48.5], "end": [2.2, 48.6],
         "profile": "bike", "capacity": [3, 1], "skills": [2], "type": "van", "time_window": [5, 900],
         "speed_factor": 1.5, "costs": {"fixed": 7, "per_hour": 100, "per_task_hour": 8, "per_km": 9},
         "max_tasks": 4, "max_travel_time": 50, "max_distance": 60,
         "breaks": [{"id": 1, "time_windows": [[30, 40], [10, 20]], "service": 3, "max_load": [1, 0]}],
         "steps": [{"type": "start"}, {"type": "job", "id": 9, "service_at": 3},
                   {"type": "break", "id": 1, "service_after": 1, "service_before": 2}, {"type": "end"}]}],
       "jobs": [{"id": 9, "location": [2.3, 48.7], "setup": 1, "service": 2, "setup_per_type": {"van": 3},
         "service_per_type": {"van": 4}, "delivery": [1, 0], "pickup": [0, 1], "skills": [2], "priority": 100,
         "time_windows": [[0, 10]], "description": "j"}],
       "shipments": [{"pickup": {"id": 1, "location": [2, 48]}, "delivery": {"id": 1, "location": [2, 48]},
         "amount": [1, 1], "max_transit_time": 600}],
       "options": {"g": true, "x": 3, "t": 2, "l": 1.5},
       "x_links": [{"type": "ordered", "tasks": [{"type": "job", "id": 9}, {"type": "shipment", "id": 1}],
         "least_gap": 5, "greatest_gap": 50}]}
      """)
    #expect(reading.faults.isEmpty && reading.warnings.isEmpty, "\(reading)")
    let request = try #require(reading.request)
    let vehicle = request.vehicles[0]
    #expect(vehicle.id == .max && vehicle.profile == "bike" && vehicle.speedFactor == 150)
    #expect(vehicle.window?.start == 5 && vehicle.window?.end == 900)
    #expect(vehicle.costs.fixed == 7 && vehicle.costs.perHour == 100)
    #expect(vehicle.costs.perTaskHour == 8 && vehicle.costs.perKm == 9)
    #expect(vehicle.maxTasks == 4 && vehicle.maxTravelTime == 50 && vehicle.maxDistance == 60)
    #expect(
      vehicle.breaks[0].windows.map(\.start) == [10, 30] && vehicle.breaks[0].maxLoad == [1, 0])
    #expect(vehicle.steps.map(\.kind) == [.start, .job(0), .rest(0), .end])
    #expect(vehicle.steps[1].at == 3 && vehicle.steps[2].after == 1 && vehicle.steps[2].before == 2)
    let job = request.jobs[0]
    #expect(job.delivery == [1, 0] && job.pickup == [0, 1] && job.priority == 100)
    #expect(job.task.servicePerType == ["van": 4] && job.task.setupPerType == ["van": 3])
    #expect(request.shipments[0].maxTransitTime == 600 && request.dimensions == 2)
    #expect(request.options.geometry == true && request.options.limit == 1.5)
    #expect(
      request.links[0].tasks == [.job(0), .shipment(0)] && request.links[0].greatestGap == 50)
    #expect(request.taskCount == 3)
  }

  @Test func deprecatedKeysAreRead() throws {
    let reading = Self.read(
      """
      {"vehicles": [{"id": 0, "start_index": 0, "capacity": [2]}],
       "jobs": [{"id": 1, "location_index": 1, "amount": [1]}], "matrix": [[0, 5], [6, 0]]}
      """)
    #expect(reading.request?.jobs[0].delivery == [1])
    #expect(reading.request?.matrices["car"]?.durations == [0, 5, 6, 0])
    #expect(reading.warnings.map(\.pointer) == ["/matrix"])
  }

  /// The traps that VROOM's users report: a key misspelt is told, with the one it may mean.
  @Test(arguments: [
    ("\"profil\": \"car\"", "/vehicles/0/profil", "profile"),
    ("\"skill\": [1]", "/vehicles/0/skill", "skills"),
    ("\"cost\": {}", "/vehicles/0/cost", "costs"),
    ("\"time_windows\": [[0, 1]]", "/vehicles/0/time_windows", "time_window"),
  ])
  func unknownKeysAreWarnedOf(key: String, pointer: String, meant: String) throws {
    let reading = Self.read(Self.small(vehicle: ", " + key))
    #expect(reading.request != nil)
    let warning = try #require(reading.warnings.first)
    #expect(warning.pointer == pointer && warning.message.contains("\"\(meant)\""), "\(warning)")
  }

  @Test func keysThatResembleNothingAreWarnedOfWithoutAGuess() throws {
    let warning = try #require(Self.read(Self.small(job: ", \"colour\": 3")).warnings.first)
    #expect(warning.pointer == "/jobs/0/colour" && !warning.message.contains("Did you mean"))
  }

  /// VROOM's own words come first.
  @Test(arguments: [
    ("{", "Error while parsing"),
    ("[]", "Input root is not an object."),
    ("{\"jobs\": []}", "Invalid vehicles."),
    ("{\"vehicles\": [], \"jobs\": []}", "No vehicle defined."),
    ("{\"vehicles\": [{\"id\": 1, \"start\": [0, 0]}]}", "No task defined."),
    ("{\"vehicles\": [{\"id\": 1, \"start\": [0, 0]}], \"jobs\": []}", "No task defined."),
    (
      "{\"vehicles\": [{\"id\": 1, \"start\": [0, 0]}], \"jobs\": [{\"location\": [1, 1]}]}",
      "Invalid or missing id for job."
    ),
    (
      "{\"vehicles\": [{\"id\": 1, \"start\": [0, 0]}], \"jobs\": [{\"id\": 1, \"location_index\": 1}]}",
      "Unexpected location index"
    ),
    (
      "{\"vehicles\": [{\"id\": 1, \"start\": [0, 0]}], \"shipments\": [{\"delivery\": {}}]}",
      "Missing pickup for shipment."
    ),
    (
      "{\"vehicles\": [{\"id\": 1}], \"jobs\": [{\"id\": 1, \"location\": [1, 1]}]}",
      "No start or end specified for vehicle 1."
    ),
  ])
  func faultsAreInVroomsWords(text: String, message: String) throws {
    let reading = Self.read(text)
    #expect(reading.request == nil)
    let first = try #require(reading.faults.first)
    #expect(first.message.hasPrefix(message), "\(reading.faults)")
  }

  @Test(arguments: [
    (
      ", \"capacity\": [1]", ", \"delivery\": [1, 2]", "",
      "Inconsistent delivery length: 2 instead of 1."
    ),
    ("", ", \"priority\": 101", "", "Invalid priority value for job 1."),
    ("", ", \"service\": -1", "", "Invalid service duration."),
    ("", ", \"service\": 1.5", "", "Invalid service duration."),
    ("", ", \"time_windows\": []", "", "Empty time windows for job 1."),
    ("", ", \"time_windows\": [[5, 1]]", "", "Invalid time window: [5, 1]"),
    ("", ", \"time_windows\": [[5]]", "", "Invalid time-window."),
    (
      "", ", \"time_windows\": [[0, 5], [5, 9]]", "",
      "Unsorted or overlapping time-windows for job 1."
    ),
    (", \"speed_factor\": 6", "", "", "Invalid speed factor: 6"),
    (", \"profile\": \"lorry\"", "", "", "Missing distances matrix for lorry profile."),
    (", \"costs\": {\"per_km\": 5}", "", "", "Missing coordinates for routing engine."),
    (", \"costs\": []", "", "", "Invalid costs for vehicle 1."),
    (", \"costs\": {\"fixed\": -1}", "", "", "Invalid fixed cost for vehicle 1."),
    ("", ", \"service_per_type\": {\"a\": -1}", "", "Invalid value in service_per_type for job 1."),
    (
      ", \"time_window\": [0, 90], \"breaks\": [{\"id\": 1, \"service\": 50}, {\"id\": 2, \"service\": 50}]",
      "", "", "Inconsistent breaks for vehicle 1."
    ),
    (
      ", \"breaks\": [{\"id\": 1, \"service\": 9, \"time_windows\": [[5, 5]]}, "
        + "{\"id\": 2, \"time_windows\": [[6, 8]]}]",
      "", "", "Inconsistent breaks for vehicle 1."
    ),
    (
      ", \"steps\": [{\"type\": \"job\", \"id\": 1, \"x_lock\": true}]", ", \"skills\": [4]", "",
      "Missing skills for a locked step of vehicle 1."
    ),
    (
      ", \"costs\": {\"per_hour\": 1}", "", ", \"costs\": [[0, 1], [1, 0]]",
      "Custom costs are incompatible with using a per_hour value."
    ),
    (
      "", "", ", \"distances\": [[0]]",
      "location_index exceeding distances matrix size for car profile."
    ),
    ("", "", ", \"costs\": [[0, 1]]", "Unexpected matrix line length."),
    (
      ", \"breaks\": [{\"id\": 1}, {\"id\": 1}]", "", "", "Duplicate break id: 1."
    ),
    (", \"steps\": [{\"type\": \"job\", \"id\": 2}]", "", "", "Invalid job id 2 for vehicle 1."),
    (
      ", \"steps\": [{\"type\": \"job\", \"id\": 1}, {\"type\": \"job\", \"id\": 1}]", "", "",
      "Duplicate job id 1 in input steps for vehicle 1."
    ),
    (
      ", \"capacity\": [1], \"capacity_profiles\": [{\"capacity\": [1]}]", "", "",
      "Invalid capacity_profiles"
    ),
  ])
  func everyRuleOfTheSchemaIsKept(
    vehicle: String, job: String, matrices: String, message: String
  ) throws {
    let reading = Self.read(Self.small(vehicle: vehicle, job: job, matrices: matrices))
    let first = try #require(reading.faults.first)
    #expect(first.message.hasPrefix(message) && !first.pointer.isEmpty, "\(reading.faults)")
  }

  @Test func allFaultsAreToldAtOnce() {
    let reading = Self.read(
      Self.small(
        vehicle: ", \"max_tasks\": -1, \"profile\": 3",
        job: ", \"skills\": [\"a\"], \"setup\": \"b\""))
    #expect(
      Set(reading.faults.map(\.pointer)) == [
        "/vehicles/0/max_tasks", "/vehicles/0/profile", "/jobs/0/skills/0", "/jobs/0/setup",
      ], "\(reading.faults)")
  }

  /// VROOM lets them pass without a word: they pass, and are told.
  @Test(arguments: [
    (", \"max_distance\": 5", "", "/vehicles/0/max_distance"),
    (
      ", \"costs\": {\"per_km\": 5}", ", \"costs\": [[0, 1], [1, 0]]", "/vehicles/0/costs/per_km"
    ),
    (", \"steps\": [{\"type\": \"start\", \"x_lock\": true}]", "", "/vehicles/0/steps/0/x_lock"),
  ])
  func whatHasNoEffectIsWarnedOf(vehicle: String, matrices: String, pointer: String) {
    let reading = Self.read(Self.small(vehicle: vehicle, matrices: matrices))
    #expect(reading.request != nil && reading.warnings.map(\.pointer) == [pointer])
  }

  /// Tables of one profile may be of different sizes, as long as every place is in each.
  @Test func largerTablesAreCut() throws {
    let reading = Self.read(
      Self.small(matrices: ", \"distances\": [[0, 7, 1], [8, 0, 1], [1, 1, 0]]"))
    let matrices = try #require(reading.request?.matrices["car"])
    #expect(matrices.size == 2 && matrices.distances == [0, 7, 8, 0])
  }

  @Test func aRowBeyondTheMatrixIsRefused() {
    let reading = Self.read(
      Self.small().replacing("\"location_index\": 1", with: "\"location_index\": 2"))
    #expect(
      reading.faults.first?.message
        == "location_index exceeding durations matrix size for car profile.")
  }

  /// Nulls are what many clients write for what they leave out.
  @Test func nullCountsAsAbsent() {
    let reading = Self.read(Self.small(vehicle: ", \"steps\": null", job: ", \"skills\": null"))
    #expect(reading.request != nil && reading.warnings.isEmpty)
  }
}
