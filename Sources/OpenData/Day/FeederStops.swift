internal import Foundation
public import Planning
internal import TravelTimes

/// Stops of scheduled transport as places that rides can lead to.
///
/// A place of the day that is a station, and so near that it is the same, stands for a stop; any other stop becomes a
/// place of its own. What the rules ask of the place it lies in (commune, TAD zones) it has from the day's nearest place.
public struct FeederStops: Sendable {
  /// A stop, by where it is.
  struct Stop: Sendable {
    var place: Place
    /// Trains call there, or coaches alone.
    var isRail: Bool
  }
  /// One a station, in the feeds' order.
  let stops: [Stop]

  /// - Returns: `nil` where the time zone is unknown.
  public init?(_ scenario: Scenario, feeds: [Feed], ways: Ways) {
    let territory = scenario.territory
    guard
      let table = Timetable(
        feeds, date: territory.date, timeZone: territory.timeZone, accessible: false, ways: ways)
    else { return nil }
    var byName: [String: [Int]] = [:]
    var found: [(number: Int, stop: TransitStop, isRail: Bool)] = []
    for number in table.servedStops {
      let stop = table.stop(number)
      let isRail = table.callsRail(number)
      // Platforms, and the two sides of a road, are one stop to whoever is driven there.
      let key = StopMatching.plain(stop.name)
      let known = byName[key]?.first {
        found[$0].stop.place.crowMetres(to: stop.place) <= ways.rule.longestChange
      }
      if let known {
        found[known].isRail = found[known].isRail || isRail
        continue
      }
      byName[key, default: []].append(found.count)
      found.append((number, stop, isRail))
    }
    // Several may stand at one station of the day, and no two places have one id.
    var byPlace: [String: Int] = [:]
    var stops: [Stop] = []
    for one in found {
      let place = Self.place(
        id: table.stopId(one.number), one.stop, isRail: one.isRail, in: scenario, near: ways.rule)
      if let known = byPlace[place.id] {
        if stops[known].place == place { stops[known].isRail = stops[known].isRail || one.isRail }
        continue
      }
      byPlace[place.id] = stops.count
      stops.append(Stop(place: place, isRail: one.isRail))
    }
    self.stops = stops
  }

  private static func place(
    id: String, _ stop: TransitStop, isRail: Bool, in scenario: Scenario, near rule: WalkRule
  ) -> Place {
    func way(_ place: Place) -> Double { place.coordinate.crowMetres(to: stop.place) }
    let nearest = scenario.places.min { way($0) < way($1) }
    let station = scenario.places.filter { $0.kind == "station" }.min { way($0) < way($1) }
    if let station, way(station) <= rule.longestChange { return station }
    var place = Place(
      id: self.id(of: id), name: stop.name, latitude: stop.place.latitude,
      longitude: stop.place.longitude, kind: "station")
    guard let nearest else { return place }
    place.commune = nearest.commune
    place.communeClass =
      nearest.communeClass == .urban && isRail ? .hub : nearest.communeClass
    if way(nearest) <= rule.longest { place.zones = nearest.zones }
    return place
  }

  /// What ids of places begin with that are stops of timetables.
  public static let idPrefix = "stop:"

  /// `feed:id` with the signs that ids of places have, and no longer than these may be.
  private static func id(of stop: String) -> String {
    let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_.:"))
    let signs = stop.unicodeScalars.map { $0.isASCII && allowed.contains($0) ? Character($0) : "-" }
    return idPrefix + String(signs.suffix(59))
  }

  /// The nearest stops to a place within reach: stations first, since trains save most, then others.
  func near(_ place: Place, _ rule: FeederRule) -> [Place] {
    let ranked = stops.map { (way: $0.place.coordinate.crowMetres(to: place.coordinate), stop: $0) }
      .filter { $0.way <= rule.reach }
      .sorted { ($0.way, $0.stop.place.id) < ($1.way, $1.stop.place.id) }
    let rail = ranked.filter(\.stop.isRail).prefix((rule.stops + 1) / 2)
    let others = ranked.filter { !$0.stop.isRail }.prefix(rule.stops - rail.count)
    return (rail + others).map(\.stop.place)
  }

  /// Places that feeder trips of a day may lead to and that are none of its places yet.
  public func missing(from scenario: Scenario, rule: FeederRule) -> [Place] {
    let places = Dictionary(
      scenario.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var known = Set(places.keys)
    var found: [Place] = []
    for booking in scenario.bookings {
      for (order, door) in FeederFinder.doors(of: booking) {
        guard order != nil, let place = places[door] else { continue }
        for stop in near(place, rule) where known.insert(stop.id).inserted { found.append(stop) }
      }
    }
    return found.sorted { $0.id < $1.id }
  }
}

extension Timetable {
  /// Whether some train calls at the stop.
  fileprivate func callsRail(_ stop: Int) -> Bool {
    (atStopFirst[stop]..<atStopFirst[stop + 1]).contains { entry in
      let pattern = Int(atStopPattern[Int(entry)])
      let instance = instances[Int(tripFirst[pattern])]
      let feed = feeds[Int(instance.feed)]
      return feed.routes[Int(feed.trips[Int(instance.trip)].route)].isRail
    }
  }
}
