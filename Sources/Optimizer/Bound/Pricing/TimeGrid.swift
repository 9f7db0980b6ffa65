/// The day cut into equal slices. A value kept for a slice holds for every time from its beginning on.
struct TimeGrid: Sendable {
  private static let mostSlices = 4_000

  let origin: Double
  let width: Double
  private let inverse: Double
  let count: Int
  /// Every fragment takes longer than a slice, so that one pass from the last slice to the first settles all
  /// completion bounds. Where slices would be too many, there are none.
  var isFine: Bool { count > 1 }

  init(_ p: BoundProblem, _ set: FragmentSet) {
    let kinds = p.classes.filter { $0.matrix == set.matrix }
    origin = kinds.map(\.opens).min() ?? 0
    let closes = kinds.map(\.closes).max() ?? 0
    let end = max(origin, min(closes, set.fragments.map(\.latestEnd).max() ?? origin))
    let shortest = set.fragments.map(\.length).min() ?? 0
    width = shortest * 0.999
    let slices = width > 0 ? (end - origin) / width + 2 : .infinity
    count = slices < Double(Self.mostSlices) ? Int(slices) : 1
    inverse = width > 0 && count > 1 ? 1 / width : 0
  }

  /// The slice that a time lies in; never one that begins after it, up to rounding far below the tolerances.
  @inline(__always)
  func slice(of time: Double) -> Int {
    let at = (time - origin) * inverse - 1e-9
    if at <= 0 { return 0 }
    return at < Double(count - 1) ? Int(at) : count - 1
  }

  @inline(__always)
  func begin(of slice: Int) -> Double { origin + Double(slice) * width }
}

extension Fragment {
  /// Last departure from its last stop that does not wait anywhere.
  var latestEnd: Double { max(earliestEnd, latestStart + length) }
}
