/// The list of files that Camin wrote into an output folder; it tells them from others' files,
/// which are never removed.
enum Manifest {
  static let name = ".camin-files"
  private static let title = "# Camin: files of this folder; it is replaced as a whole."

  static func text(_ names: [String]) -> String {
    ([title] + names.sorted()).joined(separator: "\n") + "\n"
  }

  /// Refuses names that lead out of the folder or stand twice.
  static func check(_ names: [String]) throws(OutputFailure) {
    var seen: Set<String> = [name]
    for name in names {
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      let sound = parts.allSatisfy { !["", ".", ".."].contains($0) }
      let control = name.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
      guard sound, !control, seen.insert(name).inserted else { throw .badName(name) }
    }
  }

  /// Files of a folder that its list does not name, sorted. An empty folder has none.
  static func foreignFiles(in folder: String) -> [String] {
    var own: Set<String> = []
    if let source = try? ByteSource.open(folder + "/" + name, limit: InputLimits.file),
      let bytes = try? source.takeAll()
    {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      if lines.first == title { own = Set(lines.dropFirst() + [name]) }
    }
    return files(in: folder, under: "").filter { !own.contains($0) }
  }

  /// All files in a folder and its subfolders, by their names inside it; an empty subfolder counts
  /// as one.
  private static func files(in folder: String, under prefix: String) -> [String] {
    Folder.names(in: folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      guard Folder.isRealFolder(path) else { return [prefix + name] }
      let inner = files(in: path, under: prefix + name + "/")
      return inner.isEmpty ? [prefix + name + "/"] : inner
    }
  }
}
