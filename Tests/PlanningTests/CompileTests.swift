import DialARide
import Planning
import Testing
import Verification

@Suite("Compiling and reading back")
struct CompileTests {
  @Test("R4: an appointment becomes the arrival window 30 to 5 minutes before it")
  func appointment() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0)
    let compiled = try line.compiled()
    let request = try #require(compiled.problem.draft.requests.first)
    #expect(request.delivery?.windows == [TimeWindow(9.5 * 3600, 10 * 3600 - 300)])
    // Direct 30 min; the volunteer's limit is min(1.5 × 30 + 10, 30 + 20) = 50 min.
    #expect(request.longestRide == 3000)
  }

  @Test("R7: where several modes may serve, the tightest ride limit holds")
  func tightestLimit() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 0, to: 60, by: "10:00")
    line.addVehicle("t1", .tad, depot: 0)
    // TAD: 60 + min(60 / 2 + 10, 30) = 90 min.
    #expect(try line.compiled().problem.longestRide == [90 * 60])
    // Volunteer: at most 20 min more than direct.
    line.addVolunteer("v1", home: 0)
    #expect(try line.compiled().problem.longestRide == [80 * 60])
  }

  @Test("R36: a volunteer's run costs its kilometres from home to home")
  func volunteerRun() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0)
    let plan = try line.planned()
    let run = try #require(plan.runs.first)
    #expect(run.id == "v1#1")
    #expect(run.stops.map(\.kind) == [.pickup, .delivery])
    // 0 → 10 → 40 → 0.
    #expect(run.metres == 80_000)
    #expect(run.emptyMetres == 50_000)
    #expect(abs(run.cost - 80 * 0.32) < 1e-9)
    #expect(run.driving == 80 * 60)
    // Least duration: no waiting; 2 min at each door.
    #expect(run.waiting == 0)
    #expect(run.arrival - run.departure == 84 * 60)
    #expect(run.stops.map(\.onBoard) == [1, 0])
    #expect(plan.indicators.servedLegs == 1)
    #expect(plan.indicators.rideRatioMean == 1)
    #expect(plan.indicators.costUnshared == run.cost)
    #expect(plan.tiers.map(\.id) == ["hard_rules", "unserved", "cost", "comfort", "fairness"])
    #expect(plan.tiers[0].value == 0)
  }

  @Test("R2: an outward trip and its return are served together or not at all")
  func returnTogether() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 10, to: 40, by: "10:00", back: .release(LineTerritory.at("11:00"), spread: 0))
    line.addVolunteer("v1", home: 0)
    let compiled = try line.compiled()
    #expect(compiled.problem.groups == [[0, 1]])
    let plan = try line.planned()
    #expect(plan.runs.count == 1)
    #expect(plan.unserved.isEmpty)
    // The return is picked up from 11:00 on.
    let back = try #require(plan.runs.first?.stops.first { $0.leg == "b1-2" })
    #expect(back.start >= 11 * 3600 && back.start <= 11 * 3600 + 30 * 60)
  }

  @Test("R28: accompanying keeps the driver at the destination until the return")
  func accompany() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 10, to: 40, by: "10:00", back: .release(LineTerritory.at("11:00"), spread: 0)
    ) { $0.accompany = true }
    line.addOutward(2, from: 41, to: 42, by: "10:40")
    line.addVolunteer("v1", home: 0)
    let compiled = try line.compiled()
    let solution = Greedy.solution(compiled.problem)
    #expect(Verifier.violations(in: solution, of: compiled.problem) == [])
    let plan = compiled.plan(from: solution, provenance: .test)
    let run = try #require(plan.runs.first)
    // Without accompanying, the ride from k41 to k42 would fit in between.
    #expect(run.stops.map(\.leg) == ["b1-1", "b1-1", "b1-2", "b1-2"])
    #expect(run.stops[2].arrival == run.stops[1].departure)
    #expect(plan.unserved.map(\.booking) == ["b2"])
    line.scenario.bookings[0].accompany = false
    #expect(try line.planned().unserved.isEmpty)
  }

  @Test("R35: leaving a leg unserved outweighs the dearest way to serve it")
  func penalties() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 0, to: 60, by: "10:00") { $0.priority = "leisure" }
    line.addVehicle("t1", .tad, depot: 0) {
      $0.fixedCost = 900
      $0.costPerHour = 60
    }
    let compiled = try line.compiled()
    // Alone: 900 fixed + 1 for the use + 120 km + 12 h at 60 €/h + 4 min of service at 60 €/h.
    let dearest = 900 + 1 + 120 + 720 + 4.0
    #expect(abs(compiled.problem.unservedPenalty[0] - 3 * dearest) < 1e-6)
  }

  @Test("R46: compiling twice gives the same problem")
  func deterministic() throws {
    var line = LineTerritory()
    for n in 1...6 { line.addOutward(n, from: n, to: 40, by: "10:00") }
    line.addVolunteer("v1", home: 0)
    line.addVehicle("t1", .tad, depot: 20)
    #expect(try line.compiled().problem.draft == line.compiled().problem.draft)
  }
}
