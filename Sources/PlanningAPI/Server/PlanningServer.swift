internal import Foundation
internal import HTTPTypes
public import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Interchange
public import Logging
internal import NIOCore
internal import NIOSSL
public import PlanStore
internal import ServiceLifecycle
internal import UnixSignals

/// The planning API: jobs, questions, keys, over HTTP.
public struct PlanningServer: Sendable {
  let service: PlanningService
  private let logger: Logger

  /// Opens for business: jobs that the file holds unfinished begin at once.
  public init(
    _ settings: ServerSettings, file: ServerFile, logger: Logger
  ) throws(StoreError) {
    service = try PlanningService(settings, file: file)
    self.logger = logger
  }

  /// All operations, in the order in which the document tells them.
  var endpoints: [Endpoint] {
    PlanRoutes(service: service).endpoints + JobRoutes(service: service).endpoints
      + ResultRoutes(service: service).endpoints + QuestionRoutes(service: service).endpoints
      + DayRoutes(service: service).endpoints + OfferRoutes(service: service).endpoints
      + PictureRoutes(service: service).endpoints + VroomRoute(service: service).endpoints
      + SystemRoutes(service: service).endpoints
  }

  /// The OpenAPI document of this very server.
  public var openAPI: String { OpenAPIDocument(endpoints: endpoints).text }

  /// The application, not yet listening.
  ///
  /// - Parameter onRunning: told the port once the server listens.
  /// - Throws: where certificate or key cannot be read.
  public func application(
    onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) throws -> some ApplicationProtocol {
    Application(
      router: router, server: try transport,
      configuration: ApplicationConfiguration(
        address: .hostname(service.settings.host, port: service.settings.port),
        serverName: nil,
        availableConnectionsDelegate: MaximumAvailableConnections(
          service.settings.mostConnections)),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
      logger: logger)
  }

  /// Listens until a signal ends it: running jobs then end with the best so far, those that wait stay in the file.
  ///
  /// - Parameter onRunning: told the port once the server listens.
  public func run(onRunning: @escaping @Sendable (Int) async -> Void) async throws {
    var configuration = ServiceGroupConfiguration(
      services: [try application(onRunning: onRunning), JobService(service: service)],
      gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    // A client that reads slowly must not keep the process.
    configuration.maximumGracefulShutdownDuration = .seconds(20)
    try await ServiceGroup(configuration: configuration).run()
  }

  private var router: Router<APIContext> {
    let endpoints = endpoints
    let document = Array(openAPI.utf8)
    let tag = Reply.tag(of: document)
    let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
    let known =
      endpoints.map { ($0.method, $0.path) } + [(HTTPRequest.Method.get, "/openapi.json")]
      + StaticPages.files.map { (HTTPRequest.Method.get, $0.path) }
    router.add(
      middleware: Envelope(
        service, paths: PathTable(known.map { (method: $0.0, path: $0.1) })))
    router.add(endpoints, service)
    StaticPages.add(to: router)
    router.get("/openapi.json") { request, _ in
      await Reply.tagged(tag, request) {
        Reply.bytes(document, "application/json", headers: [.cacheControl: "no-cache"])
      }
    }
    return router
  }

  private var transport: HTTPServerBuilder {
    get throws {
      let plain = HTTPServerBuilder.http1(
        configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(60)))
      guard let files = service.settings.tls else { return plain }
      let chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
      let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
      return try .tls(
        plain,
        tlsConfiguration: .makeServerConfiguration(
          certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
    }
  }
}

/// Keeps the server tidy while it runs, and ends its jobs before connections are waited for: streams of events last as
/// long as their jobs.
struct JobService: Service {
  let service: PlanningService

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(2))
        // A file that is busy for once is tidied the next time.
        try? await service.desk.run { [service] in try service.tidy() }
      }
    }
    await service.office.close()
  }
}
