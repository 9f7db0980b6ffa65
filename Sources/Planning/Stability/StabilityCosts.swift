internal import DialARide

/// Puts a price on changes to what people were told (R43), in terms that search, checker and bound know.
///
/// *A ride lost* weighs more than one never told. *Another driver*: the leg costs more with anybody else.
/// *A driver called off*: the price is shared out over the legs of the run, so that it is paid in full where all of
/// them go to others; where only some do, part of it is paid too early. *A driver newly called*: the fixed cost.
/// *Later than told*: soft lateness from the promise on. *Earlier than told* has no such price, since a rider may not
/// be ready: windows open no earlier than the profile's most, and what lies between is counted afterwards. All of
/// these are at least zero, so no bound is unsound for them.
struct StabilityCosts {
  private let day: Day
  private let told: Told
  private let keepsTimes: Bool
  private let voided: Set<String>

  init(_ day: Day, _ published: PublishedPlan) {
    self.day = day
    told = Told(day, published.plan, promises: day.promises)
    keepsTimes = published.keepsTimes
    voided = published.voided
  }

  func apply(to draft: inout ProblemDraft, _ requests: [RequestRole], _ vehicles: [VehicleRole]) {
    for (r, role) in requests.enumerated() {
      guard case .leg(let leg) = role, let ride = told.rides[leg] else { continue }
      let lost = day.told(.rideLost)
      draft.requests[r].unservedPenalty = draft.requests[r].unservedPenalty.map { $0 + lost }
      price(otherThan: ride, in: &draft.requests[r], vehicles)
      bind(leg, ride, in: &draft.requests[r])
    }
    guard !told.called.isEmpty else { return }
    let call = day.told(.driverCalled)
    for (v, role) in vehicles.enumerated() where !told.called.contains(role.resource) {
      draft.vehicles[v].fixedCost += call
    }
  }

  private func price(
    otherThan ride: Told.Ride, in request: inout RequestDraft, _ vehicles: [VehicleRole]
  ) {
    let allowed = request.allowedVehicles ?? []
    // Where the driver told cannot come, everybody is another driver.
    guard allowed.contains(where: { vehicles[$0].resource == ride.resource }) else { return }
    let legs = Double(max(1, told.legsOfRun[ride.run].count))
    let price = day.told(.otherDriver) + day.told(.driverCalledOff) / legs
    guard price > 0 else { return }
    let others = allowed.filter { vehicles[$0].resource != ride.resource }
    var costs = Dictionary(
      request.vehicleCosts.map { ($0.vehicle, $0.cost) }, uniquingKeysWith: +)
    for v in others { costs[v, default: 0] += price }
    request.vehicleCosts = costs.sorted { $0.key < $1.key }
      .map { VehicleCost(vehicle: $0.key, cost: $0.value) }
  }

  private func bind(_ leg: Int, _ ride: Told.Ride, in request: inout RequestDraft) {
    guard var stop = request.pickup, !voided.contains(day.legs[leg].leg.id) else { return }
    let promise = day.promise(leg, by: ride.resource)
    let earliest: Int
    if keepsTimes {
      earliest = ride.pickup - promise
    } else if let most = day.rules.figure(.earlierMost).map(RuleBook.seconds) {
      earliest = ride.pickup - max(promise, most)
    } else {
      earliest = 0
    }
    let latest = keepsTimes ? Double(ride.pickup + promise) : .infinity
    let bound = TimeWindow(Double(max(0, earliest)), latest)
    let windows = (stop.windows.isEmpty ? [.always] : stop.windows).map {
      TimeWindow(max($0.start, bound.start), min($0.end, bound.end))
    }.filter { $0.start <= $0.end }
    // Where the rider has since asked for another time, what was told is void.
    guard !windows.isEmpty else { return }
    stop.windows = windows
    let due = Double(ride.pickup + promise)
    let rate = day.told(.toldLater) / 3600
    if rate > request.latenessCost, (windows.last?.end ?? 0) > due {
      stop.dueTime = due
      request.latenessCost = rate
    }
    request.pickup = stop
  }
}
