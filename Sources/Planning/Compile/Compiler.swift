internal import DialARide

/// Turns a day into a problem draft.
struct Compiler {
  /// What the problem is for.
  enum Purpose {
    /// Rules that hang on the vehicle chosen are taken at their tightest over all that may serve.
    case search
    /// Every leg is judged by the rules of the mode that serves it; what the plan's check sees better
    /// itself (budgets over two legs, detours by number on board, stays) is left out.
    case check
  }
  struct Result {
    var draft: ProblemDraft
    var requests: [RequestRole]
    var requestOfLeg: [Int?]
    var leftOut: [LeftOutLeg]
  }
  let day: Day
  /// `candidates[leg]`: resources that may serve it.
  let candidates: [[Int]]
  let purpose: Purpose
  /// Weight of each leg among the unserved.
  let weights: LegWeights
  /// Euros for which a leg may be left to an outside fallback (R33), by leg.
  let outsidePrices: [Int: Double]
  /// What people were told of an earlier plan of the day; `nil`: nothing.
  let published: PublishedPlan?
  let dimensions: [String]
  /// Who may be on board together (R13).
  let mixing: MixingClasses
  let vehicles: [VehicleRole]
  let vehicleDrafts: [VehicleDraft]
  private let travels: [VehicleTravel]

  /// - Parameters:
  ///   - standby: bookings, by index, that yield to all others (R58).
  ///   - outsidePrices: what leaving a leg to an outside fallback costs, euros.
  ///   - published: what people were told of an earlier plan (R43).
  init(
    _ day: Day, candidates: [[Int]], purpose: Purpose = .search, standby: Set<Int> = [],
    outsidePrices: [Int: Double] = [:], after published: PublishedPlan? = nil
  ) {
    self.day = day
    self.candidates =
      purpose == .search
      ? candidates.indices.map { Self.meetable($0, candidates[$0], day) } : candidates
    self.purpose = purpose
    weights = LegWeights(day, standby: standby)
    self.outsidePrices = outsidePrices
    self.published = published
    mixing = MixingClasses(day.rules)
    let builder = VehicleCompiler(day, purpose: purpose)
    dimensions = builder.dimensions
    vehicles = builder.vehicles
    vehicleDrafts = builder.drafts()
    travels = builder.travels
  }

  func compile() -> Result { compile(with: nil).result }

  /// - Parameter forms: of the same day; what legs can be beside their first form.
  /// - Returns: the problem, and the feeder trip of each request that stands for another form.
  func compile(with forms: LegForms?) -> (result: Result, connections: [Int: Connection]) {
    var result = compile(day.legs.indices)
    let connections = forms?.add(to: &result) ?? [:]
    result.draft.vehicles = vehicleDrafts
    result.draft.matrices = matrices
    result.draft.crews = VehicleCompiler(day, purpose: purpose).crews()
    if let published {
      StabilityCosts(day, published).apply(to: &result.draft, result.requests, vehicles)
      if let past = published.past {
        PastLocks(day, past, vehicles).apply(to: &result.draft, result)
      }
    }
    PenaltyScale(day.rules).apply(to: &result.draft)
    priceOutside(&result)
    for case .oneOf(let forms) in result.draft.links {
      let penalty = result.draft.requests[forms[0]].unservedPenalty
      for form in forms { result.draft.requests[form].unservedPenalty = penalty }
    }
    return (result, connections)
  }

  /// R33: a leg that an outside fallback takes for less than its weight is left to it at that price.
  private func priceOutside(_ result: inout Result) {
    for (leg, price) in outsidePrices {
      guard let request = result.requestOfLeg[leg] else { continue }
      result.draft.requests[request].unservedPenalty =
        result.draft.requests[request].unservedPenalty.map { min($0, price) }
    }
  }

  /// What is asked for by some of the legs, without the vehicles and their travel, and the penalties as stated.
  func compile(_ legs: Range<Int>) -> Result {
    let leftOut = purpose == .search ? LeftOut(day, candidates: candidates).legs : []
    let absent = Set(leftOut.map(\.leg))
    var requestOfLeg = [Int?](repeating: nil, count: day.legs.count)
    var roles: [RequestRole] = []
    for leg in legs where !absent.contains(leg) {
      if purpose == .search, day.staysBefore(leg) { roles.append(.stay(before: leg)) }
      requestOfLeg[leg] = roles.count
      roles.append(.leg(leg))
    }
    let builder = RequestCompiler(self)
    let draft = ProblemDraft(
      name: day.scenario.territory.id, requests: roles.map(builder.request),
      links: LinkCompiler(self, roles: roles, requestOfLeg: requestOfLeg).links(),
      locks: locks(requestOfLeg), mixing: mixing.table,
      sharedDetour: purpose == .search ? RideLimits(rules: day.rules).sharedDetour : nil)
    return Result(
      draft: draft, requests: roles, requestOfLeg: requestOfLeg, leftOut: leftOut)
  }

  /// Who of the candidates can be met within one and the same window (R24): where their walks differ by more than the
  /// leg's times are free, only those with the shortest walk.
  private static func meetable(_ leg: Int, _ candidates: [Int], _ day: Day) -> [Int] {
    let ends = [LegEnd.pickup, .delivery]
    let walks = ends.map { day.walks(leg, $0, by: candidates) }
    guard walks.contains(where: { $0.count > 1 }) else { return candidates }
    let kinds = candidates.map { day.resources[$0].mode.ridingKind }
    let windows = LegWindows(
      day, kinds: RuleKind.allCases.filter(kinds.contains), budget: .split
    ).windows(of: leg)
    let rooms = [windows.pickup, windows.delivery].map { $0?.count ?? .max }
    if zip(walks, rooms).allSatisfy({ $0.count <= $1 }) { return candidates }
    func walk(_ resource: Int) -> [Int] {
      ends.map { day.meetingPoint(leg, $0, by: resource)?.seconds ?? 0 }
    }
    let shortest = candidates.map(walk).min { $0.reduce(0, +) < $1.reduce(0, +) }
    return candidates.filter { walk($0) == shortest }
  }

  /// Modes of the resources that may serve a leg, each once.
  func modes(of leg: Int) -> [Mode] {
    Mode.allCases.filter { mode in candidates[leg].contains { day.resources[$0].mode == mode } }
  }

  func windows(of leg: Int) -> LegWindows {
    let kinds = modes(of: leg).map(\.ridingKind)
    return LegWindows(
      day, kinds: RuleKind.allCases.filter(kinds.contains),
      budget: purpose == .search ? .split : .whole, walks: walks)
  }

  /// Walks at both ends of a leg, over all who may serve it (R24).
  func walks(_ leg: Int) -> LegWalks {
    LegWalks(
      pickup: day.walks(leg, .pickup, by: candidates[leg]),
      delivery: day.walks(leg, .delivery, by: candidates[leg]))
  }

  /// One for each pace of the day (R23) and each service that meets riders elsewhere (R24).
  private var matrices: [MatrixDraft] {
    let size = day.meeting.locationCount
    var distances: [Int: [Double]] = [:]
    return travels.map { travel in
      let places = (0..<size).map { day.meeting.place($0, service: travel.service) }
      func table(_ entry: (Int, Int) -> Int) -> [Double] {
        places.flatMap { from in places.map { Double(entry(from, $0)) } }
      }
      let known = distances[travel.service]
      let metres = known ?? table { day.travel.metres($0, $1) }
      distances[travel.service] = metres
      return MatrixDraft(
        size: size, times: table { day.travel.seconds($0, $1, at: travel.pace) },
        distances: metres)
    }
  }

  private func locks(_ requestOfLeg: [Int?]) -> [Lock] {
    promises(requestOfLeg) + RunLocks(self).locks(requestOfLeg)
  }

  /// R42: a pick-up time once told moves by no more than the profile's promise.
  private func promises(_ requestOfLeg: [Int?]) -> [Lock] {
    day.scenario.locks.compactMap { lock in
      guard lock.kind == .promise, let time = lock.time, let leg = day.legIndex[lock.trip],
        let request = requestOfLeg[leg], day.legs[leg].line == nil
      else { return nil }
      let kinds = day.legs[leg].booking.insured ? [RuleKind.tap] : windows(of: leg).kinds
      let promise = kinds.map { day.rules.seconds(.promise($0)) }.min() ?? 0
      let told = day.elapsed(time)
      return .time(
        stop: StopReference(request, .pickup),
        window: TimeWindow(Double(max(0, told - promise)), Double(max(0, told + promise))))
    }
  }
}
