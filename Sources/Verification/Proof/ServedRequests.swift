import DialARide

/// Which requests the routes of each vehicle can serve: those it may, with all whom they must share it with.
struct ServedRequests {
  private let vehicleCount: Int
  private var isServed: [Bool]

  init(_ problem: Problem) {
    vehicleCount = problem.vehicleCount
    isServed = problem.admissible
    let ties = problem.draft.links.compactMap { link -> (Int, Int)? in
      guard case .sameVehicle(let a, let b) = link, problem.ties(a, b) else { return nil }
      return (a, b)
    }
    // Ties can form chains.
    var changes = true
    while changes {
      changes = false
      for (a, b) in ties {
        for vehicle in 0..<vehicleCount
        where isServed[a * vehicleCount + vehicle] != isServed[b * vehicleCount + vehicle] {
          isServed[a * vehicleCount + vehicle] = false
          isServed[b * vehicleCount + vehicle] = false
          changes = true
        }
      }
    }
  }

  /// Ascending.
  func of(_ vehicle: Int) -> [Int] {
    (0..<isServed.count / max(1, vehicleCount)).filter { isServed[$0 * vehicleCount + vehicle] }
  }
}
