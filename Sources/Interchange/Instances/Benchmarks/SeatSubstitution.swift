/// Seats that riders of another kind may take, stated as plain capacities (Parragh 2011).
///
/// A vehicle has c0 staff seats, c1 patient seats, c2 stretchers and c3 wheelchair places. A
/// companion sits on any of the first three, a seated patient on a patient seat or a stretcher, a
/// lying patient on a stretcher only, a wheelchair in a wheelchair place only.
///
/// Who is on board fits if everybody can be given a place of his own: a matching in a bipartite
/// graph. By Hall's theorem it exists if and only if no set of riders has fewer places open to it
/// than members. The places open to the kinds are nested, {2} ⊂ {1, 2} ⊂ {0, 1, 2}, and {3} stands
/// apart, so the worst sets are the whole tails of the chain, and four inequalities say exactly the
/// same:
///
///     q2 <= c2,   q1 + q2 <= c1 + c2,   q0 + q1 + q2 <= c0 + c1 + c2,   q3 <= c3.
///
/// Both sides are sums, so loads and capacities turn into four plain dimensions that add up along a
/// route. As in the literature, riders may change places at a stop.
enum SeatSubstitution {
  /// The four sums of loads or capacities given by kind, 0 to 3.
  static func sums(_ kinds: [Int]) -> [Int] {
    [kinds[2], kinds[1] + kinds[2], kinds[0] + kinds[1] + kinds[2], kinds[3]]
  }
}
