package import DialARide

/// The problem as the search reads it: flat tables behind raw pointers, built once, shared by all islands.
///
/// Requests tied by `Link.ordered` have had their windows narrowed (`GapNarrowing`), so that routes can be
/// judged one by one. Immutable after `init`, hence safe to share although it holds raw pointers.
package final class SearchProblem: @unchecked Sendable {
  let problem: Problem
  /// The problem by which routes are scheduled when they are written out.
  let narrowed: Problem
  let requestCount: Int
  let vehicleCount: Int
  let dimensions: Int
  let firstBreak: Int
  let firstBase: Int
  /// First and last start of service, by stop number.
  let earliest: UnsafePointer<Double>
  let latest: UnsafePointer<Double>
  let service: UnsafePointer<Double>
  let due: UnsafePointer<Double>
  let location: UnsafePointer<Int32>
  let windows: UnsafePointer<TimeWindow>
  let windowStart: UnsafePointer<Int32>
  let load: UnsafePointer<Int32>
  /// What is taken on board in exchange, like `load`; `nil`: nowhere anything.
  let exchange: UnsafePointer<Int32>?
  /// By request stop and the vehicle's kind of service, seconds; `nil`: nowhere any.
  let extraService: UnsafePointer<Double>?
  let arrivalSetup: UnsafePointer<Double>?
  let serviceKinds: Int
  let longestRide: UnsafePointer<Double>
  let longestDetour: UnsafePointer<Double>
  /// Whether `sharedDetour` limits the request.
  let sharesDetour: UnsafePointer<Bool>
  let sharedDetour: SharedDetour
  let ridesAlone: UnsafePointer<Bool>
  let mixingClass: UnsafePointer<Int32>
  let setupClass: UnsafePointer<Int32>
  let latenessCost: UnsafePointer<Double>
  let headcount: UnsafePointer<Int32>
  let hasPickup: UnsafePointer<Bool>
  let hasDelivery: UnsafePointer<Bool>
  let admissible: UnsafePointer<Bool>
  /// `nil` where no request has a preference.
  let preference: UnsafePointer<Double>?
  let mayMix: UnsafePointer<Bool>
  let mixingClasses: Int
  let orderRank: UnsafePointer<Int32>
  let orderVehicle: UnsafePointer<Int32>
  let breakOnBoard: UnsafePointer<Bool>
  /// `breakMostLoad[b * dimensions + k]`: greatest load on board during break b.
  let breakMostLoad: UnsafePointer<Int32>
  let breakDueAfter: UnsafePointer<Double>
  /// By break: what it is to the rule on driving without a rest.
  let breakParts: UnsafePointer<RestParts>
  let vehicles: UnsafePointer<VehicleView>
  /// Cost of leaving a request unserved; a large finite number for those that must be served.
  let penalty: UnsafePointer<Double>
  let mandatoryPenalty: Double

  // Rules that no request of this problem uses cost nothing in the loops.
  let hasMixing: Bool
  let hasApart: Bool
  let hasAlone: Bool
  let hasDetours: Bool
  let hasSharedDetours: Bool
  let hasLateness: Bool
  let hasOrders: Bool
  let hasSingles: Bool
  let hasSeveralWindows: Bool
  /// `service` is but the least that a stop takes.
  let hasVaryingService: Bool
  let hasBreakLoads: Bool
  let hasRideLimits: Bool
  let hasChoices: Bool
  /// Bit r of word `apartBits[q * apartWords + r / 64]`: r and q may not be on board together.
  let apartBits: UnsafePointer<UInt64>
  let apartWords: Int
  /// Members of each crew.
  let crews: [[Int]]
  let crewLimits: [CrewDraft]
  /// By matrix.
  let travel: [TravelTables]

  private let storage: [AnyObject]

  /// - Parameters:
  ///   - ground: a problem with the same matrices, whose tables of travel are shared; they must not be laid out anew for
  ///     every small problem of a big day.
  ///   - pinned: by vehicle, the stops at the beginning of its route between which nothing is inserted; empty: none.
  package init(_ problem: Problem, sharing ground: SearchProblem? = nil, pinned: [Int] = []) {
    var storage: [AnyObject] = [ground].compactMap(\.self)
    func keep<E: BitwiseCopyable>(_ elements: [E]) -> UnsafePointer<E> {
      let table = FlatTable(elements)
      storage.append(table)
      return UnsafePointer(table.base)
    }
    self.problem = problem
    requestCount = problem.requestCount
    vehicleCount = problem.vehicleCount
    dimensions = problem.dimensions
    firstBreak = 2 * problem.requestCount
    firstBase = 2 * problem.requestCount + problem.breakCount
    let gaps = GapNarrowing(problem)
    narrowed = gaps.narrowedProblem()
    var stopWindows = gaps.windows()
    WindowTightening(problem).tighten(&stopWindows)
    earliest = keep(stopWindows.map { $0.first?.start ?? 0 })
    latest = keep(stopWindows.map { $0.last?.end ?? 0 })
    hasSeveralWindows = stopWindows.contains { $0.count > 1 }
    hasRideLimits = problem.longestRide.contains { $0.isFinite }
    hasChoices = problem.hasChoices
    windows = keep(stopWindows.flatMap { $0 })
    windowStart = keep(
      stopWindows.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) })
    service = keep(problem.serviceTime)
    due = keep(problem.dueTime)
    location = keep(problem.location)
    load = keep(problem.load)
    exchange = problem.exchange.isEmpty ? nil : keep(problem.exchange)
    extraService = problem.extraService.isEmpty ? nil : keep(problem.extraService)
    arrivalSetup = problem.arrivalSetup.isEmpty ? nil : keep(problem.arrivalSetup)
    serviceKinds = problem.serviceKinds
    hasVaryingService = problem.hasVaryingService
    longestRide = keep(problem.longestRide)
    longestDetour = keep(problem.longestDetour)
    sharesDetour = keep(problem.sharesDetour)
    sharedDetour = problem.draft.sharedDetour ?? SharedDetour(perFellow: 0, most: 0)
    ridesAlone = keep(problem.ridesAlone)
    mixingClass = keep(problem.mixingClass)
    setupClass = keep(problem.setupClass)
    latenessCost = keep(problem.latenessCost)
    headcount = keep(problem.headcount)
    hasPickup = keep(problem.hasPickup)
    hasDelivery = keep(problem.hasDelivery)
    admissible = keep(problem.admissible)
    preference = problem.preferenceCost.isEmpty ? nil : keep(problem.preferenceCost)
    mayMix = keep(problem.mayMix)
    mixingClasses = problem.mixingClasses
    orderRank = keep(problem.orderRank)
    orderVehicle = keep(problem.orderVehicle)
    let breaks = problem.vehicles.flatMap(\.breaks)
    breakOnBoard = keep(breaks.map(\.allowedOnBoard))
    let dims = problem.dimensions
    breakMostLoad = keep(
      breaks.flatMap { rest in
        (0..<dims).map { k in
          rest.mostLoad.map { k < $0.count ? Int32(clamping: $0[k]) : 0 } ?? .max
        }
      })
    hasBreakLoads = breaks.contains { $0.mostLoad != nil }
    breakDueAfter = keep(breaks.map(\.dueAfter))
    breakParts = keep(
      problem.vehicles.flatMap { vehicle in
        vehicle.breaks.map { RestParts($0, vehicle.unbrokenDriving) }
      })
    hasMixing = problem.mayMix.contains(false)
    hasApart = problem.apartFrom.contains { !$0.isEmpty }
    hasAlone = problem.ridesAlone.contains(true)
    hasDetours = problem.longestDetour.contains { $0.isFinite }
    hasSharedDetours = problem.sharesDetour.contains(true)
    hasLateness =
      problem.latenessCost.contains { $0 > 0 } && problem.dueTime.contains { $0.isFinite }
    hasOrders = problem.orderRank.contains { $0 >= 0 }
    hasSingles = (0..<problem.requestCount).contains { !problem.isRide($0) }
    crewLimits = problem.draft.crews
    crews = problem.draft.crews.map(\.vehicles)
    apartWords = (problem.requestCount + 63) / 64
    apartBits = keep(Self.apartTable(problem))
    mandatoryPenalty = Self.mandatoryPenalty(problem, ground)
    let mandatory = mandatoryPenalty
    penalty = keep(problem.unservedPenalty.map { $0.isFinite ? $0 : mandatory })
    let matrices =
      ground?.travel
      ?? problem.draft.matrices.map { matrix in
        let times = keep(matrix.times)
        let timesInto = keep(Self.transposed(matrix.times, matrix.size))
        var tables = TravelTables(
          times: times, distances: times, timesInto: timesInto, distancesInto: timesInto)
        if !matrix.distances.isEmpty {
          tables.distances = keep(matrix.distances)
          tables.distancesInto = keep(Self.transposed(matrix.distances, matrix.size))
        }
        if let tolls = matrix.tolls {
          tables.tolls = keep(tolls)
          tables.tollsInto = keep(Self.transposed(tolls, matrix.size))
        }
        return tables
      }
    travel = matrices
    let isTimed =
      !hasMixing && !hasApart && !hasAlone && !hasDetours && !hasLateness && !hasOrders
      && !hasSharedDetours
    let isPlain = isTimed && !hasSeveralWindows && !hasVaryingService
    let mayBeTimed = isTimed && !hasRideLimits
    let dimensions = problem.dimensions
    vehicles = keep(
      problem.vehicles.enumerated().map { v, vehicle in
        var view = VehicleView(
          index: Int32(v), start: Int32(vehicle.start ?? -1), end: Int32(vehicle.end ?? -1),
          shiftStart: vehicle.shift.start, shiftEnd: vehicle.shift.end,
          preferredStart: vehicle.preferredHours?.window.start ?? -.infinity,
          preferredEnd: vehicle.preferredHours?.window.end ?? .infinity,
          overtimeCost: vehicle.preferredHours?.costPerSecond ?? 0,
          fixedCost: vehicle.fixedCost, costPerMetre: vehicle.costPerMetre,
          costPerSecondDriven: vehicle.costPerSecondDriven,
          costPerSecondWaiting: vehicle.costPerSecondWaiting,
          longestDuration: vehicle.longestDuration ?? .infinity,
          longestDistance: vehicle.longestDistance ?? .infinity,
          longestDriving: vehicle.longestDriving ?? .infinity,
          longestUnbroken: vehicle.unbrokenDriving?.longest ?? .infinity,
          longestIdle: vehicle.longestIdle ?? .infinity,
          longestIdleOnBoard: vehicle.longestIdleOnBoard ?? .infinity,
          mostTrips: vehicle.mostTrips ?? .max, mostRequests: vehicle.mostRequests ?? .max,
          mostStops: vehicle.mostStops ?? .max, fewLeast: vehicle.fewRequests?.least ?? 0,
          fewCost: vehicle.fewRequests?.cost ?? 0, serviceKind: vehicle.serviceKind ?? 0,
          times: matrices[vehicle.matrix].times, distances: matrices[vehicle.matrix].distances,
          timesInto: matrices[vehicle.matrix].timesInto,
          distancesInto: matrices[vehicle.matrix].distancesInto,
          tolls: matrices[vehicle.matrix].tolls, tollsInto: matrices[vehicle.matrix].tollsInto,
          locations: problem.locationCount,
          layouts: keep(
            vehicle.layouts.flatMap { layout in
              (0..<problem.dimensions).map { $0 < layout.count ? Int32(layout[$0]) : 0 }
            }),
          layoutCount: vehicle.layouts.count, layoutPerTrip: vehicle.layoutScope == .trip,
          setup: keep(vehicle.setupTimes.flatMap { $0 }), setupClasses: vehicle.setupTimes.count,
          firstBreak: problem.firstBreak[v], breakEnd: problem.firstBreak[v + 1],
          restsOnTheWay: problem.restsOnTheWay(v),
          mayReturnToBase: vehicle.mayReturnToBase && vehicle.start != nil,
          crew: problem.crewOf[v], vehicleClass: problem.vehicleClass[v])
        if v < pinned.count { view.pinned = Int32(pinned[v]) }
        if isPlain { view = Self.markedPlain(view, dimensions) }
        view.isTimed = mayBeTimed && !view.isPlain && Self.isTimed(view, dimensions)
        return view
      })
    self.storage = storage
  }

  /// Whether pricing a route of the vehicle moves its schedule away from the least one.
  @inline(__always)
  func movesSchedule(_ v: VehicleView) -> Bool { hasLateness || v.overtimeCost > 0 }

  /// The view, with `isPlain` set where nothing of the vehicle itself stands against it.
  private static func markedPlain(_ view: VehicleView, _ dimensions: Int) -> VehicleView {
    var view = view
    view.isPlain =
      isAdditive(view, dimensions) && view.longestDistance == .infinity
      && view.longestDriving == .infinity && view.start >= 0 && view.end >= 0
    return view
  }

  /// Whether nothing of the vehicle itself stands against `isTimed`.
  private static func isTimed(_ view: VehicleView, _ dimensions: Int) -> Bool {
    isAdditive(view, dimensions) && view.hasFreeDuration
  }

  /// Whether the cost of the vehicle's route is a sum over requests and ways, and no wait, trip, break or crew rules it.
  private static func isAdditive(_ view: VehicleView, _ dimensions: Int) -> Bool {
    (view.layoutCount <= 1 || dimensions <= 1) && view.longestUnbroken == .infinity
      && view.longestIdle == .infinity && view.longestIdleOnBoard == .infinity
      && view.mostTrips == .max && view.setupClasses == 0 && !view.hasDerivedVisits
      && view.crew < 0 && view.costPerSecondWaiting == 0 && view.fewCost == 0
      && view.overtimeCost == 0
  }

  private static func transposed(_ matrix: [Double], _ size: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: matrix.count) { buffer, count in
      for row in 0..<size {
        for column in 0..<size { buffer[column &* size &+ row] = matrix[row &* size &+ column] }
      }
      count = matrix.count
    }
  }

  private static func apartTable(_ problem: Problem) -> [UInt64] {
    let words = (problem.requestCount + 63) / 64
    guard problem.apartFrom.contains(where: { !$0.isEmpty }) else { return [] }
    var bits = [UInt64](repeating: 0, count: problem.requestCount * words)
    for (r, others) in problem.apartFrom.enumerated() {
      for q in others { bits[r * words + q / 64] |= 1 << UInt64(q % 64) }
    }
    return bits
  }

  /// More than any route could cost for one request, so that a mandatory request is never left out to save.
  private static func mandatoryPenalty(_ problem: Problem, _ ground: SearchProblem?) -> Double {
    let optional = problem.unservedPenalty.filter(\.isFinite).max() ?? 0
    // The ground has no requests, so nothing optional is in its penalty yet.
    if let ground { return ground.mandatoryPenalty + 4 * optional }
    let fixed =
      problem.vehicles.map { $0.fixedCost + ($0.fewRequests?.cost(of: 1) ?? 0) }.max() ?? 0
    let perMetre = problem.vehicles.map(\.costPerMetre).max() ?? 0
    let perSecond =
      problem.vehicles.map { $0.costPerSecondDriven + $0.costPerSecondWaiting }.max() ?? 0
    let farthest = problem.draft.matrices.flatMap(\.distances).max() ?? 0
    let longest = problem.draft.matrices.flatMap(\.times).max() ?? 0
    let metres =
      problem.draft.matrices.contains { $0.distances.isEmpty } ? max(farthest, longest) : farthest
    let toll = problem.draft.matrices.flatMap { $0.tolls ?? [] }.max() ?? 0
    return 1 + 2 * fixed + 6 * (perMetre * metres + perSecond * longest + toll) + 4 * optional
  }

  /// First start of service at the stop not before `time`; infinite where no window is left.
  @inline(__always)
  func start(atStop stop: Int, notBefore time: Double) -> Double {
    if time <= earliest[stop] { return earliest[stop] }
    if !hasSeveralWindows {
      return time <= latest[stop] + SearchProblem.tolerance ? time : .infinity
    }
    for w in Int(windowStart[stop])..<Int(windowStart[stop + 1]) {
      if time <= windows[w].end + SearchProblem.tolerance { return max(time, windows[w].start) }
    }
    return .infinity
  }

  /// Last start of service at the stop not after `time`; minus infinity where no window is left.
  @inline(__always)
  func start(atStop stop: Int, notAfter time: Double) -> Double {
    if time >= latest[stop] { return latest[stop] }
    if !hasSeveralWindows {
      return time >= earliest[stop] - SearchProblem.tolerance ? time : -.infinity
    }
    for w in (Int(windowStart[stop])..<Int(windowStart[stop + 1])).reversed() {
      if time >= windows[w].start - SearchProblem.tolerance { return min(time, windows[w].end) }
    }
    return -.infinity
  }

  /// Rounding of sums of doubles must not refuse a schedule that is feasible on paper; far below the
  /// checker's own tolerance.
  static let tolerance = 1e-7
}

/// The tables of one matrix: row-major, and by column for reading into a place.
struct TravelTables {
  var times: UnsafePointer<Double>
  var distances: UnsafePointer<Double>
  var timesInto: UnsafePointer<Double>
  var distancesInto: UnsafePointer<Double>
  /// `nil`: none.
  var tolls: UnsafePointer<Double>?
  var tollsInto: UnsafePointer<Double>?
}
