public import DialARide

/// What a request of the numeric problem stands for.
public enum RequestRole: Hashable, Sendable {
  /// A leg, by index into `Day.legs`.
  case leg(Int)
  /// The driver stays with the rider before this leg (R28): no ride, but nobody else may be on board.
  case stay(before: Int)
}

/// Which shift of which resource a vehicle of the numeric problem stands for.
public struct VehicleRole: Hashable, Sendable {
  /// Index into `Day.resources`.
  public var resource: Int
  /// Index into the resource's shifts.
  public var shift: Int
}

/// A leg that is not in the numeric problem, since no resource may be given it.
public struct LeftOutLeg: Hashable, Sendable {
  public var leg: Int
  /// Leg of the same booking on whose account this one is left out too; `nil`: it has no resource itself.
  public var because: Int?
}

/// A day as a numeric problem, with the way back.
public struct CompiledDay: Sendable {
  public let day: Day
  public let eligibility: Eligibility
  public let problem: Problem
  /// By request.
  public let requests: [RequestRole]
  /// By vehicle.
  public let vehicles: [VehicleRole]
  /// `requestOfLeg[leg]`: `nil` where the leg was left out.
  public let requestOfLeg: [Int?]
  public let leftOut: [LeftOutLeg]
  /// The feeder trip that a request stands for in place of its leg's first form, by request (R12).
  let connections: [Int: Connection]
  /// Euros for which the search may leave a leg to an outside fallback, by leg (R33).
  let outsidePrices: [Int: Double]
  /// What people were told of an earlier plan of the day; `nil`: nothing.
  public let published: PublishedPlan?

  /// Compiles a scenario: names resolved, rules turned into the solver's primitives.
  ///
  /// - Throws: `Faults` with every fault of the scenario.
  public init(
    _ scenario: Scenario, rules: RuleBook, travel: TravelMatrix,
    after published: PublishedPlan? = nil,
    at lookup: @escaping FaultLookup = FaultPlace.inScenario
  ) throws(Faults) {
    try self.init(
      Day(scenario, rules: rules, travel: travel, at: lookup), after: published)
  }

  /// Compiles a day, with the feeder trips that it offers beside the through rides, unless people were told of a plan: what
  /// they were told a leg is, it stays.
  ///
  /// - Parameter published: what people were told; changes to it are priced (R43).
  /// - Throws: `Faults` where the problem built is unsound, which a sound day rules out.
  public init(_ day: Day, after published: PublishedPlan? = nil) throws(Faults) {
    let plain = Eligibility(day)
    let prices = OutsideAssignment(OutsideTerms(day, plain)).prices()
    let forms =
      day.connections.isEmpty || published != nil
      ? nil : try LegForms(day, plain, outsidePrices: prices)
    let day = forms?.base ?? day
    let eligibility = forms == nil ? plain : Eligibility(day)
    let compiler = Compiler(
      day, candidates: day.legs.indices.map { eligibility.candidates($0, of: day) },
      standby: eligibility.standby, outsidePrices: prices, after: published)
    let (compiled, connections) = compiler.compile(with: forms)
    problem = try Self.problem(compiled.draft)
    self.connections = connections
    self.day = day
    self.published = published
    self.eligibility = eligibility
    requests = compiled.requests
    vehicles = compiler.vehicles
    requestOfLeg = compiled.requestOfLeg
    leftOut = compiled.leftOut
    outsidePrices = prices
  }

  /// A day compiled already, with more in it.
  init(
    _ other: CompiledDay, day: Day, eligibility: Eligibility, problem: Problem,
    requests: [RequestRole], requestOfLeg: [Int?], leftOut: [LeftOutLeg]
  ) {
    self.day = day
    self.eligibility = eligibility
    self.problem = problem
    self.requests = requests
    self.requestOfLeg = requestOfLeg
    self.leftOut = leftOut
    vehicles = other.vehicles
    connections = [:]
    outsidePrices = other.outsidePrices
    published = other.published
  }

  static func problem(_ draft: ProblemDraft) throws(Faults) -> Problem {
    do {
      return try Problem(draft)
    } catch {
      throw Faults(
        error.faults.map {
          Fault(
            code: "unsound-problem", place: FaultPlace(file: "problem", pointer: $0.pointer),
            field: "", value: "",
            cause: Bilingual(fr: $0.cause, en: $0.cause),
            remedy: Bilingual(fr: $0.remedy, en: $0.remedy))
        })
    }
  }

  /// `v07#2`: the second shift of resource v07.
  public func runId(_ vehicle: Int) -> String { problem.vehicles[vehicle].id }

  /// The plan that people were told, as far as it can still be driven: what a search starts from (R43).
  public var start: Solution? { published.map { solution(of: $0.plan) } }

  /// Vehicles of a resource, ascending.
  public func vehicles(of resource: Int) -> [Int] {
    vehicles.indices.filter { vehicles[$0].resource == resource }
  }

  /// Stops of a leg in the numeric problem.
  public func stops(of leg: Int) -> (pickup: Int, delivery: Int)? {
    requestOfLeg[leg].map { (2 * $0, 2 * $0 + 1) }
  }
}
