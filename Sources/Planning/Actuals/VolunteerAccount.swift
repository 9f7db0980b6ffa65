/// What one volunteer has driven over some days, and is reimbursed for it (R61).
public struct VolunteerAccount: Hashable, Sendable, Encodable {
  public var territory: String
  /// Pseudonym.
  public var volunteer: String
  public var days: Int
  public var runs: Int
  /// Legs that riders rode.
  public var legs: Int
  /// From home back to home, metres; those of them that were noted rather than taken from the planned way; and those that
  /// are reimbursed.
  public var metres: Int
  public var measuredMetres: Int
  public var reimbursedMetres: Int
  public var reimbursedCents: Int
  /// What riders give towards it.
  public var sharesCents: Int
  /// Kilometres of the year before these days, by the earliest of them, and after.
  public var yearBefore: Double
  public var yearAfter: Double
  /// Kilometres that the volunteer offers a year.
  public var offered: Double?

  /// More was driven than the volunteer offers.
  public var isBeyondOffer: Bool { offered.map { yearAfter > $0 } ?? false }
}

/// The accounts of all volunteers who were there on some days, in one calendar year.
public struct VolunteerAccounts: Sendable, Encodable {
  /// By territory and volunteer; also those who did not drive.
  public let accounts: [VolunteerAccount]
  /// Euros per kilometre that were in force, ascending.
  public let rates: [Double]
  /// Kilometres a year beyond which nothing is reimbursed, the least in force; `nil`: no limit.
  public let mostKilometres: Double?
  /// Runs of volunteers of which nothing was noted.
  public let unreportedRuns: Int

  /// - Parameter days: in any order.
  public init(_ days: [DayActuals]) {
    var accounts: [String: VolunteerAccount] = [:]
    for day in days.sorted(by: { $0.plan.date < $1.plan.date }) {
      Self.open(&accounts, day)
      Self.add(&accounts, day)
    }
    self.accounts = accounts.sorted { $0.key < $1.key }.map(\.value)
    rates = Set(days.map { $0.day.rules[.volunteerRate] }).sorted()
    mostKilometres = days.compactMap { Self.mostMetres($0.day).map { Double($0) / 1000 } }.min()
    unreportedRuns = days.reduce(0) { sum, day in
      sum
        + day.sheets.count {
          $0.basis == .unreported && day.plan.runs[$0.run].mode == .volunteer
        }
    }
  }

  private static func key(_ day: DayActuals, _ volunteer: String) -> String {
    day.day.scenario.territory.id + "/" + volunteer
  }

  private static func open(_ accounts: inout [String: VolunteerAccount], _ day: DayActuals) {
    for volunteer in day.day.scenario.volunteers {
      let key = key(day, volunteer.id)
      if accounts[key] == nil {
        accounts[key] = VolunteerAccount(
          territory: day.day.scenario.territory.id, volunteer: volunteer.id, days: 0, runs: 0,
          legs: 0, metres: 0, measuredMetres: 0, reimbursedMetres: 0, reimbursedCents: 0,
          sharesCents: 0, yearBefore: volunteer.kilometresThisYear,
          yearAfter: volunteer.kilometresThisYear, offered: nil)
      }
      accounts[key]?.offered = volunteer.mostKilometresAYear
    }
  }

  private static func add(_ accounts: inout [String: VolunteerAccount], _ day: DayActuals) {
    let rate = day.day.rules[.volunteerRate]
    let shares = Dictionary(
      DayTariff(of: day.driven, on: day.day).volunteers.map { ($0.run, $0.sharesCents) },
      uniquingKeysWith: +)
    var seen: Set<String> = []
    for sheet in day.sheets where sheet.basis == .measured || sheet.basis == .derived {
      let run = day.plan.runs[sheet.run]
      let key = key(day, run.resource)
      guard run.mode == .volunteer, var account = accounts[key] else { continue }
      let left = mostMetres(day.day).map { max(0, $0 - Int((account.yearAfter * 1000).rounded())) }
      let paid = min(sheet.metres, left ?? .max)
      if seen.insert(key).inserted { account.days += 1 }
      account.runs += 1
      account.legs += day.rides.count { $0.run == sheet.run && $0.status?.isRide ?? false }
      account.metres += sheet.metres
      if sheet.basis == .measured { account.measuredMetres += sheet.metres }
      account.reimbursedMetres += paid
      account.reimbursedCents += Cents.of(Double(paid) / 1000 * rate)
      account.sharesCents += shares[run.id] ?? 0
      account.yearAfter += Double(sheet.metres) / 1000
      accounts[key] = account
    }
  }

  private static func mostMetres(_ day: Day) -> Int? {
    day.rules.figure(.volunteerReimbursedMost).map(RuleBook.metres)
  }
}

extension Scenario {
  /// The same day with what volunteers have driven since in their history, by which the next days are shared out (R38).
  public func adding(_ accounts: VolunteerAccounts) -> Scenario {
    var scenario = self
    let after = Dictionary(
      accounts.accounts.filter { $0.territory == territory.id }.map {
        ($0.volunteer, $0.yearAfter)
      },
      uniquingKeysWith: { first, _ in first })
    for v in scenario.volunteers.indices {
      guard let kilometres = after[scenario.volunteers[v].id] else { continue }
      scenario.volunteers[v].kilometresThisYear = (kilometres * 1000).rounded() / 1000
    }
    return scenario
  }
}
