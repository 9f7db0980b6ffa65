/// Refusals as they are found, or only whether there is one.
struct RefusalList {
  /// Whether it matters which refusals there are.
  let names: Bool
  private(set) var refusals: [Refusal] = []
  private(set) var isEmpty = true

  init(names: Bool) { self.names = names }

  /// - Parameter refusal: made only where somebody wants to know.
  mutating func append(_ refusal: @autoclosure () -> Refusal) {
    isEmpty = false
    if names { refusals.append(refusal()) }
  }

  /// Nothing further can change the answer.
  var isSettled: Bool { !isEmpty && !names }
}

/// Tests one leg against one resource.
struct EligibilityTest: Sendable {
  let day: Day
  let rules: RuleBook
  let deadlines: BookingDeadlines
  private let stays: StayLengths
  /// Resources that are there on the day, ascending.
  private let present: [Int]

  init(_ day: Day) {
    self.day = day
    rules = day.rules
    deadlines = BookingDeadlines(day)
    stays = StayLengths(day)
    present = day.resources.indices.filter { r in
      let resource = day.resources[r]
      return !resource.closed && !resource.shifts.isEmpty && resource.yearLeft != 0
    }
  }

  /// Resources that no rule keeps from the leg, ascending.
  func allowed(_ leg: Int) -> [Int] {
    let dayLeg = day.legs[leg]
    let isSocial = socialTransport(dayLeg, names: false).isEmpty
    return present.filter { r in
      let resource = day.resources[r]
      if resource.mode == .volunteer && !isSocial { return false }
      var found = RefusalList(names: false)
      addRules(dayLeg, leg, resource, declined: false, to: &found)
      return found.isEmpty
    }
  }

  func refusals(_ leg: Int, _ resource: Int, declined: Bool) -> [Refusal] {
    var found = RefusalList(names: true)
    addRules(
      day.legs[leg], leg, day.resources[resource], declined: declined, to: &found)
    return found.refusals
  }

  /// All rules; those of social transport are told only with their names, since they hang on the leg alone.
  private func addRules(
    _ leg: DayLeg, _ legIndex: Int, _ resource: DayResource, declined: Bool,
    to found: inout RefusalList
  ) {
    addModeRules(leg, resource, to: &found)
    if found.isSettled { return }
    if resource.mode == .volunteer && found.names {
      for refusal in socialTransport(leg, names: true).refusals { found.append(refusal) }
    }
    addZones(leg, resource, to: &found)
    if found.isSettled { return }
    addStops(leg, legIndex, resource, to: &found)
    if found.isSettled { return }
    addNeeds(leg, resource, to: &found)
    if found.isSettled { return }
    if resource.mode == .volunteer { addRadius(leg, resource, to: &found) }
    if leg.booking.accompany { addStay(legIndex, resource, to: &found) }
    if resource.ridersRefused.contains(leg.rider.id) {
      found.append(Refusal(.riderRefused, .driverLimit, rule: "riders-refused"))
    }
    if declined { found.append(Refusal(.declined, .notEligible, rule: "lock-forbid")) }
    addPresence(resource, to: &found)
  }

  private func addPresence(_ resource: DayResource, to found: inout RefusalList) {
    if let left = resource.yearLeft, left == 0 {
      found.append(Refusal(.yearDone, .driverLimit, rule: "most-kilometres-a-year"))
    }
    if resource.closed {
      found.append(Refusal(.closedOnHoliday, .noResourceInTime, rule: "closed-on-holidays"))
    } else if resource.shifts.isEmpty {
      found.append(Refusal(.notThere, .noResourceInTime, rule: "availability"))
    }
  }

  /// R12, R14, R16, R32.
  private func addModeRules(_ leg: DayLeg, _ resource: DayResource, to found: inout RefusalList) {
    let booking = leg.booking
    if let line = leg.line, line.vehicle != resource.id {
      found.append(Refusal(.onLine(leg.leg.line), .notEligible, rule: "line"))
    }
    if !booking.modes.isEmpty, !booking.modes.contains(resource.mode) {
      found.append(
        Refusal(
          .modeNotWanted(resource.mode), .notEligible, rule: "modes." + resource.mode.rawValue))
    }
    addDeadline(booking, resource.mode, to: &found)
    switch resource.mode {
    case .volunteer where booking.insured && rules.isSet(.volunteerExcludesInsured):
      found.append(
        Refusal(.insuredToVolunteer, .notEligible, .volunteerExcludesInsured, of: rules))
    case .volunteer:
      guard let scheduled = day.steered[leg.leg.id] else { break }
      found.append(Refusal(.scheduled(scheduled), .notEligible, .steer, of: rules))
    case .tad where booking.insured && rules.isSet(.tadExcludesInsured):
      found.append(Refusal(.insuredToTad, .notEligible, .tadExcludesInsured, of: rules))
    case .vsl where !booking.insured && rules.isSet(.vslPatientsOnly):
      found.append(Refusal(.patientsOnly, .notEligible, .vslPatientsOnly, of: rules))
    default: break
    }
    guard !booking.carrier.isEmpty, booking.carrier != resource.carrier else { return }
    switch booking.carrierPolicy {
    case .forced:
      found.append(
        Refusal(.carrierChosen(booking.carrier), .notEligible, rule: "carrier-choice"))
    case .allowed:
      guard let pooling = day.scenario.territory.poolingCarriers,
        !(pooling.contains(booking.carrier) && pooling.contains(resource.carrier))
      else { return }
      found.append(
        Refusal(
          .carriersApart(booking.carrier, resource.carrier), .notEligible, rule: "carrier-consent"))
    case .free: break
    }
  }

  /// R58: a late request is refused by this offer alone, unless it keeps standby.
  private func addDeadline(_ booking: Booking, _ mode: Mode, to found: inout RefusalList) {
    guard let made = booking.bookedAt, let missed = deadlines.missed(by: booking, mode),
      !missed.keepsStandby
    else { return }
    found.append(
      Refusal(
        .afterDeadline(made: made, due: missed.moment), .afterDeadline,
        .cutoffTime(mode.ruleKind), of: rules))
  }

  /// Décret 2019-850: criterion, communes and distance of transport d'utilité sociale.
  private func socialTransport(_ leg: DayLeg, names: Bool) -> RefusalList {
    var found = RefusalList(names: names)
    if leg.directMetres > rules.metres(.tusMostDistance) {
      found.append(
        Refusal(
          .tooFar, .notEligible, .tusMostDistance, of: rules,
          kilometres: Double(leg.directMetres) / 1000))
    }
    guard rules.isSet(.tusCriterion) else { return found }
    switch leg.rider.socialCriterion {
    case .resources: break
    case .none: found.append(Refusal(.noCriterion, .notEligible, .tusCriterion, of: rules))
    case .place:
      let home = day.placeIndex[leg.rider.home].map { day.scenario.places[$0] }
      if let home, !home.communeClass.isSmall {
        found.append(Refusal(.homeNotRural, .notEligible, .tusCriterion, of: rules))
      }
      let ends = [leg.from, leg.to].map { day.scenario.places[$0].communeClass }
      let inScope =
        ends.allSatisfy { $0.isSmall || $0 == .hub } && ends.contains { $0.isSmall }
      if rules.isSet(.tusPlaceScope), !inScope {
        found.append(Refusal(.outsidePlaceScope, .notEligible, .tusPlaceScope, of: rules))
      }
    }
    return found
  }

  /// R27: how far from home the volunteer goes.
  private func addRadius(_ leg: DayLeg, _ resource: DayResource, to found: inout RefusalList) {
    guard let radius = resource.radius else { return }
    let places = day.scenario.places
    let farthest =
      [leg.from, leg.to].map { places[$0].crowMetres(to: places[resource.start]) }
      .max() ?? 0
    if farthest > Double(radius) { found.append(outsideRadius(resource, farthest / 1000)) }
  }

  /// By the volunteer's own radius, or by the profile's where none is stated.
  private func outsideRadius(_ resource: DayResource, _ kilometres: Double) -> Refusal {
    let volunteer = day.scenario.volunteers.first { $0.id == resource.id }
    guard let own = volunteer?.radiusKilometres else {
      return Refusal(
        .outsideRadius, .outsideZone, .volunteerRadius, of: rules, kilometres: kilometres)
    }
    return Refusal(
      .outsideRadius, .outsideZone, rule: "radius", value: kilometres, limit: own, unit: "km")
  }

  /// R29: each end lies in a zone that the vehicle serves.
  private func addZones(_ leg: DayLeg, _ resource: DayResource, to found: inout RefusalList) {
    guard !resource.zones.isEmpty, leg.line == nil else { return }
    let served = [leg.from, leg.to].allSatisfy {
      !resource.zones.isDisjoint(with: day.scenario.places[$0].zones)
    }
    if !served { found.append(Refusal(.outsideZones, .outsideZone, rule: "zones")) }
  }

  /// R24: a service that meets riders at stops has one near each end, and not the same.
  private func addStops(
    _ leg: DayLeg, _ legIndex: Int, _ resource: DayResource, to found: inout RefusalList
  ) {
    guard resource.meeting != .door, let r = day.resourceIndex[resource.id] else { return }
    if leg.leg.connection != nil, resource.meeting == .stop {
      // It goes from stop to stop of its own network alone.
      found.append(Refusal(.noStopNear, .outsideZone, rule: "stops"))
      return
    }
    let pickup = day.meetingPoint(legIndex, .pickup, by: r)
    let delivery = day.meetingPoint(legIndex, .delivery, by: r)
    for (point, place) in [(pickup, leg.from), (delivery, leg.to)] where point == nil {
      let metres = day.meeting.nearestMetres(place, service: day.meeting.serviceOf[r])
      found.append(
        Refusal(
          .noStopNear, .outsideZone, .walkLongest, of: rules, value: metres.map(Double.init),
          limit: Double(rules.figure(.walkLongest).map(RuleBook.metres) ?? 0), unit: "m"))
    }
    if let pickup, let delivery, pickup.place == delivery.place {
      found.append(Refusal(.sameStop, .outsideZone, rule: "stops"))
    }
  }

  /// R10, R27: needs that the driver takes, and room in some layout.
  private func addNeeds(_ leg: DayLeg, _ resource: DayResource, to found: inout RefusalList) {
    for code in leg.rider.needs {
      guard !resource.needsAccepted.contains(code), let need = rules.need(code), need.consent
      else { continue }
      found.append(Refusal(.needNotAccepted(code), .capacityOrNeed, rule: "needs-accepted"))
    }
    let fits = resource.layouts.contains { layout in
      leg.load.allSatisfy { $0.value <= layout[$0.key, default: 0] }
    }
    if !fits { found.append(Refusal(.noRoom, .capacityOrNeed, rule: "layouts")) }
  }

  /// R28: accompanying must not outlast the wait that the driver accepts.
  private func addStay(_ legIndex: Int, _ resource: DayResource, to found: inout RefusalList) {
    guard let most = resource.longestWait else { return }
    let longest = stays.longest(legIndex, resource.mode)
    if longest > most {
      found.append(
        Refusal(
          .stayTooLong, .driverLimit, rule: "longest-wait", value: Double(longest),
          limit: Double(most), unit: "s"))
    }
  }
}

/// How long a driver would stay with the rider of each booking, at most, by mode.
private struct StayLengths: Sendable {
  private let day: Day
  private let slacks: [Mode: Int]

  init(_ day: Day) {
    self.day = day
    let shortest = BookingTimes.shortestService(day)
    slacks = Dictionary(
      uniqueKeysWithValues: Mode.allCases.map { mode in
        let idle = day.rules.seconds(.idleOnBoard(mode.ruleKind))
        return (mode, BookingTimes.slack(shortest: shortest, idle: idle))
      })
  }

  /// Seconds; what flexible times may add to the stay is waited out too.
  func longest(_ leg: Int, _ mode: Mode) -> Int {
    let slack = slacks[mode] ?? 0
    let times = BookingTimes(
      day.legsOfBooking[day.legs[leg].bookingIndex],
      windows: LegWindows(day, kinds: [mode.ridingKind], budget: .split), slack: slack)
    return times.stays.values.map { $0.least + 2 * slack }.max() ?? 0
  }
}

extension CommuneClass {
  /// Rural, or a town under the threshold of transport d'utilité sociale.
  var isSmall: Bool { self == .rural || self == .smallUrban }
}
