import DialARide
import Planning
import Testing

@Suite("R45: least changes of each kind, with who is concerned")
struct LeastChangeTests {
  private func change(_ line: LineTerritory) throws -> LeastChange? {
    try line.planned().unserved.first?.reasons.first?.leastChange
  }

  @Test("R45: minutes of the rider, said so that he or she can be asked")
  func earlierPickup() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "09:45")
    line.add(
      2, home: 0,
      legs: [
        Leg(id: "b2-1", from: "k0", to: "k5", anchor: .departAfter(LineTerritory.at("09:05")))
      ])
    line.addVolunteer("v1", home: 10)
    let text = try #require(try change(line)).text
    #expect(
      text.fr
        == "Si la prise en charge du trajet b2-1 pouvait avoir lieu 15 min plus tôt, le bénévole v1 "
        + "pourrait l’assurer.")
    #expect(
      text.en == "If leg b2-1 could be picked up 15 min earlier, volunteer v1 could serve it.")
  }

  @Test(
    "R45: one driver’s hours, where the rider was promised a time",
    arguments: [("18:30", 5.0), ("18:40", 15), ("18:50", 25)])
  func hours(_ told: String, _ minutes: Double) throws {
    var line = LineTerritory()
    line.add(
      1, home: 10,
      legs: [
        Leg(id: "b1-1", from: "k10", to: "k20", anchor: .departAfter(LineTerritory.at("18:30")))
      ])
    // Ten minutes before the time told at the earliest, then 2 + 10 + 2 + 10 minutes until home.
    line.addVolunteer("v1", home: 10, [("08:00", "18:40")])
    line.scenario.locks = [
      PlanLock(trip: "b1-1", resource: "", kind: .promise, time: LineTerritory.at(told))
    ]
    let change = try #require(try change(line))
    #expect(change.kind == "later_end" && change.resource == "v1" && change.unit == "min")
    #expect(change.amount == minutes)
    let until = 40 + Int(minutes)
    let clock = until < 60 ? "18:\(until)" : "19:0\(until - 60)"
    #expect(
      change.text.fr
        == "Si le bénévole v1 était disponible jusqu’à \(clock) (\(Int(minutes)) min de plus), le trajet "
        + "b1-1 pourrait être assuré.")
    // With exactly that, it is; with a minute less than the step before, it is not.
    for (more, serves) in [(Int(minutes), true), (Int(minutes) - 5, false)] {
      line.scenario.availability[0].window?.end = ClockTime(
        seconds: LineTerritory.at("18:40").seconds + more * 60)
      #expect(try line.planned().unserved.isEmpty == serves)
    }
  }

  @Test(
    "R45: kilometres of the day, to the kilometre", arguments: [(79.0, 1.0), (75, 5), (40, 40)])
  func kilometres(_ limit: Double, _ missing: Double) throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0) { $0.longestKilometres = limit }
    let change = try #require(try change(line))
    #expect(change.kind == "more_kilometres" && change.resource == "v1" && change.unit == "km")
    #expect(change.amount == missing)
    #expect(change.text.fr.contains("(80 km en tout)"))
    // Nobody is asked for more than the profile lets ask for.
    line.scenario.volunteers[0].longestKilometres = 10
    #expect(try self.change(line) == nil)
  }

  @Test(
    "R45: kilometres of the year, whether some are left or none",
    arguments: [(950.0, 30.0), (1000, 80)])
  func year(_ driven: Double, _ missing: Double) throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0) {
      $0.mostKilometresAYear = 1000
      $0.kilometresThisYear = driven
    }
    let change = try #require(try change(line))
    #expect(change.kind == "more_kilometres_a_year" && change.amount == missing)
    #expect(change.text.en.contains("\(Int(missing)) km more this year"))
    // With so many more offered it is served; with one less it is not.
    for (offered, serves) in [(1000 + missing, true), (999 + missing, false)] {
      line.scenario.volunteers[0].mostKilometresAYear = offered
      #expect(try line.planned().unserved.isEmpty == serves)
    }
  }

  @Test("R45: one seat more, where another rider of the same time has the only one")
  func seat() throws {
    var line = LineTerritory()
    for n in 1...2 {
      line.addOutward(n, from: 10, to: 40, by: "10:00")
      line.scenario.locks.append(
        PlanLock(
          trip: "b\(n)-1", resource: "", kind: .promise, time: LineTerritory.at("09:20")))
    }
    line.addVehicle("t1", .tad, depot: 10, seats: 1)
    let reason = try #require(try line.planned().unserved.first?.reasons.first)
    #expect(reason.code == .capacityOrNeed)
    let change = try #require(reason.leastChange)
    #expect(change.kind == "more_room" && change.amount == 1 && change.unit == "seat")
    #expect(
      change.text.fr
        == "Si le véhicule t1 (TAD) avait 1 place assise de plus, le trajet b2-1 pourrait être assuré."
    )
    line.scenario.vehicles[0].layouts = [["seat": 2]]
    #expect(try line.planned().unserved.isEmpty)
  }

  @Test("R45: places that a vehicle lacks for the leg alone", arguments: [3, 4])
  func places(_ companions: Int) throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00") { $0.companions = companions }
    line.addVolunteer("v1", home: 0)
    let change = try #require(try change(line))
    // The car has three seats.
    #expect(change.kind == "more_room" && change.amount == Double(companions + 1 - 3))
    line.scenario.volunteers[0].layouts = [["seat": companions + 1]]
    #expect(try line.planned().unserved.isEmpty)
  }

  @Test("R45: the volunteer asked to go farther is the one who lives nearest")
  func nearestRadius() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0) { $0.radiusKilometres = 30 }
    line.addVolunteer("v2", home: 5) { $0.radiusKilometres = 32 }
    let change = try #require(try change(line))
    #expect(change.resource == "v2" && abs(change.amount - 3) < 0.1)
    #expect(change.text.fr.hasPrefix("Si le bénévole v2 acceptait d’aller 3 km plus loin"))
  }
}

@Suite("R45: reasons that others could make way")
struct MakingWayTests {
  /// r1 took v1, who alone may drive r2; v2 could drive r1.
  private func line(_ change: (inout Volunteer) -> Void = { _ in }) -> LineTerritory {
    var line = LineTerritory()
    for n in 1...2 {
      line.add(
        n, home: 10,
        legs: [
          Leg(
            id: "b\(n)-1", from: "k10", to: "k40", anchor: .fixed(LineTerritory.at("09:00")),
            sharing: .no)
        ])
    }
    line.addVolunteer("v1", home: 10)
    line.addVolunteer("v2", home: 0) {
      $0.ridersRefused = ["r2"]
      change(&$0)
    }
    return line
  }

  private func reason(_ line: LineTerritory, moves: Int) throws -> Reason {
    let compiled = try line.compiled()
    let plan = compiled.plan(
      from: Greedy.solution(compiled.problem), provenance: .test,
      reasons: ReasonEffort(moves: moves))
    #expect(plan.unserved.map(\.booking) == ["b2"])
    return try #require(plan.unserved.first?.reasons.first)
  }

  @Test("R45: a leg that fits once another changes drivers is not told impossible")
  func makesWay() throws {
    let told = try reason(line(), moves: 100)
    #expect(told.code == .searchLimit && !told.proven)
    #expect(told.text.fr.contains("avec v1") && told.text.fr.contains("(1)"))
    // Nobody is moved without leave.
    #expect(try reason(line(), moves: 0).code != .searchLimit)
  }

  @Test("R45: nor where the other driver is not there")
  func cannot() throws {
    var line = line()
    line.scenario.availability[1].window = ClockWindow(
      start: LineTerritory.at("12:00"), end: LineTerritory.at("19:00"))
    #expect(try reason(line, moves: 100).code == .noResourceInTime)
  }
}
