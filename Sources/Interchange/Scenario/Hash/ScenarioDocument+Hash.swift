public import Planning

extension ScenarioDocument {
  /// SHA-256 of the scenario's canonical JSON: equal for a folder and a document of the same content.
  ///
  /// Where roads and timetables are named counts for nothing, since it depends on where the day is kept; the times themselves
  /// have a hash of their own (`TravelProvenance`).
  public static func hash(_ scenario: Scenario) -> String {
    var content = scenario
    content.territory.roads = nil
    content.territory.transit = nil
    return SHA256.hex(text(content).utf8)
  }
}
