import DialARide

/// Enumerates the fragments of the vehicles of one travel matrix, depth first from each stop that can open one.
///
/// A partial sequence is given up when a window, a ride, a detour, the load of every layout, or who may ride
/// with whom forbids it, or when one of those on board cannot be set down in time any more even by the
/// fastest way.
final class FragmentEnumeration {
  private static let deepest = 64

  private let p: BoundProblem
  private let matrix: Int
  private let way: BoundTravel
  private let limit: FragmentLimit
  private let layouts: FragmentLayouts
  private var table: FragmentTable
  private var steps = 0
  private var isComplete = true

  // The sequence under construction, by position.
  private let order: FlatTable<Int32>
  private let gap: FlatTable<Double>
  private let bare: FlatTable<Double>
  private let metres: FlatTable<Double>
  private let driving: FlatTable<Double>
  private let pickup: FlatTable<Int32>
  private let rideLimit: FlatTable<Double>
  private let latest: FlatTable<Double>
  /// Least times of the first k stops: row k of a square.
  private let begin: FlatTable<Double>
  private let scratch: FlatTable<Double>
  /// Longest wait at each position; a set-up counts as one at the second.
  private let wait: FlatTable<Double>
  private let isUsed: FlatTable<Bool>
  /// Position of the pickup of those on board.
  private let boardedAt: FlatTable<Int32>
  private var aboard: [Int] = []
  private var load: [Int32]
  private var set = BitMask()
  /// First stops that may follow each stop, by window alone.
  private let followers: [[Int32]]

  private let isOver: () -> Bool

  init(
    _ problem: BoundProblem, matrix: Int, limit: FragmentLimit, isOver: @escaping () -> Bool
  ) {
    p = problem
    self.isOver = isOver
    self.matrix = matrix
    self.limit = limit
    way = problem.travel[matrix]
    layouts = FragmentLayouts(problem, matrix: matrix)
    table = FragmentTable(problem.classes.filter { $0.matrix == matrix })
    let n = Self.deepest
    order = FlatTable(repeating: 0, count: n)
    gap = FlatTable(repeating: 0, count: n)
    bare = FlatTable(repeating: 0, count: n)
    metres = FlatTable(repeating: 0, count: n)
    driving = FlatTable(repeating: 0, count: n)
    pickup = FlatTable(repeating: -1, count: n)
    rideLimit = FlatTable(repeating: .infinity, count: n)
    latest = FlatTable(repeating: 0, count: n)
    begin = FlatTable(repeating: 0, count: n * n)
    scratch = FlatTable(repeating: 0, count: n)
    let longestWait =
      problem.classes.filter { $0.matrix == matrix }.map(\.longestIdleOnBoard).max() ?? .infinity
    wait = FlatTable(repeating: longestWait, count: n)
    wait.base[1] += problem.longestSetup
    isUsed = FlatTable(repeating: false, count: problem.requestCount)
    boardedAt = FlatTable(repeating: -1, count: problem.requestCount)
    load = Array(repeating: 0, count: problem.problem.dimensions)
    followers = Self.followers(problem, problem.travel[matrix])
  }

  /// All fragments, or `nil` if there are more than the limit allows.
  func run() -> FragmentSet? {
    guard layouts.isExpressible else { return nil }
    for r in 0..<p.requestCount where isComplete {
      let classes = p.serves[r] & layouts.members
      if classes.isEmpty { continue }
      open(r, classes)
    }
    guard isComplete else { return nil }
    return FragmentSet(matrix: matrix, fragments: table.sorted(), stops: table.stops)
  }

  private static func followers(_ p: BoundProblem, _ way: BoundTravel) -> [[Int32]] {
    let problem = p.problem
    return (0..<(2 * p.requestCount)).map { stop in
      guard problem.location[stop] >= 0 else { return [] }
      return (0..<p.requestCount).compactMap { r in
        let next = p.firstStop(r)
        let travel = way.shortest(Int(problem.location[stop]), Int(problem.location[next]))
        let arrival = p.earliest[stop] + problem.serviceTime[stop] + travel
        return r != stop >> 1 && arrival <= p.latest[next] ? Int32(r) : nil
      }
    }
  }

  // MARK: Depth-first search

  private func open(_ r: Int, _ classes: BitMask) {
    let stop = p.firstStop(r)
    guard p.earliest[stop] <= p.latest[stop] else { return }
    order.base[0] = Int32(stop)
    bare.base[0] = 0
    metres.base[0] = 0
    driving.base[0] = 0
    pickup.base[0] = -1
    latest.base[0] = p.latest[stop]
    begin.base[0] = p.earliest[stop]
    enter(r, at: 0, alive: layouts.all, classes)
  }

  /// Goes on from the stop at `index`, the first one of request r, whose times are settled.
  private func enter(_ r: Int, at index: Int, alive: BitMask, _ classes: BitMask) {
    isUsed.base[r] = true
    let before = set
    if p.isMaskable { set.insert(r) } else { set ^= Self.words(r) }
    defer {
      isUsed.base[r] = false
      set = before
    }
    guard p.problem.isRide(r) else {
      if aboard.isEmpty { finish(index, classes) } else { extend(index, alive, classes) }
      return
    }
    change(r, by: 1)
    defer { change(r, by: -1) }
    let fitting = layouts.fitting(load, among: alive)
    let left = classes & layouts.classes(of: fitting)
    guard !left.isEmpty else { return }
    boardedAt.base[r] = Int32(index)
    aboard.append(r)
    if allCanStillAlight(index) { extend(index, fitting, left) }
    aboard.removeLast()
    boardedAt.base[r] = -1
  }

  private func change(_ r: Int, by sign: Int32) {
    for k in load.indices { load[k] += sign * p.problem.load[r * load.count + k] }
  }

  /// Tries every stop behind the one at `index`; somebody is on board.
  private func extend(_ index: Int, _ alive: BitMask, _ classes: BitMask) {
    guard isComplete else { return }
    guard index + 1 < Self.deepest, steps < limit.steps, table.count <= limit.fragments else {
      isComplete = false
      return
    }
    if steps & 4095 == 0 && isOver() { isComplete = false }
    for x in aboard.indices { setDown(x, index + 1, alive, classes) }
    for next in followers[Int(order.base[index])] where !isUsed.base[Int(next)] {
      let r = Int(next)
      let left = classes & p.serves[r]
      if left.isEmpty || !mayBoard(r) { continue }
      guard place(p.firstStop(r), at: index + 1, pickedUpAt: -1) else { continue }
      enter(r, at: index + 1, alive: alive, left)
    }
  }

  private func mayBoard(_ r: Int) -> Bool {
    guard !p.conflicts.isEmpty, p.problem.isRide(r) else { return true }
    return !aboard.contains { p.conflicts[$0 * p.requestCount + r] }
  }

  private func setDown(_ x: Int, _ index: Int, _ alive: BitMask, _ classes: BitMask) {
    let r = aboard[x]
    guard place(2 * r + 1, at: index, pickedUpAt: Int(boardedAt.base[r])) else { return }
    let at = boardedAt.base[r]
    aboard.remove(at: x)
    change(r, by: -1)
    if aboard.isEmpty {
      finish(index, classes)
    } else if allCanStillAlight(index) {
      extend(index, alive, classes)
    }
    change(r, by: 1)
    aboard.insert(r, at: x)
    boardedAt.base[r] = at
  }

  /// Puts a stop at a position; false if the times, the ride or the detour forbid it.
  private func place(_ stop: Int, at index: Int, pickedUpAt boarded: Int) -> Bool {
    steps += 1
    let problem = p.problem
    let before = Int(order.base[index - 1])
    let leg = Int(problem.location[before]) * way.size + Int(problem.location[stop])
    let gap = problem.serviceTime[before] + way.times[leg]
    let row = begin.base + (index - 1) * Self.deepest
    let time = max(row[index - 1] + gap, p.earliest[stop])
    guard time <= p.latest[stop] else { return false }
    order.base[index] = Int32(stop)
    self.gap.base[index] = gap
    bare.base[index] = bare.base[index - 1] + gap
    metres.base[index] = metres.base[index - 1] + way.distances[leg]
    driving.base[index] = driving.base[index - 1] + way.times[leg]
    latest.base[index] = p.latest[stop]
    pickup.base[index] = Int32(boarded)
    let rows = begin.base + index * Self.deepest
    rows.update(from: row, count: index)
    rows[index] = time
    guard boarded >= 0 else {
      return time - row[index - 1] - gap <= wait.base[index] || raise(index)
    }
    let r = stop >> 1
    let allowed = longestAboard(r, boarded)
    rideLimit.base[index] = allowed
    guard bare.base[index] - bare.base[boarded] <= allowed else { return false }
    if problem.longestDetour[r] < .infinity {
      let direct =
        way.distances[
          Int(problem.location[2 * r]) * way.size + Int(problem.location[2 * r + 1])]
      let detour = metres.base[index] - metres.base[boarded] - direct
      guard detour <= problem.longestDetour[r] + BoundProblem.tolerance else { return false }
    }
    return raise(index)
  }

  private func raise(_ index: Int) -> Bool {
    FragmentTiming.raise(
      begin.base + index * Self.deepest, through: index, gap: self.gap.base, pickup: pickup.base,
      limit: rideLimit.base,
      latest: latest.base, wait: wait.base)
  }

  /// Longest time between the starts of service at pickup and delivery. A set-up, which only the first pickup
  /// of a fragment can have, is service too.
  private func longestAboard(_ r: Int, _ boarded: Int) -> Double {
    p.longestRide[r] + p.problem.serviceTime[2 * r] + (boarded == 0 ? p.longestSetup : 0)
  }

  private func allCanStillAlight(_ index: Int) -> Bool {
    let stop = Int(order.base[index])
    let here = Int(p.problem.location[stop])
    let service = p.problem.serviceTime[stop]
    let now = begin.base[index * Self.deepest + index] + service
    let rode = bare.base[index] + service
    for r in aboard {
      let boarded = Int(boardedAt.base[r])
      let ahead = way.shortest(here, Int(p.problem.location[2 * r + 1]))
      if now + ahead > p.latest[2 * r + 1] { return false }
      if rode + ahead - bare.base[boarded] > longestAboard(r, boarded) { return false }
    }
    return true
  }

  private func finish(_ index: Int, _ classes: BitMask) {
    scratch.base.update(from: latest.base, count: index + 1)
    let start = FragmentTiming.latestStart(
      scratch.base, through: index, gap: gap.base, pickup: pickup.base, limit: rideLimit.base,
      wait: wait.base)
    let last = Int(order.base[index])
    let service = p.problem.serviceTime[last]
    let fragment = Fragment(
      first: order.base[0], last: Int32(last), distance: metres.base[index],
      driving: driving.base[index],
      earliestEnd: begin.base[index * Self.deepest + index] + service,
      length: bare.base[index] + service, latestStart: start,
      requests: set, classes: classes, stopStart: 0, stopCount: 0)
    table.add(fragment, UnsafeBufferPointer(start: order.base, count: index + 1))
  }

  /// Four words of hash for a request that no mask has room for.
  private static func words(_ r: Int) -> BitMask {
    var random = RandomSource(seed: UInt64(r) &* 2 &+ 1)
    return BitMask(random.next(), random.next(), random.next(), random.next())
  }
}
