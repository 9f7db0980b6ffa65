internal import Foundation

/// What tells the files at some paths from other ones of the same names: which they are, how large, and when they were
/// last written; of folders, all that is in them.
public struct FilesMark: Hashable, Sendable {
  private struct One: Hashable, Sendable {
    let path: String
    let device: UInt64
    let node: UInt64
    let size: Int64
    /// Nanoseconds since 1970.
    let written: Int64
  }

  private let files: [One]

  /// - Parameter paths: files or folders; what is missing has a mark of its own too.
  public init(_ paths: [String]) {
    files = paths.flatMap { path in
      [Self.one(path)] + (FileBytes.isFolder(path) ? Self.content(of: path) : [])
    }
  }

  private static func content(of folder: String) -> [One] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().map { one(folder + "/" + $0) }
  }

  private static func one(_ path: String) -> One {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return One(path: path, device: 0, node: 0, size: -1, written: 0)
    }
    return One(
      path: path, device: UInt64(status.st_dev), node: UInt64(status.st_ino),
      size: Int64(status.st_size),
      written: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec))
  }
}
