import CaminTestSupport
import Planning

/// Small random days along the line, the same for the same seed.
struct RandomTerritory {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func next(_ bound: Int) -> Int { random.int(0...bound - 1) }

  private mutating func chance(_ percent: Int) -> Bool { next(100) < percent }

  mutating func territory() -> LineTerritory {
    var line = LineTerritory(posts: Array(0...50))
    line.scenario.places[40].communeClass = .urban
    line.scenario.places[41].communeClass = .hub
    for n in 1...(4 + next(8)) { addBooking(n, to: &line) }
    for n in 1...(1 + next(4)) { addVolunteer(n, to: &line) }
    for n in 1...(1 + next(3)) { addVehicle(n, to: &line) }
    addLocks(to: &line)
    addCompany(to: &line)
    return line
  }

  /// Isolation classes, and carriers that patients have chosen.
  private mutating func addCompany(to line: inout LineTerritory) {
    for r in line.scenario.riders.indices where chance(15) {
      line.scenario.riders[r].isolation = ["A", "B"][next(2)]
    }
    let carriers = line.scenario.vehicles.map(\.carrier)
    if chance(50) { line.scenario.territory.poolingCarriers = carriers.filter { _ in chance(60) } }
    for b in line.scenario.bookings.indices where line.scenario.bookings[b].insured && chance(40) {
      line.scenario.bookings[b].carrier = carriers[next(carriers.count)]
      line.scenario.bookings[b].carrierPolicy = CarrierPolicy.allCases[next(3)]
    }
  }

  private mutating func addBooking(_ n: Int, to line: inout LineTerritory) {
    let from = next(40)
    let to = (from + 1 + next(30)) % 51
    let hour = 8 + next(8)
    let needs = chance(25) ? [["wheelchair", "walker", "door_help", "child_seat"][next(4)]] : []
    line.addRider("r\(n)", home: from, needs: needs)
    line.scenario.riders[n - 1].socialCriterion = [.place, .place, .resources, .none][next(4)]
    if n > 1, chance(15) { line.scenario.riders[n - 1].neverTogether = ["r\(1 + next(n - 1))"] }
    let sharing: Sharing = chance(10) ? .no : chance(10) ? .onlyWith(["r1", "r2"]) : .yes
    var legs = [
      Leg(
        id: "b\(n)-1", from: "k\(from)", to: "k\(to)",
        anchor: chance(70)
          ? .arriveBy(ClockTime(hour: hour, minute: 15 * next(4)))
          : .departAfter(ClockTime(hour: hour, minute: 15 * next(4))),
        sharing: sharing)
    ]
    if chance(60) {
      legs.append(
        Leg(
          id: "b\(n)-2", from: "k\(to)", to: "k\(from)", anchor: returnAnchor(hour + 1),
          sharing: sharing, sameDriver: chance(20) ? .required : .free))
    }
    let insured = chance(30)
    let policy = LinkPolicy.allCases[next(3)]
    let accompany = chance(15)
    let companions = chance(15) ? 1 : 0
    line.add(n, home: from, legs: legs) {
      $0.insured = insured
      $0.linkPolicy = policy
      $0.accompany = accompany
      $0.companions = companions
      $0.priority = ["", "care", "leisure"][n % 3]
    }
  }

  private mutating func returnAnchor(_ hour: Int) -> Anchor {
    switch next(4) {
    case 0: .departAfter(ClockTime(hour: hour, minute: 15 * next(4)))
    case 1: .release(ClockTime(hour: hour, minute: 15 * next(4)), spread: 600 * next(4))
    case 2: .fixed(ClockTime(hour: hour, minute: 15 * next(4)))
    default: .afterStay(least: 1800, greatest: 3600 + 600 * next(7))
    }
  }

  private mutating func addVolunteer(_ n: Int, to line: inout LineTerritory) {
    let windows = chance(50) ? [("07:00", "12:00"), ("13:00", "19:00")] : [("07:30", "18:30")]
    let home = next(51)
    let mayGoHome = chance(70)
    let history = Double(next(4000))
    let accepts = chance(50)
    line.addVolunteer("v\(n)", home: home, windows) {
      $0.mayGoHome = mayGoHome
      $0.kilometresThisYear = history
      $0.mostKilometresAYear = 5000
      if accepts {
        $0.needsAccepted = ["walker", "child_seat"]
        $0.layouts = [["seat": 3, "folded": 1, "child_seat": 1]]
      }
    }
  }

  private mutating func addVehicle(_ n: Int, to line: inout LineTerritory) {
    let mode: Mode = [.tad, .vsl, .taxi][next(3)]
    let windows = chance(30) ? [("07:00", "12:30"), ("13:30", "18:00")] : [("06:30", "19:30")]
    let depot = next(51)
    let perTrip = chance(50)
    line.addVehicle("\(mode.rawValue)\(n)", mode, depot: depot, seats: 4, windows) {
      $0.fixedCost = 30
      $0.costPerHour = 20
      $0.layouts = [["seat": 4, "folded": 1], ["seat": 2, "wheelchair": 1]]
      $0.layoutPerTrip = perTrip
      $0.needsAccepted = ["wheelchair", "walker"]
    }
  }

  private mutating func addLocks(to line: inout LineTerritory) {
    let leg = line.scenario.bookings[0].legs[0]
    if chance(30) {
      line.scenario.locks.append(
        PlanLock(trip: "b1", resource: "v1", kind: chance(50) ? .assign : .forbid))
    }
    if chance(30), let time = leg.anchor.time, case .departAfter = leg.anchor {
      line.scenario.locks.append(
        PlanLock(
          trip: leg.id, resource: "", kind: .promise, time: ClockTime(seconds: time.seconds + 300)))
    }
  }
}
