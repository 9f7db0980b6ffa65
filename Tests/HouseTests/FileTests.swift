import Foundation
import Testing

/// What no file of the package may be or hold.
@Suite struct FileTests {
  /// Lines of a source file at most; a longer file holds more than one idea.
  static let longest = 450

  // Put together here, so that this file does not hold them.
  static let forbidden = [
    "/wo" + "rk/", "/tm" + "p/w", "../sha" + "red", "TO" + "DO", "FIX" + "ME", "/ro" + "ot/",
  ]

  @Test func filesAreShort() throws {
    let files = try House.files(in: ["Sources", "Tests"], where: House.isCode)
    #expect(files.count > 50)
    for file in files {
      #expect(file.lines.count <= Self.longest, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test func filesNameNoMachineAndPutNothingOff() throws {
    let texts = ["md", "csv", "json", "svg", "html", "txt", "yml"]
    let files = try House.files(in: ["Sources", "Tests", "Scenarios", ".ci"]) {
      House.isCode($0) || texts.contains($0.pathExtension) || $0.path.hasSuffix("/.ci/run")
    }
    #expect(files.contains { $0.path == ".ci/run" })
    for file in files {
      for (index, line) in file.lines.enumerated() {
        let found = Self.forbidden.filter { line.contains($0) }
        #expect(found.isEmpty, "\(file.path):\(index + 1) holds \(found)")
      }
    }
  }
}
