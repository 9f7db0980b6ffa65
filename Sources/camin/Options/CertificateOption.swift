internal import ArgumentParser
internal import Desk
internal import DialARide
internal import Interchange
internal import Optimizer
internal import Planning

/// Where `solve` and `plan` put the certificate of their bound.
struct CertificateOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: "Fichier où écrire de quoi prouver la borne à nouveau (voir camin help prove).",
        en: "File for what the bound can be proven again from (see camin help prove)."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["json"]))
  var certificate: String?

  /// Writes the certificate, if one was asked for.
  ///
  /// - Throws: `Failure` where no bound was computed, or the file cannot be written.
  func write(_ result: SearchResult, of problem: Problem) throws {
    guard let certificate else { return }
    guard let bound = result.lowerBound, bound.duals.count == problem.requestCount,
      (bound.duals + bound.ties.map(\.value) + [bound.lagrangian, bound.value]).allSatisfy(
        \.isFinite)
    else { throw Failure(.unproven, [.noBound(certificate)]) }
    let document = BoundCertificate(
      engine: Release.engine, inputHash: try InputHash.hex(problem.draft),
      duals: bound.duals, ties: bound.ties, claimedBound: bound.lagrangian, lowerBound: bound.value,
      proof: bound.proof.published)
    try OutputDocument.write(CertificateDocument.text(document), to: certificate)
  }
}

extension Fault {
  fileprivate static func noBound(_ path: String) -> Fault {
    Fault(
      code: "no-bound", place: FaultPlace(file: path), field: "--certificate", value: "",
      cause: Bilingual(
        fr: "Aucune borne n’a été calculée, il n’y a donc rien à certifier.",
        en: "No bound was computed, so there is nothing to certify."),
      remedy: Bilingual(
        fr: "Laissez davantage de temps au calcul (--time-limit). Le résultat lui-même est écrit.",
        en: "Give the search more time (--time-limit). The result itself was written."))
  }
}
