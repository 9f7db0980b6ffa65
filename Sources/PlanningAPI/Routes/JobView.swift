internal import Foundation
internal import PlanStore
internal import Planning

/// A job as clients see it.
struct JobView: Encodable {
  let id: String
  let kind: String
  let state: String
  let stopping: Bool
  let legs: Int
  let attempts: Int
  let submittedAt: Date
  let startedAt: Date?
  let endedAt: Date?
  let queuePosition: Int?
  let incumbent: Incumbent?
  let result: JobOutcome.Figures?
  let failure: ProblemDocument?
  let endedBy: String?
  let warnings: [FaultDocument]
  let links: [String: String]

  /// - Parameter position: jobs that are begun before it.
  init(_ job: Job, position: Int?, _ language: Language) {
    let status = job.status
    id = job.id
    kind = job.kind.rawValue
    state = status.state.rawValue
    stopping = !status.state.isOver && status.ender != nil
    legs = job.legs
    attempts = status.attempts
    submittedAt = job.submittedAt
    startedAt = status.startedAt
    endedAt = status.endedAt
    queuePosition = position
    incumbent = status.incumbent
    result = status.outcome?.figures
    failure = status.outcome?.reason.map { ProblemDocument($0.problem, language, request: nil) }
    endedBy = status.outcome?.endedBy?.rawValue
    warnings = (status.outcome?.warnings ?? []).map { FaultDocument($0.fault, language) }
    links = Self.links(of: job.id, hasResult: status.resultHash != nil)
  }

  private static func links(of id: String, hasResult: Bool) -> [String: String] {
    let own = "/v1/jobs/" + id
    var links = ["self": own, "events": own + "/events"]
    guard hasResult else { return links }
    for part in ["result", "geojson", "summary", "page", "sheets", "runs"] {
      links[part] = own + "/" + part
    }
    return links
  }
}

struct JobListView: Encodable {
  let jobs: [JobView]
}
