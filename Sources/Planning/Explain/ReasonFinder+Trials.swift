internal import DialARide
internal import Optimizer

/// How a unit would be served in a trial.
struct Trial {
  /// Who would serve the leg asked about.
  var resource: DayResource
  /// How many other legs would ride with somebody else.
  var moved: Int
}

/// How far a trial goes.
enum TrialEffort {
  /// Everybody else stays where they are; exhaustive for a single leg.
  case insertion
  /// Others are moved about for a while.
  case moves
}

extension ReasonFinder {
  /// Serves a unit in a scene with something changed.
  ///
  /// - Parameter leg: the one whose driver is told.
  func trial(
    _ unit: Unit, leg: Int, _ scene: Scene, _ effort: TrialEffort,
    changed change: (inout ProblemDraft) -> Void
  ) -> Trial? {
    guard goesOn(), let request = compiled.requestOfLeg[leg] else { return nil }
    let scene = effort == .moves ? scene.wide : scene
    let found =
      switch effort {
      case .insertion: scene.probe(changed: change).cheapest(scene.local(unit.requests))
      case .moves: scene.room(for: unit.requests, moves, goesOn: goesOn, changed: change)
      }
    guard let found, let resource = resource(serving: request, in: found, scene) else { return nil }
    return Trial(resource: resource, moved: movedLegs(found, unit, scene))
  }

  /// Other legs that ride with somebody else than before.
  func movedLegs(_ insertion: Insertion, _ unit: Unit, _ scene: Scene) -> Int {
    scene.moved(by: insertion, for: unit.requests).count { request in
      if case .leg = compiled.requests[request] { true } else { false }
    }
  }

  /// Changes one leg of a unit in a draft of the scene.
  func change(
    _ leg: Int, in draft: inout ProblemDraft, of scene: Scene,
    _ change: (inout RequestDraft) -> Void
  ) {
    guard let request = compiled.requestOfLeg[leg], let local = scene.part.local(request: request)
    else { return }
    change(&draft.requests[local])
  }

  func fits(_ unit: Unit, _ scene: Scene, changed change: (inout RequestDraft) -> Void) -> Bool {
    trial(unit, leg: unit.legs[0], scene, .insertion) { draft in
      for r in scene.local(unit.requests) { change(&draft.requests[r]) }
    } != nil
  }

  // MARK: Changes of what a rider asks for

  /// Windows open by so many seconds more: at their ends, or at their starts where negative.
  static func widen(_ request: inout RequestDraft, by seconds: Double) {
    func widened(_ windows: [TimeWindow]) -> [TimeWindow] {
      windows.map {
        seconds > 0
          ? TimeWindow($0.start, $0.end + seconds)
          : TimeWindow(max(0, $0.start + seconds), $0.end)
      }
    }
    let (pickup, delivery) = (request.pickup?.windows ?? [], request.delivery?.windows ?? [])
    request.pickup?.windows = widened(pickup)
    request.delivery?.windows = widened(delivery)
  }

  static func dropWindows(_ request: inout RequestDraft) {
    request.pickup?.windows = []
    request.delivery?.windows = []
  }

  static func dropRideLimits(_ request: inout RequestDraft) {
    request.longestRide = nil
    request.longestDetour = nil
    request.sharesDetour = nil
  }

  static func lengthenRide(_ request: inout RequestDraft, by seconds: Int) {
    request.longestRide = request.longestRide.map { $0 + Double(seconds) }
    // The windows at the other end follow from the ride.
    let windows = request.pickup?.windows ?? []
    request.pickup?.windows = windows.map {
      TimeWindow(max(0, $0.start - Double(seconds)), $0.end)
    }
  }
}
