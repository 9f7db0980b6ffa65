/// Where in the input a fault lies.
public struct FaultPlace: Hashable, Sendable {
  /// File name as the user gave it, relative to the scenario folder.
  public var file: String
  /// Line in the file, counted from 1; `nil` where the whole file is meant.
  public var line: Int?
  /// JSON pointer, in JSON files.
  public var pointer: String?
  /// Sheet of a workbook, and the cell as the spreadsheet names it: `C12`.
  public var sheet: String?
  public var cell: String?

  public init(
    file: String, line: Int? = nil, pointer: String? = nil, sheet: String? = nil,
    cell: String? = nil
  ) {
    self.file = file
    self.line = line
    self.pointer = pointer
    self.sheet = sheet
    self.cell = cell
  }
}

/// One thing wrong with the input, said so that a coordinator can mend it.
public struct Fault: Hashable, Sendable {
  /// Stable code, e.g. `unknown-place`.
  public var code: String
  public var place: FaultPlace
  /// Column or key.
  public var field: String
  /// The value found, shortened to at most 80 characters.
  public var value: String
  public var cause: Bilingual
  public var remedy: Bilingual

  public init(
    code: String, place: FaultPlace, field: String, value: String, cause: Bilingual,
    remedy: Bilingual
  ) {
    self.code = code
    self.place = place
    self.field = field
    self.value = value.count > 80 ? value.prefix(79) + "…" : value
    self.cause = cause
    self.remedy = remedy
  }
}

/// All faults of an input at once.
public struct Faults: Error, Sendable {
  public var faults: [Fault]

  public init(_ faults: [Fault]) { self.faults = faults }
}
