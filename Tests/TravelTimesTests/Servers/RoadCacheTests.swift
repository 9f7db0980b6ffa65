import CaminTestSupport
import Foundation
import Testing
import TravelTimes

/// Answers kept on disk: what is known is not asked again, and what is broken is not believed.
@Suite struct RoadCacheTests {
  private static let access = OsrmContractTests.access
  private let folder = NSTemporaryDirectory() + "camin-cache-" + UUID().uuidString

  private func cache(_ day: UInt32 = 20_000) -> RoadCache {
    RoadCache(folder: folder + "/a/b", today: day)
  }

  private func stub(failingFrom limit: Int = .max) throws -> HttpStub {
    try HttpStub { request, number in
      guard number < limit else { return .nothing }
      let (from, to) = MadeUpRoads.osrm(request.target)
      return .answer(200, MadeUpRoads.table(from, to))
    }
  }

  private func ask(
    _ stub: HttpStub, _ places: [RoadPlace], _ cache: RoadCache?
  ) throws -> RoadAnswer {
    try RoadSource("osrm:http://127.0.0.1:\(stub.port)").open(
      cache: cache, rules: OsrmContractTests.quick
    ).matrix(of: places, access: Self.access)
  }

  private func file(_ stub: HttpStub) -> String {
    cache().path("osrm:http://127.0.0.1:\(stub.port)#driving")
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  @Test func asksOnlyForWhatIsNotKnown() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stub = try stub()
    let places = MadeUpRoads.places(40)
    let first = try ask(stub, Array(places.prefix(30)), cache())
    #expect(first.pairsAsked == 29 * 29 && first.pairsFromCache == 0 && first.notes == [])
    #expect(try mode(file(stub)) == 0o600 && mode(folder + "/a/b") == 0o700)
    // By coordinates: other names are known as well.
    let renamed = places.prefix(30).map { RoadPlace("x" + $0.name, at: $0.at) }
    let second = try ask(stub, renamed, cache())
    #expect(second.pairsAsked == 0 && second.pairsFromCache == 29 * 29)
    #expect(MadeUpRoads.faults(second.matrix, renamed, terminal: 90) == [])
    #expect(stub.requests.count == 1)
    let third = try ask(stub, places.reversed(), cache())
    #expect(third.pairsAsked == 39 * 39 - 29 * 29 && third.pairsFromCache == 29 * 29)
    #expect(MadeUpRoads.faults(third.matrix, places.reversed(), terminal: 90) == [])
    #expect(stub.requests.count == 3, "new rows, and new columns of old rows")
    let content = try Data(contentsOf: URL(filePath: file(stub)))
    #expect(content.range(of: Data("p17".utf8)) == nil, "names stay out of it")
  }

  @Test func goesOnWhereTheServerDied() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stub = try stub(failingFrom: 2)
    let places = MadeUpRoads.places(230)
    #expect(throws: RoadError.self) { try ask(stub, places, cache()) }
    let known = 2 * 100 * 100
    let moved = try self.stub()
    // The same server, on its legs again.
    try FileManager.default.moveItem(atPath: file(stub), toPath: file(moved))
    #expect(throws: Never.self, "the file names its source: another's is not believed") {
      let answer = try ask(moved, Array(places.prefix(5)), cache())
      #expect(answer.notes == [.cacheIgnored(file(moved))] && answer.pairsFromCache == 0)
    }
    let flaky = try HttpStub { request, number in
      guard number < 2 || number > 4 else { return .nothing }
      let (from, to) = MadeUpRoads.osrm(request.target)
      return .answer(200, MadeUpRoads.table(from, to))
    }
    #expect(throws: RoadError.self) { try ask(flaky, places, cache()) }
    let rest = try ask(flaky, places, cache())
    #expect(rest.pairsFromCache == known && rest.pairsAsked == 229 * 229 - known)
    #expect(MadeUpRoads.faults(rest.matrix, places, terminal: 90) == [])
  }

  @Test func standsInForASilentServer() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stub = try stub(failingFrom: 1)
    let places = MadeUpRoads.places(20)
    let first = try ask(stub, places, cache())
    let late = try ask(stub, places, cache(20_030))
    #expect(late.pairsAsked == 0 && late.notes == [] && late.matrix == first.matrix)
    // Too old to be taken without asking; good enough where nobody answers, and that is told.
    let old = try ask(stub, places, cache(20_031))
    #expect(old.matrix == first.matrix && old.pairsFromCache == 19 * 19)
    guard case .serverSilent(let error)? = old.notes.first, old.notes.count == 1 else {
      Issue.record("\(old.notes)")
      return
    }
    #expect(error.cause == .brokenOff)
    #expect(throws: RoadError.self) { try ask(stub, MadeUpRoads.places(21), cache()) }
  }

  @Test func asksAgainForWhatIsOld() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stub = try stub()
    let places = MadeUpRoads.places(6)
    _ = try ask(stub, places, cache())
    #expect(try ask(stub, places, cache(20_031)).pairsAsked == 25)
    #expect(try ask(stub, places, cache(20_032)).pairsAsked == 0)
    #expect(try ask(stub, places, cache(19_000)).pairsAsked == 25, "a clock set back")
  }

  @Test func doesNotBelieveABrokenFile() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stub = try stub()
    let places = MadeUpRoads.places(8)
    _ = try ask(stub, places, cache())
    let path = file(stub)
    let whole = try Data(contentsOf: URL(filePath: path))
    for place in stride(from: 0, to: whole.count, by: 37) {
      var broken = whole
      broken[place] ^= 0x20
      try broken.write(to: URL(filePath: path))
      let answer = try ask(stub, places, cache())
      #expect(answer.notes == [.cacheIgnored(path)] && answer.pairsAsked == 49)
      #expect(MadeUpRoads.faults(answer.matrix, places, terminal: 90) == [])
    }
    try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
    #expect(try ask(stub, places, cache()).notes == [.cacheIgnored(path)])
    #expect(try Data(contentsOf: URL(filePath: path)).count == whole.count, "and made anew")
  }

  @Test func saysWhereItCannotKeep() throws {
    let stub = try stub()
    try Data().write(to: URL(filePath: folder))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let answer = try ask(stub, MadeUpRoads.places(4), cache())
    #expect(MadeUpRoads.faults(answer.matrix, MadeUpRoads.places(4), terminal: 90) == [])
    guard case .cacheNotKept(_, let code)? = answer.notes.first else {
      Issue.record("\(answer.notes)")
      return
    }
    #expect(code == ENOTDIR)
  }

  /// Many at once, each with places of its own: in the end all of them are known.
  @Test func isSafeUnderMany() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stub = try stub()
    let places = MadeUpRoads.places(64)
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      let own = Array(places[number * 8..<number * 8 + 8])
      #expect(throws: Never.self) { _ = try ask(stub, own, cache()) }
    }
    for number in 0..<8 {
      let own = Array(places[number * 8..<number * 8 + 8])
      #expect(try ask(stub, own, cache()).pairsAsked == 0)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b")
    #expect(left.count == 2 && !left.contains { $0.hasSuffix(".new") }, "\(left)")
  }

  @Test func findsItsFolder() {
    #expect(RoadCache.standard(["XDG_CACHE_HOME": "/x", "HOME": "/h"])?.folder == "/x/camin/roads")
    #expect(RoadCache.standard(["HOME": "/h"])?.folder == "/h/.cache/camin/roads")
    #expect(RoadCache.standard(["XDG_CACHE_HOME": "relative"]) == nil)
  }
}
