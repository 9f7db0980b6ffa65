internal import Foundation
internal import Planning

/// Results for programs: one JSON document on standard output, keys sorted, in snake case.
enum JSONOutput {
  static func write(_ result: some Encodable) throws { try Console.write(text(result)) }

  /// The document as it is written, with a newline at its end.
  static func text(_ result: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(result), as: UTF8.self) + "\n"
  }
}

/// A fault as programs read it.
struct FaultItem: Encodable {
  let code: String
  let file: String
  let line: Int?
  let pointer: String?
  let sheet: String?
  let cell: String?
  let field: String
  let value: String
  let cause: Bilingual
  let remedy: Bilingual

  init(_ fault: Fault) {
    code = fault.code
    file = fault.place.file
    line = fault.place.line
    pointer = fault.place.pointer
    sheet = fault.place.sheet
    cell = fault.place.cell
    field = fault.field
    value = fault.value
    cause = fault.cause
    remedy = fault.remedy
  }
}
