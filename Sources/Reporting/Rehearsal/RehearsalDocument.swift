public import Planning

/// A rehearsal for programs: seconds, shares of the days, and times with the zone's offset.
public struct RehearsalDocument: Sendable, Encodable {
  struct Stop: Sendable, Encodable {
    let run: String
    /// Position among the run's stops, from 0.
    let position: Int
    let kind: String
    let leg: String
    let rider: String
    let place: String
    let told: String
    /// From when on the rider is late; absent where nobody can be.
    let deadline: String?
    let onTime: Double
    let delayP50: Int
    let delayP90: Int
    let absent: Double
    let leftBehind: Double
  }
  struct RunChance: Sendable, Encodable {
    let run: String
    let holds: Double
    let overrun: Double
    let overrunP90: Int
  }
  struct Connection: Sendable, Encodable {
    let run: String
    /// Of the second stop; the first is the one before it, or the start of the run.
    let position: Int
    let chance: Double
    let lateRiders: Double
    let lacking: Int
  }

  let date: String
  let territory: String
  let days: Int
  let seed: UInt64
  let target: Double
  let leavesAsPlanned: Bool
  let holds: Double
  let lateRiders: Double
  let missedAppointments: Double
  let leftBehind: Double
  let absentRiders: Double
  let runs: [RunChance]
  let connections: [Connection]
  let stops: [Stop]
  let figures: [DayTariff.UsedFigure]

  public init(_ rehearsal: Rehearsal, of plan: Plan) {
    let clock = PlanClock(date: plan.date, timeZone: plan.timeZone)
    func time(_ elapsed: Int) -> String { clock?.iso8601(elapsed) ?? "\(elapsed)" }
    date = plan.date.text
    territory = plan.territory
    days = rehearsal.days
    seed = rehearsal.seed
    target = rehearsal.target
    leavesAsPlanned = rehearsal.leavesAsPlanned
    holds = rehearsal.holds
    lateRiders = rehearsal.lateRiders
    missedAppointments = rehearsal.missedAppointments
    leftBehind = rehearsal.leftBehind
    absentRiders = rehearsal.absentRiders
    figures = rehearsal.figures
    runs = rehearsal.runs.map {
      RunChance(
        run: plan.runs[$0.run].id, holds: $0.holds, overrun: $0.overrun,
        overrunP90: $0.overrunNinety)
    }
    connections = rehearsal.connections.map {
      Connection(
        run: plan.runs[$0.run].id, position: $0.position, chance: $0.chance,
        lateRiders: $0.lateRiders, lacking: $0.lacking)
    }
    stops = rehearsal.stops.map { chance in
      let stop = plan.runs[chance.run].stops[chance.position]
      return Stop(
        run: plan.runs[chance.run].id, position: chance.position, kind: stop.kind.rawValue,
        leg: stop.leg, rider: stop.rider, place: stop.place, told: time(chance.told),
        deadline: chance.deadline.map(time), onTime: chance.onTime, delayP50: chance.median,
        delayP90: chance.ninety, absent: chance.absent, leftBehind: chance.left)
    }
  }
}
