internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Planning
internal import PlanningAPI
internal import TravelTimes

/// The file of a server.
struct ServerStoreOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Fichier du serveur : calculs acceptés, résultats et empreintes des clés ; sans indication, camin/server.db dans \
          $XDG_STATE_HOME ou ~/.local/state. Lisible par vous seul.
          """,
        en: """
          File of the server: accepted jobs, results and hashes of keys; unless given, camin/server.db in \
          $XDG_STATE_HOME or ~/.local/state. Readable by you alone.
          """),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file())
  var store: String?

  /// Makes the folder of the standard file where it is missing.
  func path() throws(Failure) -> String {
    if let store { return store }
    let environment = ProcessInfo.processInfo.environment
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? (environment["HOME"] ?? ".") + "/.local/state"
    let folder = state + "/camin"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(.cannotCreate, [.notWritten(folder, EACCES)])
    }
    return folder + "/server.db"
  }
}

/// How much a server takes on.
struct ServerLimits: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(fr: "Calculs menés à la fois.", en: "Jobs that run at once."),
      valueName: say(fr: "nombre", en: "count")))
  var jobs = 2

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Processeurs par calcul (tous sans indication).",
        en: "Processors a job (all unless told otherwise)."),
      valueName: say(fr: "nombre", en: "count")))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Mémoire que les calculs peuvent prendre ensemble, en Mo (la moitié de la machine).",
        en: "Memory that jobs may take together, in MB (half of the machine's)."),
      valueName: "MB"))
  var memory: Int?

  @Option(
    help: ArgumentHelp(
      say(fr: "Calculs qui peuvent attendre.", en: "Jobs that may wait."),
      valueName: say(fr: "nombre", en: "count")))
  var maxQueue = 200

  @Option(
    help: ArgumentHelp(
      say(fr: "Taille d’une demande, en Mo.", en: "Size of a request, in MB."), valueName: "MB"))
  var maxBody = 10

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Durée d’un calcul qui n’en demande pas, en secondes.",
        en: "Time of a job that asks for none, in seconds."),
      valueName: say(fr: "secondes", en: "seconds")))
  var timeLimit = 10.0

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Durée qu’un calcul peut demander, en secondes.",
        en: "Time that a job may ask for, in seconds."),
      valueName: say(fr: "secondes", en: "seconds")))
  var longestTime = 3600.0

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Heures après lesquelles un calcul fini est effacé.",
        en: "Hours after which a job that is over is removed."),
      valueName: say(fr: "heures", en: "hours")))
  var keepHours = 72.0

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Place que les calculs finis d’un même --tenant gardent dans le fichier, en Mo.",
        en: "Room that finished jobs of one --tenant keep in the file, in MB."),
      valueName: "MB"))
  var keepSize = 500

  @Option(
    help: ArgumentHelp(
      say(fr: "Connexions ouvertes à la fois.", en: "Connections open at once."),
      valueName: say(fr: "nombre", en: "count")))
  var maxConnections = 1000

  /// - Throws: `Failure` with every number that is out of range.
  func jobLimits() throws(Failure) -> JobLimits {
    let positive = Bilingual(fr: "Donnez un nombre positif.", en: "Give a positive number.")
    let wrong: [(String, Bool)] = [
      ("--jobs", (1...256).contains(jobs)),
      ("--threads", threads.map { (1...256).contains($0) } ?? true),
      ("--memory", memory.map { $0 > 0 } ?? true), ("--max-queue", maxQueue > 0),
      ("--max-body", (1...50).contains(maxBody)), ("--time-limit", timeLimit > 0),
      ("--longest-time", longestTime > 0 && longestTime <= 86_400), ("--keep-hours", keepHours > 0),
      ("--keep-size", (1...1_000_000).contains(keepSize)),
      ("--max-connections", (1...100_000).contains(maxConnections)),
    ]
    let faults = wrong.filter { !$0.1 }.map { Fault.option($0.0, "", positive) }
    guard faults.isEmpty else { throw Failure(.usage, faults) }
    let bytes = memory.map { $0 * 1_000_000 } ?? Int(ProcessInfo.processInfo.physicalMemory / 2)
    var limits = JobLimits(
      parallel: jobs, threads: threads ?? Processors.available, memory: bytes)
    limits.mostQueued = maxQueue
    limits.mostQueuedPerTenant = max(1, maxQueue / 4)
    limits.timeLimit = min(timeLimit, longestTime)
    limits.longestTime = longestTime
    return limits
  }
}

extension RoadsOption {
  /// Roads that a server is started with; days name none of their own to it.
  var serverSource: RoadSource? {
    roads.flatMap { $0 == "none" ? nil : RoadSource($0) }
  }
}
