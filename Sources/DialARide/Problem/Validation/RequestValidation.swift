extension DraftValidation {
  /// More classes than this would make the table of who may ride with whom unreasonably large.
  static let mostClasses = 1024

  mutating func checkRequests() {
    checkUniqueNames(draft.requests.map(\.id), "requests")
    for (index, request) in draft.requests.enumerated() {
      let pointer = "/requests/\(index)"
      checkStops(of: request, pointer)
      checkLoad(request.load, pointer + "/load")
      checkExchange(of: request, pointer + "/exchange")
      checkClasses(of: request, pointer)
      checkPreferences(of: request, pointer)
      checkNumber(
        request.unservedPenalty, pointer + "/unservedPenalty",
        unit: "the problem's cost unit, or leave it out if the request must be served")
      checkNumber(request.latenessCost, pointer + "/latenessCost", unit: "cost per second")
      checkNumber(request.earlinessCost, pointer + "/earlinessCost", unit: "cost per second")
      checkCount(request.headcount, pointer + "/headcount")
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
    if request.sharesDetour == true, request.pickup == nil || request.delivery == nil {
      report(
        pointer + "/sharesDetour", "a request with one stop alone has no way to share",
        remedy: "leave it out, or add the other stop")
    }
  }

  private mutating func checkStop(_ stop: StopDraft, _ pointer: String) {
    checkLocation(stop.location, pointer + "/location")
    checkNumber(stop.serviceTime, pointer + "/serviceTime", unit: "seconds")
    checkNumber(stop.dueTime, pointer + "/dueTime", unit: "seconds since the start of the day")
    checkNumber(stop.readyTime, pointer + "/readyTime", unit: "seconds since the start of the day")
    checkWindows(stop.windows, pointer + "/windows")
    checkKinds(stop.extraService, pointer + "/extraService")
    checkKinds(stop.arrivalSetup, pointer + "/arrivalSetup")
  }

  /// One number for each kind of vehicle.
  private mutating func checkKinds(_ times: [Double]?, _ pointer: String) {
    guard let times else { return }
    let kinds = draft.vehicles.reduce(1) { max($0, ($1.serviceKind ?? 0) + 1) }
    if times.count < kinds {
      report(
        pointer, "\(times.count) entries, but the vehicles have \(kinds) kinds of service",
        remedy: "write one entry a kind")
    }
    for (kind, time) in times.enumerated() {
      checkNumber(time, "\(pointer)/\(kind)", unit: "seconds")
    }
  }

  /// Only who sets something down for good can take something else in its place.
  private mutating func checkExchange(of request: RequestDraft, _ pointer: String) {
    guard let exchange = request.exchange else { return }
    checkLoad(exchange, pointer)
    if request.pickup != nil {
      report(
        pointer, "a request with a pickup has nothing to exchange",
        remedy: "leave it out, or leave the pickup out")
    }
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
    for dimension in 0..<dimensions {
      var total = 0
      for (index, request) in draft.requests.enumerated() {
        let amount = max(0, Self.entry(dimension, request.load))
        let exchanged = max(0, Self.entry(dimension, request.exchange ?? []))
        let (both, bothOverflow) = amount.addingReportingOverflow(exchanged)
        let (sum, overflow) = total.addingReportingOverflow(both)
        if overflow || bothOverflow || sum > Int(Int32.max) {
          report(
            "/requests/\(index)/load/\(dimension)",
            "with \(both) here the loads add up to more than \(Int32.max)",
            remedy: "use a larger unit for this dimension")
          break
        }
        total = sum
      }
    }
  }

  private static func entry(_ dimension: Int, _ amounts: [Int]) -> Int {
    dimension < amounts.count ? amounts[dimension] : 0
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
