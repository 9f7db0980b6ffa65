public import Planning

extension FeedReading {
  /// The same, with what a day brings to light: calendars that ended before it.
  public func seen(on date: PlanDate) -> FeedReading {
    var log = notices
    for service in feed.services {
      guard let last = service.lastDay, last < date else { continue }
      log.add(
        Notice(
          .expiredCalendar, file: service.period == nil ? "calendar_dates.txt" : "calendar.txt",
          field: "service_id", value: service.id + ": " + last.text))
    }
    return FeedReading(feed: feed, notices: log, isUsable: isUsable)
  }
}

extension TransitService {
  /// The last day that it may run on; `nil` where it never does.
  fileprivate var lastDay: PlanDate? {
    ((period.map { [$0.upperBound] } ?? []) + added).max()
  }
}
