/// Why an archive cannot be read or written.
public enum ZipError: Error, Equatable, Sendable {
  /// There is no such file, or it may not be read; the value of `errno`.
  case cannotOpen(Int32)
  case notAnArchive
  /// Cut short, or its parts contradict each other; what libzip says of it.
  case damaged(String)
  case encrypted
  /// No entry of this name.
  case noEntry(String)
  /// An entry would unpack to more bytes than its reader takes: a bomb, or the wrong file.
  case tooLarge(entry: String, limit: Int)
  /// There are more entries than anybody needs.
  case tooManyEntries(limit: Int)
}
