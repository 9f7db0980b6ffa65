import DialARide

/// Judges one stop sequence exactly: feasible or not, and what it costs. Linear in the length of the
/// sequence for almost every route.
///
/// The sequence holds request stops alone; base visits and breaks are placed here, where they are needed
/// or pay. The schedule behind the verdict is the least fixpoint of the route's difference constraints
/// (time windows forward; ride-time and waiting limits raise what comes before), computed by alternating
/// passes in the manner of Tang, Kong, Lau and Ip (2010) and Firat and Woeginger (2011). Every cycle of the
/// constraint graph is covered by a bare ride that has been checked against its limit beforehand, so the
/// passes end. The least duration is that of the latest schedule with the earliest possible end.
///
/// One walker belongs to one thread; all its buffers are allocated once.
package final class RouteWalker {
  let p: SearchProblem
  let capacity: Int

  // The route under judgement: nodes 1...count; 0 is the start, count + 1 the end.
  package let stop: UnsafeMutablePointer<Int32>
  /// Effective location: a break leaves the vehicle where it was.
  let place: UnsafeMutablePointer<Int32>
  let serve: UnsafeMutablePointer<Double>
  /// Travel time from the node before; zero behind breaks on the way, see `wayGap`.
  let travel: UnsafeMutablePointer<Double>
  /// Where breaks on the way lie before the node: the node at the beginning of the way, otherwise -1.
  let wayFrom: UnsafeMutablePointer<Int32>
  /// Least time from the start there to the start here: service, travel and breaks.
  let wayGap: UnsafeMutablePointer<Double>
  /// Start of service: least fixpoint.
  let begin: UnsafeMutablePointer<Double>
  /// Start of service: greatest fixpoint.
  let until: UnsafeMutablePointer<Double>
  /// Longest wait allowed before the node.
  let waitLimit: UnsafeMutablePointer<Double>
  /// Node of the pickup, for deliveries of rides; 0 for all others.
  let partner: UnsafeMutablePointer<Int32>
  /// Longest ride, for deliveries.
  let rideLimit: UnsafeMutablePointer<Double>
  /// Distance and bare time (travel and service, no wait) from the start to the node.
  let farness: UnsafeMutablePointer<Double>
  let bareTime: UnsafeMutablePointer<Double>
  let pickupNode: UnsafeMutablePointer<Int32>
  let aboard: UnsafeMutablePointer<Int32>
  /// By request: the greatest number of fellows on board with it (`SharedDetour`).
  let fellows: UnsafeMutablePointer<Int32>
  let current: UnsafeMutablePointer<Int32>
  let layoutFits: UnsafeMutablePointer<Bool>
  /// Departure from the start and from base visits.
  let departure: UnsafeMutablePointer<Double>
  let trial: UnsafeMutablePointer<Int32>
  let takesBreak: UnsafeMutablePointer<Bool>

  /// Behind a pointer, so that the loops pay for no exclusivity checks.
  fileprivate let figures: UnsafeMutablePointer<RouteFigures>

  package init(_ problem: SearchProblem) {
    p = problem
    capacity = 4 * problem.requestCount + problem.problem.breakCount + 8
    func buffer<E: BitwiseCopyable>(_ zero: E, _ count: Int) -> UnsafeMutablePointer<E> {
      let block = UnsafeMutablePointer<E>.allocate(capacity: max(1, count))
      block.initialize(repeating: zero, count: max(1, count))
      return block
    }
    stop = buffer(0, capacity)
    place = buffer(0, capacity)
    serve = buffer(0, capacity)
    travel = buffer(0, capacity)
    wayFrom = buffer(-1, capacity)
    wayGap = buffer(0, capacity)
    begin = buffer(0, capacity)
    until = buffer(0, capacity)
    waitLimit = buffer(0, capacity)
    partner = buffer(0, capacity)
    rideLimit = buffer(0, capacity)
    departure = buffer(0, capacity)
    farness = buffer(0, capacity)
    bareTime = buffer(0, capacity)
    pickupNode = buffer(0, problem.requestCount)
    aboard = buffer(0, problem.requestCount)
    fellows = buffer(0, problem.hasSharedDetours ? problem.requestCount : 0)
    current = buffer(0, problem.dimensions)
    layoutFits = buffer(true, problem.problem.vehicles.map(\.layouts.count).max() ?? 0)
    trial = buffer(0, capacity)
    takesBreak = buffer(false, capacity)
    figures = buffer(RouteFigures(), 1)
  }

  deinit {
    for block in [stop, place, partner, pickupNode, aboard, fellows, current, trial, wayFrom] {
      block.deallocate()
    }
    for block in [
      serve, travel, begin, until, waitLimit, rideLimit, farness, bareTime, departure, wayGap,
    ] {
      block.deallocate()
    }
    layoutFits.deallocate()
    takesBreak.deallocate()
    figures.deallocate()
  }

  /// Cost of the best way found to drive the stops in this order with this vehicle; infinite if there is none.
  ///
  /// Afterwards `stop[1 ... count]` holds the sequence with its base visits and breaks.
  ///
  /// - Parameter bound: a route that cannot cost less may be called infinitely dear.
  package func judge(
    _ stops: UnsafePointer<Int32>, _ length: Int, vehicle: Int, below bound: Double = .infinity
  ) -> Double {
    let view = p.vehicles[vehicle]
    fill(stops, length)
    var verdict = judgeNodes(view)
    guard view.hasDerivedVisits, length > 0 else { return isOverdriven ? .infinity : verdict }
    if view.mayReturnToBase { verdict = compareBaseVisits(view, verdict: verdict, stops, length) }
    // A break can take the place of waiting and bring somebody later, and save no more than that.
    guard verdict - waiting * view.costPerSecondWaiting - earlyCost < bound else {
      return .infinity
    }
    return placeBreaks(view, verdict: verdict)
  }

  func fill(_ stops: UnsafePointer<Int32>, _ length: Int) {
    for x in 0..<length { stop[x + 1] = stops[x] }
    count = length
  }

  /// Judges `stop[1 ... count]` as it stands, but for driving without a rest, which breaks may yet mend.
  func judgeNodes(_ v: VehicleView) -> Double {
    guard walk(v, limitsIdling: true), settleEarliest(v) else { return .infinity }
    return price(v)
  }
}

/// What the walker knows of the route under judgement.
struct RouteFigures: BitwiseCopyable {
  /// Number of nodes between start and end.
  var count = 0
  var cost = 0.0
  var distance = 0.0
  var driving = 0.0
  var tolls = 0.0
  /// Some breaks lie on the way: `wayFrom` is to be read.
  var hasWays = false
  /// Service time, set-up and breaks included.
  var serviceSum = 0.0
  var duration = 0.0
  var waiting = 0.0
  /// Part of `cost` that is paid for lateness.
  var lateCost = 0.0
  /// Part of `cost` that is paid for earliness.
  var earlyCost = 0.0
  var trips = 0
  var requests = 0
  /// Time driven until a rest is overdue for the first time; infinite where none is.
  var soundUntil = Double.infinity
}

extension RouteWalker {
  package var count: Int {
    @inline(__always) get { figures.pointee.count }
    @inline(__always) set { figures.pointee.count = newValue }
  }
  package var cost: Double {
    @inline(__always) get { figures.pointee.cost }
    @inline(__always) set { figures.pointee.cost = newValue }
  }
  var distance: Double {
    @inline(__always) get { figures.pointee.distance }
    @inline(__always) set { figures.pointee.distance = newValue }
  }
  var driving: Double {
    @inline(__always) get { figures.pointee.driving }
    @inline(__always) set { figures.pointee.driving = newValue }
  }
  var tolls: Double {
    @inline(__always) get { figures.pointee.tolls }
    @inline(__always) set { figures.pointee.tolls = newValue }
  }
  var hasWays: Bool {
    @inline(__always) get { figures.pointee.hasWays }
    @inline(__always) set { figures.pointee.hasWays = newValue }
  }
  var serviceSum: Double {
    @inline(__always) get { figures.pointee.serviceSum }
    @inline(__always) set { figures.pointee.serviceSum = newValue }
  }
  var duration: Double {
    @inline(__always) get { figures.pointee.duration }
    @inline(__always) set { figures.pointee.duration = newValue }
  }
  var waiting: Double {
    @inline(__always) get { figures.pointee.waiting }
    @inline(__always) set { figures.pointee.waiting = newValue }
  }
  var lateCost: Double {
    @inline(__always) get { figures.pointee.lateCost }
    @inline(__always) set { figures.pointee.lateCost = newValue }
  }
  var earlyCost: Double {
    @inline(__always) get { figures.pointee.earlyCost }
    @inline(__always) set { figures.pointee.earlyCost = newValue }
  }
  var trips: Int {
    @inline(__always) get { figures.pointee.trips }
    @inline(__always) set { figures.pointee.trips = newValue }
  }
  var requests: Int {
    @inline(__always) get { figures.pointee.requests }
    @inline(__always) set { figures.pointee.requests = newValue }
  }
  var soundUntil: Double {
    @inline(__always) get { figures.pointee.soundUntil }
    @inline(__always) set { figures.pointee.soundUntil = newValue }
  }
  /// Whether the driver drives too long without a rest.
  var isOverdriven: Bool { soundUntil < .infinity }
}
