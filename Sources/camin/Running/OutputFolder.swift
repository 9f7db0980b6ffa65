internal import Desk
internal import Foundation
internal import Interchange
internal import Planning

/// A folder that a command replaces as a whole, or not at all.
struct OutputFolder {
  /// What a folder of Camin's may be for.
  enum Content: CaseIterable {
    case plan, scenario, comparison, papers

    /// A file that every folder of this content has.
    var mark: String {
      switch self {
      case .plan: "plan.json"
      case .scenario: "territory.json"
      case .comparison: "comparison.json"
      case .papers: "proposals.csv"
      }
    }
  }

  let path: String
  let content: Content

  /// Looks whether the folder can be written, so that nobody waits for a result that cannot be kept.
  ///
  /// A folder of another content is refused: a plan must not take the place of the scenario it is made from.
  func check() throws(Failure) {
    let others = Content.allCases.filter { $0 != content }.map(\.mark)
    if let other = others.first(where: { FileManager.default.fileExists(atPath: path + "/" + $0) })
    {
      throw Failure(.cannotCreate, [.otherContent(path, other)])
    }
    try OutputDocument.check(path)
  }

  /// Puts these files in place of what the folder held.
  func replace(with files: [OutputFile]) throws(Failure) {
    try check()
    do throws(Faults) {
      try AtomicOutput(folder: path).replace(with: files)
    } catch {
      throw Failure(.cannotCreate, error.faults)
    }
  }
}

/// Replaces single files, as a whole or not at all.
enum OutputDocument {
  /// Looks whether the file can be written, so that nobody waits for a result that cannot be kept.
  static func check(_ path: String) throws(Failure) {
    let parent = URL(filePath: path).standardizedFileURL.deletingLastPathComponent().path
    guard access(parent, W_OK | X_OK) == 0 else {
      throw Failure(.cannotCreate, [.notWritten(path, errno)])
    }
  }

  static func write(_ text: String, to path: String) throws(Failure) {
    try write(Array(text.utf8), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do throws(Faults) {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw Failure(.cannotCreate, error.faults)
    }
  }
}

extension Fault {
  fileprivate static func otherContent(_ path: String, _ mark: String) -> Fault {
    Fault(
      code: "other-content", place: FaultPlace(file: path), field: "", value: mark,
      cause: Bilingual(
        fr: "Ce dossier contient autre chose (\(mark)), qui serait effacé.",
        en: "This folder holds something else (\(mark)), which would be lost."),
      remedy: Bilingual(
        fr: "Choisissez un autre dossier avec --out.", en: "Choose another folder with --out."))
  }
}
