internal import Foundation

/// Answers of routing servers on disk (and beside them graphs built from tables), so that only pairs of places not yet known are asked for: one file for each
/// server and profile, by coordinates rounded to a millionth of a degree (11 cm), never by names.
///
/// Coordinates of homes are in it: folder and files are open to their owner alone. Any number of processes may use one
/// cache at once: a file is replaced as a whole, under a lock. A pair is asked for again after `longestDays`; until
/// then a new map of the server goes unnoticed.
public struct RoadCache: Hashable, Sendable {
  /// Pairs that a file keeps, the latest ones: 48 MB.
  public static let mostPairs = 2_000_000
  /// Files that a folder keeps, the latest ones.
  public static let mostFiles = 16
  /// Days for which an answer is good.
  public static let longestDays: UInt32 = 30

  public let folder: String
  /// Days since 1 January 1970.
  let today: UInt32

  public init(folder: String) {
    self.init(folder: folder, today: UInt32(clamping: time(nil) / 86_400))
  }

  package init(folder: String, today: UInt32) {
    (self.folder, self.today) = (folder, today)
  }

  /// In `$XDG_CACHE_HOME/camin/roads`, else `~/.cache/camin/roads`; `nil` where the environment names neither.
  public static func standard(_ environment: [String: String]) -> RoadCache? {
    if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
      return RoadCache(folder: base + "/camin/roads")
    }
    return environment["HOME"].flatMap {
      $0.hasPrefix("/") ? RoadCache(folder: $0 + "/.cache/camin/roads") : nil
    }
  }

  /// The file of a source.
  package func path(_ fingerprint: String) -> String {
    let sum = Array(fingerprint.utf8).withUnsafeBytes { FileHeader.sum(of: $0) }
    return folder + "/" + Roads.hex(sum) + ".cache"
  }

  /// What is known of a source.
  ///
  /// - Returns: nothing where there is no file; a note where the file is of no use.
  func read(_ fingerprint: String) -> (pairs: CachedPairs, note: RoadNote?) {
    let path = path(fingerprint)
    guard FileBytes.exists(path) else { return (CachedPairs(), nil) }
    do throws(RoadError) {
      return (try CacheFile.pairs(FileBytes(of: path), of: fingerprint, named: path), nil)
    } catch {
      return (CachedPairs(), .cacheIgnored(path))
    }
  }

  /// Adds pairs to what is known of a source by now.
  ///
  /// - Returns: a note where they could not be kept.
  func add(_ new: CachedPairs, to fingerprint: String) -> RoadNote? {
    guard !new.pairs.isEmpty else { return nil }
    let path = path(fingerprint)
    do throws(RoadError) {
      try CacheFolder.make(folder)
      try CacheFolder.locked(path + ".lock") { () throws(RoadError) in
        let all = read(fingerprint).pairs.adding(new, most: RoadCache.mostPairs)
        try CacheFolder.replace(path, with: CacheFile.bytes(all, of: fingerprint))
      }
      CacheFolder.removeOldest(in: folder, keeping: RoadCache.mostFiles)
      return nil
    } catch {
      guard case .file(_, let code) = error else { return .cacheNotKept(path, code: EIO) }
      return .cacheNotKept(path, code: code)
    }
  }
}
