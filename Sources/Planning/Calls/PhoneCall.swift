/// One person who must be told that a plan has changed, and what to say (R43).
public struct PhoneCall: Codable, Hashable, Sendable {
  /// Id of a rider, or of a volunteer or vehicle.
  public var person: String
  public var isDriver: Bool
  /// When the first thing happens that the call is about, as it was told or as it is planned now: seconds since local
  /// midnight.
  public var time: Int
  /// Legs concerned.
  public var legs: [String]
  public var kinds: [PlanChange.Kind]
  /// Euros that the changes weigh.
  public var price: Double
  /// Sentences to say.
  public var say: [Bilingual]

  public init(
    person: String, isDriver: Bool, time: Int, legs: [String], kinds: [PlanChange.Kind],
    price: Double, say: [Bilingual]
  ) {
    self.person = person
    self.isDriver = isDriver
    self.time = time
    self.legs = legs
    self.kinds = kinds
    self.price = price
    self.say = say
  }
}

extension PlanChanges {
  /// What differs between a plan told and another one of the same day.
  public init(from told: PublishedPlan, to plan: Plan, on day: Day) {
    self = ChangeFinder(day, told, now: plan).changes()
  }

  /// Who must be called and what to say: one call a person, the earliest first; of those at one time, whoever loses a ride
  /// or is newly to drive comes first.
  ///
  /// - Parameter audience: who was told the plan before; nobody else is called.
  public func calls(
    from told: Plan, to plan: Plan, on day: Day, audience: Audience = .everybody
  ) -> [PhoneCall] {
    let changes = heard(by: audience, on: day)
    let words = CallWords(day: day, told: told, plan: plan)
    let riders = Set(day.scenario.riders.map(\.id))
    var order: [String] = []
    for change in changes where !order.contains(change.person) { order.append(change.person) }
    let calls = order.map { person in
      let own = changes.filter { $0.person == person }
      let isDriver = !riders.contains(person)
      return PhoneCall(
        person: person, isDriver: isDriver,
        time: own.compactMap(words.time).min() ?? 0,
        legs: Self.distinct(own.flatMap(\.legs)), kinds: Self.distinct(own.map(\.kind)),
        price: own.reduce(0) { $0 + $1.price },
        say: isDriver ? own.map(words.driver) : words.rider(own))
    }
    return calls.sorted {
      ($0.time, $0.rank, $0.person) < ($1.time, $1.rank, $1.person)
    }
  }

  private static func distinct<Element: Hashable>(_ list: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return list.filter { seen.insert($0).inserted }
  }
}

extension PhoneCall {
  /// Of what happens at one time, the worst news first.
  fileprivate var rank: Int {
    let ranks: [PlanChange.Kind: Int] = [
      .lost: 0, .called: 1, .timeMoved: 2, .otherDriver: 3, .runChanged: 4, .gained: 5,
      .calledOff: 6,
    ]
    return kinds.compactMap { ranks[$0] }.min() ?? 7
  }
}
