internal import CZip

/// Makes zip archives in memory, the same bytes for the same files at any time.
public enum ZipWriter {
  /// - Parameter files: names with `/` between folders, and contents, in the order they are to have.
  /// - Throws: `ZipError.damaged` with what libzip says where memory is short or a name occurs twice.
  public static func archive(_ files: [(name: String, bytes: [UInt8])]) throws(ZipError) -> [UInt8]
  {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw .damaged(ZipArchive.words(&error))
    }
    defer { zip_source_free(target) }
    // Closing the archive gives up its hold of the target, which is read afterwards.
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw .damaged(ZipArchive.words(&error))
    }
    for file in files {
      guard let source = ZipArchive.source(file.bytes, &error) else {
        zip_discard(archive)
        throw .damaged(ZipArchive.words(&error))
      }
      let index = zip_file_add(archive, file.name, source, UInt32(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else {
        let words = zip_strerror(archive).map { String(cString: $0) } ?? ""
        zip_source_free(source)
        zip_discard(archive)
        throw .damaged(words)
      }
      // The clock must not tell two archives of the same files apart.
      zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0)
    }
    guard zip_close(archive) == 0 else {
      let words = zip_strerror(archive).map { String(cString: $0) } ?? ""
      zip_discard(archive)
      throw .damaged(words)
    }
    return try bytes(of: target)
  }

  private static func bytes(of source: OpaquePointer) throws(ZipError) -> [UInt8] {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else {
      throw .damaged("")
    }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(clamping: stat.size))
    let count = zip_source_read(source, &bytes, UInt64(bytes.count))
    guard count == Int64(bytes.count) else { throw .damaged("") }
    return bytes
  }
}
