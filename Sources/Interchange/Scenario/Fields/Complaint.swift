import Planning

/// What is wrong with one value, before it is known where the value stands.
struct Complaint: Error {
  var code: String
  var cause: Bilingual
  var remedy: Bilingual

  init(_ code: String, cause: Bilingual, remedy: Bilingual) {
    self.code = code
    self.cause = cause
    self.remedy = remedy
  }
}

/// Collects the faults and warnings of an input, so that all of them are told at once.
final class InputLog {
  private(set) var faults: [Fault] = []
  private(set) var warnings: [Fault] = []
  /// Layouts of the tables that come from workbooks, by file.
  private var layouts: [String: SheetLayout] = [:]

  func fault(_ complaint: Complaint, at place: FaultPlace, field: String = "", value: String = "") {
    faults.append(Self.fault(complaint, at: place, field: field, value: value))
  }

  func warning(_ complaint: Complaint, at place: FaultPlace, field: String = "", value: String = "")
  {
    warnings.append(Self.fault(complaint, at: place, field: field, value: value))
  }

  func add(_ more: [Fault]) { faults += more }

  /// Notes where the columns of a file stand in its sheet.
  func lay(out layout: SheetLayout, of file: String) { layouts[file] = layout }

  /// The fault with the sheet and cell of its place, where that is in a workbook.
  func located(_ fault: Fault) -> Fault { layouts[fault.place.file]?.located(fault) ?? fault }

  /// A value on one line and without control characters, so that it cannot disturb a terminal or a
  /// log.
  private static func fault(
    _ complaint: Complaint, at place: FaultPlace, field: String, value: String
  ) -> Fault {
    var shown = String.UnicodeScalarView()
    for scalar in value.unicodeScalars.prefix(400) {
      shown.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return Fault(
      code: complaint.code, place: place, field: field, value: String(shown),
      cause: complaint.cause, remedy: complaint.remedy)
  }
}
