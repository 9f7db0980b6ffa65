public import Planning

/// Everything that people are handed of a plan: a sheet a driver, lists, messages, calendars (R55, R56, R57).
///
/// A pure function of what it is given, the time of making included. Names and telephone numbers come from the
/// contacts alone and go only where they are needed: a driver's sheet holds the riders of that driver, lists and
/// messages are the coordinator's own, calendars and the specification's telegrams hold none.
public struct PaperSet: Sendable {
  private let context: PaperContext
  private let isLarge: Bool

  /// - Parameters:
  ///   - contacts: empty: papers show pseudonyms.
  ///   - prices: what riders are asked, where it is known.
  ///   - previous: the plan that people were told; what changed is marked.
  ///   - isLarge: everything is set larger from the outset.
  public init(
    plan: Plan, scenario: Scenario, language: Language, issue: PaperIssue,
    contacts: ContactBook = ContactBook(), prices: RidePrices = RidePrices(),
    previous: Plan? = nil, isLarge: Bool = false
  ) {
    context = PaperContext(
      index: PlanIndex(plan: plan, scenario: scenario), formats: Formats(language), issue: issue,
      contacts: contacts, prices: prices,
      previous: previous.map { PlanIndex(plan: $0, scenario: scenario) })
    self.isLarge = isLarge
  }

  /// The papers by name, in the order in which they are written.
  public var files: [ReportFile] {
    pages
      + [
        ReportFile(name: "calls.csv", text: CallCsv(context: context).text),
        ReportFile(name: "proposals.csv", text: ProposalCsv(context: context).text),
      ] + MessageFiles(context: context).files + drivers.map(\.calendar)
  }

  /// Pages to be printed: a sheet a driver, then lists, summary and transparency sheet.
  public var pages: [ReportFile] {
    let page = PaperPage(context: context, isLarge: isLarge)
    return papers.map { ReportFile(name: $0.name + ".html", text: page.document($0)) }
  }

  /// All pages as one, for one print of everything.
  public var whole: ReportFile {
    let title =
      context.say(fr: "Documents du ", en: "Papers of ")
      + context.formats.longDate(context.index.plan.date)
    let page = PaperPage(context: context, isLarge: isLarge)
    return ReportFile(name: "all.html", text: page.document(papers, title: title))
  }

  /// The day as telegrams of TCRP Report 210 (R60).
  public var telegrams: [ReportFile] { TdsExport(context: context).files }

  /// Telegrams of what was done, by what was noted of it afterwards (R61).
  public func completions(of actuals: DayActuals) -> ReportFile {
    TdsExport(context: context).completions(of: actuals)
  }

  /// People of the plan whom the contacts do not know; empty where there are no contacts at all.
  public var missingContacts: [String] {
    guard !context.contacts.isEmpty else { return [] }
    let riders = context.index.scenario.bookings.map(\.rider)
    var seen: Set<String> = []
    return (riders + drivers.map(\.resource)).filter {
      context.contacts[$0] == nil && seen.insert($0).inserted
    }.sorted()
  }

  private var papers: [Paper] {
    drivers.map(\.sheet) + [
      CallPaper(context: context).paper, ProposalPaper(context: context).paper,
      SummaryPaper(context: context).paper, TransparencyPaper(context: context).paper,
    ]
  }

  private struct Driver {
    let resource: String
    let sheet: Paper
    let calendar: ReportFile
  }

  /// Those who drive, then those who were told to and no longer do.
  private var drivers: [Driver] {
    let called = DriverRuns.all(of: context.index)
    let names = Set(called.map(\.resource))
    let told = context.previous.map(DriverRuns.all) ?? []
    let calledOff = told.filter { !names.contains($0.resource) }
      .map { DriverRuns(resource: $0.resource, runs: []) }
    return (called + calledOff).map { driver in
      Driver(
        resource: driver.resource,
        sheet: RunSheet(context: context, resource: driver.resource, runs: driver.runs).paper,
        calendar: RunCalendar(context: context, resource: driver.resource, runs: driver.runs).file)
    }
  }
}
