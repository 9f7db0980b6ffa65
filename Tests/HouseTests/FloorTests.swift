import Foundation
import Testing

/// A target imports what stands on a lower floor and what its own floor may know, nothing else.
@Suite struct FloorTests {
  static let floors: [String: Int] = [
    "camin": 7, "MicroBenchmarks": 7,
    "PlanningAPI": 6,
    "Desk": 5,
    "Reporting": 4, "Interchange": 4, "OpenData": 4, "PlanStore": 4, "Synthesis": 4,
    "Planning": 3,
    "Optimizer": 2, "Verification": 2,
    "DialARide": 1, "LinearProgramming": 1, "TravelTimes": 1, "Archives": 1,
    "CExpat": 0, "CGLPK": 0, "CGLPKGuard": 0, "COsmium": 0, "CZip": 0,
  ]

  /// Lower modules that some target must not know all the same: who may import them.
  static let reserved: [String: Set<String>] = [
    "CGLPK": ["LinearProgramming"],
    "CGLPKGuard": ["LinearProgramming"],
    "COsmium": ["TravelTimes"],
    "CZip": ["Archives"],
    "CExpat": ["Interchange"],
    "LinearProgramming": ["Optimizer", "MicroBenchmarks"],
    "GRDB": ["PlanStore"],
    "ArgumentParser": ["camin", "MicroBenchmarks"],
    "Hummingbird": ["PlanningAPI"],
  ]

  @Test func everyTargetHasAFloor() throws {
    let targets = Set(try swiftFiles().map(\.target))
    #expect(targets.contains("DialARide"))
    let homeless = targets.subtracting(Self.floors.keys).sorted()
    #expect(homeless.isEmpty, "give these a floor in FloorTests, as in the design: \(homeless)")
  }

  @Test func importsGoDownOnly() throws {
    var imports = 0
    for file in try swiftFiles() {
      for (line, module) in file.imports {
        imports += 1
        let verdict = Self.fault(of: module, in: file.target)
        #expect(verdict == nil, "\(file.path):\(line): \(verdict ?? "")")
      }
    }
    #expect(imports > 100)
  }

  /// The test would let nothing pass that it is there to catch.
  @Test func knowsAWrongImport() {
    #expect(Self.fault(of: "Planning", in: "Optimizer") != nil)
    #expect(Self.fault(of: "Interchange", in: "Reporting") != nil)
    #expect(Self.fault(of: "Verification", in: "Optimizer") != nil)
    #expect(Self.fault(of: "LinearProgramming", in: "Planning") != nil)
    #expect(Self.fault(of: "GRDB", in: "camin") != nil)
    #expect(Self.fault(of: "DialARide", in: "Optimizer") == nil)
    #expect(Self.fault(of: "Foundation", in: "Optimizer") == nil)
    #expect(SourceFile.module(importedBy: "@preconcurrency public import struct A.B") == "A")
    #expect(SourceFile.module(importedBy: "import Planning") == "Planning")
    #expect(SourceFile.module(importedBy: "  internal import GRDB") == "GRDB")
    #expect(SourceFile.module(importedBy: "// import Planning") == nil)
  }

  private func swiftFiles() throws -> [SourceFile] {
    try House.files(in: ["Sources"]) { $0.pathExtension == "swift" }
  }

  static func fault(of module: String, in target: String) -> String? {
    if let allowed = reserved[module], !allowed.contains(target) {
      return "\(target) must not know \(module)"
    }
    guard let own = floors[target], let other = floors[module], other >= own, module != target
    else { return nil }
    return "\(target) (floor \(own)) imports \(module) (floor \(other))"
  }
}
