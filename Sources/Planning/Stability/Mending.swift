public import Optimizer

/// Mends a plan told (R43), and again where what comes out cannot be (R50): somebody would have had to leave before now,
/// or a run cannot be driven at the very times that it was.
public enum Mending {
  public struct Outcome: Sendable {
    /// The plan told, with what had to be held on the way.
    public var published: PublishedPlan
    public var compiled: CompiledDay
    public var result: SearchResult
  }

  private static let mostRounds = 4
  /// Part of the first round's limits that each further one gets.
  private static let shareOfRound = 0.25

  /// - Parameters:
  ///   - compile: the day after the plan told.
  ///   - search: mends it, within that part of the limits.
  public static func run(
    _ told: PublishedPlan, compile: (PublishedPlan) throws -> CompiledDay,
    search: (CompiledDay, Double) throws -> SearchResult
  ) throws -> Outcome {
    let compiled = try compile(told)
    var outcome = Outcome(
      published: told, compiled: compiled, result: try search(compiled, 1))
    for _ in 1..<mostRounds {
      let lost = outcome.compiled.lostPast(in: outcome.result.solution)
      let early = outcome.compiled.leftTooEarly(in: outcome.result.solution)
      guard !lost.isEmpty || !early.isEmpty else { break }
      outcome.published.past?.notBefore.merge(early) { max($0, $1) }
      for resource in lost { outcome.published.past?.loosen(resource) }
      outcome.published.voided.formUnion(outcome.published.past?.legs(of: lost) ?? [])
      outcome.compiled = try compile(outcome.published)
      outcome.result = try search(outcome.compiled, lost.isEmpty ? shareOfRound : 1)
    }
    return outcome
  }
}

extension DrivenPast {
  /// Stops of a resource keep their order, no longer their times.
  mutating func loosen(_ resource: String) {
    let count = visits[resource]?.count ?? 0
    for index in 0..<count { visits[resource]?[index].isExact = false }
  }

  func legs(of resources: [String]) -> [String] {
    resources.flatMap { visits[$0] ?? [] }.map(\.leg)
  }
}
