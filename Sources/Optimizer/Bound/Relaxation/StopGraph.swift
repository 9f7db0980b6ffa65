import DialARide

/// The stops of a problem with the steps that one vehicle class can make between them, on a grid of time.
///
/// For problems with too many fragments: routes are walks from stop to stop that heed windows, ways and
/// services, but neither the load nor that every passenger is set down.
struct StopGraph: Sendable {
  struct Step: BitwiseCopyable {
    var to: Int32
    /// Service and travel.
    var time: Double
    var cost: Double
  }

  /// Longer days are cut into as many slices as keep the pass short.
  private static let mostSlices = 1_500

  let p: BoundProblem
  let kind: BoundClass
  /// Stops that the class may serve; a step shorter than a slice leads to one that stands before.
  private(set) var stops: [Int]
  private(set) var steps: [Step] = []
  /// `firstStep[s] ..< firstStep[s + 1]`: steps from stop s.
  private(set) var firstStep: [Int] = [0]
  private(set) var opening: [Step] = []
  /// Cost and time of the way to the end location.
  private(set) var closing: [Double] = []
  private(set) var closingTime: [Double] = []
  let origin: Double
  let width: Double
  let slices: Int

  /// `nil` where many steps are too short for a grid of reasonable size: so many that they lead in circles.
  init?(_ p: BoundProblem, classIndex: Int) {
    let kind = p.classes[classIndex]
    let problem = p.problem
    let travel = p.travel[kind.matrix]
    self.p = p
    self.kind = kind
    stops = (0..<(2 * p.requestCount)).filter { stop in
      problem.location[stop] >= 0 && p.serves[stop >> 1].contains(classIndex)
        && p.earliest[stop] <= p.latest[stop]
    }
    func way(_ from: Int, _ to: Int) -> (time: Double, cost: Double) {
      guard from >= 0, to >= 0 else { return (0, 0) }
      let entry = from * travel.size + to
      return (
        travel.times[entry],
        kind.perMetre * travel.distances[entry] + kind.perSecond * travel.times[entry]
      )
    }
    let members = Set(stops)
    for stop in 0..<(2 * p.requestCount) {
      if members.contains(stop) {
        let here = Int(problem.location[stop])
        let service = problem.serviceTime[stop]
        for next in stops where Self.mayFollow(next, stop, problem) {
          let there = Int(problem.location[next])
          var leg = way(here, there)
          if kind.mayReturnToBase, stop & 1 == 1 || !problem.isRide(stop >> 1),
            next == p.firstStop(next >> 1)
          {
            // The shorter of the ways straight on and by the base stands for both.
            let (out, back) = (way(here, kind.start), way(kind.start, there))
            leg = (min(leg.time, out.time + back.time), min(leg.cost, out.cost + back.cost))
          }
          guard p.earliest[stop] + service + leg.time <= p.latest[next] else { continue }
          steps.append(Step(to: Int32(next), time: service + leg.time, cost: leg.cost))
        }
      }
      firstStep.append(steps.count)
    }
    for stop in stops where stop == p.firstStop(stop >> 1) {
      var step = Step(to: Int32(stop), time: 0, cost: kind.fixedCost)
      let leg = way(kind.start, Int(problem.location[stop]))
      step.time = leg.time
      step.cost += leg.cost
      opening.append(step)
    }
    for stop in 0..<(2 * p.requestCount) {
      let isLast = stop & 1 == 1 || !problem.isRide(stop >> 1)
      let isOpen = isLast && members.contains(stop)
      let end = isOpen ? way(Int(problem.location[stop]), kind.end) : (time: 0, cost: .infinity)
      closing.append(end.cost)
      closingTime.append(end.time)
    }
    origin = stops.map { p.earliest[$0] }.min() ?? 0
    let end = stops.map { p.latest[$0] }.max() ?? 0
    let shortest = (steps.map(\.time).min() ?? 1) * Self.margin
    width = max(shortest, (end - origin) / Double(Self.mostSlices - 2), 1e-3)
    slices = Int((end - origin) / width + 2)
    if shortest < width {
      guard let order = successorsFirst() else { return nil }
      stops = order
    }
  }

  /// A slice is shorter than a step by this share, so that rounding does not matter.
  private static let margin = 0.999

  /// The stops in such an order that steps shorter than a slice lead back; `nil` where these go in circles.
  private func successorsFirst() -> [Int]? {
    let short = width / Self.margin
    var order: [Int] = []
    // 0: not met; 1: on the way that is followed; 2: in the order.
    var state = [UInt8](repeating: 0, count: 2 * p.requestCount)
    for root in stops where state[root] == 0 {
      var way = [(stop: root, next: firstStep[root])]
      state[root] = 1
      while let (stop, next) = way.last {
        guard next < firstStep[stop + 1] else {
          state[stop] = 2
          order.append(stop)
          way.removeLast()
          continue
        }
        way[way.count - 1].next += 1
        let step = steps[next]
        guard step.time < short else { continue }
        switch state[Int(step.to)] {
        case 0:
          state[Int(step.to)] = 1
          way.append((Int(step.to), firstStep[Int(step.to)]))
        case 1: return nil
        default: break
        }
      }
    }
    return order
  }

  /// Nobody goes back to a stop of the same request, but from its pickup to its delivery.
  private static func mayFollow(_ next: Int, _ stop: Int, _ problem: Problem) -> Bool {
    next >> 1 != stop >> 1 || next == stop + 1
  }

  /// Least time from the end of service at one stop to the start at another.
  @inline(__always)
  func shortest(_ from: Int, _ to: Int) -> Double {
    p.travel[kind.matrix].shortest(
      Int(p.problem.location[from]), Int(p.problem.location[to]))
  }

  /// The slice of a time; never one that begins after it.
  @inline(__always)
  func slice(of time: Double) -> Int {
    let at = (time - origin) / width - 1e-9
    return at <= 0 ? 0 : min(slices - 1, Int(at))
  }
}
