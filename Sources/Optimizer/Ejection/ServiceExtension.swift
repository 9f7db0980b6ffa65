/// Serves whom a solution leaves out without leaving out anybody else: ejection chains (`EjectionSearch`) in place of
/// the long way round over worse solutions, which annealing does not go where leaving somebody out is dear.
final class ServiceExtension {
  private let p: SearchProblem
  private let groups: Groups
  private let rules: FleetRules
  private let bench: Workbench
  /// Ejections for one group.
  private let patience = 150
  /// By group: attempts in vain since one last succeeded.
  private var failures: [Int]

  init(_ p: SearchProblem, groups: Groups, bench: Workbench) {
    self.p = p
    self.groups = groups
    self.bench = bench
    rules = FleetRules(p)
    failures = Array(repeating: 0, count: groups.members.count)
  }

  /// A cheaper solution that serves more groups, or `nil`.
  ///
  /// - Parameter goOn: asked before each ejection, with the number of ejections so far.
  func improve(
    _ solution: SearchSolution, _ random: inout RandomSource, goOn: (Int) -> Bool
  ) -> SearchSolution? {
    var best = solution
    var ejections = 0
    // Dear ones first, but those often tried in vain less and less often.
    let wanted = groups.members.indices.filter { isOpen($0, solution) }.map { group in
      (worth: groups.penalty[group] / Double(1 + failures[group]) * random.unit(), group: group)
    }.sorted { ($0.worth, $0.group) > ($1.worth, $1.group) }.map(\.group)
    guard !wanted.isEmpty else { return nil }
    var routes = makeRoutes(best)
    var search = EjectionSearch(p, rules: rules, routes: routes)
    for group in wanted where goOn(ejections) {
      guard
        groups.required[group].allSatisfy({ groups.isServed($0, in: best) })
      else { continue }
      let start = ejections
      let isServed = search.add(forms(of: group, &random), &random) {
        guard ejections - start < patience, goOn(ejections) else { return false }
        ejections += 1
        return true
      }
      if isServed, let extended = routes.write(from: best, on: bench), extended.cost < best.cost {
        best = extended
        failures[group] = 0
        continue
      }
      failures[group] += 1
      routes = makeRoutes(best)
      search = EjectionSearch(p, rules: rules, routes: routes)
    }
    return best.cost < solution.cost ? best : nil
  }

  private func makeRoutes(_ solution: SearchSolution) -> FleetRoutes {
    FleetRoutes(
      p, rules: rules, walker: bench.walker, solution: solution,
      vehicles: Array(0..<p.vehicleCount))
  }

  /// Nobody in the group is served, and each demand could be in some form by a vehicle that takes part.
  private func isOpen(_ group: Int, _ solution: SearchSolution) -> Bool {
    groups.members[group].allSatisfy { solution.vehicleOf[$0] < 0 }
      && groups.demands[group].allSatisfy { $0.contains(where: mayEnter) }
  }

  private func mayEnter(_ r: Int) -> Bool {
    groups.sameVehicleAs[r].isEmpty
      && (0..<p.vehicleCount).contains {
        p.admissible[r * p.vehicleCount + $0] && !rules.isApart[$0]
      }
  }

  /// One form of each demand of a group, drawn among those that may be served.
  private func forms(of group: Int, _ random: inout RandomSource) -> [Int] {
    if groups.isPlain[group] { return groups.members[group] }
    return groups.demands[group].map { forms in
      let open = forms.filter(mayEnter)
      return open[random.below(open.count)]
    }
  }
}
