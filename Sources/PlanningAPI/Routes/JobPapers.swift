internal import Desk
internal import Foundation
internal import Interchange
internal import PlanStore
internal import Planning
internal import Reporting
internal import TravelTimes

/// What people read of a job's plan; the server knows no names, so pseudonyms stand in all of it.
struct JobPapers: Sendable {
  let service: PlanningService
  let job: Job
  let language: Language

  /// Roads are drawn where the server has some.
  func report() throws -> PlanReport {
    let (request, plan) = try read()
    return PlanReport(
      plan: plan, scenario: request.scenario, language: language, roads: lines(of: plan, request))
  }

  /// Sheets, lists and summary as `camin sheets` writes them, in one page.
  func sheets() throws -> String {
    let (request, plan) = try read()
    do {
      let input = try DayInput(
        request, roads: service.settings.roads, cache: service.settings.roadsCache)
      let zone = request.scenario.territory.timeZone
      let issue = PaperIssue(
        number: request.previous == nil ? 1 : 2,
        at: LocalMoment(job.status.endedAt ?? Date(), in: zone))
      var making = PaperMaking(input: input, plan: plan, issue: issue)
      making.previous = request.previous
      return making.papers(language).whole.text
    } catch {
      throw Problem(any: error, base: request.base)
    }
  }

  private func read() throws -> (PlanningRequest, Plan) {
    guard let body = try service.file.request(of: job.id),
      let document = try service.file.result(of: job.id)
    else { throw Problem(.noResult) }
    return (
      try PlanningRequest.checked(body, .of(job.kind)), try PlanDocument.read(json: document).plan
    )
  }

  /// A source of roads that has fallen silent since is no reason to show nothing.
  private func lines(of plan: Plan, _ request: PlanningRequest) -> RoadLines? {
    let settings = service.settings
    guard let source = settings.roads, let rules = try? RuleBook(for: request.scenario),
      let travel = try? DayTravel(request.scenario, rules, source, cache: settings.roadsCache),
      let roads = travel.roads
    else { return nil }
    return try? RoadLines(
      of: plan, in: request.scenario, on: roads, named: travel.provenance.source)
  }
}
