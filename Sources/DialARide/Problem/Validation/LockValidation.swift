extension DraftValidation {
  mutating func checkLocks() {
    for (index, lock) in draft.locks.enumerated() {
      let pointer = "/locks/\(index)"
      switch lock {
      case .vehicle(let request, let vehicle):
        checkPlacement(request, vehicle, pointer + "/vehicle")
      case .forbidden(let request, let vehicle):
        checkPlacement(request, vehicle, pointer + "/forbidden")
      case .order(let vehicle, let stops):
        checkSequence(stops, vehicle, pointer + "/order")
      case .frozen(let vehicle, let stops):
        checkSequence(stops, vehicle, pointer + "/frozen")
        checkWholeRides(stops, pointer + "/frozen/stops")
      case .time(let stop, let window):
        checkReference(stop, pointer + "/time/stop")
        checkWindow(window, pointer + "/time/window")
      }
    }
    checkVehicleConflicts()
    checkRepeatedLocks()
  }

  private mutating func checkPlacement(_ request: Int, _ vehicle: Int, _ pointer: String) {
    checkIndex(request, of: "a request", count: draft.requests.count, pointer + "/request")
    checkIndex(vehicle, of: "a vehicle", count: draft.vehicles.count, pointer + "/vehicle")
  }

  private mutating func checkReference(_ stop: StopReference, _ pointer: String) {
    guard
      checkIndex(
        stop.request, of: "a request", count: draft.requests.count, pointer + "/request")
    else { return }
    let request = draft.requests[stop.request]
    if (stop.side == .pickup ? request.pickup : request.delivery) == nil {
      report(
        pointer + "/side", "request \(stop.request) has no \(stop.side.rawValue)",
        remedy: "name the stop that it has")
    }
  }

  private mutating func checkSequence(
    _ stops: [StopReference], _ vehicle: Int, _ pointer: String
  ) {
    checkIndex(vehicle, of: "a vehicle", count: draft.vehicles.count, pointer + "/vehicle")
    for (place, stop) in stops.enumerated() {
      let stopPointer = "\(pointer)/stops/\(place)"
      checkReference(stop, stopPointer)
      if stops[..<place].contains(stop) {
        report(
          stopPointer, "the \(stop.side.rawValue) of request \(stop.request) is named twice",
          remedy: "name it once")
      }
      if stop.side == .pickup, stops[..<place].contains(StopReference(stop.request, .delivery)) {
        report(
          stopPointer, "request \(stop.request) is set down before it is picked up",
          remedy: "name the pickup first")
      }
    }
  }

  /// A frozen route takes no other stops, so a ride named in half could never be completed.
  private mutating func checkWholeRides(_ stops: [StopReference], _ pointer: String) {
    let named = Set(stops)
    for (place, stop) in stops.enumerated() where draft.requests.indices.contains(stop.request) {
      let request = draft.requests[stop.request]
      guard request.pickup != nil, request.delivery != nil else { continue }
      let other = StopReference(stop.request, stop.side == .pickup ? .delivery : .pickup)
      if !named.contains(other) {
        report(
          "\(pointer)/\(place)",
          "request \(stop.request) is frozen without its \(other.side.rawValue)",
          remedy: "name both stops of the ride")
      }
    }
  }

  /// Requests that locks tie to two vehicles, to a forbidden one, or to one frozen without them.
  private mutating func checkVehicleConflicts() {
    let ties = collectTies()
    for (index, lock) in draft.locks.enumerated() {
      switch lock {
      case .forbidden(let request, let vehicle):
        guard let tie = ties[request], tie.vehicle == vehicle else { continue }
        report(
          "/locks/\(index)/forbidden",
          "request \(request) is kept out of vehicle \(vehicle), but \(tie.pointer) ties it there",
          remedy: "keep one of the two locks")
      case .frozen(let vehicle, let stops):
        let named = Set(stops.map(\.request))
        for (request, tie) in ties.sorted(by: { $0.key < $1.key })
        where tie.vehicle == vehicle && !named.contains(request) {
          report(
            tie.pointer,
            "request \(request) is tied to vehicle \(vehicle), which /locks/\(index) freezes "
              + "without it",
            remedy: "add the request to the frozen stops, or drop one of the two locks")
        }
      case .vehicle, .order, .time: break
      }
    }
  }

  /// The vehicle to which locks tie each request; reports requests that are tied to two.
  private mutating func collectTies() -> [Int: (vehicle: Int, pointer: String)] {
    var ties: [Int: (vehicle: Int, pointer: String)] = [:]
    for (index, lock) in draft.locks.enumerated() {
      guard let (requests, vehicle) = Self.tie(lock) else { continue }
      for request in Set(requests).sorted() {
        let earlier = ties.updateValue((vehicle, "/locks/\(index)"), forKey: request)
        if let earlier, earlier.vehicle != vehicle {
          report(
            "/locks/\(index)",
            "request \(request) is tied to vehicle \(vehicle) here and to vehicle "
              + "\(earlier.vehicle) by \(earlier.pointer)",
            remedy: "keep one of the two locks")
        }
      }
    }
    return ties
  }

  private static func tie(_ lock: Lock) -> (requests: [Int], vehicle: Int)? {
    switch lock {
    case .vehicle(let request, let vehicle): ([request], vehicle)
    case .order(let vehicle, let stops), .frozen(let vehicle, let stops):
      (stops.map(\.request), vehicle)
    case .forbidden, .time: nil
    }
  }

  /// A vehicle has one order, a stop one time.
  private mutating func checkRepeatedLocks() {
    var orders: [Int: Int] = [:]
    var times: [StopReference: Int] = [:]
    for (index, lock) in draft.locks.enumerated() {
      switch lock {
      case .order(let vehicle, _), .frozen(let vehicle, _):
        if let earlier = orders.updateValue(index, forKey: vehicle) {
          report(
            "/locks/\(index)",
            "/locks/\(earlier) already says in which order vehicle \(vehicle) makes its stops",
            remedy: "merge the two locks into one")
        }
      case .time(let stop, _):
        if let earlier = times.updateValue(index, forKey: stop) {
          report(
            "/locks/\(index)/time",
            "/locks/\(earlier) already locks the time of the \(stop.side.rawValue) of request "
              + "\(stop.request)",
            remedy: "keep one of the two locks")
        }
      case .vehicle, .forbidden: break
      }
    }
  }
}
