extension DraftValidation {
  mutating func checkVehicles() {
    checkUniqueNames(draft.vehicles.map(\.id), "vehicles")
    let exchanges = draft.requests.contains { $0.exchange != nil }
    for (index, vehicle) in draft.vehicles.enumerated() {
      let pointer = "/vehicles/\(index)"
      checkPlaces(of: vehicle, pointer)
      checkWindow(vehicle.shift, pointer + "/shift")
      if let preferred = vehicle.preferredHours {
        checkWindow(preferred.window, pointer + "/preferredHours/window")
        checkNumber(
          preferred.costPerSecond, pointer + "/preferredHours/costPerSecond",
          unit: "cost per second")
      }
      checkBreaks(vehicle.breaks, pointer + "/breaks")
      checkRestsOnTheWay(of: vehicle, pointer + "/restsOnTheWay")
      checkLayouts(vehicle.layouts, pointer + "/layouts")
      if exchanges && vehicle.layoutScope == .trip && vehicle.layouts.count > 1 {
        report(
          pointer + "/layoutScope", "what is taken in exchange stays on board between trips",
          remedy: "write \"route\", or a single layout")
      }
      checkLimits(of: vehicle, pointer)
      checkCosts(of: vehicle, pointer)
      checkSetupTimes(vehicle.setupTimes, pointer + "/setupTimes")
    }
  }

  private mutating func checkPlaces(of vehicle: VehicleDraft, _ pointer: String) {
    checkLocation(vehicle.start, pointer + "/start")
    checkLocation(vehicle.end, pointer + "/end")
    checkIndex(vehicle.matrix, of: "a matrix", count: draft.matrices.count, pointer + "/matrix")
    if vehicle.mayReturnToBase && vehicle.start == nil {
      report(
        pointer + "/mayReturnToBase", "true, but the vehicle has no start location to return to",
        remedy: "give it a start location, or write false")
    }
  }

  private mutating func checkBreaks(_ breaks: [BreakDraft], _ pointer: String) {
    for (index, rest) in breaks.enumerated() {
      checkNumber(rest.duration, "\(pointer)/\(index)/duration", unit: "seconds")
      checkNumber(rest.dueAfter, "\(pointer)/\(index)/dueAfter", unit: "seconds on duty")
      checkWindows(rest.windows, "\(pointer)/\(index)/windows")
      for (dimension, amount) in (rest.mostLoad ?? []).enumerated() {
        checkCount(amount, "\(pointer)/\(index)/mostLoad/\(dimension)")
      }
    }
  }

  /// What is limited between two stops would hang on where on the way the break is.
  private mutating func checkRestsOnTheWay(of vehicle: VehicleDraft, _ pointer: String) {
    guard vehicle.restsOnTheWay ?? false else { return }
    let isLimited =
      vehicle.longestIdle != nil || vehicle.longestIdleOnBoard != nil
      || vehicle.unbrokenDriving != nil
    guard isLimited || vehicle.mayReturnToBase else { return }
    report(
      pointer, "true, but waits or unbroken driving are limited, or the vehicle may return to base",
      remedy: "write false, or leave out those limits")
  }

  private mutating func checkLayouts(_ layouts: [[Int]], _ pointer: String) {
    if layouts.isEmpty && dimensions > 0 {
      report(
        pointer, "the vehicle has no layout, but loads or layouts elsewhere have \(dimensions)",
        remedy: "list at least one layout of \(dimensions) capacities")
    }
    for (index, layout) in layouts.enumerated() {
      if layout.count != dimensions {
        report(
          "\(pointer)/\(index)", "\(layout.count) capacities where the problem has \(dimensions)",
          remedy: "list \(dimensions) capacities, 0 for what the vehicle cannot hold")
      }
      for (dimension, capacity) in layout.enumerated() {
        let place = "\(pointer)/\(index)/\(dimension)"
        checkCount(capacity, place)
        if capacity > Int(Int32.max) {
          report(place, "\(capacity) is too large", remedy: "write at most \(Int32.max)")
        }
      }
    }
  }

  private mutating func checkLimits(of vehicle: VehicleDraft, _ pointer: String) {
    checkNumber(vehicle.longestDuration, pointer + "/longestDuration", unit: "seconds")
    checkNumber(vehicle.longestDistance, pointer + "/longestDistance", unit: "metres")
    checkNumber(vehicle.longestDriving, pointer + "/longestDriving", unit: "seconds")
    checkNumber(vehicle.longestIdle, pointer + "/longestIdle", unit: "seconds")
    checkNumber(vehicle.longestIdleOnBoard, pointer + "/longestIdleOnBoard", unit: "seconds")
    checkCount(vehicle.mostTrips, pointer + "/mostTrips")
    checkCount(vehicle.mostRequests, pointer + "/mostRequests")
    checkCount(vehicle.mostStops, pointer + "/mostStops")
    checkCount(vehicle.fewRequests?.least, pointer + "/fewRequests/least")
    if let kind = vehicle.serviceKind {
      checkIndex(
        kind, of: "a kind of service", count: Self.mostClasses, pointer + "/serviceKind")
    }
    guard let driving = vehicle.unbrokenDriving else { return }
    checkNumber(driving.longest, pointer + "/unbrokenDriving/longest", unit: "seconds")
    checkNumber(driving.rest, pointer + "/unbrokenDriving/rest", unit: "seconds")
    for (index, part) in driving.parts.enumerated() {
      checkNumber(part, "\(pointer)/unbrokenDriving/parts/\(index)", unit: "seconds")
    }
  }

  private mutating func checkCosts(of vehicle: VehicleDraft, _ pointer: String) {
    checkNumber(vehicle.fixedCost, pointer + "/fixedCost", unit: "the problem's cost unit")
    checkNumber(vehicle.costPerMetre, pointer + "/costPerMetre", unit: "cost per metre")
    checkNumber(
      vehicle.costPerSecondDriven, pointer + "/costPerSecondDriven", unit: "cost per second")
    checkNumber(
      vehicle.costPerSecondWaiting, pointer + "/costPerSecondWaiting", unit: "cost per second")
    checkNumber(
      vehicle.fewRequests?.cost, pointer + "/fewRequests/cost", unit: "cost per missing request")
  }

  private mutating func checkSetupTimes(_ times: [[Double]], _ pointer: String) {
    guard !times.isEmpty else { return }
    let classes = (draft.requests.map(\.setupClass).max() ?? -1) + 1
    if times.count < classes {
      report(
        pointer, "\(times.count) rows, but the requests have \(classes) set-up classes",
        remedy: "write one row and one column a class")
    }
    for (row, entries) in times.enumerated() {
      if entries.count != times.count {
        report(
          "\(pointer)/\(row)", "\(entries.count) entries in a table of \(times.count) rows",
          remedy: "write as many columns as rows")
      }
      for (column, time) in entries.enumerated() {
        checkNumber(time, "\(pointer)/\(row)/\(column)", unit: "seconds")
      }
    }
  }
}
