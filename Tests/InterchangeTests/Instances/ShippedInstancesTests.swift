import DialARide
import Interchange
import Testing

@Suite("Instances that come with the repository")
struct ShippedInstancesTests {
  @Test("every file reads and builds a problem", arguments: ShippedInstances.names)
  func builds(_ name: String) throws {
    let instance = try ShippedInstances.read(name)
    let problem = try instance.problem()
    #expect(problem.requestCount > 0)
    #expect(problem.unservedPenalty.allSatisfy { $0 == .infinity })
    for stop in 0..<2 * problem.requestCount {
      let node = try #require(instance.numbering.node(ofStop: stop))
      #expect(instance.numbering.stop(ofNode: node) == stop)
      #expect(Int(problem.location[stop]) == node)
    }
  }

  @Test("every best-known value is of a shipped file with as many requests and enough vehicles")
  func bestKnownValues() throws {
    #expect(ShippedInstances.names.count == 38 + 10 + 56 + 30 + 12 + 16)
    try check("best_known_darp_ab.csv", "darp_ab", ".txt", requests: 1, vehicles: 2, rows: 38)
    try check("best_known_darp_pr.csv", "darp_pr", "", requests: 2, vehicles: 3, rows: 10)
    try check("best_known_li_lim.csv", "li_lim_100", ".txt", vehicles: 2, rows: 86)
    try check("best_known_sartori_buriol.csv", "sartori_buriol", ".txt", vehicles: 2, rows: 16)
    try check("best_known_mdhdarp.csv", "mdhdarp", ".txt", rows: 12)
  }

  private func check(
    _ table: String, _ folder: String, _ suffix: String, requests: Int? = nil,
    vehicles: Int? = nil, rows: Int
  ) throws {
    let lines = try ShippedInstances.table(table)
    #expect(lines.count == rows, "\(table)")
    for line in lines {
      // The instances of 200 tasks have their own folder, and capitals in their names.
      let isLarge = line[0].contains("_2_")
      let path = isLarge ? "li_lim_200/\(line[0].uppercased())" : "\(folder)/\(line[0])"
      let draft = try ShippedInstances.read(path + suffix).draft
      if let requests { #expect("\(draft.requests.count)" == line[requests]) }
      if let vehicles, let needed = Int(line[vehicles]) {
        #expect(draft.vehicles.count >= needed)
      }
    }
  }
}
