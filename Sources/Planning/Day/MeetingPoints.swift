/// Where each service meets its riders: at the door, or at a stop near it (R24).
///
/// The numeric problem has one location for each end of a leg, whoever serves it, but a travel matrix for each kind of
/// vehicle. So an end that some service meets at a stop gets a location of its own beyond those of the places; in the
/// matrices of a service it lies where that service meets the rider. Riders who are met at the door everywhere keep
/// the location of their place.
public struct MeetingPoints: Sendable {
  /// Where the vehicle stands for one end of a leg.
  public struct Point: Hashable, Sendable {
    /// Place index.
    public let place: Int
    /// On foot between door and stop; zero at the door.
    public let metres: Int
    public let seconds: Int
  }

  /// What tells services apart.
  private struct Service: Hashable {
    let rule: MeetingRule
    let zones: Set<String>
  }

  /// By resource; 0 stands for all that go to the door.
  let serviceOf: [Int]
  private let services: [Service]
  /// By service and place: the nearest stop, however far.
  private let nearest: [[Int: Point]]
  private let placeCount: Int
  /// Places with a location of their own as an end of legs, ascending.
  private let ends: [Int]
  private let endIndex: [Int: Int]
  private let longest: Int
  /// What a metre on foot weighs, in metres of walk that one door is worth.
  private let doorIsWorth: Double

  init(_ scenario: Scenario, rules: RuleBook, resources: [DayResource], legs: [DayLeg]) {
    var services = [Service(rule: .door, zones: [])]
    serviceOf = resources.map { resource in
      guard resource.meeting != .door else { return 0 }
      let service = Service(rule: resource.meeting, zones: resource.zones)
      if let known = services.firstIndex(of: service) { return known }
      services.append(service)
      return services.count - 1
    }
    self.services = services
    placeCount = scenario.places.count
    let rule = Walk(rules)
    longest = rule?.longest ?? 0
    doorIsWorth = rule?.doorIsWorth ?? 0
    guard let walk = rule, services.count > 1 else {
      (nearest, ends, endIndex) = ([], [], [:])
      return
    }
    let met = Set(legs.filter { !$0.atDoor }.flatMap { [$0.from, $0.to] }).sorted()
    let stops = scenario.places.indices.filter { !scenario.places[$0].stop.isEmpty }
    nearest = services.map { service in
      let own = stops.filter {
        service.zones.isEmpty || !service.zones.isDisjoint(with: scenario.places[$0].zones)
      }
      return Dictionary(
        uniqueKeysWithValues: met.compactMap { place in
          walk.nearest(to: place, among: own, scenario.places).map { (place, $0) }
        })
    }
    ends = met
    endIndex = Dictionary(uniqueKeysWithValues: met.enumerated().map { ($1, $0) })
  }

  /// Whether the ends of a leg that comes in later have locations already.
  func knows(_ leg: DayLeg) -> Bool {
    services.count == 1 || leg.atDoor
      || [leg.from, leg.to].allSatisfy { endIndex[$0] != nil } || ends.isEmpty
  }

  /// Number of rows of the travel matrices.
  var locationCount: Int { placeCount + ends.count }

  /// Location of one end of a leg in the numeric problem.
  func location(of place: Int, atDoor: Bool) -> Int {
    atDoor ? place : endIndex[place].map { placeCount + $0 } ?? place
  }

  /// Where a location of the numeric problem lies for a service.
  func place(_ location: Int, service: Int) -> Int {
    guard location >= placeCount else { return location }
    let place = ends[location - placeCount]
    return point(place, service: service)?.place ?? place
  }

  /// Where a service meets a rider whose door is at the place; `nil`: no stop is near enough.
  func point(_ place: Int, service: Int) -> Point? {
    let door = Point(place: place, metres: 0, seconds: 0)
    guard service > 0 else { return door }
    let stop = nearest[service][place].flatMap { $0.metres <= longest ? $0 : nil }
    guard services[service].rule == .both else { return stop }
    return stop.flatMap { Double($0.metres) <= doorIsWorth ? $0 : nil } ?? door
  }

  /// Walk to the nearest stop of the service, also beyond what the rules allow, metres; `nil`: it has none.
  func nearestMetres(_ place: Int, service: Int) -> Int? { nearest[service][place]?.metres }
}

/// How people walk, by the profile.
private struct Walk {
  let longest: Int
  let factor: Double
  /// Metres a second.
  let speed: Double
  let doorIsWorth: Double

  /// `nil` where the profile says nothing of walks.
  init?(_ rules: RuleBook) {
    guard let factor = rules.figure(.walkFactor)?.value,
      let speed = rules.figure(.walkSpeed)?.value,
      let longest = rules.figure(.walkLongest).map(RuleBook.metres), speed > 0
    else { return nil }
    self.longest = longest
    self.factor = factor
    self.speed = speed / 3.6
    let weight = rules.figure(.walkWeight)?.value ?? 0
    let door = rules.figure(.doorWeight)?.value ?? 0
    doorIsWorth = weight > 0 ? door / weight * 1000 : .infinity
  }

  /// The stop with the shortest walk, the first of equals.
  func nearest(to place: Int, among stops: [Int], _ places: [Place]) -> MeetingPoints.Point? {
    var best: (stop: Int, crow: Double)?
    for stop in stops {
      let crow = places[place].crowMetres(to: places[stop])
      if best.map({ crow < $0.crow }) ?? true { best = (stop, crow) }
    }
    return best.map { stop, crow in
      let metres = stop == place ? 0 : (crow * factor).rounded()
      return MeetingPoints.Point(
        place: stop, metres: Int(metres), seconds: Int((metres / speed).rounded(.up)))
    }
  }
}
