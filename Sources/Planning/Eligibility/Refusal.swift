/// Why the rules keep a leg from a resource before any planning (R12).
public struct Refusal: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    case modeNotWanted(Mode)
    case insuredToVolunteer
    case insuredToTad
    case patientsOnly
    /// Scheduled transport serves the leg.
    case scheduled(SteeredLeg)
    case carrierChosen(String)
    /// The patient would ride with the second carrier, but one of the two has not agreed to pool.
    case carriersApart(String, String)
    /// When the booking was made, and until when it had to be (R58).
    case afterDeadline(made: LocalMoment, due: LocalMoment)
    case tooFar
    case noCriterion
    case homeNotRural
    case outsidePlaceScope
    case outsideRadius
    case outsideZones
    case onLine(String)
    case noStopNear
    case sameStop
    case needNotAccepted(String)
    case noRoom
    case riderRefused
    case declined
    case closedOnHoliday
    case notThere
    case yearDone
    case stayTooLong
  }
  public var cause: Cause
  public var code: ReasonCode
  /// Figure or rule that refuses, e.g. `tus-2019.most_distance`.
  public var rule: String
  /// What was found and what is allowed, in `unit`; `nil` where the rule is no number.
  public var value: Double?
  public var limit: Double?
  public var unit: String
  /// Where the rule stands; empty for wishes of people.
  public var source: String

  init(
    _ cause: Cause, _ code: ReasonCode, rule: String, value: Double? = nil, limit: Double? = nil,
    unit: String = "", source: String = ""
  ) {
    self.cause = cause
    self.code = code
    self.rule = rule
    self.value = value
    self.limit = limit
    self.unit = unit
    self.source = source
  }

  /// A figure's refusal in another unit than the profile states it in.
  init(
    _ cause: Cause, _ code: ReasonCode, _ key: FigureKey, of rules: RuleBook, value: Double?,
    limit: Double, unit: String
  ) {
    self.init(
      cause, code, rule: rules.citation(key), value: value, limit: value == nil ? nil : limit,
      unit: value == nil ? "" : unit, source: rules.figure(key)?.source ?? "")
  }

  /// - Parameter kilometres: found, where the figure is a greatest distance.
  init(
    _ cause: Cause, _ code: ReasonCode, _ key: FigureKey, of rules: RuleBook,
    kilometres: Double? = nil
  ) {
    self.init(
      cause, code, rule: rules.citation(key), value: kilometres,
      limit: kilometres == nil ? nil : Double(rules.metres(key)) / 1000,
      unit: kilometres == nil ? "" : "km", source: rules.figure(key)?.source ?? "")
  }
}
