internal import Planning

/// One thing that was looked at on this machine.
struct Finding: Encodable {
  enum State: String, Encodable {
    case fine
    /// Something does without it, which `remedy` tells how to change.
    case absent
    /// Camin cannot do its work.
    case faulty
  }

  let id: String
  let state: State
  let title: Bilingual
  /// What was found.
  let found: Bilingual
  /// What to do; empty where all is fine.
  let remedy: Bilingual

  init(
    _ id: String, _ state: State, _ title: Bilingual, found: Bilingual,
    remedy: Bilingual = Bilingual(fr: "", en: "")
  ) {
    self.id = id
    self.state = state
    self.title = title
    self.found = found
    self.remedy = remedy
  }
}

extension Bilingual {
  /// Figures, names and paths, which are the same in every language.
  init(same text: String) { self.init(fr: text, en: text) }
}
