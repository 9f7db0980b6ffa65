public import Planning
public import TravelTimes

/// What scheduled transport would do for each leg of a day.
public struct DayAlternatives: Sendable {
  /// Why a leg is not left to scheduled transport.
  public enum Obstacle: String, Codable, Sendable, CaseIterable {
    /// Nothing runs near enough at about that time.
    case nothingRuns = "nothing_runs"
    case tooFarOnFoot = "too_far_on_foot"
    case tooManyChanges = "too_many_changes"
    case tooLong = "too_long"
    /// The rider has needs that a driver caters for, or somebody goes along with the driver.
    case needs
    /// A prescribed trip: the patient has a right to be carried.
    case prescribed
    /// Another leg of the booking is not served.
    case otherLeg = "other_leg"
  }

  public struct Entry: Sendable {
    public let leg: String
    public let booking: String
    /// The best that runs, whether it will do or not; `nil`: nothing.
    public let journey: Journey?
    /// Empty: scheduled transport would do.
    public var obstacles: [Obstacle]
  }

  public let day: Day
  public let rule: SteeringRule
  /// By leg of the day.
  public private(set) var entries: [Entry] = []
  private let planner: JourneyPlanner
  private let accessible: JourneyPlanner

  /// - Returns: `nil` where the time zone is unknown.
  public init?(_ day: Day, feeds: [Feed], ways: Ways, rule: SteeringRule) {
    guard let planners = JourneyPlanner.pair(feeds, day.scenario.territory, ways: ways) else {
      return nil
    }
    self.day = day
    self.rule = rule
    planner = planners.plain
    accessible = planners.accessible
    for legs in day.legsOfBooking { add(legs) }
  }

  private mutating func add(_ legs: Range<Int>) {
    var own: [Entry] = []
    var arrival: Int?
    for leg in legs {
      let found = best(leg, after: arrival)
      arrival = found?.arrival
      own.append(
        Entry(
          leg: day.legs[leg].leg.id, booking: day.legs[leg].booking.id, journey: found,
          obstacles: obstacles(leg, found)))
    }
    let isWhole = own.allSatisfy { $0.obstacles.isEmpty }
    for index in own.indices where !isWhole && own[index].obstacles.isEmpty {
      own[index].obstacles = [.otherLeg]
    }
    entries += own
  }

  // MARK: One leg

  /// The journey within the rule's margins that comes nearest to the limits: fewest beyond them first.
  private func best(_ index: Int, after arrival: Int?) -> Journey? {
    let leg = day.legs[index]
    guard let query = query(index, after: arrival) else { return nil }
    let isSeated = leg.rider.needs.contains(Self.wheelchair)
    let journeys = (isSeated ? accessible : planner).journeys(query)
      .filter { $0.rides > 0 && query.holds($0) }
    return journeys.min { a, b in
      let (first, second) = (limits(index, a).count, limits(index, b).count)
      if first != second { return first < second }
      return (cost(a, query), a.changes, a.walkMetres) < (cost(b, query), b.changes, b.walkMetres)
    }
  }

  private static let wheelchair = "wheelchair"

  private func query(_ index: Int, after arrival: Int?) -> JourneyQuery? {
    let leg = day.legs[index]
    let (from, to) = (day.scenario.places[leg.from], day.scenario.places[leg.to])
    func ask(_ time: JourneyQuery.Time, window: Int) -> JourneyQuery {
      JourneyQuery(
        from: from.coordinate, to: to.coordinate, fromName: from.name, toName: to.name, time: time,
        window: window, mostChanges: rule.changes + 1, usesFlex: false)
    }
    func elapsed(_ time: ClockTime) -> Int { day.clock.elapsed(time) ?? time.seconds }
    switch leg.leg.anchor {
    case .arriveBy(let time):
      return ask(
        .arriveBy(elapsed(time) - rule.margin), window: max(0, rule.early - rule.margin))
    case .departAfter(let time), .release(let time, _), .fixed(let time):
      return ask(.departAt(elapsed(time)), window: rule.late)
    case .afterStay(let least, _):
      guard let arrival else { return nil }
      return ask(.departAt(arrival + least), window: rule.late)
    }
  }

  /// Seconds that the rider gives for it.
  private func cost(_ journey: Journey, _ query: JourneyQuery) -> Int {
    switch query.time {
    case .departAt(let time): journey.arrival - time
    case .arriveBy(let time): time - journey.departure
    }
  }

  private func limits(_ index: Int, _ journey: Journey) -> [Obstacle] {
    var found: [Obstacle] = []
    if journey.walkMetres > rule.walk { found.append(.tooFarOnFoot) }
    if journey.changes > rule.changes { found.append(.tooManyChanges) }
    let longest = rule.longest(for: day.legs[index].slowestDirectSeconds)
    if Double(journey.duration) > longest { found.append(.tooLong) }
    return found
  }

  private func obstacles(_ index: Int, _ journey: Journey?) -> [Obstacle] {
    guard let journey else { return [.nothingRuns] }
    let leg = day.legs[index]
    var found = limits(index, journey)
    let cared = leg.rider.needs.filter { $0 != Self.wheelchair || journey.wheelchair != .possible }
    if !cared.isEmpty || leg.booking.accompany || leg.atDoor { found.append(.needs) }
    if leg.booking.insured { found.append(.prescribed) }
    return found
  }

  // MARK: What follows

  /// Legs that some journey serves, whether it will do or not.
  public var served: Int { entries.count { $0.journey != nil } }

  /// Legs that scheduled transport would do for.
  public var fitting: Int { entries.count { $0.obstacles.isEmpty } }

  /// Legs that volunteers are kept from; none where the rule is off.
  public func steered() -> [String: SteeredLeg] {
    guard rule.isOn else { return [:] }
    return fittingLegs()
  }

  /// Legs that scheduled transport would do for, whether the rule is on or off.
  public func fittingLegs() -> [String: SteeredLeg] {
    let words = JourneyWords(day.clock)
    var legs: [String: SteeredLeg] = [:]
    for entry in entries where entry.obstacles.isEmpty {
      guard let journey = entry.journey else { continue }
      let sentences = words.sentences(journey)
      legs[entry.leg] = SteeredLeg(
        text: Bilingual(
          fr: sentences.map(\.fr).joined(separator: " "),
          en: sentences.map(\.en).joined(separator: " ")))
    }
    return legs
  }

  public var words: JourneyWords { JourneyWords(day.clock) }
}

extension DayAlternatives.Obstacle {
  public var text: Bilingual {
    switch self {
    case .nothingRuns:
      Bilingual(fr: "rien ne circule près de là à cette heure", en: "nothing runs near there then")
    case .tooFarOnFoot: Bilingual(fr: "trop de marche", en: "too far on foot")
    case .tooManyChanges: Bilingual(fr: "trop de changements", en: "too many changes")
    case .tooLong: Bilingual(fr: "trop long", en: "too long")
    case .needs:
      Bilingual(
        fr: "le passager a besoin d’aide, ou d’être accompagné",
        en: "the rider needs help, or company")
    case .prescribed: Bilingual(fr: "transport prescrit", en: "prescribed transport")
    case .otherLeg:
      Bilingual(
        fr: "un autre trajet de la réservation n’est pas desservi",
        en: "another leg of the booking is not served")
    }
  }
}

extension Place {
  /// Where it lies.
  public var coordinate: Coordinate { Coordinate(latitude: latitude, longitude: longitude) }
}
