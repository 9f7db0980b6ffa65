/// Finds every fault of a draft.
struct DraftValidation {
  let draft: ProblemDraft
  init(_ draft: ProblemDraft) { self.draft = draft }
  func faults() -> [ProblemFault] { [] }
}
