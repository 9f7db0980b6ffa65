internal import ArgumentParser
internal import Planning

/// How a command speaks.
struct OutputOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Écrire le résultat, et les erreurs, en JSON pour les programmes.",
        en: "Write the result, and errors, as JSON for programs.")))
  var json = false

  @Flag(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Se taire quand tout va bien : ni avancement, ni résumé.",
        en: "Say nothing when all is well: no progress, no summary.")))
  var quiet = false

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Langue des textes ; sans elle, celle du système, sinon le français.",
        en: "Language of all texts; by default the system's, else French."),
      valueName: say(fr: "langue", en: "language")),
    completion: .list(Language.allCases.map(\.rawValue)))
  var lang: Language?

  /// Speaks for commands that print their result only.
  var language: Language { lang ?? CommandLanguage.spoken }
}
