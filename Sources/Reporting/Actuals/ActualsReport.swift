public import Planning

/// One day as it was against the plan: what became of each run, and of legs that went otherwise.
public struct ActualsReport: Sendable {
  private let actuals: DayActuals
  private let formats: Formats
  private let clock: DayClock

  public init(_ actuals: DayActuals, language: Language) {
    self.actuals = actuals
    formats = Formats(language)
    clock = DayClock(date: actuals.plan.date, zone: actuals.plan.timeZone)
  }

  /// For the terminal.
  public var text: String {
    let plan = actuals.plan
    let title = plan.territoryName + ", " + formats.longDate(plan.date) + "\n"
    let totals = ActualsTotals(actuals)
    return ([title + TotalsTable([("", totals)], formats).text] + [runs, legs])
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var runs: String {
    var grid = TextGrid(right: [1, 2, 3, 4, 5])
    grid.append([
      formats.say(fr: "tournée", en: "run"), formats.say(fr: "départ", en: "left"),
      formats.say(fr: "retour", en: "back"), formats.say(fr: "km prévus", en: "planned km"),
      formats.say(fr: "km réels", en: "real km"), formats.say(fr: "écart", en: "change"),
      formats.say(fr: "origine", en: "basis"),
    ])
    for sheet in actuals.sheets {
      let run = actuals.plan.runs[sheet.run]
      let isKnown = sheet.basis != .unreported
      grid.append([
        run.id, time(run.departure, sheet.departure), time(run.arrival, sheet.arrival),
        km(run.metres), isKnown ? km(sheet.metres) : "–",
        isKnown ? signed(sheet.metres - run.metres) : "–", sheet.basis.title[formats.language],
      ])
    }
    return formats.say(fr: "Tournées\n", en: "Runs\n") + grid.text
  }

  private var legs: String {
    var grid = TextGrid(right: [3, 4])
    grid.append([
      formats.say(fr: "trajet", en: "leg"), formats.say(fr: "passager", en: "rider"),
      formats.say(fr: "tournée", en: "run"), formats.say(fr: "prise en charge", en: "pick-up"),
      formats.say(fr: "dépose", en: "set-down"), formats.say(fr: "ce qu’il en est", en: "outcome"),
    ])
    let odd = actuals.rides.filter { ride in
      ride.status != .done || ride.pickup != nil || ride.setdown != nil
    }
    guard !odd.isEmpty else { return "" }
    for ride in odd {
      let leg = actuals.day.legs[ride.leg]
      grid.append([
        leg.leg.id, leg.rider.id, actuals.plan.runs[ride.run].id,
        time(ride.plannedPickup, ride.pickup), time(ride.plannedSetdown, ride.setdown),
        ride.status?.title[formats.language]
          ?? formats.say(fr: "rien de noté", en: "nothing noted"),
      ])
    }
    return formats.say(fr: "Trajets\n", en: "Legs\n") + grid.text
  }

  /// `08:05 +4`: as planned, and minutes later.
  private func time(_ planned: Int, _ real: Int?) -> String {
    guard let real else { return clock.text(planned) }
    let minutes = Int((Double(real - planned) / 60).rounded())
    return clock.text(planned)
      + (minutes == 0 ? " =" : minutes > 0 ? " +\(minutes)" : " \(minutes)")
  }

  private func km(_ metres: Int) -> String {
    formats.number(Double(metres) / 1000, decimals: 1)
  }

  private func signed(_ metres: Int) -> String {
    metres == 0 ? "=" : (metres > 0 ? "+" : "") + km(metres)
  }
}
