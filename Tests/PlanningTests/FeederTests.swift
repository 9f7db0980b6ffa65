import DialARide
import Optimizer
import Planning
import Testing
import Verification

/// A home at post 10, a station at post 20, a town at post 60; a train takes 40 minutes for what a car does.
@Suite("R12: feeder trips")
struct FeederTests {
  private static func line(
    _ change: (inout Volunteer) -> Void = { _ in }
  ) -> LineTerritory {
    var line = LineTerritory(posts: Array(0...160))
    line.addReturn(1, from: 10, to: 60, by: "10:00", back: .departAfter(LineTerritory.at("14:00")))
    line.addVolunteer("v1", home: 10) {
      $0.radiusKilometres = 300
      $0.longestKilometres = 900
      $0.longestDuty = 12 * 3600
      $0.longestWait = 600
      change(&$0)
    }
    return line
  }

  private static func time(_ clock: String) -> Int { LineTerritory.at(clock).seconds }

  private static func outward(_ line: LineTerritory, leg: String = "b1-1", at post: Int = 20)
    -> Connection
  {
    Connection(
      leg: leg, order: .rideFirst, stop: line.scenario.places[post], time: time("09:00"),
      board: time("09:00"), farTime: time("09:45"), margin: 600, wait: 1200, price: 4,
      line: Bilingual(fr: "train 12", en: "train 12"),
      text: Bilingual(fr: "À 9 h 00, train 12.", en: "At 09:00, train 12."))
  }

  private static func back(_ line: LineTerritory) -> Connection {
    Connection(
      leg: "b1-2", order: .rideLast, stop: line.scenario.places[20], time: time("15:00"),
      board: time("15:00"), farTime: time("14:20"), margin: 300, wait: 1200, price: 4,
      line: Bilingual(fr: "train 13", en: "train 13"),
      text: Bilingual(fr: "À 14 h 20, train 13.", en: "At 14:20, train 13."))
  }

  private struct Planned {
    var plan: Plan
    var day: Day
    var cost: Double
    var compiled: CompiledDay
  }

  /// The best plan of a short search; checked in the numbers of the choice, in its own, and as a plan.
  private func planned(_ line: LineTerritory, _ offers: [Connection]) throws -> Planned {
    let day = try line.day().offering(Dictionary(grouping: offers, by: \.leg))
    let compiled = try CompiledDay(day)
    let result = try Search(compiled.problem, options: SolverOptions(iterations: 400)).run()
    #expect(Verifier.violations(in: result.solution, of: compiled.problem) == [])
    let (settled, solution) = try compiled.settled(by: result.solution)
    #expect(!settled.hasForms)
    #expect(Verifier.violations(in: solution, of: settled.problem) == [])
    let cost = solution.cost(in: settled.problem).total
    #expect(abs(cost - result.cost.total) < 1e-6, "a choice made costs what it cost")
    let bound = try #require(result.lowerBound)
    #expect(bound.value <= cost + 1e-6)
    let plan = settled.plan(from: solution, provenance: .test)
    #expect(try PlanCheck(settled.day).violations(in: plan) == [])
    return Planned(plan: plan, day: settled.day, cost: cost, compiled: compiled)
  }

  @Test("R12: both ways by train where that saves the driver most of the way, timed by the trains")
  func bothWays() throws {
    let line = Self.line()
    let through = try planned(line, [])
    let made = try planned(line, [Self.outward(line), Self.back(line)])
    #expect(through.plan.connections == [])
    #expect(made.plan.connections.map(\.leg) == ["b1-1", "b1-2"])
    #expect(through.plan.indicators.kilometres == 200)
    #expect(made.plan.indicators.kilometres == 40)
    let stops = made.plan.runs.flatMap(\.stops).filter { $0.place == "k20" }
    #expect(stops.map(\.kind) == [.delivery, .pickup])
    #expect(stops[0].start <= Self.time("08:50") && stops[0].start >= Self.time("08:30"))
    #expect(stops[1].start >= Self.time("15:05") && stops[1].start <= Self.time("15:25"))
    #expect(made.plan.indicators.servedLegs == 2)
  }

  @Test("R12: no feeder trip where it saves less than fare and profile ask for")
  func doesNotPay() throws {
    let line = try Self.line().with(.volunteer, "feeder_saving", 400, "EUR")
    let made = try planned(line, [Self.outward(line), Self.back(line)])
    #expect(made.plan.connections == [])
    #expect(made.plan.indicators.kilometres == 200)
    var dear = Self.outward(Self.line())
    dear.price = 500
    #expect(try planned(Self.line(), [dear]).plan.connections == [])
  }

  @Test("R2: out by train and back by car are one booking; both are served or neither")
  func onlyOutward() throws {
    let line = Self.line()
    let made = try planned(line, [Self.outward(line)])
    #expect(made.plan.connections.map(\.leg) == ["b1-1"])
    #expect(made.plan.indicators.servedLegs == 2)
    var morning = Self.line()
    morning.scenario.availability = []
    morning.addAvailability("v1", [("07:00", "12:00")])
    let none = try planned(morning, [Self.outward(morning)])
    #expect(none.plan.indicators.servedLegs == 0)
    #expect(none.plan.connections == [])
  }

  @Test("R12: a leg too long for a volunteer may still be a ride to the station")
  func whereNobodyMayDriveThrough() throws {
    var line = Self.line()
    line.scenario.bookings[0].legs = [
      Leg(id: "b1-1", from: "k10", to: "k150", anchor: .arriveBy(LineTerritory.at("12:00")))
    ]
    #expect(try planned(line, []).plan.indicators.servedLegs == 0)
    let made = try planned(line, [Self.outward(line)])
    #expect(made.plan.connections.count == 1)
    #expect(made.plan.indicators.kilometres == 20)
  }

  @Test("R41: a leg of which the coordinator has decided stays a through ride")
  func decided() throws {
    var line = Self.line()
    line.scenario.locks = [PlanLock(trip: "b1-1", resource: "v1", kind: .assign)]
    let made = try planned(line, [Self.outward(line), Self.back(line)])
    #expect(made.plan.connections.map(\.leg) == ["b1-2"])
  }

  @Test("R45: an unserved leg has the reasons of all its forms")
  func reasons() throws {
    var line = Self.line()
    line.scenario.availability = []
    line.addAvailability("v1", [("16:00", "19:00")])
    let made = try planned(line, [Self.outward(line), Self.back(line)])
    let texts = try #require(made.plan.unserved.first).reasons.map(\.text.fr)
    #expect(texts.contains { !$0.hasPrefix("En rabattement") })
    #expect(texts.contains { $0.hasPrefix("En rabattement vers Post 20 : ") })
  }

  /// Planted faults: the train is earlier, or the plan is judged by a day that knows nothing of it.
  @Test("R12: the checker finds a ride that misses its train")
  func missedTrain() throws {
    let line = Self.line()
    let made = try planned(line, [Self.outward(line), Self.back(line)])
    var early = made.plan.connections
    early[0].time -= 1800
    let day = try line.day().taking(early)
    let found = try PlanCheck(day).violations(in: made.plan)
    #expect(found.contains { $0.legs == ["b1-1"] && $0.rule == "window" }, "\(found.map(\.rule))")
    let strange = try PlanCheck(line.day()).violations(in: made.plan)
    #expect(strange.contains { $0.rule == "wrong-place" })
    let told = try line.day().taking(made.plan.connections)
    #expect(try PlanCheck(told).violations(in: made.plan) == [])
  }

  @Test("R9: who never rides with another does not do so to the station either")
  func apart() throws {
    var line = Self.line { $0.layouts = [["seat": 4]] }
    line.addReturn(2, from: 10, to: 60, by: "10:00", back: .departAfter(LineTerritory.at("14:00")))
    line.scenario.riders[1].neverTogether = ["r1"]
    let offers = [
      Self.outward(line), Self.outward(line, leg: "b2-1"), Self.back(line),
    ]
    let made = try planned(line, offers)
    #expect(!made.plan.runs.isEmpty)
    for run in made.plan.runs {
      for stop in run.stops { #expect(stop.onBoard <= 1) }
    }
  }
}
