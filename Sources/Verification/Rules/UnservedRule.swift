import DialARide

extension Verifier {
  /// The list names exactly the demands without a stop, in all their forms, and none of them had to be served.
  @Sendable static func unserved(_ view: SolutionView) -> [Violation] {
    let requestStops = 2 * view.draft.requests.count
    let served = Set(
      view.solution.routes.flatMap(\.stops).filter { (0..<requestStops).contains($0) }
        .map { $0 / 2 })
    let missing = view.demands.forms.filter { served.isDisjoint(with: $0) }
    let expected = missing.flatMap { $0 }.sorted()
    let listed = view.solution.unserved
    var found: [Violation] = []
    if listed != expected {
      let different = Set(listed).symmetricDifference(expected).sorted()
      found.append(Violation(.unservedList, requests: different))
    }
    for forms in missing
    where forms.contains(where: { view.draft.requests[$0].unservedPenalty == nil }) {
      found.append(Violation(.mandatoryUnserved, requests: forms))
    }
    return found
  }
}
