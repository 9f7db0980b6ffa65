/// What the parts of a request must have in common.
struct VroomCheck {
  let request: VroomRequest
  let hasMatrices: Bool
  let log: VroomLog

  func check() {
    checkVehicleIds()
    checkSteps()
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
          log.fault(pointer, "Unexpected start step for vehicle \(vehicle.id).")
        case .end where index < vehicle.steps.count - 1:
          log.fault(pointer, "Unexpected end step for vehicle \(vehicle.id).")
        case .start, .end: break
        case .rest:
          if !rests.insert(step.kind).inserted {
            log.fault(pointer, "Duplicate break in steps for vehicle \(vehicle.id).")
          }
        case .job, .pickup, .delivery:
          if !seen.insert(step.kind).inserted {
            log.fault(pointer, "Duplicate task in steps for vehicle \(vehicle.id).")
          }
        }
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
          vehicle.pointer + "/profile", "Invalid profile: \(vehicle.profile).",
          remedy: near.map { "Did you mean \"\($0)\"?" } ?? "Give matrices for it.")
      }
      return
    }
    checkIndices(vehicle, size: matrices.size)
    let costs = vehicle.costs
    if matrices.costs != nil {
      if costs.perHour != 3600 { incompatible("per_hour", vehicle) }
      if costs.perKm != 0 { incompatible("per_km", vehicle) }
      if vehicle.maxDistance != nil {
        log.fault(
          vehicle.pointer + "/max_distance",
          "Custom costs are incompatible with using a max_distance value.",
          remedy: "Leave out one of the two; Camin counts metres or custom costs, not both.")
      }
    }
    if matrices.distances == nil && (costs.perKm != 0 || vehicle.maxDistance != nil) {
      log.fault(
        vehicle.pointer, "Missing distances matrix for \(vehicle.profile) profile.",
        remedy: "per_km and max_distance need one.")
    }
  }

  private func incompatible(_ key: String, _ vehicle: VroomVehicle) {
    log.fault(
      vehicle.pointer + "/costs/" + key,
      "Custom costs are incompatible with using a \(key) value.",
      remedy: "Leave out one of the two.")
  }

  /// Every place is a row of the profile's matrices: any vehicle may be asked to go there.
  private func checkIndices(_ vehicle: VroomVehicle, size: Int) {
    let places =
      request.jobs.map(\.task.place)
      + request.shipments.flatMap { [$0.pickup.place, $0.delivery.place] }
      + [vehicle.start, vehicle.end].compactMap { $0 }
    guard let most = places.compactMap(\.index).max(), most >= size else { return }
    log.fault(
      "/matrices/" + vehicle.profile,
      "location_index exceeding durations matrix size for \(vehicle.profile) profile.",
      remedy: "The matrix has \(size) rows, index \(most) is used.")
  }
}
