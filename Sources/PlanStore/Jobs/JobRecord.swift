public import Foundation

/// A request for a plan that a server has accepted, as its file holds it.
public struct JobRecord: Hashable, Sendable {
  public enum State: String, Codable, CaseIterable, Sendable {
    case queued, solving
    /// Searched to its limits.
    case complete
    /// Ended before its limits, with the best plan so far if there was one.
    case stopped
    case failed
    /// Request and result were removed; only that there was a job is still known.
    case erased

    /// Nothing changes any more, but for erasure.
    public var isOver: Bool { self != .queued && self != .solving }
  }

  public var id: String
  /// Who may see it.
  public var tenant: String
  /// Public part of the API key that it came by; `nil`: by none.
  public var apiKey: String?
  /// `plan`, `replan` and the like.
  public var kind: String
  public var state: State
  public var idempotencyKey: String?
  /// Hash of what was asked, to know a repetition from another request under the same key.
  public var fingerprint: String
  public var legs: Int
  /// How often it was begun: more than once where a server ended under it.
  public var attempts: Int
  public var submittedAt: Date
  public var startedAt: Date?
  public var endedAt: Date?
  /// JSON: figures of the result, or why there is none.
  public var outcome: String?
  /// SHA-256 of the result; `nil`: there is none.
  public var resultHash: String?

  public init(
    id: String, tenant: String, apiKey: String? = nil, kind: String, state: State = .queued,
    idempotencyKey: String? = nil, fingerprint: String, legs: Int, attempts: Int = 0,
    submittedAt: Date, startedAt: Date? = nil, endedAt: Date? = nil, outcome: String? = nil,
    resultHash: String? = nil
  ) {
    self.id = id
    self.tenant = tenant
    self.apiKey = apiKey
    self.kind = kind
    self.state = state
    self.idempotencyKey = idempotencyKey
    self.fingerprint = fingerprint
    self.legs = legs
    self.attempts = attempts
    self.submittedAt = submittedAt
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.outcome = outcome
    self.resultHash = resultHash
  }
}

/// What became of a request for a job.
public enum JobAcceptance: Hashable, Sendable {
  /// It is in the file, and stays there whatever happens to the process.
  case accepted
  /// The same request was accepted before under this key.
  case repeated(JobRecord)
  /// Another request was accepted before under this key.
  case conflicting
}

/// What a job ended with.
public struct JobEnd: Sendable {
  public var state: JobRecord.State
  public var outcome: String?
  public var result: [UInt8]?
  public var resultHash: String?

  public init(
    state: JobRecord.State, outcome: String?, result: [UInt8]? = nil, resultHash: String? = nil
  ) {
    self.state = state
    self.outcome = outcome
    self.result = result
    self.resultHash = resultHash
  }
}
