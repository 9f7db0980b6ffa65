import Foundation

/// The package's own text files, read where this test was compiled.
enum House {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Files under the top folders, as paths from the root, in the order of their names.
  static func files(in folders: [String], where isWanted: (URL) -> Bool) throws -> [SourceFile] {
    try folders.flatMap { folder in
      let start = root.appending(path: folder)
      let all = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
      return try (all?.allObjects ?? []).compactMap { $0 as? URL }.filter(isWanted).map {
        try SourceFile($0, root: root)
      }
    }.sorted { $0.path < $1.path }
  }

  static func isCode(_ url: URL) -> Bool {
    ["swift", "c", "h", "js", "css", "py", "sh"].contains(url.pathExtension)
  }
}

/// One file's lines.
struct SourceFile {
  /// From the root, e.g. `Sources/Planning/Plan/Plan.swift`.
  var path: String
  var lines: [Substring]

  init(_ url: URL, root: URL) throws {
    path = String(url.path.dropFirst(root.path.count).drop { $0 == "/" })
    // Some samples are in other encodings on purpose; a newline may be two characters that are one.
    lines = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// The folder below `Sources`.
  var target: String { String(path.split(separator: "/")[1]) }

  /// Modules imported, with the line's number.
  var imports: [(line: Int, module: String)] {
    lines.enumerated().compactMap { index, line in
      Self.module(importedBy: line).map { (index + 1, $0) }
    }
  }

  /// Reads `@preconcurrency public import struct Planning.Plan` as `Planning`; `nil` for other lines.
  static func module(importedBy line: Substring) -> String? {
    var words = line.split(whereSeparator: \.isWhitespace)[...]
    let before: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    words = words.drop { before.contains($0) || $0.hasPrefix("@") }
    guard words.first == "import" else { return nil }
    words.removeFirst()
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
    words = words.drop { kinds.contains($0) }
    return words.first.map { String($0.prefix { $0 != "." && $0 != ";" }) }
  }
}
