/// One way to drive a tour: no other one both ends as early and takes as little time.
struct TourOption {
  var departure: Double
  var end: Double
  /// Lateness cost of the earliest schedule with this departure, hence of every least one.
  var lateness: Double

  var duration: Double { end - departure }
}

extension TimeChain {
  /// Added to a departure that must be exceeded, seconds. More than `tolerance`, so that a window which
  /// is left behind is seen to be. The least duration found is too long by no more than this.
  static let step = 1e-7

  /// All ways to drive the tour, departing no sooner than `departure`, that are worth considering:
  /// each one ends later and takes less time than the one before. With one window a stop there is just
  /// one: the earliest end, and the latest departure that still reaches it.
  ///
  /// The earliest end is a function f of the departure s that stays level or rises as fast as s, but
  /// jumps where a stop must move to a later window. So f(s) - s is least at the end of a level part.
  /// With the windows of the earliest schedule held fast, the part between that point and the next jump
  /// rises with s and can be skipped.
  ///
  /// - Throws: the node that closes first, if the tour cannot be driven at all.
  func options(from departure: Double) throws(ClosedNode) -> [TourOption] {
    var schedule = try earliest(from: departure)
    var options: [TourOption] = []
    let severalWindows = windows.contains { $0.count > 1 }
    while true {
      let ending = windows.indices.map { _ in schedule[schedule.count - 1] }
      let last = latest(within: ending, notBefore: schedule)[0]
      let early = try earliest(from: last)
      let option = TourOption(
        departure: last, end: early[early.count - 1], lateness: lateness(of: early))
      if option.duration < (options.last?.duration ?? .infinity) - Self.tolerance {
        options.append(option)
      }
      guard severalWindows else { return options }
      let ends = windows.indices.map { window(of: $0, around: early[$0]).end }
      let jump = holdingWindows(around: early).latest(within: ends, notBefore: early)[0]
      guard let next = try? earliest(from: jump + Self.step) else { return options }
      schedule = next
    }
  }

  /// The tour driven as late as it can be with the same duration and lateness, ending no later than `latest`.
  ///
  /// As long as no stop moves to another window, the earliest end rises as fast as the departure from that of the option
  /// on, so that the duration stays.
  func postponed(_ option: TourOption, until latest: Double) -> TourOption {
    guard let early = try? earliest(from: option.departure) else { return option }
    var chain = holdingWindows(around: early)
    let last = windows.count - 1
    chain.windows[last] = [TimeWindow(option.end, max(option.end, latest))]
    let times = chain.keepingLateness(of: early).latest(early)
    // Where nothing ends the day, nothing says how late is late.
    guard times[0] < .infinity else { return option }
    var later = option
    later.departure = max(option.departure, min(times[0], latest - option.duration))
    later.end = later.departure + option.duration
    return later
  }

  /// The tour driven as early as it can be with the same duration and no less late stops where being early costs anything.
  ///
  /// - Parameter departure: it departs no sooner.
  func advanced(_ option: TourOption, notBefore departure: Double) -> TourOption {
    guard departure < option.departure else { return option }
    var chain = pinned(to: option)
    let last = windows.count - 1
    chain.windows[0] = [TimeWindow(departure, option.departure)]
    chain.windows[last] = [TimeWindow(option.end - option.departure + departure, option.end)]
    // The duration is a limit like that on a ride.
    chain.rideEndingAt[last] = chain.rides.count
    chain.rides.append(Ride(pickup: 0, delivery: last, longest: option.duration))
    guard let times = try? chain.earliest(from: departure) else { return option }
    var sooner = option
    sooner.departure = min(times[0], option.departure)
    sooner.end = sooner.departure + option.duration
    return sooner
  }

  /// The same chain with each node held to the window in which it now lies.
  private func holdingWindows(around times: [Double]) -> TimeChain {
    var held = self
    held.windows = windows.indices.map { [window(of: $0, around: times[$0])] }
    return held
  }
}
