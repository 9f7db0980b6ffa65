import Foundation

/// The figures as `--json` writes them.
struct Report: Encodable {
  var schema = "camin-micro-1"
  var command = "swift run -c release MicroBenchmarks"
  var processor = Self.processor()
  var processors = ProcessInfo.processInfo.activeProcessorCount
  var measurements: [Measurement]

  init(measurements: [Measurement]) { self.measurements = measurements }

  func write(to file: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(filePath: file), options: .atomic)
  }

  /// What Linux calls the processor; `nil` where it does not say.
  private static func processor() -> String? {
    let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let line = text?.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":", maxSplits: 1).last?.trimmingCharacters(in: .whitespaces)
  }
}
