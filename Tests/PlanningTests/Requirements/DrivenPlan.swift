import DialARide
import Optimizer
import Planning

/// A run as a coordinator would write it down: who leaves when, and what happens in which order.
///
/// `+b1-1` picks up, `-b1-1` sets down, `base` goes home and `rest` takes the break; `@09:30` does it then and not
/// before, waiting where need be.
struct Drive {
  var resource: String
  var departure: String
  var stops: [String]

  init(_ resource: String, _ departure: String, _ stops: [String]) {
    self.resource = resource
    self.departure = departure
    self.stops = stops
  }
}

extension LineTerritory {
  /// The same day with one figure of a profile in force changed.
  func with(
    _ kind: RuleKind, _ key: String, _ value: Double, _ unit: String? = nil
  ) throws -> LineTerritory {
    var line = self
    var profile = try rules.profile(kind)
    let old = profile.figures[key]
    profile.figures[key] = Figure(
      value: value, unit: unit ?? old?.unit ?? "", source: "test", status: .assumed)
    line.scenario.profiles.removeAll { $0.kind == kind.rawValue }
    line.scenario.profiles.append(profile)
    return line
  }

  /// Codes of what is wrong with the rules of the day, or with the day itself.
  func faults() -> [String] {
    do throws(Faults) {
      let rules = try RuleBook(for: scenario)
      return ScenarioCheck(scenario, rules: rules).findings().faults.map(\.code)
    } catch {
      return error.faults.map(\.code)
    }
  }

  /// What the checker says of a plan, in short.
  func broken(_ plan: Plan) throws -> [String] {
    try PlanCheck(day()).violations(in: plan).map(\.brief)
  }

  /// The best plan of a short search, which weighs bookings against each other.
  func searched() throws -> Plan {
    let compiled = try compiled()
    var options = SolverOptions(seed: 1, iterations: 300)
    options.provesBound = false
    let solution = try Search(compiled.problem, options: options).run().solution
    return compiled.plan(from: solution, provenance: .test)
  }

  /// A plan of runs driven as written; legs in none of them are told to be unserved.
  func driven(_ drives: Drive...) throws -> Plan {
    let runs = try drives.map(run)
    let served = Set(runs.flatMap(\.stops).map(\.leg))
    let unserved = scenario.bookings.compactMap { booking -> UnservedBooking? in
      let legs = booking.legs.map(\.id).filter { !served.contains($0) }
      guard !legs.isEmpty else { return nil }
      return UnservedBooking(booking: booking.id, rider: booking.rider, legs: legs, reasons: [])
    }
    let territory = scenario.territory
    return Plan(
      territory: territory.id, territoryName: territory.name, date: territory.date,
      timeZone: territory.timeZone, approximate: false, runs: runs, unserved: unserved, tiers: [],
      indicators: Indicators(), profiles: [], provenance: .test)
  }

  private func run(_ drive: Drive) throws -> Run {
    let volunteer = scenario.volunteers.first { $0.id == drive.resource }
    let vehicle = scenario.vehicles.first { $0.id == drive.resource }
    let mode = vehicle?.mode ?? .volunteer
    let start = volunteer?.home ?? vehicle?.start ?? ""
    let end = volunteer?.home ?? vehicle?.end ?? ""
    var hand = HandRun(rules: try rules, mode: mode, vehicle: vehicle)
    hand.time = Self.at(drive.departure).seconds
    hand.place = start
    for text in drive.stops { add(text, base: start, to: &hand) }
    let way = Self.kilometres(hand.place, end)
    return Run(
      id: drive.resource + "#1", resource: drive.resource, mode: mode,
      carrier: vehicle?.carrier ?? "", start: start, end: end,
      departure: Self.at(drive.departure).seconds, arrival: hand.time + way * 60,
      stops: hand.stops, metres: hand.stops.reduce(way * 1000) { $0 + $1.metres },
      emptyMetres: 0, driving: 0, waiting: 0, cost: 0, layout: 0)
  }

  private func add(_ text: String, base: String, to hand: inout HandRun) {
    let parts = text.split(separator: "@").map(String.init)
    let notBefore = parts.count > 1 ? Self.at(parts[1]).seconds : 0
    switch parts[0] {
    case "base": hand.goHome(base, until: notBefore)
    case "rest": hand.rest(notBefore)
    default:
      let id = String(parts[0].dropFirst())
      let found = scenario.bookings.lazy.compactMap { booking in
        booking.legs.first { $0.id == id }.map { (booking, $0) }
      }.first
      guard let (booking, leg) = found,
        let rider = scenario.riders.first(where: { $0.id == booking.rider })
      else { preconditionFailure("the day has no leg \(id)") }
      hand.serve(leg, booking, rider, isPickup: text.hasPrefix("+"), notBefore: notBefore)
    }
  }

  static func kilometres(_ from: String, _ to: String) -> Int {
    abs((Int(from.dropFirst()) ?? 0) - (Int(to.dropFirst()) ?? 0))
  }
}

/// A run while it is written down.
private struct HandRun {
  let rules: RuleBook
  let mode: Mode
  let vehicle: FleetVehicle?
  var time = 0
  var place = ""
  var stops: [RunStop] = []
  private var aboard: [String] = []
  private var lastSetDown: Booking?

  init(rules: RuleBook, mode: Mode, vehicle: FleetVehicle?) {
    self.rules = rules
    self.mode = mode
    self.vehicle = vehicle
  }

  mutating func serve(
    _ leg: Leg, _ booking: Booking, _ rider: Rider, isPickup: Bool, notBefore: Int
  ) {
    let service = rules.service(of: rider.needs)
    let spent = isPickup ? service.pickup + setup(before: booking) : service.setdown
    if isPickup {
      aboard.append(leg.id)
    } else {
      aboard.removeAll { $0 == leg.id }
      lastSetDown = booking
    }
    let next = isPickup ? leg.from : leg.to
    let metres = LineTerritory.kilometres(place, next) * 1000
    place = next
    add(
      isPickup ? .pickup : .delivery, leg: leg.id, rider: rider, arrival: time + metres / 1000 * 60,
      notBefore: notBefore, spent: spent, metres: metres)
  }

  mutating func goHome(_ base: String, until leaving: Int) {
    let metres = LineTerritory.kilometres(place, base) * 1000
    place = base
    add(
      .base, arrival: time + metres / 1000 * 60, notBefore: leaving, spent: 0, metres: metres)
  }

  mutating func rest(_ notBefore: Int) {
    let kind = RuleKind(rawValue: mode.rawValue) ?? .tad
    let profile = rules.seconds(FigureKey(kind, "break", .time))
    add(
      .rest, arrival: time, notBefore: notBefore, spent: vehicle?.breaks.first?.duration ?? profile,
      metres: 0)
  }

  private mutating func add(
    _ kind: RunStop.Kind, leg: String = "", rider: Rider? = nil, arrival: Int, notBefore: Int,
    spent: Int, metres: Int
  ) {
    let start = max(arrival, notBefore)
    time = start + spent
    stops.append(
      RunStop(
        kind: kind, place: place, leg: leg, rider: rider?.id ?? "", needs: rider?.needs ?? [],
        arrival: arrival, start: start, departure: time, onBoard: aboard.count, metres: metres))
  }

  private func setup(before booking: Booking) -> Int {
    guard mode == .vsl || mode == .taxi, aboard.isEmpty, let lastSetDown,
      lastSetDown.insured || booking.insured
    else { return 0 }
    return rules.seconds(FigureKey(.tap, "setup_between_loads", .time))
  }
}

extension PlanViolation {
  /// Rule, figure, value and limit: `ride-time tad-local.ride_factor 3240 / 3120`.
  var brief: String {
    func whole(_ number: Double) -> String { String(Int(number.rounded())) }
    let numbers = [value, limit].compactMap(\.self).map(whole).joined(separator: " / ")
    return [rule, figure, numbers].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
