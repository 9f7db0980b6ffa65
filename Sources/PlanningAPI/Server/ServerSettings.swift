public import Desk
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
  /// Connections that are open at once.
  public var mostConnections = 1_000
  /// Bytes that requests and results of a tenant's jobs that are over may take in the file; the oldest go first.
  public var mostKeptBytes = 500_000_000
  /// Seconds that a body may take to arrive.
  public var bodyPatience = 60.0
  /// Hours after its end that a job is removed (R63).
  public var keepHours = 72.0
  /// What road times come from; `nil`: estimates.
  public var roads: RoadSource?
  public var roadsCache: RoadCache?
  /// Days that the server holds itself; `nil`: none.
  public var days: DayShelf?
  /// Published timetables: folders of feeds, feeds, or archives.
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
