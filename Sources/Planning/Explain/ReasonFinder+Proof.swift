internal import DialARide
internal import Optimizer

extension ReasonFinder {
  /// The reason of a leg that nobody could serve even if there were no other: `nil` where somebody could.
  ///
  /// The leg is tried alone in every vehicle, each mode by its own rules, with nothing narrowed for the sake of
  /// the search: for a single ride in an empty vehicle insertion is exhaustive, so this is a proof.
  func provenReason(_ leg: Int, _ scene: Scene) -> Reason? {
    let problems = aloneDrafts(leg).map(\.draft)
    guard !problems.isEmpty, !problems.contains(where: canServe) else { return nil }
    let candidates = compiled.eligibility.candidates(leg, of: day)
    let anyTime = problems.map { draft in changed(draft) { dropWindows(&$0) } }
    let noLimits = problems.map { draft in changed(draft) { dropDriverLimits(&$0) } }
    let neither = anyTime.map { draft in changed(draft) { dropDriverLimits(&$0) } }
    let code: ReasonCode
    if anyTime.contains(where: canServe) {
      code = .noResourceInTime
    } else if noLimits.contains(where: canServe) || neither.contains(where: canServe) {
      code = .driverLimit
    } else {
      code = .rideOrDetourLimit
    }
    let imposed = code == .noResourceInTime ? imposedText(leg) : nil
    return Reason(
      code: code, leg: day.legs[leg].leg.id, rule: imposed == nil ? "" : "lock-assign",
      resources: candidates.count,
      ofResources: day.resources.count, proven: true,
      text: imposed ?? provenText(code, candidates.count),
      leastChange: leastChange(for: leg, in: unit(of: leg), scene, blocked: [leg]))
  }

  private func unit(of leg: Int) -> Unit {
    Unit(compiled, groupOf: compiled.requestOfLeg[leg] ?? 0)
  }

  /// The leg alone with the vehicles of each mode that may serve it, and their numbers in the day's problem.
  func aloneDrafts(_ leg: Int) -> [(draft: ProblemDraft, vehicles: [Int])] {
    let candidates = compiled.eligibility.candidates(leg, of: day)
    return Mode.allCases.compactMap { mode in
      let ofMode = candidates.filter { day.resources[$0].mode == mode }
      guard !ofMode.isEmpty else { return nil }
      var all = [[Int]](repeating: [], count: day.legs.count)
      all[leg] = ofMode
      let compiler = Compiler(day, candidates: all, purpose: .check)
      let request = RequestCompiler(compiler).request(.leg(leg))
      return (alone(request), request.allowedVehicles ?? [])
    }
  }

  /// A problem of one request and the vehicles that may serve it.
  private func alone(_ request: RequestDraft) -> ProblemDraft {
    let base = compiled.problem.draft
    let vehicles = request.allowedVehicles ?? []
    let local = Dictionary(uniqueKeysWithValues: vehicles.enumerated().map { ($1, $0) })
    var request = request
    request.renumberVehicles { local[$0] }
    let crews = base.crews.compactMap { crew -> CrewDraft? in
      var crew = crew
      crew.vehicles = crew.vehicles.compactMap { local[$0] }
      return crew.vehicles.isEmpty ? nil : crew
    }
    return ProblemDraft(
      requests: [request], vehicles: vehicles.map { base.vehicles[$0] }, matrices: base.matrices,
      crews: crews)
  }

  private func canServe(_ draft: ProblemDraft) -> Bool {
    let probe = InsertionProbe(
      problem: Problem(sound: draft), solution: Solution(routes: [], unserved: [0]),
      on: stand.ground)
    return probe.cheapest([0]) != nil
  }

  private func changed(
    _ draft: ProblemDraft, _ change: (inout ProblemDraft) -> Void
  ) -> ProblemDraft {
    var draft = draft
    change(&draft)
    return draft
  }

  private func dropWindows(_ draft: inout ProblemDraft) {
    for r in draft.requests.indices {
      draft.requests[r].pickup?.windows = []
      draft.requests[r].delivery?.windows = []
    }
  }

  func dropDriverLimits(_ draft: inout ProblemDraft) {
    for v in draft.vehicles.indices {
      draft.vehicles[v].longestDuration = nil
      draft.vehicles[v].longestDistance = nil
      draft.vehicles[v].longestDriving = nil
      draft.vehicles[v].unbrokenDriving = nil
      draft.vehicles[v].mostTrips = nil
      draft.vehicles[v].mostRequests = nil
      draft.vehicles[v].longestIdle = nil
      draft.vehicles[v].longestIdleOnBoard = nil
    }
    draft.crews = []
  }

  private func provenText(_ code: ReasonCode, _ candidates: Int) -> Bilingual {
    switch code {
    case .noResourceInTime:
      candidates == 1
        ? Bilingual(
          fr:
            "Le seul conducteur ou véhicule possible n’est pas disponible à ces heures, même sans aucun "
            + "autre trajet.",
          en: "The one resource allowed is not available at these times, even without any "
            + "other trip.")
        : Bilingual(
          fr: "Aucun des \(candidates) conducteurs et véhicules possibles n’est disponible à ces "
            + "heures, même sans aucun autre trajet.",
          en: "None of the \(candidates) resources allowed is available at these times, even "
            + "without any other trip.")
    case .driverLimit:
      Bilingual(
        fr: "Même sans autre trajet, les limites des conducteurs permis (kilomètres, amplitude, "
          + "attente) seraient dépassées.",
        en: "Even without other trips, the limits of the drivers allowed (kilometres, time on "
          + "duty, waits) would be exceeded.")
    default:
      Bilingual(
        fr: "Même seul à bord, ce trajet dépasse les limites de durée ou de détour.",
        en: "Even alone on board, the leg exceeds the limits of ride time or detour.")
    }
  }
}
