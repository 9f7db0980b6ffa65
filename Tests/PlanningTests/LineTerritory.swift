import DialARide
import Optimizer
import Planning

/// A territory along one straight road: a place is a kilometre post, and a kilometre takes a minute.
///
/// So every time and distance in a test can be counted on the fingers. Places are named `k` and their post,
/// `k12` lying 12 km from `k0`.
struct LineTerritory {
  var scenario: Scenario

  init(posts: [Int] = Array(0...60), date: String = "2026-11-25") {
    let places = posts.map { post in
      Place(
        id: "k\(post)", name: "Post \(post)",
        latitude: 44.5 + Double(post) / 111.1951, longitude: 1.5)
    }
    scenario = Scenario(
      territory: Territory(
        id: "line", name: "Line", date: Self.day(date), priorities: ["care": 3, "leisure": 0.5],
        provenance: "synthetic"),
      places: places)
  }

  static func at(_ clock: String) -> ClockTime {
    guard let time = ClockTime(clock) else { preconditionFailure("\(clock) is no time") }
    return time
  }

  private static func day(_ text: String) -> PlanDate {
    guard let date = PlanDate(text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  var rules: RuleBook { get throws { try RuleBook(for: scenario) } }

  var travel: TravelMatrix {
    let posts = scenario.places.compactMap { Int($0.id.dropFirst()) }
    let metres = posts.flatMap { a in posts.map { Int32(abs(a - $0) * 1000) } }
    let matrix = TravelMatrix(
      size: posts.count, seconds: metres.map { $0 / 1000 * 60 }, metres: metres,
      approximate: false)
    guard let matrix else { preconditionFailure("the line has a square matrix") }
    return matrix
  }

  func compiled() throws -> CompiledDay {
    try CompiledDay(scenario, rules: rules, travel: travel)
  }

  func day() throws -> Day { try Day(scenario, rules: rules, travel: travel) }

  /// Compiles, inserts one booking after the other where it costs least, and reads the plan back.
  func planned() throws -> Plan {
    let compiled = try compiled()
    return compiled.plan(from: Greedy.solution(compiled.problem), provenance: .test)
  }

  // MARK: Building

  mutating func addRider(_ id: String, home: Int = 0, needs: [String] = []) {
    scenario.riders.append(Rider(id: id, home: "k\(home)", needs: needs))
  }

  /// A booking of one leg with an appointment, for a rider of the same number: `b1`, `b1-1`, `r1`.
  mutating func addOutward(
    _ number: Int, from: Int, to: Int, by clock: String,
    change: (inout Booking) -> Void = { _ in }
  ) {
    add(
      number, home: from,
      legs: [
        Leg(
          id: "b\(number)-1", from: "k\(from)", to: "k\(to)", anchor: .arriveBy(Self.at(clock)))
      ], change: change)
  }

  /// A booking there and back.
  mutating func addReturn(
    _ number: Int, from: Int, to: Int, by clock: String, back: Anchor,
    change: (inout Booking) -> Void = { _ in }
  ) {
    add(
      number, home: from,
      legs: [
        Leg(
          id: "b\(number)-1", from: "k\(from)", to: "k\(to)", anchor: .arriveBy(Self.at(clock))),
        Leg(id: "b\(number)-2", from: "k\(to)", to: "k\(from)", anchor: back),
      ], change: change)
  }

  mutating func add(
    _ number: Int, home: Int, legs: [Leg], change: (inout Booking) -> Void = { _ in }
  ) {
    if !scenario.riders.contains(where: { $0.id == "r\(number)" }) {
      addRider("r\(number)", home: home)
    }
    var booking = Booking(id: "b\(number)", rider: "r\(number)", legs: legs)
    change(&booking)
    scenario.bookings.append(booking)
  }

  mutating func addVolunteer(
    _ id: String, home: Int, _ windows: [(String, String)] = [("07:00", "19:00")],
    change: (inout Volunteer) -> Void = { _ in }
  ) {
    var volunteer = Volunteer(id: id, home: "k\(home)")
    change(&volunteer)
    scenario.volunteers.append(volunteer)
    addAvailability(id, windows)
  }

  mutating func addVehicle(
    _ id: String, _ mode: Mode, depot: Int, seats: Int = 8,
    _ windows: [(String, String)] = [("07:00", "19:00")],
    change: (inout FleetVehicle) -> Void = { _ in }
  ) {
    var vehicle = FleetVehicle(
      id: id, mode: mode, carrier: id, start: "k\(depot)", end: "k\(depot)",
      layouts: [["seat": seats]], costPerKilometre: 1)
    change(&vehicle)
    scenario.vehicles.append(vehicle)
    addAvailability(id, windows)
  }

  mutating func addAvailability(_ id: String, _ windows: [(String, String)]) {
    for window in windows {
      scenario.availability.append(
        Availability(
          resource: id, days: .everyDay,
          window: ClockWindow(start: Self.at(window.0), end: Self.at(window.1))))
    }
  }
}

extension PlanProvenance {
  static let test = PlanProvenance(
    engine: "test", seed: 1, iterations: 0, timeLimit: nil, scenarioHash: "")
}

/// Inserts groups of linked requests one after the other where they cost least.
enum Greedy {
  static func solution(_ problem: Problem) -> Solution {
    var solution = Solution(routes: [], unserved: Array(0..<problem.requestCount))
    for group in problem.groups {
      let needed = group.flatMap { problem.required[$0] }
      guard needed.allSatisfy({ group.contains($0) || !solution.unserved.contains($0) }) else {
        continue
      }
      let probe = InsertionProbe(problem: problem, solution: solution)
      guard let insertion = probe.cheapest(group) else { continue }
      let changed = Set(insertion.routes.map(\.vehicle))
      solution.routes.removeAll { changed.contains($0.vehicle) }
      solution.routes += insertion.routes
      solution.routes.sort { $0.vehicle < $1.vehicle }
      solution.unserved.removeAll(where: group.contains)
    }
    return solution
  }
}
