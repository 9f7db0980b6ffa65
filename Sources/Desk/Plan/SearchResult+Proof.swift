public import DialARide
public import Optimizer

extension SearchResult {
  /// What is proven of the cost; `nil` where no bound was computed, or where the solution leaves out what must
  /// be served, so that its cost is that of no solution.
  ///
  /// - Throws: `Failure` where the bound is above the cost by more than rounding: a fault of Camin's own.
  public func proof() throws(Failure) -> ProvenBound? {
    guard let lowerBound, cost.mandatoryUnserved == 0, lowerBound.value.isFinite else { return nil }
    let isRounding = lowerBound.value <= cost.total + ProvenBound.tolerance * max(1, cost.total)
    guard isRounding else {
      throw Failure(
        .internalError, [.internalFault("lower bound \(lowerBound.value) above \(cost.total)")])
    }
    return ProvenBound(
      objective: cost.total, lowerBound: max(0, min(lowerBound.value, cost.total)),
      proof: lowerBound.proof.published, isOptimal: lowerBound.isOptimal)
  }
}

extension LowerBound.Proof {
  /// The same in the words of files.
  public var published: ProvenBound.Proof {
    switch self {
    case .trivial: .trivial
    case .relaxation: .relaxation
    case .columnGeneration: .columnGeneration
    case .enumeration: .enumeration
    }
  }
}
