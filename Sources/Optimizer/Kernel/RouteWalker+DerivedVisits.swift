// Base visits: placed by the evaluation, so that no search operator needs to know them.

extension RouteWalker {
  /// Tries base visits on the empty legs where waiting would cost more than the way there and back, or is not
  /// allowed, and keeps the cheaper of the two routes.
  func compareBaseVisits(
    _ v: VehicleView, verdict: Double, _ stops: UnsafePointer<Int32>, _ length: Int
  ) -> Double {
    // Where nobody waits, a way to base saves nothing.
    guard length > 1, !verdict.isFinite || waiting > SearchProblem.tolerance else { return verdict }
    fill(stops, length)
    guard walk(v, limitsIdling: false), settleEarliest(v), insertBaseVisits(v) else {
      return again(v, stops, length, verdict: verdict)
    }
    let visiting = judgeNodes(v)
    return visiting < verdict ? visiting : again(v, stops, length, verdict: verdict)
  }

  /// Restores the tables of the route without base visits.
  private func again(
    _ v: VehicleView, _ stops: UnsafePointer<Int32>, _ length: Int, verdict: Double
  ) -> Double {
    guard verdict.isFinite else { return verdict }
    fill(stops, length)
    return judgeNodes(v)
  }

  /// Writes base visits into the node sequence where they pay in the earliest schedule; false if nowhere.
  private func insertBaseVisits(_ v: VehicleView) -> Bool {
    var length = 0
    var riders = 0
    for x in 1...count {
      let s = Int(stop[x])
      if x > 1 && riders == 0 && paysBaseVisit(v, before: x) {
        trial[length] = Int32(p.firstBase) + v.index
        length += 1
      }
      trial[length] = Int32(s)
      length += 1
      let r = s >> 1
      if p.hasPickup[r] && p.hasDelivery[r] { riders += s & 1 == 0 ? 1 : -1 }
    }
    guard length > count else { return false }
    fill(UnsafePointer(trial), length)
    return true
  }

  private func paysBaseVisit(_ v: VehicleView, before x: Int) -> Bool {
    let here = place[x - 1]
    let there = place[x]
    let wait = begin[x] - begin[x - 1] - serve[x - 1] - travel[x]
    let around = v.time(here, v.start) + v.time(v.start, there) - travel[x]
    guard wait > 0, around <= wait else { return false }
    let extra = v.legCost(here, v.start) + v.legCost(v.start, there) - v.legCost(here, there)
    return wait > v.longestIdle || extra < wait * v.costPerSecondWaiting
  }
}
