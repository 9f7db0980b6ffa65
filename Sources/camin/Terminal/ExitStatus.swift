internal import Desk

extension ExitStatus {
  /// Every status and what it means, in order.
  static var meanings: [(ExitStatus, String)] {
    [
      (.ok, say(fr: "tout va bien", en: "all is well")),
      (
        .violations,
        say(
          fr: "le plan enfreint une règle, ou rien ne répond à un appel (quote)",
          en: "the plan breaks a rule, or nothing answers a caller (quote)")
      ),
      (
        .unproven,
        say(
          fr: "borne non confirmée, ou calcul refait avec un autre résultat",
          en: "a bound is not confirmed, or a run made again gives another result")
      ),
      (
        .partial,
        say(
          fr: "plan fait sans les demandes en erreur (--leave-out-faulty)",
          en: "planned without the bookings at fault (--leave-out-faulty)")
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
          fr: "serveur d’itinéraires muet ou inutilisable, ou aucun programme pour les PDF",
          en: "a routing server is silent or of no use, or there is no program for PDF")
      ),
      (.internalError, say(fr: "erreur interne de Camin", en: "an internal fault of Camin")),
      (.cannotCreate, say(fr: "résultat impossible à créer", en: "the output cannot be created")),
      (.inputOutput, say(fr: "erreur de lecture ou d’écriture", en: "reading or writing failed")),
      (.interrupted, say(fr: "interrompu, rien n’est écrit", en: "interrupted, nothing written")),
    ]
  }

  /// For the help of the command.
  static var legend: String {
    meanings.map { status, text in
      let code = String(status.rawValue)
      return "  " + code + String(repeating: " ", count: 4 - code.count) + text
    }.joined(separator: "\n")
  }
}
