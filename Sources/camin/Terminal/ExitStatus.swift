internal import Planning
internal import TravelTimes

/// How a command ended, in the numbers of `sysexits.h` where there is one.
enum ExitStatus: Int32 {
  case ok = 0
  /// The plan breaks a rule.
  case violations = 1
  /// A bound is not confirmed, a run made again gives another result, or there is no bound to certify.
  case unproven = 2
  case usage = 64
  case badData = 65
  case inputMissing = 66
  /// A routing server is of no use.
  case unavailable = 69
  /// A fault of Camin's own.
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  /// Ctrl-C where there is nothing to write.
  case interrupted = 130

  /// For the help of the command.
  static var legend: String {
    let rows: [(ExitStatus, String)] = [
      (.ok, say(fr: "tout va bien", en: "all is well")),
      (.violations, say(fr: "le plan enfreint une règle", en: "the plan breaks a rule")),
      (
        .unproven,
        say(
          fr: "borne non confirmée, ou calcul refait avec un autre résultat",
          en: "a bound is not confirmed, or a run made again gives another result")
      ),
      (.usage, say(fr: "commande mal écrite", en: "the command line is wrong")),
      (.badData, say(fr: "données à corriger", en: "the data need mending")),
      (
        .inputMissing,
        say(fr: "fichier d’entrée absent ou illisible", en: "an input is missing or unreadable")
      ),
      (
        .unavailable,
        say(
          fr: "serveur d’itinéraires muet, ou réponse inutilisable",
          en: "a routing server is silent, or its answer of no use")
      ),
      (.internalError, say(fr: "erreur interne de Camin", en: "an internal fault of Camin")),
      (.cannotCreate, say(fr: "résultat impossible à créer", en: "the output cannot be created")),
      (.inputOutput, say(fr: "erreur de lecture ou d’écriture", en: "reading or writing failed")),
      (.interrupted, say(fr: "interrompu, rien n’est écrit", en: "interrupted, nothing written")),
    ]
    return rows.map { status, text in
      let code = String(status.rawValue)
      return "  " + code + String(repeating: " ", count: 4 - code.count) + text
    }.joined(separator: "\n")
  }
}

/// Why a command gives up: what to tell, and the exit status that goes with it.
struct Failure: Error {
  var status: ExitStatus
  var faults: [Fault]

  init(_ status: ExitStatus, _ faults: [Fault]) {
    self.status = status
    self.faults = faults
  }

  /// Bad input; `inputMissing` where all of it comes from files that are not there or cannot be read, `unavailable`
  /// where it comes from a routing server.
  init(reading faults: Faults) {
    func areAll(_ codes: Set<String>) -> Bool {
      !faults.faults.isEmpty && faults.faults.allSatisfy { codes.contains($0.code) }
    }
    let status: ExitStatus =
      if areAll(Self.absent) {
        .inputMissing
      } else if areAll(ServerError.codes) {
        .unavailable
      } else {
        .badData
      }
    self.init(status, faults.faults)
  }

  /// Codes of faults that say a file cannot be had at all.
  private static let absent: Set<String> = [
    "missing-scenario", "missing-file", "unreadable-file", "unreadable", "missing-plan",
    "missing-roads", "unknown-set",
  ]
}
