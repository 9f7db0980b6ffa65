import Planning

/// What changes of a plan are called: things to tell, where people were told the plan before.
struct ChangesTitle: Sendable {
  private let audience: Audience

  init(_ audience: Audience) { self.audience = audience }

  /// Above the list of a page.
  var text: Bilingual {
    switch audience {
    case .everybody: Bilingual(fr: "Changements à annoncer", en: "Changes to tell")
    case .volunteers, .nobody: short
    }
  }

  /// In the summary, before the number of changes.
  var short: Bilingual {
    switch audience {
    case .everybody: Bilingual(fr: "À annoncer", en: "To be told")
    case .volunteers:
      Bilingual(
        fr: "Changements depuis le plan proposé aux bénévoles",
        en: "Changes since the plan proposed to volunteers")
    case .nobody:
      Bilingual(
        fr: "Changements depuis le plan précédent, annoncé à personne",
        en: "Changes since the plan before, which nobody was told")
    }
  }

  /// Where there are no changes.
  var none: Bilingual {
    switch audience {
    case .everybody:
      Bilingual(
        fr: "Rien ne change pour ceux qui ont été prévenus.",
        en: "Nothing changes for those who were told.")
    case .volunteers, .nobody:
      Bilingual(
        fr: "Rien ne change depuis le plan précédent.",
        en: "Nothing changes since the plan before.")
    }
  }
}
