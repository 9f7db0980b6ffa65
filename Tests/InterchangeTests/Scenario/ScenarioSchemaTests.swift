import CaminTestSupport
import Foundation
import Interchange
import Planning
import Testing

/// Runs the `jsonschema` package of Python, an implementation that is not ours.
enum PythonValidator {
  static let isInstalled = run(["-c", "import jsonschema"]).status == 0

  /// What the validator says of the documents; empty: all are valid.
  static func complaints(schema: String, documents: [String]) -> String {
    let program = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for path in sys.argv[2:]:
          for error in validator.iter_errors(json.load(open(path))):
              print(path.split("/")[-1], error.json_path, error.message)
      """
    let (status, output) = run(["-c", program, schema] + documents)
    return status == 0 ? output : "status \(status): " + output
  }

  private static func run(_ arguments: [String]) -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return (-1, "no python3") }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.sleepUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}

@Suite struct ScenarioSchemaTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent(
      "../../../Sources/Interchange/Scenario/Schema")

  /// The document that Camin ships as an example.
  private static let shipped = folder.appendingPathComponent(
    "../../../../Scenarios/lot-small.json"
  ).standardizedFileURL.path

  /// The shipped folder and document are one scenario, and read without a warning of the format.
  @Test func shippedScenarioIsReadByBothDoors() throws {
    var document = try ScenarioSource.read(Self.shipped)
    let folder = try ScenarioSource.read(String(Self.shipped.dropLast(".json".count)))
    #expect(ScenarioDocument.hash(document.scenario) == ScenarioDocument.hash(folder.scenario))
    #expect(folder.scenario.territory.roads == document.scenario.territory.roads.map { "../" + $0 })
    document.scenario.territory.roads = folder.scenario.territory.roads
    #expect(document.scenario == folder.scenario)
    for warning in document.warnings + folder.warnings {
      #expect(!["unknown-key", "unknown-column", "personal-data"].contains(warning.code))
    }
  }

  /// After a deliberate change of the format: `CAMIN_WRITE_SCHEMAS=1 swift test --filter
  /// publishedFiles`.
  @Test(arguments: PublishedSchema.allCases)
  func publishedFilesAreTheCodesOwn(schema: PublishedSchema) throws {
    let url = Self.folder.appendingPathComponent(schema.fileName)
    if ProcessInfo.processInfo.environment["CAMIN_WRITE_SCHEMAS"] != nil {
      try schema.text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == schema.text)
  }

  @Test(
    .enabled(if: PythonValidator.isInstalled, "python3 with the jsonschema package is not there"))
  func whatIsWrittenIsValid() throws {
    let sandbox = try ScenarioSandbox()
    let schema = try sandbox.write("schema.json", PublishedSchema.scenario.text)
    var documents: [String] = []
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = RandomScenario(seed: seed)
      documents.append(
        try sandbox.write("\(seed).json", ScenarioDocument.text(random.scenario())))
    }
    documents.append(Self.shipped)
    #expect(PythonValidator.complaints(schema: schema, documents: documents) == "")
    let planSchema = try sandbox.write("plan-schema.json", PublishedSchema.plan.text)
    let plan = try sandbox.write("plan.json", PlanDocument.text(PlanDocumentTests.plan))
    #expect(PythonValidator.complaints(schema: planSchema, documents: [plan]) == "")
  }

  @Test(
    .enabled(if: PythonValidator.isInstalled, "python3 with the jsonschema package is not there"),
    arguments: [
      #"{"places": []}"#,
      #"{"territory": {"version": 1, "id": "t", "name": "T", "date": "2026-11-25"}, "x": 1}"#,
      #"{"territory": {"version": 3, "id": "t", "name": "T", "date": "2026-11-25"}}"#,
      #"""
      {"territory": {"version": 1, "id": "t", "name": "T", "date": "2026-11-25"},
       "bookings": [{"id": "b", "rider": "r", "legs": [
         {"from": "a", "to": "b", "anchor": {"fixed": "09:00", "arrive_by": "10:00"}}]}]}
      """#,
      #"""
      {"territory": {"version": 1, "id": "t", "name": "T", "date": "2026-11-25"},
       "availability": [{"resource": "v", "days": "monday", "absent": true, "start": "09:00"}]}
      """#,
    ])
  func whatIsWrongIsNotValid(document: String) throws {
    let sandbox = try ScenarioSandbox()
    let schema = try sandbox.write("schema.json", PublishedSchema.scenario.text)
    let file = try sandbox.write("wrong.json", document)
    #expect(PythonValidator.complaints(schema: schema, documents: [file]) != "")
  }
}
