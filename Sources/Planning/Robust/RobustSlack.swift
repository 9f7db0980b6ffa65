/// Time that a plan is to keep in hand, leg by leg, since a rehearsal has shown where it is lacking (R49).
public struct RobustSlack: Hashable, Sendable {
  /// Seconds that the driver is to be there before the time told at the pick-up, by index into the day's legs.
  public private(set) var pickups: [Int: Int] = [:]
  /// Seconds that the rider is to be set down before the latest, and what it is worth to have them, euros.
  public private(set) var appointments: [Int: Appointment] = [:]

  public struct Appointment: Hashable, Sendable {
    public var seconds: Int
    public var worth: Double
  }

  public init() {}

  public var isEmpty: Bool { pickups.isEmpty && appointments.isEmpty }

  /// Of what is lacking no more can be had than a rider on board may wait, and that mends it in proportion at best.
  private static func isWorth(
    _ seconds: Int, _ connection: Rehearsal.Connection, _ run: Run, _ day: Day, price: Double
  ) -> Bool {
    guard let resource = day.resourceIndex[run.resource].map({ day.resources[$0] }) else {
      return false
    }
    let longest = Mode.allCases.map { day.rules.seconds(.idleOnBoard($0.ruleKind)) }.min() ?? 0
    let given = Double(min(seconds, longest))
    let worth = connection.lateRiders * price * given / Double(max(1, connection.lacking))
    return worth > given * (resource.costPerSecond + resource.waitValue)
  }

  /// Leaves a share of the slack before the pick-ups of some legs; zero: none.
  public mutating func shrink(_ legs: some Sequence<Int>, to share: Double) {
    for leg in legs {
      guard let seconds = pickups[leg] else { continue }
      let left = Int(Double(seconds) * share)
      pickups[leg] = left > 0 ? left : nil
    }
  }

  /// Takes over what another has for some legs.
  public mutating func take(_ legs: some Sequence<Int>, from other: RobustSlack) {
    for leg in legs {
      pickups[leg] = other.pickups[leg]
      appointments[leg] = other.appointments[leg]
    }
  }

  /// Adds what the connections of a rehearsed plan lack, where that is worth more than the driver's wait costs.
  ///
  /// - Parameters:
  ///   - share: of what is lacking, to add at once.
  ///   - price: euros that one late rider fewer may cost.
  public mutating func add(
    _ rehearsal: Rehearsal, of plan: Plan, on day: Day, share: Double = 1, price: Double
  ) {
    for connection in rehearsal.connections {
      let stop = plan.runs[connection.run].stops[connection.position]
      guard let leg = day.legIndex[stop.leg] else { continue }
      let seconds = Int((Double(connection.lacking) * share).rounded(.up))
      if stop.kind == .pickup {
        guard day.legs[leg].line == nil, !day.staysBefore(leg),
          Self.isWorth(seconds, connection, plan.runs[connection.run], day, price: price)
        else { continue }
        pickups[leg, default: 0] += seconds
      } else if case .arriveBy = day.legs[leg].leg.anchor {
        let had = appointments[leg] ?? Appointment(seconds: 0, worth: 0)
        appointments[leg] = Appointment(
          seconds: had.seconds + seconds, worth: had.worth + connection.lateRiders * price)
      }
    }
  }
}
