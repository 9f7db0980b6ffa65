import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Interchange
import Logging
import NIOCore
import PlanStore
import PlanningAPI
import Synchronization
import Testing

/// A server of a test's own, asked in the same process.
struct Served: Sendable {
  let folder: URL
  let file: ServerFile
  let settings: ServerSettings
  /// Where its log goes; `nil`: nowhere.
  var log: (@Sendable (String) -> Void)?

  init(_ change: (inout ServerSettings) -> Void = { _ in }) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "camin-api-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    file = try ServerFile.open(folder.appending(path: "server.db").path)
    var settings = ServerSettings(jobs: JobLimits(parallel: 1, threads: 1, memory: 2_000_000_000))
    change(&settings)
    self.settings = settings
  }

  func server() throws -> PlanningServer {
    let log = log
    let logger = Logger(label: "test") { _ in
      JSONLog(level: log == nil ? .critical : .debug) { log?($0) }
    }
    return try PlanningServer(settings, file: file, logger: logger)
  }

  /// Runs a test against the server, and removes what it has left.
  func ask(_ test: @Sendable (Asking) async throws -> Void) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try await keep(test)
  }

  /// The same, and gives back what the test has found.
  func answer<Value: Sendable>(
    _ test: @Sendable (Asking) async throws -> Value
  ) async throws -> Value {
    let found = Mutex<Value?>(nil)
    try await ask { api async throws in
      let value = try await test(api)
      found.withLock { $0 = value }
    }
    return try #require(found.withLock { $0 })
  }

  /// The same, leaving the file as a server that ended would.
  func keep(_ test: @Sendable (Asking) async throws -> Void) async throws {
    let server = try server()
    let contract = try Contract(server.openAPI)
    try await server.application().test(.router) { client in
      try await test(Asking(client: client, contract: contract))
    }
  }

  /// Adds a key, before the server is started.
  func key(
    _ tenant: String, _ scopes: Set<Scope> = [.read, .write], days: Double = 1, rate: Double = 1000
  )
    throws -> NewKey
  {
    let made = NewKey(
      name: tenant, tenant: tenant, scopes: scopes, days: days, rate: rate, mostBytes: 1_000_000)
    try file.add(made.record)
    return made
  }
}

/// Asks, and holds each answer to what the OpenAPI document says of it.
struct Asking: Sendable {
  let client: any TestClientProtocol
  let contract: Contract
  var key: NewKey?

  func with(_ key: NewKey) -> Asking { Asking(client: client, contract: contract, key: key) }

  @discardableResult
  func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
    try await send(.get, path, headers, nil)
  }

  @discardableResult
  func post(_ path: String, _ body: JSONItem, _ headers: HTTPFields = [:]) async throws -> Answer {
    try await send(.post, path, headers, Array(JSONText.document(body).utf8))
  }

  @discardableResult
  func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: [UInt8]?
  ) async throws -> Answer {
    var headers = headers
    if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
    if let key { headers[.authorization] = "Bearer " + key.secret }
    let response = try await client.execute(
      uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
    let answer = Answer(
      status: response.status.code, headers: response.headers, bytes: Array(buffer: response.body))
    let faults = contract.faults(of: answer, method, path)
    #expect(
      faults.isEmpty, "\(method) \(path) → \(answer.status): \(faults) \(answer.text.prefix(400))")
    return answer
  }

  /// The job once it is over.
  func end(of job: String) async throws -> JSONItem {
    try await look(at: job) { ["complete", "stopped", "failed"].contains($0["state"].string) }
  }

  /// Waits until the job waits no longer.
  func begins(_ job: String) async throws {
    _ = try await look(at: job) { $0["state"] != "queued" }
  }

  /// The job once it is as asked; jobs give way to all else, so on a busy machine that may take minutes.
  private func look(at job: String, until isReached: (JSONItem) -> Bool) async throws -> JSONItem {
    for _ in 0..<3600 {
      let status = try await get(job)
      try #require(status.status == 200)
      if isReached(status.json) { return status.json }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Late(job: job)
  }

  struct Late: Error { let job: String }
}

struct Answer: Sendable {
  let status: Int
  let headers: HTTPFields
  let bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var json: JSONItem { JSONItem(json: bytes) ?? .null }
  var location: String { headers[.location] ?? "" }
  /// Codes of a problem's errors.
  var errors: [JSONItem] { json["errors"].array }
}

extension JSONItem {
  subscript(_ key: String) -> JSONItem {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var string: String {
    if case .string(let text) = self { text } else { "" }
  }

  var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  var array: [JSONItem] {
    if case .array(let items) = self { items } else { [] }
  }

  var keys: [String] {
    if case .object(let members) = self { members.keys.sorted() } else { [] }
  }

  /// The same object with another value of a key; `nil` removes it.
  func with(_ key: String, _ value: JSONItem?) -> JSONItem {
    guard case .object(var members) = self else { return self }
    members[key] = value
    return .object(members)
  }
}
