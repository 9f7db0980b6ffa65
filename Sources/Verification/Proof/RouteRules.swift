import DialARide

/// Limits of a vehicle's route that the relaxation keeps beyond times and loads, and the set-ups between its loads.
struct RouteRules: Hashable, Sendable {
  /// Metres; infinite: no limit.
  let longestDistance: Double
  let mostTrips: Int
  /// Longest wait at a stop with somebody on board, seconds: breaks taken there included, each of which cuts a wait
  /// in two. Infinite: no limit.
  let longestWait: Double
  /// Longest wait of the empty vehicle on its way from one load to the next, base visits aside; infinite: no limit, or
  /// none that is followed.
  let longestIdle: Double
  /// By the set-up class of the load before and of the one that gets in; empty: none, or not known when the
  /// vehicle is empty.
  let setups: [[Double]]
  /// The break; `nil` where there is none, or it is not followed.
  let rest: Rest?

  /// A break of a vehicle that has just one, taken when it is empty: between two pieces, or before the first or after
  /// the last.
  struct Rest: Hashable, Sendable {
    let earliest: Double
    let latest: Double
    let duration: Double
    /// Due where the time on duty is longer.
    let dueAfter: Double

    /// When the vehicle is at the end of an empty way with the break taken on it: not before the break's window has
    /// opened, wherever on the way it is; `nil` if the window has closed before the way begins.
    ///
    /// - Parameter time: start of service at the stop where the way begins.
    /// - Parameter way: from then on.
    func arrival(from time: Double, service: Double = 0, way: Double) -> Double? {
      guard time + service <= latest else { return nil }
      return max(time + way, earliest) + duration
    }

    /// The same for a vehicle that never waits.
    func margin(_ margin: Double, service: Double, way: Double) -> Double {
      min(margin + service, latest) + way - service + duration
    }
  }

  /// - Parameter isPlain: nothing but rides is served, so that it is known when the vehicle is empty.
  init(_ vehicle: VehicleDraft, stops: Int, isPlain: Bool) {
    // Distances summed in another order err by less than this.
    longestDistance = (vehicle.longestDistance ?? .infinity) + 2 * Verifier.tolerance
    mostTrips = isPlain ? vehicle.mostTrips ?? .max : .max
    let loosened = Looseness.perLeg * Double(2 * stops + 4)
    longestWait =
      vehicle.longestIdleOnBoard.map { limit in
        vehicle.breaks.filter(\.allowedOnBoard)
          .reduce(limit + loosened) { $0 + $1.duration + limit }
      } ?? .infinity
    longestIdle =
      isPlain && vehicle.breaks.isEmpty ? (vehicle.longestIdle ?? .infinity) + loosened : .infinity
    setups = isPlain ? vehicle.setupTimes : []
    let passesBase = vehicle.mayReturnToBase && vehicle.start != nil
    if isPlain, vehicle.breaks.count == 1, let only = vehicle.breaks.first, !only.allowedOnBoard,
      vehicle.costPerSecondWaiting > 0 || !passesBase, let first = only.windows.first,
      let last = only.windows.last
    {
      rest = Rest(
        earliest: first.start - loosened, latest: last.end + loosened, duration: only.duration,
        dueAfter: only.dueAfter + loosened)
    } else {
      rest = nil
    }
  }

  /// Where distances need to be known at all.
  var limitsDistance: Bool { longestDistance < .infinity }
}
