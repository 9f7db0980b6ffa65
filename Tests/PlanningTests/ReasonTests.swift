import DialARide
import Planning
import Testing

@Suite("R45: reasons and least changes")
struct ReasonTests {
  @Test("R45: a driver taken at that time: the change named really serves the leg")
  func laterPickup() throws {
    var line = LineTerritory()
    // v1 brings r1 to k40 by 09:40, so leaves k10 by 09:08, and is back at k0 at 09:57 at best. r2 wants to leave
    // k0 between 09:05 and 09:35: 11 minutes earlier would do, for r2 takes 14 minutes on the way to k10.
    line.addOutward(1, from: 10, to: 40, by: "09:45")
    line.add(
      2, home: 0,
      legs: [
        Leg(id: "b2-1", from: "k0", to: "k5", anchor: .departAfter(LineTerritory.at("09:05")))
      ])
    line.addVolunteer("v1", home: 10)
    let compiled = try line.compiled()
    let plan = compiled.plan(from: Greedy.solution(compiled.problem), provenance: .test)
    let reason = try #require(plan.unserved.first?.reasons.first)
    #expect(reason.code == .noResourceInTime)
    #expect(!reason.proven)
    let change = try #require(reason.leastChange)
    #expect(change.resource == "v1")
    #expect(change.kind == "earlier_pickup")
    #expect(change.amount == 15)
    let minutes = Int(change.amount)
    #expect(try serves(line, widened: minutes, earlier: change.kind == "earlier_pickup"))
    // One step of five minutes less would not do.
    let steps = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120]
    let less = try #require(steps.last { $0 < minutes })
    #expect(try !serves(line, widened: less, earlier: change.kind == "earlier_pickup"))
  }

  private func serves(_ line: LineTerritory, widened minutes: Int, earlier: Bool) throws -> Bool {
    var line = line
    if earlier {
      line.scenario.bookings[1].legs[0].anchor = .departAfter(
        ClockTime(seconds: LineTerritory.at("09:05").seconds - minutes * 60))
    }
    line.scenario.bookings[1].legs[0].latestAfter = (30 + minutes) * 60
    return try line.planned().unserved.isEmpty
  }

  @Test("R45: nobody there at that hour is proven; the longer shift would do")
  func longerShift() throws {
    var line = LineTerritory()
    line.add(
      1, home: 10,
      legs: [
        Leg(id: "b1-1", from: "k10", to: "k20", anchor: .fixed(LineTerritory.at("18:30")))
      ])
    line.addVolunteer("v1", home: 10, [("08:00", "18:45")])
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .noResourceInTime)
    #expect(reason.proven)
    #expect(reason.resources == 1)
    // 18:30 + 2 min + 10 min + 2 min + 10 min back home = 18:54: nine minutes too late, so ten.
    let change = try #require(reason.leastChange)
    #expect(change.kind == "earlier_pickup" || change.kind == "longer_shift")
    #expect(change.amount == 10)
  }

  @Test("R45: kilometres of the day: the driver’s limit is the reason, and proven")
  func kilometres() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0) { $0.longestKilometres = 79 }
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .driverLimit)
    #expect(reason.proven)
    line.scenario.volunteers[0].longestKilometres = 80
    #expect(try line.planned().unserved.isEmpty)
  }

  @Test(
    "R45: of two bookings at one time the other has the room: priority_lost only if it weighs as much"
  )
  func priority() throws {
    var line = LineTerritory()
    for n in 1...2 {
      line.add(
        n, home: 0,
        legs: [
          Leg(
            id: "b\(n)-1", from: n == 1 ? "k0" : "k50", to: n == 1 ? "k50" : "k0",
            anchor: .fixed(LineTerritory.at("09:00")))
        ])
    }
    // Each ride fills the shift: neither a later hour nor a longer shift of two hours makes room for both.
    line.addVolunteer("v1", home: 25, [("08:30", "10:25")])
    let plan = try line.planned()
    let reason = try #require(plan.unserved.first?.reasons.first)
    #expect(plan.unserved.count == 1)
    #expect(!reason.proven)
    #expect(reason.leastChange == nil)
    #expect(reason.code == .priorityLost)
    #expect(reason.text.fr.contains(plan.unserved[0].booking == "b1" ? "b2" : "b1"))
  }

  @Test("R45: a waived wish of a volunteer is proposed, the law’s limit is not")
  func negotiable() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0) { $0.radiusKilometres = 35 }
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .outsideZone)
    #expect(reason.rule == "radius")
    let change = try #require(reason.leastChange)
    #expect(change.kind == "rule" && change.resource == "v1" && change.unit == "km")
    #expect(abs(change.amount - 5) < 0.1)
    line.scenario.volunteers[0].radiusKilometres = nil
    line.scenario.riders[0].socialCriterion = .none
    let lawful = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(lawful.rule == "tus-2019.criterion_required")
    #expect(lawful.leastChange == nil)
  }

  @Test("R45: a search that stopped too soon says so")
  func searchLimit() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0)
    let compiled = try line.compiled()
    let plan = compiled.plan(
      from: Solution(routes: [], unserved: [0]), provenance: .test)
    let reason = try #require(plan.unserved.first?.reasons.first)
    #expect(reason.code == .searchLimit)
    #expect(!reason.proven)
  }

  @Test(
    "R45: proven reasons are true: no greedy order of a random day serves such a leg",
    arguments: 1...40)
  func proofsHold(_ seed: UInt64) throws {
    var random = RandomTerritory(seed: seed &+ 1000)
    let line = random.territory()
    let plan = try line.planned()
    let proven = Set(
      plan.unserved.flatMap(\.reasons).filter { $0.proven && $0.code != .linkedLeg }.map(\.leg))
    for leg in proven {
      // The leg alone: everybody else stays at home, and no link holds it back.
      var alone = line
      alone.scenario.locks = line.scenario.locks.filter { $0.kind == .forbid }
      let booking = try #require(
        alone.scenario.bookings.first { $0.legs.contains { $0.id == leg } })
      var single = booking
      single.legs = booking.legs.filter { $0.id == leg }
      if case .afterStay = single.legs[0].anchor { continue }
      if line.scenario.locks.contains(where: { $0.trip == booking.id || $0.trip == leg }) {
        continue
      }
      single.accompany = false
      alone.scenario.bookings = [single]
      alone.scenario.locks = []
      #expect(try alone.planned().unserved.count == 1, "seed \(seed) leg \(leg)")
    }
  }

  @Test("R66: a served leg is explained by who else could drive it, at what difference")
  func explanation() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 5)
    line.addVolunteer("v2", home: 0)
    line.addVolunteer("v3", home: 0, [("12:00", "19:00")])
    line.addVehicle("s1", .vsl, depot: 10)
    let compiled = try line.compiled()
    let explanation = try #require(
      compiled.explain(leg: "b1-1", in: Greedy.solution(compiled.problem)))
    #expect(explanation.resource == "v1")
    // v2 drives 5 km more each way.
    #expect(explanation.alternatives.map(\.resource) == ["v2"])
    #expect(abs((explanation.alternatives.first?.extraCost ?? 0) - 10 * 0.32) < 1e-6)
    // v3 is at home until noon, so it is not taken: it is not there.
    #expect(explanation.busy == [])
    #expect(explanation.absent == ["v3"])
    #expect(explanation.text.fr.contains("1 autre y aurait droit mais n’est pas disponible"))
    #expect(explanation.excluded == 1)
    // Ride of 30 min in a limit of 50.
    #expect(explanation.margins.first { $0.kind == "ride_time" }?.seconds == 1200)
    #expect(compiled.explain(leg: "b9-1", in: Greedy.solution(compiled.problem)) == nil)
  }
}
