internal import Foundation
public import Planning

/// The feeds of a territory, in a folder with a list of where each comes from. Local files only: nothing is ever fetched.
public struct FeedCatalog: Sendable {
  /// A feed of the list.
  public struct Entry: Codable, Hashable, Sendable {
    /// What ids of the feed are prefixed with.
    public var id: String
    /// A folder or an archive beside the list.
    public var file: String
    /// Where it was had, as whoever added it says.
    public var source: String
    public var licence: String
    /// `2026-11-28`.
    public var added: PlanDate

    public init(id: String, file: String, source: String, licence: String, added: PlanDate) {
      self.id = id
      self.file = file
      self.source = source
      self.licence = licence
      self.added = added
    }
  }

  private struct Document: Codable {
    var version = 1
    var feeds: [Entry] = []
  }

  public static let file = "feeds.json"

  public let folder: String
  public var entries: [Entry]

  /// Reads the list of a folder; empty where there is none yet.
  ///
  /// - Throws: `Faults` where the list cannot be understood, or holds an id twice.
  public init(_ folder: String) throws(Faults) {
    self.folder = folder
    let path = folder + "/" + Self.file
    guard FileManager.default.fileExists(atPath: path) else {
      entries = []
      return
    }
    do {
      let document = try JSONDecoder().decode(
        Document.self, from: Data(contentsOf: URL(filePath: path)))
      entries = document.feeds
    } catch {
      throw Faults([.badCatalog(path, "\(error)")])
    }
    let ids = Dictionary(grouping: entries, by: \.id).filter { $0.value.count > 1 }.keys.sorted()
    guard ids.isEmpty else { throw Faults(ids.map { .badCatalog(path, $0) }) }
  }

  /// The list as it is written.
  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let document = Document(feeds: entries.sorted { $0.id < $1.id })
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  public func path(of entry: Entry) -> String { folder + "/" + entry.file }

  /// Reads the feeds that a path stands for: a folder with a list, a folder of GTFS files, or an archive.
  ///
  /// - Throws: `Faults` where there is nothing of the kind.
  public static func read(_ path: String, limits: FeedLimits = FeedLimits()) throws(Faults)
    -> [FeedReading]
  {
    if FileManager.default.fileExists(atPath: path + "/" + file) {
      let catalog = try FeedCatalog(path)
      return catalog.entries.map {
        FeedReader.read(catalog.path(of: $0), id: $0.id, limits: limits)
      }
    }
    return [FeedReader.read(path, id: id(of: path), limits: limits)]
  }

  /// Reads several paths, each as above; ids that occur twice get a number.
  public static func read(_ paths: [String]) throws(Faults) -> [FeedReading] {
    var readings: [FeedReading] = []
    var seen: [String: Int] = [:]
    for path in paths {
      for reading in try read(path) {
        let count = seen[reading.feed.id, default: 0] + 1
        seen[reading.feed.id] = count
        readings.append(count > 1 ? reading.renamed(reading.feed.id + "\(count)") : reading)
      }
    }
    return readings
  }

  /// The file's name without its ending.
  public static func id(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "feed"
    return name.hasSuffix(".zip") ? String(name.dropLast(4)) : name
  }
}

extension FeedReading {
  fileprivate func renamed(_ id: String) -> FeedReading {
    var feed = feed
    feed.id = id
    return FeedReading(feed: feed, notices: notices, isUsable: isUsable)
  }
}

extension Fault {
  fileprivate static func badCatalog(_ path: String, _ value: String) -> Fault {
    Fault(
      code: "bad-feed-list", place: FaultPlace(file: path), field: "feeds", value: value,
      cause: Bilingual(
        fr: "La liste des jeux de données ne se lit pas, ou nomme deux fois le même.",
        en: "The list of feeds cannot be read, or names one twice."),
      remedy: Bilingual(
        fr: "Corrigez feeds.json, ou supprimez-le et ajoutez les jeux à nouveau.",
        en: "Mend feeds.json, or delete it and add the feeds again."))
  }
}
