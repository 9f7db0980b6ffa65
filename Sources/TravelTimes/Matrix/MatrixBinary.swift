/// Matrices as bytes: fast to read, and every fault is found by a checksum.
///
/// After the header (`FileHeader`), in little-endian 8-byte words: numbers of origins, destinations and bytes of names;
/// then the names, each ended by a zero byte, and the costs, row-major, milliseconds above decimetres.
public enum MatrixBinary {
  private static let header = FileHeader(magic: 0x3158_544D_4D41_4321, version: 1)  // "!CAMMTX1"
  private static let headerWords = FileHeader.size / 8 + 3

  public static func bytes(of matrix: RoadMatrix) -> [UInt8] {
    var names: [UInt8] = []
    for name in matrix.origins + matrix.destinations { names += Array(name.utf8) + [0] }
    var bytes = [UInt8](repeating: 0, count: FileHeader.size)
    for count in [matrix.origins.count, matrix.destinations.count, names.count] {
      FileHeader.append(UInt64(count), to: &bytes)
    }
    bytes += names
    bytes.reserveCapacity(bytes.count + 8 * matrix.costs.count)
    for cost in matrix.costs { FileHeader.append(cost.packed, to: &bytes) }
    header.seal(&bytes)
    return bytes
  }

  /// - Parameter name: what errors call the file.
  /// - Throws: `RoadError` where the bytes are truncated, corrupt, of another version or no matrix.
  public static func matrix(_ bytes: [UInt8], named name: String) throws(RoadError) -> RoadMatrix {
    try matrix(FileBytes(copying: bytes), named: name)
  }

  static func matrix(_ file: FileBytes, named name: String) throws(RoadError) -> RoadMatrix {
    let bytes = file.bytes
    // The bytes are there only as long as the file is held.
    defer { withExtendedLifetime(file) {} }
    _ = try header.check(bytes, named: name, least: 8 * headerWords, stranger: .notAMatrix(name))
    let counts = (4..<headerWords).map { Int(clamping: FileHeader.word(bytes, $0)) }
    guard counts[2] <= bytes.count else { throw .corrupt(name) }
    let start = 8 * headerWords + counts[2]
    let names = bytes[8 * headerWords..<min(start, bytes.count)].split(
      separator: 0, omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    guard names.count == counts[0] + counts[1] + 1,
      bytes.count == start + 8 * counts[0] * counts[1]
    else { throw .corrupt(name) }
    let costs = (0..<counts[0] * counts[1]).map { index in
      TravelCost(
        packed: UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8 * index, as: UInt64.self)))
    }
    return RoadMatrix(
      origins: Array(names[..<counts[0]]), destinations: Array(names[counts[0]..<names.count - 1]),
      costs: costs)
  }

  /// Whether bytes begin as a matrix of this form does.
  public static func isMatrix(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { header.isAt(startOf: $0) }
  }

  /// Checksum that a matrix has as bytes, whichever form it was read from.
  static func fingerprint(of matrix: RoadMatrix) -> UInt64 {
    bytes(of: matrix).withUnsafeBytes { FileHeader.word($0, 3) }
  }

  static func isMatrix(_ file: FileBytes) -> Bool { header.isAt(startOf: file.bytes) }
}
