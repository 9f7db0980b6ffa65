import Planning

/// Draws volunteers: scattered homes, short hours, limits of their own.
struct VolunteerDraw {
  let map: TerritoryMap
  private(set) var volunteers: [Volunteer] = []
  private(set) var availability: [Availability] = []
  private(set) var homes: [Place] = []
  private var random: SeededGenerator
  private var traits: VolunteerTraits { map.data.profile.fleet.volunteers }

  init(_ map: TerritoryMap, random: SeededGenerator) {
    self.map = map
    self.random = random
  }

  mutating func draw(_ count: Int) {
    // Square root: a village of 400 has a tenth as many volunteers as a town of 40 000, not a
    // hundredth.
    var weights = map.area.map { $0.population.squareRoot() }
    let away = Set(random.shuffled(Array(0..<count)).prefix(quota(traits.absent, of: count)))
    for index in 0..<count {
      guard let choice = random.pick(weights: weights) else { return }
      weights[choice] /= 4
      let commune = map.area[choice]
      let id = "v" + threeDigits(index + 1)
      let home = map.place(
        id: "dom-" + id, name: "Domicile " + id + ", " + commune.name, kind: "home",
        at: map.home(in: commune, &random), in: commune)
      homes.append(home)
      volunteers.append(volunteer(id, home: home.id))
      addAvailability(of: id, away: away.contains(index))
    }
  }

  private mutating func volunteer(_ id: String, home: String) -> Volunteer {
    var layout: SeatLayout = ["seat": random.between(traits.seats.least, traits.seats.most)]
    var needs: [String] = []
    for need in map.data.profile.riders.needs where random.chance(need.acceptedByVolunteers) {
      needs.append(need.code)
      if !need.dimension.isEmpty { layout[need.dimension] = 1 }
    }
    func draw(_ span: Span, step: Int = 1) -> Int {
      random.between(span.least, span.most, step: step)
    }
    let yearly = random.chance(traits.yearLimit)
    let driven = draw(traits.kilometresThisYear, step: 50)
    return Volunteer(
      id: id, home: home, layouts: [layout],
      mostTrips: random.chance(traits.tripLimit) ? draw(traits.mostTrips) : nil,
      longestKilometres: random.chance(traits.kilometreLimit)
        ? Double(draw(traits.longestKilometres, step: 10)) : nil,
      radiusKilometres: Double(draw(traits.radiusKilometres, step: 5)),
      longestWait: random.chance(traits.waitLimit) ? draw(traits.longestWait, step: 15) * 60 : nil,
      kilometresThisYear: Double(driven),
      mostKilometresAYear: yearly ? Double(draw(traits.mostKilometresAYear, step: 500)) : nil,
      needsAccepted: needs)
  }

  /// The day's hours as a weekly row or two, another weekday beside them for half of the
  /// volunteers, and for a few a dated absence.
  private mutating func addAvailability(of id: String, away: Bool) {
    let windows = drawWindows()
    availability += windows.map {
      Availability(resource: id, days: .weekday(map.weekday), window: $0)
    }
    if random.chance(0.5) {
      let others = Weekday.allCases.filter { $0 != map.weekday && $0 != .sunday }
      let day = others[random.below(others.count)]
      availability += drawWindows().map {
        Availability(resource: id, days: .weekday(day), window: $0)
      }
    }
    if away { availability.append(Availability(resource: id, days: .date(map.date), window: nil)) }
  }

  private mutating func drawWindows() -> [ClockWindow] {
    guard let index = random.pick(weights: traits.offers.map(\.weight)) else { return [] }
    let shift = random.between(-30, 30, step: 15) * 60
    return traits.offers[index].windows.map {
      ClockWindow(
        start: ClockTime(seconds: $0.start.seconds + shift),
        end: ClockTime(seconds: $0.end.seconds + shift))
    }
  }
}
