internal import HTTPTypes
internal import Hummingbird
internal import Optimizer
internal import PlanStore

/// The events of one job, sent as they come.
struct EventStream: Sendable {
  let job: Job
  /// Raised once the server ends: clients take the stream of a job that waits up again with the next one.
  let closing: SearchStop
  /// Proxies close what is silent for longer.
  private static let pause = Duration.seconds(15)

  func response(after last: Int) -> Response {
    let (job, closing) = (job, closing)
    let body = ResponseBody { writer in
      try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
      var sent = last
      var isDone = false
      for await wake in Self.wakes(job) {
        // Looked at first: what is told before the end must not be missed after it.
        let isOver = job.status.state.isOver
        let events = job.events(after: sent)
        if let newest = events.last { sent = newest.id }
        isDone = isDone || events.contains { $0.name == .done }
        var text = events.map(\.text).joined()
        if isOver, !isDone { text += Self.ending(job, sent) }
        if text.isEmpty, case .pause = wake { text = ": still here\n\n" }
        if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
        if isOver || job.isLeft(closing) { break }
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/event-stream", HTTPField.Name.known("X-Accel-Buffering"): "no",
      ], body: body)
  }

  /// The end of a job whose events are no longer known, as after a restart.
  private static func ending(_ job: Job, _ sent: Int) -> String {
    let status = job.status
    guard let ended = status.endedAt else { return "" }
    let data = JSONAnswer.text(JobMoment(status.state, at: ended))
    return JobEvent(id: sent + 1, name: .done, data: data).text
  }

  private enum Wake { case change, pause }

  /// Changes of the job, and a tick every now and then.
  private static func wakes(_ job: Job) -> AsyncStream<Wake> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Wake.self, bufferingPolicy: .bufferingNewest(2))
    let changes = Task {
      for await _ in job.changes() { continuation.yield(.change) }
    }
    let pauses = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: pause)
        continuation.yield(.pause)
      }
    }
    continuation.onTermination = { _ in
      changes.cancel()
      pauses.cancel()
    }
    return stream
  }
}
