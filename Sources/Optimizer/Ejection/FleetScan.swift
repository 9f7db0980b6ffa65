/// Finds the places in a row where a request may go.
///
/// Constant-time tests by the earliest and latest times of the neighbouring nodes, loads and bare ride time:
/// exact for problems ruled by windows and one capacity alone (`FleetRules.isPlain`), necessary for all
/// others, where the walker has the last word.
struct FleetScan {
  let p: SearchProblem
  let rules: FleetRules
  private let points: FlatTable<FleetPoint>
  private static let mostPoints = 4_096
  /// Places that the walker judges before a row is given up.
  private static let mostTrials = 10

  init(_ p: SearchProblem, rules: FleetRules) {
    self.p = p
    self.rules = rules
    points = FlatTable(
      repeating: FleetPoint(pickupAfter: 0, deliveryAfter: 0), count: Self.mostPoints)
  }

  /// The place for request r in a row that adds least driving cost, of those that keep every rule; `nil`: none.
  ///
  /// Random places would do for the literature's chains, but leave routes so long that fewer chains succeed.
  func place(_ r: Int, into index: Int, of routes: FleetRoutes) -> FleetPoint? {
    let row = routes.row(index)
    guard p.admissible[r &* p.vehicleCount &+ row.vehicle] else { return nil }
    var count =
      p.hasPickup[r] && p.hasDelivery[r] ? gatherPairs(r, row) : gatherSingles(r, row)
    var trials = 0
    while count > 0 && trials < Self.mostTrials {
      let chosen = cheapest(count, r, row)
      let point = points.base[chosen]
      if rules.isPlain || routes.accepts(index, with: r, at: point) { return point }
      count -= 1
      points.base[chosen] = points.base[count]
      trials += 1
    }
    return nil
  }

  private func cheapest(_ count: Int, _ r: Int, _ row: FleetRow) -> Int {
    guard p.hasPickup[r] && p.hasDelivery[r] else { return 0 }
    let view = p.vehicles[row.vehicle]
    let from = p.location[2 &* r]
    let to = p.location[2 &* r &+ 1]
    var best = 0
    var least = Double.infinity
    var index = 0
    while index < count {
      let i = Int(points.base[index].pickupAfter)
      let j = Int(points.base[index].deliveryAfter)
      let a = row.nodes[i].place
      let b = row.nodes[i + 1].place
      var added = view.legCost(a, from) - view.legCost(a, b)
      if i == j {
        added += view.legCost(from, to) + view.legCost(to, b)
      } else {
        let c = row.nodes[j].place
        let d = row.nodes[j + 1].place
        added +=
          view.legCost(from, b) + view.legCost(c, to) + view.legCost(to, d) - view.legCost(c, d)
      }
      if added < least {
        least = added
        best = index
      }
      index += 1
    }
    return best
  }

  /// Whether some layout would hold the load at node x with the request, each dimension for itself.
  @inline(__always)
  private func fits(_ r: Int, _ row: FleetRow, after x: Int, _ view: VehicleView) -> Bool {
    if view.layoutCount == 0 { return true }
    let dims = p.dimensions
    let aboard = row.loads + x &* dims
    let load = p.load + r &* dims
    var k = 0
    while k < dims {
      let need = aboard[k] &+ load[k]
      var holds = false
      var l = 0
      while l < view.layoutCount {
        if view.layouts[l &* dims &+ k] >= need {
          holds = true
          break
        }
        l += 1
      }
      if !holds { return false }
      k += 1
    }
    return true
  }

  private func gatherPairs(_ r: Int, _ row: FleetRow) -> Int {
    let view = p.vehicles[row.vehicle]
    let nodes = row.nodes
    let pickup = 2 &* r
    let delivery = pickup &+ 1
    let from = p.location[pickup]
    let to = p.location[delivery]
    let tolerance = SearchProblem.tolerance
    let latestPickup = p.latest[pickup] + tolerance
    let latestDelivery = p.latest[delivery] + tolerance
    let ride = p.longestRide[r] + tolerance
    let direct = view.time(from, to)
    var found = 0
    var i = 0
    while i <= row.count {
      let before = nodes[i]
      let leave = before.early + before.serve
      if leave > latestPickup { break }
      let arrival = leave + view.time(before.place, from)
      if arrival > latestPickup || !fits(r, row, after: i, view) {
        i += 1
        continue
      }
      let onBoard = p.start(atStop: pickup, notBefore: arrival) + p.service[pickup]
      let alight = p.start(atStop: delivery, notBefore: onBoard + direct)
      if alight < .infinity {
        let next = nodes[i + 1]
        let onward = alight + p.service[delivery] + view.time(to, next.place)
        if onward <= next.late + tolerance && found < Self.mostPoints {
          points.base[found] = FleetPoint(pickupAfter: Int32(i), deliveryAfter: Int32(i))
          found += 1
        }
      }
      if i < row.count {
        let toNext = view.time(from, nodes[i + 1].place)
        found = gatherLater(
          r, row, view, i, onBoard: onBoard, toNext: toNext, latestDelivery, ride, found)
      }
      i += 1
    }
    return found
  }

  /// Places with the pickup behind node i and the delivery behind a later one.
  @inline(__always)
  private func gatherLater(
    _ r: Int, _ row: FleetRow, _ view: VehicleView, _ i: Int, onBoard: Double, toNext: Double,
    _ latestDelivery: Double, _ ride: Double, _ known: Int
  ) -> Int {
    let nodes = row.nodes
    let delivery = 2 &* r &+ 1
    let to = p.location[delivery]
    let tolerance = SearchProblem.tolerance
    var found = known
    var start = max(onBoard + toNext, nodes[i + 1].early)
    if start > nodes[i + 1].late + tolerance { return found }
    var bare = toNext
    var j = i + 1
    while true {
      let node = nodes[j]
      let after = nodes[j + 1]
      let leave = start + node.serve
      bare += node.serve
      if leave > latestDelivery || bare > ride || !fits(r, row, after: j, view) { return found }
      let leg = view.time(node.place, to)
      if bare + leg <= ride {
        let alight = p.start(atStop: delivery, notBefore: leave + leg)
        let onward = alight + p.service[delivery] + view.time(to, after.place)
        if onward <= after.late + tolerance && found < Self.mostPoints {
          points.base[found] = FleetPoint(pickupAfter: Int32(i), deliveryAfter: Int32(j))
          found += 1
        }
      }
      if j == row.count { return found }
      start = max(leave + after.travel, after.early)
      if start > after.late + tolerance { return found }
      bare += after.travel
      j += 1
    }
  }

  private func gatherSingles(_ r: Int, _ row: FleetRow) -> Int {
    let view = p.vehicles[row.vehicle]
    let stop = 2 * r + (p.hasPickup[r] ? 0 : 1)
    let at = p.location[stop]
    var found = 0
    for i in 0...row.count where found < Self.mostPoints {
      let before = row.nodes[i]
      let next = row.nodes[i + 1]
      let arrival = before.early + before.serve + view.time(before.place, at)
      let start = p.start(atStop: stop, notBefore: arrival)
      if start + p.service[stop] + view.time(at, next.place) <= next.late + SearchProblem.tolerance
      {
        points.base[found] = FleetPoint(pickupAfter: Int32(i), deliveryAfter: Int32(i))
        found += 1
      }
    }
    return found
  }
}
