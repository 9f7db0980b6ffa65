import Planning

/// One way in which an instance or solution file can be wrong, and how it is said.
struct FaultKind {
  /// Stable code of the fault.
  let code: String
  /// What is wrong.
  let cause: Bilingual
  /// What would be right.
  let remedy: Bilingual

  init(_ code: String, _ cause: Bilingual, _ remedy: Bilingual) {
    self.code = code
    self.cause = cause
    self.remedy = remedy
  }
}
