/// Tests one leg against one resource.
struct EligibilityTest {
  let day: Day
  let rules: RuleBook

  init(_ day: Day) {
    self.day = day
    rules = day.rules
  }

  func refusals(_ legIndex: Int, _ resourceIndex: Int, declined: Bool) -> [Refusal] {
    let leg = day.legs[legIndex]
    let resource = day.resources[resourceIndex]
    var found: [Refusal] = []
    addModeRules(leg, resource, to: &found)
    if resource.mode == .volunteer {
      addSocialTransport(leg, to: &found)
      addRadius(leg, resource, to: &found)
    }
    addZones(leg, resource, to: &found)
    addNeeds(leg, resource, to: &found)
    if leg.booking.accompany { addStay(legIndex, resource, to: &found) }
    if resource.ridersRefused.contains(leg.rider.id) {
      found.append(Refusal(.riderRefused, .driverLimit, rule: "riders-refused"))
    }
    if declined { found.append(Refusal(.declined, .notEligible, rule: "lock-forbid")) }
    if let left = resource.yearLeft, left == 0 {
      found.append(Refusal(.yearDone, .driverLimit, rule: "most-kilometres-a-year"))
    }
    if resource.closed {
      found.append(Refusal(.closedOnHoliday, .noResourceInTime, rule: "closed-on-holidays"))
    } else if resource.shifts.isEmpty {
      found.append(Refusal(.notThere, .noResourceInTime, rule: "availability"))
    }
    return found
  }

  /// R12, R14, R16, R32.
  private func addModeRules(_ leg: DayLeg, _ resource: DayResource, to found: inout [Refusal]) {
    let booking = leg.booking
    if !booking.modes.isEmpty, !booking.modes.contains(resource.mode) {
      found.append(
        Refusal(
          .modeNotWanted(resource.mode), .notEligible, rule: "modes." + resource.mode.rawValue))
    }
    switch resource.mode {
    case .volunteer where booking.insured && rules.isSet(.volunteerExcludesInsured):
      found.append(
        Refusal(.insuredToVolunteer, .notEligible, .volunteerExcludesInsured, of: rules))
    case .tad where booking.insured && rules.isSet(.tadExcludesInsured):
      found.append(Refusal(.insuredToTad, .notEligible, .tadExcludesInsured, of: rules))
    case .vsl where !booking.insured && rules.isSet(.vslPatientsOnly):
      found.append(Refusal(.patientsOnly, .notEligible, .vslPatientsOnly, of: rules))
    default: break
    }
    if !booking.carrier.isEmpty, booking.carrierPolicy == .forced,
      booking.carrier != resource.carrier
    {
      found.append(
        Refusal(.carrierChosen(booking.carrier), .notEligible, rule: "carrier-choice"))
    }
  }

  /// Décret 2019-850: criterion, communes and distance of transport d'utilité sociale.
  private func addSocialTransport(_ leg: DayLeg, to found: inout [Refusal]) {
    if leg.directMetres > rules.metres(.tusMostDistance) {
      found.append(
        Refusal(
          .tooFar, .notEligible, .tusMostDistance, of: rules,
          value: Double(leg.directMetres) / 1000))
    }
    guard rules.isSet(.tusCriterion) else { return }
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
  }

  /// R27: how far from home the volunteer goes.
  private func addRadius(_ leg: DayLeg, _ resource: DayResource, to found: inout [Refusal]) {
    guard let radius = resource.radius else { return }
    let places = day.scenario.places
    let farthest =
      [leg.from, leg.to].map { places[$0].crowMetres(to: places[resource.start]) }
      .max() ?? 0
    if farthest > Double(radius) {
      found.append(
        Refusal(
          .outsideRadius, .outsideZone, rule: "radius", value: farthest / 1000,
          limit: Double(radius) / 1000, unit: "km"))
    }
  }

  /// R29: each end lies in a zone that the vehicle serves.
  private func addZones(_ leg: DayLeg, _ resource: DayResource, to found: inout [Refusal]) {
    guard !resource.zones.isEmpty else { return }
    let served = [leg.from, leg.to].allSatisfy {
      !resource.zones.isDisjoint(with: day.scenario.places[$0].zones)
    }
    if !served { found.append(Refusal(.outsideZones, .outsideZone, rule: "zones")) }
  }

  /// R10, R27: needs that the driver takes, and room in some layout.
  private func addNeeds(_ leg: DayLeg, _ resource: DayResource, to found: inout [Refusal]) {
    for code in leg.rider.needs {
      guard let need = rules.need(code), need.consent, !resource.needsAccepted.contains(code)
      else { continue }
      found.append(Refusal(.needNotAccepted(code), .capacityOrNeed, rule: "needs-accepted"))
    }
    let fits = resource.layouts.contains { layout in
      leg.load.allSatisfy { $0.value <= layout[$0.key, default: 0] }
    }
    if !fits { found.append(Refusal(.noRoom, .capacityOrNeed, rule: "layouts")) }
  }

  /// R28: accompanying must not outlast the wait that the driver accepts.
  private func addStay(_ legIndex: Int, _ resource: DayResource, to found: inout [Refusal]) {
    guard let most = resource.longestWait else { return }
    let idle = rules.seconds(.idleOnBoard(resource.mode.ruleKind))
    let slack = BookingTimes.slack(day, idle: idle)
    let times = BookingTimes(
      day.legsOfBooking[day.legs[legIndex].bookingIndex],
      windows: LegWindows(day, kinds: [resource.mode.ridingKind], budget: .split), slack: slack)
    // What flexible times may add to the stay is waited out too.
    let longest = times.stays.values.map { $0.least + 2 * slack }.max() ?? 0
    if longest > most {
      found.append(
        Refusal(
          .stayTooLong, .driverLimit, rule: "longest-wait", value: Double(longest),
          limit: Double(most), unit: "s"))
    }
  }
}

extension CommuneClass {
  /// Rural, or a town under the threshold of transport d'utilité sociale.
  var isSmall: Bool { self == .rural || self == .smallUrban }
}
