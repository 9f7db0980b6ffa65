internal import Planning

/// The argument parser speaks English only; this says its own phrases in French.
enum ParserWords {
  /// The same text in the language of this run.
  ///
  /// - Parameter text: a help page, or a usage error, as the parser words it.
  static func inLanguage(_ text: String, _ language: Language) -> String {
    guard language == .french else { return text }
    return phrases.reduce(text) { text, phrase in
      text.replacing(phrase.english, with: phrase.french)
    }
  }

  private struct Phrase {
    let english: String
    let french: String

    init(_ english: String, _ french: String) {
      self.english = english
      self.french = french
    }
  }

  /// Longer ones first where one holds another.
  private static let phrases = headings + helpPhrases + errorPhrases

  private static let headings = [
    Phrase("OVERVIEW: ", "OBJET : "), Phrase("USAGE: ", "EMPLOI : "),
    Phrase("Usage: ", "Emploi : "),
    Phrase("ARGUMENTS:\n", "ARGUMENTS :\n"), Phrase("OPTIONS:\n", "OPTIONS :\n"),
    Phrase("SUBCOMMANDS:\n", "COMMANDES :\n"), Phrase("<subcommand>", "<commande>"),
    Phrase("<subcommands>", "<commandes>"),
    Phrase("Error: ", "Erreur : "), Phrase("Help:  ", "Aide : "),
  ]

  private static let helpPhrases = [
    Phrase("Show subcommand help information.", "Montrer l’aide d’une commande."),
    Phrase("Show help information.", "Montrer cette aide."),
    Phrase("Show the version.", "Montrer la version."),
    Phrase("(values: ", "(valeurs : "), Phrase("(default: ", "(par défaut : "),
    Phrase("' for more information.", "' pour en savoir plus."),
    Phrase("' for detailed help.", "' pour l’aide détaillée."), Phrase("See '", "Voir '"),
  ]

  private static let errorPhrases = [
    Phrase("Unknown option '", "Option inconnue : '"),
    Phrase(". Did you mean '", ". Vouliez-vous dire '"),
    Phrase("Missing value for '", "Il manque la valeur de '"),
    Phrase("Missing expected argument '", "Il manque l’argument '"),
    Phrase("Missing one of: '", "Il manque l’un de : '"),
    Phrase(" unexpected arguments: '", " arguments en trop : '"),
    Phrase("Unexpected argument '", "Argument en trop : '"),
    Phrase("The value '", "La valeur '"), Phrase("' is invalid for '", "' ne convient pas à '"),
    Phrase(". Please provide one of ", ". Valeurs possibles : "),
    Phrase("' and '", "' et '"), Phrase("' or '", "' ou '"),
    Phrase("The option '", "L’option '"),
    Phrase("' does not take any value, but '", "' ne prend pas de valeur, or '"),
    Phrase("' was specified.", "' est donné."),
    Phrase("Value to be set with ", "La valeur de "),
    Phrase(" had already been set with ", " est déjà donnée par "),
    Phrase("Can't autodetect a supported shell.", "Interpréteur de commandes inconnu."),
    Phrase("Can't generate completion scripts for '", "Pas de complétion pour '"),
    Phrase("Please use ", "Écrivez "), Phrase(" with one of:", " avec l’un de :"),
    Phrase("Missing required subcommand.", "Il manque la commande."),
  ]
}
