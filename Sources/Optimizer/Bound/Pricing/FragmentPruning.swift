/// Fragments that no route needs under the present duals.
struct FragmentPruning {
  private let fragments: GrowingTable<PricingFragment>
  /// Cost of a second of waiting.
  private let rate: Double
  private let comparesMetres: Bool

  init(_ fragments: GrowingTable<PricingFragment>, rate: Double, comparesMetres: Bool) {
    self.fragments = fragments
    self.rate = rate
    self.comparesMetres = comparesMetres
  }

  /// Drops fragments from a stop on that another one with the same ends beats under the present duals.
  func dropBeaten(from first: Int) {
    let base = fragments.base
    let count = fragments.count
    guard count - first > 1 else { return }
    var slice = UnsafeMutableBufferPointer(start: base + first, count: count - first)
    slice.sort { ($0.last, $0.reducedCost, $0.index) < ($1.last, $1.reducedCost, $1.index) }
    var kept = first
    var group = first
    for at in first..<count {
      let candidate = base[at]
      if kept == group || base[kept - 1].last != candidate.last { group = kept }
      var isBeaten = false
      // The best few beat most of what can be beaten.
      for other in group..<min(kept, group + 48) where beats(base[other], candidate) {
        isBeaten = true
        break
      }
      if isBeaten { continue }
      base[kept] = candidate
      kept += 1
    }
    while fragments.count > kept { _ = fragments.removeLast() }
  }

  @inline(__always)
  private func beats(_ a: PricingFragment, _ b: PricingFragment) -> Bool {
    a.reducedCost <= b.reducedCost && a.earliestEnd <= b.earliestEnd && a.length <= b.length
      && a.latestStart >= b.latestStart && a.requests.isSubset(of: b.requests)
      && a.memory.isSubset(of: b.memory)
      && a.reducedCost - rate * a.length <= b.reducedCost - rate * b.length
      && (!comparesMetres || a.metres <= b.metres)
  }
}
