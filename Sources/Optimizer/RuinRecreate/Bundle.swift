/// Demands of a group that are put back together, since some of their forms must share a vehicle; mostly one alone.
struct Bundle: Sendable {
  /// Ways of serving the bundle: one form of each demand, by who must share a vehicle with whom.
  let ways: [[[Int]]]

  /// More ways than a person would think of; beyond them forms of the last demands are no longer all combined.
  private static let mostWays = 64

  private init(_ demands: [[Int]], _ sameVehicleAs: [[Int]]) {
    var choices: [[Int]] = [[]]
    for forms in demands {
      choices = Array(
        forms.lazy.flatMap { form in choices.lazy.map { $0 + [form] } }.prefix(Self.mostWays))
    }
    ways = choices.map { Self.parties($0, sameVehicleAs) }
  }

  /// The bundles of a group, in the order of its demands.
  static func all(of demands: [[Int]], _ sameVehicleAs: [[Int]]) -> [Bundle] {
    var bundles: [[[Int]]] = []
    for forms in demands {
      let tied = Set(forms.flatMap { sameVehicleAs[$0] })
      let known = bundles.firstIndex { !tied.isDisjoint(with: $0.flatMap(\.self)) }
      if let known { bundles[known].append(forms) } else { bundles.append([forms]) }
    }
    return bundles.map { Bundle($0, sameVehicleAs) }
  }

  /// Requests by who must share a vehicle with whom, in their order.
  private static func parties(_ members: [Int], _ sameVehicleAs: [[Int]]) -> [[Int]] {
    var parties: [[Int]] = []
    for r in members {
      let known = parties.firstIndex { !Set(sameVehicleAs[r]).isDisjoint(with: $0) }
      if let known { parties[known].append(r) } else { parties.append([r]) }
    }
    return parties
  }
}
