internal import Desk
internal import Foundation
internal import Interchange
internal import PlanStore
internal import Planning
internal import Reporting

/// What people read of a job's plan; the server knows no names, so pseudonyms stand in all of it.
struct JobPapers: Sendable {
  let service: PlanningService
  let job: Job
  let language: Language

  /// - Parameter forPage: what buses and trains would do stands on the page alone.
  func report(forPage: Bool = false) throws -> PlanReport {
    let (request, plan) = try read()
    return service.report(plan, of: request, language, forPage: forPage)
  }

  /// Sheets, lists and summary as `camin sheets` writes them, in one page.
  func sheets() throws -> String {
    let (request, plan) = try read()
    do {
      let input = try DayInput(request, on: service.ground).following(plan)
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
    var request = try PlanningRequest.checked(body, .of(job.kind))
    let plan = try PlanDocument.read(json: document).plan
    // A plan mended is one of the day as events have left it.
    if let content = request.events, let told = request.previous {
      let input = try DayInput(request, on: service.ground)
      request.scenario = try ChangedDay(
        input.day, after: told, content.events, now: content.now,
        keepsTimes: request.options.keepsTimes ?? true
      ).scenario(holding: plan, clock: input.day.clock)
    }
    return (request, plan)
  }
}
