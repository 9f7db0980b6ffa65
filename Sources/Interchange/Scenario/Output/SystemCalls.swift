import Glibc
import Planning

/// What the system refused, and why.
struct SystemRefusal: Error {
  var path: String
  var code: Int32

  init(_ path: String) {
    self.path = path
    code = errno
  }

  var why: Bilingual { SystemWords.of(code) }
}

/// The few calls to the system that atomic writing needs.
enum SystemCalls {
  /// Writes a new file and forces it to the disk.
  static func writeNew(
    _ bytes: [UInt8], to path: String, mode: mode_t = 0o666
  ) throws(SystemRefusal) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw SystemRefusal(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemRefusal(path)
      }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw SystemRefusal(path) }
  }

  /// Forces a folder's list of names to the disk.
  static func syncFolder(_ path: String) throws(SystemRefusal) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemRefusal(path) }
    defer { close(descriptor) }
    // Some network file systems cannot sync a folder; the rename is atomic all the same.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemRefusal(path) }
  }

  static func makeFolder(_ path: String) throws(SystemRefusal) {
    guard mkdir(path, 0o777) == 0 else { throw SystemRefusal(path) }
  }

  static func move(_ from: String, to target: String) throws(SystemRefusal) {
    guard Glibc.rename(from, target) == 0 else { throw SystemRefusal(target) }
  }

  /// Removes a folder and all in it, as far as it can; what another process removes first is no
  /// matter.
  static func removeTree(_ path: String) {
    for name in Folder.names(in: path) {
      let inner = path + "/" + name
      if unlink(inner) != 0, errno == EISDIR || errno == EPERM { removeTree(inner) }
    }
    rmdir(path)
  }

  /// What a rename may do beyond replacing.
  enum RenameMode: UInt32 {
    case noReplace = 1
    case exchange = 2
  }

  /// `renameat2`, which Swift's Glibc module does not declare, so it is looked up in the running
  /// library.
  ///
  /// - Returns: `false` where the library or the file system does not know it.
  static func rename(_ from: String, _ target: String, _ mode: RenameMode) throws(SystemRefusal)
    -> Bool
  {
    typealias Call =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32
    guard let symbol = dlsym(nil, "renameat2") else { return false }
    let call = unsafeBitCast(symbol, to: Call.self)
    if call(AT_FDCWD, from, AT_FDCWD, target, mode.rawValue) == 0 { return true }
    if [EINVAL, ENOSYS, ENOTSUP].contains(errno) { return false }
    throw SystemRefusal(target)
  }

  /// The path with links followed, and the parent and name it ends in.
  static func resolve(_ path: String) -> (parent: String, name: String, path: String)? {
    var whole = path
    while whole.count > 1, whole.hasSuffix("/") { whole.removeLast() }
    if let found = realpath(whole, nil) {
      whole = String(cString: found)
      free(found)
    }
    let name = String(whole.split(separator: "/").last ?? "")
    guard !name.isEmpty, name != ".", name != ".." else { return nil }
    var parent = String(whole.dropLast(name.count))
    while parent.count > 1, parent.hasSuffix("/") { parent.removeLast() }
    if parent.isEmpty { parent = "." }
    return (parent, name, parent == "/" ? "/" + name : parent + "/" + name)
  }
}
