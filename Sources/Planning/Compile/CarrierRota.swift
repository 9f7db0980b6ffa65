/// R14: which firm is ahead of its part in the rota, of the patients who leave the choice of one to the scheme. A wish with a
/// price, which no plan breaks.
///
/// The price hangs on the legs given before the day: within the day a search does not see whose turn comes next.
struct CarrierRota {
  private let turns: [String: CarrierTurn]
  private let shares: Double
  /// Euros for each leg that a firm is ahead of another; zero: nobody minds.
  let price: Double

  init(_ day: Day) {
    let rota = day.scenario.territory.rota
    turns = Dictionary(rota.map { ($0.carrier, $0) }, uniquingKeysWith: { first, _ in first })
    shares = rota.reduce(0) { $0 + $1.share }
    price = rota.isEmpty ? 0 : day.rules.figure(.carrierRota)?.value ?? 0
  }

  /// Whether the firm of a booking is for the rota to choose.
  static func chooses(_ booking: Booking) -> Bool {
    booking.insured && (booking.carrier.isEmpty || booking.carrierPolicy == .free)
  }

  /// By how many legs each firm is ahead of its part, once so many more have been given to it; negative: behind.
  func leads(_ given: [String: Int] = [:]) -> [String: Double] {
    let legs = turns.mapValues { $0.legsThisMonth + given[$0.carrier, default: 0] }
    let total = Double(legs.values.reduce(0, +))
    return turns.mapValues { turn in
      Double(legs[turn.carrier] ?? 0) - turn.share / shares * total
    }
  }

  /// What a leg costs more with each firm than with the one whose turn it is, euros; firms outside the rota cost nothing.
  func prices(_ booking: Booking, carriers: [String]) -> [String: Double] {
    guard price > 0, Self.chooses(booking) else { return [:] }
    let leads = leads().filter { carriers.contains($0.key) }
    guard let least = leads.values.min() else { return [:] }
    return leads.mapValues { ($0 - least) * price }
  }

  /// The greatest lead of a firm after the day.
  func greatestLead(after runs: [Run], _ day: Day) -> Double {
    var given: [String: Int] = [:]
    for run in runs {
      given[run.carrier, default: 0] += run.stops.count { stop in
        stop.kind == .pickup
          && (day.legIndex[stop.leg].map { Self.chooses(day.legs[$0].booking) } ?? false)
      }
    }
    return leads(given).values.max() ?? 0
  }
}
