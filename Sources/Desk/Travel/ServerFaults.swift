internal import Interchange
public import Planning
public import TravelTimes

extension Fault {
  /// A routing server that is named in a way that cannot be understood.
  static func badAddress(_ text: String) -> Fault {
    Fault(
      code: "bad-address", place: FaultPlace(file: "camin"), field: "roads", value: text,
      cause: Bilingual(
        fr: "Ce n’est pas l’adresse d’un serveur d’itinéraires.",
        en: "This is not the address of a routing server."),
      remedy: Bilingual(
        fr: "Par exemple : osrm:http://127.0.0.1:5000 ou valhalla:http://127.0.0.1:8002.",
        en: "For example: osrm:http://127.0.0.1:5000 or valhalla:http://127.0.0.1:8002."))
  }

  /// A routing server that was of no use.
  init(_ error: ServerError) {
    self.init(
      code: error.code, place: FaultPlace(file: error.server), field: error.service,
      value: error.value, cause: error.words, remedy: error.remedy)
  }

  /// Something odd about where road times come from.
  public init(_ note: RoadNote) {
    switch note {
    case .serverSilent(let error):
      self.init(error)
      code = "times-from-cache"
      cause = Bilingual(
        fr:
          "\(error.words.fr) Tous les temps de route viennent de ses réponses antérieures, gardées sur ce disque.",
        en: "\(error.words.en) All road times are earlier answers of it, kept on this disk.")
    case .cacheIgnored(let path):
      self.init(
        code: "cache-ignored", place: FaultPlace(file: path), field: "", value: "",
        cause: Bilingual(
          fr: "Ce fichier de temps de route déjà connus est abîmé ; il n’a pas servi.",
          en: "This file of road times already known is broken; it was passed over."),
        remedy: Bilingual(
          fr: "Rien à faire : il est refait.", en: "Nothing to do: it is made anew."))
    case .cacheNotKept(let path, let code):
      let reason = SystemWords.of(code)
      self.init(
        code: "cache-not-kept", place: FaultPlace(file: path), field: "", value: "",
        cause: Bilingual(
          fr: "Les temps de route n’ont pu être gardés pour la prochaine fois (\(reason.fr)).",
          en: "Road times could not be kept for the next time (\(reason.en))."),
        remedy: Bilingual(
          fr: "Donnez un dossier accessible avec --roads-cache, ou --no-roads-cache.",
          en: "Give a folder that can be written with --roads-cache, or --no-roads-cache."))
    }
  }
}

extension ServerError {
  /// Codes of faults of servers.
  static let codes: Set<String> = ["server-silent", "server-refused", "server-senseless"]

  fileprivate var code: String {
    switch cause {
    case .unreachable, .slow, .brokenOff: "server-silent"
    case .status, .refused: "server-refused"
    case .senseless: "server-senseless"
    }
  }

  /// What was answered.
  fileprivate var value: String {
    switch cause {
    case .unreachable(let words): words
    case .slow, .brokenOff: ""
    case .status(let status, let words): "HTTP \(status) \(words)"
    case .refused(let code, let message): "\(code) \(message)"
    case .senseless(let words): words
    }
  }

  fileprivate var words: Bilingual {
    switch cause {
    case .unreachable:
      Bilingual(
        fr: "Le serveur d’itinéraires ne répond pas.", en: "The routing server does not answer.")
    case .slow(let seconds):
      Bilingual(
        fr: "Le serveur d’itinéraires n’a pas répondu en \(seconds) s.",
        en: "The routing server has not answered within \(seconds) s.")
    case .brokenOff:
      Bilingual(
        fr: "Le serveur d’itinéraires a coupé la connexion au milieu de sa réponse.",
        en: "The routing server broke off its answer.")
    case .status, .refused:
      Bilingual(
        fr: "Le serveur d’itinéraires refuse la demande.",
        en: "The routing server refuses what it was asked.")
    case .senseless:
      Bilingual(
        fr: "La réponse du serveur d’itinéraires ne correspond pas à la demande.",
        en: "The routing server's answer does not fit what it was asked.")
    }
  }

  fileprivate var remedy: Bilingual {
    switch cause {
    case .unreachable:
      Bilingual(
        fr:
          "Vérifiez son adresse et qu’il est lancé, ou donnez un graphe routier (camin roads build).",
        en: "Check its address and that it runs, or give a road graph (camin roads build).")
    case .slow, .brokenOff:
      Bilingual(
        fr: "Recommencez, les réponses reçues sont gardées ; sinon voyez son journal.",
        en: "Try again, the answers received are kept; else look at its log.")
    case .status, .refused:
      Bilingual(
        fr: "Vérifiez l’adresse, le profil (après #) et les limites du serveur.",
        en: "Check the address, the profile (after #) and the server's limits.")
    case .senseless:
      Bilingual(
        fr: "Vérifiez qu’un OSRM (5.18 ou plus récent) ou un Valhalla récent est à cette adresse.",
        en: "Check that an OSRM (5.18 or later) or a recent Valhalla is at this address.")
    }
  }
}
