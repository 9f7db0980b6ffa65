import Glibc
import Planning

/// Bytes of a regular file, read in pieces, so that a huge file costs no more memory than a small
/// one.
final class ByteSource {
  /// How much is asked of the system at a time.
  private static let pieceSize = 1 << 16

  private let descriptor: Int32
  private var piece: [UInt8] = []
  private var next = 0
  /// Bytes taken so far.
  private(set) var offset = 0

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Bytes already in memory, for documents that come from elsewhere than a file.
  init(bytes: [UInt8]) {
    descriptor = -1
    piece = bytes
  }

  /// Opens a file of at most `limit` bytes. A missing, unreadable or irregular file (a folder, a
  /// pipe) is refused before anything is read, so that no device can hold the reader up.
  static func open(_ path: String, limit: Int) throws(InputRefusal) -> ByteSource {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing : .unreadable(SystemWords.of(errno))
    }
    let source = ByteSource(descriptor: descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(SystemWords.of(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= limit else { throw .tooLarge(Int(status.st_size)) }
    return source
  }

  /// The next byte, not taken yet; `nil` at the end.
  func peek() throws(InputRefusal) -> UInt8? {
    if next == piece.count { try refill() }
    return next < piece.count ? piece[next] : nil
  }

  /// Takes the next byte; `nil` at the end.
  func take() throws(InputRefusal) -> UInt8? {
    guard let byte = try peek() else { return nil }
    next += 1
    offset += 1
    return byte
  }

  /// The first piece of the input from here on, not taken yet.
  func preview() throws(InputRefusal) -> ArraySlice<UInt8> {
    if next == piece.count { try refill() }
    return piece[next...]
  }

  /// Everything from here on.
  func takeAll() throws(InputRefusal) -> [UInt8] {
    var all: [UInt8] = []
    while try peek() != nil {
      all += piece[next...]
      offset += piece.count - next
      next = piece.count
    }
    return all
  }

  private func refill() throws(InputRefusal) {
    guard descriptor >= 0 else { return }
    var count = 0
    piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, filled in
      repeat {
        count = read(descriptor, buffer.baseAddress, Self.pieceSize)
      } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    next = 0
    guard count >= 0 else { throw .unreadable(SystemWords.of(errno)) }
  }
}

/// Why a file was not read.
enum InputRefusal: Error {
  case missing
  /// With what the system says.
  case unreadable(Bilingual)
  case notAFile
  /// With its size in bytes.
  case tooLarge(Int)
}
