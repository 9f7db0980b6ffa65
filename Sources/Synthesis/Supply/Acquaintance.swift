import Planning

/// Some volunteers know some riders near them: they like to drive one, or would rather not.
struct Acquaintance {
  let map: TerritoryMap
  private let seed: UInt64

  init(_ map: TerritoryMap, seed: UInt64) {
    self.map = map
    self.seed = seed
  }

  func introduce(_ supply: inout Supply, _ demand: BookingDraw) {
    var random = SeededGenerator(seed: seed, stream: "acquaintance")
    let traits = map.data.profile.fleet.volunteers
    let count = supply.volunteers.count
    let order = random.shuffled(Array(0..<count))
    let refusing = quota(traits.refusal, of: count, least: 1)
    for index in order.prefix(refusing) {
      if let rider = neighbours(of: supply.volunteers[index], supply, demand).last {
        supply.volunteers[index].ridersRefused = [rider]
      }
    }
    for index in order.dropFirst(refusing).prefix(quota(traits.preference, of: count, least: 1)) {
      if let rider = neighbours(of: supply.volunteers[index], supply, demand).first {
        supply.volunteers[index].ridersPreferred = [rider]
      }
    }
  }

  /// The three nearest riders whom a volunteer may drive, nearest first.
  private func neighbours(of volunteer: Volunteer, _ supply: Supply, _ demand: BookingDraw)
    -> [String]
  {
    guard let place = supply.places.first(where: { $0.id == volunteer.home }) else { return [] }
    let home = GeoPoint(latitude: place.latitude, longitude: place.longitude)
    let ranked = demand.bookings.indices
      .filter { demand.bookings[$0].modes.contains(.volunteer) }
      .map { (home.kilometres(to: demand.trips[$0].home), demand.bookings[$0].rider) }
      .sorted { $0 < $1 }
    return ranked.prefix(3).map(\.1)
  }
}
