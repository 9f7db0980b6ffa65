internal import DialARide

/// One driver's day as a plan tells it: what is driven between rests, worked, and free.
struct WorkedDay {
  /// Free time: a break, a stay at base, or the time between two runs.
  struct Pause {
    let start: Int
    let end: Int

    var length: Int { end - start }
  }
  let departure: Int
  let arrival: Int
  private(set) var pauses: [Pause] = []
  /// Longest time driven without a rest, seconds; zero where there is no rule on it.
  private(set) var longestStint = 0
  /// The run in which that stint ends.
  private(set) var stintRun = ""
  private let driving: DrivingRule?
  /// By the number of parts of a rest taken since the last one: least time driven since then; `nil`: no pause was that
  /// part. A pause may be a part or none, so that a shorter one more never makes a driver less rested.
  private var driven: [Int?]

  /// - Parameter runs: of one resource, at least one, in order of departure.
  init(_ runs: [Run], driving: DrivingRule?) {
    departure = runs.first?.departure ?? 0
    arrival = runs.map(\.arrival).max() ?? 0
    self.driving = driving
    driven = Self.rested(driving)
    var last: Int?
    for run in runs {
      if let last { pause(from: last, to: run.departure) }
      follow(run)
      last = run.arrival
    }
  }

  private mutating func follow(_ run: Run) {
    var left = run.departure
    for stop in run.stops {
      drive(max(0, stop.arrival - left), run.id)
      switch stop.kind {
      case .rest: pause(from: stop.start, to: stop.departure)
      case .base: pause(from: stop.arrival, to: stop.departure)
      case .pickup, .delivery: break
      }
      left = stop.departure
    }
    drive(max(0, run.arrival - left), run.id)
  }

  private mutating func drive(_ seconds: Int, _ run: String) {
    guard driving != nil else { return }
    driven = driven.map { $0.map { $0 + seconds } }
    let least = driven.compactMap(\.self).min() ?? 0
    if least > longestStint { (longestStint, stintRun) = (least, run) }
  }

  private static func rested(_ driving: DrivingRule?) -> [Int?] {
    [0] + Array(repeating: nil, count: max(0, (driving?.parts.count ?? 0) - 1))
  }

  private mutating func pause(from start: Int, to end: Int) {
    guard end > start else { return }
    pauses.append(Pause(start: start, end: end))
    guard let driving else { return }
    let length = Double(end - start)
    if length >= driving.rest {
      driven = Self.rested(driving)
      return
    }
    let before = driven
    func isTooLong(_ seconds: Int) -> Bool { Double(seconds) > driving.longest }
    for (k, part) in driving.parts.enumerated() where length >= part {
      guard let taken = before[k] else { continue }
      if k + 1 < driven.count {
        driven[k + 1] = min(driven[k + 1] ?? taken, taken)
      } else if before.compactMap(\.self).allSatisfy(isTooLong) {
        driven = Self.rested(driving)
      } else if !isTooLong(taken) {
        driven[0] = 0
      }
    }
  }

  /// From the first start to the last end, seconds.
  var amplitude: Int { arrival - departure }
  /// Amplitude less free time, seconds.
  var worked: Int { amplitude - pauses.reduce(0) { $0 + $1.length } }
  var longestPause: Int { pauses.map(\.length).max() ?? 0 }
}
