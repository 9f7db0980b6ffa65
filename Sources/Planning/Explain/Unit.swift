internal import DialARide

/// Legs of one booking that are served together or not at all, with the stays between them.
struct Unit {
  let legs: [Int]
  /// Requests of the legs and stays, ascending.
  let requests: [Int]

  /// The unit that a request belongs to.
  init(_ compiled: CompiledDay, groupOf request: Int) {
    requests = compiled.problem.groups[Int(compiled.problem.groupOf[request])]
    legs = requests.compactMap {
      if case .leg(let leg) = compiled.requests[$0] { leg } else { nil }
    }
  }

  /// Units that must be served for this one to be.
  func required(_ compiled: CompiledDay) -> [Int] {
    requests.flatMap { compiled.problem.required[$0] }.filter { !requests.contains($0) }
  }
}

extension Solution {
  /// The solution without these requests.
  func without(_ requests: [Int]) -> Solution {
    guard !requests.isEmpty else { return self }
    let gone = Set(requests)
    let routes = routes.map { route in
      // Times are found anew by whoever reads the routes.
      Route(
        vehicle: route.vehicle,
        stops: route.stops.filter { !gone.contains($0 >> 1) })
    }
    return Solution(routes: routes, unserved: (unserved + requests).sorted())
  }
}
