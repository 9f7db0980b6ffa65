public import Planning

/// Replaces a folder of output files as a whole: whoever looks, and whenever the process is killed,
/// there is the old set of files or the new one, never a mixture.
///
/// The new folder is made ready next to the target, forced to the disk, and put in its place by
/// exchanging the two names in one step (`renameat2` with `RENAME_EXCHANGE`). File systems without
/// that call (some network ones) take two steps, the old folder aside and the new one in; a kill
/// between the two leaves the old one under the name `.NAME.previous`, and the next run puts it
/// back first.
public struct AtomicOutput: Sendable {
  /// The steps of a replacement, in order; tests interrupt after each.
  package enum Step: String, CaseIterable, Sendable, Codable {
    case cleaned, filesWritten, synced, movedAside, exchanged, removedOld
  }

  private let folder: String
  private let mayExchange: Bool
  private let afterStep: @Sendable (Step) -> Void

  public init(folder: String) {
    self.init(folder: folder, mayExchange: true) { _ in }
  }

  /// For tests: `mayExchange: false` takes the way of file systems without exchange.
  package init(
    folder: String, mayExchange: Bool, afterStep: @escaping @Sendable (Step) -> Void
  ) {
    self.folder = folder
    self.mayExchange = mayExchange
    self.afterStep = afterStep
  }

  /// Puts a folder with exactly these files in place of what the target was.
  ///
  /// - Throws: where a name leads out of the folder, the target holds files that Camin did not
  ///   write, or the system refuses; the target is then as it was.
  public func replace(with files: [OutputFile]) throws(Faults) {
    do throws(OutputFailure) {
      try replaceOrFail(with: files)
    } catch {
      throw Faults([error.fault(folder)])
    }
  }

  private func replaceOrFail(with files: [OutputFile]) throws(OutputFailure) {
    try Manifest.check(files.map(\.name))
    guard let target = SystemCalls.resolve(folder) else { throw .badPath }
    let aside = target.parent + "/.\(target.name).previous"
    do throws(SystemRefusal) {
      try recover(target.path, from: aside)
      Staging.removeStale(parent: target.parent, name: target.name)
      afterStep(.cleaned)
    } catch { throw .system(error) }
    try requireOwn(target.path)
    do throws(SystemRefusal) {
      let staging = try Staging(parent: target.parent, name: target.name)
      do throws(SystemRefusal) {
        try fill(staging.path, with: files)
        try swap(staging.path, target: target.path, parent: target.parent, aside: aside)
      } catch {
        SystemCalls.removeTree(staging.path)
        throw error
      }
      SystemCalls.removeTree(staging.path)
      afterStep(.removedOld)
    } catch { throw .system(error) }
  }

  /// Puts back the old folder that a kill between two renames left aside, or removes it where the
  /// new one had arrived.
  private func recover(_ target: String, from aside: String) throws(SystemRefusal) {
    guard Folder.kind(of: aside) == .folder else { return }
    if Folder.kind(of: target) == .nothing {
      try SystemCalls.move(aside, to: target)
    } else {
      SystemCalls.removeTree(aside)
    }
  }

  private func requireOwn(_ target: String) throws(OutputFailure) {
    switch Folder.kind(of: target) {
    case .nothing: return
    case .file: throw .notAFolder
    case .folder:
      let foreign = Manifest.foreignFiles(in: target)
      guard foreign.isEmpty else { throw .foreign(foreign) }
    }
  }

  private func fill(_ folder: String, with files: [OutputFile]) throws(SystemRefusal) {
    var folders: Set<String> = []
    let manifest = OutputFile(Manifest.name, text: Manifest.text(files.map(\.name)))
    for file in [manifest] + files.sorted(by: { $0.name < $1.name }) {
      var inner = folder
      for part in file.name.split(separator: "/").dropLast() {
        inner += "/" + part
        if folders.insert(inner).inserted { try SystemCalls.makeFolder(inner) }
      }
      try SystemCalls.writeNew(file.bytes, to: folder + "/" + file.name)
    }
    afterStep(.filesWritten)
    for inner in folders.sorted() { try SystemCalls.syncFolder(inner) }
    try SystemCalls.syncFolder(folder)
    afterStep(.synced)
  }

  /// Afterwards the old folder, if there was one, bears the staging folder's name.
  private func swap(_ staging: String, target: String, parent: String, aside: String)
    throws(SystemRefusal)
  {
    if Folder.kind(of: target) == .nothing {
      if try !SystemCalls.rename(staging, target, .noReplace) {
        try SystemCalls.move(staging, to: target)
      }
    } else if !mayExchange {
      try swapInTwoSteps(staging, target: target, aside: aside)
    } else if try !SystemCalls.rename(staging, target, .exchange) {
      try swapInTwoSteps(staging, target: target, aside: aside)
    }
    try SystemCalls.syncFolder(parent)
    afterStep(.exchanged)
  }

  private func swapInTwoSteps(_ staging: String, target: String, aside: String)
    throws(SystemRefusal)
  {
    try SystemCalls.move(target, to: aside)
    afterStep(.movedAside)
    do throws(SystemRefusal) {
      try SystemCalls.move(staging, to: target)
    } catch {
      try SystemCalls.move(aside, to: target)
      throw error
    }
    SystemCalls.removeTree(aside)
  }
}
