import DialARide

/// What is asked for, read from the draft: each demand with the requests that are forms of it.
///
/// Not the problem's own table: an error there shows here.
struct Demands: Sendable {
  /// Forms of each demand, ascending; demands in the order of their first form.
  let forms: [[Int]]
  /// By request.
  private let demandOf: [Int]

  init(_ draft: ProblemDraft) {
    var head: [Int: Int] = [:]
    for case .oneOf(let members) in draft.links {
      guard let least = members.min() else { continue }
      for request in members { head[request] = least }
    }
    let grouped = Dictionary(grouping: draft.requests.indices) { head[$0] ?? $0 }
    let firsts = grouped.keys.sorted()
    forms = firsts.map { grouped[$0] ?? [] }
    var demandOf = Array(repeating: 0, count: draft.requests.count)
    for (demand, members) in forms.enumerated() {
      for request in members { demandOf[request] = demand }
    }
    self.demandOf = demandOf
  }

  /// All forms of the demand that a request is a form of.
  func forms(of request: Int) -> [Int] { forms[demandOf[request]] }

  func demand(of request: Int) -> Int { demandOf[request] }
}
