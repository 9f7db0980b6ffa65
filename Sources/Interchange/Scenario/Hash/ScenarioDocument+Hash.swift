public import Planning

extension ScenarioDocument {
  /// SHA-256 of the scenario's canonical JSON: equal for a folder and a document of the same content.
  public static func hash(_ scenario: Scenario) -> String { SHA256.hex(text(scenario).utf8) }
}
