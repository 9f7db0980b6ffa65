import OpenData
import Planning
import Testing
import TravelTimes

/// RAPTOR finds exactly the ways that Dijkstra's search over events finds.
@Suite struct JourneyPropertyTests {
  private struct Case {
    let random: RandomTimetable
    let planner: JourneyPlanner
    let oracle: TimetableOracle

    init(_ seed: UInt64) throws {
      random = RandomTimetable(seed: seed)
      planner = try #require(
        JourneyPlanner(
          [random.feed], date: RandomTimetable.date, timeZone: "Europe/Paris",
          ways: RandomTimetable.ways))
      oracle = TimetableOracle(random, planner.timetable, mostRides: 4)
    }

    func worths(_ time: JourneyQuery.Time, window: Int = 0) -> Set<Worth> {
      let journeys = planner.journeys(
        JourneyQuery(
          from: random.origin, to: random.destination, time: time, window: window, mostChanges: 3))
      for journey in journeys { check(journey) }
      return Set(journeys.map(worth))
    }

    private func worth(_ journey: Journey) -> Worth {
      let effort = journey.legs.reduce(0) { sum, leg in
        guard case .walk(let walk) = leg else { return sum }
        return sum + (walk.arrival - walk.departure + 59) / 60
      }
      return Worth(
        departure: journey.departure, arrival: journey.arrival, rides: journey.rides, effort: effort
      )
    }

    /// No leg begins before the one before has ended, or elsewhere.
    private func check(_ journey: Journey) {
      for (a, b) in zip(journey.legs, journey.legs.dropFirst()) {
        #expect(a.arrival <= b.departure)
        #expect(a.ends.to == b.ends.from)
      }
    }
  }

  /// Seconds from door to door that the planner looks ahead.
  private static let longest = 18 * 3600

  /// Sets of ways alike in what the question leaves open.
  private static func without(_ all: Set<Worth>, _ change: (inout Worth) -> Void) -> Set<Worth> {
    Worth.best(
      of: Set(
        all.map {
          var worth = $0
          change(&worth)
          return worth
        }))
  }

  @Test(arguments: 1...100) func departAt(_ seed: Int) throws {
    let one = try Case(UInt64(seed))
    for time in [0, 3600, 2 * 3600] {
      let expected = Self.without(
        one.oracle.ways(leavingAt: time).filter { $0.arrival <= time + Self.longest }
      ) { $0.departure = 0 }
      let found = one.worths(.departAt(time))
      #expect(found.allSatisfy { $0.departure >= time })
      #expect(Self.without(found) { $0.departure = 0 } == expected, "seed \(seed), \(time)")
      // None of them is superfluous.
      #expect(found.count == expected.count, "seed \(seed), \(time)")
    }
  }

  @Test(arguments: 1...100) func allDeparturesOfAWindow(_ seed: Int) throws {
    let one = try Case(UInt64(seed))
    let window = 1800...1800 + 2 * 3600
    var inside: Set<Worth> = []
    var later: Set<Worth> = []
    for time in one.oracle.departures(in: 1800...6 * 3600) {
      let ways = one.oracle.ways(leavingAt: time)
      if window.contains(time) {
        inside.formUnion(ways)
      } else {
        // On foot one may set off at any time: no reason to wait until after the window.
        later.formUnion(ways.filter { $0.rides > 0 })
      }
    }
    func ridden(_ worths: Set<Worth>) -> Set<Worth> {
      worths.filter { $0.rides > 0 && window.contains($0.departure) }
    }
    let found = ridden(one.worths(.departAt(1800), window: 2 * 3600))
    #expect(found.isSubset(of: Worth.best(of: inside)), "seed \(seed)")
    // Who would do no worse by waiting until after the window may be told so in place of a departure in it.
    #expect(ridden(Worth.best(of: inside.union(later))).isSubset(of: found), "seed \(seed)")
  }

  @Test(arguments: 1...100) func arriveBy(_ seed: Int) throws {
    let one = try Case(UInt64(seed))
    let due = 3 * 3600
    var all: Set<Worth> = []
    for time in one.oracle.departures(in: -7200...due) {
      all.formUnion(one.oracle.ways(leavingAt: time).filter { $0.arrival <= due })
    }
    let expected = Self.without(all.filter { $0.rides > 0 }) { $0.arrival = 0 }
    let found = one.worths(.arriveBy(due))
    #expect(found.allSatisfy { $0.arrival <= due })
    let ridden = Self.without(found.filter { $0.rides > 0 }) { $0.arrival = 0 }
    // Who may walk all the way leaves ways aside that are no better than that.
    let walk = found.first { $0.rides == 0 }
    #expect(
      ridden
        == expected.filter { one in
          walk.map { !($0.departure >= one.departure && $0.effort <= one.effort) } ?? true
        }, "seed \(seed)")
  }

  /// The draws are not all trivial.
  @Test func theCasesAreWorthIt() throws {
    let worths = try (1...100).map { try Case(UInt64($0)).worths(.departAt(0)) }
    #expect(worths.count { $0.count > 1 } > 15)
    #expect(worths.count { $0.contains { $0.rides > 1 } } > 15)
  }
}
