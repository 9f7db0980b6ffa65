public import Planning

/// Reads and writes tables of what became of planned trips (R61): `actuals.csv`, with French or English headers.
public enum ActualsFile {
  /// What such a table is called beside its plan.
  public static let name = "actuals.csv"

  /// The rows of a table, each with its line.
  ///
  /// - Returns: the rows, and warnings about columns left aside.
  /// - Throws: every fault of how it is written at once; whether it fits a plan is told by `DayActuals`.
  public static func read(
    _ path: String
  ) throws(Faults) -> (rows: [PlacedActual], warnings: [Fault]) {
    let log = InputLog()
    let fields = fields
    var rows: [PlacedActual] = []
    let table = CSVTable(file: path, columns: fields.columns(), log: log)
    _ = table.read(path, mayBeAbsent: false, mayBeEmpty: true) { row, map in
      let (record, sound) = fields.read(row, map, log)
      if sound {
        rows.append(PlacedActual(record, at: FaultPlace(file: map.file, line: row.line)))
      }
    }
    guard log.faults.isEmpty else { throw Faults(FaultPrinter.sorted(log.faults)) }
    return (rows, FaultPrinter.sorted(log.warnings))
  }

  /// A table of a plan to be filled in: a row for each run, and one for each of its legs.
  ///
  /// - Parameter language: of headers and values, and which separator stands in the file.
  public static func blank(_ plan: Plan, language: Language) -> String {
    let fields = fields
    var text = CSVText(language: language)
    text.add(fields.fields.map { $0.header[language] })
    for run in plan.runs {
      text.add(fields.cells(Actual(date: plan.date, run: run.id), language))
      for stop in run.stops where stop.kind == .pickup {
        text.add(fields.cells(Actual(date: plan.date, run: run.id, leg: stop.leg), language))
      }
    }
    return text.text
  }

  private static var fields: FieldSet<Actual> {
    var set = FieldSet(blank: Actual())
    set.add(
      optional: "date", fr: "date", also: ["jour", "day"], \.date, .date,
      about: "The day; may be left out where the table is of one day.")
    set.add(
      "run", fr: "tournee", also: ["feuille", "course", "feuille_de_route", "sheet"], \.run,
      .optionalId, about: "Id of the run, as on the run sheet.")
    set.add(
      "leg", fr: "trajet", also: ["trip"], \.leg, .optionalId,
      about: "Id of the leg; empty where the row tells of the whole run.")
    set.add(
      optional: "status", fr: "statut", also: ["etat", "resultat", "outcome"], \.status,
      .choice(statuses), about: "What became of it.")
    set.add(
      optional: "departure", fr: "depart_reel", also: ["depart", "real_departure"], \.departure,
      .time, about: "When the driver left; of a run.")
    set.add(
      optional: "pickup", fr: "prise_en_charge_reelle",
      also: ["prise_en_charge", "montee", "real_pickup"], \.pickup, .time,
      about: "When the rider was picked up; of a leg.")
    set.add(
      optional: "setdown", fr: "depose_reelle", also: ["depose", "descente", "real_setdown"],
      \.setdown, .time, about: "When the rider was set down; of a leg.")
    set.add(
      optional: "arrival", fr: "retour_reel", also: ["retour", "arrivee", "real_arrival"],
      \.arrival, .time, about: "When the driver was back; of a run.")
    set.add(
      optional: "km", fr: "km_reels", also: ["km", "kilometres", "real_km"], \.kilometres,
      .decimal(from: 0, to: 2000),
      about: "Kilometres driven, from start to end; of a leg, those on board.")
    return set
  }

  private static let statuses = [
    Choice(Actual.Status.done, "done", "fait", "effectue", "realise", "ok", "oui"),
    Choice(.noShow, "no_show", "absent", "lapin", "non presente", "no show"),
    Choice(
      .cancelledOnSpot, "cancelled_on_spot", "annule sur place", "annule a la porte",
      "cancelled on the spot"),
    Choice(
      .lateCancel, "late_cancel", "annulation tardive", "annule", "annule tard",
      "cancelled late"),
    Choice(
      .refusedAtDoor, "refused_at_door", "refuse a la porte", "refus a la porte", "refuse",
      "refused at the door"),
    Choice(.unmet, "unmet", "non assure", "non effectue", "pas fait", "not served"),
  ]
}
