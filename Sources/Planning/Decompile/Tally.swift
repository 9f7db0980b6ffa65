/// What the runs of a plan add up to, leg by leg.
struct Tally {
  struct Ride {
    var leg: Int
    /// On board, from the end of pick-up to the start of set-down.
    var seconds: Int
    var metres: Int
    var resource: Int
    /// The direct ride by the same resource, seconds.
    var direct: Int
  }
  let day: Day
  private(set) var rides: [Ride] = []
  private(set) var shared: Set<Int> = []
  private(set) var riderMetres = 0.0
  private(set) var loadedMetres = 0.0
  private(set) var byMode: [String: Int] = [:]
  private(set) var costUnshared = 0.0
  /// What riders wait in a standing vehicle, summed over riders, seconds (R34).
  private(set) var parked = 0

  init(_ day: Day, _ runs: [Run]) {
    self.day = day
    for run in runs { add(run) }
  }

  private mutating func add(_ run: Run) {
    guard let resource = day.resourceIndex[run.resource] else { return }
    costUnshared += day.resources[resource].fixedCost
    var onBoard: [Ride] = []
    var since: [Int: Int] = [:]
    for stop in run.stops {
      for i in onBoard.indices { onBoard[i].metres += stop.metres }
      riderMetres += Double(onBoard.count * stop.metres)
      if !onBoard.isEmpty { loadedMetres += Double(stop.metres) }
      parked += onBoard.count * max(0, stop.start - stop.arrival)
      guard let leg = day.legIndex[stop.leg] else { continue }
      if stop.kind == .pickup {
        onBoard.append(ride(leg, by: resource))
        since[leg] = stop.departure
        if onBoard.count > 1 { shared.formUnion(onBoard.map(\.leg)) }
      } else if let i = onBoard.firstIndex(where: { $0.leg == leg }) {
        var ride = onBoard.remove(at: i)
        ride.seconds = stop.start - (since[leg] ?? stop.start)
        finish(ride)
      }
    }
  }

  private func ride(_ leg: Int, by resource: Int) -> Ride {
    let (from, to) = (
      day.meetingPlace(leg, .pickup, by: resource), day.meetingPlace(leg, .delivery, by: resource)
    )
    return Ride(
      leg: leg, seconds: 0, metres: 0, resource: resource,
      direct: day.resources[resource].seconds(from, to, day.travel))
  }

  /// Adds what one vehicle trip for this leg alone would cost: from the resource's start by both ends to its
  /// end, without waiting.
  private mutating func finish(_ ride: Ride) {
    rides.append(ride)
    let resource = day.resources[ride.resource]
    let leg = day.legs[ride.leg]
    byMode[resource.mode.rawValue, default: 0] += 1
    let stops = [
      resource.start, day.meetingPlace(ride.leg, .pickup, by: ride.resource),
      day.meetingPlace(ride.leg, .delivery, by: ride.resource), resource.end,
    ]
    let ways = zip(stops, stops.dropFirst())
    let metres = ways.reduce(0) { $0 + day.travel.metres($1.0, $1.1) }
    let seconds =
      ways.reduce(0) { $0 + resource.seconds($1.0, $1.1, day.travel) } + leg.pickupService
      + leg.setdownService
    costUnshared +=
      Double(metres) * resource.costPerMetre + Double(seconds) * resource.costPerSecond
  }
}

extension DayResource {
  /// Seconds between places at the slowest pace of its shifts.
  func seconds(_ from: Int, _ to: Int, _ travel: TravelMatrix) -> Int {
    shifts.map { travel.seconds(from, to, at: $0.pace) }.max() ?? travel.seconds(from, to)
  }
}
