extension FigureKey {
  /// Hour of the clock on the day before, 19 for 19:00, by which a plan should be published (R57); a territory without
  /// it has no such hour.
  static let publication = FigureKey(.objective, "publication_time", .time, optional: true)
}

extension RuleBook {
  /// When a plan should be published on the day before; `nil`: the rules name no hour.
  public var publicationTime: ClockTime? {
    figure(.publication).map { ClockTime(seconds: Self.seconds($0)) }
  }
}
