import CaminTestSupport
import DialARide
import Planning
import Testing
import Verification

@Suite("R49: robust plans")
struct RobustTests {
  @Test(
    "R49: what is planned with slack keeps the day's own rules, and has the slack",
    arguments: 1...80)
  func sound(_ seed: UInt64) throws {
    var random = RandomTerritory(seed: seed)
    let compiled = try random.territory().compiled()
    let first = compiled.plan(from: Greedy.solution(compiled.problem), provenance: .test)
    // Every stop is too tight by some.
    var model = RehearsalModel()
    model.travelLeg = 0.6
    model.target = 0.99
    let rehearsal = try Rehearsal(
      of: first, on: compiled.day, model: model, options: Rehearsal.Options(days: 100, threads: 2))
    var slack = RobustSlack()
    slack.add(rehearsal, of: first, on: compiled.day, price: 5)
    let robust = try RobustProblem(compiled, slack)
    let solution = robust.solution(Greedy.solution(robust.problem))
    let numeric = Verifier.violations(in: solution, of: compiled.problem)
    #expect(numeric.filter { !$0.obeysLock } == [], "seed \(seed)")
    let plan = compiled.plan(from: solution, provenance: .test, keepsTimes: true)
    let broken = try PlanCheck(compiled.day).violations(in: plan).filter { !$0.decided }
    #expect(broken.map(\.text.en) == [], "seed \(seed)")
    for run in plan.runs {
      for stop in run.stops where stop.kind == .pickup {
        guard let leg = compiled.day.legIndex[stop.leg], let seconds = slack.pickups[leg] else {
          continue
        }
        // No more than a rider on board may wait, and where the window leaves room at all.
        #expect(stop.start - stop.arrival >= min(seconds, 300), "seed \(seed) \(stop.leg)")
      }
    }
  }

  @Test("R49: a tight connection gets its slack, an appointment its price, a line none")
  func wanted() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 5, to: 20, by: "09:00")
    line.add(
      2, home: 30,
      legs: [
        Leg(id: "b2-1", from: "k30", to: "k45", anchor: .departAfter(LineTerritory.at("08:20")))
      ])
    line.addVolunteer("v1", home: 0)
    let plan = try line.driven(Drive("v1", "08:35", ["+b1-1", "-b1-1", "+b2-1", "-b2-1"]))
    let day = try line.day()
    var model = RehearsalModel()
    model.travelLeg = 0.5
    let rehearsal = try Rehearsal(
      of: plan, on: day, model: model, options: Rehearsal.Options(days: 500))
    var slack = RobustSlack()
    #expect(slack.isEmpty)
    slack.add(rehearsal, of: plan, on: day, price: 5)
    #expect(slack.pickups[1] ?? 0 > 0)
    let appointment = try #require(slack.appointments[0])
    #expect(appointment.seconds > 0 && appointment.worth > 0)
    var dearer = RobustSlack()
    dearer.add(rehearsal, of: plan, on: day, price: 10)
    #expect(abs((dearer.appointments[0]?.worth ?? 0) - 2 * appointment.worth) < 1e-9)
    // Half of it, added twice, is as much but for rounding.
    var halves = RobustSlack()
    for _ in 0..<2 { halves.add(rehearsal, of: plan, on: day, share: 0.5, price: 5) }
    #expect(abs((halves.pickups[1] ?? 0) - (slack.pickups[1] ?? 0)) <= 1)
    // In the problem the slack is service, and a soft due time before the latest arrival.
    let compiled = try line.compiled()
    let robust = try RobustProblem(compiled, slack).problem.draft
    let own = compiled.problem.draft
    let second = try #require(compiled.requestOfLeg[1])
    let service = { (draft: ProblemDraft) in draft.requests[second].pickup?.serviceTime ?? 0 }
    #expect(service(robust) - service(own) == min(Double(slack.pickups[1] ?? 0), 300))
    #expect(robust.requests[0].delivery?.dueTime != nil && robust.requests[0].latenessCost > 0)
    #expect(own.requests[0].delivery?.dueTime == nil)
  }

  @Test("R49: runs that cannot hold the slack are found, with the legs to leave it out of")
  func overstretched() throws {
    var line = LineTerritory()
    // 20 km apart, with two minutes at each door: nobody can be at k30 earlier.
    line.add(
      1, home: 5,
      legs: [Leg(id: "b1-1", from: "k5", to: "k10", anchor: .fixed(LineTerritory.at("08:00")))])
    line.add(
      2, home: 30,
      legs: [Leg(id: "b2-1", from: "k30", to: "k45", anchor: .fixed(LineTerritory.at("08:29")))])
    line.addVolunteer("v1", home: 0)
    let compiled = try line.compiled()
    let solution = Greedy.solution(compiled.problem)
    #expect(solution.unserved == [])
    let plan = compiled.plan(from: solution, provenance: .test)
    var model = RehearsalModel()
    model.travelLeg = 0.6
    let rehearsal = try Rehearsal(
      of: plan, on: compiled.day, model: model, options: Rehearsal.Options(days: 300))
    var slack = RobustSlack()
    slack.add(rehearsal, of: plan, on: compiled.day, price: 5)
    #expect(slack.pickups[1] ?? 0 > 0)
    let legs = try RobustProblem(compiled, slack).overstretched(solution.routes, in: compiled)
    #expect(legs?.contains(1) == true)
    slack.shrink(slack.pickups.keys, to: 0)
    #expect(slack.pickups.isEmpty)
    #expect(try RobustProblem(compiled, slack).overstretched(solution.routes, in: compiled) == nil)
  }

  @Test("R49: slack that costs more than it is worth is not asked for", arguments: [0.0, 500])
  func tooDear(_ costPerHour: Double) throws {
    var line = LineTerritory()
    line.add(
      1, home: 30,
      legs: [
        Leg(id: "b1-1", from: "k30", to: "k45", anchor: .departAfter(LineTerritory.at("09:00")))
      ])
    line.addVehicle("t1", .tad, depot: 0) { $0.costPerHour = costPerHour }
    let plan = try line.driven(Drive("t1", "08:30", ["+b1-1", "-b1-1"]))
    var model = RehearsalModel()
    model.travelLeg = 0.6
    let rehearsal = try Rehearsal(
      of: plan, on: line.day(), model: model, options: Rehearsal.Options(days: 300))
    #expect(!rehearsal.connections.isEmpty)
    var slack = RobustSlack()
    slack.add(rehearsal, of: plan, on: try line.day(), price: 5)
    #expect(slack.pickups.isEmpty == (costPerHour > 0))
  }

  @Test("R49: without slack the problem is the day's own")
  func none() throws {
    var random = RandomTerritory(seed: 3)
    let compiled = try random.territory().compiled()
    #expect(try RobustProblem(compiled, RobustSlack()).problem.draft == compiled.problem.draft)
  }
}
