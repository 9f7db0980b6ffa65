internal import Planning

/// What is said in place of an empty list of calls.
enum CallList {
  /// - Parameter audience: who was told the plan before.
  static func nobody(_ audience: Audience) -> String {
    switch audience {
    case .nobody:
      say(
        fr: "Personne à appeler : le plan précédent n’a été annoncé à personne.\n",
        en: "Nobody need be called: nobody was told the plan before.\n")
    case .volunteers, .everybody:
      say(fr: "Personne à appeler.\n", en: "Nobody need be called.\n")
    }
  }
}
