public import TravelTimes

/// How a server is to run.
public struct ServerSettings: Sendable {
  public var host = "127.0.0.1"
  public var port = 8080
  public var jobs: JobLimits
  /// Bytes of a request, whoever sends it.
  public var mostBytes = 10_000_000
  /// Seconds that an answer may be waited for.
  public var longestWait = 60.0
  /// Hours after its end that a job is removed (R63).
  public var keepHours = 72.0
  /// What road times come from; `nil`: estimates.
  public var roads: RoadSource?
  public var roadsCache: RoadCache?
  /// Published timetables: folders of GTFS feeds, feeds, or archives.
  public var feeds: [String] = []
  /// Sites whose pages may use the API, as browsers name them (`https://example.org`).
  public var origins: Set<String> = []
  /// PEM files of certificate chain and key.
  public var tls: (certificate: String, key: String)?

  public init(jobs: JobLimits) { self.jobs = jobs }

  /// Only this machine can reach the server.
  public var isLocal: Bool { Self.localHosts.contains(host) || host.hasPrefix("127.") }

  static let localHosts: Set<String> = ["localhost", "127.0.0.1", "::1", "[::1]"]
}
