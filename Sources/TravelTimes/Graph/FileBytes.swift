internal import Foundation

/// Bytes of a file, mapped or held in memory, that never change.
final class FileBytes: @unchecked Sendable {
  // Safe to share: nothing writes through the pointer after the initialiser.
  let bytes: UnsafeRawBufferPointer
  private let mapped: Bool

  /// Opens a file once: an ordinary one is mapped, so that its pages are shared between processes; a pipe is read
  /// to its end.
  ///
  /// - Parameter holding: an ordinary file is read to its end too. One that is mapped takes the process with it when
  ///   somebody cuts it short.
  init(of path: String, holding: Bool = false) throws(RoadError) {
    let handle = open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { throw .file(path, code: errno) }
    defer { close(handle) }
    var status = stat()
    guard fstat(handle, &status) == 0 else { throw .file(path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .file(path, code: EISDIR) }
    let size = Int(status.st_size)
    guard !holding, status.st_mode & S_IFMT == S_IFREG, size > 0 else {
      bytes = FileBytes.held(try FileBytes.all(of: handle, path))
      mapped = false
      return
    }
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, handle, 0), base != MAP_FAILED
    else { throw .file(path, code: errno) }
    bytes = UnsafeRawBufferPointer(start: base, count: size)
    mapped = true
  }

  init(copying image: [UInt8]) {
    bytes = FileBytes.held(image)
    mapped = false
  }

  deinit {
    if mapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  var array: [UInt8] { withExtendedLifetime(self) { Array(bytes) } }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// For readers that open files by themselves and say less well why they cannot.
  static func checkReadable(_ path: String) throws(RoadError) {
    guard access(path, R_OK) == 0 else { throw .file(path, code: errno) }
    guard !isFolder(path) else { throw .file(path, code: EISDIR) }
  }

  private static func held(_ image: [UInt8]) -> UnsafeRawBufferPointer {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: image.count, alignment: 16)
    copy.copyBytes(from: image)
    return UnsafeRawBufferPointer(copy)
  }

  private static func all(of handle: Int32, _ path: String) throws(RoadError) -> [UInt8] {
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes { read(handle, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .file(path, code: errno) }
      guard count > 0 else { return all }
      all += piece[..<count]
    }
  }
}
