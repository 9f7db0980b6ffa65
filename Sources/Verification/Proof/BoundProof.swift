public import DialARide

/// How much work a proof may take.
public struct ProofEffort: Hashable, Sendable {
  /// Partial pieces made at most for one class of vehicles.
  public var pieceLabels: Int
  /// Labels of routes made at most for one class.
  public var routeLabels: Int
  /// Steps of walks made at most for one class.
  public var walks: Int

  public init(pieceLabels: Int = 2_000_000, routeLabels: Int = 200_000, walks: Int = 300_000) {
    self.pieceLabels = pieceLabels
    self.routeLabels = routeLabels
    self.walks = walks
  }
}

/// A lower bound on the cost of every solution, proven anew from multipliers: one a request, and some of ties.
///
/// **The bound.** For any numbers π, whatever they are,
///
///     L(π) = Σ_d w_d + Σ_g min(0, p_g − Σ_{d ∈ g} w_d) + Σ_k n_k · min(0, c_k(π))
///
/// is at most the cost of every solution, w_d being the least π of the forms of demand d (mostly it has one alone). The
/// first sum grants each demand its multiplier; the second takes it
/// back, at the price of the penalty p_g, for the groups g of demands that are served together or not at all
/// (a group with one that must be served has no such term); the third adds, for each of the n_k vehicles of
/// class k, the cheapest reduced cost c_k of a route: its cost less the multipliers of the requests it
/// serves. A solution serves each demand once, in a form whose π is not below w, or not at all, so its cost is not below
/// L's terms with its own routes in place of the cheapest ones.
///
/// **Ties.** Where every solution serves two requests in one vehicle or serves neither, each vehicle serves the first
/// as often as the second. So what a ``TieMultiplier`` grants to routes with the first and takes from routes with the
/// second, vehicle by vehicle, sums to nothing over a solution, and c_k may be that of multipliers changed by it.
///
/// **The relaxation.** A route keeps: which requests its vehicle may serve (locks included), pickup
/// before delivery, travel and service times, the hull of each stop's windows, the shift, ride times, detours, one
/// layout that holds everybody from an empty vehicle to an empty vehicle, riding alone, mixing, links that
/// keep requests apart, the limits on distance, on trips, on waits on board, and on waits between loads where windows
/// alone make them too long (if there is no break), set-ups (trips and set-ups where the
/// vehicle serves rides alone), and the longest time on duty where the vehicle does not pass its base. It
/// serves no request twice, though perhaps two forms of one demand. Its cost is the fixed cost, cost by distance and by time driven, preferences, and waiting as far as
/// no departure avoids it and no break or set-up may explain it. A vehicle with one break, forbidden with somebody on
/// board, that serves rides alone and pays for waiting or does not pass its base, takes it on an empty way where its time on duty makes it due (``RouteRules/Rest``). All other rules can only forbid routes,
/// and all other costs are not negative, so leaving them out keeps the bound valid. A route that a lock
/// has frozen is taken as it stands, without any rule. Of a service whose time hangs on the vehicle or the place before
/// the least is taken; where rides or waits are limited or cost anything, such a problem has no bound but zero.
///
/// **Numbers.** Every time that the exact checker compares is loosened by more than it forgives
/// (``Verifier/tolerance``): each leg is shortened by 4·10⁻⁶, windows, shifts and ride times are widened by as much
/// for each leg too short for that. So every solution that the checker passes keeps the relaxation, times taken at
/// face value. Costs are sums of at most a few terms a stop; each addition errs by at most half a unit in
/// the last place of a number no larger than the sum of all magnitudes, and that product, taken eight
/// times over, is subtracted from each term. Pruning compares the same sums, so a route whose reduced cost is
/// missed is above zero less that error.
///
/// **The method** shares no code with the search or with column generation: pieces of routes from empty to empty
/// with exact ride times (``Piece``), then a best-first search over sequences of pieces. Where the work
/// would exceed ``ProofEffort``, the bound falls back, class by class, to what is still proven: see ``Method``.
public struct BoundProof: Sendable {
  /// How the cheapest route of a class was bounded, the strongest first.
  public enum Method: String, Codable, CaseIterable, Sendable {
    /// Exactly.
    case exact
    /// Exactly within pieces; of the sequences of pieces some were left unexplored, at their bound.
    case pieces
    /// Walks over stops that keep windows and travel times alone.
    case walks
    /// All multipliers worth taking, at no cost of travel.
    case selection
  }

  /// What was found for vehicles that are alike as far as the relaxation sees.
  public struct ClassProof: Hashable, Sendable {
    /// Their indices, ascending.
    public var vehicles: [Int]
    /// No route of one of them has a lower reduced cost; at most 0.
    public var reducedCost: Double
    public var method: Method
    /// Requests of the cheapest route found, ascending; empty: none is below zero.
    public var route: [Int]
  }

  /// L(π), rounded down; may be negative.
  public let lagrangian: Double
  public let classes: [ClassProof]

  /// What is proven: costs are not negative.
  public var bound: Double { max(0, lagrangian) }

  /// The weakest method that any class needed.
  public var method: Method {
    let used = Set(classes.map(\.method))
    return Method.allCases.last(where: used.contains) ?? .exact
  }

  /// Whether a bound claimed for the same multipliers is proven: up to one part in a million, by which two sums
  /// of many terms, or times loosened a little more or less, may differ.
  public func confirms(_ claim: Double) -> Bool {
    claim.isFinite && bound >= claim - Verifier.tolerance * max(1, abs(claim))
  }

  /// Proves what the multipliers prove.
  ///
  /// - Parameter duals: one finite number a request.
  /// - Parameter ties: of requests that the problem ties (`Problem.ties`).
  public init(
    _ problem: Problem, duals: [Double], ties: [TieMultiplier] = [],
    effort: ProofEffort = ProofEffort()
  ) {
    precondition(duals.count == problem.requestCount, "one multiplier a request")
    precondition(
      ties.allSatisfy { problem.ties($0.first, $0.second) }, "multipliers of ties that there are")
    let multipliers = VehicleMultipliers(problem, duals: duals, ties: ties)
    let served = ServedRequests(problem)
    classes = VehicleClasses(problem, served, multipliers).classes.map { vehicles in
      ClassPricing(
        problem, vehicles: vehicles, serving: served.of(vehicles[0]),
        duals: multipliers.of(vehicles[0]), effort: effort
      ).proof
    }
    var sum = OutwardSum()
    let demands = Demands(problem.draft)
    let worth = demands.forms.map { forms in forms.reduce(.infinity) { min($0, duals[$1]) } }
    for worth in worth { sum.add(worth) }
    for group in Self.groups(problem.draft, demands) {
      let penalties = group.map { problem.draft.requests[demands.forms[$0][0]].unservedPenalty }
      guard !penalties.contains(nil) else { continue }
      var term = OutwardSum()
      for penalty in penalties { term.add(penalty ?? 0) }
      for demand in group { term.add(-worth[demand]) }
      sum.add(min(0, term.low))
    }
    for kind in classes { sum.add(Double(kind.vehicles.count) * kind.reducedCost) }
    lagrangian = Self.keepsServices(problem.draft) ? sum.low : min(0, sum.low)
  }

  /// The relaxation takes the service that every vehicle needs at least. A shorter one can make rides and waits
  /// longer, so that this relaxes only where neither is limited or costs anything.
  private static func keepsServices(_ draft: ProblemDraft) -> Bool {
    let stops = draft.requests.flatMap { [$0.pickup, $0.delivery] }.compactMap { $0 }
    if stops.allSatisfy({ $0.extraService == nil && $0.arrivalSetup == nil }) { return true }
    return draft.requests.allSatisfy { $0.longestRide == nil }
      && draft.vehicles.allSatisfy {
        $0.longestIdle == nil && $0.longestIdleOnBoard == nil && $0.costPerSecondWaiting == 0
      }
  }

  /// Demands tied by links to be served together, transitively.
  private static func groups(_ draft: ProblemDraft, _ demands: Demands) -> [[Int]] {
    var group = Array(demands.forms.indices)
    for case .together(let members) in draft.links {
      let tied = members.map { demands.demand(of: $0) }
      guard let least = tied.map({ group[$0] }).min() else { continue }
      let merged = Set(tied.map { group[$0] })
      for demand in group.indices where merged.contains(group[demand]) { group[demand] = least }
    }
    return demands.forms.indices.map { head in group.indices.filter { group[$0] == head } }
      .filter { !$0.isEmpty }
  }
}

/// A sum and a bound on its rounding error.
struct OutwardSum {
  private var sum = 0.0
  private var magnitude = 0.0
  private var terms = 0.0

  mutating func add(_ term: Double) {
    sum += term
    magnitude += abs(term)
    terms += 1
  }

  /// Not above the exact sum: each addition errs by at most half a unit in the last place of a partial sum.
  var low: Double { sum - magnitude * terms * .ulpOfOne }
}
