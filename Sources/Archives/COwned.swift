internal import Glibc

extension UnsafeMutableRawPointer {
  /// A copy that C's `free` may release.
  static func allocateForC(_ bytes: [UInt8]) -> UnsafeMutableRawPointer {
    // `malloc(0)` may answer nothing at all.
    guard let copy = malloc(max(1, bytes.count)) else { fatalError("out of memory") }
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    return copy
  }
}
