internal import Foundation

/// Bytes of a road graph, mapped from a file or held in memory, that never change.
final class GraphFile: @unchecked Sendable {
  // Safe to share: nothing writes through the pointer after the initialiser.
  let bytes: UnsafeRawBufferPointer
  private let mapped: Bool

  /// Maps a file: its pages are shared between processes. Opening a graph reads them all once, for the checksum.
  init(mapping path: String) throws(RoadError) {
    let handle = open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { throw GraphFile.failure(path) }
    defer { close(handle) }
    var status = stat()
    guard fstat(handle, &status) == 0 else { throw GraphFile.failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .file(path, reason: "not an ordinary file")
    }
    let size = Int(status.st_size)
    guard size > 0 else { throw .truncated(path, bytes: 0, expected: GraphLayout.headerSize) }
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, handle, 0), base != MAP_FAILED
    else { throw GraphFile.failure(path) }
    bytes = UnsafeRawBufferPointer(start: base, count: size)
    mapped = true
  }

  init(copying image: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: image.count, alignment: 16)
    copy.copyBytes(from: image)
    bytes = UnsafeRawBufferPointer(copy)
    mapped = false
  }

  deinit {
    if mapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func size(of path: String) throws(RoadError) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    return Int(status.st_size)
  }

  /// The first bytes of a file, as many as there are.
  static func start(of path: String, count: Int) throws(RoadError) -> [UInt8] {
    let handle = open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { throw failure(path) }
    defer { close(handle) }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let step = bytes.withUnsafeMutableBytes {
        read(handle, $0.baseAddress.map { $0 + done }, count - done)
      }
      if step < 0, errno == EINTR { continue }
      guard step >= 0 else { throw failure(path) }
      guard step > 0 else { break }
      done += step
    }
    return Array(bytes[..<done])
  }

  private static func failure(_ path: String) -> RoadError {
    .file(path, reason: String(cString: strerror(errno)))
  }
}
