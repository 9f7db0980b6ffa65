import Planning
import Testing

/// Drivers' hours, limits and rests, by the profile where they state none themselves.
@Suite("Requirements on drivers and vehicles")
struct DriverRuleTests {
  /// r1 goes from k10 to k40 for 10:00, r2 likewise for 14:00; both with v1 from k0, who is home in between.
  private func twoTrips(change: (inout Volunteer) -> Void = { _ in }) -> LineTerritory {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addOutward(2, from: 10, to: 40, by: "14:00")
    line.addVolunteer("v1", home: 0, change: change)
    return line
  }

  private static let homeBetween = Drive(
    "v1", "08:58", ["+b1-1", "-b1-1", "base@12:58", "+b2-1", "-b2-1"])

  @Test("R25: every vehicle starts and ends where it says, by the hour it says")
  func ends() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVehicle("t1", .tad, depot: 0, [("07:00", "10:00")]) { $0.end = "k58" }
    let run = try #require(try line.planned().runs.first)
    #expect(run.start == "k0" && run.end == "k58")
    #expect(run.metres == 58_000 && run.arrival <= 10 * 3600)
    line.scenario.vehicles[0].end = "k60"
    let late = try line.driven(Drive("t1", "08:58", ["+b1-1", "-b1-1"]))
    #expect(try line.broken(late) == ["shift 36120 / 36000"])
    line.scenario.vehicles[0].end = "k99"
    #expect(line.faults() == ["unknown-place"])
  }

  @Test("R26: a day of the week wins over every day, a date over both")
  func availability() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 40, by: "10:00")
    line.addVolunteer("v1", home: 0)
    let plan = try line.driven(Drive("v1", "08:58", ["+b1-1", "-b1-1"]))
    #expect(try line.broken(plan) == [])
    func add(_ days: Availability.Days, _ window: (String, String)?) {
      line.scenario.availability.append(
        Availability(
          resource: "v1", days: days,
          window: window.map {
            ClockWindow(start: LineTerritory.at($0.0), end: LineTerritory.at($0.1))
          }))
    }
    add(.weekday(.wednesday), ("09:30", "18:00"))
    #expect(try line.broken(plan) == ["shift 32280 / 34200"])
    add(.weekday(.thursday), nil)
    #expect(try line.broken(plan) == ["shift 32280 / 34200"])
    add(.date(line.scenario.territory.date), ("08:00", "12:00"))
    #expect(try line.broken(plan) == [])
    add(.date(line.scenario.territory.date), nil)
    #expect(try line.broken(plan).contains("not-there"))
    #expect(try line.planned().unserved.first?.reasons.first?.rule == "availability")
    line.scenario.availability[1].window = ClockWindow(
      start: LineTerritory.at("18:00"), end: LineTerritory.at("13:00"))
    #expect(line.faults() == ["empty-window"])
  }

  @Test("R26: the limits of the day hold over several windows together")
  func severalWindows() throws {
    var line = twoTrips { $0.mostTrips = 1 }
    line.scenario.availability = []
    line.addAvailability("v1", [("08:00", "11:00"), ("12:00", "16:00")])
    var plan = try line.driven(
      Drive("v1", "08:58", ["+b1-1", "-b1-1"]), Drive("v1", "12:58", ["+b2-1", "-b2-1"]))
    plan.runs[1].id = "v1#2"
    #expect(try line.broken(plan) == ["crew-trips 2 / 1"])
    #expect(try line.searched().unserved.count == 1)
    line.scenario.volunteers[0].mostTrips = nil
    #expect(try line.broken(plan) == [])
    #expect(
      try line.with(.volunteer, "most_trips", 1).broken(plan) == [
        "crew-trips volunteer-default.most_trips 2 / 1"
      ])
  }

  @Test("R27: trips, kilometres, duty and wait of a volunteer, by profile or as stated")
  func volunteerLimits() throws {
    let line = twoTrips()
    let plan = try line.driven(Self.homeBetween)
    #expect(try line.broken(plan) == [])
    func under(_ key: String, _ value: Double) throws -> [String] {
      try line.with(.volunteer, key, value).broken(plan)
    }
    #expect(try under("most_trips", 1) == ["most-trips volunteer-default.most_trips 2 / 1"])
    #expect(
      try under("longest_distance", 150) == [
        "longest-distance volunteer-default.longest_distance 160000 / 150000"
      ])
    // Time at home is off duty: 84 minutes for each trip.
    #expect(
      try under("longest_duty", 2) == [
        "longest-duration volunteer-default.longest_duty 10080 / 7200"
      ])
    #expect(
      try twoTrips { $0.longestKilometres = 150 }.broken(plan) == [
        "longest-distance 160000 / 150000"
      ])
    let nearlyDone = twoTrips {
      $0.kilometresThisYear = 900
      $0.mostKilometresAYear = 1000
    }
    #expect(try nearlyDone.broken(plan) == ["longest-distance 160000 / 100000"])
    let waiting = try line.driven(
      Drive("v1", "08:58", ["+b1-1", "-b1-1", "+b2-1@13:08", "-b2-1"]))
    #expect(
      try line.broken(waiting) == ["longest-idle volunteer-default.longest_wait 10560 / 5400"])
    #expect(try line.with(.volunteer, "longest_wait", 180).broken(waiting) == [])
    #expect(twoTrips { $0.mostTrips = -1 }.faults() == ["negative"])
    #expect(try line.with(.volunteer, "longest_duty", 2, "km").faults() == ["bad-figure"])
  }

  @Test("R28: the driver who must come back and does not")
  func sameDriver() throws {
    var line = LineTerritory()
    line.addReturn(
      1, from: 10, to: 40, by: "10:00", back: .release(LineTerritory.at("11:00"), spread: 0))
    line.addVolunteer("v1", home: 0)
    line.addVolunteer("v2", home: 0)
    let plan = try line.driven(
      Drive("v1", "08:58", ["+b1-1", "-b1-1"]), Drive("v2", "10:20", ["+b1-2", "-b1-2"]))
    #expect(try line.broken(plan) == [])
    line.scenario.bookings[0].legs[1].sameDriver = .required
    #expect(try line.broken(plan) == ["link-same-vehicle"])
    #expect(Set(try line.planned().runs.map(\.resource)).count == 1)
    line.scenario.bookings[0].legs[1].sameDriver = .free
    line.scenario.bookings[0].accompany = true
    #expect(Set(try line.broken(plan)) == ["link-same-vehicle", "accompany"])
  }

  /// r1 rides at six in the morning, r2 at half past six in the evening; t1 is there all the while.
  private func longDay() -> LineTerritory {
    var line = LineTerritory()
    for (n, from, to, time) in [(1, 10, 40, "06:00"), (2, 40, 10, "18:30")] {
      let anchor = Anchor.fixed(LineTerritory.at(time))
      line.add(
        n, home: from, legs: [Leg(id: "b\(n)-1", from: "k\(from)", to: "k\(to)", anchor: anchor)])
    }
    line.addVehicle("t1", .tad, depot: 0, [("05:00", "20:00")])
    return line
  }

  @Test("R31: thirteen and a half hours on duty, and a break left out")
  func workingTime() throws {
    let line = longDay()
    let plan = try line.driven(
      Drive("t1", "05:50", ["+b1-1", "-b1-1", "rest@12:00", "+b2-1@18:30", "-b2-1"]))
    #expect(try line.broken(plan).contains("longest-duration tad-local.amplitude 48240 / 43200"))
    let longer = try line.with(.tad, "amplitude", 14)
    #expect(try !longer.broken(plan).contains { $0.hasPrefix("longest-duration") })
    let restless = try line.driven(
      Drive("t1", "05:50", ["+b1-1", "-b1-1", "+b2-1@18:30", "-b2-1"]))
    let missing = "break-missing tad-local.break 48240 / 21600"
    #expect(try longer.broken(restless).contains(missing))
    #expect(try !longer.with(.tad, "break_due_after", 14).broken(restless).contains(missing))
    #expect(try longer.with(.tad, "break", 45).broken(plan).contains("service 1200 / 2700"))
    #expect(try line.with(.tad, "amplitude", 12, "km").faults() == ["bad-figure"])
    // The planner gives one of the two up, or finds a way within the limits.
    #expect(try line.broken(line.searched()) == [])
  }

  @Test("R34: eleven minutes parked with a rider on board")
  func parked() throws {
    var line = LineTerritory()
    for n in 1...2 { line.addOutward(n, from: 10, to: 40, by: "10:00") }
    line.addVehicle("t1", .tad, depot: 0)
    let plan = try line.driven(
      Drive("t1", "08:40", ["+b1-1", "+b2-1@09:03", "-b1-1", "-b2-1"]))
    #expect(try line.broken(plan) == ["longest-idle-on-board tad-local.idle_on_board 660 / 300"])
    #expect(try line.with(.tad, "idle_on_board", 11).broken(plan) == [])
    #expect(try line.with(.tad, "idle_on_board", 5, "km").faults() == ["bad-figure"])
    let stops = try line.planned().runs.flatMap(\.stops)
    #expect(stops.count == 4)
    #expect(stops.dropFirst().allSatisfy { $0.start == $0.arrival })
  }
}
