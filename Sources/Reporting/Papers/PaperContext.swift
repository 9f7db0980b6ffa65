import Planning

/// What the papers of a day are made of: the plan, who the people are, and what was told before.
struct PaperContext: Sendable {
  let index: PlanIndex
  let formats: Formats
  let issue: PaperIssue
  /// Empty where papers show pseudonyms.
  let contacts: ContactBook
  let prices: RidePrices
  /// The plan that people were told.
  let previous: PlanIndex?

  func say(fr: String, en: String) -> String { formats.say(fr: fr, en: en) }

  // MARK: People

  /// `Jeanne Martin`, or the pseudonym.
  func name(_ id: String) -> String {
    guard let name = contacts[id]?.name, !name.isEmpty else { return id }
    return name
  }

  /// What riders are told of a driver: the first name alone, or the pseudonym.
  func firstName(_ id: String) -> String {
    guard let name = contacts[id]?.firstName, !name.isEmpty else { return id }
    return name
  }

  /// Both telephone numbers, those that are known.
  func phones(_ id: String) -> [String] {
    guard let contact = contacts[id] else { return [] }
    return [contact.phone, contact.otherPhone].filter { !$0.isEmpty }
  }

  // MARK: Places

  /// A place as people call it; a home that is named by the pseudonym of somebody whose name stands beside it is just
  /// called so.
  ///
  /// - Parameter rider: whose stop it is; empty where it is nobody's.
  func place(_ id: String, of rider: String) -> String {
    let isHome = index.scenario.riders.first { $0.id == rider }?.home == id
    guard isHome, name(rider) != rider else { return index.fullName(id) }
    return home(id, of: rider, say(fr: "Domicile", en: "Home"))
  }

  /// A place as the driver calls it.
  func place(_ id: String, ofDriver resource: String) -> String {
    let isHome = index.scenario.volunteers.first { $0.id == resource }?.home == id
    guard isHome else { return index.fullName(id) }
    return home(id, of: resource, say(fr: "Chez vous", en: "Your home"))
  }

  private func home(_ id: String, of person: String, _ word: String) -> String {
    guard index.placeName(id).contains(person) else { return index.fullName(id) }
    let commune = index.place(id)?.commune ?? ""
    return commune.isEmpty ? word : word + ", " + commune
  }

  var coordinationPhone: String? { phones(ContactBook.coordination).first }

  // MARK: The issue

  /// `Version 2, faite le 24/11/2026 à 18:40`.
  var issueText: String {
    let date = formats.shortDate(issue.at.date)
    let clock = DayClock.text(issue.at.time)
    return say(
      fr: "Version \(issue.number), faite le \(date) à \(clock)",
      en: "Version \(issue.number), made on \(date) at \(clock)")
  }

  /// First letters of the plan's hash, by which a sheet is found to belong to a plan; empty where there is none.
  var planMark: String {
    let hash = index.plan.provenance.planHash
    return hash.isEmpty ? "" : say(fr: "plan ", en: "plan ") + String(hash.prefix(8))
  }

  var day: String { formats.capitalized(formats.longDate(index.plan.date)) }

  // MARK: Prices

  /// `4,10 €`, that a prescription pays, or nothing where no price is known.
  func price(ofLeg leg: String) -> String {
    if let cents = prices.cents[leg] { return formats.euros(Double(cents) / 100) }
    guard prices.prescribed.contains(leg) else { return "" }
    return say(fr: "sur prescription", en: "on prescription")
  }
}
