internal import Desk
internal import DialARide
internal import Optimizer
internal import Planning

/// What `camin plan --json` tells: where the plan is, and how the day looks.
struct PlanResult: Encodable {
  let folder: String
  let files: [String]
  let date: String
  let territory: String
  let approximate: Bool
  let indicators: Indicators
  let tiers: [Tier]
  /// Legs that somebody outside the scheme drives.
  let outside: [OutsideRide]
  let unserved: [UnservedBooking]
  /// Bookings that came after a deadline, served only where nobody else is the worse for it.
  let standby: [String]
  /// What differs from the plan told before; absent without one.
  let changes: PlanChanges?
  let decidedViolations: [PlanViolation]
  let warnings: [FaultItem]
  let seed: UInt64
  let iterations: Int
  /// Seconds of search.
  let elapsed: Double
  let interrupted: Bool
  /// What was minimised: cost of the runs and weights of what is not served.
  let objective: Double
  let lowerBound: Double?
  /// `(objective - lower_bound) / objective`.
  let gap: Double?
  let proof: ProvenBound.Proof?
  let optimal: Bool?
  let planHash: String
  /// What robustness has brought, and what it costs; absent without `--robust`.
  let robust: Robustness?
  /// Papers written besides; absent without `--papers`.
  let papers: SheetsResult?

  /// A plan without slack, and the one kept, as they were rehearsed.
  struct Robustness: Encodable {
    let before: RobustOutcome.Standing
    let after: RobustOutcome.Standing
    /// The best plan with slack that cost more than it was worth; absent where there was none.
    let refused: RobustOutcome.Standing?
    let price: Double
    let rounds: Int
    let kept: Int
  }

  init(
    _ made: MadePlan, folder: String, files: [String], warnings: [Fault],
    _ outcome: SearchRunner.Outcome, robust loosened: RobustOutcome? = nil,
    papers: SheetsResult? = nil
  ) {
    self.folder = folder
    self.files = files
    date = made.plan.date.text
    territory = made.plan.territory
    approximate = made.plan.approximate
    indicators = made.plan.indicators
    tiers = made.plan.tiers
    outside = made.plan.outside
    unserved = made.plan.unserved
    standby = made.plan.standby
    changes = made.plan.changes
    decidedViolations = made.decided
    self.warnings = warnings.map(FaultItem.init)
    seed = made.plan.provenance.seed
    iterations = outcome.result.iterations
    elapsed = outcome.result.elapsed
    interrupted = outcome.wasInterrupted
    objective = outcome.result.cost.total
    lowerBound = made.plan.proof?.lowerBound
    gap = made.plan.proof?.gap
    proof = made.plan.proof?.proof
    optimal = made.plan.proof?.isOptimal
    planHash = made.plan.provenance.planHash
    self.papers = papers
    robust = loosened.map {
      Robustness(
        before: $0.before, after: $0.after, refused: $0.refused, price: $0.price,
        rounds: $0.rounds, kept: $0.kept)
    }
  }
}
