/// One thing that happened to a job, as server-sent events tell it.
struct JobEvent: Sendable {
  enum Name: String, Sendable {
    case status, incumbent, done
  }

  /// Counted from 1.
  let id: Int
  let name: Name
  /// A JSON document on one line.
  let data: String

  /// As the WHATWG's `text/event-stream` has it.
  var text: String { "id: \(id)\nevent: \(name.rawValue)\ndata: \(data)\n\n" }
}
