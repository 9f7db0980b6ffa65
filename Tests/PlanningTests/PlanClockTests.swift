import Planning
import Testing

@Suite("R54: clock of the plan")
struct PlanClockTests {
  private func clock(_ date: String) throws -> PlanClock {
    let day = try #require(PlanDate(date))
    return try #require(PlanClock(date: day, timeZone: "Europe/Paris"))
  }

  @Test("R54: an ordinary day has its clock times as elapsed seconds")
  func ordinaryDay() throws {
    let clock = try clock("2026-11-25")
    #expect(clock.elapsed(ClockTime(hour: 8, minute: 15)) == 8 * 3600 + 900)
    #expect(clock.clockTime(8 * 3600 + 900).text == "08:15")
    #expect(clock.iso8601(8 * 3600 + 900) == "2026-11-25T08:15:00+01:00")
  }

  @Test("R54: past midnight the date moves on")
  func pastMidnight() throws {
    let clock = try clock("2026-11-25")
    let late = try #require(clock.elapsed(ClockTime(hour: 25, minute: 30)))
    #expect(late == 25 * 3600 + 1800)
    #expect(clock.clockTime(late).text == "25:30")
    #expect(clock.iso8601(late) == "2026-11-26T01:30:00+01:00")
    #expect(clock.elapsed(iso8601: "2026-11-26T01:30:00+01:00") == late)
  }

  @Test("R54: in March two o’clock jumps to three")
  func spring() throws {
    let clock = try clock("2026-03-29")
    // One hour of the night is missing, so 08:00 is the seventh hour of the day.
    #expect(clock.elapsed(ClockTime(hour: 8, minute: 0)) == 7 * 3600)
    #expect(clock.elapsed(ClockTime(hour: 1, minute: 59)) == 3600 + 59 * 60)
    #expect(clock.elapsed(ClockTime(hour: 2, minute: 0)) == nil)
    #expect(clock.elapsed(ClockTime(hour: 2, minute: 30)) == nil)
    #expect(clock.elapsed(ClockTime(hour: 3, minute: 0)) == 2 * 3600)
    #expect(clock.elapsed(ClockTime(hour: 24, minute: 0)) == 23 * 3600)
    #expect(clock.iso8601(7 * 3600) == "2026-03-29T08:00:00+02:00")
    #expect(clock.iso8601(0) == "2026-03-29T00:00:00+01:00")
  }

  @Test("R54: in October the hour from two to three comes twice: the first is meant")
  func autumn() throws {
    let clock = try clock("2026-10-25")
    #expect(clock.elapsed(ClockTime(hour: 2, minute: 30)) == 2 * 3600 + 1800)
    #expect(clock.elapsed(ClockTime(hour: 3, minute: 0)) == 4 * 3600)
    #expect(clock.elapsed(ClockTime(hour: 8, minute: 0)) == 9 * 3600)
    #expect(clock.iso8601(2 * 3600 + 1800) == "2026-10-25T02:30:00+02:00")
    #expect(clock.iso8601(3 * 3600 + 1800) == "2026-10-25T02:30:00+01:00")
    #expect(clock.elapsed(iso8601: "2026-10-25T02:30:00+01:00") == 3 * 3600 + 1800)
  }

  @Test(
    "R54: ISO 8601 reads what it wrote",
    arguments: ["2026-03-29", "2026-10-25", "2026-06-30", "2024-02-29", "2026-12-31"])
  func roundTrip(_ date: String) throws {
    let clock = try clock(date)
    for elapsed in stride(from: -7200, through: 40 * 3600, by: 1801) {
      #expect(clock.elapsed(iso8601: clock.iso8601(elapsed)) == elapsed)
    }
  }

  @Test(
    "R54: a time without offset, or no time at all, is not read",
    arguments: [
      "2026-11-25T08:15:00", "08:15", "2026-11-25", "2026-11-25T08:15:00+0100", "",
      "25/11/2026T08:00:00Z", "2026-11-25T25:00:00Z",
    ])
  func unreadable(_ text: String) throws {
    #expect(try clock("2026-11-25").elapsed(iso8601: text) == nil)
  }

  @Test("R54: an unknown zone is refused, other zones work")
  func zones() throws {
    let date = try #require(PlanDate("2026-11-25"))
    #expect(PlanClock(date: date, timeZone: "Europe/Lot") == nil)
    let reunion = try #require(PlanClock(date: date, timeZone: "Indian/Reunion"))
    #expect(reunion.iso8601(3600) == "2026-11-25T01:00:00+04:00")
    #expect(reunion.elapsed(iso8601: "2026-11-24T21:00:00Z") == 3600)
  }

  @Test("R54: days are counted through leap years and centuries")
  func dayNumbers() throws {
    // 1 January 2000 is 30 years with 7 leap days after 1 January 1970.
    #expect(try #require(PlanDate("2000-01-01")).dayNumber == 30 * 365 + 7)
    let start = try #require(PlanDate("1999-12-28"))
    for days in 0...800 {
      #expect(start.adding(days: days).dayNumber == start.dayNumber + days)
      #expect(start.adding(days: days).adding(days: -days) == start)
    }
  }
}
