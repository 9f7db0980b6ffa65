internal import DialARide
internal import Optimizer

/// One kind of change to one leg or one driver, in sizes that are tried.
struct ChangeWay {
  var kind: ChangeKind
  /// The leg whose driver is asked for.
  var leg: Int
  /// Unit of `LeastChange`, and how many of it one size stands for.
  var unit: String
  var scale: Double
  /// Ascending. A greater change leaves more room, so halving finds the least.
  var sizes: [Int]
  /// Makes the change in a draft of the scene.
  var make: (Int, inout ProblemDraft) -> Void
  /// The driver who changes something; `nil`: whoever would serve the leg.
  var driver: DayResource?
  /// The driver's vehicles in the scene.
  var vehicles: [Int] = []
  var text: (Int, DayResource) -> Bilingual
}

/// A change with which the unit was served.
private struct FoundChange {
  var way: ChangeWay
  var size: Int
  var trial: Trial
}

extension ReasonFinder {
  /// Sizes of changes of time that are tried, seconds, ascending.
  var steps: [Int] {
    let step = max(1, day.rules.seconds(.changeStep))
    return Array(stride(from: step, through: day.rules.seconds(.changeMost), by: step))
  }

  /// The least change that would serve the unit, everybody else staying where they are or, failing that, some of
  /// them moving: first of the rider's times, then of the ride, of one driver's hours, of one driver's limits,
  /// of the seats, and last a wish of a driver whom a rule keeps from the leg.
  func leastChange(for leg: Int, in unit: Unit, _ scene: Scene, blocked: [Int]) -> LeastChange? {
    let ofRider = [blocked.flatMap(timeWays(scene)), [rideWay(leg, scene)]]
    for ways in ofRider {
      if let found = least(of: ways, unit, scene, .insertion) {
        return told(smaller(found, unit, scene))
      }
    }
    let ofDrivers =
      [hourWays(leg, scene)] + DriverLimit.offered.map { limitWays($0, leg, scene) }
      + [roomWays(leg, unit, scene)]
    for ways in ofDrivers {
      let able = able(ways, unit, scene)
      if let found = least(of: able, unit, scene, .insertion) {
        return told(smaller(found, unit, scene))
      }
    }
    if let change = ruleChange(leg) { return change }
    for ways in ofRider {
      if let found = least(of: ways, unit, scene, .moves) { return told(found) }
    }
    return nil
  }

  /// The smallest of the least changes; of equal ones the first.
  private func least(
    of ways: [ChangeWay], _ unit: Unit, _ scene: Scene, _ effort: TrialEffort
  ) -> FoundChange? {
    var best: FoundChange?
    for way in ways {
      // One no smaller than the best is of no use.
      let sizes = way.sizes.filter { size in best.map { size < $0.size } ?? true }
      let found = least(sizes) { size in
        trial(unit, leg: way.leg, scene, effort) { way.make(size, &$0) }
      }
      if let found { best = FoundChange(way: way, size: found.size, trial: found.trial) }
    }
    return best
  }

  private func least(_ sizes: [Int], _ trial: (Int) -> Trial?) -> (size: Int, trial: Trial)? {
    guard let most = sizes.last, let atMost = trial(most) else { return nil }
    var best = (size: most, trial: atMost)
    var (low, high) = (0, sizes.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if let found = trial(sizes[middle]) {
        best = (sizes[middle], found)
        high = middle
      } else {
        low = middle + 1
      }
    }
    return best
  }

  /// A smaller change of the same kind that would do if some of the others moved.
  private func smaller(
    _ found: FoundChange, _ unit: Unit, _ scene: Scene
  ) -> FoundChange {
    var way = found.way
    way.sizes = way.sizes.filter { $0 < found.size }
    return least(of: [way], unit, scene, .moves) ?? found
  }

  /// Drivers who could serve the unit with the greatest change that each may make, the cheapest first.
  ///
  /// Who serves it alone does so whatever the others change, so one probe tells of all.
  private func able(_ ways: [ChangeWay], _ unit: Unit, _ scene: Scene) -> [ChangeWay] {
    guard goesOn(), !ways.isEmpty else { return [] }
    let probe = scene.probe { draft in
      for way in ways { if let most = way.sizes.last { way.make(most, &draft) } }
    }
    let requests = scene.local(unit.requests)
    let found = ways.enumerated().compactMap { index, way in
      probe.cheapest(requests, vehicles: way.vehicles).map { (cost: $0.cost, index: index) }
    }
    return found.sorted { ($0.cost, $0.index) < ($1.cost, $1.index) }
      .prefix(Self.mostDrivers).map { ways[$0.index] }
  }

  /// Drivers whose changes are looked into.
  private static let mostDrivers = 12

  private func told(_ found: FoundChange) -> LeastChange {
    let resource = found.way.driver ?? found.trial.resource
    return LeastChange(
      kind: found.way.kind.rawValue, amount: Double(found.size) / found.way.scale,
      unit: found.way.unit, resource: resource.id, moved: found.trial.moved,
      text: ChangeWords.moving(found.trial.moved, found.way.text(found.size, resource)))
  }

  // MARK: Changes of what the rider asks for

  private func timeWays(_ scene: Scene) -> (Int) -> [ChangeWay] {
    { moved in
      let arrives: Bool
      if case .arriveBy = day.legs[moved].leg.anchor { arrives = true } else { arrives = false }
      let kinds: [(ChangeKind, Int)] =
        arrives
        ? [(.laterArrival, 1), (.earlierArrival, -1)] : [(.laterPickup, 1), (.earlierPickup, -1)]
      return kinds.map { kind, sign in
        minutes(kind, of: moved) { size, draft in
          change(moved, in: &draft, of: scene) { Self.widen(&$0, by: Double(sign * size)) }
        }
      }
    }
  }

  private func rideWay(_ leg: Int, _ scene: Scene) -> ChangeWay {
    minutes(.longerRide, of: leg) { size, draft in
      change(leg, in: &draft, of: scene) { Self.lengthenRide(&$0, by: size) }
    }
  }

  private func minutes(
    _ kind: ChangeKind, of leg: Int, make: @escaping (Int, inout ProblemDraft) -> Void
  ) -> ChangeWay {
    let id = day.legs[leg].leg.id
    return ChangeWay(
      kind: kind, leg: leg, unit: "min", scale: 60, sizes: steps, make: make,
      text: { ChangeWords(resource: $1, leg: id).ofRider(kind, $0) })
  }
}
