internal import Foundation
internal import Synchronization

/// Figures about the server for Prometheus: no tenant, no job, no body.
final class Metrics: Sendable {
  private struct Series: Hashable {
    let method: String
    /// The pattern of the path, never the path itself.
    let route: String
  }
  private struct Histogram {
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    var sum = 0.0
    var count = 0
  }
  private struct State {
    var requests: [Series: [Int: Int]] = [:]
    var durations: [Series: Histogram] = [:]
  }

  /// Seconds.
  static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
  private let state = Mutex(State())
  private let startedAt = Date()

  func note(method: String, route: String, status: Int, seconds: Double) {
    let series = Series(method: method, route: route)
    state.withLock { state in
      state.requests[series, default: [:]][status, default: 0] += 1
      var histogram = state.durations[series] ?? Histogram()
      for (index, bound) in Self.bounds.enumerated() where seconds <= bound {
        histogram.buckets[index] += 1
      }
      histogram.sum += seconds
      histogram.count += 1
      state.durations[series] = histogram
    }
  }

  /// The text format, version 0.0.4.
  func text(_ office: JobOffice) -> String {
    let counts = office.counts
    var lines = gauge("camin_jobs_waiting", "Jobs that wait for their turn.", counts.waiting)
    lines += gauge("camin_jobs_running", "Jobs that run.", counts.running)
    lines += gauge("camin_jobs_known", "Jobs that are not purged yet.", counts.known)
    lines += gauge("camin_jobs_bytes", "Bytes that running jobs are thought to need.", counts.bytes)
    lines += gauge(
      "camin_uptime_seconds", "Seconds since the start.", Int(-startedAt.timeIntervalSinceNow))
    let state = state.withLock { $0 }
    lines.append("# HELP camin_requests_total Requests answered.")
    lines.append("# TYPE camin_requests_total counter")
    for (series, statuses) in sorted(state.requests) {
      for (status, count) in statuses.sorted(by: { $0.key < $1.key }) {
        lines.append("camin_requests_total{\(labels(series)),status=\"\(status)\"} \(count)")
      }
    }
    lines.append("# HELP camin_request_seconds Seconds until the answer began.")
    lines.append("# TYPE camin_request_seconds histogram")
    for (series, histogram) in sorted(state.durations) { lines += text(histogram, labels(series)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ histogram: Histogram, _ labels: String) -> [String] {
    zip(Self.bounds, histogram.buckets).map { bound, count in
      "camin_request_seconds_bucket{\(labels),le=\"\(bound)\"} \(count)"
    } + [
      "camin_request_seconds_bucket{\(labels),le=\"+Inf\"} \(histogram.count)",
      "camin_request_seconds_sum{\(labels)} \(histogram.sum)",
      "camin_request_seconds_count{\(labels)} \(histogram.count)",
    ]
  }

  private func gauge(_ name: String, _ about: String, _ value: Int) -> [String] {
    ["# HELP \(name) \(about)", "# TYPE \(name) gauge", "\(name) \(value)"]
  }

  private func labels(_ series: Series) -> String {
    "method=\"\(series.method)\",route=\"\(series.route)\""
  }

  private func sorted<Value>(_ values: [Series: Value]) -> [(key: Series, value: Value)] {
    values.sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
  }
}
