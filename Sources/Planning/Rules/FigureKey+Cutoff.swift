/// Until when an offer takes bookings (R58), with the meaning of GTFS-Flex's `prior_notice_last_day` and
/// `prior_notice_last_time`; an offer whose profile states neither takes them at any time.
///
/// - `cutoff_days`: days before the ride; 0 for the day itself;
/// - `cutoff_time`: hour of the clock on that day, 16.5 for 16:30; a call at that very time is in time;
/// - `cutoff_working_days`: only Mondays to Fridays that are no holidays of the territory count, so that Monday's rides
///   are booked on Friday;
/// - `cutoff_standby`: a later request is not refused but planned as standby.
extension FigureKey {
  static func cutoffDays(_ kind: RuleKind) -> FigureKey {
    FigureKey(kind, "cutoff_days", .count, optional: true)
  }
  static func cutoffTime(_ kind: RuleKind) -> FigureKey {
    FigureKey(kind, "cutoff_time", .time, optional: true)
  }
  static func cutoffWorkingDays(_ kind: RuleKind) -> FigureKey {
    FigureKey(kind, "cutoff_working_days", .flag, optional: true)
  }
  static func cutoffStandby(_ kind: RuleKind) -> FigureKey {
    FigureKey(kind, "cutoff_standby", .flag, optional: true)
  }

  /// Kinds of rules that are an offer's own.
  static let offerKinds: [RuleKind] = [.volunteer, .tad, .vsl, .taxi]

  static let cutoffs: [FigureKey] = offerKinds.flatMap {
    [cutoffDays($0), cutoffTime($0), cutoffWorkingDays($0), cutoffStandby($0)]
  }

  /// Optional figures that are missing though others given mean nothing without them.
  ///
  /// - Parameter given: names of the figures that a profile of the kind states.
  public static func missing(besides given: Set<String>, in kind: RuleKind) -> [FigureKey] {
    if kind == .objective { return missingForHistory(besides: given) }
    guard offerKinds.contains(kind),
      cutoffs.contains(where: { $0.kind == kind && given.contains($0.key) })
    else { return [] }
    return [cutoffDays(kind), cutoffTime(kind)].filter { !given.contains($0.key) }
  }
}
