internal import Foundation
internal import Interchange
public import Logging

/// Writes log records as JSON, one a line, to standard error. What goes into them names no person and no body.
public struct JSONLog: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var logLevel: Logger.Level
  private let write: @Sendable (String) -> Void
  private static let style = Date.ISO8601FormatStyle(
    dateSeparator: .dash, dateTimeSeparator: .standard, timeSeparator: .colon,
    includingFractionalSeconds: true, timeZone: .gmt)

  public init(level: Logger.Level, write: @escaping @Sendable (String) -> Void) {
    logLevel = level
    self.write = write
  }

  public subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    var members: [String: JSONItem] = [
      "at": .string(Self.style.format(Date())), "level": .string(event.level.rawValue),
      "message": .string(event.message.description),
    ]
    for (key, value) in event.metadata ?? [:] { members[key] = .string("\(value)") }
    write(JSONText.line(.object(members)) + "\n")
  }
}
