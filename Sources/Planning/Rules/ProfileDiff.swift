/// What changes from one rule profile to another.
public struct ProfileDiff: Hashable, Sendable {
  /// One figure that is not alike in both.
  public struct Change: Hashable, Sendable, Encodable {
    public enum Kind: String, Sendable, Encodable {
      case added, removed, changed
    }
    public var kind: Kind
    public var key: String
    /// `nil` where it was added.
    public var old: Figure?
    /// `nil` where it was removed.
    public var new: Figure?
  }

  /// By key; a figure counts as changed also where its unit, source or status alone did.
  public let changes: [Change]

  public init(from old: RuleProfile, to new: RuleProfile) {
    let keys = Set(old.figures.keys).union(new.figures.keys).sorted()
    changes = keys.compactMap { key in
      let (before, after) = (old.figures[key], new.figures[key])
      guard before != after else { return nil }
      let kind: Change.Kind = before == nil ? .added : after == nil ? .removed : .changed
      return Change(kind: kind, key: key, old: before, new: after)
    }
  }
}

extension RuleProfile {
  /// Keys of the figures not read in an official text, sorted.
  public var unconfirmed: [String] {
    figures.filter { $0.value.status != .confirmed }.map(\.key).sorted()
  }
}
