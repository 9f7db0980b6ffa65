import CaminTestSupport
import Optimizer
import Planning
import Testing

/// Random events on random days: whatever happens, the plan mended is sound and people are told the truth.
@Suite("R43, R50: random events on random days")
struct RandomEventTests {
  /// A few events that can be on the day.
  private func events(
    _ line: LineTerritory, _ plan: Plan, now: Int?, _ random: inout SplitMix64
  ) -> [DayEvent] {
    let riders = plan.runs.flatMap(\.stops).filter { $0.kind == .pickup && $0.start > now ?? 0 }
    let resources = line.scenario.volunteers.map(\.id) + line.scenario.vehicles.map(\.id)
    var events: [DayEvent] = []
    for _ in 0..<random.int(1...2) {
      let resource = resources[random.int(0...resources.count - 1)]
      let stop = riders.isEmpty ? nil : riders[random.int(0...riders.count - 1)]
      switch random.int(0...5) {
      case 0: events.append(.unavailable(resource: resource, from: nil, until: nil))
      case 1:
        let from = ClockTime(hour: random.int(8...13), minute: 0)
        events.append(
          .unavailable(
            resource: resource, from: from,
            until: random.int(0...1) == 0 ? nil : ClockTime(seconds: from.seconds + 5400)))
      case 2 where now != nil:
        events.append(
          .brokenDown(
            resource: resource, at: ClockTime(seconds: (now ?? 0) - 60 * random.int(0...20)),
            place: ""))
      case 3:
        if let stop { events.append(.declined(resource: resource, trip: stop.leg)) }
      case 4:
        if let stop { events.append(.cancelled(trip: stop.leg)) }
      default:
        if let stop {
          events.append(
            .moved(leg: stop.leg, time: ClockTime(seconds: max(stop.start, now ?? 0) + 1200)))
        }
      }
    }
    return events.isEmpty ? [.unavailable(resource: resources[0], from: nil, until: nil)] : events
  }

  @Test(
    "R50: whatever happens, the checker passes, the past stays, and nobody is told a change that is none",
    arguments: 1...240)
  func random(_ seed: UInt64) throws {
    var territory = RandomTerritory(seed: seed &+ 9000)
    let line = territory.territory()
    let plan = try line.planned()
    guard !plan.runs.isEmpty else { return }
    var random = SplitMix64(seed: seed)
    let now = random.int(0...1) == 0 ? nil : random.int(9...13) * 3600
    let events = events(line, plan, now: now, &random)
    guard let again = try mended(line, plan, events, now, seed) else { return }
    expectTruth(again, plan, seed)
  }

  @Test("R50: what was mended is mended again, half an hour later", arguments: 1...120)
  func again(_ seed: UInt64) throws {
    var territory = RandomTerritory(seed: seed &+ 19_000)
    let line = territory.territory()
    let plan = try line.planned()
    guard !plan.runs.isEmpty else { return }
    var random = SplitMix64(seed: seed)
    let now = random.int(9...13) * 3600
    let first = events(line, plan, now: now, &random)
    guard let mended = try mended(line, plan, first, now, seed), !mended.plan.runs.isEmpty else {
      return
    }
    var later = line
    later.scenario = mended.changed.scenario
    let second = events(later, mended.plan, now: now + 1800, &random)
    guard let again = try self.mended(later, mended.plan, second, now + 1800, seed) else { return }
    expectTruth(again, mended.plan, seed)
  }

  /// The plan mended, judged; `nil` where the events contradict each other.
  private func mended(
    _ line: LineTerritory, _ plan: Plan, _ events: [DayEvent], _ now: Int?, _ seed: UInt64
  ) throws -> Repaired? {
    let again: Repaired
    do {
      again = try line.repaired(
        plan, events, now: now.map { ClockTime(seconds: $0).text }, iterations: 30)
    } catch let error as Faults {
      let codes = Set(error.faults.map(\.code))
      #expect(
        codes.isSubset(of: [
          "already-driven", "unknown-trip", "contradictory-locks", "return-before-outward",
          "broken-down-twice",
        ]),
        "seed \(seed): \(error.faults)")
      return nil
    }
    #expect(again.broken.map(\.text.en) == [], "seed \(seed) \(events)")
    #expect(
      again.past?.contradictions(in: again.plan) ?? [] == [],
      "seed \(seed) \(events) \(now ?? -1)")
    // Nor by the day that is written down beside it, which knows nothing of the plan told.
    var held = again.changed
    held.scenario = held.scenario(holding: again.plan, clock: again.compiled.day.clock)
    let day = try Day(held.scenario, rules: RuleBook(for: held.scenario), travel: line.travel)
    let broken = try PlanCheck(day).violations(in: again.plan).filter { !$0.decided }
    #expect(broken.map(\.text.en) == [], "seed \(seed) \(events) \(now ?? -1)")
    expectWhole(again, seed)
    expectPast(again, plan, now, events, seed)
    return Repaired(
      changed: held, past: again.past, compiled: again.compiled, plan: again.plan,
      broken: again.broken)
  }

  /// Every leg of the day is served once or unserved with a reason.
  private func expectWhole(_ again: Repaired, _ seed: UInt64) {
    let served = again.plan.runs.flatMap(\.stops).filter { $0.kind == .pickup }.map(\.leg)
    let told = (served + again.plan.unserved.flatMap(\.legs)).sorted()
    #expect(
      told == again.changed.scenario.bookings.flatMap(\.legs).map(\.id).sorted(), "seed \(seed)")
    #expect(again.plan.unserved.allSatisfy { !$0.reasons.isEmpty }, "seed \(seed)")
  }

  /// Changes by comparing the two plans naively, without any code of Camin's.
  private func expectTruth(_ again: Repaired, _ told: Plan, _ seed: UInt64) {
    func rides(_ plan: Plan) -> [String: (driver: String, pickup: Int)] {
      var rides: [String: (driver: String, pickup: Int)] = [:]
      for run in plan.runs {
        for stop in run.stops where stop.kind == .pickup {
          rides[stop.leg] = (run.resource, stop.start)
        }
      }
      return rides
    }
    let (old, new) = (rides(told), rides(again.plan))
    let legs = Dictionary(
      uniqueKeysWithValues: again.changed.scenario.bookings.flatMap { booking in
        booking.legs.map { ($0.id, (booking: booking, leg: $0)) }
      })
    let changes = again.plan.changes?.changes ?? []
    for (id, known) in legs {
      // A leg that begins elsewhere now was told nothing that could hold.
      guard let before = old[id],
        told.runs.flatMap(\.stops).contains(where: {
          $0.leg == id && $0.kind == .pickup
            && ($0.door.isEmpty ? $0.place : $0.door) == known.leg.from
        })
      else { continue }
      let said = changes.filter { $0.person == known.booking.rider && $0.legs.contains(id) }
      guard let after = new[id] else {
        #expect(said.map(\.kind) == [.lost], "seed \(seed) \(id)")
        continue
      }
      #expect(
        said.contains { $0.kind == .otherDriver } == (before.driver != after.driver),
        "seed \(seed) \(id)")
      // Twenty minutes is the longest promise of any profile, ten the shortest.
      let moved = abs(before.pickup - after.pickup)
      if moved > 1200 { #expect(said.contains { $0.kind == .timeMoved }, "seed \(seed) \(id)") }
      if moved <= 600 { #expect(!said.contains { $0.kind == .timeMoved }, "seed \(seed) \(id)") }
    }
    // A driver of whom nothing is said makes the same stops in the same order.
    func stops(_ plan: Plan, _ driver: String) -> [String] {
      plan.runs.filter { $0.resource == driver }.sorted { $0.departure < $1.departure }
        .flatMap(\.stops).filter { !$0.leg.isEmpty }.map { "\($0.kind.rawValue) \($0.leg)" }
    }
    let drivers = Set((told.runs + again.plan.runs).map(\.resource))
    for driver in drivers where !changes.contains(where: { $0.person == driver }) {
      #expect(stops(told, driver) == stops(again.plan, driver), "seed \(seed) \(driver)")
    }
    let calls = again.calls(from: told)
    #expect(Set(calls.map(\.person)) == Set(changes.map(\.person)), "seed \(seed)")
    #expect(calls.map(\.time) == calls.map(\.time).sorted(), "seed \(seed)")
    #expect(calls.allSatisfy { call in !call.say.isEmpty }, "seed \(seed)")
  }

  /// What had begun by then is as it was, but with drivers to whom something has happened.
  private func expectPast(
    _ again: Repaired, _ told: Plan, _ now: Int?, _ events: [DayEvent], _ seed: UInt64
  ) {
    guard let now else { return }
    let hit = Set(
      events.compactMap { event -> String? in
        switch event {
        case .unavailable(let resource, _, _), .brokenDown(let resource, _, _): resource
        default: nil
        }
      })
    for run in told.runs where !hit.contains(run.resource) {
      for stop in run.stops where !stop.leg.isEmpty && stop.start < now {
        let same = again.plan.runs.first { $0.resource == run.resource }?.stops.contains {
          $0.leg == stop.leg && $0.kind == stop.kind && $0.start == stop.start
        }
        let all = again.plan.runs.filter { $0.resource == run.resource }.flatMap(\.stops).contains {
          $0.leg == stop.leg && $0.kind == stop.kind && $0.start == stop.start
        }
        #expect(same == true || all, "seed \(seed) \(run.id) \(stop.leg)")
      }
    }
    let before = Set(
      told.runs.flatMap(\.stops).filter { $0.kind == .pickup && $0.start < now }.map(\.leg))
    for stop in again.plan.runs.flatMap(\.stops)
    where stop.kind == .pickup && !before.contains(stop.leg) {
      #expect(stop.start >= now, "seed \(seed) \(stop.leg)")
    }
  }
}
