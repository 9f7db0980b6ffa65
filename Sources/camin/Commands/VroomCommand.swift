internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import Optimizer
internal import Planning
internal import TravelTimes

/// `camin vroom`: VROOM's own JSON, in and out, with VROOM's options and exit statuses.
struct VroomCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "vroom",
      abstract: say(
        fr: "Répondre à une requête écrite pour VROOM.",
        en: "Answer a request written for VROOM."),
      discussion: say(
        fr: """
          Lit le JSON de VROOM (fichier, entrée standard ou argument) et écrit le sien : mêmes clés, mêmes codes d’erreur.

            camin vroom < requete.json > reponse.json
            camin vroom -i requete.json -o reponse.json -l 10

          Se termine comme VROOM par le code de la réponse : 0 tout va bien, 1 erreur interne, 2 requête à corriger, \
          3 routes inutilisables ; par 64 si la commande est mal écrite, 73 ou 74 si un fichier ne peut être lu ou écrit.
          """,
        en: """
          Reads VROOM's JSON (a file, standard input or an argument) and writes its: same keys, same error codes.

            camin vroom < request.json > answer.json
            camin vroom -i request.json -o answer.json -l 10

          Ends, as VROOM does, with the code of the answer: 0 all is well, 1 an internal error, 2 the request needs mending, \
          3 roads are of no use; with 64 where the command line is wrong, 73 or 74 where a file cannot be read or written.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "La requête elle-même, en JSON ; sans elle ni -i, l’entrée standard.",
        en: "The request itself, as JSON; without it and without -i, standard input."),
      valueName: "json"))
  var request: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(fr: "Fichier de la requête.", en: "File with the request."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["json"]))
  var input: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Fichier de la réponse ; sans lui, la sortie standard.",
        en: "File for the answer; without it, standard output."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["json"]))
  var output: String?

  @Flag(
    name: [.customShort("c"), .customLong("plan")],
    help: ArgumentHelp(
      say(
        fr: "Mode plan : dater les étapes données (steps) et dire ce qu’elles enfreignent.",
        en: "Plan mode: time the steps given, and tell what they break.")))
  var plan = false

  @Flag(
    name: [.customShort("g"), .customLong("geometry")],
    help: ArgumentHelp(
      say(fr: "Ajouter les tracés des tournées.", en: "Add the lines of the routes.")))
  var geometry = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Processeurs à employer (tous sans indication).",
        en: "Processors to use (all unless told otherwise)."),
      valueName: say(fr: "nombre", en: "count")))
  var threads: Int?

  @Option(
    name: [.customShort("x"), .customLong("explore")],
    help: ArgumentHelp(
      say(
        fr: "Niveau d’exploration, de 0 (vite) à 5 (bien, sans indication).",
        en: "Level of exploration, from 0 (fast) to 5 (well; the default)."),
      valueName: say(fr: "niveau", en: "level")))
  var explore: Int?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Durée du calcul, en secondes, employée en entier ; sans elle, tant qu’il gagne.",
        en: "Time for the search, in seconds, all of it used; without it, as long as it gains."),
      valueName: say(fr: "secondes", en: "seconds")))
  var limit: Double?

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Refuser les clés inconnues au lieu d’en avertir.",
        en: "Refuse unknown keys rather than warn of them.")))
  var strict = false

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Ne pas calculer de borne inférieure.", en: "Do not work out a lower bound.")))
  var noBound = false

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Graine des tirages au hasard (1 sans indication).",
        en: "Seed of the random draws (1 unless told otherwise)."),
      valueName: say(fr: "graine", en: "seed")))
  var seed: UInt64 = 1

  @OptionGroup var travel: RoadsOption

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Langue des textes ; sans elle, celle du système, sinon le français.",
        en: "Language of all texts; by default the system's, else French."),
      valueName: say(fr: "langue", en: "language")),
    completion: .list(Language.allCases.map(\.rawValue)))
  var lang: Language?

  func run() throws {
    try checkOptions()
    let bytes = try requestBytes()
    let stop = SearchStop()
    let signals = StopSignals(stop: stop) {}
    let reply = VroomDoor(settings).answer(bytes, stop: stop)
    try write(reply.body)
    withExtendedLifetime(signals) {}
    guard reply.code != .ok else { return }
    Console.complain("[Error] " + reply.error + "\n")
    throw ExitCode(Int32(reply.code.rawValue))
  }

  private var settings: VroomDoor.Settings {
    var settings = VroomDoor.Settings()
    settings.options.plan = plan ? true : nil
    settings.options.geometry = geometry ? true : nil
    settings.options.threads = threads
    settings.options.exploration = explore
    settings.options.limit = limit
    settings.roads = travel.roads.flatMap { $0 == RoadsEntry.none ? nil : RoadSource($0) }
    settings.cache = travel.cache.cache
    settings.isStrict = strict
    settings.provesBound = !noBound
    settings.seed = seed
    settings.longest = 1e6
    return settings
  }

  private func checkOptions() throws(Failure) {
    var faults: [Fault] = []
    func check(_ name: String, _ value: String?, _ isGood: Bool, _ remedy: Bilingual) {
      if let value, !isGood { faults.append(.option(name, value, remedy)) }
    }
    check(
      "-x", explore.map { "\($0)" }, (0...5).contains(explore ?? 0),
      Bilingual(fr: "Donnez un nombre de 0 à 5.", en: "Give a number from 0 to 5."))
    check(
      "-t", threads.map { "\($0)" }, (1...256).contains(threads ?? 1),
      Bilingual(fr: "Donnez un nombre de 1 à 256.", en: "Give a number from 1 to 256."))
    check(
      "-l", limit.map { "\($0)" }, (limit ?? 0) >= 0 && (limit ?? 0) <= 1e6,
      Bilingual(fr: "Donnez un nombre de secondes.", en: "Give a number of seconds."))
    check(
      "-i", input, request == nil,
      Bilingual(
        fr: "Donnez la requête une fois : en argument ou par -i.",
        en: "Give the request once: as an argument or with -i."))
    guard faults.isEmpty else { throw Failure(.usage, faults) }
  }

  /// Bytes of a request; more than this is no request.
  private static let most = 256 << 20

  private func requestBytes() throws(Failure) -> [UInt8] {
    if let request { return Array(request.utf8) }
    let handle: FileHandle
    if let input {
      guard let file = FileHandle(forReadingAtPath: input) else {
        throw Failure(.inputMissing, [.noRequest(input)])
      }
      handle = file
    } else {
      handle = .standardInput
    }
    do {
      let data = try handle.read(upToCount: Self.most) ?? Data()
      return [UInt8](data)
    } catch {
      throw Failure(.inputMissing, [.noRequest(input ?? "stdin")])
    }
  }

  private func write(_ text: String) throws {
    guard let output else { return try Console.write(text) }
    do throws(Faults) {
      try AtomicFile.write(Array(text.utf8), to: output)
    } catch {
      throw Failure(.cannotCreate, error.faults)
    }
  }
}

extension Fault {
  fileprivate static func noRequest(_ path: String) -> Fault {
    Fault(
      code: "missing-file", place: FaultPlace(file: path), field: "", value: "",
      cause: Bilingual(fr: "Lecture impossible.", en: "Cannot be read."),
      remedy: Bilingual(
        fr: "Vérifiez le chemin et les droits d’accès.", en: "Check path and access rights."))
  }
}
