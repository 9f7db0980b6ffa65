internal import DialARide

/// The forms that the legs of a day can take: the through ride, and the feeder trips that the day offers.
///
/// Every form is a request of its own, compiled from the day as it would be if the leg took it: so every rule holds for a
/// feeder trip as it is written for a leg. The search chooses (`Link.oneOf`). A way round it, an outer search over the
/// choices with a plan for each, would see what one choice does for others' rides only plan by plan.
struct LegForms {
  /// A request for another form of a leg.
  struct Form {
    var leg: Int
    var connection: Connection
    var request: RequestDraft
  }

  /// The day whose legs are the first form each: the through ride, or where nobody may drive that, a feeder trip.
  let base: Day
  /// By leg, in the order in which they are offered.
  let others: [Form]

  /// - Parameter plain: who may drive the through rides.
  /// - Throws: `Faults` where the day cannot be had in another form, which a sound one rules out.
  init(_ day: Day, _ plain: Eligibility, outsidePrices: [Int: Double]) throws(Faults) {
    let offers = Self.offers(day)
    var firsts: [Connection] = []
    var found: [(form: Form, rank: Int)] = []
    for rank in 0..<(offers.map(\.count).max() ?? 0) {
      let round = offers.indices.filter { rank < offers[$0].count }
      var variant = try day.taking(round.map { offers[$0][rank] })
      // The same numbers for the same places in all of them.
      variant.meeting = day.meeting
      let eligibility = Eligibility(variant)
      let compiler = Compiler(
        variant, candidates: variant.legs.indices.map { eligibility.candidates($0, of: variant) },
        standby: eligibility.standby, outsidePrices: outsidePrices)
      let requests = RequestCompiler(compiler)
      for leg in round where !compiler.candidates[leg].isEmpty {
        let connection = offers[leg][rank]
        if plain.candidates(leg, of: day).isEmpty,
          !firsts.contains(where: { $0.leg == connection.leg })
        {
          firsts.append(connection)
          continue
        }
        var request = requests.request(.leg(leg))
        request.id += "~\(rank + 1)"
        found.append((Form(leg: leg, connection: connection, request: request), rank))
      }
    }
    var base = try day.taking(firsts)
    base.meeting = day.meeting
    self.base = base
    others = found.sorted { ($0.form.leg, $0.rank) < ($1.form.leg, $1.rank) }.map(\.form)
  }

  /// Feeder trips among which the search may choose, by leg: none where the coordinator has decided, or a driver stays.
  static func offers(_ day: Day) -> [[Connection]] {
    let fixed = decided(day)
    var offers: [[Connection]] = day.legs.map { leg in
      fixed.contains(leg.leg.id) ? [] : day.connections[leg.leg.id] ?? []
    }
    for legs in day.legsOfBooking where legs.contains(where: day.staysBefore) {
      for leg in legs { offers[leg] = [] }
    }
    return offers
  }

  /// Legs of which the coordinator has decided something: they stay what they are.
  private static func decided(_ day: Day) -> Set<String> {
    let named = Set(day.scenario.locks.filter { $0.kind != .forbid }.map(\.trip))
    return Set(
      day.legs.filter { named.contains($0.leg.id) || named.contains($0.booking.id) }.map(\.leg.id))
  }
}

extension LegForms {
  /// Adds the other forms to a compiled base: requests after all others, and what holds between them and those.
  ///
  /// - Returns: the connection of each request added, by request.
  func add(to result: inout Compiler.Result) -> [Int: Connection] {
    var connections: [Int: Connection] = [:]
    var formsOf: [Int: [Int]] = [:]
    for form in others {
      guard let first = result.requestOfLeg[form.leg] else { continue }
      let request = result.draft.requests.count
      result.draft.requests.append(form.request)
      result.requests.append(.leg(form.leg))
      connections[request] = form.connection
      formsOf[first, default: [first]].append(request)
    }
    let apart = result.draft.links.flatMap { link -> [Link] in
      guard case .apart(let a, let b) = link else { return [] }
      let (ones, others) = (formsOf[a] ?? [a], formsOf[b] ?? [b])
      return ones.flatMap { one in others.map { Link.apart(one, $0) } }.filter { $0 != link }
    }
    result.draft.links += apart + formsOf.keys.sorted().map { .oneOf(formsOf[$0] ?? []) }
    return connections
  }
}
