/// What a key may be used for.
public enum Scope: String, CaseIterable, Sendable {
  /// Seeing jobs and their results, checking and explaining plans.
  case read = "plan:read"
  /// Asking for plans, ending and erasing jobs.
  case write = "plan:write"
  /// Seeing the days that the server holds, and their plans.
  case days = "day:read"
  /// Keeping a plan as that of a day.
  case keep = "day:write"
  /// Asking who could carry somebody.
  case offers = "offer:read"
  /// Figures about the server itself.
  case metrics
}

/// On whose behalf a request comes.
struct Caller: Sendable {
  let tenant: String
  /// Public part of the key; `nil`: a server without keys, on its own machine.
  let key: String?
  let scopes: Set<Scope>
  let mostBytes: Int

  static func local(mostBytes: Int) -> Caller {
    Caller(tenant: "local", key: nil, scopes: Set(Scope.allCases), mostBytes: mostBytes)
  }
}
