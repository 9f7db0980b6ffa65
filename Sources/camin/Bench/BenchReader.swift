internal import Desk
internal import DialARide
internal import Foundation
internal import Interchange
internal import Planning

/// Reads sets of instances with their best-known values.
///
/// A set is a folder, or the name of one under `library`. Tables are `best_known*.csv` in the folder and beside
/// it. A file is an instance if a table names it, or if it can be read as one; README files and hidden ones
/// are passed over.
struct BenchReader {
  /// Folder that holds the sets known by name.
  let library: String
  /// Beginning of the names of the instances wanted; empty: all.
  let prefix: String
  /// Instances without a best-known value are taken as well.
  let allowsUnknown: Bool

  private var faults: [Fault] = []

  init(library: String, prefix: String, allowsUnknown: Bool) {
    self.library = library
    self.prefix = prefix
    self.allowsUnknown = allowsUnknown
  }

  /// - Throws: the faults of all sets at once.
  mutating func read(_ sets: [String]) throws(Failure) -> [BenchSet] {
    var found: [BenchSet] = []
    for set in sets {
      guard let folder = folder(of: set) else { continue }
      found.append(read(folder, set: set))
    }
    guard faults.isEmpty else { throw Failure(reading: Faults(faults)) }
    return found
  }

  // MARK: Folders

  private mutating func folder(of set: String) -> URL? {
    let candidates = [URL(filePath: set), URL(filePath: library).appending(path: set)]
    if let folder = candidates.first(where: { Self.isFolder($0) }) { return folder }
    let library = URL(filePath: library)
    let known = Self.contents(library).filter { Self.isFolder(library.appending(path: $0)) }
    faults.append(.unknownSet(set, library: self.library, known: known))
    return nil
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Names in a folder, numbers in them compared as numbers; none where it cannot be read.
  private static func contents(_ folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted { first, second in
      let order = first.compare(second, options: [.numeric, .caseInsensitive])
      return order == .orderedSame ? first < second : order == .orderedAscending
    }
  }

  // MARK: Instances

  private mutating func read(_ folder: URL, set: String) -> BenchSet {
    let before = faults.count
    let table = table(of: folder)
    var entries: [BenchSet.Entry] = []
    for file in Self.contents(folder) where Self.mayBeInstance(file) {
      let url = folder.appending(path: file)
      let name = url.deletingPathExtension().lastPathComponent
      guard name.lowercased().hasPrefix(prefix.lowercased()), !Self.isFolder(url) else { continue }
      if let entry = entry(url.relativePath, name, table[name]) { entries.append(entry) }
    }
    if entries.isEmpty, faults.count == before { faults.append(.emptySet(set, prefix: prefix)) }
    return BenchSet(name: folder.standardizedFileURL.lastPathComponent, entries: entries)
  }

  private static func mayBeInstance(_ file: String) -> Bool {
    let file = file.lowercased()
    return !file.hasPrefix("readme") && !file.hasSuffix(".csv") && !file.hasSuffix(".md")
  }

  /// Best-known values for a folder; those inside of it count before those beside it.
  private mutating func table(of folder: URL) -> BestKnownTable {
    var table = BestKnownTable()
    for place in [folder, folder.standardizedFileURL.deletingLastPathComponent()] {
      for file in Self.contents(place)
      where file.hasPrefix("best_known") && file.hasSuffix(".csv") {
        do throws(Faults) {
          try table.read(path: place.appending(path: file).relativePath)
        } catch {
          // Several sets may lie beside the same table.
          faults += error.faults.filter { !faults.contains($0) }
        }
      }
    }
    return table
  }

  /// `nil` where the file is none, or has faults.
  private mutating func entry(_ path: String, _ name: String, _ best: BestKnownValue?)
    -> BenchSet.Entry?
  {
    do throws(Faults) {
      let instance = try InstanceFile.read(path: path)
      let problem = try instance.problem()
      guard best != nil || allowsUnknown else {
        faults.append(.noBestKnown(path, name))
        return nil
      }
      return BenchSet.Entry(name: name, instance: instance, problem: problem, best: best)
    } catch {
      // Explanations lie beside instances: what no table names need not be one.
      if best != nil { faults += error.faults }
      return nil
    }
  }
}
