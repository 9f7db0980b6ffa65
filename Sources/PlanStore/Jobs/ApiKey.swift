public import Foundation
import GRDB

/// Who may do what at a server, and how much of it. The key itself is nowhere, only its hash.
public struct ApiKey: Hashable, Sendable {
  /// Public part of the key, by which people and logs name it.
  public var id: String
  /// Keys of one tenant see the same jobs; nobody else does.
  public var tenant: String
  /// What a person calls it.
  public var name: String
  /// SHA-256 of the whole key, 64 hexadecimal digits.
  public var hash: String
  public var scopes: Set<String>
  /// Requests a second, on average.
  public var rate: Double
  /// Bytes that a request may have.
  public var mostBytes: Int
  public var createdAt: Date
  public var expiresAt: Date
  public var revokedAt: Date?

  public init(
    id: String, tenant: String, name: String, hash: String, scopes: Set<String>, rate: Double,
    mostBytes: Int, createdAt: Date, expiresAt: Date, revokedAt: Date? = nil
  ) {
    self.id = id
    self.tenant = tenant
    self.name = name
    self.hash = hash
    self.scopes = scopes
    self.rate = rate
    self.mostBytes = mostBytes
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.revokedAt = revokedAt
  }

  public func isValid(at moment: Date) -> Bool { revokedAt == nil && moment < expiresAt }
}

extension ServerFile {
  public func add(_ key: ApiKey) throws(StoreError) {
    try file.write { db in
      let scopes = "[" + key.scopes.sorted().map { "\"\($0)\"" }.joined(separator: ",") + "]"
      try db.execute(
        sql: """
          INSERT INTO api_key (id, tenant, name, hash, scopes, rate, most_bytes, created_at, expires_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          key.id, key.tenant, key.name, key.hash, scopes, key.rate, key.mostBytes,
          key.createdAt.timeIntervalSince1970, key.expiresAt.timeIntervalSince1970,
        ])
    }
  }

  /// All keys, revoked ones too, the oldest first.
  public func keys() throws(StoreError) -> [ApiKey] {
    try file.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM api_key ORDER BY created_at, id").map { row in
        let scopes: String = row["scopes"]
        return ApiKey(
          id: row["id"], tenant: row["tenant"], name: row["name"], hash: row["hash"],
          scopes: Set(try JSONDecoder().decode([String].self, from: Data(scopes.utf8))),
          rate: row["rate"], mostBytes: row["most_bytes"],
          createdAt: Date(timeIntervalSince1970: row["created_at"]),
          expiresAt: Date(timeIntervalSince1970: row["expires_at"]),
          revokedAt: (row["revoked_at"] as Double?).map(Date.init(timeIntervalSince1970:)))
      }
    }
  }

  /// Ends the use of a key.
  ///
  /// - Returns: whether there is such a key that was not revoked before.
  public func revoke(key id: String, at moment: Date) throws(StoreError) -> Bool {
    try file.write { db in
      try db.execute(
        sql: "UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
        arguments: [moment.timeIntervalSince1970, id])
      return db.changesCount > 0
    }
  }
}
