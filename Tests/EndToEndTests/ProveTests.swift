import Foundation
import Testing

/// `camin prove` on certificates made here, true and false ones.
@Suite struct ProveTests {
  private let scratch: Scratch
  private let instance = Shipped.instance("darp_ab/a2-16.txt")
  private let optimum = 294.25
  private let hash: String
  private let duals: [Double]

  /// Multipliers by which each request bears its share of the route that serves it in a solution.
  init() throws {
    scratch = try Scratch()
    let run = try Camin.run(
      "solve", instance, "--iterations", "400", "--json", "--out", scratch.path("s.json"))
    #expect(run.status == 0, "\(run.everything)")
    let solution = try object(run.output)
    hash = try #require(solution["inputHash"] as? String)
    let routes = try #require(solution["routes"] as? [[Int]])
    let nodes = try CordeauInstance(instance)
    var shares = [Double](repeating: 0, count: nodes.n)
    for route in routes {
      let riders = route.filter { $0 <= nodes.n }
      for rider in riders { shares[rider - 1] = nodes.cost(of: [route]) / Double(riders.count) }
    }
    duals = shares
  }

  private func certificate(
    _ claim: Double, duals: [Double]? = nil, hash: String? = nil, requests: Int = 16
  ) throws -> String {
    let members: [String: Any] = [
      "version": 1, "engine": "camin test", "input_hash": hash ?? self.hash, "requests": requests,
      "duals": duals ?? self.duals, "claimed_bound": claim, "lower_bound": claim,
      "proof": "column_generation", "relaxation": "as camin prove states it",
    ]
    let path = scratch.path("certificate-\(UUID().uuidString).json")
    try JSONSerialization.data(withJSONObject: members).write(to: URL(filePath: path))
    return path
  }

  private func proven(_ duals: [Double]) throws -> Double {
    let run = try Camin.run("prove", instance, try certificate(0, duals: duals), "--json")
    #expect(run.status == 0, "\(run.everything)")
    let verdict = try object(run.output)
    #expect(verdict["method"] as? String == "exact")
    return try #require(verdict["proven_bound"] as? Double)
  }

  @Test func confirmsWhatIsTrueAndNoMore() throws {
    let bound = try proven(duals)
    #expect(bound > 100 && bound < optimum, "\(bound)")
    let fair = try Camin.run("prove", instance, try certificate(bound))
    #expect(fair.status == 0 && fair.output.contains("est confirmée"), "\(fair.everything)")
    let raised = try Camin.run("prove", instance, try certificate(bound + 0.01), "--lang", "en")
    #expect(raised.status == 2 && raised.output.contains("not confirmed"), "\(raised.everything)")
    let quiet = try Camin.run("prove", instance, try certificate(bound), "--quiet")
    #expect(quiet.status == 0 && quiet.output.isEmpty, "\(quiet.everything)")
  }

  @Test func findsAChangedMultiplier() throws {
    let modest = [Double](repeating: 2, count: 16)
    #expect(abs(try proven(modest) - 32) < 1e-6, "no route is cheaper than 2 a rider")
    var changed = modest
    changed[3] = 1.5
    #expect(try Camin.run("prove", instance, try certificate(32, duals: changed)).status == 2)
    var greedy = duals
    greedy[0] += 100
    #expect(try proven(greedy) < optimum)
  }

  @Test func refusesAnotherInstance() throws {
    let other = Shipped.instance("darp_ab/a2-20.txt")
    for path in [
      try certificate(1), try certificate(1, hash: String(repeating: "0", count: 64)),
    ] {
      let run = try Camin.run("prove", other, path)
      #expect(run.status == 65 && run.errors.contains("other-input"), "\(run.everything)")
    }
    let copy = scratch.path("renamed.txt")
    try FileManager.default.copyItem(atPath: instance, toPath: copy)
    #expect(try Camin.run("prove", copy, try certificate(1)).status == 0, "the same problem")
  }

  @Test func tellsAllFaultsOfADamagedCertificate() throws {
    let path = scratch.path("bad.json")
    try Data(#"{"version": 3, "duals": [1, "x"], "proof": "faith"}"#.utf8)
      .write(to: URL(filePath: path))
    let run = try Camin.run("prove", instance, path, "--json")
    #expect(run.status == 65, "\(run.everything)")
    let faults = try #require(try object(run.errors)["faults"] as? [[String: Any]])
    #expect(faults.count >= 7, "\(faults)")
    #expect(try Camin.run("prove", instance, scratch.path("none.json")).status == 66)
    #expect(try Camin.run("prove", scratch.path("none.txt"), path).status != 0)
  }

  /// The bound that a run states, written down and proven again.
  @Test(arguments: ["solve", "plan"])
  func provesWhatARunCertifies(command: String) throws {
    let data = command == "solve" ? instance : Shipped.small
    let file = scratch.path("run.cert.json")
    let run = try Camin.run([
      command, data, "--time-limit", "4", "--out", scratch.path("out"), "--certificate", file,
      "--quiet",
    ])
    #expect(run.status == 0, "\(run.everything)")
    let certificate = try object(scratch.text("run.cert.json"))
    let claim = try #require(certificate["claimed_bound"] as? Double)
    #expect(claim > 0 && certificate["proof"] as? String != "trivial", "a bound of \(claim)")
    let proof = try Camin.run("prove", data, file)
    #expect(proof.status == 0, "\(proof.everything)")
  }

  @Test func provesOverAScenario() throws {
    let run = try Camin.run("schema", "certificate")
    #expect(run.status == 0 && run.output.contains("claimed_bound"))
    let wrong = try Camin.run("prove", Shipped.small, try certificate(1))
    #expect(wrong.status == 65 && wrong.errors.contains("other-input"), "\(wrong.everything)")
  }
}
