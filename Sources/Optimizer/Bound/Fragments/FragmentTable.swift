/// Fragments found so far, without those that another one beats in every respect.
struct FragmentTable {
  private(set) var fragments: [Fragment] = []
  private(set) var stops: [Int32] = []
  private var isBeaten: [Bool] = []
  /// Chain of fragments with the same requests and ends, by hash.
  private var heads: [UInt64: Int32] = [:]
  private var next: [Int32] = []
  /// Cost rates of vehicles that pay more for waiting than for driving, for which a longer way may pay.
  private let idlers: [(perMetre: Double, perSecond: Double)]
  private(set) var count = 0

  init(_ classes: [BoundClass]) {
    idlers = classes.filter { $0.perSecondWaiting > $0.perSecond }.map {
      ($0.perMetre, $0.perSecond - $0.perSecondWaiting)
    }
  }

  mutating func add(_ fragment: Fragment, _ order: UnsafeBufferPointer<Int32>) {
    let key =
      fragment.requests.digest ^ UInt64(UInt32(bitPattern: fragment.first)) &* 0x9E37_79B9
      ^ UInt64(UInt32(bitPattern: fragment.last)) << 32
    let head = heads[key] ?? -1
    var other = head
    while other >= 0 {
      let known = fragments[Int(other)]
      if !isBeaten[Int(other)], isSameKind(known, fragment) {
        if beats(known, fragment) { return }
        if beats(fragment, known) {
          isBeaten[Int(other)] = true
          count -= 1
        }
      }
      other = next[Int(other)]
    }
    var added = fragment
    added.stopStart = Int32(stops.count)
    added.stopCount = Int32(order.count)
    stops.append(contentsOf: order)
    heads[key] = Int32(fragments.count)
    next.append(head)
    fragments.append(added)
    isBeaten.append(false)
    count += 1
  }

  /// The fragments that are left, by first stop.
  func sorted() -> [Fragment] {
    fragments.indices.filter { !isBeaten[$0] }.sorted {
      (fragments[$0].first, $0) < (fragments[$1].first, $1)
    }.map { fragments[$0] }
  }

  private func isSameKind(_ a: Fragment, _ b: Fragment) -> Bool {
    a.first == b.first && a.last == b.last && a.requests == b.requests
  }

  /// Whether `a` can take the place of `b` in every route, at no greater cost.
  private func beats(_ a: Fragment, _ b: Fragment) -> Bool {
    a.distance <= b.distance && a.driving <= b.driving && a.length <= b.length
      && a.earliestEnd <= b.earliestEnd && a.latestStart >= b.latestStart
      && b.classes.isSubset(of: a.classes)
      && idlers.allSatisfy {
        $0.perMetre * a.distance + $0.perSecond * a.driving
          <= $0.perMetre * b.distance + $0.perSecond * b.driving
      }
  }
}
