internal import Desk
internal import Interchange
internal import Planning

/// Tells why a command gives up, to people or programs.
enum FaultReport {
  static func write(_ failure: Failure, asJSON: Bool) {
    guard !asJSON else { return Console.complain(FaultPrinter.json(failure.faults)) }
    Console.complain(FaultPrinter.text(failure.faults, language: CommandLanguage.spoken))
  }
}

extension Fault {
  /// A file or stream that could not be written.
  static func notWritten(_ path: String, _ code: Int32) -> Fault {
    let reason = SystemWords.of(code)
    return Fault(
      code: "not-written", place: FaultPlace(file: path), field: "", value: "",
      cause: Bilingual(
        fr: "L’écriture a échoué (\(reason.fr)).", en: "Writing failed (\(reason.en))."),
      remedy: Bilingual(
        fr:
          "Vérifiez que le dossier parent existe, la place libre et les droits d’accès, puis recommencez.",
        en: "Check that the parent folder exists, free space and access rights, then try again."))
  }

  /// A command line that cannot be understood.
  static func usage(_ message: Bilingual) -> Fault {
    Fault(
      code: "usage", place: FaultPlace(file: "camin"), field: "", value: "", cause: message,
      remedy: Bilingual(fr: "Voir camin --help.", en: "See camin --help."))
  }

  /// An option whose value will not do.
  static func option(_ name: String, _ value: String, _ remedy: Bilingual) -> Fault {
    Fault(
      code: "bad-option", place: FaultPlace(file: "camin"), field: name, value: value,
      cause: Bilingual(fr: "Cette valeur ne convient pas.", en: "This value will not do."),
      remedy: remedy)
  }
}
