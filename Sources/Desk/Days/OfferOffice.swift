public import Planning
public import TravelTimes

/// Answers who could carry somebody on the days of a shelf. Days, roads and timetables stay open for the next who asks,
/// until their files change.
public final class OfferOffice: Sendable {
  private struct Ready: Sendable {
    let input: DayInput
    let desk: OfferDesk
  }

  private let shelf: DayShelf
  private let roads: RoadSource?
  private let cache: RoadCache?
  private let feeds: [String]
  private let days = KeptOpen<PlanDate, Ready?>(most: 8)
  private let keptFeeds: KeptFeeds

  /// - Parameters:
  ///   - roads: what road times come from; `nil`: estimates.
  ///   - feeds: published timetables; none: offers tell of the territory's own drivers alone.
  ///   - kept: where they stay open.
  public init(
    _ shelf: DayShelf, roads: RoadSource?, cache: RoadCache?, feeds: [String], kept: KeptFeeds
  ) {
    self.shelf = shelf
    self.roads = roads
    self.cache = cache
    self.feeds = feeds
    keptFeeds = kept
  }

  /// - Parameter fault: how the caller tells what is wrong with the wish.
  /// - Returns: `nil` where the shelf has no such day.
  /// - Throws: `Failure` with all that is wrong with the wish, or with the day.
  public func offers(
    _ wish: OfferWish, on date: PlanDate, fault: (OfferWish.Complaint) -> Fault
  ) throws(Failure) -> Offers? {
    guard let ready = try ready(date) else { return nil }
    return try ready.desk.offers(wish.query(on: ready.input, fault: fault))
  }

  private func ready(_ date: PlanDate) throws(Failure) -> Ready? {
    // What a store is told last stands in its log until that is folded in.
    let files = [shelf.path, shelf.path + "-wal"] + feeds + (roads?.files ?? [])
    return try storing { try days.value(date, from: files) { try prepare(date) } }
  }

  private func prepare(_ date: PlanDate) throws -> Ready? {
    guard let content = try shelf.day(date) else { return nil }
    let input = try DayInput(
      content.scenario, warnings: content.warnings, travel: roads, cache: cache)
    let transit =
      feeds.isEmpty
      ? nil
      : try DayTransit(feeds, rules: input.day.rules, travel: input.travel, kept: keptFeeds)
    return Ready(input: input, desk: OfferDesk(input, travel: roads, transit: transit))
  }
}
