internal import Foundation

/// What a cache asks of the file system.
enum CacheFolder {
  /// Makes a folder, open to its owner alone, and those above it where they are missing.
  static func make(_ folder: String) throws(RoadError) {
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else {
      throw .file(folder, code: errno)
    }
    try make(String(folder[..<slash]))
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .file(folder, code: errno) }
  }

  /// Does something that only one process may do at a time; gives up after five seconds.
  static func locked(
    _ path: String, _ work: () throws(RoadError) -> Void
  ) throws(RoadError) {
    let handle = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard handle >= 0 else { throw .file(path, code: errno) }
    // Closing lets the lock go.
    defer { close(handle) }
    var waits = 0
    while flock(handle, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      guard code == EWOULDBLOCK || code == EINTR, waits < 100 else {
        throw .file(path, code: code)
      }
      waits += 1
      usleep(50_000)
    }
    try work()
  }

  /// Replaces a file as a whole, readable by its owner alone.
  static func replace(_ path: String, with bytes: [UInt8]) throws(RoadError) {
    let new = path + ".new"
    unlink(new)
    let handle = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard handle >= 0 else { throw .file(new, code: errno) }
    var code: Int32?
    var done = 0
    while done < bytes.count, code == nil {
      let count = bytes.withUnsafeBytes {
        write(handle, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count >= 0 { done += count } else if errno != EINTR { code = errno }
    }
    if code == nil, fsync(handle) != 0 { code = errno }
    close(handle)
    if code == nil, rename(new, path) != 0 { code = errno }
    guard let code else { return }
    unlink(new)
    throw .file(path, code: code)
  }

  /// Removes the files of sources that nothing was added to for the longest time.
  static func removeOldest(in folder: String, suffix: String = ".cache", keeping most: Int) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(suffix) }.map { name -> (age: Int, name: String) in
      var status = stat()
      let isThere = stat(folder + "/" + name, &status) == 0
      let age = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
      return (isThere ? age : 0, name)
    }.sorted { ($0.age, $0.name) > ($1.age, $1.name) }
    for file in files.dropFirst(most) { unlink(folder + "/" + file.name) }
  }
}
