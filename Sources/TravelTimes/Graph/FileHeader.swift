/// The first words of Camin's road files, little-endian: magic, version, size of the file, checksum of all that
/// follows them.
struct FileHeader {
  static let size = 32

  let magic: UInt64
  let version: UInt64

  func isAt(startOf bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 8 && FileHeader.word(bytes, 0) == magic
  }

  /// - Parameters:
  ///   - least: bytes that every such file has.
  ///   - stranger: what to say of a file that begins otherwise.
  /// - Returns: the checksum.
  func check(
    _ bytes: UnsafeRawBufferPointer, named name: String, least: Int, stranger: RoadError
  ) throws(RoadError) -> UInt64 {
    guard isAt(startOf: bytes), bytes.count >= 16 else { throw stranger }
    let found = FileHeader.word(bytes, 1)
    guard found == version else {
      throw .otherVersion(name, found: Int(clamping: found), known: Int(version))
    }
    guard bytes.count >= least, FileHeader.word(bytes, 2) == UInt64(bytes.count) else {
      let expected = bytes.count >= 24 ? Int(clamping: FileHeader.word(bytes, 2)) : least
      throw .truncated(name, bytes: bytes.count, expected: expected)
    }
    let sum = FileHeader.checksum(bytes)
    guard FileHeader.word(bytes, 3) == sum else { throw .corrupt(name) }
    return sum
  }

  /// Writes the header over the first bytes of a file that is otherwise complete.
  func seal(_ bytes: inout [UInt8]) {
    FileHeader.set(&bytes, 0, magic)
    FileHeader.set(&bytes, 1, version)
    FileHeader.set(&bytes, 2, UInt64(bytes.count))
    let sum = bytes.withUnsafeBytes { FileHeader.checksum($0) }
    FileHeader.set(&bytes, 3, sum)
  }

  static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
  }

  static func set(_ bytes: inout [UInt8], _ word: Int, _ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { source in
      for (offset, byte) in source.enumerated() { bytes[8 * word + offset] = byte }
    }
  }

  static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Of all that follows the header, places of sections included, so that no fault goes unseen.
  private static func checksum(_ file: UnsafeRawBufferPointer) -> UInt64 {
    sum(of: UnsafeRawBufferPointer(rebasing: file[size...]))
  }

  static func sum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = 0
    while index + 8 <= bytes.count {
      sum = (sum ^ bytes.word(at: index)) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 32
      index += 8
    }
    while index < bytes.count {
      sum = (sum ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
      index += 1
    }
    return sum ^ UInt64(bytes.count)
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
