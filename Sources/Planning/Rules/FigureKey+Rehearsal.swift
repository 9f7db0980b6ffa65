/// Figures of how days turn out otherwise than planned (R49).
///
/// - `travel.day`, `travel.leg`: spread of driving times, as the standard deviation of their logarithm; the part that a
///   whole day shares (weather), and the part of each way by itself;
/// - `band.NAME.from`, `.until`, `.spread`: a stretch of the day, in hours of the clock, whose ways share a spread too;
/// - `service`: spread of the time at a stop, as above;
/// - `care.NAME.chance`, `.least`, `.mean`: how often care, or whatever else a rider is called for, ends late, by how
///   much at least, and by how much more on average (exponential). NAME is a kind of place, or a purpose of bookings;
///   `default` is what holds for other estimated ends;
/// - `care.stated_share`: of the uncertainty that a booking states, what is taken for that average;
/// - `care.carried_share`: of a late arrival, by how much care then ends later;
/// - `no_show.chance`, `.wait`, `refused.chance`, `.time`: riders who are not there, and who say so at the door, and what
///   time that takes;
/// - `rider_wait.MODE`: how long a driver waits for a rider who is late, before leaving;
/// - `leave_as_planned`: whether drivers leave no stop earlier than planned, or as soon as they can;
/// - `target`: the chance of being on time that a connection is to have;
/// - `late_price`: what one rider fewer who is late may cost (`camin plan --robust`).
extension FigureKey {
  static let travelDay = rehearsal("travel.day", .ratio)
  static let travelLeg = rehearsal("travel.leg", .ratio)
  static let serviceSpread = rehearsal("service", .ratio)

  static func bandFrom(_ name: String) -> FigureKey { rehearsal("band.\(name).from", .time) }
  static func bandUntil(_ name: String) -> FigureKey { rehearsal("band.\(name).until", .time) }
  static func bandSpread(_ name: String) -> FigureKey { rehearsal("band.\(name).spread", .ratio) }

  /// What holds where neither the kind of place nor the purpose is named.
  static let anyCare = "default"
  static func careChance(_ name: String) -> FigureKey { rehearsal("care.\(name).chance", .ratio) }
  static func careLeast(_ name: String) -> FigureKey { rehearsal("care.\(name).least", .time) }
  static func careMean(_ name: String) -> FigureKey { rehearsal("care.\(name).mean", .time) }
  static let careStatedShare = rehearsal("care.stated_share", .ratio)
  static let careCarriedShare = rehearsal("care.carried_share", .ratio)

  static let noShowChance = rehearsal("no_show.chance", .ratio)
  static let noShowWait = rehearsal("no_show.wait", .time)
  static let refusedChance = rehearsal("refused.chance", .ratio)
  static let refusedTime = rehearsal("refused.time", .time)
  static func riderWait(_ mode: Mode) -> FigureKey {
    rehearsal("rider_wait.\(mode.rawValue)", .time)
  }
  static let leaveAsPlanned = rehearsal("leave_as_planned", .flag)
  static let punctualityTarget = rehearsal("target", .ratio)
  static let latePrice = rehearsal("late_price", .amount)

  static let rehearsals: [FigureKey] =
    [
      travelDay, travelLeg, serviceSpread, careChance(anyCare), careLeast(anyCare),
      careMean(anyCare), careStatedShare, careCarriedShare, noShowChance, noShowWait,
      refusedChance, refusedTime, leaveAsPlanned, punctualityTarget, latePrice,
    ] + Mode.allCases.map(riderWait)

  private static func rehearsal(_ key: String, _ measure: Measure) -> FigureKey {
    FigureKey(.rehearsal, key, measure)
  }
}

extension RuleProfile {
  /// Stretches of the day whose driving times share a spread, by name, sorted.
  var bands: [String] { names(after: "band") }

  /// Kinds of places and purposes with late ends of their own, by name, sorted.
  var careNames: [String] { names(after: "care").filter { $0 != FigureKey.anyCare } }
}
