import Archives
import Foundation

/// Archives for tests.
enum Zip {
  static func write(_ files: [String: [UInt8]], prefix: String = "", to path: String) throws {
    let sorted = files.sorted { $0.key < $1.key }.map { (name: prefix + $0.key, bytes: $0.value) }
    try Data(try ZipWriter.archive(sorted)).write(to: URL(filePath: path))
  }

  /// One file of spaces: a literal, then the longest repetition that deflate knows over and over, 258 bytes in 13 bits
  /// (RFC 1951, fixed codes), so that the whole is never in memory.
  ///
  /// - Parameter stated: bytes that the headers speak of; the truth unless given.
  static func writeBomb(named name: String, megabytes: Int, stated: Int? = nil, to path: String)
    throws
  {
    let repetitions = (megabytes << 20) / 258
    var bits = BitWriter()
    bits.add(0b011, 3)  // last block, fixed codes
    bits.addCode(0x30 + 0x20, 8)
    for _ in 0..<repetitions {
      bits.addCode(0b1100_0101, 8)
      bits.add(0, 5)
    }
    bits.addCode(0, 7)
    let packed = bits.finished()
    let size = UInt32(stated ?? repetitions * 258 + 1)
    let file = Array(name.utf8)
    func header(_ signature: UInt32, _ versions: [UInt16]) -> [UInt8] {
      words([signature]) + halves(versions + [0, 8, 0, 0x21])
        + words([0, UInt32(packed.count), size])
    }
    let local = header(0x0403_4b50, [20]) + halves([UInt16(file.count), 0]) + file
    let central =
      header(0x0201_4b50, [20, 20]) + halves([UInt16(file.count), 0, 0, 0, 0]) + words([0, 0])
      + file
    let end =
      words([0x0605_4b50]) + halves([0, 0, 1, 1])
      + words([UInt32(central.count), UInt32(local.count + packed.count)]) + halves([0])
    try Data(local + packed + central + end).write(to: URL(filePath: path))
  }

  private static func words(_ values: [UInt32]) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
  }

  private static func halves(_ values: [UInt16]) -> [UInt8] {
    values.flatMap { value in (0..<2).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
  }
}

/// Bits from the least one up, as deflate packs them.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var hold: UInt32 = 0
  private var count = 0

  mutating func add(_ value: UInt32, _ width: Int) {
    hold |= value << count
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: hold))
      hold >>= 8
      count -= 8
    }
  }

  /// Codes go from the greatest bit down.
  mutating func addCode(_ code: UInt32, _ width: Int) {
    var turned: UInt32 = 0
    for bit in 0..<width where code >> bit & 1 == 1 { turned |= 1 << (width - 1 - bit) }
    add(turned, width)
  }

  mutating func finished() -> [UInt8] {
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: hold)) }
    return bytes
  }
}
