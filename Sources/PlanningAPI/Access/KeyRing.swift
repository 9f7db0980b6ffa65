internal import Foundation
internal import HTTPTypes
internal import Interchange
internal import PlanStore
internal import Synchronization

/// The keys of a server, read again every other second so that one made or revoked meanwhile counts.
final class KeyRing: Sendable {
  private struct State {
    var keys: [String: ApiKey] = [:]
    var buckets: [String: TokenBucket] = [:]
  }

  private let state = Mutex(State())
  private let clock = ContinuousClock()
  private let mostBytes: Int

  /// - Parameter mostBytes: what a request may have at most, whoever sends it.
  init(mostBytes: Int) { self.mostBytes = mostBytes }

  /// Whether there are keys, so that nobody may come without.
  var isInUse: Bool { state.withLock { !$0.keys.isEmpty } }

  func replace(with keys: [ApiKey]) {
    state.withLock { state in
      state.keys = Dictionary(keys.map { ($0.hash, $0) }) { first, _ in first }
      let ids = Set(keys.map(\.id))
      state.buckets = state.buckets.filter { ids.contains($0.key) }
    }
  }

  /// - Parameter authorization: the header of that name.
  func caller(_ authorization: String?) throws(Problem) -> Caller {
    guard isInUse else { return .local(mostBytes: mostBytes) }
    let parts = (authorization ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw .needsKey }
    // The hash is looked up, not compared byte by byte: how long that takes tells nothing of the key.
    let hash = SHA256.hex(Array(parts[1].utf8))
    guard let key = state.withLock({ $0.keys[hash] }), key.isValid(at: Date()) else {
      throw .needsKey
    }
    try take(key)
    return Caller(
      tenant: key.tenant, key: key.id, scopes: Set(key.scopes.compactMap(Scope.init)),
      mostBytes: min(key.mostBytes, mostBytes))
  }

  private func take(_ key: ApiKey) throws(Problem) {
    let now = clock.now
    let delay = state.withLock { state in
      state.buckets[key.id, default: TokenBucket(rate: key.rate, now: now)].take(at: now)
    }
    guard let delay else { return }
    var problem = Problem(
      .tooManyRequests, fr: "Cette clé permet \(key.rate) demandes par seconde.",
      en: "This key allows \(key.rate) requests a second.")
    problem.headers[.retryAfter] = String(Int(delay.rounded(.up)))
    throw problem
  }
}

extension Problem {
  fileprivate static var needsKey: Problem {
    var problem = Problem(
      .unauthorized, fr: "Envoyez « Authorization: Bearer CLÉ » ; voir « camin key ».",
      en: "Send “Authorization: Bearer KEY”; see “camin key”.")
    problem.headers[.wwwAuthenticate] = "Bearer realm=\"camin\""
    return problem
  }
}
