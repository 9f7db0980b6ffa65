import DialARide

/// Limits of a vehicle's route that the relaxation keeps beyond times and loads, and the set-ups between its loads.
struct RouteRules: Hashable, Sendable {
  /// Metres; infinite: no limit.
  let longestDistance: Double
  let mostTrips: Int
  /// Longest wait at a stop with somebody on board, seconds: breaks taken there included, each of which cuts a wait
  /// in two. Infinite: no limit.
  let longestWait: Double
  /// By the set-up class of the load before and of the one that gets in; empty: none, or not known when the
  /// vehicle is empty.
  let setups: [[Double]]

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
    setups = isPlain ? vehicle.setupTimes : []
  }

  /// Where distances need to be known at all.
  var limitsDistance: Bool { longestDistance < .infinity }
}
