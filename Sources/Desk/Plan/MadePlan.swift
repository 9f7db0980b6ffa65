public import Interchange
public import Planning
public import Reporting
internal import TravelTimes

/// A plan that was checked.
public struct MadePlan: Sendable {
  public let plan: Plan
  public let scenario: Scenario
  /// The day as the plan has it: legs that it serves as feeder trips are such.
  public let day: Day
  /// Rules broken since the coordinator has decided so (R41).
  public let decided: [PlanViolation]
  /// Who was told the plan before, where there is one.
  public var audience = Audience.everybody
  /// What to draw the runs along; `nil`: straight lines.
  public private(set) var roads: RoadLines?
  /// What scheduled transport would do for each leg; `nil`: no timetables are known.
  public private(set) var alternatives: [LegAlternative]?

  /// Finds the roads to draw.
  ///
  /// - Returns: why there are none though the times are of roads: a server that has fallen silent meanwhile is no
  ///   reason to lose the plan.
  public mutating func drawRoads(of travel: DayTravel) -> [Fault] {
    guard let source = travel.roads else { return [] }
    do throws(RoadError) {
      roads = try RoadLines(
        of: plan, in: day.scenario, on: source, named: travel.provenance.source)
      return []
    } catch {
      return error.faults
    }
  }

  /// Finds what scheduled transport would do, where the day names timetables.
  ///
  /// - Parameter base: where the day was read, from which it names them.
  /// - Returns: why there is nothing though it names some.
  public mutating func findAlternatives(of input: DayInput, in base: String) -> [Fault] {
    let (found, faults) = input.alternatives(in: base)
    alternatives = found
    return faults
  }

  public func report(_ language: Language) -> PlanReport {
    PlanReport(
      plan: plan, scenario: day.scenario, language: language, roads: roads,
      alternatives: alternatives, audience: audience)
  }

  /// `plan.json` and the report.
  public func files(language: Language) throws(Failure) -> [OutputFile] {
    let document: String
    do throws(Faults) {
      document = try PlanDocument.text(plan)
    } catch {
      throw Failure(.internalError, error.faults)
    }
    return [OutputFile("plan.json", text: document)]
      + report(language).files.map { OutputFile($0.name, text: $0.text) }
  }
}
