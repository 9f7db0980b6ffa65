internal import Planning

/// What can go wrong with a request, each with the code that clients may rely on.
enum ProblemKind: String, CaseIterable, Codable, Sendable {
  case malformed
  case badRequest = "bad-request"
  case unauthorized
  case forbidden
  case foreignOrigin = "foreign-origin"
  case notFound = "not-found"
  case methodNotAllowed = "method-not-allowed"
  case noResult = "no-result"
  case overtaken
  case erased
  case tooSlow = "too-slow"
  case tooLarge = "too-large"
  case unsupportedType = "unsupported-type"
  case otherHost = "other-host"
  case invalid
  case keyReused = "key-reused"
  case tooManyRequests = "too-many-requests"
  case queueFull = "queue-full"
  case internalError = "internal-error"
  case unavailable

  var status: Int {
    switch self {
    case .malformed, .badRequest: 400
    case .unauthorized: 401
    case .forbidden, .foreignOrigin: 403
    case .notFound: 404
    case .methodNotAllowed: 405
    case .tooSlow: 408
    case .noResult, .overtaken: 409
    case .erased: 410
    case .tooLarge: 413
    case .unsupportedType: 415
    case .otherHost: 421
    case .invalid, .keyReused: 422
    case .tooManyRequests, .queueFull: 429
    case .internalError: 500
    case .unavailable: 503
    }
  }

  var title: Bilingual {
    switch self {
    case .malformed, .badRequest, .tooLarge, .unsupportedType, .invalid, .keyReused, .noResult,
      .tooSlow:
      contentTitle
    case .unauthorized, .forbidden, .foreignOrigin, .otherHost: accessTitle
    default: otherTitle
    }
  }

  private var contentTitle: Bilingual {
    switch self {
    case .malformed:
      Bilingual(fr: "Le corps n’est pas du JSON.", en: "The body is not JSON.")
    case .badRequest:
      Bilingual(
        fr: "Un en-tête ou un paramètre ne convient pas.",
        en: "A header or a parameter will not do.")
    case .tooSlow:
      Bilingual(fr: "Le corps arrive trop lentement.", en: "The body arrives too slowly.")
    case .tooLarge: Bilingual(fr: "La demande est trop grande.", en: "The request is too large.")
    case .unsupportedType:
      Bilingual(
        fr: "Ce type de contenu n’est pas lu ici.", en: "This type of content is not read here.")
    case .keyReused:
      Bilingual(
        fr: "Cette Idempotency-Key a servi à une autre demande.",
        en: "This Idempotency-Key was used for another request.")
    case .noResult: Bilingual(fr: "Il n’y a pas de résultat.", en: "There is no result.")
    default:
      Bilingual(
        fr: "Les données sont à corriger ; tous les défauts sont dits.",
        en: "The data need mending; all faults are told.")
    }
  }

  private var accessTitle: Bilingual {
    switch self {
    case .unauthorized:
      Bilingual(fr: "Il faut une clé d’API valable.", en: "A valid API key is needed.")
    case .forbidden:
      Bilingual(fr: "Cette clé ne donne pas ce droit.", en: "This key does not give that right.")
    case .foreignOrigin:
      Bilingual(
        fr: "Les pages d’autres sites ne sont pas admises.",
        en: "Pages of other sites are not admitted.")
    default:
      Bilingual(
        fr: "Ce serveur ne répond pas sous ce nom.",
        en: "This server does not answer by that name.")
    }
  }

  private var otherTitle: Bilingual {
    switch self {
    case .notFound: Bilingual(fr: "Il n’y a rien ici.", en: "There is nothing here.")
    case .methodNotAllowed:
      Bilingual(fr: "Cette méthode n’a pas cours ici.", en: "This method is not for this place.")
    case .overtaken:
      Bilingual(
        fr: "Un autre plan a été gardé entre-temps.", en: "Another plan was kept meanwhile.")
    case .erased: Bilingual(fr: "Le calcul a été effacé.", en: "The job was erased.")
    case .tooManyRequests: Bilingual(fr: "Trop de demandes.", en: "Too many requests.")
    case .queueFull:
      Bilingual(fr: "Trop de calculs attendent déjà.", en: "Too many jobs are waiting already.")
    case .unavailable:
      Bilingual(
        fr: "Momentanément impossible ; réessayez plus tard.",
        en: "Not possible for the moment; try again later.")
    default: Bilingual(fr: "Erreur interne de Camin.", en: "Internal fault of Camin.")
    }
  }
}
