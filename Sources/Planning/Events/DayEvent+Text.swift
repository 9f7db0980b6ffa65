extension DayEvent {
  /// `v07`, `v07@10:00`, `v07@10:00-12:00`, `v07@-10:00`: who is not available, and when; `nil` where it cannot be read.
  public init?(unavailable text: String) {
    let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = halves.first, !name.isEmpty else { return nil }
    guard halves.count == 2 else {
      self = .unavailable(resource: String(name), from: nil, until: nil)
      return
    }
    let ends = halves[1].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(ends.count) else { return nil }
    let times = ends.map { $0.isEmpty ? nil : ClockTime($0) }
    // A time that is none, or no time at all.
    guard zip(ends, times).allSatisfy({ $0.isEmpty || $1 != nil }),
      times.contains(where: { $0 != nil })
    else { return nil }
    self = .unavailable(
      resource: String(name), from: times[0], until: times.count == 2 ? times[1] : nil)
  }

  /// `tad03@10:15` or `tad03@10:15=market-46042`: which vehicle has broken down when, and where.
  public init?(brokenDown text: String) {
    let halves = text.split(separator: "@", maxSplits: 1)
    guard halves.count == 2 else { return nil }
    let rest = halves[1].split(separator: "=", maxSplits: 1)
    guard let time = rest.first.flatMap({ ClockTime(String($0)) }) else { return nil }
    self = .brokenDown(
      resource: String(halves[0]), at: time, place: rest.count == 2 ? String(rest[1]) : "")
  }

  /// `v07` or `v07=b012`: who declines the whole run, a booking or a leg.
  public init?(declined text: String) {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = halves.first, !name.isEmpty, halves.count == 1 || !halves[1].isEmpty else {
      return nil
    }
    self = .declined(resource: String(name), trip: halves.count == 2 ? String(halves[1]) : "")
  }

  /// `b012-1=10:30`: which leg is wished for at another time.
  public init?(moved text: String) {
    let halves = text.split(separator: "=", maxSplits: 1)
    guard halves.count == 2, let time = ClockTime(String(halves[1])) else { return nil }
    self = .moved(leg: String(halves[0]), time: time)
  }
}
