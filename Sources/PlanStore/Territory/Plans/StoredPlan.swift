public import Foundation
public import Planning

/// One version of a day's plan, with the day that it was made from.
public struct StoredPlan: Hashable, Sendable {
  public var day: PlanDate
  /// 1 for the first plan of the day, and so on.
  public var number: Int
  /// In UTC, to the second.
  public var madeAt: Date
  /// Hash of what the plan says, as its provenance states it.
  public var planHash: String
  public var scenarioHash: String
  /// State of the day as of this version: the last that it was in.
  public var state: PlanState
  /// `plan.json`, and the scenario as one JSON document; `nil` where they were purged, or were those of a draft that
  /// nobody was told and that another has replaced.
  public var document: String?
  public var scenario: String?
}

/// A plan to be kept.
public struct NewPlan: Sendable {
  public var day: PlanDate
  public var madeAt: Date
  public var planHash: String
  public var scenarioHash: String
  /// `plan.json`.
  public var document: String
  /// The scenario as one JSON document.
  public var scenario: String

  /// - Parameters:
  ///   - planHash: SHA-256 of what the plan says, 64 hexadecimal digits in lower case.
  ///   - scenarioHash: SHA-256 of the scenario, likewise.
  public init(
    day: PlanDate, madeAt: Date, planHash: String, scenarioHash: String, document: String,
    scenario: String
  ) {
    self.day = day
    self.madeAt = madeAt
    self.planHash = planHash
    self.scenarioHash = scenarioHash
    self.document = document
    self.scenario = scenario
  }
}

/// How far a day had come at some moment.
public struct DayMark: Hashable, Sendable {
  /// Transitions of its plan so far.
  var steps: Int
}

/// A day's plan that went from one state to another.
public struct Transition: Hashable, Sendable {
  public var day: PlanDate
  /// Version of the plan.
  public var number: Int
  /// `nil`: there was no plan before.
  public var from: PlanState?
  public var to: PlanState
  /// Who did it, by role, never by name.
  public var role: String
  /// In UTC, to the second.
  public var at: Date
  public var note: String

  /// When as text, e.g. `2026-11-24T17:02:31Z`.
  public var atText: String { UTC.text(at) }
}
