extension VroomDocumentReader {
  private static let vehicleKeys = [
    "id", "profile", "description", "start", "start_index", "end", "end_index", "capacity",
    "capacity_profiles", "skills", "type", "time_window", "speed_factor", "costs", "max_tasks",
    "max_travel_time", "max_distance", "breaks", "steps",
  ]

  /// The first vehicle tells how many entries amounts have.
  mutating func readDimensions(_ vehicles: [(node: JSONNode, pointer: String)]) {
    guard case .object(let members)? = vehicles.first?.node.content else { return }
    func length(_ node: JSONNode?) -> Int? {
      guard case .array(let items)? = node?.content else { return nil }
      return items.count
    }
    func member(_ key: String, of members: [JSONMember]) -> JSONNode? {
      members.first { $0.key == key }?.value
    }
    if let count = length(member("capacity", of: members)) {
      request.dimensions = count
    } else if case .array(let profiles)? = member("capacity_profiles", of: members)?.content,
      case .object(let profile)? = profiles.first?.content
    {
      request.dimensions = length(member("capacity", of: profile)) ?? 0
    }
    if request.dimensions > Self.mostDimensions {
      log.fault(
        "/vehicles/0/capacity", "Too many entries of capacity: \(request.dimensions).",
        remedy: "Write at most \(Self.mostDimensions).")
    }
  }

  private static let mostDimensions = 64

  mutating func readVehicle(_ node: JSONNode, _ pointer: String) {
    guard let object = VroomObject(node, pointer, "vehicle", keys: Self.vehicleKeys, log),
      let id = object.id(of: "vehicle")
    else { return }
    var vehicle = VroomVehicle(id: id)
    vehicle.pointer = pointer
    vehicle.profile = object.string("profile") ?? "car"
    vehicle.description = object.string("description")
    vehicle.type = object.string("type")
    readPlaces(object, &vehicle)
    readCapacities(object, &vehicle)
    vehicle.skills = object.skills()
    vehicle.window = object["time_window"].flatMap {
      object.window($0, object.pointer("time_window"))
    }
    readSpeed(object, &vehicle)
    readCosts(object, &vehicle)
    vehicle.maxTasks = object.unsigned("max_tasks")
    vehicle.maxTravelTime = object.unsigned("max_travel_time")
    vehicle.maxDistance = object.unsigned("max_distance")
    for item in object.elements("breaks", of: " for vehicle \(id)") ?? [] {
      if let rest = rest(item.node, item.pointer, of: vehicle) { vehicle.breaks.append(rest) }
    }
    vehicle.steps = (object.elements("steps", of: " for vehicle \(id)") ?? [])
      .compactMap { step($0.node, $0.pointer, of: vehicle) }
    request.vehicles.append(vehicle)
  }

  private func readPlaces(_ object: VroomObject, _ vehicle: inout VroomVehicle) {
    vehicle.start = optionalPlace(object, "start", index: "start_index")
    vehicle.end = optionalPlace(object, "end", index: "end_index")
    let named = ["start", "end", "start_index", "end_index"].contains { object[$0] != nil }
    if vehicle.start == nil && vehicle.end == nil && (!named || hasMatrices) {
      log.fault(
        object.pointer, "No start or end specified for vehicle \(vehicle.id).",
        remedy: hasMatrices
          ? "Write start_index, end_index or both." : "Write start, end or both.")
    }
  }

  private func readCapacities(_ object: VroomObject, _ vehicle: inout VroomVehicle) {
    guard let profiles = object.elements("capacity_profiles") else {
      let none = Array(repeating: 0, count: request.dimensions)
      vehicle.capacities = [
        VroomCapacity(
          name: nil, amounts: object["capacity"] == nil ? none : sized(object, "capacity"))
      ]
      return
    }
    if object["capacity"] != nil || profiles.isEmpty {
      log.fault(
        object.pointer("capacity_profiles"),
        "Invalid capacity_profiles for vehicle \(vehicle.id).",
        remedy: "List at least one, and no capacity beside them.")
    }
    for item in profiles {
      let keys = ["name", "capacity"]
      guard let profile = VroomObject(item.node, item.pointer, "capacity profile", keys: keys, log)
      else { continue }
      vehicle.capacities.append(
        VroomCapacity(
          name: profile.string("name") ?? "\(vehicle.capacities.count)",
          amounts: sized(profile, "capacity")))
    }
  }

  private func readSpeed(_ object: VroomObject, _ vehicle: inout VroomVehicle) {
    guard let factor = object.number("speed_factor") else { return }
    guard factor > 0, factor <= 5, (factor * 100).rounded() >= 1 else {
      log.fault(
        object.pointer("speed_factor"),
        "Invalid speed factor: " + (Int(exactly: factor).map { "\($0)" } ?? "\(factor)"),
        remedy: "Write a number above 0, at most 5.")
      return
    }
    vehicle.speedFactor = Int((factor * 100).rounded())
  }

  private func readCosts(_ object: VroomObject, _ vehicle: inout VroomVehicle) {
    let keys = ["fixed", "per_hour", "per_task_hour", "per_km"]
    guard let node = object["costs"],
      let costs = VroomObject(
        node, object.pointer("costs"), "costs object", keys: keys, log,
        fault: "Invalid costs for vehicle \(vehicle.id).")
    else { return }
    let id = vehicle.id
    func cost(_ key: String) -> Int? {
      costs.unsigned(key, "Invalid \(key) cost for vehicle \(id).")
    }
    vehicle.costs.fixed = cost("fixed") ?? 0
    vehicle.costs.perHour = cost("per_hour") ?? 3600
    vehicle.costs.perTaskHour = cost("per_task_hour") ?? 0
    vehicle.costs.perKm = cost("per_km") ?? 0
  }

  private func rest(
    _ node: JSONNode, _ pointer: String, of vehicle: VroomVehicle
  ) -> VroomBreak? {
    let keys = ["id", "time_windows", "service", "description", "max_load"]
    guard let object = VroomObject(node, pointer, "break", keys: keys, log),
      let id = object.id(of: "break")
    else { return nil }
    if vehicle.breaks.contains(where: { $0.id == id }) {
      log.fault(
        object.pointer("id"), "Duplicate break id: \(id).",
        remedy: "Give each break of a vehicle an id of its own.")
    }
    return VroomBreak(
      id: id, description: object.string("description"), windows: object.windows(of: "break \(id)"),
      service: object.unsigned("service", "Invalid service duration.") ?? 0,
      maxLoad: object["max_load"] == nil
        ? nil
        : sized(object, "max_load", "Inconsistent break max_load size for break \(id)."))
  }

  private func step(
    _ node: JSONNode, _ pointer: String, of vehicle: VroomVehicle
  ) -> VroomStep? {
    let keys = ["type", "id", "service_at", "service_after", "service_before", "x_lock"]
    // A route of an answer may be given as it is.
    let answered = [
      "description", "location", "location_index", "setup", "service", "waiting_time", "job",
      "load", "arrival", "duration", "distance", "violations", "snapped_location",
    ]
    guard let object = VroomObject(node, pointer, "step", keys: keys + answered, log),
      let kind = kind(object, of: vehicle)
    else { return nil }
    return VroomStep(
      kind: kind, at: object.unsigned("service_at"), after: object.unsigned("service_after"),
      before: object.unsigned("service_before"), isLocked: object.flag("x_lock") ?? false)
  }

  private func kind(_ object: VroomObject, of vehicle: VroomVehicle) -> VroomStep.Kind? {
    let type = object.string("type") ?? ""
    if type == "start" { return .start }
    if type == "end" { return .end }
    guard ["job", "pickup", "delivery", "break"].contains(type) else {
      log.fault(
        object.pointer("type"), "Invalid type in steps for vehicle \(vehicle.id).",
        remedy: "Write start, job, pickup, delivery, break or end.")
      return nil
    }
    guard case .number(let text)? = object["id"]?.content, let id = UInt64(text) else {
      log.fault(
        object.pointer("id"), "Invalid id in steps for vehicle \(vehicle.id).",
        remedy: "Name a \(type) of this request.")
      return nil
    }
    let found: VroomStep.Kind? =
      switch type {
      case "job": jobs[id].map { .job($0) }
      case "pickup": pickups[id].map { .pickup($0) }
      case "delivery": deliveries[id].map { .delivery($0) }
      default: vehicle.breaks.firstIndex { $0.id == id }.map { .rest($0) }
      }
    if found == nil {
      log.fault(
        object.pointer("id"), "Invalid \(type) id \(id) for vehicle \(vehicle.id).",
        remedy: "Name a \(type) of this request.")
    }
    return found
  }
}
