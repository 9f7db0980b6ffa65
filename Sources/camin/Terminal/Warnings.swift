internal import Interchange
internal import Planning

/// Oddities of the input that forbid nothing.
enum Warnings {
  /// Shows them to people; programs get them with the result.
  static func show(_ warnings: [Fault], _ output: OutputOptions) {
    guard !warnings.isEmpty, !output.quiet, !output.json else { return }
    Console.complain(say(fr: "À regarder :\n", en: "To look at:\n"))
    Console.complain(FaultPrinter.text(warnings, language: output.language) + "\n")
  }
}
