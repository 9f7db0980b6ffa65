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
  /// What people were told of an earlier plan of the day; `nil`: nothing.
  let published: PublishedPlan?
  let dimensions: [String]
  let vehicles: [VehicleRole]
  let vehicleDrafts: [VehicleDraft]
  private let paces: [TravelPace]

  init(
    _ day: Day, candidates: [[Int]], purpose: Purpose = .search,
    after published: PublishedPlan? = nil
  ) {
    self.day = day
    self.candidates = candidates
    self.purpose = purpose
    self.published = published
    let builder = VehicleCompiler(day)
    dimensions = builder.dimensions
    vehicles = builder.vehicles
    vehicleDrafts = builder.drafts()
    paces = builder.paces
  }

  func compile() -> Result {
    var result = compile(day.legs.indices)
    result.draft.vehicles = vehicleDrafts
    result.draft.matrices = matrices
    result.draft.crews = VehicleCompiler(day).crews()
    if let published {
      StabilityCosts(day, published).apply(to: &result.draft, result.requests, vehicles)
    }
    PenaltyScale(day.rules).apply(to: &result.draft)
    return result
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
      locks: locks(requestOfLeg), mixing: mixing)
    return Result(
      draft: draft, requests: roles, requestOfLeg: requestOfLeg, leftOut: leftOut)
  }

  /// Modes of the resources that may serve a leg, each once.
  func modes(of leg: Int) -> [Mode] {
    Mode.allCases.filter { mode in candidates[leg].contains { day.resources[$0].mode == mode } }
  }

  func windows(of leg: Int) -> LegWindows {
    let kinds = modes(of: leg).map(\.ridingKind)
    return LegWindows(
      day, kinds: RuleKind.allCases.filter(kinds.contains),
      budget: purpose == .search ? .split : .whole)
  }

  /// One for each pace of the day (R23).
  private var matrices: [MatrixDraft] {
    let size = day.travel.size
    let distances = day.travel.metres.map(Double.init)
    return paces.map { pace in
      let times = (0..<size * size).map {
        Double(day.travel.seconds($0 / size, $0 % size, at: pace))
      }
      return MatrixDraft(size: size, times: times, distances: distances)
    }
  }

  /// R13: patients and other riders share a vehicle only where the profile lets them.
  private var mixing: [[Bool]] {
    let mixed = day.rules.isSet(.patientsMixWithPublic)
    return [[true, mixed], [mixed, true]]
  }

  private func locks(_ requestOfLeg: [Int?]) -> [Lock] {
    promises(requestOfLeg) + RunLocks(self).locks(requestOfLeg)
  }

  /// R42: a pick-up time once told moves by no more than the profile's promise.
  private func promises(_ requestOfLeg: [Int?]) -> [Lock] {
    day.scenario.locks.compactMap { lock in
      guard lock.kind == .promise, let time = lock.time, let leg = day.legIndex[lock.trip],
        let request = requestOfLeg[leg]
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
