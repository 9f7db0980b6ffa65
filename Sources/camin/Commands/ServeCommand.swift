internal import ArgumentParser
internal import Desk
internal import Foundation
internal import PlanStore
internal import Planning
internal import PlanningAPI

/// `camin serve`: the planning API.
struct ServeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "serve",
      abstract: say(
        fr: "Servir l’API de planification, pour d’autres logiciels.",
        en: "Serve the planning API, for other programs."),
      discussion: say(
        fr: """
          Les calculs acceptés survivent à l’arrêt du serveur : ils sont dans un fichier (--store), et repris au \
          démarrage. SIGTERM et Ctrl-C terminent les calculs en cours avec leur meilleur plan. Documentation sur /docs.

          Sans clé (voir camin help key), le serveur ne répond qu’à cette machine. Pour d’autres, il faut des clés, et \
          TLS ou un serveur mandataire devant lui (--behind-proxy).

            camin serve --port 8080
            camin serve --days lot.camin
          """,
        en: """
          Accepted jobs survive the end of the server: they are in a file (--store), and taken up at the next start. \
          SIGTERM and Ctrl-C end running jobs with their best plan. Documentation is at /docs.

          Without keys (see camin help key) the server answers this machine alone. For others it needs keys, and TLS or \
          a proxy in front of it (--behind-proxy).

            camin serve --port 8080
            camin serve --days lot.camin
          """))
  }

  @OptionGroup var store: ServerStoreOption

  @Option(
    help: ArgumentHelp(
      say(fr: "Port ; 0 : un port libre.", en: "Port; 0: any free one."), valueName: "port"))
  var port = 8080

  @Option(
    help: ArgumentHelp(
      say(fr: "Adresse où écouter.", en: "Address to listen on."),
      valueName: say(fr: "adresse", en: "address")))
  var host = "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Base de territoire (camin init) dont la page ouvre les jours, ou une seule journée : dossier ou fichier JSON. \
          Sans --roads, ses routes sont celles du serveur ; sans --feeds, ses horaires aussi.
          """,
        en: """
          Territory's store (camin init) whose days the page opens, or a single day: a folder or a JSON file. Unless \
          --roads is given its roads are the server's; unless --feeds is, its timetables too.
          """),
      valueName: say(fr: "base", en: "store")),
    completion: .file())
  var days: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        fr: "Horaires publiés dont parlent les offres et la page : dossiers ou archives GTFS.",
        en: "Published timetables that offers and the page tell of: GTFS folders or archives."),
      valueName: say(fr: "jeu", en: "feed")),
    completion: .file())
  var feeds: [String] = []

  @OptionGroup var travel: RoadsOption
  @OptionGroup var limits: ServerLimits

  @Option(
    help: ArgumentHelp(
      say(
        fr:
          "Site dont les pages peuvent appeler l’API, par exemple https://exemple.fr ; peut se répéter.",
        en: "Site whose pages may call the API, e.g. https://example.org; may be repeated."),
      valueName: "url"))
  var allowOrigin: [String] = []

  @Option(
    help: ArgumentHelp(
      say(fr: "Certificats TLS (PEM).", en: "TLS certificates (PEM)."),
      valueName: say(fr: "fichier", en: "file")), completion: .file())
  var tlsCertificate: String?

  @Option(
    help: ArgumentHelp(
      say(fr: "Clé privée TLS (PEM).", en: "TLS private key (PEM)."),
      valueName: say(fr: "fichier", en: "file")), completion: .file())
  var tlsKey: String?

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Un serveur mandataire chiffre devant celui-ci.",
        en: "A proxy encrypts in front of this one.")))
  var behindProxy = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let settings = try settings()
    let path = try store.path()
    let lock = try storing { () throws(StoreError) in try ServerLock.take(path) }
    let file = try storing { () throws(StoreError) in try ServerFile.open(path) }
    try check(settings, file)
    let server = try storing { () throws(StoreError) in
      try PlanningServer(settings, file: file, logger: ServerLog.make(quiet: output.quiet))
    }
    let address = (settings.tls == nil ? "http://" : "https://") + settings.host
    let isQuiet = output.quiet
    do {
      try Blocking.run {
        try await server.run { port in
          guard !isQuiet else { return }
          Console.complain(
            say(fr: "Camin écoute sur ", en: "Camin listens on ") + "\(address):\(port)\n")
        }
      }
    } catch {
      throw Failure(.unavailable, [.notServed("\(address):\(port)", "\(error)")])
    }
    lock.release()
  }

  private func settings() throws(Failure) -> ServerSettings {
    var settings = ServerSettings(jobs: try limits.jobLimits())
    settings.host = host
    settings.port = port
    settings.mostBytes = limits.maxBody * 1_000_000
    settings.keepHours = limits.keepHours
    settings.mostKeptBytes = limits.keepSize * 1_000_000
    settings.mostConnections = limits.maxConnections
    settings.origins = Set(allowOrigin)
    let shelf = try days.map { path throws(Failure) in try DayShelf(path) }
    settings.days = shelf
    settings.roads = travel.roads == nil ? shelf?.roads : travel.serverSource
    settings.feeds = feeds.isEmpty ? [shelf?.transit].compactMap(\.self) : feeds
    settings.roadsCache = travel.cache.cache
    if let tlsCertificate, let tlsKey { settings.tls = (tlsCertificate, tlsKey) }
    var faults: [Fault] = []
    if !(0...65_535).contains(port) {
      faults.append(
        .option("--port", "\(port)", Bilingual(fr: "De 0 à 65535.", en: "From 0 to 65535.")))
    }
    if (tlsCertificate == nil) != (tlsKey == nil) {
      faults.append(
        .option(
          "--tls-certificate, --tls-key", "",
          Bilingual(fr: "Donnez les deux, ou aucun.", en: "Give both, or none.")))
    }
    guard faults.isEmpty else { throw Failure(.usage, faults) }
    return settings
  }

  /// What others can reach must know whom it answers, and let nobody listen.
  private func check(_ settings: ServerSettings, _ file: ServerFile) throws {
    guard !settings.isLocal else { return }
    var faults: [Fault] = []
    if try storing({ () throws(StoreError) in try file.keys() }).isEmpty {
      faults.append(
        .option(
          "--host", host,
          Bilingual(
            fr:
              "D’autres machines peuvent l’atteindre : faites d’abord une clé avec « camin key create ».",
            en: "Other machines can reach it: make a key first with “camin key create”.")))
    }
    if settings.tls == nil, !behindProxy {
      faults.append(
        .option(
          "--host", host,
          Bilingual(
            fr: "Donnez --tls-certificate et --tls-key, ou --behind-proxy.",
            en: "Give --tls-certificate and --tls-key, or --behind-proxy.")))
    }
    guard faults.isEmpty else { throw Failure(.usage, faults) }
  }
}

extension Fault {
  fileprivate static func notServed(_ address: String, _ detail: String) -> Fault {
    Fault(
      code: "not-served", place: FaultPlace(file: "camin"), field: "", value: address,
      cause: Bilingual(
        fr: "Le serveur ne peut pas écouter (\(detail)).",
        en: "The server cannot listen (\(detail))."),
      remedy: Bilingual(
        fr: "Prenez un autre --port, ou vérifiez les fichiers TLS.",
        en: "Take another --port, or check the TLS files."))
  }
}
