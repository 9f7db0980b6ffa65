public import Planning

/// What a rehearsal has shown, for people (R49).
public struct RehearsalReport: Sendable {
  private let rehearsal: Rehearsal
  private let plan: Plan
  private let names: [String: String]
  private let formats: Formats
  private let clock: DayClock
  /// Lines of a table on the terminal; the rest is in the CSV table.
  private static let most = 12

  public init(_ rehearsal: Rehearsal, of plan: Plan, in scenario: Scenario, language: Language) {
    self.rehearsal = rehearsal
    self.plan = plan
    names = Dictionary(
      scenario.places.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    formats = Formats(language)
    clock = DayClock(date: plan.date, zone: plan.timeZone)
  }

  /// For the terminal.
  public var text: String {
    let parts = [heading + summary, runs, connections, stops, hypotheses]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: Parts

  private var heading: String {
    formats.say(fr: "Le plan tiendra-t-il ? ", en: "Will the plan hold? ") + plan.territoryName
      + ", " + formats.longDate(plan.date) + "\n"
  }

  private var summary: String {
    var grid = TextGrid(right: [1])
    let days = Double(rehearsal.days)
    grid.append([formats.say(fr: "Journées simulées", en: "Days rehearsed"), formats.number(days)])
    grid.append([
      formats.say(fr: "  sans aucun retard", en: "  on which nobody is late"),
      percent(rehearsal.holds),
    ])
    let rows: [(String, String, Double)] = [
      ("Passagers en retard, par jour", "Riders late, a day", rehearsal.lateRiders),
      ("  rendez-vous manqués", "  late for an appointment", rehearsal.missedAppointments),
      ("  laissés sur place", "  left behind", rehearsal.leftBehind),
      ("Passagers absents, par jour", "Riders not there, a day", rehearsal.absentRiders),
    ]
    for (fr, en, value) in rows {
      grid.append([formats.say(fr: fr, en: en), formats.number(value, decimals: 1)])
    }
    return grid.text
  }

  private var runs: String {
    let shaky = rehearsal.runs.filter { $0.holds < 1 || $0.overrun > 0 }
      .sorted { ($0.holds, $0.run) < ($1.holds, $1.run) }
    guard !shaky.isEmpty else { return "" }
    var grid = TextGrid(right: [1, 2, 3])
    grid.append([
      formats.say(fr: "tournée", en: "run"), formats.say(fr: "tient", en: "holds"),
      formats.say(fr: "hors service", en: "overtime"), "p90",
    ])
    for chance in shaky.prefix(Self.most) {
      grid.append([
        plan.runs[chance.run].id, percent(chance.holds),
        chance.overrun > 0 ? percent(chance.overrun) : "–",
        chance.overrunNinety > 0 ? formats.duration(seconds: chance.overrunNinety) : "–",
      ])
    }
    return formats.say(fr: "Tournées les moins sûres\n", en: "Runs least sure\n") + grid.text
      + rest(shaky.count)
  }

  private var connections: String {
    guard !rehearsal.connections.isEmpty else {
      return formats.say(
        fr: "Aucun enchaînement n’est trop serré.\n", en: "No connection is too tight.\n")
    }
    var grid = TextGrid(right: [3, 4, 5])
    grid.append([
      formats.say(fr: "tournée", en: "run"), formats.say(fr: "de", en: "from"),
      formats.say(fr: "à", en: "to"), formats.say(fr: "risque", en: "risk"),
      formats.say(fr: "retards/jour", en: "late a day"), formats.say(fr: "il manque", en: "lacks"),
    ])
    for connection in rehearsal.connections.prefix(Self.most) {
      let run = plan.runs[connection.run]
      let before = connection.position - 1
      grid.append([
        run.id,
        before < 0
          ? clock.text(run.departure) + " " + name(run.start)
          : clock.text(run.stops[before].departure) + " " + name(run.stops[before].place),
        clock.text(run.stops[connection.position].start) + " "
          + name(run.stops[connection.position].place),
        percent(connection.chance), formats.number(connection.lateRiders, decimals: 2),
        "+" + formats.duration(seconds: connection.lacking),
      ])
    }
    return formats.say(
      fr: "Enchaînements trop serrés, et ce qu’il y faudrait pour être à l’heure \(targetText)\n",
      en: "Connections too tight, and what they lack to be in time \(targetText)\n") + grid.text
      + rest(rehearsal.connections.count)
  }

  private var stops: String {
    let unsure = rehearsal.stops.filter { $0.onTime < rehearsal.target || $0.left > 0 }
      .sorted {
        ($0.onTime - $0.left, $0.run, $0.position) < ($1.onTime - $1.left, $1.run, $1.position)
      }
    guard !unsure.isEmpty else { return "" }
    var grid = TextGrid(right: [4, 5, 6, 7])
    grid.append([
      formats.say(fr: "heure", en: "time"), formats.say(fr: "tournée", en: "run"),
      formats.say(fr: "passager", en: "rider"), formats.say(fr: "lieu", en: "place"),
      formats.say(fr: "à l’heure", en: "in time"), "p50", "p90",
      formats.say(fr: "laissé", en: "left"),
    ])
    for chance in unsure.prefix(Self.most) {
      let run = plan.runs[chance.run]
      let stop = run.stops[chance.position]
      grid.append([
        clock.text(chance.told) + " " + stop.kind.letter[formats.language], run.id, stop.rider,
        name(stop.place), percent(chance.onTime), minutes(chance.median), minutes(chance.ninety),
        chance.left > 0 ? percent(chance.left) : "–",
      ])
    }
    return formats.say(fr: "Arrêts les moins sûrs\n", en: "Stops least sure\n") + grid.text
      + rest(unsure.count)
  }

  private var hypotheses: String {
    let assumed = rehearsal.figures.count { $0.figure.status == .assumed }
    let policy =
      rehearsal.leavesAsPlanned
      ? formats.say(
        fr: "Chacun part aux heures prévues, ou dès qu’il le peut ensuite.",
        en: "Drivers leave when planned, or as soon as they can after that.")
      : formats.say(
        fr: "Chacun part dès qu’il le peut, et attend l’heure annoncée à la porte suivante.",
        en: "Drivers leave as soon as they can, and wait at the next door for the time told.")
    let late = formats.say(
      fr:
        "En retard : pris après l’heure annoncée et la tolérance promise, ou déposé après son rendez-vous.",
      en: "Late: picked up after the time told and the promise, or set down after the appointment.")
    let count = rehearsal.figures.count
    let basis =
      count == 0
      ? ""
      : "  "
        + formats.say(
          fr: "\(assumed) chiffres sur \(count) sont supposés, mesurés nulle part "
            + "(camin rules show rehearsal-default) : comparez des plans, ne promettez rien.",
          en: "\(assumed) of \(count) figures are assumed, measured nowhere "
            + "(camin rules show rehearsal-default): compare plans, promise nothing.") + "\n"
    return formats.say(fr: "Hypothèses\n", en: "Hypotheses\n") + "  " + policy + "\n  " + late
      + "\n"
      + basis
  }

  // MARK: Words

  private var targetText: String { "(" + percent(rehearsal.target) + ")" }

  private func rest(_ count: Int) -> String {
    guard count > Self.most else { return "" }
    return formats.say(fr: "  … \(count) en tout (--csv)\n", en: "  … \(count) in all (--csv)\n")
  }

  private func name(_ place: String) -> String {
    let name = names[place].flatMap { $0.isEmpty ? nil : $0 } ?? place
    return name.count > 32 ? name.prefix(31) + "…" : name
  }

  private func minutes(_ seconds: Int) -> String {
    seconds == 0 ? "–" : "+" + formats.duration(seconds: seconds)
  }

  private func percent(_ share: Double) -> String { formats.percent(share, of: 1) }

  // MARK: Files

  /// `rehearsal.csv`: one row a stop at which somebody gets in or out.
  public var table: String {
    var table = CsvTable(header: [
      formats.say(fr: "tournée", en: "run"), formats.say(fr: "arrêt", en: "stop"),
      formats.say(fr: "type", en: "kind"), formats.say(fr: "trajet", en: "leg"),
      formats.say(fr: "passager", en: "rider"), formats.say(fr: "lieu", en: "place"),
      formats.say(fr: "heure", en: "time"), formats.say(fr: "en retard après", en: "late after"),
      formats.say(fr: "à l'heure", en: "in time"),
      formats.say(fr: "retard médian (min)", en: "median delay (min)"),
      formats.say(fr: "retard p90 (min)", en: "p90 delay (min)"),
      formats.say(fr: "absent", en: "absent"),
      formats.say(fr: "laissé sur place", en: "left behind"),
      formats.say(fr: "manque avant (min)", en: "lacks before (min)"),
      formats.say(fr: "tournée tient", en: "run holds"),
    ])
    let lacking = Dictionary(
      rehearsal.connections.map { ([$0.run, $0.position], $0.lacking) },
      uniquingKeysWith: { first, _ in first })
    for chance in rehearsal.stops {
      let run = plan.runs[chance.run]
      let stop = run.stops[chance.position]
      table.append([
        CsvTable.plain(run.id), "\(chance.position + 1)", stop.kind.title[formats.language],
        CsvTable.plain(stop.leg), CsvTable.plain(stop.rider), CsvTable.plain(name(stop.place)),
        clock.text(chance.told), chance.deadline.map(clock.text) ?? "", share(chance.onTime),
        tenths(chance.median), tenths(chance.ninety), share(chance.absent), share(chance.left),
        lacking[[chance.run, chance.position]].map(tenths) ?? "",
        share(rehearsal.runs[chance.run].holds),
      ])
    }
    return table.text
  }

  private func share(_ value: Double) -> String { formats.number(value, decimals: 3) }

  private func tenths(_ seconds: Int) -> String {
    formats.number(Double(seconds) / 60, decimals: 1, grouped: false)
  }
}
