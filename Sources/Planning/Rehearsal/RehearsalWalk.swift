internal import Foundation

/// Goes through one day after another, stop by stop over all runs, with what chance brings.
///
/// Every driver makes the stops in the order of the plan; stops of riders who do not come are passed by. A run whose
/// driver is still on an earlier one begins when that one is over.
struct RehearsalWalk {
  private let table: RehearsalTimetable
  private let model: RehearsalModel
  /// By run: where the driver is, and since when free; not a number: not yet under way.
  private var time: [Double]
  private var place: [Int]
  private var end: [Double]
  private var atBase: [Double]
  /// By run, since the last stop that was in time: how late the vehicle came last; where most of that arose, and how much.
  private var delay: [Double]
  private var worst: [Double]
  private var worstVisit: [Int]
  /// By leg: not served; set down at; by how much late for an appointment; told late already.
  private var isVoid: [Bool]
  private var arrived: [Double]
  private var carried: [Double]
  private var isLate: [Bool]
  /// By band, and for the time outside all of them: logarithm of what all ways of the day share.
  private var shared: [Double]

  init(_ table: RehearsalTimetable, _ model: RehearsalModel) {
    self.table = table
    self.model = model
    time = Array(repeating: .nan, count: table.runs.count)
    place = table.runs.map(\.start)
    end = time
    atBase = Array(repeating: 0, count: table.runs.count)
    delay = atBase
    worst = atBase
    worstVisit = Array(repeating: -1, count: table.runs.count)
    isVoid = Array(repeating: false, count: table.legs.count)
    isLate = isVoid
    arrived = Array(repeating: -.infinity, count: table.legs.count)
    carried = Array(repeating: 0, count: table.legs.count)
    shared = Array(repeating: 0, count: model.bands.count + 1)
  }

  mutating func run(_ chance: RehearsalChance, into days: inout RehearsalDays) {
    reset(chance)
    days.begin()
    for v in table.visits.indices { make(v, chance, &days) }
    for r in table.runs.indices where !time[r].isNaN && end[r].isNaN { finish(r, chance) }
    tellOverruns(&days)
  }

  private mutating func reset(_ chance: RehearsalChance) {
    for r in table.runs.indices {
      time[r] = .nan
      end[r] = .nan
      place[r] = table.runs[r].start
      (atBase[r], delay[r], worst[r], worstVisit[r]) = (0, 0, 0, -1)
    }
    for l in table.legs.indices {
      (isVoid[l], isLate[l], arrived[l], carried[l]) = (false, false, -.infinity, 0)
    }
    let day = model.travelDay * chance.normal(.travelDay, 0)
    for (b, band) in model.bands.enumerated() {
      shared[b] = day + band.spread * chance.normal(.travelBand, UInt64(b))
    }
    shared[model.bands.count] = day
  }

  // MARK: Stops

  private mutating func make(_ v: Int, _ chance: RehearsalChance, _ days: inout RehearsalDays) {
    let visit = table.visits[v]
    if visit.leg >= 0 {
      let terms = table.legs[visit.leg]
      // Who did not go there is not there to be fetched.
      if visit.kind == .pickup, terms.previous >= 0, isVoid[terms.previous] {
        isVoid[visit.leg] = true
      }
      guard !isVoid[visit.leg] else { return days.note(v, .skipped) }
    }
    let arrival = drive(to: visit, v, chance)
    switch visit.kind {
    case .pickup: pickUp(v, visit, arrival: arrival, chance, &days)
    case .delivery: setDown(v, visit, arrival: arrival, chance, &days)
    case .rest:
      trace(v, visit, arrival: arrival)
      time[visit.run] = max(arrival, visit.start) + visit.departure - visit.start
    case .base:
      trace(v, visit, arrival: arrival)
      time[visit.run] = max(arrival, visit.departure)
      atBase[visit.run] += time[visit.run] - arrival
    }
  }

  /// - Returns: the arrival at the stop.
  private mutating func drive(
    to visit: RehearsalTimetable.Visit, _ v: Int, _ chance: RehearsalChance
  ) -> Double {
    let r = visit.run
    if time[r].isNaN { begin(r, v, chance) }
    let way = table.seconds(place[r], visit.place, table.runs[r].pace)
    place[r] = visit.place
    guard way > 0 else { return time[r] }
    return time[r] + way * factor(visit.band, visit.key, chance)
  }

  private func factor(_ band: Int, _ key: UInt64, _ chance: RehearsalChance) -> Double {
    exp(shared[band] + model.travelLeg * chance.normal(.travel, key))
  }

  private mutating func begin(_ r: Int, _ v: Int, _ chance: RehearsalChance) {
    let terms = table.runs[r]
    var start = terms.departure
    if terms.before >= 0, !time[terms.before].isNaN {
      if end[terms.before].isNaN { finish(terms.before, chance) }
      start = max(start, end[terms.before])
    }
    time[r] = start
    delay[r] = start - terms.departure
    worst[r] = delay[r]
    worstVisit[r] = v
  }

  private mutating func finish(_ r: Int, _ chance: RehearsalChance) {
    let terms = table.runs[r]
    let way = table.seconds(place[r], terms.end, terms.pace)
    end[r] = time[r] + (way > 0 ? way * factor(terms.homeBand, terms.homeKey, chance) : 0)
  }

  private mutating func pickUp(
    _ v: Int, _ visit: RehearsalTimetable.Visit, arrival: Double, _ chance: RehearsalChance,
    _ days: inout RehearsalDays
  ) {
    let (r, leg) = (visit.run, visit.leg)
    let terms = table.legs[leg]
    trace(v, visit, arrival: arrival)
    // Nobody is fetched before the time told.
    let there = max(arrival, visit.start)
    if terms.previous < 0, let wait = absence(terms, chance) {
      isVoid[leg] = true
      time[r] = there + wait
      return days.note(v, .absent)
    }
    let ready = readiness(leg, told: visit.start, chance)
    guard ready <= there + table.runs[r].riderWait else {
      isVoid[leg] = true
      time[r] = there + table.runs[r].riderWait
      days.note(v, .left)
      return days.noteLateRider(run: r)
    }
    let isLate = arrival > visit.deadline
    days.note(v, .made(late: max(0, arrival - visit.start), isLate: isLate))
    if isLate { tellLate(v, visit, by: arrival - visit.deadline, &days) }
    leave(visit, after: max(there, ready), chance)
  }

  private mutating func setDown(
    _ v: Int, _ visit: RehearsalTimetable.Visit, arrival: Double, _ chance: RehearsalChance,
    _ days: inout RehearsalDays
  ) {
    trace(v, visit, arrival: arrival)
    let earliest = model.leavesAsPlanned ? visit.start : min(visit.start, visit.earliest)
    let start = max(arrival, earliest)
    let isLate = start > visit.deadline
    days.note(v, .made(late: max(0, start - visit.start), isLate: isLate))
    if isLate {
      carried[visit.leg] = start - visit.deadline
      days.noteMissed()
      tellLate(v, visit, by: start - visit.deadline, &days)
    }
    leave(visit, after: start, chance)
    arrived[visit.leg] = time[visit.run]
  }

  private mutating func leave(
    _ visit: RehearsalTimetable.Visit, after start: Double, _ chance: RehearsalChance
  ) {
    let planned = visit.departure - visit.start
    let service = planned * exp(model.service * chance.normal(.service, visit.key))
    time[visit.run] = start + service
    if model.leavesAsPlanned { time[visit.run] = max(time[visit.run], visit.departure) }
  }

  // MARK: Riders

  /// Time lost on a rider who does not come; `nil`: the rider comes.
  private func absence(_ terms: RehearsalTimetable.LegTerms, _ chance: RehearsalChance) -> Double? {
    let draw = chance.unit(.absence, terms.absenceKey)
    if draw < model.noShowChance { return model.noShowWait }
    return draw < model.noShowChance + model.refusedChance ? model.refusedTime : nil
  }

  private func readiness(_ leg: Int, told: Double, _ chance: RehearsalChance) -> Double {
    let terms = table.legs[leg]
    // Whom the coordinator has promised an earlier time is ready then.
    var ready = min(terms.estimate, told)
    if let end = terms.lateEnd, chance.unit(.lateEnd, terms.key) < end.chance {
      ready += end.least + end.mean * chance.exponential(.lateEndLength, terms.key)
    }
    guard terms.previous >= 0 else { return ready }
    ready += model.careCarriedShare * carried[terms.previous]
    return max(ready, arrived[terms.previous] + terms.stay)
  }

  private mutating func tellLate(
    _ v: Int, _ visit: RehearsalTimetable.Visit, by seconds: Double, _ days: inout RehearsalDays
  ) {
    days.note(blame: worstVisit[visit.run], seconds: seconds)
    guard !isLate[visit.leg] else { return }
    isLate[visit.leg] = true
    days.noteLateRider(run: visit.run)
  }

  /// Keeps the way, or the stop before it, on which most of the present delay arose.
  private mutating func trace(_ v: Int, _ visit: RehearsalTimetable.Visit, arrival: Double) {
    let r = visit.run
    let now = max(0, arrival - visit.start)
    if now == 0 {
      (worst[r], worstVisit[r]) = (0, v)
    } else if now - delay[r] > worst[r] || worstVisit[r] < 0 {
      (worst[r], worstVisit[r]) = (now - delay[r], v)
    }
    delay[r] = now
  }

  // MARK: Drivers

  private func tellOverruns(_ days: inout RehearsalDays) {
    for duty in table.duties {
      let driven = duty.runs.filter { !end[$0].isNaN }
      guard let last = driven.last else { continue }
      for r in driven {
        let beyond = end[r] - table.runs[r].shiftEnd
        if beyond > 0 { days.note(overrun: beyond, of: r) }
      }
      let first = table.runs[driven[0]].departure
      let length =
        duty.isPaid
        ? end[last] - first
        : driven.reduce(0) { $0 + end[$1] - table.runs[$1].departure - atBase[$1] }
      let beyond = max(length - duty.longest, end[last] - table.runs[last].shiftEnd)
      if beyond > 0 { days.note(overrun: beyond, of: last) }
    }
  }
}
