extension VroomDocumentReader {
  private static let visitKeys = [
    "id", "description", "location", "location_index", "setup", "service", "setup_per_type",
    "service_per_type", "time_windows",
  ]
  private static let jobKeys =
    visitKeys + ["delivery", "pickup", "amount", "skills", "priority"]
  private static let shipmentKeys = [
    "pickup", "delivery", "amount", "skills", "priority", "max_transit_time", "max_time_in_vehicle",
  ]

  mutating func readJob(_ node: JSONNode, _ pointer: String) {
    guard let object = VroomObject(node, pointer, "job", keys: Self.jobKeys, log),
      let task = task(object, "job")
    else { return }
    var job = VroomJob(task: task)
    if object["delivery"] != nil && object["amount"] != nil {
      log.warn(object.pointer("amount"), "Deprecated \"amount\" beside \"delivery\", ignored.")
    }
    job.delivery = sized(object, object["delivery"] == nil ? "amount" : "delivery")
    job.pickup = sized(object, "pickup")
    job.skills = object.skills()
    job.priority = object.priority(of: "job \(task.id)")
    if jobs.updateValue(request.jobs.count, forKey: task.id) != nil {
      duplicate("job", task.id, pointer)
    }
    request.jobs.append(job)
  }

  mutating func readShipment(_ node: JSONNode, _ pointer: String) {
    guard let object = VroomObject(node, pointer, "shipment", keys: Self.shipmentKeys, log) else {
      return
    }
    guard let pickup = visit(object, "pickup"), let delivery = visit(object, "delivery") else {
      return
    }
    var shipment = VroomShipment(pickup: pickup, delivery: delivery)
    shipment.amount = sized(object, "amount")
    shipment.skills = object.skills()
    shipment.priority = object.priority(of: "pickup \(pickup.id)")
    shipment.maxTransitTime =
      object.unsigned("max_transit_time") ?? object.unsigned("max_time_in_vehicle")
    if pickups.updateValue(request.shipments.count, forKey: pickup.id) != nil {
      duplicate("pickup", pickup.id, pointer + "/pickup")
    }
    if deliveries.updateValue(request.shipments.count, forKey: delivery.id) != nil {
      duplicate("delivery", delivery.id, pointer + "/delivery")
    }
    request.shipments.append(shipment)
  }

  private func duplicate(_ name: String, _ id: UInt64, _ pointer: String) {
    log.fault(
      pointer + "/id", "Duplicate \(name) id: \(id).", remedy: "Give each \(name) an id of its own."
    )
  }

  /// An end of a shipment.
  private func visit(_ shipment: VroomObject, _ name: String) -> VroomTask? {
    guard let node = shipment[name] else {
      log.fault(shipment.pointer(name), "Missing \(name) for shipment.")
      return nil
    }
    return VroomObject(node, shipment.pointer(name), name, keys: Self.visitKeys, log)
      .flatMap { task($0, name) }
  }

  private func task(_ object: VroomObject, _ name: String) -> VroomTask? {
    guard let id = object.id(of: name) else { return nil }
    let described = "\(name) \(id)"
    guard let place = place(object, "location", index: "location_index", of: described) else {
      return nil
    }
    return VroomTask(
      id: id, description: object.string("description"), place: place,
      setup: object.unsigned("setup", "Invalid setup duration.") ?? 0,
      service: object.unsigned("service", "Invalid service duration.") ?? 0,
      setupPerType: object.perType("setup_per_type", of: described),
      servicePerType: object.perType("service_per_type", of: described),
      windows: object.windows(of: described))
  }

  /// An amount of as many entries as all others; absent: nothing.
  ///
  /// - Parameter message: what is said of another length; `nil`: that it is inconsistent.
  func sized(_ object: VroomObject, _ key: String, _ message: String? = nil) -> [Int] {
    guard let amounts = object.amounts(key) else { return [] }
    if amounts.count != request.dimensions {
      log.fault(
        object.pointer(key),
        message
          ?? "Inconsistent \(key) length: \(amounts.count) instead of \(request.dimensions).",
        remedy: "Write as many entries as the first vehicle's capacity has.")
    }
    return amounts
  }

  /// A place that must be there.
  private func place(
    _ object: VroomObject, _ key: String, index indexKey: String, of owner: String
  ) -> VroomPlace? {
    if let place = optionalPlace(object, key, index: indexKey) { return place }
    // What is there and wrong has been told already.
    if object[indexKey] == nil && (hasMatrices || object[key] == nil) {
      log.fault(
        object.pointer(hasMatrices ? indexKey : key),
        object[key] == nil ? "Invalid location for \(owner)." : "Missing location index.",
        remedy: hasMatrices
          ? "Write a row of the matrices." : "Write [longitude, latitude], or give matrices.")
    }
    return nil
  }

  func optionalPlace(_ object: VroomObject, _ key: String, index indexKey: String) -> VroomPlace? {
    let index = object.unsigned(indexKey, most: Int(UInt16.max))
    let point = object.point(key)
    guard hasMatrices else {
      if object[indexKey] != nil {
        log.fault(
          object.pointer(indexKey),
          "Unexpected location index while no custom matrices provided.",
          remedy: "Give matrices, or write coordinates alone.")
      }
      return point.map { VroomPlace(index: nil, point: $0) }
    }
    return index.map { VroomPlace(index: $0, point: point) }
  }
}
