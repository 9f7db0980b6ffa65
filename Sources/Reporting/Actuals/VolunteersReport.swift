public import Planning

/// What volunteers have driven and are reimbursed, for those who pay (R61).
public struct VolunteersReport: Sendable {
  private let accounts: VolunteerAccounts
  private let title: String
  private let formats: Formats

  /// - Parameter period: what the days are, e.g. a month, in words.
  public init(_ accounts: VolunteerAccounts, territory: String, period: String, language: Language)
  {
    self.accounts = accounts
    title = territory + ", " + period
    formats = Formats(language)
  }

  /// For the terminal; volunteers who did not drive are only counted.
  public var text: String {
    var grid = TextGrid(right: Set(1...8))
    grid.append([
      formats.say(fr: "bénévole", en: "volunteer"), formats.say(fr: "jours", en: "days"),
      formats.say(fr: "tournées", en: "runs"), formats.say(fr: "trajets", en: "legs"), "km",
      formats.say(fr: "relevés", en: "noted"), formats.say(fr: "remboursé", en: "reimbursed"),
      formats.say(fr: "participations", en: "shares"),
      formats.say(fr: "km de l’année", en: "km this year"),
    ])
    let driving = accounts.accounts.filter { $0.runs > 0 }
    for account in driving { grid.append(row(account)) }
    var sum = VolunteerAccountSum()
    for account in driving { sum.add(account) }
    grid.append([
      formats.say(fr: "total", en: "total"), "", "\(sum.runs)", "\(sum.legs)", km(sum.metres),
      km(sum.measured), euros(sum.reimbursed), euros(sum.shares), "",
    ])
    let idle = accounts.accounts.count - driving.count
    return title + "\n" + grid.text + "\n" + notes(idle: idle)
  }

  private func row(_ account: VolunteerAccount) -> [String] {
    [
      account.volunteer, "\(account.days)", "\(account.runs)", "\(account.legs)",
      km(account.metres), km(account.measuredMetres), euros(account.reimbursedCents),
      euros(account.sharesCents),
      formats.number(account.yearAfter) + (account.isBeyondOffer ? " !" : ""),
    ]
  }

  private func notes(idle: Int) -> String {
    var lines: [String] = []
    let rates = accounts.rates.map { formats.euros($0) + "/km" }.joined(separator: ", ")
    lines.append(
      formats.say(
        fr: "Du domicile au domicile, à \(rates).", en: "From home back to home, at \(rates)."))
    if let most = accounts.mostKilometres {
      lines.append(
        formats.say(
          fr: "Au-delà de \(formats.kilometres(most, decimals: 0)) par an, rien n’est remboursé.",
          en: "Beyond \(formats.kilometres(most, decimals: 0)) a year nothing is reimbursed."))
    }
    for account in accounts.accounts where account.isBeyondOffer {
      let offered = formats.kilometres(account.offered ?? 0, decimals: 0)
      lines.append(
        formats.say(
          fr: "\(account.volunteer) dépasse les \(offered) offerts pour l’année.",
          en: "\(account.volunteer) has driven beyond the \(offered) offered for the year."))
    }
    if idle > 0 {
      lines.append(
        formats.say(
          fr: "\(idle) bénévole(s) inscrit(s) sans tournée sur la période.",
          en: "\(idle) volunteer(s) registered without a run in that time."))
    }
    if accounts.unreportedRuns > 0 {
      lines.append(
        formats.say(
          fr: "\(accounts.unreportedRuns) tournée(s) dont rien n’est noté ne sont pas comptées.",
          en: "\(accounts.unreportedRuns) run(s) of which nothing was noted are not counted."))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// `volunteers.csv`: one row a volunteer, also those who did not drive.
  public var table: String {
    var table = CsvTable(header: [
      formats.say(fr: "territoire", en: "territory"), formats.say(fr: "bénévole", en: "volunteer"),
      formats.say(fr: "jours", en: "days"), formats.say(fr: "tournées", en: "runs"),
      formats.say(fr: "trajets", en: "legs"), "km", formats.say(fr: "km relevés", en: "km noted"),
      formats.say(fr: "km remboursés", en: "km reimbursed"),
      formats.say(fr: "remboursé", en: "reimbursed"),
      formats.say(fr: "participations", en: "shares"),
      formats.say(fr: "km de l'année avant", en: "km this year before"),
      formats.say(fr: "km de l'année après", en: "km this year after"),
      formats.say(fr: "km offerts par an", en: "km offered a year"),
    ])
    for account in accounts.accounts {
      table.append([
        CsvTable.plain(account.territory), CsvTable.plain(account.volunteer), "\(account.days)",
        "\(account.runs)", "\(account.legs)", exact(account.metres), exact(account.measuredMetres),
        exact(account.reimbursedMetres), cents(account.reimbursedCents), cents(account.sharesCents),
        formats.number(account.yearBefore, decimals: 1, grouped: false),
        formats.number(account.yearAfter, decimals: 1, grouped: false),
        account.offered.map { formats.number($0, decimals: 0, grouped: false) } ?? "",
      ])
    }
    return table.text
  }

  private func km(_ metres: Int) -> String { formats.number(Double(metres) / 1000, decimals: 1) }
  private func euros(_ cents: Int) -> String { formats.euros(Double(cents) / 100) }
  private func exact(_ metres: Int) -> String {
    formats.fixedPoint(metres, decimals: 3, grouped: false)
  }
  private func cents(_ cents: Int) -> String {
    formats.fixedPoint(cents, decimals: 2, grouped: false)
  }
}

private struct VolunteerAccountSum {
  var runs = 0
  var legs = 0
  var metres = 0
  var measured = 0
  var reimbursed = 0
  var shares = 0

  mutating func add(_ account: VolunteerAccount) {
    runs += account.runs
    legs += account.legs
    metres += account.metres
    measured += account.measuredMetres
    reimbursed += account.reimbursedCents
    shares += account.sharesCents
  }
}
