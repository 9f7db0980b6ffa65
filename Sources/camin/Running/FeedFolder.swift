internal import Desk
internal import Foundation
internal import Interchange
internal import OpenData
internal import Planning

/// A territory's folder of feeds, changed step by step so that a kill leaves the old list or the new one.
struct FeedFolder {
  private(set) var catalog: FeedCatalog

  init(_ folder: String) throws(Failure) {
    do throws(Faults) {
      catalog = try FeedCatalog(folder)
    } catch {
      throw Failure(.badData, error.faults)
    }
  }

  /// Reads a feed that is to be kept.
  ///
  /// - Throws: `Failure` with every fault for which it cannot be used.
  static func readUsable(_ path: String, id: String) throws(Failure) -> FeedReading {
    let reading = FeedReader.read(path, id: id)
    guard reading.isUsable else {
      let faults = reading.notices.sorted.filter { $0.severity == .error }.map(\.fault)
      let isThere = FileManager.default.fileExists(atPath: path)
      throw Failure(isThere ? .badData : .inputMissing, faults)
    }
    return reading
  }

  func read(_ id: String) throws(Failure) -> FeedReading {
    let entry = try entry(id)
    return FeedReader.read(catalog.path(of: entry), id: id)
  }

  private func entry(_ id: String) throws(Failure) -> FeedCatalog.Entry {
    guard let entry = catalog.entries.first(where: { $0.id == id }) else {
      throw Failure(.badData, [.unknownFeed(id, catalog)])
    }
    return entry
  }

  /// Takes a copy of a feed into the folder and its list.
  ///
  /// - Throws: `Failure` where its name is taken or no name, or the folder cannot be written to.
  mutating func add(_ entry: FeedCatalog.Entry, from path: String) throws(Failure) {
    let isName =
      !entry.id.isEmpty && entry.id.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
    guard isName, !catalog.entries.contains(where: { $0.id == entry.id }) else {
      throw Failure(.badData, [.takenFeed(entry.id)])
    }
    var entry = entry
    entry.file = freshName(entry.id, of: path)
    try copy(path, to: entry.file)
    catalog.entries.append(entry)
    try save()
  }

  /// Puts a newer feed in the place of an older one, whose file goes last of all.
  mutating func replace(_ id: String, with path: String) throws(Failure) {
    let old = try entry(id)
    let file = freshName(id, of: path)
    let today = try PlanDate.today
    try copy(path, to: file)
    catalog.entries = catalog.entries.map { entry in
      guard entry.id == id else { return entry }
      var entry = entry
      entry.file = file
      entry.added = today
      return entry
    }
    try save()
    // A list written by hand may name files elsewhere: these are their owner's to remove.
    guard !old.file.contains("/"), !["", ".", ".."].contains(old.file) else { return }
    try? FileManager.default.removeItem(atPath: catalog.path(of: old))
  }

  /// A name that nothing in the folder has yet, so that the list never names what is half replaced.
  private func freshName(_ id: String, of path: String) -> String {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    _ = files.fileExists(atPath: path, isDirectory: &isFolder)
    let ending = isFolder.boolValue ? "" : ".zip"
    func isTaken(_ name: String) -> Bool { files.fileExists(atPath: catalog.folder + "/" + name) }
    guard isTaken(id + ending) else { return id + ending }
    var number = 2
    while isTaken("\(id)-\(number)\(ending)") { number += 1 }
    return "\(id)-\(number)\(ending)"
  }

  /// Copied beside its place first, then moved there.
  private func copy(_ path: String, to name: String) throws(Failure) {
    let files = FileManager.default
    let target = URL(filePath: catalog.folder).appending(path: name)
    let staging = URL(filePath: catalog.folder).appending(path: ".\(name).new")
    do {
      try files.createDirectory(atPath: catalog.folder, withIntermediateDirectories: true)
      try? files.removeItem(at: staging)
      try files.copyItem(at: URL(filePath: path), to: staging)
      try files.moveItem(at: staging, to: target)
    } catch {
      try? files.removeItem(at: staging)
      throw Failure(.cannotCreate, [.notWritten(target.path, errno)])
    }
  }

  private func save() throws(Failure) {
    let text: String
    do {
      text = try catalog.text()
    } catch {
      throw Failure(.internalError, [.internalFault("\(error)")])
    }
    try OutputDocument.write(text, to: catalog.folder + "/" + FeedCatalog.file)
  }
}

extension Fault {
  fileprivate static func unknownFeed(_ id: String, _ catalog: FeedCatalog) -> Fault {
    let known = catalog.entries.map(\.id).joined(separator: ", ")
    return Fault(
      code: "unknown-feed", place: FaultPlace(file: catalog.folder), field: "id", value: id,
      cause: Bilingual(
        fr: "Le dossier ne connaît pas de jeu de ce nom.",
        en: "The folder knows no feed of that name."),
      remedy: Bilingual(fr: "Jeux connus : \(known).", en: "Feeds known: \(known)."))
  }

  fileprivate static func takenFeed(_ id: String) -> Fault {
    Fault(
      code: "bad-feed-name", place: FaultPlace(file: FeedCatalog.file), field: "--id", value: id,
      cause: Bilingual(
        fr: "Ce nom est déjà pris, ou n’est pas fait de lettres, de chiffres et de tirets.",
        en: "The name is taken, or is not made of letters, digits and hyphens."),
      remedy: Bilingual(
        fr: "Donnez-en un autre avec --id, ou remplacez le jeu avec « camin data update ».",
        en: "Give another one with --id, or replace the feed with “camin data update”."))
  }
}
