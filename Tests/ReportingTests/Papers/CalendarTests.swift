import Planning
import Reporting
import Testing

/// The runs of a driver as appointments.
@Suite struct CalendarTests {
  private func calendar(_ name: String, _ set: PaperSet = SmallPapers.make()) throws
    -> CalendarReading
  {
    let text = try #require(SmallPapers.text(name, of: set))
    return try #require(CalendarReading(text), "\(text)")
  }

  @Test func aRunIsAnAppointmentInUniversalTime() throws {
    let reading = try calendar("calendar/v07.ics")
    #expect(reading.calendar["VERSION"] == "2.0" && reading.calendar["METHOD"] == "PUBLISH")
    let event = try #require(reading.events.first?.properties)
    #expect(reading.events.count == 1)
    // 08:00 in Paris on 25 November is 07:00 in Greenwich.
    #expect(event["DTSTART"] == "20261125T070000Z" && event["DTEND"] == "20261125T081500Z")
    #expect(event["DTSTAMP"] == "20261124T174000Z" && event["SEQUENCE"] == "0")
    #expect(event["STATUS"] == "CONFIRMED")
    let description = CalendarReading.plain(event["DESCRIPTION"] ?? "")
    #expect(
      description.split(separator: "\n").map(String.init) == [
        "08:15 Prise en charge R1, Crayssac", "08:52 Dépose R1, Hôpital; porte B, Cahors",
        "Version 1, faite le 24/11/2026 à 18:40",
      ])
    let late = try calendar("calendar/tad-1.ics").events.first?.properties
    #expect(late?["DTEND"] == "20261125T232500Z", "25 minutes past midnight in Paris")
  }

  @Test("R56: calendars are kept by strangers and hold neither names nor homes")
  func namesNobody() throws {
    for file in SmallPapers.make().files where file.name.hasPrefix("calendar/") {
      for word in ["Quercynol", "Jeanne", "Magnagues", "7B94", "Pech", "0611", "06 11"] {
        #expect(!file.text.contains(word), "\(file.name): \(word)")
      }
    }
  }

  @Test("R57: an amended plan replaces appointments under the same mark, with a higher number")
  func amended() throws {
    let plan = SmallDay.plan { $0.runs[1].departure += 600 }
    let set = SmallPapers.make(plan: plan, issue: SmallPapers.amended, previous: SmallDay.plan)
    let before = try calendar("calendar/v07.ics").events.first?.properties
    let after = try calendar("calendar/v07.ics", set).events.first?.properties
    #expect(before?["UID"] == after?["UID"] && before?["UID"]?.contains("@") == true)
    #expect(after?["SEQUENCE"] == "1" && after?["DTSTART"] == "20261125T071000Z")
    let other = try calendar("calendar/tad-1.ics").events.first?.properties
    #expect(other?["UID"] != before?["UID"])
  }

  @Test("R57: a run called off is cancelled in the calendar too")
  func cancelled() throws {
    let none = SmallDay.plan { $0.runs.removeLast() }
    let set = SmallPapers.make(plan: none, issue: SmallPapers.amended, previous: SmallDay.plan)
    let reading = try calendar("calendar/v07.ics", set)
    #expect(reading.calendar["METHOD"] == "CANCEL")
    #expect(reading.events.map { $0.properties["STATUS"] } == ["CANCELLED"])
    // One of two runs gone is a new issue of the calendar, in which that one is cancelled.
    let two = SmallDay.plan {
      var second = $0.runs[1]
      second.id = "v07#2"
      $0.runs.append(second)
    }
    let fewer = SmallPapers.make(issue: SmallPapers.amended, previous: two)
    let rest = try calendar("calendar/v07.ics", fewer)
    #expect(rest.calendar["METHOD"] == "PUBLISH")
    #expect(rest.events.map { $0.properties["STATUS"] } == ["CONFIRMED", "CANCELLED"])
  }

  @Test func clockChangesAreReckonedWith() throws {
    // The clock goes back at 03:00 on 25 October 2026, which then is Sunday's second 02:00.
    let plan = SmallDay.plan {
      $0.date = PlanDate(year: 2026, month: 10, day: 25)
      $0.runs[1].departure = 3600
      $0.runs[1].arrival = 10 * 3600
    }
    let event = try calendar("calendar/v07.ics", SmallPapers.make(plan: plan)).events.first
    #expect(event?.properties["DTSTART"] == "20261024T230000Z")
    #expect(event?.properties["DTEND"] == "20261025T080000Z")
  }

  @Test func foldsBetweenSignsAndEscapesWhatHasAMeaning() throws {
    let name = "v;\\,\u{301}" + String(repeating: "é€😀", count: 40)
    let plan = SmallDay.plan { $0.runs[1].id = name }
    let event = try calendar("calendar/v07.ics", SmallPapers.make(plan: plan)).events.first
    let summary = CalendarReading.plain(event?.properties["SUMMARY"] ?? "")
    #expect(summary.contains(name))
  }
}
