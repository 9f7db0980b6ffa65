// Load against seat layouts.

extension RouteWalker {
  func resetLoad(_ v: VehicleView) -> Bool {
    for k in 0..<p.dimensions { current[k] = 0 }
    reopenLayouts(v)
    guard p.hasSingles, count > 0 else { return true }
    // A delivery alone has its load on board from the start.
    for x in 1...count {
      let s = Int(stop[x])
      guard s < p.firstBreak, s & 1 == 1, !p.hasPickup[s >> 1] else { continue }
      for k in 0..<p.dimensions { current[k] += p.load[(s >> 1) * p.dimensions + k] }
    }
    return closeLayouts(v)
  }

  @inline(__always)
  func reopenLayouts(_ v: VehicleView) {
    for l in 0..<v.layoutCount { layoutFits[l] = true }
    if p.hasSingles { closeLayouts(v) }
  }

  /// Changes the load; false if no layout holds it any more.
  @inline(__always)
  func shift(_ r: Int, by sign: Int32, _ v: VehicleView) -> Bool {
    let dims = p.dimensions
    for k in 0..<dims { current[k] &+= sign &* p.load[r &* dims &+ k] }
    if sign < 0 { return true }
    return closeLayouts(v)
  }

  /// Takes on board what the request has to give in exchange; false if no layout holds it.
  func takeExchange(_ r: Int, _ v: VehicleView) -> Bool {
    guard let exchange = p.exchange else { return true }
    for k in 0..<p.dimensions { current[k] &+= exchange[r * p.dimensions + k] }
    return closeLayouts(v)
  }

  /// Whether a break may be taken with the load on board.
  func isLightEnough(for rest: Int) -> Bool {
    for k in 0..<p.dimensions where current[k] > p.breakMostLoad[rest * p.dimensions + k] {
      return false
    }
    return true
  }

  @discardableResult
  @inline(__always)
  func closeLayouts(_ v: VehicleView) -> Bool {
    if v.layoutCount == 0 { return true }
    let dims = p.dimensions
    var open = false
    for l in 0..<v.layoutCount where layoutFits[l] {
      for k in 0..<dims where current[k] > v.layouts[l &* dims &+ k] {
        layoutFits[l] = false
        break
      }
      open = open || layoutFits[l]
    }
    return open
  }
}
