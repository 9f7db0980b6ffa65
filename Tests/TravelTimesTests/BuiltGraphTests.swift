import Foundation
import Testing
import TravelTimes

/// Graphs built from tables and kept on disk: the same roads, and nothing believed that is broken or out of date.
@Suite struct BuiltGraphTests {
  private let folder = NSTemporaryDirectory() + "camin-graphs-" + UUID().uuidString
  private var tables: String { folder + "/roads" }
  private var cache: RoadCache { RoadCache(folder: folder + "/kept") }

  init() throws {
    try FileManager.default.createDirectory(atPath: tables, withIntermediateDirectories: true)
    try write("nodes.csv", "node,lat,lon\na,44.5,1.5\nb,44.6,1.5\nc,44.6,1.6\n")
    try write("edges.csv", edges(minutes: 10))
    try write("attribution.txt", "Nobody, public domain\n")
  }

  private func edges(minutes: Int) -> String {
    "u,v,length_m,time_s\na,b,12000,\(60 * minutes)\nb,c,8000,480\nc,a,14000,840\n"
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: tables + "/" + name))
  }

  private func seconds(_ cache: RoadCache?) throws -> (roads: Roads, way: Double) {
    let roads = try RoadSource(tables).open(cache: cache)
    let places = [
      RoadPlace("a", at: Coordinate(latitude: 44.5, longitude: 1.5)),
      RoadPlace("b", at: Coordinate(latitude: 44.6, longitude: 1.5)),
    ]
    let matrix = try roads.matrix(of: places).matrix
    return (roads, try #require(matrix.wholeSeconds).map(Double.init)[1])
  }

  private var kept: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cache.folder)) ?? [])
      .filter { $0.hasSuffix(".graph") }.sorted()
  }

  @Test func theGraphKeptIsTheOneThatWouldBeBuilt() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let built = try seconds(nil)
    #expect(kept.isEmpty, "without a cache nothing is kept")
    let first = try seconds(cache)
    #expect(kept.count == 1)
    let second = try seconds(cache)
    #expect(kept.count == 1)
    for other in [first, second] {
      #expect(other.way == built.way)
      #expect(other.roads.fingerprint == built.roads.fingerprint)
      #expect(other.roads.attribution == "Nobody, public domain")
    }
  }

  @Test func otherTablesAreAnotherGraph() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let before = try seconds(cache)
    try write("edges.csv", edges(minutes: 20))
    let after = try seconds(cache)
    #expect(after.way > before.way && kept.count == 2)
    try write("edges.csv", edges(minutes: 10))
    #expect(try seconds(cache).way == before.way && kept.count == 2)
  }

  @Test func whatIsBrokenIsWrittenAnew() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let right = try seconds(cache)
    let path = cache.folder + "/" + (try #require(kept.first))
    let whole = try Data(contentsOf: URL(filePath: path))
    for broken in [Data(), whole.prefix(100), whole.dropLast(9), flipped(whole)] {
      try Data(broken).write(to: URL(filePath: path))
      #expect(try seconds(cache).way == right.way)
      #expect(try Data(contentsOf: URL(filePath: path)) == whole, "\(broken.count) bytes")
    }
  }

  private func flipped(_ bytes: Data) -> Data {
    var bytes = Data(bytes)
    bytes[bytes.count / 2] ^= 1
    return bytes
  }

  @Test func aFolderThatCannotBeWrittenIsNoFault() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("taken", "a file where the folder would be")
    let blocked = RoadCache(folder: tables + "/taken/kept")
    #expect(try seconds(blocked).way == seconds(nil).way)
  }

  @Test func theLatestEightAreKept() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var built: [String] = []
    for minutes in 1...10 {
      try write("edges.csv", edges(minutes: 10 + minutes))
      _ = try seconds(cache)
      built += kept.filter { !built.contains($0) }
      // Clocks of file systems tick in milliseconds.
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(kept.count == 8 && kept == built.suffix(8).sorted())
  }
}
