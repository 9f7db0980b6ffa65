/// Windows of all legs of a booking, with those narrowed that hang on each other.
///
/// The search judges every route by itself, so two legs whose times are tied need windows within which any two
/// times keep the tie: a restriction, never a relaxation.
///
/// *One leg after the other.* A rider is not picked up for the next leg before he or she has arrived; where the
/// windows overlap, each side keeps half of the overlap.
///
/// *After a stay (R5).* The arrival before the stay keeps half of the freedom between the shortest and the longest
/// stay, the pick-up after it the rest.
///
/// *Accompanied (R28).* The driver does not leave meanwhile. The numeric problem has no such rule, but one
/// request can stand for it: a stay that is taken on board at the destination, alone, and set down there. What
/// would be left open is the moment between the rider's set-down and the stay's pick-up; so both get windows
/// too narrow for any other stop to come between. An accompanied rider arrives within about two minutes of
/// the latest arrival, and leaves as soon as he or she may.
struct BookingTimes {
  /// The driver's stay before a leg.
  struct Stay: Hashable {
    /// Start of the stay, and how long it lasts at least.
    var begin: ClosedRange<Int>
    var least: Int
    /// End of the stay, when the pick-up after it may begin.
    var end: ClosedRange<Int>
  }
  /// By leg.
  private(set) var windows: [Int: LegWindows.Windows] = [:]
  private(set) var stays: [Int: Stay] = [:]
  private let day: Day
  private let base: LegWindows

  /// - Parameter slack: see `slack(shortest:idle:)`.
  init(_ booking: Range<Int>, windows base: LegWindows, slack: Int) {
    day = base.day
    self.base = base
    for leg in booking { windows[leg] = base.windows(of: leg) }
    for leg in booking.dropFirst() {
      if day.staysBefore(leg) {
        accompany(before: leg, slack: slack)
      } else if case .afterStay(let least, let greatest) = day.legs[leg].leg.anchor {
        let stay = base.stay(before: leg, least: least, greatest: greatest)
        spread(before: leg, least: stay.least, greatest: stay.greatest)
      } else {
        separate(before: leg)
      }
    }
  }

  /// Seconds too few for any stop of the day to be served in, and so few that the waits they may add on board
  /// keep within `idle`.
  ///
  /// - Parameter shortest: shortest service of any stop of the day.
  static func slack(shortest: Int, idle: Int) -> Int { max(0, min(shortest - 1, idle / 2)) }

  static func shortestService(_ day: Day) -> Int {
    day.legs.reduce(Int.max) { min($0, $1.pickupService, $1.setdownService) }
  }

  /// Start of service at a leg's set-down: stated, or what its pick-up and ride leave possible.
  private func arrival(_ leg: Int) -> ClosedRange<Int> {
    if let stated = windows[leg]?.delivery { return stated }
    let pickup = windows[leg]?.pickup ?? 0...0
    let served = day.legs[leg].pickupService
    let earliest = pickup.lowerBound + served + day.legs[leg].directSeconds
    let latest =
      pickup.upperBound + served + day.rules.seconds(.setupBetweenLoads) + base.longestRide(leg)
    return earliest...latest
  }

  private mutating func separate(before leg: Int) {
    let arrival = arrival(leg - 1)
    let service = day.legs[leg - 1].setdownService
    guard let pickup = windows[leg]?.pickup else { return }
    let overlap = min(arrival.upperBound, pickup.upperBound - service) - pickup.lowerBound + service
    let latest = min(
      arrival.upperBound,
      max(arrival.lowerBound, pickup.lowerBound - service + max(0, overlap) / 2))
    windows[leg - 1]?.delivery = arrival.lowerBound...latest
    // Crossed times stay crossed: the order between the two legs then makes them impossible.
    let earliest = min(pickup.upperBound, max(pickup.lowerBound, latest + service))
    windows[leg]?.pickup = earliest...pickup.upperBound
  }

  private mutating func spread(before leg: Int, least: Int, greatest: Int) {
    let room = (greatest - least) / 2
    let isStated = windows[leg - 1]?.delivery != nil
    let possible = arrival(leg - 1)
    let arrival =
      isStated
      ? max(possible.lowerBound, possible.upperBound - room)...possible.upperBound
      : possible.lowerBound...min(possible.upperBound, possible.lowerBound + room)
    windows[leg - 1]?.delivery = arrival
    let service = day.legs[leg - 1].setdownService
    windows[leg]?.pickup =
      arrival.upperBound + service + least...arrival.lowerBound + service + greatest
  }

  private mutating func accompany(before leg: Int, slack: Int) {
    let outward = day.legs[leg - 1]
    let stated = windows[leg - 1]?.delivery
    let latest = stated?.upperBound ?? latestArrival(leg - 1)
    let end = latest + outward.setdownService
    var slack = stated.map { min(slack, $0.upperBound - $0.lowerBound) } ?? slack
    let pickup: Int
    if case .afterStay(let least, let greatest) = day.legs[leg].leg.anchor {
      slack = min(slack, (greatest - least) / 2)
      pickup = end + least
    } else {
      let window = windows[leg]?.pickup ?? end...end
      pickup = max(end, window.lowerBound)
      slack = max(0, min(slack, window.upperBound - pickup))
    }
    windows[leg - 1]?.delivery = latest - slack...latest
    // Where the rider must leave before he or she can have arrived, the order makes the legs impossible.
    let latestPickup = windows[leg]?.pickup?.upperBound ?? pickup
    windows[leg]?.pickup = min(pickup, latestPickup)...min(pickup, latestPickup) + slack
    stays[leg] = Stay(
      begin: end - slack...end, least: pickup - end, end: pickup...pickup + slack)
  }

  private func latestArrival(_ leg: Int) -> Int {
    (windows[leg]?.pickup?.upperBound ?? 0) + day.legs[leg].pickupService
      + day.legs[leg].slowestDirectSeconds
  }
}

extension Day {
  /// Whether the driver stays with the rider between the leg before and this one (R28).
  func staysBefore(_ leg: Int) -> Bool {
    legs[leg].booking.accompany && legs[leg].position > 0 && legs[leg - 1].to == legs[leg].from
  }
}
