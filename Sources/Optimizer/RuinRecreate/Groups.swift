import DialARide

/// Requests that are taken out and put back together: those tied by `Link.together`, in an order that respects
/// `Link.requires`.
struct Groups: Sendable {
  let members: [[Int]]
  let groupOf: [Int]
  /// Groups that must be served for this one to be.
  let required: [[Int]]
  /// Groups that fall when this one does.
  let dependents: [[Int]]
  let sameVehicleAs: [[Int]]
  /// Members of each group by who must share a vehicle with whom, in the order of the members.
  let parties: [[[Int]]]
  /// Sum of the penalties of each group.
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
    parties = problem.groups.map { Self.parties($0, problem.sameVehicleAs) }
    penalty = problem.groups.map { $0.reduce(0) { $0 + p.penalty[$1] } }
  }

  private static func parties(_ members: [Int], _ sameVehicleAs: [[Int]]) -> [[Int]] {
    var parties: [[Int]] = []
    for r in members {
      let known = parties.firstIndex { !Set(sameVehicleAs[r]).isDisjoint(with: $0) }
      if let known { parties[known].append(r) } else { parties.append([r]) }
    }
    return parties
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
