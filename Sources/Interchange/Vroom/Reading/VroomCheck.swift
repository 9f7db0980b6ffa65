/// What the parts of a request must have in common.
struct VroomCheck {
  let request: VroomRequest
  let hasMatrices: Bool
  let log: VroomLog

  func check() {
    checkVehicleIds()
    checkSteps()
    checkLocks()
    checkBreaks()
    checkTotals()
    for vehicle in request.vehicles {
      if hasMatrices { checkMatrices(vehicle) }
    }
  }

  /// VROOM lets them pass, and who reads its answer cannot tell which vehicle is meant.
  private func checkVehicleIds() {
    var seen: Set<UInt64> = []
    for vehicle in request.vehicles where !seen.insert(vehicle.id).inserted {
      log.warn(vehicle.pointer + "/id", "Duplicate vehicle id: \(vehicle.id).")
    }
  }

  /// No task is made twice; ends come where they belong.
  private func checkSteps() {
    var seen: Set<VroomStep.Kind> = []
    for vehicle in request.vehicles {
      var rests: Set<VroomStep.Kind> = []
      for (index, step) in vehicle.steps.enumerated() {
        let pointer = vehicle.pointer + "/steps/\(index)"
        switch step.kind {
        case .start where index > 0:
          log.fault(pointer, "Unexpected start in input steps for vehicle \(vehicle.id).")
        case .end where index < vehicle.steps.count - 1:
          log.fault(pointer, "Unexpected end in input steps for vehicle \(vehicle.id).")
        case .start, .end: break
        case .rest(let rest):
          if !rests.insert(step.kind).inserted {
            duplicate("break", vehicle.breaks[rest].id, vehicle, pointer)
          }
        case .job(let job):
          if !seen.insert(step.kind).inserted {
            duplicate("job", request.jobs[job].task.id, vehicle, pointer)
          }
        case .pickup(let shipment):
          if !seen.insert(step.kind).inserted {
            duplicate("pickup", request.shipments[shipment].pickup.id, vehicle, pointer)
          }
        case .delivery(let shipment):
          if !seen.insert(step.kind).inserted {
            duplicate("delivery", request.shipments[shipment].delivery.id, vehicle, pointer)
          }
        }
      }
    }
  }

  private func duplicate(_ name: String, _ id: UInt64, _ vehicle: VroomVehicle, _ pointer: String) {
    log.fault(
      pointer, "Duplicate \(name) id \(id) in input steps for vehicle \(vehicle.id).",
      remedy: "Name each task in one step alone.")
  }

  /// A task that is to stay with a vehicle must be one that the vehicle may have.
  private func checkLocks() {
    for vehicle in request.vehicles {
      for (index, step) in vehicle.steps.enumerated() where step.isLocked {
        let pointer = vehicle.pointer + "/steps/\(index)/x_lock"
        let skills: Set<Int>
        switch step.kind {
        case .job(let job): skills = request.jobs[job].skills
        case .pickup(let shipment), .delivery(let shipment):
          skills = request.shipments[shipment].skills
        case .start, .end, .rest:
          log.warn(pointer, "Only tasks can be locked: x_lock is ignored.")
          continue
        }
        if !skills.isSubset(of: vehicle.skills) {
          log.fault(
            pointer, "Missing skills for a locked step of vehicle \(vehicle.id).",
            remedy: "Leave out x_lock, or give the vehicle the skills that the task needs.")
        }
      }
    }
  }

  /// Whoever must rest must be able to, even without any task.
  private func checkBreaks() {
    for vehicle in request.vehicles {
      var time = vehicle.window?.start ?? 0
      let rests = vehicle.breaks.sorted { a, b in
        let (first, second) = (a.windows.first?.start ?? 0, b.windows.first?.start ?? 0)
        return (first, a.windows.last?.end ?? .max) < (second, b.windows.last?.end ?? .max)
      }
      for rest in rests where !rest.windows.isEmpty {
        time = rest.windows.first { $0.end >= time }.map { max(time, $0.start) } ?? .max / 2
        time += rest.service
      }
      // Breaks at any time fit anywhere between the others.
      let anytime = rests.filter(\.windows.isEmpty).reduce(0) { $0 + $1.service }
      let end = vehicle.window?.end ?? .max / 4
      let least = (vehicle.window?.start ?? 0) + rests.reduce(0) { $0 + $1.service }
      if time > end || anytime > 0 && least > end {
        log.fault(
          vehicle.pointer + "/breaks", "Inconsistent breaks for vehicle \(vehicle.id).",
          remedy: "Give windows in which the breaks can follow each other within the working hours."
        )
      }
    }
  }

  /// Amounts are added up in 32 bits.
  private func checkTotals() {
    for k in 0..<request.dimensions {
      func entry(_ amounts: [Int]) -> Int { k < amounts.count ? amounts[k] : 0 }
      let total =
        request.jobs.reduce(0) { $0 + entry($1.delivery) + entry($1.pickup) }
        + request.shipments.reduce(0) { $0 + entry($1.amount) }
      if total > Int(Int32.max) {
        log.fault(
          "", "Too high amounts in dimension \(k): \(total) in all.",
          remedy: "Use a larger unit: at most \(Int32.max) in all.")
      }
    }
  }

  private func checkMatrices(_ vehicle: VroomVehicle) {
    guard let matrices = request.matrices[vehicle.profile] else {
      let known = request.matrices.keys.sorted()
      let near = VroomObject.nearest(to: vehicle.profile, among: known)
      // Where no profile was sound that is told already.
      if !known.isEmpty {
        log.fault(
          vehicle.pointer + "/profile", "Missing distances matrix for \(vehicle.profile) profile.",
          remedy: near.map { "Did you mean \"\($0)\"?" } ?? "Give matrices for it.")
      }
      return
    }
    checkIndices(vehicle, matrices)
    let costs = vehicle.costs
    if matrices.costs != nil {
      if costs.perHour != 3600 {
        log.fault(
          vehicle.pointer + "/costs/per_hour",
          "Custom costs are incompatible with using a per_hour value.",
          remedy: "Leave out one of the two.")
      }
      if costs.perKm != 0 {
        log.warn(
          vehicle.pointer + "/costs/per_km",
          "Kilometres cost nothing beside the custom costs of the matrices: per_km is ignored.")
      }
    }
    guard matrices.distances == nil else { return }
    if costs.perKm != 0 && matrices.costs == nil {
      log.fault(
        vehicle.pointer + "/costs/per_km", "Missing coordinates for routing engine.",
        remedy: "Give a distances matrix for the \(vehicle.profile) profile.")
    }
    if vehicle.maxDistance != nil {
      log.warn(
        vehicle.pointer + "/max_distance",
        "No distances matrix for the \(vehicle.profile) profile: max_distance is ignored.")
    }
  }

  /// Every place is a row of the profile's matrices: any vehicle may be asked to go there.
  private func checkIndices(_ vehicle: VroomVehicle, _ matrices: VroomMatrices) {
    let places =
      request.jobs.map(\.task.place)
      + request.shipments.flatMap { [$0.pickup.place, $0.delivery.place] }
      + [vehicle.start, vehicle.end].compactMap { $0 }
    guard let most = places.compactMap(\.index).max(), most >= matrices.size else { return }
    log.fault(
      "/matrices/" + vehicle.profile,
      "location_index exceeding \(matrices.smallest) matrix size for \(vehicle.profile) profile.",
      remedy: "The matrix has \(matrices.size) rows, index \(most) is used.")
  }
}
