internal import Desk
internal import Interchange
internal import PlanStore
internal import Planning
internal import Reporting

/// Files and store that the papers of a day are made of, read with all that is wrong with them at once.
struct PaperInput {
  /// Paths, as given.
  let plan: String?
  let previous: String?
  let contacts: String?
  let actuals: String?
  let issue: Int?
  let madeAt: String?

  /// What was read.
  struct Read {
    var making: PaperMaking
    let actuals: DayActuals?
    let warnings: [Fault]
  }

  /// A contacts file, held until papers are made.
  struct Names {
    let contacts: ContactBook
    let warnings: [Fault]
  }

  private struct Plans {
    let plan: Plan
    /// The plan told, where it is another one.
    let told: Plan?
    /// The version that the store counts.
    var number: Int?
  }

  /// - Parameter path: of the day, as `DayInput` was given it.
  func making(of input: DayInput, from path: String) throws(Failure) -> Read {
    var log = FailureLog()
    let plans = log.catching { () throws(Failure) in try self.plans(of: input, from: path) }
    let told = log.catching { () throws(Failure) in
      try previous.map { path throws(Failure) in
        try DayInput.read(path, of: input.scenario.territory)
      }
    }
    let book = log.catching { () throws(Failure) in try Self.contacts(contacts) }
    let moment = log.catching { () throws(Failure) in try paperMoment(input.scenario.territory) }
    try log.end()
    guard let plans, let told, let book, let moment else {
      throw Failure(.internalError, [.internalFault("papers without a plan")])
    }
    let before = told ?? plans.told
    let number = issue ?? plans.number ?? (before == nil ? 1 : 2)
    let followed = try input.following(plans.plan)
    var making = PaperMaking(
      input: followed, plan: plans.plan, issue: PaperIssue(number: number, at: moment))
    making.previous = before
    making.contacts = book.contacts
    let done = try readActuals(plans.plan, followed)
    return Read(
      making: making, actuals: done, warnings: book.warnings + (done?.warnings ?? []))
  }

  private func plans(of input: DayInput, from path: String) throws(Failure) -> Plans {
    if let plan { return Plans(plan: try input.plan(plan), told: nil) }
    guard case .store(let store, let day) = try DaySource(path) else {
      throw Failure(.usage, [.noPlanGiven])
    }
    let last = try StorePlans.last(day, in: store)
    // An amendment counts as told itself; what people have in hand is the version before it.
    let told = try StorePlans.told(day, in: store, before: last.stored.number)
    let isOther = told.map { $0.provenance.planHash != last.plan.provenance.planHash } ?? false
    return Plans(plan: last.plan, told: isOther ? told : nil, number: last.stored.number)
  }

  /// Names and telephones in a file; none where there is no file.
  static func contacts(_ path: String?) throws(Failure) -> Names {
    guard let path else { return Names(contacts: ContactBook(), warnings: []) }
    do throws(Faults) {
      let read = try ContactsFile.read(path)
      return Names(contacts: read.contacts, warnings: read.warnings)
    } catch {
      throw Failure(reading: error)
    }
  }

  private func readActuals(_ plan: Plan, _ input: DayInput) throws(Failure) -> DayActuals? {
    guard let actuals else { return nil }
    do throws(Faults) {
      let rows = try ActualsFile.read(actuals).rows.filter { row in
        row.actual.date.map { $0 == plan.date } ?? true
      }
      return try DayActuals(rows, plan: plan, day: input.day)
    } catch {
      throw Failure(reading: error)
    }
  }

  private func paperMoment(_ territory: Territory) throws(Failure) -> LocalMoment {
    var faults: [Fault] = []
    let moment =
      try madeAt == nil ? WallClock.now(in: territory.timeZone) : LocalMoment(madeAt ?? "")
    if moment == nil {
      faults.append(
        .option(
          "--made-at", madeAt ?? "",
          Bilingual(
            fr: "Écrivez la date et l’heure, par exemple 2026-11-24T18:40.",
            en: "Write date and time, e.g. 2026-11-24T18:40.")))
    }
    if let issue, issue < 1 {
      faults.append(
        .option(
          "--issue", "\(issue)",
          Bilingual(fr: "Donnez un nombre à partir de 1.", en: "Give a number from 1 on.")))
    }
    guard faults.isEmpty, let moment else { throw Failure(.usage, faults) }
    return moment
  }
}

extension Fault {
  fileprivate static let noPlanGiven = Fault(
    code: "no-plan-given", place: FaultPlace(file: "camin"), field: "plan", value: "",
    cause: Bilingual(
      fr: "Il manque le plan dont faire les feuilles.",
      en: "The plan to make sheets of is missing."),
    remedy: Bilingual(
      fr: "Donnez le plan.json que « camin plan » a écrit ; une base le garde elle-même.",
      en: "Give the plan.json that “camin plan” wrote; a store keeps it by itself."))
}
