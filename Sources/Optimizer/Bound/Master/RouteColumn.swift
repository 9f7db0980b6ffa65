/// A route in the restricted master.
struct RouteColumn {
  /// Index among `BoundProblem.classes`.
  var classIndex: Int
  var cost: Double
  var stops: [Int32]
  /// Requests with the number of times they are served, ascending.
  var visits: [(request: Int, times: Int)]

  init(_ p: BoundProblem, classIndex: Int, cost: Double, stops: [Int32]) {
    self.classIndex = classIndex
    self.cost = cost
    self.stops = stops
    let served = stops.filter { Int($0) == p.firstStop(Int($0 >> 1)) }.map { Int($0 >> 1) }.sorted()
    var visits: [(request: Int, times: Int)] = []
    for r in served {
      if visits.last?.request == r {
        visits[visits.count - 1].times += 1
      } else {
        visits.append((r, 1))
      }
    }
    self.visits = visits
  }

  var requests: BitMask {
    var mask = BitMask()
    for visit in visits { mask.insert(visit.request) }
    return mask
  }
}
