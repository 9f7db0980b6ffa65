public import Foundation
internal import Interchange
public import PlanStore

/// A key just made: the only moment at which the whole of it is known.
public struct NewKey: Sendable {
  /// What the client sends: `camin_`, the public part, and 256 random bits.
  public let secret: String
  public let record: ApiKey

  /// - Parameters:
  ///   - tenant: whose jobs it shows.
  ///   - days: how long it is valid.
  public init(
    name: String, tenant: String, scopes: Set<Scope>, days: Double, rate: Double, mostBytes: Int,
    at moment: Date = Date()
  ) {
    let id = Token.random(bytes: 5)
    secret = "camin_" + id + "_" + Token.random(bytes: 32)
    record = ApiKey(
      id: id, tenant: tenant, name: name, hash: SHA256.hex(Array(secret.utf8)),
      scopes: Set(scopes.map(\.rawValue)), rate: rate, mostBytes: mostBytes, createdAt: moment,
      expiresAt: moment + days * 86_400)
  }
}
