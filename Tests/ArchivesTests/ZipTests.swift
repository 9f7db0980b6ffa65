import Archives
import Foundation
import Testing

@Suite struct ZipTests {
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("agency.txt", Array("agency_id\nLio\n".utf8)), ("vide.txt", []),
    ("dossier/été.txt", [UInt8](repeating: 65, count: 300_000)),
  ]

  @Test func whatIsWrittenIsRead() throws {
    let archive = try ZipArchive(bytes: try ZipWriter.archive(Self.files))
    #expect(archive.entries.map(\.name) == Self.files.map(\.name))
    for (entry, file) in zip(archive.entries, Self.files) {
      #expect(entry.size == file.bytes.count)
      #expect(try archive.bytes(of: entry, limit: 1 << 20) == file.bytes)
    }
    #expect(archive.entries[2].packedSize < 3_000)
    #expect(archive.entry("vide.txt") != nil)
    #expect(archive.entry("VIDE.TXT") == nil)
  }

  @Test func sameFilesGiveTheSameBytes() throws {
    #expect(try ZipWriter.archive(Self.files) == ZipWriter.archive(Self.files))
  }

  @Test func aBombIsNotUnpacked() throws {
    let archive = try ZipArchive(bytes: try ZipWriter.archive(Self.files))
    let entry = try #require(archive.entry("dossier/été.txt"))
    #expect(throws: ZipError.tooLarge(entry: entry.name, limit: 1000)) {
      try archive.bytes(of: entry, limit: 1000)
    }
  }

  /// The size that the archive states is a lie: the true one counts.
  @Test func aLieAboutSizeIsFound() throws {
    var bytes = try ZipWriter.archive([("a.txt", [UInt8](repeating: 66, count: 5_000))])
    let size: [UInt8] = [0x88, 0x13, 0, 0]
    for start in bytes.indices.dropLast(4).reversed() where Array(bytes[start..<start + 4]) == size
    {
      bytes[start] = 10
      bytes[start + 1] = 0
    }
    let read = Result { () throws -> Int in
      let archive = try ZipArchive(bytes: bytes)
      return try archive.bytes(of: archive.entries[0], limit: 1_000).count
    }
    #expect((try? read.get()) != 5_000)
  }

  @Test func whatIsNoArchiveIsTold() throws {
    #expect(throws: ZipError.notAnArchive) { try ZipArchive(bytes: Array("bonjour".utf8)) }
    #expect(throws: ZipError.cannotOpen(ENOENT)) { try ZipArchive(path: "/nowhere/at-all.zip") }
    let whole = try ZipWriter.archive(Self.files)
    #expect(throws: ZipError.self) { try ZipArchive(bytes: Array(whole.prefix(whole.count / 2))) }
    #expect(throws: ZipError.self) { try ZipWriter.archive([("a", []), ("a", [])]) }
  }
}
