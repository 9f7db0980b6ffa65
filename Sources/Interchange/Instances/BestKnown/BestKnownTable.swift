public import Planning

/// Best-known values by name of instance, from CSV files named `best_known*.csv`.
///
/// Columns by their header, in any order: `instance` and `best_known`; also `alias` (another name),
/// `vehicles` and `proven_optimal` (`yes` or anything else); further ones are left aside. Names are
/// told apart without regard to case, since tables and files of one set often differ in it.
public struct BestKnownTable: Sendable {
  private var values: [String: BestKnownValue] = [:]

  public init() {}

  public var isEmpty: Bool { values.isEmpty }

  public subscript(instance: String) -> BestKnownValue? {
    get { values[instance.lowercased()] }
    set { values[instance.lowercased()] = newValue }
  }

  /// Adds the rows of a file; the first to name an instance counts.
  ///
  /// - Throws: all faults of the file at once; the table is then as it was.
  public mutating func read(path: String) throws(Faults) {
    let log = InputLog()
    var found: [(name: String, value: BestKnownValue)] = []
    do throws(InputRefusal) {
      let source = try ByteSource.open(path, limit: InputLimits.file)
      if var reader = try CSVReader(source: source, file: path, log: log),
        let header = try reader.next(), let columns = BestKnownColumns(header, path, log)
      {
        while let row = try reader.next() { found += columns.values(of: row, log) }
      }
    } catch {
      log.fault(.refused(error, file: path), at: FaultPlace(file: path))
    }
    guard log.faults.isEmpty else { throw Faults(log.faults) }
    for (name, value) in found where self[name] == nil { self[name] = value }
  }
}

/// Where a table has its columns.
private struct BestKnownColumns {
  private let file: String
  private let instance: Int
  private let alias: Int?
  private let cost: Int
  private let vehicles: Int?
  private let proven: Int?

  /// `nil` with the faults noted where a column is missing.
  init?(_ header: CSVRow, _ file: String, _ log: InputLog) {
    let titles = header.cells.map { $0.text.lowercased() }
    let required = ["instance", "best_known"]
    let missing = required.filter { !titles.contains($0) }
    for name in missing {
      log.fault(
        .missingColumn([name]), at: FaultPlace(file: file, line: header.line), field: name)
    }
    guard let instance = titles.firstIndex(of: "instance"),
      let cost = titles.firstIndex(of: "best_known")
    else { return nil }
    self.file = file
    self.instance = instance
    self.cost = cost
    alias = titles.firstIndex(of: "alias")
    vehicles = titles.firstIndex(of: "vehicles")
    proven = titles.firstIndex(of: "proven_optimal")
  }

  /// The value under each of its names; faults go to the log.
  func values(of row: CSVRow, _ log: InputLog) -> [(name: String, value: BestKnownValue)] {
    let text = cell(row, cost)
    guard let number = Double(text), number.isFinite, number >= 0 else {
      refuse(row, "best_known", text, log)
      return []
    }
    var value = BestKnownValue(cost: number, decimals: Self.decimals(text))
    if let vehicles {
      let count = cell(row, vehicles)
      value.vehicles = Int(count)
      if !count.isEmpty, value.vehicles == nil { refuse(row, "vehicles", count, log) }
    }
    value.isProvenOptimal = proven.map { cell(row, $0) == "yes" } ?? false
    let names = [cell(row, instance), alias.map { cell(row, $0) } ?? ""].filter { !$0.isEmpty }
    if names.isEmpty { refuse(row, "instance", "", log) }
    return names.map { ($0, value) }
  }

  private func cell(_ row: CSVRow, _ column: Int) -> String {
    column < row.cells.count ? row.cells[column].text : ""
  }

  private func refuse(_ row: CSVRow, _ field: String, _ value: String, _ log: InputLog) {
    let complaint = field == "instance" ? Complaint.noInstanceName : .noBestKnownNumber
    log.fault(complaint, at: FaultPlace(file: file, line: row.line), field: field, value: value)
  }

  /// Two at least, since tables drop closing zeros.
  private static func decimals(_ text: String) -> Int {
    guard let point = text.firstIndex(of: "."), !text.lowercased().contains("e") else { return 2 }
    return max(2, min(9, text.distance(from: point, to: text.endIndex) - 1))
  }
}

extension Complaint {
  fileprivate static let noBestKnownNumber = Complaint(
    "not-a-number",
    cause: Bilingual(
      fr: "Ce n’est pas un nombre positif.", en: "This is not a number of zero or more."),
    remedy: Bilingual(
      fr: "Écrivez un nombre décimal, avec un point.", en: "Write a decimal number, with a point."))

  fileprivate static let noInstanceName = Complaint(
    "empty-value",
    cause: Bilingual(
      fr: "La ligne ne nomme pas d’instance.", en: "The row names no instance."),
    remedy: Bilingual(fr: "Donnez son nom.", en: "Give its name."))
}
