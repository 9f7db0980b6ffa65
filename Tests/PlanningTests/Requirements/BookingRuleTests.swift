import DialARide
import Planning
import Testing

/// What is asked for a booking holds; a plan by hand that breaks it is found out; the profile's figure decides.
@Suite("Requirements on bookings")
struct BookingRuleTests {
  /// r1 goes from k10 to an appointment at 10:00 at k40, in the one minibus, which stands at k0.
  private func outward(change: (inout LineTerritory) -> Void = { _ in }) -> LineTerritory {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVehicle("t1", .tad, depot: 0, [("05:00", "19:00")])
    change(&line)
    return line
  }

  private func there(back: Anchor) -> LineTerritory {
    var line = LineTerritory()
    line.addReturn(1, from: 10, to: 40, by: "10:00", back: back)
    line.addVehicle("t1", .tad, depot: 0)
    return line
  }

  @Test("R2: half a booking is named for what it is, unless the booking lets its legs part")
  func half() throws {
    var line = there(back: .release(LineTerritory.at("11:00"), spread: 0))
    let out = try line.driven(Drive("t1", "08:58", ["+b1-1", "-b1-1"]))
    let back = try line.driven(Drive("t1", "10:20", ["+b1-2", "-b1-2"]))
    #expect(try line.broken(out) == ["link-together"])
    #expect(try line.broken(back) == ["link-together"])
    line.scenario.bookings[0].linkPolicy = .outboundRequired
    #expect(try line.broken(out) == [])
    #expect(try line.broken(back) == ["link-requires"])
    line.scenario.bookings[0].linkPolicy = .independent
    #expect(try line.broken(out) == [])
    #expect(try line.broken(back) == [])
    line.scenario.bookings[0].legs = []
    #expect(line.faults() == ["no-legs"])
  }

  @Test("R3: a fixed time is kept, five minutes later are named")
  func fixed() throws {
    var line = LineTerritory()
    line.add(
      1, home: 10,
      legs: [Leg(id: "b1-1", from: "k10", to: "k0", anchor: .fixed(LineTerritory.at("08:00")))])
    line.addVehicle("t1", .tad, depot: 0)
    let pickup = try line.planned().runs.first?.stops.first
    #expect(pickup?.start == 8 * 3600)
    let late = try line.driven(Drive("t1", "07:50", ["+b1-1@08:05", "-b1-1"]))
    #expect(try line.broken(late) == ["window 29100 / 28800"])
  }

  @Test("R4: too early and too late for the appointment, by the profile's margins")
  func margins() throws {
    let line = outward()
    let early = try line.driven(Drive("t1", "07:00", ["+b1-1", "-b1-1"]))
    #expect(try line.broken(early) == ["window tad-local.earliest_before 27720 / 34200"])
    #expect(try line.with(.tad, "earliest_before", 180).broken(early) == [])
    let late = try line.driven(Drive("t1", "09:20", ["+b1-1", "-b1-1"]))
    #expect(try line.broken(late) == ["window tad-local.latest_before 36120 / 35700"])
    // Without a margin the rider must still be out of the vehicle by the appointment.
    #expect(
      try line.with(.tad, "latest_before", 0).broken(late)
        == ["window tad-local.latest_before 36120 / 35880"])
    #expect(try line.with(.tad, "earliest_before", -5).faults() == ["bad-figure"])
  }

  @Test("R4: the margins of the leg win over the profile's")
  func ownMargins() throws {
    let line = outward { $0.scenario.bookings[0].legs[0].earliestBefore = 3 * 3600 }
    #expect(try line.broken(line.driven(Drive("t1", "07:00", ["+b1-1", "-b1-1"]))) == [])
    let earlier = try line.driven(Drive("t1", "06:00", ["+b1-1", "-b1-1"]))
    #expect(try line.broken(earlier) == ["window 24120 / 25200"])
  }

  @Test("R5: a stay after the actual arrival, neither shorter nor longer than asked")
  func stay() throws {
    let line = there(back: .afterStay(least: 3600, greatest: 5400))
    func back(at time: String) throws -> [String] {
      try line.broken(
        line.driven(Drive("t1", "08:58", ["+b1-1", "-b1-1", "+b1-2@" + time, "-b1-2"])))
    }
    #expect(try back(at: "10:10") == ["link-gap 1680 / 3600"])
    #expect(try back(at: "10:50") == [])
    #expect(try back(at: "11:30") == ["link-gap 6480 / 5400"])
    let plan = try line.planned()
    #expect(plan.unserved.isEmpty)
    #expect(try line.broken(plan) == [])
    #expect(there(back: .afterStay(least: 5400, greatest: 3600)).faults() == ["empty-window"])
  }

  @Test("R5: a will-call return is planned after the estimate, by a share of its spread")
  func willCall() throws {
    let line = there(back: .release(LineTerritory.at("11:00"), spread: 1800))
    func earliest(_ line: LineTerritory) throws -> Double? {
      try line.compiled().problem.draft.requests.first { $0.id == "b1-2" }?.pickup?.windows.first?
        .start
    }
    #expect(try earliest(line) == 11.25 * 3600)
    #expect(try earliest(line.with(.tad, "release_slack_share", 0)) == 11 * 3600)
    // It is prudence, not a rule: a plan without it breaks none.
    #expect(try line.broken(line.driven(Drive("t1", "08:58", Self.promptReturn))) == [])
    #expect(
      there(back: .release(LineTerritory.at("11:00"), spread: -60)).faults() == ["negative"])
  }

  private static let promptReturn = ["+b1-1", "-b1-1", "+b1-2@11:00", "-b1-2"]

  @Test("R6: the waiting budget binds two vehicles that serve the two legs")
  func budgetOverTwoVehicles() throws {
    var line = LineTerritory()
    for n in 1...2 {
      line.addReturn(
        n, from: 10 + n, to: 40, by: "10:00", back: .release(LineTerritory.at("11:00"), spread: 0)
      ) { $0.insured = true }
    }
    line.addVehicle("s1", .vsl, depot: 0)
    line.addVehicle("s2", .vsl, depot: 0)
    // r1 is 29 minutes early and waits 17, r2 is 27 early and waits 19.
    let plan = try line.driven(
      Drive("s1", "08:47", ["+b1-1", "+b2-1", "-b1-1", "-b2-1"]),
      Drive("s2", "10:37", ["+b1-2", "+b2-2", "-b2-2", "-b1-2"]))
    let found = ["waiting-budget tap-2025.wait_total 2760 / 2700"]
    #expect(try line.broken(plan) == found + found)
    #expect(try line.with(.tap, "wait_total", 46).broken(plan) == [])
    #expect(try line.with(.tap, "wait_total", 45, "km").faults() == ["bad-figure"])
  }

  @Test("R6: the share-out holds beyond the profile's margin, and where one of two legs is shared")
  func budgetSharedOut() throws {
    func line(_ earliest: Int?, _ out: Sharing, _ back: Sharing) -> LineTerritory {
      var line = LineTerritory()
      line.addReturn(
        1, from: 10, to: 40, by: "10:00", back: .release(LineTerritory.at("11:00"), spread: 0)
      ) { $0.insured = true }
      line.scenario.bookings[0].legs[0].earliestBefore = earliest
      line.scenario.bookings[0].legs[0].sharing = out
      line.scenario.bookings[0].legs[1].sharing = back
      line.addVehicle("s1", .vsl, depot: 0)
      return line
    }
    /// Minutes that the rider may be early, and may wait after care.
    func minutes(_ line: LineTerritory) throws -> [Double] {
      let requests = try line.compiled().problem.draft.requests
      let arrival = try #require(requests[0].delivery?.windows.first)
      let pickup = try #require(requests[1].pickup?.windows.first)
      return [600 - arrival.start / 60, pickup.end / 60 - 660]
    }
    #expect(try minutes(line(nil, .yes, .yes)) == [30, 15])
    #expect(try minutes(line(3600, .yes, .yes)) == [45, 0])
    #expect(try minutes(line(nil, .yes, .no)) == [30, 15])
    #expect(try minutes(line(nil, .no, .yes)) == [30, 15])
    #expect(try minutes(line(3600, .no, .no)) == [60, 45])
    #expect(try minutes(line(nil, .yes, .yes).with(.tap, "wait_total", 20)) == [20, 0])
  }

  @Test("R7: the longest ride, by whichever of its terms binds")
  func longestRide() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 12, to: 40, by: "10:00")
    line.addOutward(2, from: 0, to: 40, by: "10:00")
    line.addVehicle("t1", .tad, depot: 0)
    // r1 is fetched first and taken back to k0: 54 minutes for 28 direct, of which 1.5 × 28 + 10 are allowed.
    let plan = try line.driven(Drive("t1", "08:28", ["+b1-1", "+b2-1", "-b1-1", "-b2-1"]))
    #expect(try line.broken(plan) == ["ride-time tad-local.ride_factor 3240 / 3120"])
    #expect(try line.with(.tad, "ride_offset", 12).broken(plan) == [])
    #expect(
      try line.with(.tad, "ride_cap", 20).broken(plan) == [
        "ride-time tad-local.ride_cap 3240 / 2880"
      ])
    #expect(
      try line.with(.tad, "ride_longest", 50, "min").broken(plan) == [
        "ride-time tad-local.ride_longest 3240 / 3000"
      ])
    #expect(try line.with(.tad, "ride_factor", 1.5, "min").faults() == ["bad-figure"])
    #expect(try line.broken(line.planned()) == [])
  }

  @Test("R15: of two who cannot both ride, the one whose priority weighs more does")
  func priority() throws {
    var line = outward { $0.scenario.bookings[0].priority = "leisure" }
    line.addOutward(2, from: 10, to: 40, by: "10:00") { $0.priority = "care" }
    for b in 0...1 { line.scenario.bookings[b].legs[0].sharing = .no }
    #expect(try line.searched().unserved.map(\.booking) == ["b1"])
    line.scenario.territory.priorities = ["care": 0.5, "leisure": 3]
    #expect(try line.searched().unserved.map(\.booking) == ["b2"])
    line.scenario.territory.priorities = ["care": 0]
    #expect(line.faults() == ["bad-priority", "unknown-priority"])
  }

  @Test("R39: of two equal riders the one who was refused lately rides")
  func refusedLately() throws {
    var line = outward { _ in }
    line.addOutward(2, from: 10, to: 40, by: "10:00")
    for b in 0...1 { line.scenario.bookings[b].legs[0].sharing = .no }
    func refused(_ refusals: [Int], _ line: LineTerritory) throws -> [String] {
      var line = line
      for (rider, count) in refusals.enumerated() {
        line.scenario.riders[rider].refusedLately = count
      }
      let plan = try line.searched()
      let tier = try #require(plan.tiers.first { $0.id == "unserved" })
      // Who is refused again weighs a quarter more for each refusal, four at most.
      let booking = plan.unserved.map(\.booking)
      let count = booking == ["b1"] ? refusals[0] : refusals[1]
      #expect(abs(tier.value - (1 + 0.25 * Double(min(count, 4)))) < 1e-9)
      return booking
    }
    #expect(try refused([0, 1], line) == ["b1"] && refused([1, 0], line) == ["b2"])
    #expect(try refused([3, 2], line) == ["b2"] && refused([2, 3], line) == ["b1"])
    // A priority that weighs more still wins.
    line.scenario.bookings[0].priority = "care"
    #expect(try line.searched().unserved.map(\.booking) == ["b2"])
    line.scenario.riders[1].refusedLately = 9
    #expect(try line.searched().unserved.map(\.booking) == ["b2"])
    line.scenario.riders[1].refusedLately = -1
    #expect(line.faults() == ["negative"])
    #expect(try line.with(.objective, "refused_lately", 1, "EUR").faults().contains("bad-figure"))
  }
}
