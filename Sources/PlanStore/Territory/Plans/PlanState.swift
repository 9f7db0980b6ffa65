public import Planning

/// How far a day's plan has come (R57).
public enum PlanState: String, CaseIterable, Codable, Sendable {
  /// Made; nobody was told.
  case draft
  /// Volunteers were asked.
  case proposed
  /// They have accepted.
  case confirmed
  /// Riders and drivers were told.
  case published
  /// Changed after it was published.
  case amended
  /// The day is over.
  case done

  /// States that may follow; the file itself holds the same.
  ///
  /// A new plan of a day that nobody was told yet is a draft again; after publication it is an amendment.
  public var next: Set<PlanState> {
    switch self {
    case .draft: [.draft, .proposed]
    case .proposed: [.draft, .confirmed]
    case .confirmed: [.draft, .published]
    case .published, .amended: [.amended, .done]
    case .done: []
    }
  }

  /// Whether the state comes with a new version of the plan.
  public var needsVersion: Bool { self == .draft || self == .amended }

  /// Whether riders and drivers were told the plan.
  public var isTold: Bool { [.published, .amended, .done].contains(self) }

  /// Who was told a plan in the state.
  public var audience: Audience {
    switch self {
    case .draft: .nobody
    case .proposed, .confirmed: .volunteers
    case .published, .amended, .done: .everybody
    }
  }

  /// The state of a plan that is made when the day's is in `state`; `nil`: none can be made any more.
  public static func ofNewPlan(after state: PlanState?) -> PlanState? {
    guard let state else { return .draft }
    return [.draft, .amended].first(where: state.next.contains)
  }

  /// Steps that lead from a state to a later one without a new version; `nil`: there are none.
  public static func steps(from state: PlanState, to end: PlanState) -> [PlanState]? {
    let line: [PlanState] = [.draft, .proposed, .confirmed, .published]
    if let start = line.firstIndex(of: state), let stop = line.firstIndex(of: end), start < stop {
      return Array(line[(start + 1)...stop])
    }
    return state.next.contains(end) && !end.needsVersion ? [end] : nil
  }

  public var title: Bilingual {
    switch self {
    case .draft: Bilingual(fr: "brouillon", en: "draft")
    case .proposed: Bilingual(fr: "proposé", en: "proposed")
    case .confirmed: Bilingual(fr: "confirmé", en: "confirmed")
    case .published: Bilingual(fr: "publié", en: "published")
    case .amended: Bilingual(fr: "modifié", en: "amended")
    case .done: Bilingual(fr: "terminé", en: "done")
    }
  }
}
