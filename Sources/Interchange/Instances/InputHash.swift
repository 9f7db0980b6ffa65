public import DialARide
import Foundation

/// The hash by which certificates and solutions name the problem that they belong to.
///
/// It is the SHA-256 of a canonical form of the draft: its JSON with sorted keys, no spaces, no name (a renamed
/// file states the same problem) and the numbers of the travel matrices taken out; then, matrix by
/// matrix, its times and its distances, each list preceded by its length, as 64-bit words in big-endian order,
/// a `Double` by its bit pattern, with negative zero written as zero.
public enum InputHash {
  /// 64 hexadecimal digits.
  ///
  /// - Throws: `EncodingError` where a number is not finite, which a sound draft rules out.
  public static func hex(_ draft: ProblemDraft) throws -> String {
    var bare = draft
    bare.name = ""
    for index in bare.matrices.indices {
      bare.matrices[index].times = []
      bare.matrices[index].distances = []
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = [UInt8](try encoder.encode(bare))
    bytes.reserveCapacity(
      bytes.count + draft.matrices.reduce(0) { $0 + 8 * ($1.times.count + $1.distances.count + 2) })
    for matrix in draft.matrices {
      append(matrix.times, to: &bytes)
      append(matrix.distances, to: &bytes)
    }
    return SHA256.hex(bytes)
  }

  private static func append(_ numbers: [Double], to bytes: inout [UInt8]) {
    append(UInt64(numbers.count), to: &bytes)
    for number in numbers { append((number + 0).bitPattern, to: &bytes) }
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
}
