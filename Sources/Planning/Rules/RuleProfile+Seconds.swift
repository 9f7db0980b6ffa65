extension RuleProfile {
  /// Value of a time in whole seconds; `nil` where the profile does not state it.
  public func seconds(_ key: FigureKey) -> Int? { figures[key.key].map(RuleBook.seconds) }
}
