extension DraftValidation {
  /// More classes than this would make the table of who may ride with whom unreasonably large.
  static let mostClasses = 1024

  mutating func checkRequests() {
    checkUniqueNames(draft.requests.map(\.id), "requests")
    for (index, request) in draft.requests.enumerated() {
      let pointer = "/requests/\(index)"
      checkStops(of: request, pointer)
      checkLoad(request.load, pointer + "/load")
      checkClasses(of: request, pointer)
      checkPreferences(of: request, pointer)
      checkNumber(
        request.unservedPenalty, pointer + "/unservedPenalty",
        unit: "the problem's cost unit, or leave it out if the request must be served")
      checkNumber(request.latenessCost, pointer + "/latenessCost", unit: "cost per second")
    }
    checkLoadTotals()
  }

  private mutating func checkStops(of request: RequestDraft, _ pointer: String) {
    if request.pickup == nil && request.delivery == nil {
      report(pointer, "the request has no stop", remedy: "give it a pickup, a delivery or both")
    }
    if let pickup = request.pickup { checkStop(pickup, pointer + "/pickup") }
    if let delivery = request.delivery { checkStop(delivery, pointer + "/delivery") }
    checkRideLimit(request.longestRide, of: request, pointer + "/longestRide", unit: "seconds")
    checkRideLimit(request.longestDetour, of: request, pointer + "/longestDetour", unit: "metres")
  }

  private mutating func checkStop(_ stop: StopDraft, _ pointer: String) {
    checkLocation(stop.location, pointer + "/location")
    checkNumber(stop.serviceTime, pointer + "/serviceTime", unit: "seconds")
    checkNumber(stop.dueTime, pointer + "/dueTime", unit: "seconds since the start of the day")
    checkWindows(stop.windows, pointer + "/windows")
  }

  private mutating func checkRideLimit(
    _ limit: Double?, of request: RequestDraft, _ pointer: String, unit: String
  ) {
    checkNumber(limit, pointer, unit: unit)
    if limit != nil && (request.pickup == nil) != (request.delivery == nil) {
      report(
        pointer, "a request with one stop alone has no ride to limit",
        remedy: "leave the limit out, or add the other stop")
    }
  }

  private mutating func checkLoad(_ load: [Int], _ pointer: String) {
    for (dimension, amount) in load.enumerated() {
      checkCount(amount, "\(pointer)/\(dimension)")
    }
  }

  /// The search adds loads up as 32-bit integers.
  private mutating func checkLoadTotals() {
    for dimension in 0..<(draft.requests.map(\.load.count).max() ?? 0) {
      var total = 0
      for (index, request) in draft.requests.enumerated() where request.load.count > dimension {
        let (sum, overflow) = total.addingReportingOverflow(max(0, request.load[dimension]))
        if overflow || sum > Int(Int32.max) {
          report(
            "/requests/\(index)/load/\(dimension)",
            "with \(request.load[dimension]) here the loads add up to more than \(Int32.max)",
            remedy: "use a larger unit for this dimension")
          break
        }
        total = sum
      }
    }
  }

  private mutating func checkClasses(of request: RequestDraft, _ pointer: String) {
    let mixing = draft.mixing.isEmpty ? Self.mostClasses : draft.mixing.count
    checkIndex(request.mixingClass, of: "a mixing class", count: mixing, pointer + "/mixingClass")
    checkIndex(
      request.setupClass, of: "a set-up class", count: Self.mostClasses, pointer + "/setupClass")
  }

  private mutating func checkPreferences(of request: RequestDraft, _ pointer: String) {
    let vehicles = draft.vehicles.count
    // A big day names millions of vehicles: pointers are written only where there is a fault.
    for (place, vehicle) in (request.allowedVehicles ?? []).enumerated()
    where vehicle < 0 || vehicle >= vehicles {
      checkIndex(
        vehicle, of: "a vehicle", count: vehicles, "\(pointer)/allowedVehicles/\(place)")
    }
    for (place, entry) in request.vehicleCosts.enumerated()
    where !(0..<vehicles).contains(entry.vehicle) || !(entry.cost.isFinite && entry.cost >= 0) {
      let entryPointer = "\(pointer)/vehicleCosts/\(place)"
      checkIndex(entry.vehicle, of: "a vehicle", count: vehicles, entryPointer + "/vehicle")
      checkNumber(
        entry.cost, entryPointer + "/cost",
        unit: "the problem's cost unit; charge other vehicles instead of rewarding this one")
    }
  }
}
