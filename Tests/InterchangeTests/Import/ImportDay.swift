import Foundation
import Interchange
import Planning
import Testing

/// The small sound folder, into which tests import.
struct ImportDay {
  let sandbox: ScenarioSandbox

  init() throws { sandbox = try ScenarioSandbox.sound() }

  func path(_ name: String) -> String { sandbox.path + "/" + name }

  var sink: FolderSink { FolderSink(folder: sandbox.path, language: .french) }

  /// What importing a file would do. Mapping and contacts lie beside the day.
  func outcome(
    _ file: String, _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportOutcome {
    var request = ImportRequest(file: file)
    change(&request)
    return SheetImport.run(request, into: try sink.day().scenario)
  }

  /// The same with a mapping and contacts, both written where there is something to write.
  func mapped(_ file: String) throws -> ImportOutcome {
    var request = ImportRequest(file: file)
    request.mapping = path("carte.csv")
    request.contacts = path("contacts.csv")
    let outcome = SheetImport.run(request, into: try sink.day().scenario)
    _ = try ImportFiles.writeMapping(outcome, request)
    return outcome
  }

  /// Applies a sound outcome.
  func apply(_ outcome: ImportOutcome) throws {
    var request = ImportRequest(file: "")
    request.contacts = path("contacts.csv")
    try #require(outcome.isSound)
    try sink.apply(outcome, of: request)
  }

  /// Confirms all that the mapping file leaves open, as in a spreadsheet.
  func confirmAll() throws {
    let text = try sandbox.text("carte.csv")
    try sandbox.write("carte.csv", text.replacing("à confirmer", with: "confirmé"))
  }

  func change(_ file: String, _ old: String, to new: String) throws {
    let text = try sandbox.text(file)
    try #require(text.contains(old), "\(file) holds no \(old)")
    try sandbox.write(file, text.replacing(old, with: new))
  }

  /// A sheet of bookings with Camin's own headers.
  func sheet(_ rows: String..., name: String = "demandes.csv") throws -> String {
    let header =
      "reservation;passager;lieu_depart;lieu_arrivee;arrivee_avant;fin_de_soin;accompagnants"
    return try sandbox.write(name, ([header] + rows).joined(separator: "\r\n"))
  }

  /// Contents of all files, to see that nothing has changed.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: sandbox.path) {
      contents[name] = FileManager.default.contents(atPath: path(name))
    }
    return contents
  }
}

/// A change in the short form that tests compare.
func brief(_ change: ImportChange) -> String {
  let fields = change.fields.map { "\($0.field): \($0.before.fr) > \($0.after.fr)" }
  return ([change.kind.rawValue, change.id] + fields).joined(separator: " ")
}

/// A fault of a workbook in the short form that tests compare: `sheet!cell code =value`.
func briefCell(_ fault: Fault) -> String {
  let value = fault.value.isEmpty ? "" : " =" + fault.value
  return "\(fault.place.sheet ?? "–")!\(fault.place.cell ?? "–") \(fault.code)\(value)"
}
