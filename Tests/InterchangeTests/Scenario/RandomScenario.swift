import CaminTestSupport
import Planning

/// Makes sound scenarios that use every field of the format, the odd values included.
struct RandomScenario {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { random.int(range) }

  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  private mutating func pick<T>(_ items: [T]) -> T { items[number(0...items.count - 1)] }

  private mutating func some<T>(_ items: [T]) -> [T] {
    var chosen: [T] = []
    for item in items where chance(40) { chosen.append(item) }
    return chosen
  }

  private mutating func decimal(_ greatest: Int) -> Double {
    Double(number(0...greatest * 1000)) / 1000
  }

  private mutating func maybe<T>(_ value: T) -> T? { chance(50) ? value : nil }

  private mutating func words() -> String {
    let parts = [
      "Saint-Céré", "=SOMME(A1)", "l’œuvre", "a \"b\" c", "x;y,z", "deux\nlignes", "-5", "'=1", "@",
      "Ÿ", "tab\tulé", "+33", "🚐", "1,5",
    ]
    return pick(parts) + (chance(50) ? " " + pick(parts) : "")
  }

  private mutating func time(_ hours: ClosedRange<Int>) -> ClockTime {
    var time = ClockTime(hour: number(hours), minute: number(0...59))
    if chance(20) { time.seconds += number(0...59) }
    return time
  }

  private mutating func seconds(_ least: Int, _ greatest: Int) -> Int {
    chance(80) ? number(least...greatest) * 60 : number(least * 60...greatest * 60)
  }

  mutating func scenario() -> Scenario {
    var scenario = Scenario(territory: territory())
    for index in 0..<number(3...9) { scenario.places.append(place(index)) }
    let places = scenario.places.map(\.id)
    let riders = (0..<number(1...8)).map { "r\($0)" }
    for id in riders {
      scenario.riders.append(
        Rider(
          id: id, home: pick(places), needs: some(["wheelchair", "walker"]),
          socialCriterion: pick(SocialCriterion.allCases), neverTogether: some(riders),
          isolation: pick(["", "a", "b"]), refusedLately: number(0...3)))
    }
    for index in 0..<number(1...8) { scenario.bookings.append(booking(index, riders, places)) }
    if chance(40) {
      for index in 50..<number(51...53) {
        scenario.standing.append(order(booking(index, riders, places)))
      }
    }
    for index in 0..<number(0...4) {
      scenario.volunteers.append(volunteer("v\(index)", riders, places))
    }
    for index in 0..<number(0...4) { scenario.vehicles.append(vehicle("t\(index)", places)) }
    let carriers = scenario.vehicles.map(\.carrier).filter { !$0.isEmpty }
    scenario.territory.poolingCarriers = maybe(some(carriers))
    if chance(40) {
      scenario.territory.rota = Set(carriers).sorted().map {
        CarrierTurn(carrier: $0, share: 1 + decimal(3), legsThisMonth: number(0...50))
      }
    }
    let resources = scenario.volunteers.map(\.id) + scenario.vehicles.map(\.id)
    for id in resources { scenario.availability += availability(id, places) }
    if !resources.isEmpty { scenario.locks = locks(scenario, resources) }
    if chance(40) { scenario.profiles = [profile()] }
    scenario.lines = lines(scenario, places)
    return scenario
  }

  /// An order that begins after the day, so that nothing is missing on it.
  private mutating func order(_ ride: Booking) -> StandingOrder {
    StandingOrder(
      booking: ride,
      days: [.weekday(pick(Weekday.allCases)), .date(PlanDate(year: 2027, month: 2, day: 28))],
      firstDay: PlanDate(year: 2027, month: 1, day: number(1...31)),
      lastDay: maybe(PlanDate(year: 2027, month: 12, day: 31)), everyWeeks: number(1...3),
      except: some([PlanDate(year: 2027, month: 5, day: 1), PlanDate(year: 2027, month: 5, day: 8)]
      ),
      onHolidays: chance(50))
  }

  private mutating func territory() -> Territory {
    Territory(
      id: "terr", name: words(), timeZone: pick(["Europe/Paris", "Indian/Reunion"]),
      date: PlanDate(year: 2026, month: 6, day: number(1...30)),
      holidays: some([PlanDate(year: 2026, month: 7, day: 14)]),
      profiles: chance(30) ? ["tap": "tap-2025"] : [:], priorities: ["vital": 3.5, "é": 0.1],
      fallbacks: chance(50) ? [fallback("taxi"), fallback("ami")] : [],
      provenance: chance(50) ? words() : "",
      roads: maybe(pick(["/", ".", "osrm:http://127.0.0.1:5000", "valhalla:https://a.b", "none"])))
  }

  private mutating func fallback(_ id: String) -> OutsideFallback {
    OutsideFallback(
      id: id, name: chance(50) ? words() : "", fixed: 1 + decimal(9), perKilometre: decimal(3),
      budget: decimal(500), modes: some(Mode.allCases), insured: chance(50),
      purposes: some(["care", "work"]), needsAccepted: some(["walker"]),
      longestKilometres: maybe(decimal(80)))
  }

  private mutating func place(_ index: Int) -> Place {
    Place(
      id: "p\(index)", name: words(),
      aliases: some(["alias \(index)", "Ç \(index)", "-\(index)é"]),
      latitude: decimal(90) - (chance(50) ? 90 : 0), longitude: decimal(180) - 90,
      commune: chance(50) ? words() : "", communeClass: pick(CommuneClass.allCases),
      kind: pick(["", "home", "hospital"]),
      zones: index == 0 ? ["est", "ouest"] : some(["est", "ouest"]),
      stop: index == 0 ? "S:0" : chance(30) ? "arret-\(index)" : "")
  }

  private mutating func booking(_ index: Int, _ riders: [String], _ places: [String]) -> Booking {
    var legs: [Leg] = []
    var from = pick(places)
    for number in 0..<number(1...3) {
      let to = pick(places.filter { $0 != from })
      legs.append(leg("b\(index)-\(number)x", from, to, hour: 6 + number * 6, isFirst: number == 0))
      from = to
    }
    return Booking(
      id: "b\(index)", rider: pick(riders), linkPolicy: pick(LinkPolicy.allCases),
      priority: pick(["", "vital", "é"]), companions: number(0...3),
      purpose: pick(["", "care", "work"]), insured: chance(50), modes: some(Mode.allCases),
      carrier: chance(50) ? words() : "", carrierPolicy: pick(CarrierPolicy.allCases),
      accompany: chance(50),
      bookedAt: maybe(
        LocalMoment(
          date: PlanDate(year: 2026, month: 5, day: number(1...31)), time: time(0...23))),
      legs: legs)
  }

  private mutating func leg(
    _ id: String, _ from: String, _ to: String, hour: Int, isFirst: Bool
  ) -> Leg {
    let at = time(hour...hour + 5)
    let least = seconds(0, 60)
    var anchors: [Anchor] = [
      .arriveBy(at), .departAfter(at), .release(at, spread: 0), .fixed(at),
      .release(at, spread: seconds(1, 40)),
    ]
    if !isFirst { anchors.append(.afterStay(least: least, greatest: least + seconds(0, 60))) }
    let latest = seconds(0, 10)
    return Leg(
      id: id, from: from, to: to, anchor: pick(anchors),
      sharing: pick([.yes, .no, .onlyWith(["r0"])]), earliestBefore: maybe(latest + seconds(0, 40)),
      latestBefore: maybe(latest), latestAfter: maybe(seconds(0, 90)),
      sameDriver: pick(SameDriver.allCases))
  }

  private mutating func volunteer(_ id: String, _ riders: [String], _ places: [String])
    -> Volunteer
  {
    Volunteer(
      id: id, home: pick(places), layouts: pick([[["seat": 3]], [["seat": 4, "wheelchair": 1]]]),
      mostTrips: maybe(number(0...9)), longestKilometres: maybe(decimal(300)),
      longestDuty: maybe(seconds(1, 600)), radiusKilometres: maybe(decimal(60)),
      longestWait: maybe(seconds(0, 120)), kilometresThisYear: decimal(9000),
      mostKilometresAYear: maybe(decimal(10000)), tripsLately: number(4...40),
      earlyLateTripsLately: number(0...4), wishedTripsAWeek: maybe(decimal(9)),
      needsAccepted: some(["walker"]),
      ridersRefused: some(riders), ridersPreferred: some(riders), mayGoHome: chance(50))
  }

  private mutating func vehicle(_ id: String, _ places: [String]) -> FleetVehicle {
    let start = time(11...12)
    let window = ClockWindow(start: start, end: ClockTime(seconds: start.seconds + 7200))
    let rest = DriverBreak(
      window: window, duration: seconds(1, 45), dueAfter: chance(50) ? 0 : seconds(1, 360))
    let mode: Mode = pick([.tad, .vsl, .taxi])
    return FleetVehicle(
      id: id, mode: mode, carrier: chance(50) ? words() : "",
      start: pick(places), end: pick(places),
      layouts: [["seat": 8], ["seat": 5, "wheelchair": 1, "child_seat": 1, "folded": 2]],
      layoutPerTrip: chance(50), breaks: chance(50) ? [rest] : [],
      longestDuty: maybe(seconds(1, 720)), fixedCost: decimal(30), costPerKilometre: decimal(2),
      costPerHour: decimal(40), zones: some(["est", "ouest"]), closedOnHolidays: chance(50),
      needsAccepted: some(["walker", "wheelchair"]),
      meeting: mode == .tad ? pick(MeetingRule.allCases) : .door)
  }

  private mutating func availability(_ id: String, _ places: [String]) -> [Availability] {
    let early = ClockWindow(start: time(6...8), end: time(12...14))
    let late = ClockWindow(start: time(15...16), end: time(20...26))
    return [
      Availability(resource: id, days: .everyDay, window: early),
      Availability(
        resource: id, days: .weekday(pick(Weekday.allCases)), window: late,
        lastEnd: chance(50) ? time(18...23) : nil),
      Availability(
        resource: id, days: .date(PlanDate(year: 2026, month: 12, day: number(1...31))),
        window: chance(50) ? nil : late),
      Availability(
        resource: id, days: .date(PlanDate(year: 2027, month: 1, day: number(1...31))),
        window: late, endPlace: pick(places), wishedStart: maybe(time(17...17)),
        wishedEnd: maybe(time(18...19))),
    ]
  }

  private mutating func locks(_ scenario: Scenario, _ resources: [String]) -> [PlanLock] {
    let leg = scenario.bookings[0].legs[0]
    return [
      PlanLock(trip: leg.id, resource: pick(resources), kind: chance(50) ? .assign : .forbid),
      PlanLock(trip: leg.id, resource: "", kind: .promise, time: time(6...8)),
    ]
  }

  private mutating func lines(_ scenario: Scenario, _ places: [String]) -> [VirtualLine] {
    var lines: [VirtualLine] = []
    for (number, vehicle) in scenario.vehicles.filter({ $0.mode == .tad }).enumerated() {
      let dated: [Availability.Days] = [
        .weekday(.monday), .date(PlanDate(year: 2026, month: 12, day: 1)),
      ]
      var stops: [LineStop] = []
      for hour in 6..<8 + number {
        stops.append(LineStop(place: pick(places), time: ClockTime(hour: hour, minute: 5)))
      }
      lines.append(
        VirtualLine(
          id: "L\(number)", vehicle: vehicle.id, days: chance(50) ? [.everyDay] : dated,
          stops: stops))
    }
    return lines
  }

  private mutating func profile() -> RuleProfile {
    RuleProfile(
      id: "tad-ancien", kind: "tad", title: Bilingual(fr: words(), en: words()),
      validFrom: PlanDate(year: 1990, month: 1, day: 1),
      validTo: PlanDate(year: 1991, month: 1, day: 1),
      figures: ["x.y": Figure(value: decimal(5), unit: "min", source: words(), status: .assumed)])
  }
}
