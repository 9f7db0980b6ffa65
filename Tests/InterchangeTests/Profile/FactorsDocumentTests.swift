import Interchange
import Planning
import Testing

/// Emission factors in files of their own.
@Suite("R62: factor files") struct FactorsDocumentTests {
  private func faults(_ text: String) -> [Fault] {
    do {
      _ = try FactorsDocument.read(json: Array(text.utf8))
      return []
    } catch {
      return error.faults
    }
  }

  private let car = #"{"use": 0.1, "build": 0.02, "source": "s", "status": "assumed"}"#

  private func file(
    unit: String = "kgCO2e/vehicle-km", baseline: String = "car", modes: String, vehicles: String
  ) -> String {
    #"""
    {"id": "own", "title": {"fr": "f", "en": "e"}, "date": "2026", "unit": "\#(unit)",
     "baseline": "\#(baseline)", "modes": {\#(modes)},
     "vehicles": {\#(vehicles)}}
    """#
  }

  private let modes = #""volunteer": "car", "tad": "car", "vsl": "car", "taxi": "car""#

  @Test func everyShippedFileReadsBackTheSame() throws {
    for factors in try ShippedFactors.all() {
      let text = FactorsDocument.text(factors)
      #expect(try FactorsDocument.read(json: Array(text.utf8)) == factors)
    }
  }

  @Test func aWholeFileIsTaken() {
    #expect(faults(file(modes: modes, vehicles: #""car": \#(car)"#)) == [])
  }

  @Test func allFaultsAreToldAtOnce() throws {
    let text = file(
      unit: "kgCO2e/passenger-km", baseline: "horse",
      modes: #""volunteer": "car", "tad": "bus", "boat": "car", "vsl": "car""#,
      vehicles: #"""
        "car": {"use": -1, "build": 0.02, "source": "s", "status": "assumed"},
             "van": {"use": 1, "source": "s", "status": "sure"}
        """#)
    let found = faults(text)
    let codes = found.map(\.code).sorted()
    #expect(codes.filter { $0 == "unknown-vehicle" }.count == 2, "\(codes)")
    for code in ["wrong-unit", "missing-mode", "unknown-mode", "missing-value"] {
      #expect(codes.contains(code), "\(code) in \(codes)")
    }
    let pointers = Set(found.compactMap(\.place.pointer))
    let expected: Set = [
      "/unit", "/baseline", "/modes", "/modes/tad", "/modes/boat", "/vehicles/car/use",
      "/vehicles/van/build", "/vehicles/van/status",
    ]
    #expect(expected.isSubset(of: pointers), "\(pointers.sorted())")
    #expect(found.allSatisfy { !$0.remedy.fr.isEmpty && !$0.remedy.en.isEmpty })
  }

  @Test func whatIsNoFileOfFactorsIsRefused() {
    #expect(!faults("").isEmpty && !faults("[1]").isEmpty && !faults("{\"id\":").isEmpty)
    #expect(
      !faults(file(modes: modes, vehicles: #""car": \#(car)"#) + "x").isEmpty)
  }
}
