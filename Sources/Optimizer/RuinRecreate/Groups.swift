import DialARide

/// Requests that are taken out and put back together: those tied by `Link.together`, in an order that respects
/// `Link.requires`.
///
/// A group has all forms of its demands (`Link.oneOf`) among its members, so that whoever puts it back chooses anew
/// which of them to serve, and no form can come in beside another one.
struct Groups: Sendable {
  let members: [[Int]]
  let groupOf: [Int]
  /// Groups that must be served for this one to be.
  let required: [[Int]]
  /// Groups that fall when this one does.
  let dependents: [[Int]]
  let sameVehicleAs: [[Int]]
  /// Of each group its demands, each with its forms.
  let demands: [[[Int]]]
  /// Every demand of the group has one form alone: serving it means serving all members.
  let isPlain: [Bool]
  /// What each group is put back by, in the order of its demands.
  let bundles: [[Bundle]]
  /// Sum of the penalties of each group's demands.
  let penalty: [Double]

  init(_ p: SearchProblem) {
    let problem = p.problem
    members = problem.groups
    groupOf = problem.groupOf.map(Int.init)
    let of = groupOf
    func lift(_ table: [[Int]]) -> [[Int]] {
      problem.groups.enumerated().map { g, members in
        Array(Set(members.flatMap { table[$0].map { of[$0] } }).subtracting([g])).sorted()
      }
    }
    required = lift(problem.required)
    dependents = lift(problem.dependents)
    sameVehicleAs = problem.sameVehicleAs
    let demands = problem.groups.indices.map { g in
      problem.demands(ofGroup: g).map { problem.demands[$0] }
    }
    self.demands = demands
    isPlain = demands.map { $0.allSatisfy { $0.count == 1 } }
    bundles = demands.map { Bundle.all(of: $0, problem.sameVehicleAs) }
    penalty = demands.map { $0.reduce(0) { $0 + p.penalty[$1[0]] } }
  }

  /// The requests of all groups that fall with these requests, without repetition.
  func closure(of requests: [Int]) -> [Int] {
    var isIn = [Bool](repeating: false, count: members.count)
    var groups: [Int] = []
    func add(_ g: Int) {
      if !isIn[g] {
        isIn[g] = true
        groups.append(g)
      }
    }
    for r in requests { add(groupOf[r]) }
    var next = 0
    while next < groups.count {
      for d in dependents[groups[next]] { add(d) }
      next += 1
    }
    return groups.flatMap { members[$0] }
  }
}

// MARK: - Who is served

extension Groups {
  /// Whether one form of each of the group's demands is served, and no other.
  func isServed(_ g: Int, in solution: SearchSolution) -> Bool {
    if isPlain[g] { return members[g].allSatisfy { solution.vehicleOf[$0] >= 0 } }
    return demands[g].allSatisfy { forms in
      forms.reduce(0) { $0 + (solution.vehicleOf[$1] < 0 ? 0 : 1) } == 1
    }
  }

  /// Groups that are not served whole, ascending.
  func unserved(in solution: SearchSolution) -> [Int] {
    members.indices.filter { !isServed($0, in: solution) }
  }

  /// Requests that cannot stay as they are, since their group is not served whole: who of it is absent, and where two forms
  /// of a demand are served, all of them.
  func broken(in solution: SearchSolution) -> [Int] {
    let served = members.indices.map { isServed($0, in: solution) }
    return groupOf.indices.filter { r in
      !served[groupOf[r]] && (solution.vehicleOf[r] < 0 || !isPlain[groupOf[r]])
    }
  }

  /// Demands of a group that are not served, each with its forms.
  func missing(_ g: Int, in solution: SearchSolution) -> [[Int]] {
    demands[g].filter { forms in forms.allSatisfy { solution.vehicleOf[$0] < 0 } }
  }
}
