/// What follows from the order of a route alone: travel, services with their set-up, who is on board.
///
/// Arrays "on the way to" a stop have one entry more than the route has stops: the last one leads to the
/// end location.
struct RouteReading {
  let vehicle: Int
  let stops: [Int]
  /// Travel time to stop i, seconds.
  private(set) var travelTimes: [Double] = []
  /// Distance to stop i, metres.
  private(set) var distances: [Double] = []
  /// Sum of the tolls of all ways.
  private(set) var tolls = 0.0
  /// Service at stop i, its set-up time included, seconds; zero at a base visit.
  private(set) var services: [Double] = []
  /// Number of requests on board on arrival at stop i.
  private(set) var onBoard: [Int] = []
  /// For the delivery of a ride at i the index of its pickup, otherwise -1.
  private(set) var pickupIndex: [Int] = []
  /// Whether the vehicle comes to stop i from another place.
  private var arrives: [Bool] = []

  /// Reads a route whose structure is sound (see `StructureCheck`).
  init(_ problem: Problem, vehicle: Int, stops: [Int]) {
    self.vehicle = vehicle
    self.stops = stops
    guard !stops.isEmpty else {
      travelTimes = [0]
      distances = [0]
      onBoard = [0]
      return
    }
    readTravel(problem)
    readRiders(problem)
  }

  private mutating func readTravel(_ problem: Problem) {
    var place = problem.vehicles[vehicle].start ?? -1
    func go(to next: Int) {
      travelTimes.append(problem.travelTime(place, next, vehicle: vehicle))
      distances.append(problem.distance(place, next, vehicle: vehicle))
      tolls += problem.toll(place, next, vehicle: vehicle)
      place = next
    }
    for stop in stops {
      // A break changes no place; one on the way lies somewhere before the next stop.
      let next = problem.isBreak(stop) ? place : Int(problem.location[stop])
      arrives.append(next != place)
      go(to: next)
    }
    // An open end is the place of the last stop, and an open start that of the first.
    go(to: problem.vehicles[vehicle].end ?? -1)
  }

  private mutating func readRiders(_ problem: Problem) {
    var pickupAt: [Int: Int] = [:]
    var aboard = stops.count {
      problem.isDelivery($0) && !problem.hasPickup[$0 >> 1] && problem.isCarried($0 >> 1)
    }
    var lastSetDown: Int?
    let setupTimes = problem.vehicles[vehicle].setupTimes
    for (index, stop) in stops.enumerated() {
      onBoard.append(aboard)
      services.append(
        problem.isBaseVisit(stop)
          ? 0 : problem.serviceTime(of: stop, vehicle: vehicle, arriving: arrives[index]))
      pickupIndex.append(-1)
      guard problem.isRequestStop(stop), problem.isCarried(stop >> 1) else { continue }
      let request = stop >> 1
      if problem.isPickup(stop) {
        if aboard == 0, let lastSetDown, !setupTimes.isEmpty {
          services[index] +=
            setupTimes[Int(problem.setupClass[lastSetDown])][Int(problem.setupClass[request])]
        }
        pickupAt[request] = index
        aboard += 1
      } else {
        pickupIndex[index] = pickupAt[request] ?? -1
        lastSetDown = request
        aboard -= 1
      }
    }
    onBoard.append(aboard)
  }
}

extension Problem {
  /// Whether serving the request puts somebody or something on board: it is a ride, or a single stop
  /// with a load. A plain job without load leaves the vehicle as empty as it was.
  public func isCarried(_ request: Int) -> Bool {
    isRide(request)
      || load[request * dimensions..<(request + 1) * dimensions].contains { $0 != 0 }
  }
}
