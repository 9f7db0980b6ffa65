/// The flat tables of a `Problem`, computed from a draft already known to be sound.
struct ProblemTables {
  let dimensions: Int
  let breakCount: Int
  private(set) var location: [Int32]
  private(set) var serviceTime: [Double]
  private(set) var windows: [TimeWindow] = []
  private(set) var windowStart: [Int32] = [0]
  private(set) var dueTime: [Double]
  private(set) var readyTime: [Double]
  private(set) var load: [Int32] = []
  private(set) var exchange: [Int32] = []
  private(set) var extraService: [Double] = []
  private(set) var arrivalSetup: [Double] = []
  let serviceKinds: Int
  private(set) var eligible: [Bool]
  private(set) var admissible: [Bool]
  private(set) var preferenceCost: [Double] = []
  private(set) var mayMix: [Bool] = []
  let mixingClasses: Int
  private(set) var firstBreak: [Int32] = []
  private(set) var crewOf: [Int32]
  private(set) var vehicleClass: [Int32] = []
  private(set) var vehicleClassCount = 0
  private(set) var demands: [[Int]] = []
  private(set) var demandOf: [Int32] = []
  private(set) var groups: [[Int]] = []
  private(set) var groupOf: [Int32] = []
  private(set) var required: [[Int]]
  private(set) var dependents: [[Int]]
  private(set) var apartFrom: [[Int]]
  private(set) var sameVehicleAs: [[Int]]
  private(set) var orderRank: [Int32]
  private(set) var orderVehicle: [Int32]

  init(_ draft: ProblemDraft) {
    let n = draft.requests.count
    let m = draft.vehicles.count
    dimensions = max(
      draft.requests.map { max($0.load.count, $0.exchange?.count ?? 0) }.max() ?? 0,
      draft.vehicles.flatMap(\.layouts).map(\.count).max() ?? 0)
    serviceKinds = draft.vehicles.reduce(1) { max($0, ($1.serviceKind ?? 0) + 1) }
    breakCount = draft.vehicles.reduce(0) { $0 + $1.breaks.count }
    let stops = 2 * n + breakCount + m
    location = Array(repeating: -1, count: stops)
    serviceTime = Array(repeating: 0, count: stops)
    dueTime = Array(repeating: .infinity, count: stops)
    readyTime = Array(repeating: -.infinity, count: stops)
    eligible = Array(repeating: true, count: n * m)
    crewOf = Array(repeating: -1, count: m)
    required = Array(repeating: [], count: n)
    dependents = required
    apartFrom = required
    sameVehicleAs = required
    orderRank = Array(repeating: -1, count: stops)
    orderVehicle = orderRank
    mixingClasses = max(draft.mixing.count, (draft.requests.map(\.mixingClass).max() ?? 0) + 1)
    admissible = []
    fillStops(draft)
    fillKinds(draft)
    fillRequests(draft)
    fillLinks(draft)
    fillLocks(draft)
    fillVehicleClasses(draft)
  }

  private mutating func fillStops(_ draft: ProblemDraft) {
    var stopWindows: [[TimeWindow]] = Array(repeating: [], count: location.count)
    for (r, request) in draft.requests.enumerated() {
      for (side, stop) in [request.pickup, request.delivery].enumerated() {
        guard let stop else { continue }
        location[2 * r + side] = Int32(stop.location)
        serviceTime[2 * r + side] = stop.serviceTime
        dueTime[2 * r + side] = stop.dueTime ?? .infinity
        readyTime[2 * r + side] = stop.readyTime ?? -.infinity
        stopWindows[2 * r + side] = stop.windows
      }
    }
    var next = 2 * draft.requests.count
    for vehicle in draft.vehicles {
      firstBreak.append(Int32(next))
      for rest in vehicle.breaks {
        serviceTime[next] = rest.duration
        stopWindows[next] = rest.windows
        next += 1
      }
    }
    firstBreak.append(Int32(next))
    for vehicle in draft.vehicles {
      location[next] = Int32(vehicle.start ?? -1)
      next += 1
    }
    for case .time(let stop, let window) in draft.locks {
      stopWindows[2 * stop.request + (stop.side == .pickup ? 0 : 1)] = [window]
    }
    for list in stopWindows {
      windows += list.isEmpty ? [.always] : list
      windowStart.append(Int32(windows.count))
    }
  }

  /// Tables that stay empty where no stop asks for them.
  private mutating func fillKinds(_ draft: ProblemDraft) {
    func table(_ times: (StopDraft) -> [Double]?) -> [Double] {
      let stops = draft.requests.enumerated().flatMap { r, request in
        [(2 * r, request.pickup), (2 * r + 1, request.delivery)]
      }
      guard stops.contains(where: { $0.1.flatMap(times) != nil }) else { return [] }
      var table = [Double](repeating: 0, count: stops.count * serviceKinds)
      for (number, stop) in stops {
        guard let times = stop.flatMap(times) else { continue }
        for kind in 0..<serviceKinds { table[number * serviceKinds + kind] = times[kind] }
      }
      return table
    }
    extraService = table(\.extraService)
    arrivalSetup = table(\.arrivalSetup)
    guard draft.requests.contains(where: { $0.exchange != nil }) else { return }
    for request in draft.requests {
      let amounts = request.exchange ?? []
      exchange += (0..<dimensions).map { $0 < amounts.count ? Int32(amounts[$0]) : 0 }
    }
  }

  private mutating func fillRequests(_ draft: ProblemDraft) {
    let m = draft.vehicles.count
    for (r, request) in draft.requests.enumerated() {
      let missing = dimensions - request.load.count
      load += request.load.map(Int32.init) + Array(repeating: 0, count: missing)
      if let allowed = request.allowedVehicles {
        for v in 0..<m { eligible[r * m + v] = false }
        for v in allowed { eligible[r * m + v] = true }
      }
    }
    if draft.requests.contains(where: { !$0.vehicleCosts.isEmpty }) {
      preferenceCost = Array(repeating: 0, count: draft.requests.count * m)
      for (r, request) in draft.requests.enumerated() {
        for entry in request.vehicleCosts { preferenceCost[r * m + entry.vehicle] += entry.cost }
      }
    }
    mayMix = Array(repeating: true, count: mixingClasses * mixingClasses)
    for (a, row) in draft.mixing.enumerated() {
      for (b, allowed) in row.enumerated() { mayMix[a * mixingClasses + b] = allowed }
    }
    for (c, crew) in draft.crews.enumerated() {
      for v in crew.vehicles { crewOf[v] = Int32(c) }
    }
  }

  /// Forms of one demand, in the order of their first.
  private mutating func fillDemands(_ draft: ProblemDraft) {
    var head = Array(draft.requests.indices)
    for case .oneOf(let forms) in draft.links {
      let first = forms.min() ?? 0
      for r in forms { head[r] = first }
    }
    demandOf = Array(repeating: -1, count: head.count)
    for (r, first) in head.enumerated() {
      if first == r {
        demandOf[r] = Int32(demands.count)
        demands.append([r])
      } else {
        demandOf[r] = demandOf[first]
        demands[Int(demandOf[first])].append(r)
      }
    }
  }

  private mutating func fillLinks(_ draft: ProblemDraft) {
    fillDemands(draft)
    var leader = Array(0..<draft.requests.count)
    func root(_ r: Int) -> Int {
      var r = r
      while leader[r] != r { r = leader[r] }
      return r
    }
    for link in draft.links {
      switch link {
      case .together(let members), .oneOf(let members):
        for r in members {
          let (a, b) = (root(r), root(members[0]))
          leader[max(a, b)] = min(a, b)
        }
      case .requires(let request, let needed):
        required[request].append(needed)
        dependents[needed].append(request)
      case .sameVehicle(let a, let b):
        sameVehicleAs[a].append(b)
        sameVehicleAs[b].append(a)
      case .apart(let a, let b):
        apartFrom[a].append(b)
        apartFrom[b].append(a)
      case .ordered: break
      }
    }
    groupOf = Array(repeating: -1, count: leader.count)
    for r in leader.indices {
      let head = root(r)
      if groupOf[head] < 0 {
        groupOf[head] = Int32(groups.count)
        groups.append([])
      }
      groupOf[r] = groupOf[head]
      groups[Int(groupOf[r])].append(r)
    }
  }

  private mutating func fillLocks(_ draft: ProblemDraft) {
    let m = draft.vehicles.count
    admissible = eligible
    func number(_ stop: StopReference) -> Int {
      2 * stop.request + (stop.side == .pickup ? 0 : 1)
    }
    func tie(_ request: Int, to vehicle: Int, in table: inout [Bool]) {
      for v in 0..<m { table[request * m + v] = v == vehicle }
    }
    func frozenVehicle(_ lock: Lock) -> Int? {
      if case .frozen(let vehicle, _) = lock { vehicle } else { nil }
    }
    // A frozen route takes nobody else; done first, since the requests it names are tied to it below.
    for vehicle in draft.locks.compactMap(frozenVehicle) {
      for r in draft.requests.indices { admissible[r * m + vehicle] = false }
    }
    for lock in draft.locks {
      switch lock {
      case .vehicle(let request, let vehicle): tie(request, to: vehicle, in: &admissible)
      case .order(let vehicle, let stops), .frozen(let vehicle, let stops):
        for (rank, stop) in stops.enumerated() {
          orderRank[number(stop)] = Int32(rank)
          orderVehicle[number(stop)] = Int32(vehicle)
          tie(stop.request, to: vehicle, in: &admissible)
        }
      case .forbidden, .time: break
      }
    }
    for case .forbidden(let request, let vehicle) in draft.locks {
      admissible[request * m + vehicle] = false
    }
  }

  /// Few vehicles are alike by what they are, so only those few are compared request by request.
  private mutating func fillVehicleClasses(_ draft: ProblemDraft) {
    let n = draft.requests.count
    let m = draft.vehicles.count
    var kindOf: [VehicleKind: Int] = [:]
    var alike: [[Int]] = []
    let ordered = Set(orderVehicle)
    for (v, vehicle) in draft.vehicles.enumerated() {
      var unnamed = vehicle
      unnamed.id = ""
      // The vehicles of a crew share limits, so none of them stands for another.
      let kind = VehicleKind(
        vehicle: unnamed, crew: crewOf[v] < 0 ? -1 : v,
        ordered: ordered.contains(Int32(v)) ? v : -1)
      if let known = kindOf[kind] {
        alike[known].append(v)
      } else {
        kindOf[kind] = alike.count
        alike.append([v])
      }
    }
    var leader = Array(0..<m)
    for list in alike where list.count > 1 {
      var leaders: [VehicleLikeness: Int] = [:]
      for v in list {
        let likeness = VehicleLikeness(
          eligible: bits(n) { eligible[$0 * m + v] },
          admissible: bits(n) { admissible[$0 * m + v] },
          preferences: preferenceCost.isEmpty ? [] : (0..<n).map { preferenceCost[$0 * m + v] })
        leader[v] = leaders[likeness] ?? v
        leaders[likeness] = leader[v]
      }
    }
    for v in 0..<m {
      if leader[v] == v {
        vehicleClass.append(Int32(vehicleClassCount))
        vehicleClassCount += 1
      } else {
        vehicleClass.append(vehicleClass[leader[v]])
      }
    }
  }
}

/// What a vehicle is by itself.
private struct VehicleKind: Hashable {
  var vehicle: VehicleDraft
  var crew: Int
  var ordered: Int
}

/// What requests make of a vehicle.
private struct VehicleLikeness: Hashable {
  /// One bit a request.
  var eligible: [UInt64]
  var admissible: [UInt64]
  var preferences: [Double]
}

private func bits(_ count: Int, _ isSet: (Int) -> Bool) -> [UInt64] {
  var words = [UInt64](repeating: 0, count: (count + 63) / 64)
  for i in 0..<count where isSet(i) { words[i / 64] |= 1 << UInt64(i % 64) }
  return words
}
