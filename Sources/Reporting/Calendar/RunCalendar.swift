import Planning

/// The runs of one driver as appointments for a calendar (iCalendar, RFC 5545).
///
/// Calendars are kept by strangers: riders stand in it by pseudonym, and of homes the commune only, contacts or not.
struct RunCalendar: Sendable {
  let context: PaperContext
  let resource: String
  /// None where the driver was told to drive and is no longer asked.
  let runs: [RunRecord]

  var file: ReportFile {
    ReportFile(name: "calendar/" + PaperName.file(resource) + ".ics", text: text)
  }

  private var text: String {
    let dropped = self.dropped
    let isCancelled = runs.isEmpty && !dropped.isEmpty
    var text = CalendarText()
    text.add("BEGIN", "VCALENDAR")
    text.add("VERSION", "2.0")
    text.add("PRODID", "-//Camin//Run sheets//" + context.formats.language.rawValue.uppercased())
    text.add("CALSCALE", "GREGORIAN")
    // RFC 5546: what is wholly withdrawn is a cancellation, everything else a new issue.
    text.add("METHOD", isCancelled ? "CANCEL" : "PUBLISH")
    for record in runs { add(record.run, isCancelled: false, to: &text) }
    for run in dropped { add(run, isCancelled: true, to: &text) }
    text.add("END", "VCALENDAR")
    return text.text
  }

  /// Runs that the driver was told and has no more.
  private var dropped: [Run] {
    let kept = Set(runs.map(\.run.id))
    return (context.previous?.runs ?? []).map(\.run).filter {
      $0.resource == resource && !kept.contains($0.id)
    }
  }

  private func add(_ run: Run, isCancelled: Bool, to text: inout CalendarText) {
    let clock = UtcClock(date: context.index.plan.date, zone: context.index.plan.timeZone)
    text.add("BEGIN", "VEVENT")
    text.add("UID", uid(run))
    text.add("DTSTAMP", clock.stamp(context.issue.at))
    text.add("SEQUENCE", "\(max(0, context.issue.number - 1))")
    // The minute begun, as on the sheet.
    text.add("DTSTART", clock.stamp(run.departure - run.departure % 60))
    text.add("DTEND", clock.stamp(run.arrival - run.arrival % 60))
    text.add("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED")
    text.add("SUMMARY", text: summary(run))
    text.add("LOCATION", text: coarse(run.start))
    text.add("DESCRIPTION", text: description(run))
    text.add("TRANSP", isCancelled ? "TRANSPARENT" : "OPAQUE")
    text.add("END", "VEVENT")
  }

  /// The same run of the same day keeps its mark in every issue, so that calendars replace it.
  private func uid(_ run: Run) -> String {
    let plan = context.index.plan
    return [plan.territory, plan.date.text, run.id].map(PaperName.file).joined(separator: ".")
      + "@camin.invalid"
  }

  private func summary(_ run: Run) -> String {
    let record = RunRecord(run: run, number: 0)
    return context.say(fr: "Tournée ", en: "Run ") + run.id + " – "
      + RunList.load(record, context.formats)
  }

  private func description(_ run: Run) -> String {
    let index = context.index
    let stops = run.stops.map { stop in
      let rider = stop.rider.isEmpty ? "" : " " + stop.rider
      return index.clock.text(stop.time) + " " + stop.kind.title[context.formats.language] + rider
        + ", " + coarse(stop.place)
    }
    return (stops + [context.issueText]).joined(separator: "\n")
  }

  /// A home is told by its commune, other places by their name.
  private func coarse(_ id: String) -> String {
    let index = context.index
    guard index.isHome(id) else { return index.fullName(id) }
    let commune = index.place(id)?.commune ?? ""
    return commune.isEmpty ? id : commune
  }
}

/// Moments of a plan's day in UTC, as calendars write them.
struct UtcClock: Sendable {
  private let date: PlanDate
  private let clock: PlanClock?

  /// An unknown zone is taken for UTC: papers are made of any plan.
  init(date: PlanDate, zone: String) {
    self.date = date
    clock = PlanClock(date: date, timeZone: zone)
  }

  /// `20261125T072900Z`.
  func stamp(_ elapsed: Int) -> String {
    guard let clock else { return Self.stamp(date.dayNumber * 86_400 + elapsed) }
    return Self.stamp(clock.instant(elapsed))
  }

  /// Of a moment on the wall clock; the first one where the clock shows it twice, and the hour after where never.
  func stamp(_ moment: LocalMoment) -> String {
    let days = moment.date.dayNumber - date.dayNumber
    let time = ClockTime(seconds: days * 86_400 + moment.time.seconds)
    let later = ClockTime(seconds: time.seconds + 3600)
    return stamp(clock?.elapsed(time) ?? clock?.elapsed(later) ?? time.seconds)
  }

  /// From seconds since 1970-01-01T00:00Z.
  private static func stamp(_ instant: Int) -> String {
    let days = instant >= 0 ? instant / 86_400 : (instant - 86_399) / 86_400
    let day = PlanDate(year: 1970, month: 1, day: 1).adding(days: days)
    let clock = ClockTime(seconds: instant - days * 86_400)
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let (hours, minutes) = (clock.seconds / 3600, clock.seconds / 60 % 60)
    return day.text.filter { $0 != "-" } + "T" + two(hours) + two(minutes) + two(clock.seconds % 60)
      + "Z"
  }
}
