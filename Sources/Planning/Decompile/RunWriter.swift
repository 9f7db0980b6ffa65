internal import DialARide

/// Reads one scheduled route back as a run.
struct RunWriter {
  let compiled: CompiledDay
  private let route: Route
  private let schedule: Schedule
  private let resource: DayResource
  private let resourceIndex: Int
  private let pace: TravelPace
  private var stops: [RunStop] = []
  private var onBoard: [Int] = []
  private var metres = 0
  private var emptyMetres = 0
  private var driving = 0
  private var waiting = 0
  private var serving = 0
  private var place: Int
  /// Arrival at a stop that is told as part of the next one.
  private var earlierArrival: Int?

  /// - Returns: `nil` where the route serves nobody or has no schedule.
  init?(_ compiled: CompiledDay, _ route: Route) {
    guard let schedule = route.schedule,
      route.stops.contains(where: compiled.problem.isRequestStop)
    else { return nil }
    self.compiled = compiled
    self.route = route
    self.schedule = schedule
    let role = compiled.vehicles[route.vehicle]
    resource = compiled.day.resources[role.resource]
    resourceIndex = role.resource
    pace = resource.shifts[role.shift].pace
    place = resource.start
  }

  func run() -> Run {
    var writer = self
    for index in writer.route.stops.indices { writer.add(index) }
    let day = compiled.day
    let end = resource.end(ofShift: compiled.vehicles[writer.route.vehicle].shift)
    writer.travel(to: end)
    let paid = Double(writer.driving + writer.waiting + writer.serving)
    return Run(
      id: compiled.runId(route.vehicle), resource: resource.id, mode: resource.mode,
      carrier: resource.carrier, start: day.scenario.places[resource.start].id,
      end: day.scenario.places[end].id, departure: Self.whole(schedule.departure),
      arrival: Self.whole(schedule.arrival), stops: writer.stops, metres: writer.metres,
      emptyMetres: writer.emptyMetres, driving: writer.driving, waiting: writer.waiting,
      cost: resource.fixedCost + Double(writer.metres) * resource.costPerMetre
        + paid * resource.costPerSecond,
      layout: layout(),
      fewRiders: day.rules.fewRiders(
        resource.mode,
        carrying: writer.stops.reduce(0) { $0 + ($1.kind == .pickup ? 1 + $1.companions : 0) }))
  }

  private mutating func add(_ index: Int) {
    let problem = compiled.problem
    let stop = route.stops[index]
    let arrival = earlierArrival ?? Self.whole(schedule.arrivals[index])
    if problem.isBreak(stop) {
      addStop(.rest, index, arrival: arrival, metres: 0)
    } else if problem.isBaseVisit(stop) {
      let way = travel(to: resource.start)
      addStop(.base, index, arrival: arrival, metres: way)
    } else {
      guard case .leg(let leg) = compiled.requests[stop >> 1] else {
        // A stay: the vehicle stands where it is, waiting for the next pick-up.
        earlierArrival = arrival
        return
      }
      let isPickup = problem.isPickup(stop)
      let dayLeg = compiled.day.legs[leg]
      let end: LegEnd = isPickup ? .pickup : .delivery
      let way = travel(to: compiled.day.meetingPlace(leg, end, by: resourceIndex))
      if isPickup {
        onBoard.append(leg)
      } else {
        onBoard.removeAll { $0 == leg }
      }
      addStop(isPickup ? .pickup : .delivery, index, arrival: arrival, metres: way, leg: dayLeg)
      tellWalk(leg, end)
    }
    earlierArrival = nil
  }

  /// R24: whose door the stop stands for, and how far it is.
  private mutating func tellWalk(_ leg: Int, _ end: LegEnd) {
    let day = compiled.day
    guard let point = day.meetingPoint(leg, end, by: resourceIndex) else { return }
    let door = end == .pickup ? day.legs[leg].from : day.legs[leg].to
    guard point.place != door else { return }
    stops[stops.count - 1].door = day.scenario.places[door].id
    stops[stops.count - 1].walk = point.metres
  }

  private mutating func addStop(
    _ kind: RunStop.Kind, _ index: Int, arrival: Int, metres: Int, leg: DayLeg? = nil
  ) {
    let day = compiled.day
    let start = Self.whole(schedule.starts[index])
    let departure = Self.whole(schedule.ends[index])
    if kind != .base { waiting += start - arrival }
    if leg != nil { serving += departure - start }
    stops.append(
      RunStop(
        kind: kind, place: day.scenario.places[place].id, leg: leg?.leg.id ?? "",
        booking: leg?.booking.id ?? "", rider: leg?.rider.id ?? "", needs: leg?.rider.needs ?? [],
        companions: leg?.booking.companions ?? 0, arrival: arrival, start: start,
        departure: departure, onBoard: onBoard.reduce(0) { $0 + day.legs[$1].people },
        metres: metres))
  }

  @discardableResult
  private mutating func travel(to next: Int) -> Int {
    let way = compiled.day.travel.metres(place, next)
    metres += way
    if onBoard.isEmpty { emptyMetres += way }
    driving += compiled.day.travel.seconds(place, next, at: pace)
    place = next
    return way
  }

  /// The first layout that holds every load of the run; with layouts that change by trip, of its first trip.
  private func layout() -> Int {
    let problem = compiled.problem
    let vehicle = problem.vehicles[route.vehicle]
    var load = [Int](repeating: 0, count: problem.dimensions)
    var most = load
    var count = 0
    for stop in route.stops where problem.isRequestStop(stop) {
      let sign = problem.isPickup(stop) ? 1 : -1
      for d in load.indices {
        load[d] += sign * Int(problem.load[(stop >> 1) * load.count + d])
        most[d] = max(most[d], load[d])
      }
      count += sign
      if count == 0, vehicle.layoutScope == .trip { break }
    }
    return vehicle.layouts.firstIndex { layout in zip(most, layout).allSatisfy(<=) } ?? 0
  }

  private static func whole(_ time: Double) -> Int { Int(time.rounded()) }
}
