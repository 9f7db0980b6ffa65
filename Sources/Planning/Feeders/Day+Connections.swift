extension Day {
  /// The same day with feeder trips that legs may take in place of through rides, by leg id, the best first.
  public func offering(_ connections: [String: [Connection]]) -> Day {
    var day = self
    day.connections = connections.filter { !$0.value.isEmpty }
    return day
  }

  /// The same day with legs as feeder trips; what it offers besides stays.
  ///
  /// - Throws: `Faults` where a stop is none of the day's places.
  public func taking(_ connections: [Connection]) throws(Faults) -> Day {
    if connections.isEmpty { return self }
    return try Day(scenario.taking(connections), rules: rules, travel: travel)
      .steering(steered).offering(self.connections)
  }
}
