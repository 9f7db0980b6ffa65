import CaminTestSupport
import Foundation
import Planning
import Testing

@Suite("R49: will the plan hold?")
struct RehearsalTests {
  /// A volunteer who fetches one rider 30 km away, and no more.
  private func single(by clock: String = "10:00") throws -> (line: LineTerritory, plan: Plan) {
    var line = LineTerritory()
    line.addOutward(1, from: 30, to: 40, by: clock)
    line.addVolunteer("v1", home: 0)
    return (line, try line.driven(Drive("v1", "08:00", ["+b1-1", "-b1-1"])))
  }

  private func rehearsed(
    _ line: LineTerritory, _ plan: Plan, days: Int = 4000, seed: UInt64 = 1, threads: Int = 2,
    _ change: (inout RehearsalModel) -> Void
  ) throws -> Rehearsal {
    var model = RehearsalModel()
    change(&model)
    return try Rehearsal(
      of: plan, on: line.day(), model: model,
      options: Rehearsal.Options(days: days, seed: seed, threads: threads))
  }

  /// Four standard errors of a share found over so many days, and a little for the quantiles.
  private func margin(_ share: Double, days: Int) -> Double {
    4 * (share * (1 - share) / Double(days)).squareRoot() + 1e-9
  }

  @Test(
    "R49: where nothing goes otherwise, everybody is in time and the times are the plan's",
    arguments: 1...40)
  func asPlanned(_ seed: UInt64) throws {
    var random = RandomTerritory(seed: seed)
    let line = random.territory()
    let plan = try line.planned()
    for leavesAsPlanned in [true, false] {
      let found = try rehearsed(line, plan, days: 3) { $0.leavesAsPlanned = leavesAsPlanned }
      #expect(found.holds == 1 && found.lateRiders == 0 && found.leftBehind == 0)
      #expect(found.connections.isEmpty)
      #expect(found.stops.allSatisfy { $0.onTime == 1 && $0.ninety == 0 && $0.absent == 0 })
      #expect(found.runs.allSatisfy { $0.holds == 1 && $0.overrun == 0 })
      // With the first policy no stop begins before the time told, and here none after it.
      let told = plan.runs.map { $0.stops.filter { !$0.leg.isEmpty }.map(\.start) }
      #expect(
        plan.runs.indices.map { r in found.stops.filter { $0.run == r }.map(\.told) } == told)
    }
  }

  @Test("R49: one way with a lognormal time: the chance is the one that can be worked out")
  func singleWay() throws {
    let (line, plan) = try single()
    let (day, leg) = (0.15, 0.2)
    let found = try rehearsed(line, plan) {
      $0.travelDay = day
      $0.travelLeg = leg
    }
    // 30 minutes planned, 10 more until the promise is broken.
    let spread = (day * day + leg * leg).squareRoot()
    let chance = 0.5 * erfc(-log(40.0 / 30) / spread / 2.0.squareRoot())
    let stop = found.stops[0]
    #expect(abs(stop.onTime - chance) < margin(chance, days: found.days))
    // Nine ways in ten take no longer than exp(1.2816 spread).
    let ninety = 1800 * (exp(1.2816 * spread) - 1)
    #expect(abs(Double(stop.ninety) - ninety) < 0.06 * 1800)
    #expect(stop.median < 40)
    #expect(abs(found.runs[0].holds - chance) < margin(chance, days: found.days))
  }

  @Test("R49: ways of a day, or of a stretch of it, are slow together; ways by themselves are not")
  func together() throws {
    var line = LineTerritory()
    for n in 1...2 { line.addOutward(n, from: 30, to: 40, by: "12:00") }
    for n in 1...2 { line.addVolunteer("v\(n)", home: 0) }
    let plan = try line.driven(
      Drive("v1", "08:00", ["+b1-1", "-b1-1"]), Drive("v2", "08:00", ["+b2-1", "-b2-1"]))
    let band = RehearsalModel.Band(start: 7 * 3600, end: 9 * 3600, spread: 0.3)
    let day = try rehearsed(line, plan) { $0.travelDay = 0.3 }
    let morning = try rehearsed(line, plan) { $0.bands = [band] }
    let alone = try rehearsed(line, plan) { $0.travelLeg = 0.3 }
    let evening = try rehearsed(line, plan) {
      $0.bands = [RehearsalModel.Band(start: 15 * 3600, end: 16 * 3600, spread: 0.3)]
    }
    for (found, isShared) in [(day, true), (morning, true), (alone, false)] {
      let one = found.runs[0].holds
      let both = isShared ? one : one * one
      #expect(abs(found.holds - both) < margin(both, days: found.days) + 0.01)
      #expect(one < 0.9 && one > 0.7)
    }
    #expect(evening.holds == 1)
  }

  @Test("R49: a late end of care: how often the driver waits, and how often he or she leaves")
  func lateCare() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 10, to: 40, by: "10:00", back: .release(LineTerritory.at("11:00"), spread: 0))
    line.addVehicle("t1", .tad, depot: 10)
    let plan = try line.driven(Drive("t1", "08:50", ["+b1-1", "-b1-1", "+b1-2@11:00", "-b1-2"]))
    let (chance, least, mean, limit) = (0.4, 300.0, 900.0, 1200.0)
    let found = try rehearsed(line, plan) {
      $0.anyCare = RehearsalModel.LateEnd(chance: chance, least: least, mean: mean)
      $0.riderWait = [.tad: limit]
    }
    let left = chance * exp(-(limit - least) / mean)
    let back = try #require(found.stops.first { $0.run == 0 && $0.position == 2 })
    #expect(abs(back.left - left) < margin(left, days: found.days))
    #expect(abs(found.leftBehind - left) < margin(left, days: found.days))
    // The rider is to blame, not the vehicle: it was there in time.
    #expect(back.onTime == 1)
    // What a kind of place says counts for it.
    line.scenario.places[40].kind = "hospital"
    let named = try rehearsed(line, plan) {
      $0.anyCare = RehearsalModel.LateEnd(chance: chance, least: least, mean: mean)
      $0.care = ["hospital": RehearsalModel.LateEnd(chance: 0, least: 0, mean: 0)]
      $0.riderWait = [.tad: 0]
    }
    #expect(named.leftBehind == 0)
  }

  @Test("R49: who is not there on the way out is not fetched for the way back")
  func absences() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 10, to: 40, by: "10:00", back: .departAfter(LineTerritory.at("11:00")))
    line.addVehicle("t1", .tad, depot: 10)
    let plan = try line.driven(Drive("t1", "08:50", ["+b1-1", "-b1-1", "+b1-2@11:00", "-b1-2"]))
    let found = try rehearsed(line, plan) {
      $0.noShowChance = 0.2
      $0.refusedChance = 0.1
      $0.noShowWait = 300
    }
    #expect(abs(found.absentRiders - 0.3) < margin(0.3, days: found.days))
    #expect(found.stops.map { $0.absent > 0 } == [true, false, false, false])
    #expect(found.lateRiders == 0 && found.holds == 1)
  }

  @Test("R49: one who arrives late for care is let go late, as far as the figures say")
  func carried() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 10, to: 40, by: "10:00", back: .release(LineTerritory.at("11:00"), spread: 0))
    line.addVehicle("t1", .tad, depot: 10)
    let plan = try line.driven(Drive("t1", "09:15", ["+b1-1", "-b1-1", "+b1-2@11:00", "-b1-2"]))
    func left(_ share: Double) throws -> Double {
      try rehearsed(line, plan) {
        $0.travelLeg = 0.4
        $0.careCarriedShare = share
        $0.riderWait = [.tad: 60]
      }.leftBehind
    }
    #expect(try left(0) == 0)
    #expect(try left(1) > 0.1)
  }

  @Test("R49: equal seeds give equal chances on any number of threads, and others do not")
  func reproducible() throws {
    let (line, plan) = try single()
    func found(_ seed: UInt64, _ threads: Int) throws -> [Rehearsal.Stop] {
      try Rehearsal(
        of: plan, on: line.day(),
        options: Rehearsal.Options(days: 777, seed: seed, threads: threads)
      ).stops
    }
    let once = try found(5, 1)
    #expect(try found(5, 1) == once && found(5, 3) == once)
    #expect(try found(6, 1) != once)
  }

  @Test("R49: the connection that makes riders late is found, and what it lacks mends it")
  func tight() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 5, to: 20, by: "09:00")
    line.add(
      2, home: 30,
      legs: [
        Leg(id: "b2-1", from: "k30", to: "k45", anchor: .departAfter(LineTerritory.at("08:20")))
      ])
    line.addVolunteer("v1", home: 0)
    let plan = try line.driven(Drive("v1", "08:00", ["+b1-1", "-b1-1", "+b2-1", "-b2-1"]))
    func change(_ model: inout RehearsalModel) {
      model.travelLeg = 0.45
      model.target = 0.95
    }
    let found = try rehearsed(line, plan, change)
    let worst = try #require(found.connections.first { $0.position == 2 })
    #expect(worst.chance > 0.05)
    // The second rider told so much later, nothing else changed.
    var mended = plan
    for s in 2...3 {
      mended.runs[0].stops[s].start += worst.lacking
      mended.runs[0].stops[s].departure += worst.lacking
      if s == 3 { mended.runs[0].stops[s].arrival += worst.lacking }
    }
    let after = try rehearsed(line, mended, change)
    let blamed = after.connections.first { $0.position == 2 }?.chance ?? 0
    #expect(blamed <= 0.05 + 1e-9)
    #expect(after.lateRiders < found.lateRiders)
  }

  @Test("R49: working beyond the shift is told with its chance")
  func overtime() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 30, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0, [("08:00", "09:40")])
    let plan = try line.driven(Drive("v1", "08:00", ["+b1-1", "-b1-1"]))
    let found = try rehearsed(line, plan) { $0.travelDay = 0.2 }
    // 80 minutes of driving of which, with the stops, 9:24 is the planned end.
    #expect(found.runs[0].overrun > 0.05 && found.runs[0].overrun < 0.5)
    #expect(found.runs[0].overrunNinety >= 0)
  }

  @Test("R49: everything of the plan that the day does not know is told at once")
  func foreignPlan() throws {
    let (line, plan) = try single()
    var wrong = plan
    wrong.runs[0].resource = "v9"
    wrong.runs[0].stops[0].place = "k99"
    wrong.runs[0].stops[1].leg = "b9-1"
    let day = try line.day()
    let faults = #expect(throws: Faults.self) { _ = try Rehearsal(of: wrong, on: day) }
    #expect(
      faults?.faults.map { $0.place.pointer ?? "" } == [
        "/runs/0/resource", "/runs/0/stops/0/place", "/runs/0/stops/1/leg",
      ])
  }

  @Test(
    "R49, R54: on the days of the change the times are those of the clock",
    arguments: [
      ("2026-03-29", 7), ("2026-10-25", 9), ("2026-11-25", 8),
    ])
  func clockChange(date: String, hours: Int) throws {
    var line = LineTerritory(date: date)
    line.addOutward(1, from: 10, to: 20, by: "08:00")
    line.addVolunteer("v1", home: 0, [("03:00", "12:00")])
    let plan = try line.planned()
    let found = try rehearsed(line, plan, days: 2) { _ in }
    let deadline = try #require(found.stops[1].deadline)
    let service = plan.runs[0].stops[1].departure - plan.runs[0].stops[1].start
    #expect(deadline == hours * 3600 - service)
    #expect(found.holds == 1)
  }
}
