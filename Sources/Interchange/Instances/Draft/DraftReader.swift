import DialARide
import Foundation
import Planning

/// Reads a `ProblemDraft` written as JSON.
struct DraftReader {
  let text: InstanceText
  let name: String

  /// - Throws: the first place where the document does not fit a draft. What is wrong with a draft
  ///   that fits is found by `Instance.problem()`, all at once.
  func read() throws(Faults) -> Instance {
    var draft: ProblemDraft
    do {
      draft = try JSONDecoder().decode(ProblemDraft.self, from: Data(text.whole.utf8))
    } catch {
      throw JSONFault.faults(error, file: text.file)
    }
    if draft.name.isEmpty { draft.name = name }
    let requestStops = draft.requests.flatMap { [$0.pickup != nil, $0.delivery != nil] }
    let others = draft.vehicles.reduce(draft.vehicles.count) { $0 + $1.breaks.count }
    return Instance(
      name: draft.name, format: .json, file: text.file, draft: draft,
      numbering: NodeNumbering(
        stopExists: requestStops + Array(repeating: true, count: others)),
      vehiclesFirst: false)
  }
}
