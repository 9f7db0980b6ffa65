internal import Desk
internal import Optimizer
internal import Planning

/// What `camin replan --json` tells.
struct ReplanResult: Encodable {
  let folder: String
  let files: [String]
  let date: String
  let events: [Bilingual]
  let indicators: Indicators
  let tiers: [Tier]
  let unserved: [UnservedBooking]
  let changes: PlanChanges
  let calls: [PhoneCall]
  /// Decisions that the events have overtaken.
  let lifted: [PlanLock]
  let decidedViolations: [PlanViolation]
  let warnings: [FaultItem]
  let iterations: Int
  /// Seconds of search.
  let elapsed: Double
  let interrupted: Bool
  let planHash: String

  init(
    events: [Bilingual], _ outcome: Replanning.Outcome, folder: String, files: [String],
    warnings: [Fault]
  ) {
    self.events = events
    self.folder = folder
    self.files = files
    let plan = outcome.made.plan
    date = plan.date.text
    indicators = plan.indicators
    tiers = plan.tiers
    unserved = plan.unserved
    changes = outcome.changes
    calls = outcome.calls
    lifted = outcome.lifted
    decidedViolations = outcome.made.decided
    self.warnings = warnings.map(FaultItem.init)
    iterations = outcome.search.result.iterations
    elapsed = outcome.search.result.elapsed
    interrupted = outcome.search.wasInterrupted
    planHash = plan.provenance.planHash
  }
}
