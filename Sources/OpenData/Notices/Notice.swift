public import Planning

/// What is wrong or odd with a feed, in the terms of the public GTFS validator.
public struct Notice: Hashable, Sendable {
  /// As the public validator grades it.
  public enum Severity: String, Codable, Sendable, CaseIterable {
    /// The specification forbids it; the row is left aside.
    case error
    case warning
    case info
  }

  /// The validator's code, e.g. `foreign_key_violation`, or one of Camin's own for what it does not test.
  public var code: NoticeCode
  public var place: FaultPlace
  /// Column or key; empty where the whole row or file is meant.
  public var field: String
  public var value: String

  public init(
    _ code: NoticeCode, file: String, line: Int? = nil, field: String = "", value: String = ""
  ) {
    self.code = code
    place = FaultPlace(file: file, line: line)
    self.field = field
    self.value = value
  }

  public var severity: Severity { code.severity }

  /// The notice as commands tell faults.
  public var fault: Fault {
    let words = code.words
    return Fault(
      code: code.rawValue, place: place, field: field, value: value, cause: words.cause,
      remedy: words.remedy)
  }
}

/// Notices as they are found, no more of one kind than anybody reads.
public struct NoticeLog: Sendable {
  /// Notices kept of each code; beyond that they are counted.
  public static let mostOfOneCode = 100

  public private(set) var notices: [Notice] = []
  /// All that were found, also those not kept.
  public private(set) var counts: [NoticeCode: Int] = [:]

  public init() {}

  public mutating func add(_ notice: Notice) {
    counts[notice.code, default: 0] += 1
    if counts[notice.code, default: 0] <= Self.mostOfOneCode { notices.append(notice) }
  }

  public func count(_ severity: Notice.Severity) -> Int {
    counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
  }

  /// Errors first, then warnings; within each by file and line.
  public var sorted: [Notice] {
    let rank: [Notice.Severity: Int] = [.error: 0, .warning: 1, .info: 2]
    return notices.sorted {
      (rank[$0.severity] ?? 0, $0.place.file, $0.place.line ?? 0, $0.code.rawValue)
        < (rank[$1.severity] ?? 0, $1.place.file, $1.place.line ?? 0, $1.code.rawValue)
    }
  }
}
