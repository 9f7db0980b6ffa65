public import Planning
public import Reporting
internal import TravelTimes

/// What people are handed of a plan of a day, made with all that the day tells: prices, roads, the plan told before.
public struct PaperMaking: Sendable {
  public let input: DayInput
  public let plan: Plan
  /// The plan that people were told.
  public var previous: Plan?
  /// Names and telephone numbers, joined here and nowhere before (R56).
  public var contacts = ContactBook()
  public var issue: PaperIssue
  public var isLarge = false
  /// What scheduled transport would do for each leg; `nil`: no timetables are known.
  public var alternatives: [LegAlternative]?
  /// The report, where it was made with the plan; `nil`: it is made here, roads and all.
  public var madeReport: PlanReport?

  public init(input: DayInput, plan: Plan, issue: PaperIssue) {
    self.input = input
    self.plan = plan
    self.issue = issue
  }

  public func papers(_ language: Language) -> PaperSet {
    PaperSet(
      plan: plan, scenario: input.scenario, language: language, issue: issue, contacts: contacts,
      prices: RidePrices(DayTariff(of: plan, on: input.day)), previous: previous, isLarge: isLarge)
  }

  /// The page and tables without names, and why roads are not drawn where they are not.
  public func report(_ language: Language) -> (report: PlanReport, undrawn: [Fault]) {
    if let madeReport { return (madeReport, []) }
    var roads: RoadLines?
    var undrawn: [Fault] = []
    if let source = input.travel.roads {
      do throws(RoadError) {
        roads = try RoadLines(
          of: plan, in: input.scenario, on: source, named: input.travel.provenance.source)
      } catch {
        undrawn = error.faults
      }
    }
    let report = PlanReport(
      plan: plan, scenario: input.scenario, language: language, roads: roads,
      alternatives: alternatives)
    return (report, undrawn)
  }
}
