internal import Archives
internal import Foundation

/// The files of a feed, in a folder or a zip archive.
struct FeedFiles {
  private enum Source {
    case nothing
    case folder(URL)
    /// Names as the archive has them: some publishers pack a folder round the files.
    case zip(ZipArchive, entries: [String: ZipEntry])
  }

  private let source: Source
  private let limits: FeedLimits
  private var bytesRead = 0
  /// Names without folders.
  let names: Set<String>
  /// Files of other folders than the feed's, which are not read.
  let passedOver: [String]

  /// What keeps a feed from being opened, told as a notice.
  struct Refusal: Error {
    let notice: Notice
  }

  /// No files at all.
  init() {
    source = .nothing
    limits = FeedLimits()
    (names, passedOver) = ([], [])
  }

  init(_ path: String, limits: FeedLimits) throws(Refusal) {
    self.limits = limits
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Refusal(notice: Notice(.missingFeed, file: path))
    }
    if isFolder.boolValue {
      let folder = Self.feedFolder(in: path)
      source = .folder(URL(filePath: folder))
      names = Set(Self.listed(folder))
      passedOver = []
      return
    }
    let archive: ZipArchive
    do {
      archive = try ZipArchive(path: path)
    } catch {
      throw Refusal(notice: Notice(.unreadableFeed, file: path, value: "\(error)"))
    }
    var found: [String: ZipEntry] = [:]
    var total = 0
    let entries = archive.entries.filter { Self.isFeedFile($0.name) }
    let folder = Self.fullest(
      Dictionary(grouping: entries) { Self.folder($0.name) }
        .mapValues { $0.map { Self.base($0.name) } })
    for entry in entries where Self.folder(entry.name) == folder {
      let (sum, overflow) = total.addingReportingOverflow(entry.size)
      let packed = max(1, entry.packedSize)
      let isBomb = entry.size > limits.ratioFrom && entry.size / packed > limits.mostRatio
      guard !overflow, sum <= limits.mostBytes, !isBomb else {
        throw Refusal(
          notice: Notice(
            .feedTooLarge, file: path + "/" + entry.name,
            value: "\(entry.size) / \(isBomb ? packed * limits.mostRatio : limits.mostBytes)"))
      }
      total = sum
      found[Self.base(entry.name)] = entry
    }
    source = .zip(archive, entries: found)
    names = Set(found.keys)
    passedOver = entries.map(\.name).filter { Self.folder($0) != folder }
  }

  /// The file's bytes; `nil` where there is none of that name.
  ///
  /// A header may lie about the size: no more is unpacked than the limit leaves.
  mutating func bytes(_ name: String) throws(Refusal) -> [UInt8]? {
    guard names.contains(name) else { return nil }
    let left = limits.mostBytes - bytesRead
    let bytes: [UInt8]
    switch source {
    case .nothing: return nil
    case .folder(let folder):
      let file = folder.appending(path: name)
      let size = (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
      guard size <= left else {
        throw Refusal(notice: Notice(.feedTooLarge, file: name, value: "\(size) / \(left)"))
      }
      guard let data = try? Data(contentsOf: file) else {
        throw Refusal(notice: Notice(.unreadableFeed, file: name))
      }
      bytes = [UInt8](data)
    case .zip(let archive, let entries):
      guard let entry = entries[name] else { return nil }
      do throws(ZipError) {
        bytes = try archive.bytes(of: entry, limit: left)
      } catch {
        var code = NoticeCode.unreadableFeed
        if case .tooLarge = error { code = .feedTooLarge }
        throw Refusal(notice: Notice(code, file: name, value: "\(error)"))
      }
    }
    bytesRead += bytes.count
    return bytes
  }

  /// The parts of a name; archives packed on Windows may divide folders by backslashes.
  private static func parts(_ name: String) -> [Substring] {
    name.split { $0 == "/" || $0 == "\\" }
  }

  private static func base(_ name: String) -> String { parts(name).last.map(String.init) ?? name }

  private static func folder(_ name: String) -> String {
    parts(name).dropLast().joined(separator: "/")
  }

  /// Folders and the leavings of other systems are passed over.
  private static func isFeedFile(_ name: String) -> Bool {
    let file = base(name)
    return !name.hasPrefix("__MACOSX") && !file.hasPrefix(".")
      && (file.hasSuffix(".txt") || file.hasSuffix(".geojson"))
  }

  private static func listed(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter(isFeedFile)
  }

  /// The folder itself, or the only one in it that holds a feed where somebody names one folder too high.
  private static func feedFolder(in path: String) -> String {
    guard !listed(path).contains(where: { FeedSchema.read[$0] != nil }) else { return path }
    let inner = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { !$0.hasPrefix(".") && $0 != "__MACOSX" }.map { path + "/" + $0 }
      .filter { listed($0).contains { FeedSchema.read[$0] != nil } }
    return inner.count == 1 ? inner[0] : path
  }

  /// The folder with most of the files that a feed is made of; among equals the one nearest to the top.
  private static func fullest(_ folders: [String: [String]]) -> String {
    func known(_ folder: String) -> Int {
      (folders[folder] ?? []).count { FeedSchema.read[$0] != nil }
    }
    return folders.keys.min {
      (-known($0), $0.count, $0) < (-known($1), $1.count, $1)
    } ?? ""
  }
}
