import Foundation

/// The rules of axe-core, run within a page; its script is not Camin's and is where `CAMIN_AXE` says.
enum AxeRules {
  private static let script = ProcessInfo.processInfo.environment["CAMIN_AXE"].flatMap {
    try? String(contentsOfFile: $0, encoding: .utf8)
  }

  static var areThere: Bool { script != nil }

  /// What is known to be wrong with a page as it stands: rule, element, what would mend it.
  static func faults(_ browser: Browser) throws -> [String] {
    guard let script else { return ["no axe-core"] }
    try browser.value(script)
    let found = try browser.value(
      """
      axe.run(document).then(found => found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)))
      """)
    return found as? [String] ?? ["no answer"]
  }
}
