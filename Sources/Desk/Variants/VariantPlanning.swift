internal import DialARide
public import Optimizer
public import Planning

/// Plans a day and variants of it by the same search, each with the same limits (R48).
public struct VariantPlanning {
  public let input: DayInput
  /// The plan that people were told, from which each variant starts and changes to which are priced; `nil`: each is planned
  /// anew.
  public let published: PublishedPlan?
  public private(set) var options: SolverOptions

  public init(_ input: DayInput, after published: PublishedPlan? = nil, options: SolverOptions) {
    self.input = input
    self.published = published
    self.options = options
    // Time goes to the plans.
    self.options.provesBound = false
  }

  /// The day as it is comes first.
  ///
  /// - Parameter search: runs a search; one of `SearchThread` where nobody wants to see how it goes.
  /// - Throws: `Failure` with everything that cannot be changed so, over all variants.
  public func plans(
    _ variants: [DayVariant], asIs: String,
    search: (DayInput, CompiledDay, SolverOptions) throws -> SearchOutcome
  ) throws -> [(name: String, made: MadePlan)] {
    let inputs = try inputs(variants, asIs)
    return try inputs.map { name, input in
      let compiled = try input.compiled()
      let outcome =
        compiled.problem.requestCount > 0
        ? try search(input, compiled, options) : SearchOutcome(result: Self.nobody(compiled))
      let made = try PlanMaking(input: input, compiled: compiled, options: options)
        .plan(from: outcome)
      return (name, made)
    }
  }

  private func inputs(_ variants: [DayVariant], _ asIs: String) throws(Failure) -> [(
    String, DayInput
  )] {
    var inputs: [(String, DayInput)] = []
    var faults: [Fault] = []
    for variant in [DayVariant(name: asIs, changes: [])] + variants {
      do throws(Faults) {
        let scenario = try variant.scenario(of: input.scenario)
        do throws(Failure) {
          inputs.append((variant.name, try input.changed(scenario, after: published)))
        } catch {
          faults += error.faults
        }
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw Failure(.badData, faults) }
    return inputs
  }

  private static func nobody(_ compiled: CompiledDay) -> SearchResult {
    let nobody = Solution(routes: [], unserved: [])
    return SearchResult(
      solution: nobody, cost: nobody.cost(in: compiled.problem), iterations: 0, elapsed: 0,
      poolImprovements: 0)
  }
}
