public import Foundation
internal import Interchange
public import PlanStore
internal import Planning

extension RunRecord {
  /// The record of a plan that was made.
  ///
  /// - Parameters:
  ///   - document: `plan.json` as written.
  ///   - command: what made it, one word.
  public init(_ made: MadePlan, document: [UInt8], command: String, at moment: Date) {
    let plan = made.plan
    let indicators = plan.indicators
    let method = plan.provenance.method
    self.init(
      at: moment, command: command,
      engine: plan.provenance.engine + (method == .search ? "" : ", " + method.rawValue),
      scenarioHash: plan.provenance.scenarioHash, planHash: SHA256.hex(document),
      territory: plan.territory, date: plan.date, profiles: plan.profiles,
      seed: plan.provenance.seed, iterations: plan.provenance.iterations,
      timeLimit: plan.provenance.timeLimit, tiers: plan.tiers,
      served: indicators.servedBookings, unserved: indicators.bookings - indicators.servedBookings,
      locks: made.scenario.locks.count, exitStatus: Int(ExitStatus.ok.rawValue))
  }
}
