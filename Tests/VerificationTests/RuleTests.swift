import CaminTestSupport
import DialARide
import Testing
import Verification

/// One way to break one rule: routes and schedules are made for the base draft (`before` applied), then
/// judged against the draft with `tighten` applied, after `change` has been at the solution.
struct BrokenRule: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var rule: Violation.Rule
  var first = "+a +b -a -b"
  var second = "+c -c"
  var value: Double?
  var limit: Double?
  var obeysLock = false
  var before: @Sendable (inout ProblemDraft) -> Void = { _ in }
  var tighten: @Sendable (inout ProblemDraft) -> Void = { _ in }
  var change: @Sendable (inout Solution) -> Void = { _ in }

  init(_ rule: Violation.Rule, _ name: String = "") {
    self.rule = rule
    testDescription = rule.rawValue + (name.isEmpty ? "" : ", " + name)
  }

  func route(_ first: String, _ second: String = "+c -c") -> Self {
    var copy = self
    copy.first = first
    copy.second = second
    return copy
  }

  func at(_ value: Double?, limit: Double?) -> Self {
    var copy = self
    copy.value = value
    copy.limit = limit
    return copy
  }

  func obeyingLock() -> Self {
    var copy = self
    copy.obeysLock = true
    return copy
  }

  func made(_ before: @escaping @Sendable (inout ProblemDraft) -> Void) -> Self {
    var copy = self
    copy.before = before
    return copy
  }

  func judged(_ tighten: @escaping @Sendable (inout ProblemDraft) -> Void) -> Self {
    var copy = self
    copy.tighten = tighten
    return copy
  }

  func changed(_ change: @escaping @Sendable (inout Solution) -> Void) -> Self {
    var copy = self
    copy.change = change
    return copy
  }
}

/// Each rule, broken alone. On a line with a minute a kilometre, two vehicles serve three rides:
///
/// v leaves at 540: +a 600-630 (km 1), +b 690-720 (km 2), -a 780-810 (km 3), -b 870-900 (km 4), home at
/// 1140; 8 km. w leaves at 2700: +c 3000-3030 (km 5), -c 3090-3120 (km 6), home at 3480; 12 km. d is left.
@Suite struct RuleTests {
  static func draft() -> ProblemDraft {
    var world = LineWorld(size: 11)
    world.ride("a", from: 1, to: 3, pickup: [TimeWindow(600, 900)], service: 30)
    world.ride("b", from: 2, to: 4, service: 30)
    world.ride("c", from: 5, to: 6, pickup: [TimeWindow(3000, 3100)], service: 30)
    world.ride("d", from: 8, to: 9)
    world.draft.requests[3].unservedPenalty = 10
    world.vehicle("v") { $0.shift = TimeWindow(0, 2000) }
    world.vehicle("w") { $0.shift = TimeWindow(2000, 5000) }
    return world.draft
  }

  static func solution(_ problem: Problem, _ first: String, _ second: String) throws -> Solution {
    let routes = [
      Route(vehicle: 0, stops: try problem.stops(first)),
      Route(vehicle: 1, stops: try problem.stops(second, vehicle: 1)),
    ].filter { !$0.stops.isEmpty }
    let served = Set(routes.flatMap(\.stops).filter(problem.isRequestStop).map { $0 / 2 })
    let unserved = (0..<problem.requestCount).filter { !served.contains($0) }
    return Solution(routes: routes, unserved: unserved).scheduled(in: problem)
  }

  @Test func theSolutionItselfIsFeasible() throws {
    let problem = try Problem(Self.draft())
    let solution = try Self.solution(problem, "+a +b -a -b", "+c -c")
    #expect(solution.routes[0].schedule?.starts == [600, 690, 780, 870])
    #expect(solution.routes[1].schedule?.departure == 2700)
    #expect(solution.routes[1].schedule?.arrival == 3480)
    #expect(Verifier.violations(in: solution, of: problem).isEmpty)
    let bare = Solution(
      routes: solution.routes.map { Route(vehicle: $0.vehicle, stops: $0.stops) }, unserved: [3])
    #expect(Verifier.violations(in: bare, of: problem).isEmpty)
  }

  @Test(arguments: structure + times + company + limits + ties)
  func catches(_ broken: BrokenRule) throws {
    var draft = Self.draft()
    broken.before(&draft)
    var solution = try Self.solution(try Problem(draft), broken.first, broken.second)
    #expect(solution.routes.allSatisfy { $0.schedule != nil })
    broken.change(&solution)
    broken.tighten(&draft)
    let found = Verifier.violations(in: solution, of: try Problem(draft))
    #expect(found.map(\.rule) == [broken.rule], "found \(found)")
    let violation = try #require(found.first)
    #expect(violation.obeysLock == broken.obeysLock)
    if let value = broken.value {
      #expect(violation.value == value && violation.limit == broken.limit, "found \(found)")
    }
  }

  @Test func everyRuleIsBrokenHere() {
    let cases = Self.structure + Self.times + Self.company + Self.limits + Self.ties
    let missing = Set(Violation.Rule.allCases).subtracting(cases.map(\.rule))
    #expect(missing.isEmpty)
  }

  static let structure: [BrokenRule] = [
    BrokenRule(.unknownVehicle).changed { $0.routes[1].vehicle = 9 },
    BrokenRule(.vehicleTwice).changed { $0.routes[1].vehicle = 0 },
    BrokenRule(.unknownStop).changed { $0.routes[1].stops.append(999) },
    BrokenRule(.unknownStop, "negative").changed { $0.routes[1].stops.append(-1) },
    // Stop 8 is v's base visit, and 9 w's.
    BrokenRule(.unknownStop, "the base of another").changed { $0.routes[1].stops.append(8) },
    BrokenRule(.stopTwice).changed { $0.routes[1].stops.append(4) },
    BrokenRule(.halfServed).changed { $0.routes[1].stops.removeLast() },
    BrokenRule(.pickupAfterDelivery).changed { $0.routes[1].stops.swapAt(0, 1) },
    BrokenRule(.unservedList, "served but listed").changed { $0.unserved = [2, 3] },
    BrokenRule(.unservedList, "not listed").changed { $0.unserved = [] },
    BrokenRule(.mandatoryUnserved).changed {
      $0.routes.removeLast()
      $0.unserved = [2, 3]
    },
    BrokenRule(.scheduleShape).changed { $0.routes[1].schedule?.ends.removeLast() },
    BrokenRule(.scheduleShape, "not a number").changed { $0.routes[1].schedule?.starts[0] = .nan },
  ]

  static let times: [BrokenRule] = [
    BrokenRule(.travel).at(3085, limit: 3090).changed { $0.routes[1].schedule?.arrivals[1] = 3085 },
    BrokenRule(.travel, "departure").changed { $0.routes[1].schedule?.departure -= 5 },
    BrokenRule(.travel, "arrival").changed { $0.routes[1].schedule?.arrival -= 5 },
    BrokenRule(.startBeforeArrival).at(3085, limit: 3090).changed {
      $0.routes[1].schedule?.starts[1] -= 5
      $0.routes[1].schedule?.ends[1] -= 5
      $0.routes[1].schedule?.arrival -= 5
    },
    BrokenRule(.service).at(35, limit: 30).changed {
      $0.routes[1].schedule?.ends[1] += 5
      $0.routes[1].schedule?.arrival += 5
    },
    BrokenRule(.setup).at(30, limit: 50).route("+a -a +b -b")
      .judged { $0.vehicles[0].setupTimes = [[20]] },
    BrokenRule(.shift, "too late").at(3480, limit: 3400)
      .judged { $0.vehicles[1].shift = TimeWindow(2000, 3400) },
    BrokenRule(.shift, "too early").at(2700, limit: 2800)
      .judged { $0.vehicles[1].shift = TimeWindow(2800, 5000) },
    BrokenRule(.window).at(3000, limit: 2900)
      .judged { $0.requests[2].pickup?.windows = [TimeWindow(0, 2900), TimeWindow(3200, 3300)] },
    BrokenRule(.window, "as locked").at(3000, limit: 2900).obeyingLock().judged {
      $0.requests[2].pickup?.windows = [TimeWindow(0, 2900)]
      $0.locks = [.time(stop: StopReference(2, .pickup), window: TimeWindow(3000, 3000))]
    },
    BrokenRule(.unschedulable).changed { $0.routes[1].schedule = nil }
      .judged { $0.requests[2].delivery?.windows = [TimeWindow(0, 3089)] },
    BrokenRule(.rideTime).at(150, limit: 149).judged { $0.requests[0].longestRide = 149 },
    BrokenRule(.longestIdle).at(100, limit: 99).route("+a -a +b -b", "+c -c")
      // -a ends at 780 at km 3; b at km 2 opens at 940.
      .made {
        $0.requests[0].pickup?.windows = [TimeWindow(600, 600)]
        $0.requests[1].pickup?.windows = [TimeWindow(940, 990)]
      }
      .judged { $0.vehicles[0].longestIdle = 99 },
    BrokenRule(.longestIdleOnBoard).at(190, limit: 189)
      // a boards at 600 and is at km 2 by 690, where b boards from 880.
      .made {
        $0.requests[0].pickup?.windows = [TimeWindow(600, 600)]
        $0.requests[1].pickup?.windows = [TimeWindow(880, 990)]
      }
      .judged { $0.vehicles[0].longestIdleOnBoard = 189 },
    BrokenRule(.breakMissing).at(780, limit: 779)
      .judged { $0.vehicles[1].breaks = [BreakDraft(windows: [], duration: 5, dueAfter: 779)] },
    BrokenRule(.breakMissing, "always due")
      .judged { $0.vehicles[1].breaks = [BreakDraft(windows: [], duration: 5)] },
    BrokenRule(.window, "of a break").at(3030, limit: 3029).route("+a +b -a -b", "+c break0 -c")
      .made {
        $0.vehicles[1].breaks = [BreakDraft(windows: [], duration: 5, allowedOnBoard: true)]
      }
      .judged { $0.vehicles[1].breaks[0].windows = [TimeWindow(0, 3029)] },
  ]

  static let company: [BrokenRule] = [
    // a rides 1, 2, 4, 3: 4 km where 2 are direct.
    BrokenRule(.detour).at(2000, limit: 1999).route("+a +b -b -a")
      .judged { $0.requests[0].longestDetour = 1999 },
    BrokenRule(.capacity).at(2, limit: 1).judged { $0.vehicles[0].layouts = [[1]] },
    BrokenRule(.capacity, "no layout for both trips").at(2, limit: 1).route("+a -a +b -b")
      .made {
        for r in 0..<4 { $0.requests[r].load = [1, 1] }
        $0.requests[0].load = [2, 0]
        $0.requests[1].load = [0, 2]
        for v in 0..<2 { $0.vehicles[v].layouts = [[9, 9]] }
      }
      .judged { $0.vehicles[0].layouts = [[2, 1], [1, 2]] },
    BrokenRule(.rideAlone).judged { $0.requests[1].ridesAlone = true },
    BrokenRule(.mixing).judged {
      $0.mixing = [[true, false], [false, true]]
      $0.requests[1].mixingClass = 1
    },
    BrokenRule(.apart).judged { $0.links = [.apart(1, 0)] },
    BrokenRule(.apart, "as frozen").obeyingLock().judged {
      $0.links = [.apart(1, 0)]
      $0.locks = [
        .frozen(
          vehicle: 0,
          stops: [
            StopReference(0, .pickup), StopReference(1, .pickup), StopReference(0, .delivery),
            StopReference(1, .delivery),
          ])
      ]
    },
    BrokenRule(.eligibility).judged { $0.requests[2].allowedVehicles = [0] },
    BrokenRule(.eligibility, "as locked").obeyingLock().judged {
      $0.requests[2].allowedVehicles = [0]
      $0.locks = [.vehicle(request: 2, vehicle: 1)]
    },
    BrokenRule(.breakOnBoard).route("+a +b -a -b", "+c break0 -c")
      .made {
        $0.vehicles[1].breaks = [BreakDraft(windows: [], duration: 5, allowedOnBoard: true)]
      }
      .judged { $0.vehicles[1].breaks[0].allowedOnBoard = false },
    BrokenRule(.baseVisit).route("+a -a base +b -b").made { $0.vehicles[0].mayReturnToBase = true }
      .judged { $0.vehicles[0].mayReturnToBase = false },
  ]

  static let limits: [BrokenRule] = [
    BrokenRule(.longestDuration).at(780, limit: 779).judged {
      $0.vehicles[1].longestDuration = 779
    },
    BrokenRule(.longestDuration, "least possible").changed { $0.routes[1].schedule = nil }
      .judged { $0.vehicles[1].longestDuration = 779 },
    BrokenRule(.longestDistance).at(12000, limit: 11999)
      .judged { $0.vehicles[1].longestDistance = 11999 },
    BrokenRule(.longestDriving).at(720, limit: 719).judged { $0.vehicles[1].longestDriving = 719 },
    BrokenRule(.unbrokenDriving).at(720, limit: 719)
      .judged { $0.vehicles[1].unbrokenDriving = DrivingRule(longest: 719, rest: 1) },
    BrokenRule(.mostTrips).at(2, limit: 1).route("+a -a +b -b")
      .judged { $0.vehicles[0].mostTrips = 1 },
    BrokenRule(.mostRequests).at(2, limit: 1).judged { $0.vehicles[0].mostRequests = 1 },
    // 600 s and 8 km by v, 780 s and 12 km by w, one trip each.
    BrokenRule(.crewDuration).at(1380, limit: 1379)
      .judged { $0.crews = [CrewDraft(id: "x", vehicles: [0, 1], longestDuration: 1379)] },
    BrokenRule(.crewDistance).at(20000, limit: 19999)
      .judged { $0.crews = [CrewDraft(id: "x", vehicles: [0, 1], longestDistance: 19999)] },
    BrokenRule(.crewTrips).at(2, limit: 1)
      .judged { $0.crews = [CrewDraft(id: "x", vehicles: [0, 1], mostTrips: 1)] },
  ]

  static let ties: [BrokenRule] = [
    BrokenRule(.linkTogether).judged { $0.links = [.together([2, 3])] },
    BrokenRule(.linkRequires).judged { $0.links = [.requires(request: 2, required: 3)] },
    BrokenRule(.severalForms).judged { $0.links = [.oneOf([0, 2])] },
    BrokenRule(.linkSameVehicle).judged { $0.links = [.sameVehicle(0, 2)] },
    // a is set down by 810, c boards at 3000.
    BrokenRule(.linkGap, "too short").at(2190, limit: 2191).judged {
      $0.links = [.ordered(first: 0, second: 2, leastGap: 2191, greatestGap: nil)]
    },
    BrokenRule(.linkGap, "too long").at(2190, limit: 2189).judged {
      $0.links = [.ordered(first: 0, second: 2, leastGap: 0, greatestGap: 2189)]
    },
    BrokenRule(.unjudged).changed { $0.routes[1].schedule = nil }.judged {
      $0.links = [.ordered(first: 0, second: 2, leastGap: 0, greatestGap: nil)]
    },
    BrokenRule(.lockVehicle).judged { $0.locks = [.vehicle(request: 2, vehicle: 0)] },
    BrokenRule(.lockForbidden).judged { $0.locks = [.forbidden(request: 2, vehicle: 1)] },
    BrokenRule(.lockOrder).judged {
      $0.locks = [
        .order(vehicle: 0, stops: [StopReference(1, .delivery), StopReference(0, .delivery)])
      ]
    },
    BrokenRule(.lockOrder, "stop not made").judged {
      $0.locks = [.order(vehicle: 1, stops: [StopReference(3, .pickup)])]
    },
    BrokenRule(.lockTime).at(3000, limit: 2000).judged {
      $0.locks = [.time(stop: StopReference(2, .pickup), window: TimeWindow(1000, 2000))]
    },
    BrokenRule(.lockFrozen).judged { $0.locks = [.frozen(vehicle: 1, stops: [])] },
  ]
}
