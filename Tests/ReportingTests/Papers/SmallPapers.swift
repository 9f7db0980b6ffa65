import Planning
import Reporting

/// Papers of the hand-made day, with contacts for everybody.
enum SmallPapers {
  static let issue = PaperIssue(
    number: 1,
    at: LocalMoment(
      date: PlanDate(year: 2026, month: 11, day: 24), time: ClockTime(hour: 18, minute: 40)))

  static let amended = PaperIssue(
    number: 2,
    at: LocalMoment(
      date: PlanDate(year: 2026, month: 11, day: 24), time: ClockTime(hour: 21, minute: 5)))

  static let contacts = ContactBook([
    Contact(
      id: "R1", firstName: "Jeanne", lastName: "Quercynol", phone: "06 11 22 33 44",
      otherPhone: "05 65 11 22 33", address: "12 chemin de Magnagues", doorCode: "7B94",
      note: "Sonner deux fois"),
    Contact(id: "R2", firstName: "Marcel", lastName: "Causselou", phone: "+33 6 55 44 33 22"),
    Contact(id: "R3", firstName: "Odette", lastName: "Bouriane", phone: "0565998877"),
    Contact(id: "v07", firstName: "Lucienne", lastName: "Ségalar", phone: "06 77 88 99 00"),
    Contact(id: "tad-1", firstName: "Raymond", lastName: "Vignac", phone: "06 12 12 12 12"),
    Contact(id: "hospital", phone: "05 65 20 50 50", note: "Entrée par le <nord>"),
    Contact(id: ContactBook.coordination, phone: "05 65 00 11 22"),
  ])

  static func make(
    _ language: Language = .french, plan: Plan = SmallDay.plan, issue: PaperIssue = issue,
    contacts: ContactBook = contacts, prices: RidePrices = RidePrices(), previous: Plan? = nil,
    isLarge: Bool = false
  ) -> PaperSet {
    PaperSet(
      plan: plan, scenario: SmallDay.scenario, language: language, issue: issue,
      contacts: contacts, prices: prices, previous: previous, isLarge: isLarge)
  }

  static func text(_ name: String, of set: PaperSet = make()) -> String? {
    (set.files + set.telegrams + [set.whole]).first { $0.name == name }?.text
  }
}
