import Foundation
import GRDB
import PlanStore
import Testing

/// What a server must not forget.
@Suite struct ServerFileTests {
  private struct Fixture: ~Copyable {
    let folder: URL
    let path: String

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "camin-" + UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      path = folder.appending(path: "server.db").path
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
  }

  private static let noon = Date(timeIntervalSince1970: 1_795_694_400.25)

  private static func job(
    _ id: String, of tenant: String = "t", key: String? = nil, print: String = "f"
  )
    -> JobRecord
  {
    JobRecord(
      id: id, tenant: tenant, kind: "plan", idempotencyKey: key, fingerprint: print, legs: 3,
      submittedAt: noon)
  }

  @Test func givesBackWhatWasAcceptedInItsOrder() throws {
    let fixture = try Fixture()
    let file = try ServerFile.open(fixture.path)
    let jobs = [Self.job("b"), Self.job("a"), Self.job("c", of: "u")]
    for job in jobs { #expect(try file.accept(job, request: Array(job.id.utf8)) == .accepted) }
    let reopened = try ServerFile.open(fixture.path)
    #expect(try reopened.jobs() == jobs)
    #expect(try reopened.request(of: "a") == Array("a".utf8))
    #expect(try reopened.result(of: "a") == nil)
    #expect(try reopened.request(of: "z") == nil)
  }

  @Test func remembersByWhichKeyAJobCame() throws {
    let fixture = try Fixture()
    var job = Self.job("a")
    job.apiKey = "k1"
    #expect(try ServerFile.open(fixture.path).accept(job, request: []) == .accepted)
    #expect(try ServerFile.open(fixture.path).jobs().map(\.apiKey) == ["k1"])
  }

  @Test func aFileOfTheFirstSchemaIsTakenOn() throws {
    let fixture = try Fixture()
    #expect(try ServerFile.open(fixture.path).accept(Self.job("a"), request: []) == .accepted)
    try DatabaseQueue(path: fixture.path).inDatabase { db in
      try db.execute(sql: "ALTER TABLE job DROP COLUMN api_key; PRAGMA user_version = 1")
    }
    let file = try ServerFile.open(fixture.path)
    #expect(try file.jobs() == [Self.job("a")])
    var job = Self.job("b")
    job.apiKey = "k1"
    #expect(try file.accept(job, request: []) == .accepted)
    #expect(try file.jobs().map(\.apiKey) == [nil, "k1"])
  }

  @Test func knowsARepetitionFromAnotherRequest() throws {
    let fixture = try Fixture()
    let file = try ServerFile.open(fixture.path)
    let first = Self.job("a", key: "k")
    #expect(try file.accept(first, request: [1]) == .accepted)
    #expect(try file.accept(Self.job("b", key: "k"), request: [1]) == .repeated(first))
    #expect(try file.accept(Self.job("c", key: "k", print: "g"), request: [2]) == .conflicting)
    #expect(try file.accept(Self.job("d", of: "u", key: "k"), request: [1]) == .accepted)
    #expect(try file.accept(Self.job("e"), request: [1]) == .accepted)
    #expect(try file.accept(Self.job("f"), request: [1]) == .accepted)
    #expect(try file.job(of: "t", key: "k") == first)
    #expect(try file.job(of: "t", key: "other") == nil)
  }

  @Test func aJobThatIsOverStaysAsItIs() throws {
    let fixture = try Fixture()
    let file = try ServerFile.open(fixture.path)
    _ = try file.accept(Self.job("a"), request: [1])
    try file.begin("a", at: Self.noon)
    try file.end(
      "a", JobEnd(state: .complete, outcome: "{}", result: [7], resultHash: "h"), at: Self.noon)
    try file.begin("a", at: Self.noon)
    try file.putBack("a")
    try file.end("a", JobEnd(state: .failed, outcome: nil), at: Self.noon)
    let job = try #require(try file.jobs().first)
    #expect(job.state == .complete && job.attempts == 1 && job.resultHash == "h")
    #expect(try file.result(of: "a") == [7])
  }

  @Test func erasedAndPurgedIsGoneFromTheFile() throws {
    let fixture = try Fixture()
    let file = try ServerFile.open(fixture.path)
    let secret = Array("this-must-go-entirely".utf8)
    for id in ["a", "b", "c"] {
      _ = try file.accept(Self.job(id, key: id), request: secret)
      guard id != "c" else { continue }
      try file.end(id, JobEnd(state: .complete, outcome: "{}", result: secret), at: Self.noon)
    }
    try file.erase("a")
    try file.erase("c")
    #expect(try file.jobs().map(\.state) == [.erased, .complete, .queued])
    #expect(try file.request(of: "a") == nil)
    #expect(try file.request(of: "c") == secret)
    #expect(try file.purge(endedBefore: Self.noon) == [])
    #expect(try Set(file.purge(endedBefore: Self.noon + 1)) == ["a", "b"])
    try file.end("c", JobEnd(state: .failed, outcome: nil), at: Self.noon)
    try file.erase("c")
    for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path) {
      let bytes = try Data(contentsOf: fixture.folder.appending(path: name))
      #expect(bytes.range(of: Data(secret)) == nil, "\(name)")
    }
  }

  @Test func soMuchIsKeptOfEachTenantAndTheOldestGoes() throws {
    let fixture = try Fixture()
    let file = try ServerFile.open(fixture.path)
    let jobs = [("a", "t"), ("b", "t"), ("c", "t"), ("d", "u"), ("e", "t")]
    for (index, job) in jobs.enumerated() {
      _ = try file.accept(Self.job(job.0, of: job.1), request: Array(repeating: 7, count: 60))
      // The last one still runs: it counts for nothing yet and stays.
      guard index < 4 else { continue }
      try file.end(
        job.0,
        JobEnd(state: .complete, outcome: nil, result: Array(repeating: 8, count: 40)),
        at: Self.noon + Double(index))
    }
    #expect(try file.purge(keepingBytes: 300) == [])
    #expect(try file.purge(keepingBytes: 200) == ["a"])
    #expect(try file.purge(keepingBytes: 1) == ["b"])
    #expect(try file.jobs().map(\.id) == ["c", "d", "e"])
  }

  @Test func keysAreKeptAndRevoked() throws {
    let fixture = try Fixture()
    let file = try ServerFile.open(fixture.path)
    let key = ApiKey(
      id: "k1", tenant: "t", name: "n", hash: String(repeating: "a", count: 64),
      scopes: ["plan:read", "metrics"], rate: 2.5, mostBytes: 10, createdAt: Self.noon,
      expiresAt: Self.noon + 10)
    try file.add(key)
    #expect(try ServerFile.open(fixture.path, access: .reading).keys() == [key])
    #expect(key.isValid(at: Self.noon) && !key.isValid(at: Self.noon + 10))
    #expect(throws: StoreError.self) { try file.add(key) }
    #expect(try file.revoke(key: "k1", at: Self.noon))
    #expect(try !file.revoke(key: "k1", at: Self.noon))
    #expect(try !file.revoke(key: "k2", at: Self.noon))
    #expect(try file.keys().first?.isValid(at: Self.noon) == false)
  }

  @Test func oneServerHasTheFile() throws {
    let fixture = try Fixture()
    let lock = try ServerLock.take(fixture.path)
    let error = #expect(throws: StoreError.self) { try ServerLock.take(fixture.path) }
    #expect(error?.cause == .locked)
    lock.release()
    try ServerLock.take(fixture.path).release()
  }

  @Test func aFileOfAnotherKindIsLeftAlone() throws {
    let fixture = try Fixture()
    _ = try RunJournal.open(fixture.path)
    #expect(throws: StoreError.self) { try ServerFile.open(fixture.path) }
  }
}
