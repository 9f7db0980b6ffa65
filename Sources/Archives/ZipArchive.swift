internal import CZip
internal import Glibc

/// A file in an archive.
public struct ZipEntry: Equatable, Sendable {
  /// As written, with `/` between folders.
  public let name: String
  /// Bytes once unpacked, as the archive says; it may lie, so readers set a limit all the same.
  public let size: Int
  /// Bytes in the archive.
  public let packedSize: Int
  fileprivate let index: UInt64
}

/// A zip archive, opened for reading, over libzip.
///
/// Nothing is ever unpacked to disk, so names that climb out of a folder do no harm here.
public final class ZipArchive {
  /// More than any feed or workbook has.
  public static let mostEntries = 10_000

  /// In the archive's order, folders left out.
  public let entries: [ZipEntry]
  private let archive: OpaquePointer

  /// Opens a file.
  public init(path: String) throws(ZipError) {
    var code: Int32 = 0
    guard let opened = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) else {
      throw Self.error(opening: code)
    }
    archive = opened
    entries = try Self.entries(of: opened)
  }

  /// Opens bytes in memory.
  public init(bytes: [UInt8]) throws(ZipError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = Self.source(bytes, &error) else {
      throw .damaged(Self.words(&error))
    }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      throw Self.error(opening: zip_error_code_zip(&error))
    }
    archive = opened
    entries = try Self.entries(of: opened)
  }

  deinit { zip_discard(archive) }

  /// The entry of this name, upper and lower case apart.
  public func entry(_ name: String) -> ZipEntry? { entries.first { $0.name == name } }

  /// Unpacks an entry.
  ///
  /// - Parameter limit: the most bytes that are taken; more are an error, and are never held in memory.
  public func bytes(of entry: ZipEntry, limit: Int) throws(ZipError) -> [UInt8] {
    guard entry.size <= limit else { throw .tooLarge(entry: entry.name, limit: limit) }
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      throw Self.error(in: zip_get_error(archive))
    }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.size)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_fread(file, &chunk, UInt64(chunk.count))
      guard count >= 0 else { throw Self.error(in: zip_file_get_error(file)) }
      guard count > 0 else { return bytes }
      guard bytes.count + Int(count) <= limit else {
        throw .tooLarge(entry: entry.name, limit: limit)
      }
      bytes.append(contentsOf: chunk[..<Int(count)])
    }
  }

  private static func entries(of archive: OpaquePointer) throws(ZipError) -> [ZipEntry] {
    let count = zip_get_num_entries(archive, 0)
    guard count <= mostEntries else {
      zip_discard(archive)
      throw .tooManyEntries(limit: mostEntries)
    }
    var entries: [ZipEntry] = []
    for index in 0..<UInt64(max(0, count)) {
      var stat = zip_stat_t()
      zip_stat_init(&stat)
      guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name else { continue }
      let text = String(cString: name)
      guard !text.hasSuffix("/") else { continue }
      entries.append(
        ZipEntry(
          name: text, size: Int(clamping: stat.size), packedSize: Int(clamping: stat.comp_size),
          index: index))
    }
    return entries
  }

  /// A source that owns a copy of the bytes.
  static func source(_ bytes: [UInt8], _ error: inout zip_error_t) -> OpaquePointer? {
    let copy = UnsafeMutableRawPointer.allocateForC(bytes)
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      free(copy)
      return nil
    }
    return source
  }

  static func words(_ error: inout zip_error_t) -> String {
    zip_error_strerror(&error).map { String(cString: $0) } ?? ""
  }

  private static func error(opening code: Int32) -> ZipError {
    switch code {
    case ZIP_ER_NOENT, ZIP_ER_OPEN, ZIP_ER_READ: .cannotOpen(errno)
    case ZIP_ER_NOZIP: .notAnArchive
    default: error(code)
    }
  }

  private static func error(in error: UnsafeMutablePointer<zip_error_t>?) -> ZipError {
    guard let error else { return .damaged("") }
    return Self.error(zip_error_code_zip(error))
  }

  private static func error(_ code: Int32) -> ZipError {
    guard code != ZIP_ER_ENCRNOTSUPP, code != ZIP_ER_NOPASSWD, code != ZIP_ER_WRONGPASSWD else {
      return .encrypted
    }
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    return .damaged(words(&error))
  }
}
