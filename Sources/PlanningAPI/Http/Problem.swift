internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Planning

/// Why a request is refused, as RFC 9457 has it (`application/problem+json`).
struct Problem: Error {
  var kind: ProblemKind
  /// Beside the title; empty: the title says it all.
  var detail = Bilingual(fr: "", en: "")
  var faults: [Fault] = []
  var warnings: [Fault] = []
  var headers: HTTPFields = [:]

  init(_ kind: ProblemKind, fr: String = "", en: String = "") {
    self.kind = kind
    detail = Bilingual(fr: fr, en: en)
  }

  /// - Parameter base: JSON pointer of the scenario in the request's body.
  init(_ failure: Failure, base: String) {
    switch failure.status {
    case .usage, .badData, .inputMissing, .violations, .unproven: self.init(.invalid)
    case .unavailable, .inputOutput, .cannotCreate, .interrupted: self.init(.unavailable)
    case .ok, .partial, .internalError: self.init(.internalError)
    }
    faults = failure.faults.map { fault in
      // What `Planning` finds names the object of the scenario; what else has a pointer names the body's own.
      fault.place.file == "scenario" ? fault.placed(below: base) : fault
    }
  }

  func response(_ language: Language, request id: String) -> Response {
    var headers = headers
    headers[.contentType] = "application/problem+json"
    headers[.contentLanguage] = language.rawValue
    let bytes = JSONAnswer.bytes(ProblemDocument(self, language, request: id))
    return Response(
      status: HTTPResponse.Status(integerLiteral: kind.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension Fault {
  fileprivate func placed(below base: String) -> Fault {
    var fault = self
    fault.place.pointer = base + (place.pointer ?? "")
    return fault
  }
}

/// The document of a problem.
struct ProblemDocument: Encodable {
  let type: String
  let title: String
  let status: Int
  let detail: String?
  let code: String
  /// The request, as logs name it.
  let instance: String?
  let errors: [FaultDocument]?
  let warnings: [FaultDocument]?

  init(_ problem: Problem, _ language: Language, request: String?) {
    type = "/docs#" + problem.kind.rawValue
    title = problem.kind.title[language]
    status = problem.kind.status
    detail = problem.detail[language].isEmpty ? nil : problem.detail[language]
    code = problem.kind.rawValue
    instance = request.map { "urn:camin:request:" + $0 }
    errors = problem.faults.isEmpty ? nil : problem.faults.map { FaultDocument($0, language) }
    warnings = problem.warnings.isEmpty ? nil : problem.warnings.map { FaultDocument($0, language) }
  }
}

/// One fault, in the language of the reader.
struct FaultDocument: Encodable {
  /// JSON pointer into the request's body; `nil`: the fault is not of the body.
  let pointer: String?
  let line: Int?
  let code: String
  let field: String?
  let value: String?
  let detail: String
  let hint: String

  init(_ fault: Fault, _ language: Language) {
    pointer = fault.place.pointer
    line = fault.place.line
    code = fault.code
    field = fault.field.isEmpty ? nil : fault.field
    value = fault.value.isEmpty ? nil : fault.value
    detail = fault.cause[language]
    hint = fault.remedy[language]
  }
}
