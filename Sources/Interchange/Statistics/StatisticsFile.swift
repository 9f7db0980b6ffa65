public import Planning

/// Reads the side table of statistics codes, which is no part of a scenario (R19).
public enum StatisticsFile {
  /// The codes of a table: a row a booking, or a standing order.
  ///
  /// - Returns: the codes, and warnings about columns left aside.
  /// - Throws: every fault at once.
  public static func read(
    _ path: String
  ) throws(Faults) -> (codes: [StatisticsCodes], warnings: [Fault]) {
    let log = InputLog()
    let fields = fields
    var codes: [StatisticsCodes] = []
    var seen: Set<String> = []
    let table = CSVTable(file: path, columns: fields.columns(), log: log)
    _ = table.read(path, mayBeAbsent: false, mayBeEmpty: true) { row, map in
      let (record, sound) = fields.read(row, map, log)
      guard sound else { return }
      if seen.insert(record.booking).inserted {
        codes.append(record)
      } else {
        log.fault(
          .codedTwice, at: FaultPlace(file: map.file, line: row.line),
          field: map.label("booking"), value: record.booking)
      }
    }
    guard log.faults.isEmpty else { throw Faults(FaultPrinter.sorted(log.faults)) }
    return (codes, FaultPrinter.sorted(log.warnings))
  }

  private static var fields: FieldSet<StatisticsCodes> {
    var set = FieldSet(blank: StatisticsCodes(booking: ""))
    set.add(
      "booking", fr: "reservation", also: ["demande", "commande", "id"], required: true, \.booking,
      .pseudonym, about: "Id of a booking, or of a standing order.")
    set.add(
      "purpose", fr: "objet", also: ["motif", "but"], \.purpose, .optionalId,
      about: "Coarse purpose.")
    set.add(
      "age_band", fr: "tranche_age", also: ["tranche_d_age"], \.ageBand, .optionalId,
      about: "Age band, e.g. 75+.")
    set.add(
      "funding", fr: "financement", also: ["financeur"], \.funding, .optionalId,
      about: "Who pays.")
    set.add(
      "commune", fr: "commune", also: ["insee", "code_insee", "municipality"], \.commune,
      .optionalId, about: "Where the rider lives: a code such as 46042.")
    return set
  }
}

extension Complaint {
  fileprivate static let codedTwice = Complaint(
    "duplicate-id",
    cause: Bilingual(
      fr: "Cette demande est déjà dans le tableau.", en: "This booking stands in the table already."
    ),
    remedy: Bilingual(fr: "N’en gardez qu’une ligne.", en: "Keep one row of it."))
}
