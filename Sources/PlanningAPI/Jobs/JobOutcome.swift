internal import Foundation
internal import Planning

/// What a job ended with, beside the plan itself, as the file keeps it.
struct JobOutcome: Codable, Sendable {
  /// Key figures of the plan.
  struct Figures: Codable, Sendable {
    var bookings: Int
    var servedBookings: Int
    var legs: Int
    var servedLegs: Int
    var runs: Int
    var kilometres: Double
    var planHash: String
    var objective: Double
    var lowerBound: Double?
    var gap: Double?
    var optimal: Bool?
    var iterations: Int
    var elapsed: Double
  }

  /// Why there is no plan.
  struct Reason: Codable, Sendable {
    var kind: ProblemKind
    var detail: Bilingual
    var faults: [KeptFault] = []
  }

  /// Who ended it before its limits.
  enum Ender: String, Codable, Sendable {
    case client, server
  }

  var figures: Figures?
  var reason: Reason?
  var endedBy: Ender?
  var warnings: [KeptFault] = []

  var json: String { String(decoding: (try? JSONEncoder().encode(self)) ?? Data(), as: UTF8.self) }

  init(
    figures: Figures? = nil, reason: Reason? = nil, endedBy: Ender? = nil, warnings: [Fault] = []
  ) {
    self.figures = figures
    self.reason = reason
    self.endedBy = endedBy
    self.warnings = warnings.map(KeptFault.init)
  }

  init(_ problem: Problem) {
    self.init(
      reason: Reason(
        kind: problem.kind, detail: problem.detail, faults: problem.faults.map(KeptFault.init)))
  }

  init?(json: String?) {
    guard let json, let read = try? JSONDecoder().decode(JobOutcome.self, from: Data(json.utf8))
    else { return nil }
    self = read
  }
}

extension JobOutcome.Reason {
  var problem: Problem {
    var problem = Problem(kind, fr: detail.fr, en: detail.en)
    problem.faults = faults.map(\.fault)
    return problem
  }
}

/// A fault in both languages, to be told later to whoever asks.
struct KeptFault: Codable, Sendable {
  var code: String
  var line: Int?
  var pointer: String?
  var field: String
  var value: String
  var cause: Bilingual
  var remedy: Bilingual

  init(_ fault: Fault) {
    code = fault.code
    line = fault.place.line
    pointer = fault.place.pointer
    field = fault.field
    value = fault.value
    cause = fault.cause
    remedy = fault.remedy
  }

  var fault: Fault {
    Fault(
      code: code, place: FaultPlace(file: "request", line: line, pointer: pointer), field: field,
      value: value, cause: cause, remedy: remedy)
  }
}
