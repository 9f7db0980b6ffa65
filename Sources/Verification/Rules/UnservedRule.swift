import DialARide

extension Verifier {
  /// The list names exactly the requests without a stop, and none of them had to be served.
  @Sendable static func unserved(_ view: SolutionView) -> [Violation] {
    let requestStops = 2 * view.draft.requests.count
    let served = Set(
      view.solution.routes.flatMap(\.stops).filter { (0..<requestStops).contains($0) }
        .map { $0 / 2 })
    let expected = view.draft.requests.indices.filter { !served.contains($0) }
    let listed = view.solution.unserved
    var found: [Violation] = []
    if listed != expected {
      let different = Set(listed).symmetricDifference(expected).sorted()
      found.append(Violation(.unservedList, requests: different))
    }
    for request in expected where view.draft.requests[request].unservedPenalty == nil {
      found.append(Violation(.mandatoryUnserved, requests: [request]))
    }
    return found
  }
}
