/// Writes answers as VROOM does: whole numbers, arrays even where they are empty, keys of ours only added.
public enum VroomDocument {
  /// What VROOM's `code` says, which is the exit status of the command too.
  public enum Code: Int, Sendable {
    case ok = 0
    case internalError = 1
    case inputError = 2
    case routingError = 3
    /// Said by vroom-express alone.
    case tooLarge = 4

    /// The status that vroom-express answers with.
    public var httpStatus: Int {
      switch self {
      case .ok: 200
      case .internalError, .routingError: 500
      case .inputError: 400
      case .tooLarge: 413
      }
    }
  }

  /// A document that says why there is no answer: the first fault in VROOM's key, all of them in ours.
  public static func refusal(
    _ code: Code, _ faults: [VroomFault], warnings: [VroomWarning] = []
  ) -> String {
    var members: [String: JSONItem] = [
      "code": .integer(code.rawValue),
      "error": .string(faults.first?.message ?? "Internal error."),
      "errors": .array(
        faults.map { fault in
          var members: [String: JSONItem] = [
            "pointer": .string(fault.pointer), "message": .string(fault.message),
          ]
          if !fault.remedy.isEmpty { members["remedy"] = .string(fault.remedy) }
          return .object(members)
        }),
    ]
    if !warnings.isEmpty { members["warnings"] = list(warnings) }
    return JSONText.line(.object(members)) + "\n"
  }

  /// A document with routes.
  public static func text(_ answer: VroomAnswer, of problem: VroomProblem) -> String {
    let writer = VroomWriter(problem: problem, answer: answer)
    var members: [String: JSONItem] = [
      "code": .integer(Code.ok.rawValue), "summary": writer.summary,
      "unassigned": .array(answer.unassigned.map(writer.unassigned)),
      "routes": .array(writer.routes),
    ]
    if !answer.warnings.isEmpty { members["warnings"] = list(answer.warnings) }
    return JSONText.line(.object(members)) + "\n"
  }

  private static func list(_ warnings: [VroomWarning]) -> JSONItem {
    .array(
      warnings.map { ["pointer": .string($0.pointer), "message": .string($0.message)] })
  }
}
