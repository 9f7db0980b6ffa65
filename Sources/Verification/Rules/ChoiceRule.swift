import DialARide

extension Verifier {
  /// At most one form of each demand is served.
  @Sendable static func choices(_ view: SolutionView) -> [Violation] {
    view.draft.links.compactMap { link in
      guard case .oneOf(let forms) = link else { return nil }
      let served = forms.filter { view.service(of: $0) != nil }
      guard served.count > 1 else { return nil }
      return Violation(
        .severalForms, requests: served, value: Double(served.count), limit: 1, unit: .count)
    }
  }
}
