import DialARide
import Planning
import Testing

@Suite("R41, R45: reasons of legs that a decision concerns")
struct LockReasonTests {
  @Test("R45: a change that the promise to the rider rules out is not proposed")
  func promiseKept() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "09:45")
    line.add(
      2, home: 0,
      legs: [
        Leg(id: "b2-1", from: "k0", to: "k5", anchor: .departAfter(LineTerritory.at("09:05")))
      ])
    line.addVolunteer("v1", home: 10)
    let free = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(free.leastChange?.kind == "earlier_pickup")
    line.scenario.locks = [
      PlanLock(trip: "b2-1", resource: "", kind: .promise, time: LineTerritory.at("09:30"))
    ]
    let plan = try line.planned()
    #expect(plan.unserved.map(\.booking) == ["b2"])
    #expect(plan.unserved.first?.reasons.first?.leastChange == nil)
  }

  @Test("R66: a driver with another trip is taken, one off duty is not there")
  func takenOrAbsent() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    // Leaving k0 at 09:25, v2 is not at k10 by 09:28, when r1 must leave.
    line.add(
      2, home: 0,
      legs: [Leg(id: "b2-1", from: "k0", to: "k5", anchor: .fixed(LineTerritory.at("09:25")))])
    line.addVolunteer("v1", home: 10)
    line.addVolunteer("v2", home: 0)
    line.addVolunteer("v3", home: 0, [("12:00", "19:00")])
    line.scenario.locks = [PlanLock(trip: "b2", resource: "v2", kind: .assign)]
    let compiled = try line.compiled()
    let told = try #require(
      compiled.explain(leg: "b1-1", in: Greedy.solution(compiled.problem)))
    #expect(told.resource == "v1")
    #expect(told.busy == ["v2"])
    #expect(told.absent == ["v3"])
  }

  @Test("R45: a trip forbidden by the coordinator is no limit of the driver")
  func forbidden() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0)
    line.scenario.locks = [PlanLock(trip: "b1", resource: "v1", kind: .forbid)]
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .notEligible)
    #expect(reason.text.fr == "v1 : trajet interdit par la coordination, ou décliné.")
  }

  @Test(
    "R45: a trip assigned to somebody who is not there says so",
    arguments: [[], [("14:00", "19:00")]])
  func imposed(_ windows: [(String, String)]) throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0)
    line.addVolunteer("v2", home: 0, windows)
    line.scenario.locks = [PlanLock(trip: "b1", resource: "v2", kind: .assign)]
    let reasons = try #require(try line.planned().unserved.first?.reasons)
    #expect(reasons.count == 1)
    #expect(reasons.first?.code == .noResourceInTime)
    #expect(reasons.first?.rule == "lock-assign")
    #expect(
      reasons.first?.text.fr
        == "Ce trajet est imposé à v2 (verrou), qui n’est pas disponible à cette heure.")
  }
}
