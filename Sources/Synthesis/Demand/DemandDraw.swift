import Planning

/// Draws the day's trips, family by family, each rider's home by age and population and each
/// destination by weight and distance.
struct DemandDraw {
  private static let mostFailures = 300

  let map: TerritoryMap
  /// Zones in which a TAD vehicle runs today.
  let servedZones: [String]
  private var random: SeededGenerator
  private(set) var trips: [DraftTrip] = []
  private var groups = 0
  /// What all destinations of the family at hand weigh together, seen from each commune.
  private var rivals: [String: Double] = [:]

  init(_ map: TerritoryMap, servedZones: [String], random: SeededGenerator) {
    self.map = map
    self.servedZones = servedZones
    self.random = random
  }

  /// Draws trips of `legs` legs in all; fewer where no family finds destinations.
  mutating func draw(legs: Int) {
    let families = map.data.profile.families.filter {
      $0.weekdays.contains(map.weekday) && (!map.isHoliday || $0.onHolidays)
    }
    let quotas = apportion(legs, shares: families.map(\.share))
    var left = 0
    for (family, quota) in zip(families, quotas) { left = draw(family, legs: left + quota) }
    // What the last families could not take goes to whoever can.
    for family in families where left > 0 { left = draw(family, legs: left) }
  }

  /// Returns the legs not drawn.
  private mutating func draw(_ family: TripFamily, legs: Int) -> Int {
    weighRivals(of: family)
    var left = legs
    var failures = 0
    let fewest = family.returns.oneWay > 0 ? 1 : 2
    while left >= fewest, failures < Self.mostFailures {
      guard let size = groupSize(family, left: left) else { break }
      guard let visit = drawVisit(family) else {
        failures += 1
        continue
      }
      let before = left
      groups += 1
      var neighbour: Commune?
      for _ in 0..<size where left >= fewest {
        guard let trip = drawTrip(visit, of: family, near: neighbour, legs: left) else { continue }
        if neighbour == nil { neighbour = trip.commune }
        trips.append(trip)
        left -= trip.legs
      }
      if left == before { failures += 1 }
    }
    return left
  }

  private mutating func weighRivals(of family: TripFamily) {
    rivals = [:]
    if family.withinZone { return }
    let all = map.attractors(of: family.destinations).map { map.attractors[$0] }
    rivals = Dictionary(
      map.area.map { commune in
        let sum = all.reduce(0) { $0 + $1.weight * pull(family, commune.point, $1.point) }
        return (commune.code, sum)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Sizes so that no remainder smaller than the smallest group is left; `nil` where one would be.
  private mutating func groupSize(_ family: TripFamily, left: Int) -> Int? {
    guard let span = family.group else { return 1 }
    let available = left / 2
    if available < span.least { return nil }
    if available <= span.most { return available }
    return min(random.between(span.least, span.most), max(span.least, available - span.least))
  }

  private mutating func drawVisit(_ family: TripFamily) -> Visit? {
    let candidates = map.attractors(of: family.destinations)
    var zone = ""
    var seed: Commune?
    let weights: [Double]
    if family.withinZone {
      guard let drawn = drawZone() else { return nil }
      zone = drawn
      weights = candidates.map {
        map.attractors[$0].place.zones.contains(zone) ? map.attractors[$0].weight : 0
      }
    } else {
      guard let home = random.pick(weights: map.area.map { basis(family, $0) }) else { return nil }
      let commune = map.area[home]
      seed = commune
      weights = candidates.map {
        map.attractors[$0].weight * pull(family, commune.point, map.attractors[$0].point)
      }
    }
    guard let choice = random.pick(weights: weights),
      let slot = random.pick(weights: family.starts.map(\.weight))
    else { return nil }
    let start = ClockTime(
      seconds: random.between(
        family.starts[slot].from.seconds, family.starts[slot].to.seconds, step: 300))
    let visit = Visit(
      destination: candidates[choice], start: start, stay: drawStay(family), zone: zone, seed: seed)
    return map.attractors[visit.destination].isOpen(from: start, minutes: visit.stay) ? visit : nil
  }

  private mutating func drawStay(_ family: TripFamily) -> Int {
    random.between(
      family.stay.least, family.stay.most,
      step: family.stay.most - family.stay.least >= 30 ? 15 : 5)
  }

  /// Mostly a zone served today; now and then another, as people do ask.
  private mutating func drawZone() -> String? {
    let codes = Set(map.area.map(\.zone)).subtracting([""]).sorted()
    let weights = codes.map { code in
      let inhabitants = map.area.reduce(0) { $0 + ($1.zone == code ? $1.population75 : 0) }
      return inhabitants * (servedZones.contains(code) ? 1 : 0.05)
    }
    return random.pick(weights: weights).map { codes[$0] }
  }

  /// How many may ask for such a trip; in larger towns, which have buses, few do unless they are
  /// patients.
  private func basis(_ family: TripFamily, _ commune: Commune) -> Double {
    let inhabitants =
      switch family.basis {
      case .population: commune.population
      case .population75: commune.population75
      }
    let town = commune.communeClass == .urban && !family.insured
    return town ? inhabitants * map.data.profile.riders.askingInTowns : inhabitants
  }

  private func pull(_ family: TripFamily, _ home: GeoPoint, _ destination: GeoPoint) -> Double {
    let kilometres = home.kilometres(to: destination)
    guard family.leastKilometres <= kilometres, kilometres <= family.mostKilometres else {
      return 0
    }
    return decay(kilometres, half: family.halfKilometres)
  }

  private mutating func drawTrip(
    _ visit: Visit, of family: TripFamily, near neighbour: Commune?, legs: Int
  ) -> DraftTrip? {
    let destination = map.attractors[visit.destination].point
    guard let commune = drawCommune(visit, of: family, near: neighbour) else { return nil }
    let home = map.home(in: commune, &random)
    let kilometres = home.kilometres(to: destination)
    guard family.leastKilometres <= kilometres, kilometres <= family.mostKilometres else {
      return nil
    }
    let stay = family.withinZone ? visit.stay : drawStay(family)
    let times = TripTimes(
      start: visit.start, stay: stay,
      travel: Int(roadMinutes(crowKilometres: kilometres)) / 5 * 5 + 5)
    var trip = DraftTrip(
      family: family, group: groups, commune: commune, home: home, destination: visit.destination,
      outward: times.outward(family.outward))
    draw(returnOf: &trip, times, legs: legs)
    return trip
  }

  private mutating func drawCommune(
    _ visit: Visit, of family: TripFamily, near neighbour: Commune?
  ) -> Commune? {
    if neighbour == nil, let seed = visit.seed { return seed }
    let weights = map.area.map { commune -> Double in
      guard visit.zone.isEmpty || commune.zone == visit.zone else { return 0 }
      var weight = basis(family, commune) * preference(for: visit, of: family, in: commune)
      if let neighbour, let half = family.neighbourKilometres {
        weight *= decay(neighbour.point.kilometres(to: commune.point), half: half)
      }
      return weight
    }
    return random.pick(weights: weights).map { map.area[$0] }
  }

  /// Within a zone the pull of the destination; elsewhere the chance that somebody of the commune
  /// chooses it among all (Huff's model), so that nobody passes one dialysis unit on the way to
  /// another.
  private func preference(for visit: Visit, of family: TripFamily, in commune: Commune) -> Double {
    let chosen = map.attractors[visit.destination]
    let own = chosen.weight * pull(family, commune.point, chosen.point)
    guard visit.zone.isEmpty, own > 0 else { return own }
    return own / (rivals[commune.code] ?? own)
  }

  private mutating func draw(returnOf trip: inout DraftTrip, _ times: TripTimes, legs: Int) {
    let kind = legs == 1 ? 4 : random.pick(weights: trip.family.returns.weights) ?? 4
    let spread = random.between(1_200, 2_700, step: 300)
    switch kind {
    case 0: trip.homeward = .release(times.end(trip.family.outward), spread: 0)
    case 1: trip.homeward = .release(times.end(trip.family.outward), spread: spread)
    case 2: trip.homeward = .afterStay(least: times.stay * 60, greatest: times.stay * 60 + 2_700)
    case 3: trip.homeward = .departAfter(times.end(trip.family.outward))
    default:
      // A patient may just as well be brought home alone: a discharge.
      if trip.family.insured, random.chance(0.5) {
        trip.outward = nil
        trip.homeward = .release(times.end(trip.family.outward), spread: 0)
      }
    }
  }
}

/// Where and when a group goes.
private struct Visit {
  var destination: Int
  var start: ClockTime
  /// Minutes.
  var stay: Int
  /// TAD zone of the riders' homes; empty: any.
  var zone: String
  /// Commune of the first rider, where the destination was drawn from it.
  var seed: Commune?
}

/// Clock times of one trip.
private struct TripTimes {
  var start: ClockTime
  /// Minutes, as is `travel`.
  var stay: Int
  var travel: Int

  func outward(_ kind: TripFamily.Outward) -> Anchor {
    switch kind {
    case .arriveBy: .arriveBy(start)
    case .departAfter: .departAfter(start)
    }
  }

  func end(_ kind: TripFamily.Outward) -> ClockTime {
    ClockTime(seconds: start.seconds + (stay + (kind == .departAfter ? travel : 0)) * 60)
  }
}
