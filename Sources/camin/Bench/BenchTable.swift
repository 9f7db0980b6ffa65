internal import DialARide
internal import Interchange
internal import Planning

/// The results as lines of a table, one an instance.
enum BenchTable {
  /// Widths of the columns; the first is to the left.
  private static let widths = [18, 7, 10, 12, 12, 9, 12, 10, 13, 10]

  static var header: String {
    line([
      say(fr: "instance", en: "instance"), say(fr: "valides", en: "valid"),
      say(fr: "véhicules", en: "vehicles"), say(fr: "coût", en: "cost"),
      say(fr: "record", en: "best known"), say(fr: "écart %", en: "gap %"),
      say(fr: "borne", en: "bound"), say(fr: "prouvé %", en: "proven %"),
      say(fr: "preuve", en: "proof"), say(fr: "trouvé s", en: "best at s"),
    ])
  }

  static func row(_ result: BenchResult) -> String {
    let median = result.median
    return line([
      result.name, "\(result.valid.count)/\(result.runs.count)",
      vehicles(result, median), number(median?.cost), number(result.best?.cost),
      percent(result.gap), bound(median?.bound), percent(median?.bound?.gap),
      proof(median?.bound), number(median?.timeToBest, 1),
    ]) + remarks(result)
  }

  static func totals(_ set: String, _ totals: BenchTotals) -> String {
    var rows = [
      (say(fr: "Instances résolues", en: "Instances solved"), of(totals.solved, totals.instances))
    ]
    if let mean = totals.meanGap, let worst = totals.worstGap {
      rows += [
        (
          say(fr: "Écart moyen au record", en: "Mean gap to best known"),
          percent(mean, 3) + " % (\(Figures.whole(totals.compared)))"
        ),
        (
          say(fr: "Plus grand écart", en: "Largest gap"),
          percent(worst) + " % (" + (totals.worstInstance ?? "") + ")"
        ),
        (
          say(fr: "Au record ou mieux", en: "At best known or better"),
          of(totals.atBestKnown, totals.instances)
        ),
      ]
    }
    if totals.vehiclesCompared > 0 {
      rows.append(
        (
          say(fr: "Véhicules au record ou moins", en: "Vehicles as best known or fewer"),
          of(totals.vehiclesMatched, totals.vehiclesCompared)
        ))
    }
    if let mean = totals.meanProvenGap {
      rows.append(
        (
          say(fr: "Écart prouvé moyen", en: "Mean proven gap"),
          percent(mean, 3) + " % (\(Figures.whole(totals.bounded)))"
        ))
    }
    rows.append(
      (say(fr: "Optimum prouvé", en: "Proved optimal"), of(totals.provedOptimal, totals.instances)))
    if totals.notValid > 0 {
      rows.append(
        (say(fr: "Calculs refusés", en: "Runs refused"), of(totals.notValid, totals.runs)))
    }
    return "\n" + set + "\n" + Figures.table(rows)
  }

  // MARK: Cells

  private static func vehicles(_ result: BenchResult, _ median: BenchRun?) -> String {
    let used = median?.vehicles.map(String.init) ?? "–"
    guard result.vehiclesFirst else { return used }
    return used + "/" + (result.best?.vehicles.map(String.init) ?? "–")
  }

  /// Where vehicles come first, both parts of the bound; the cost only for a proven number of vehicles.
  private static func bound(_ bound: BenchBound?) -> String {
    guard let bound else { return "–" }
    let cost = number(bound.cost)
    return bound.vehicles.map { "\($0)/\(cost)" } ?? cost
  }

  private static func proof(_ bound: BenchBound?) -> String {
    guard let bound else { return "–" }
    if bound.isOptimal { return "optimal" }
    return switch ProvenBound.Proof(rawValue: bound.proof) {
    case .relaxation: say(fr: "relaxation", en: "relaxation")
    case .columnGeneration: say(fr: "colonnes", en: "columns")
    case .enumeration: say(fr: "énumération", en: "enumeration")
    case .trivial, nil: "–"
    }
  }

  /// What must not be overlooked, on lines of its own.
  private static func remarks(_ result: BenchResult) -> String {
    var lines: [String] = []
    for run in result.runs where run.status != .valid {
      let rules = run.violations.joined(separator: ", ")
      lines.append(
        say(
          fr: "graine \(run.seed) refusée (\(run.status.rawValue)) : \(rules)",
          en: "seed \(run.seed) refused (\(run.status.rawValue)): \(rules)"))
    }
    if result.hasBoundAboveBestKnown {
      lines.append(
        say(
          fr: "borne au-dessus de la meilleure valeur connue : l’une des deux est fausse",
          en: "bound above the best-known value: one of the two is wrong"))
    }
    return lines.map { "  ! " + $0 + "\n" }.joined()
  }

  private static func of(_ part: Int, _ whole: Int) -> String {
    Figures.whole(part) + " / " + Figures.whole(whole)
  }

  private static func number(_ value: Double?, _ decimals: Int = 2) -> String {
    value.map { Figures.decimals($0, decimals) } ?? "–"
  }

  private static func percent(_ fraction: Double?, _ decimals: Int = 2) -> String {
    number(fraction.map { $0 * 100 }, decimals)
  }

  private static func line(_ cells: [String]) -> String {
    let padded = zip(cells, widths).enumerated().map { index, pair in
      let blanks = String(repeating: " ", count: max(0, pair.1 - pair.0.count))
      return index == 0 ? pair.0 + blanks : " " + blanks + pair.0
    }
    return padded.joined() + "\n"
  }
}
