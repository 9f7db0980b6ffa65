import Glibc
public import Planning

/// Replaces one file as a whole.
public enum AtomicFile {
  /// Writes the file; a kill at any moment leaves the old file or the new one.
  ///
  /// - Parameter isPrivate: whether the file is for its owner alone.
  /// - Throws: where the target is a folder or the system refuses; the target is then as it was.
  public static func write(
    _ bytes: [UInt8], to path: String, isPrivate: Bool = false
  ) throws(Faults) {
    do throws(OutputFailure) {
      try writeOrFail(bytes, to: path, mode: isPrivate ? 0o600 : 0o666)
    } catch {
      throw Faults([error.fault(path)])
    }
  }

  private static func writeOrFail(
    _ bytes: [UInt8], to path: String, mode: mode_t
  ) throws(OutputFailure) {
    guard let target = SystemCalls.resolve(path) else { throw .badPath }
    guard Folder.kind(of: target.path) != .folder else { throw .notAFile }
    Staging.removeStale(parent: target.parent, name: target.name)
    do throws(SystemRefusal) {
      let staging = try Staging(parent: target.parent, name: target.name)
      let ready = staging.path + "/" + target.name
      do throws(SystemRefusal) {
        try SystemCalls.writeNew(bytes, to: ready, mode: mode)
        try SystemCalls.move(ready, to: target.path)
        try SystemCalls.syncFolder(target.parent)
      } catch {
        SystemCalls.removeTree(staging.path)
        throw error
      }
      SystemCalls.removeTree(staging.path)
    } catch { throw .system(error) }
  }
}
