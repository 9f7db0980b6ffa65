import CaminTestSupport
import DialARide
import Testing

/// One thing done to a sound draft, and where the fault must be found.
struct DraftFault: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var pointer: String
  var change: @Sendable (inout ProblemDraft) -> Void

  init(
    _ name: String, at pointer: String, _ change: @escaping @Sendable (inout ProblemDraft) -> Void
  ) {
    testDescription = name
    self.pointer = pointer
    self.change = change
  }
}

@Suite struct DraftValidationTests {
  /// Three rides (the third may stay unserved), two vehicles, five locations; sound.
  static func soundDraft() -> ProblemDraft {
    var world = LineWorld(size: 5)
    world.ride("a", from: 1, to: 2)
    world.ride("b", from: 2, to: 3)
    world.ride("c", from: 3, to: 4)
    world.vehicle("v") { $0.shift = TimeWindow(0, 3600) }
    world.vehicle("w") { $0.shift = TimeWindow(3600, 7200) }
    return world.draft
  }

  static func faults(_ change: (inout ProblemDraft) -> Void) -> [ProblemFault] {
    var draft = soundDraft()
    change(&draft)
    do throws(ProblemFaults) {
      _ = try Problem(draft)
      return []
    } catch {
      return error.faults
    }
  }

  @Test func aSoundDraftPasses() {
    #expect(Self.faults { _ in }.isEmpty)
  }

  @Test func reportsEverythingAtOnce() {
    let faults = Self.faults {
      $0.requests[0].pickup?.location = 99
      $0.vehicles[1].fixedCost = -1
      $0.links = [.apart(1, 1)]
    }
    #expect(
      faults.map(\.pointer)
        == ["/requests/0/pickup/location", "/vehicles/1/fixedCost", "/links/0/apart/_1"])
    #expect(faults[0].cause.contains("99"))
    #expect(faults[0].remedy == "write an index from 0 to 4")
  }

  @Test(
    arguments: requestFaults + vehicleFaults + tableFaults + linkFaults + lockFaults + crewFaults)
  func finds(_ fault: DraftFault) {
    let found = Self.faults(fault.change)
    #expect(found.map(\.pointer) == [fault.pointer], "found \(found)")
    #expect(found.allSatisfy { !$0.cause.isEmpty && !$0.remedy.isEmpty })
  }

  static let requestFaults = [
    DraftFault("no stop", at: "/requests/0") {
      $0.requests[0].pickup = nil
      $0.requests[0].delivery = nil
    },
    DraftFault("service not a number", at: "/requests/0/pickup/serviceTime") {
      $0.requests[0].pickup?.serviceTime = .nan
    },
    DraftFault("negative location", at: "/requests/2/delivery/location") {
      $0.requests[2].delivery?.location = -1
    },
    DraftFault("infinite due time", at: "/requests/0/delivery/dueTime") {
      $0.requests[0].delivery?.dueTime = .infinity
    },
    DraftFault("crossed window", at: "/requests/0/pickup/windows/0") {
      $0.requests[0].pickup?.windows = [TimeWindow(20, 10)]
    },
    DraftFault("negative window", at: "/requests/0/pickup/windows/0/start") {
      $0.requests[0].pickup?.windows = [TimeWindow(-20, 10)]
    },
    DraftFault("touching windows", at: "/requests/0/pickup/windows/1/start") {
      $0.requests[0].pickup?.windows = [TimeWindow(0, 10), TimeWindow(10, 20)]
    },
    DraftFault("descending windows", at: "/requests/0/pickup/windows/1/start") {
      $0.requests[0].pickup?.windows = [TimeWindow(30, 40), TimeWindow(10, 20)]
    },
    DraftFault("negative load", at: "/requests/1/load/0") { $0.requests[1].load = [-1] },
    DraftFault("loads beyond 32 bits", at: "/requests/2/load/0") {
      for r in 0..<3 { $0.requests[r].load = [1_000_000_000] }
    },
    DraftFault("ride limit on a single stop", at: "/requests/0/longestRide") {
      $0.requests[0].delivery = nil
      $0.requests[0].longestRide = 60
    },
    DraftFault("detour limit on a single stop", at: "/requests/0/longestDetour") {
      $0.requests[0].pickup = nil
      $0.requests[0].longestDetour = 60
    },
    DraftFault("shared detour of a single stop", at: "/requests/0/sharesDetour") {
      $0.requests[0].pickup = nil
      $0.requests[0].sharesDetour = true
    },
    DraftFault("negative shared detour", at: "/sharedDetour/perFellow") {
      $0.sharedDetour = SharedDetour(perFellow: -1, most: 30_000)
    },
    DraftFault("negative cost of few requests", at: "/vehicles/0/fewRequests/cost") {
      $0.vehicles[0].fewRequests = FewRequests(least: 2, cost: -5)
    },
    DraftFault("negative headcount", at: "/requests/0/headcount") {
      $0.requests[0].headcount = -1
    },
    DraftFault(
      "negative cost outside the preferred hours", at: "/vehicles/0/preferredHours/costPerSecond"
    ) {
      $0.vehicles[0].preferredHours = PreferredHours(TimeWindow(0, 60), costPerSecond: -1)
    },
    DraftFault(
      "preferred hours that end before they begin", at: "/vehicles/0/preferredHours/window"
    ) {
      $0.vehicles[0].preferredHours = PreferredHours(TimeWindow(60, 0), costPerSecond: 1)
    },
    DraftFault("negative ride limit", at: "/requests/0/longestRide") {
      $0.requests[0].longestRide = -60
    },
    DraftFault("negative mixing class", at: "/requests/0/mixingClass") {
      $0.requests[0].mixingClass = -1
    },
    DraftFault("mixing class beyond the table", at: "/requests/0/mixingClass") {
      $0.mixing = [[true]]
      $0.requests[0].mixingClass = 1
    },
    DraftFault("negative set-up class", at: "/requests/0/setupClass") {
      $0.requests[0].setupClass = -2
    },
    DraftFault("unknown allowed vehicle", at: "/requests/0/allowedVehicles/1") {
      $0.requests[0].allowedVehicles = [1, 2]
    },
    DraftFault("negative preference", at: "/requests/0/vehicleCosts/0/cost") {
      $0.requests[0].vehicleCosts = [VehicleCost(vehicle: 0, cost: -1)]
    },
    DraftFault("preference for nobody", at: "/requests/0/vehicleCosts/0/vehicle") {
      $0.requests[0].vehicleCosts = [VehicleCost(vehicle: 7, cost: 1)]
    },
    DraftFault("infinite penalty", at: "/requests/0/unservedPenalty") {
      $0.requests[0].unservedPenalty = .infinity
    },
    DraftFault("negative lateness cost", at: "/requests/0/latenessCost") {
      $0.requests[0].latenessCost = -1
    },
    DraftFault("duplicate request id", at: "/requests/2/id") { $0.requests[2].id = "a" },
  ]

  static let vehicleFaults = [
    DraftFault("duplicate vehicle id", at: "/vehicles/1/id") { $0.vehicles[1].id = "v" },
    DraftFault("unknown start", at: "/vehicles/0/start") { $0.vehicles[0].start = 5 },
    DraftFault("unknown end", at: "/vehicles/0/end") { $0.vehicles[0].end = -1 },
    DraftFault("unknown matrix", at: "/vehicles/0/matrix") { $0.vehicles[0].matrix = 1 },
    DraftFault("crossed shift", at: "/vehicles/0/shift") {
      $0.vehicles[0].shift = TimeWindow(10, 5)
    },
    DraftFault("base without start", at: "/vehicles/0/mayReturnToBase") {
      $0.vehicles[0].start = nil
      $0.vehicles[0].mayReturnToBase = true
    },
    DraftFault("negative break", at: "/vehicles/0/breaks/0/duration") {
      $0.vehicles[0].breaks = [BreakDraft(windows: [], duration: -1)]
    },
    DraftFault("crossed break", at: "/vehicles/0/breaks/0/windows/0") {
      $0.vehicles[0].breaks = [BreakDraft(windows: [TimeWindow(2, 1)], duration: 1)]
    },
    DraftFault("endless wait for a break", at: "/vehicles/0/breaks/0/dueAfter") {
      $0.vehicles[0].breaks = [BreakDraft(windows: [], duration: 1, dueAfter: .infinity)]
    },
    DraftFault("layouts of different counts", at: "/vehicles/0/layouts/0") {
      $0.vehicles[0].layouts = [[8], [4, 2]]
      $0.vehicles[1].layouts = [[8, 0]]
    },
    DraftFault("layout without a load's dimension", at: "/vehicles/1/layouts/0") {
      $0.requests[0].load = [1, 1]
      $0.vehicles[0].layouts = [[8, 1]]
    },
    DraftFault("no layout for a load", at: "/vehicles/0/layouts") { $0.vehicles[0].layouts = [] },
    DraftFault("negative capacity", at: "/vehicles/0/layouts/0/0") {
      $0.vehicles[0].layouts = [[-8]]
    },
    DraftFault("negative rest from driving", at: "/vehicles/0/unbrokenDriving/parts/1") {
      $0.vehicles[0].unbrokenDriving = DrivingRule(longest: 1, rest: 1, parts: [1, -1])
    },
    DraftFault("endless driving", at: "/vehicles/0/unbrokenDriving/longest") {
      $0.vehicles[0].unbrokenDriving = DrivingRule(longest: .infinity, rest: 1)
    },
    DraftFault("negative limit", at: "/vehicles/0/longestDuration") {
      $0.vehicles[0].longestDuration = -1
    },
    DraftFault("negative trips", at: "/vehicles/0/mostTrips") { $0.vehicles[0].mostTrips = -1 },
    DraftFault("cost not a number", at: "/vehicles/0/costPerMetre") {
      $0.vehicles[0].costPerMetre = .nan
    },
    DraftFault("set-up table too small", at: "/vehicles/0/setupTimes") {
      $0.requests[0].setupClass = 1
      $0.vehicles[0].setupTimes = [[0]]
    },
    DraftFault("set-up table not square", at: "/vehicles/0/setupTimes/1") {
      $0.vehicles[0].setupTimes = [[0, 0], [0]]
    },
    DraftFault("negative set-up", at: "/vehicles/0/setupTimes/0/0") {
      $0.vehicles[0].setupTimes = [[-1]]
    },
  ]

  static let tableFaults = [
    DraftFault("matrix of wrong size", at: "/matrices/0/times") {
      $0.matrices[0].times.removeLast()
    },
    DraftFault("matrices of different sizes", at: "/matrices/1/size") {
      $0.matrices.append(MatrixDraft(size: 1, times: [0]))
    },
    DraftFault("travel time not finite", at: "/matrices/0/times/7") {
      $0.matrices[0].times[7] = .infinity
      $0.matrices[0].times[8] = .nan
    },
    DraftFault("negative distance", at: "/matrices/0/distances/3") {
      $0.matrices[0].distances[3] = -1
    },
    DraftFault("diagonal not zero", at: "/matrices/0/times/6") { $0.matrices[0].times[6] = 3 },
    DraftFault("mixing not square", at: "/mixing/1") { $0.mixing = [[true, true], [true]] },
    DraftFault("mixing asymmetric", at: "/mixing/1/0") {
      $0.mixing = [[true, true], [false, true]]
    },
  ]
}

extension DraftValidationTests {
  static let linkFaults = [
    DraftFault("group names an unknown request", at: "/links/0/together/_0/1") {
      $0.links = [.together([0, 3])]
    },
    DraftFault("group of one", at: "/links/0/together/_0") { $0.links = [.together([0])] },
    DraftFault("demand of one form", at: "/links/0/oneOf/_0") { $0.links = [.oneOf([0])] },
    DraftFault("form of two demands", at: "/links/1/oneOf/_0/1") {
      $0.links = [.oneOf([0, 1]), .oneOf([2, 1])]
    },
    DraftFault("forms with different penalties", at: "/requests/1/unservedPenalty") {
      $0.requests[0].unservedPenalty = 5
      $0.requests[1].unservedPenalty = 6
      $0.links = [.oneOf([0, 1])]
    },
    DraftFault("group names a request twice", at: "/links/0/together/_0/2") {
      $0.links = [.together([0, 1, 0])]
    },
    DraftFault("requires itself", at: "/links/0/requires/required") {
      $0.links = [.requires(request: 1, required: 1)]
    },
    DraftFault("same vehicle as nobody", at: "/links/0/sameVehicle/_1") {
      $0.links = [.sameVehicle(0, -1)]
    },
    DraftFault("crossed gaps", at: "/links/0/ordered/greatestGap") {
      $0.links = [.ordered(first: 0, second: 1, leastGap: 10, greatestGap: 5)]
    },
    DraftFault("negative gap", at: "/links/0/ordered/leastGap") {
      $0.links = [.ordered(first: 0, second: 1, leastGap: -10, greatestGap: nil)]
    },
  ]

  @Test func namesEachLinkOfACircle() {
    let faults = Self.faults {
      $0.links = [
        .ordered(first: 0, second: 1, leastGap: 0, greatestGap: nil),
        .ordered(first: 1, second: 0, leastGap: 0, greatestGap: nil),
        .ordered(first: 1, second: 2, leastGap: 0, greatestGap: nil),
      ]
    }
    #expect(faults.map(\.pointer) == ["/links/0/ordered", "/links/1/ordered"])
  }

  static let lockFaults = [
    DraftFault("lock of an unknown request", at: "/locks/0/vehicle/request") {
      $0.locks = [.vehicle(request: 3, vehicle: 0)]
    },
    DraftFault("lock to an unknown vehicle", at: "/locks/0/forbidden/vehicle") {
      $0.locks = [.forbidden(request: 0, vehicle: 2)]
    },
    DraftFault("two vehicles for one request", at: "/locks/1") {
      $0.locks = [.vehicle(request: 0, vehicle: 0), .vehicle(request: 0, vehicle: 1)]
    },
    DraftFault("tied to a forbidden vehicle", at: "/locks/0/forbidden") {
      $0.locks = [.forbidden(request: 0, vehicle: 0), .vehicle(request: 0, vehicle: 0)]
    },
    DraftFault("delivery before pickup", at: "/locks/0/order/stops/1") {
      $0.locks = [
        .order(vehicle: 0, stops: [StopReference(0, .delivery), StopReference(0, .pickup)])
      ]
    },
    DraftFault("stop named twice", at: "/locks/0/order/stops/1") {
      $0.locks = [
        .order(vehicle: 0, stops: [StopReference(0, .pickup), StopReference(0, .pickup)])
      ]
    },
    DraftFault("frozen in half", at: "/locks/0/frozen/stops/0") {
      $0.locks = [.frozen(vehicle: 0, stops: [StopReference(0, .pickup)])]
    },
    DraftFault("tied to a vehicle frozen without it", at: "/locks/1") {
      $0.locks = [.frozen(vehicle: 0, stops: []), .vehicle(request: 0, vehicle: 0)]
    },
    DraftFault("two orders for one vehicle", at: "/locks/1") {
      $0.locks = [.order(vehicle: 0, stops: []), .frozen(vehicle: 0, stops: [])]
    },
    DraftFault("time of a stop that is not there", at: "/locks/0/time/stop/side") {
      $0.requests[0].pickup = nil
      $0.locks = [.time(stop: StopReference(0, .pickup), window: TimeWindow(0, 1))]
    },
    DraftFault("crossed time lock", at: "/locks/0/time/window") {
      $0.locks = [.time(stop: StopReference(0, .pickup), window: TimeWindow(2, 1))]
    },
    DraftFault("two times for one stop", at: "/locks/1/time") {
      let lock = Lock.time(stop: StopReference(0, .pickup), window: TimeWindow(0, 1))
      $0.locks = [lock, lock]
    },
  ]

  static let crewFaults = [
    DraftFault("unknown vehicle in a crew", at: "/crews/0/vehicles/0") {
      $0.crews = [CrewDraft(id: "x", vehicles: [2])]
    },
    DraftFault("vehicle in two crews", at: "/crews/1/vehicles/0") {
      $0.crews = [CrewDraft(id: "x", vehicles: [0, 1]), CrewDraft(id: "y", vehicles: [1])]
    },
    DraftFault("overlapping shifts", at: "/crews/0/vehicles/1") {
      $0.vehicles[1].shift.start = 3000
      $0.crews = [CrewDraft(id: "x", vehicles: [0, 1])]
    },
    DraftFault("duplicate crew id", at: "/crews/1/id") {
      $0.crews = [CrewDraft(id: "x", vehicles: [0]), CrewDraft(id: "x", vehicles: [1])]
    },
    DraftFault("negative crew limit", at: "/crews/0/longestDistance") {
      $0.crews = [CrewDraft(id: "x", vehicles: [0], longestDistance: -1)]
    },
  ]
}
