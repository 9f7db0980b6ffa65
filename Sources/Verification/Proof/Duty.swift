import DialARide

/// What time on duty costs a vehicle, and how long it may be.
///
/// A fixed sequence of stops takes at least the time driven and served, and at least what lies between the
/// latest start of a tour that its windows allow and the earliest end. The difference is waiting that no
/// departure avoids. Passing the base ends a tour: time spent there is free.
struct Duty: Hashable, Sendable {
  /// Cost of a second of waiting.
  let waitingRate: Double
  /// Seconds a tour that may be something else than waiting: breaks, and what times are loosened by.
  let free: Double
  /// The same for each piece: a set-up whose time is not known.
  let freePerPiece: Double
  /// Longest time on duty; infinite where there is no limit, or where it is spread over several tours.
  let longest: Double
  let passesBase: Bool

  /// - Parameter isPlain: nothing but rides is served, so that it is known when the vehicle is empty.
  init(_ vehicle: VehicleDraft, stops: Int, isPlain: Bool) {
    waitingRate = vehicle.costPerSecondWaiting
    let loosened = Looseness.perLeg * Double(2 * stops + 4)
    let followed = RouteRules(vehicle, stops: stops, isPlain: isPlain).rest
    free = followed == nil ? vehicle.breaks.reduce(loosened) { $0 + $1.duration } : loosened
    freePerPiece = isPlain ? 0 : vehicle.setupTimes.reduce(0) { $1.reduce($0, max) }
    passesBase = vehicle.mayReturnToBase && vehicle.start != nil
    longest = passesBase ? .infinity : (vehicle.longestDuration ?? .infinity) + loosened
  }

  /// Cost of the waiting of a tour that cannot be anywhere before `time`, and would be there at `margin` if it left
  /// as late as it may and never waited.
  func waitingCost(_ time: Double, margin: Double) -> Double {
    waitingRate * max(0, time - margin - free)
  }

  /// The part of that which no continuation of the tour can lower: pieces to come may explain waiting by set-ups.
  func lastingCost(_ time: Double, margin: Double) -> Double {
    freePerPiece > 0 ? 0 : waitingCost(time, margin: margin)
  }

  /// Least time on duty of a tour, as far as no continuation can lower it.
  func lasting(_ time: Double, margin: Double, used: Double) -> Double {
    freePerPiece > 0 ? used : used + max(0, time - margin)
  }

  /// Whether waiting makes no difference.
  var isIdle: Bool { waitingRate == 0 && longest == .infinity }
}
