/// Where and when a plan serves each leg.
struct Visits {
  struct Position {
    var run: Int
    var stop: Int
  }
  /// By leg: start of service.
  private(set) var pickup: [Int: Int] = [:]
  private(set) var delivery: [Int: Int] = [:]
  private(set) var pickupAt: [Int: Position] = [:]
  private(set) var deliveryAt: [Int: Position] = [:]
  /// Legs that share the vehicle with another for part of the way.
  let shared: Set<Int>

  init(_ day: Day, _ plan: Plan) {
    shared = Tally(day, plan.runs).shared
    for (r, run) in plan.runs.enumerated() {
      for (s, stop) in run.stops.enumerated() {
        guard let leg = day.legIndex[stop.leg] else { continue }
        if stop.kind == .pickup {
          pickup[leg] = stop.start
          pickupAt[leg] = Position(run: r, stop: s)
        } else if stop.kind == .delivery {
          delivery[leg] = stop.start
          deliveryAt[leg] = Position(run: r, stop: s)
        }
      }
    }
  }
}
