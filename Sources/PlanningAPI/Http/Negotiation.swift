internal import HTTPTypes
internal import Hummingbird
internal import Planning

extension Request {
  /// The language that the client likes best among ours; French where it says nothing, as elsewhere in Camin.
  var language: Language {
    guard let wishes = headers[.acceptLanguage] else { return .french }
    let ranked = wishes.split(separator: ",").compactMap { wish -> (Language, Double)? in
      let parts = wish.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      guard let range = parts.first?.lowercased(),
        let language = Language(rawValue: String(range.prefix { $0 != "-" }))
      else { return nil }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.map {
        Double($0.dropFirst(2)) ?? 0
      }
      return (language, quality ?? 1)
    }.filter { $0.1 > 0 }
    // Of equals, the first.
    var best: (Language, Double)?
    for wish in ranked where wish.1 > (best?.1 ?? 0) { best = wish }
    return best?.0 ?? (wishes.contains("*") ? .french : .english)
  }

  /// Seconds that the client would wait for a result: `?wait=` or `Prefer: wait=` (RFC 7240).
  ///
  /// - Throws: `Problem` where the parameter is no number.
  func wait(atMost longest: Double) throws(Problem) -> Double? {
    if let text = uri.queryParameters["wait"] {
      guard let seconds = Double(text), seconds >= 0, seconds.isFinite else {
        throw Problem(
          .badRequest, fr: "wait doit être un nombre de secondes.",
          en: "wait must be a number of seconds.")
      }
      return min(seconds, longest)
    }
    guard let prefer = HTTPField.Name("Prefer"), let wishes = headers[prefer] else { return nil }
    let wish = wishes.split(whereSeparator: { $0 == "," || $0 == ";" })
      .map { $0.filter { !$0.isWhitespace }.lowercased() }.first { $0.hasPrefix("wait=") }
    // A preference that is not understood is no fault.
    guard let wish, let seconds = Double(wish.dropFirst(5)), seconds >= 0, seconds.isFinite else {
      return nil
    }
    return min(seconds, longest)
  }

  /// The body is JSON, by what the client says.
  var bringsJSON: Bool {
    guard let type = headers[.contentType] else { return false }
    let media = type.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    return media == "application/json"
      || (media.hasPrefix("application/") && media.hasSuffix("+json"))
  }

  /// A body is on its way that is long, or does not say how long it is.
  var sendsMuch: Bool {
    guard let length = headers[.contentLength] else { return headers[.transferEncoding] != nil }
    return Int(length).map { $0 > 65_536 } ?? true
  }
}
