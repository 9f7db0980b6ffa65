internal import Foundation

/// Answers for programs: keys in snake case, sorted, so that equal answers have equal bytes.
enum JSONAnswer {
  static func bytes(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.dateEncodingStrategy = .iso8601
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      return Array(try encoder.encode(value))
    } catch {
      preconditionFailure("answers hold nothing that JSON cannot: \(error)")
    }
  }

  static func text(_ value: some Encodable) -> String {
    String(decoding: bytes(value), as: UTF8.self)
  }
}
