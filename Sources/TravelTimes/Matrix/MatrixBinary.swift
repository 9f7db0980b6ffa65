/// Matrices as bytes: fast to read, and every fault is found by a checksum.
///
/// Little-endian 8-byte words: magic, version, size of the file, checksum of what follows, numbers of origins,
/// destinations and bytes of names; then the names, each ended by a zero byte, and the costs, row-major, milliseconds
/// above decimetres.
public enum MatrixBinary {
  private static let magic: UInt64 = 0x3158_544D_4D41_4321  // "!CAMMTX1"
  private static let version: UInt64 = 1
  private static let headerWords = 7

  public static func bytes(of matrix: RoadMatrix) -> [UInt8] {
    var names: [UInt8] = []
    for name in matrix.origins + matrix.destinations { names += Array(name.utf8) + [0] }
    var body: [UInt8] = []
    for count in [matrix.origins.count, matrix.destinations.count, names.count] {
      append(UInt64(count), to: &body)
    }
    body += names
    body.reserveCapacity(body.count + 8 * matrix.costs.count)
    for cost in matrix.costs { append(cost.packed, to: &body) }
    var bytes: [UInt8] = []
    let sum = body.withUnsafeBytes { GraphLayout.checksum($0) }
    for word in [magic, version, UInt64(body.count + 32), sum] { append(word, to: &bytes) }
    return bytes + body
  }

  /// - Parameter name: what errors call the file.
  /// - Throws: `RoadError` where the bytes are truncated, corrupt, of another version or no matrix.
  public static func matrix(_ bytes: [UInt8], named name: String) throws(RoadError) -> RoadMatrix {
    guard isMatrix(bytes), bytes.count >= 16 else { throw .notAMatrix(name) }
    guard word(bytes, 1) == version else {
      throw .otherVersion(name, found: Int(clamping: word(bytes, 1)), known: Int(version))
    }
    guard bytes.count >= 8 * headerWords, word(bytes, 2) == UInt64(bytes.count) else {
      let expected = bytes.count >= 24 ? Int(clamping: word(bytes, 2)) : 8 * headerWords
      throw .truncated(name, bytes: bytes.count, expected: expected)
    }
    let sum = bytes.withUnsafeBytes {
      GraphLayout.checksum(UnsafeRawBufferPointer(rebasing: $0[32...]))
    }
    guard word(bytes, 3) == sum else { throw .corrupt(name) }
    let counts = (4..<headerWords).map { Int(clamping: word(bytes, $0)) }
    let start = 8 * headerWords + counts[2]
    let names = bytes[8 * headerWords..<min(start, bytes.count)].split(
      separator: 0, omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    guard names.count == counts[0] + counts[1] + 1,
      bytes.count == start + 8 * counts[0] * counts[1]
    else { throw .corrupt(name) }
    let costs = bytes.withUnsafeBytes { all in
      (0..<counts[0] * counts[1]).map { index in
        TravelCost(
          packed: UInt64(
            littleEndian: all.loadUnaligned(fromByteOffset: start + 8 * index, as: UInt64.self)))
      }
    }
    return RoadMatrix(
      origins: Array(names[..<counts[0]]), destinations: Array(names[counts[0]..<names.count - 1]),
      costs: costs)
  }

  /// Whether bytes begin as a matrix of this form does.
  public static func isMatrix(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 8 && word(bytes, 0) == magic
  }

  private static func word(_ bytes: [UInt8], _ index: Int) -> UInt64 {
    bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
    }
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
