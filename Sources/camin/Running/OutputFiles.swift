internal import Interchange
internal import Planning

/// Writes results, whole or not at all.
enum OutputFiles {
  /// Replaces a folder of files.
  static func write(_ files: [OutputFile], toFolder folder: String) throws(Failure) {
    do throws(Faults) {
      try AtomicOutput(folder: folder).replace(with: files)
    } catch {
      throw Failure(.cannotCreate, error.faults)
    }
  }

  /// Replaces one file.
  static func write(_ text: String, toFile path: String) throws(Failure) {
    do throws(Faults) {
      try AtomicFile.write(Array(text.utf8), to: path)
    } catch {
      throw Failure(.cannotCreate, error.faults)
    }
  }
}
