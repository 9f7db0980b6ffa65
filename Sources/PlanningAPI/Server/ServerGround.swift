internal import Desk
internal import TravelTimes

/// What the server lends every day that it is asked about: roads and timetables, open between questions.
struct ServerGround: Sendable {
  /// What road times come from; `nil`: estimates.
  let roads: RoadSource?
  let cache: RoadCache?
  /// Published timetables, for days whose rules leave riders to them (R12).
  let feeds: [String]
  let timetables = KeptFeeds(most: 4)

  init(_ settings: ServerSettings) {
    roads = settings.roads?.kept(in: KeptRoads())
    cache = settings.roadsCache
    feeds = settings.feeds
  }
}
