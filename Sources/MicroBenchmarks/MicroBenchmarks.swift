import ArgumentParser

/// Small fixed pieces of the engine's work, timed, so that later changes can be held against them.
@main struct MicroBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "MicroBenchmarks", abstract: "Times single steps of the engine on a fixed input.")

  @Option(help: "Folder of the published instances.")
  var instances = "Benchmarks/instances"

  @Option(help: "Folder of the solutions that are measured.")
  var solutions = "Benchmarks/Micro"

  @Option(help: "Day whose legs are searched with and without rules.")
  var scenario = "Scenarios/lot-ordinary"

  @Option(help: "Day that callers ring up about.")
  var callers = "Scenarios/lot-heavy"

  @Option(help: "File that the figures are written to.")
  var json: String?

  func run() throws {
    let input = try MicroInput(
      instances: instances, solutions: solutions, scenario: scenario, callers: callers)
    var results: [Measurement] = []
    let cases: [(MicroInput) throws -> [Measurement]] = [
      Cases.schedules, Cases.insertions, Cases.search, Cases.rules, Cases.simplex, Cases.pricing,
      Cases.quotes,
    ]
    for measure in cases {
      for measured in try measure(input) {
        print(measured.line)
        results.append(measured)
      }
    }
    if let json { try Report(measurements: results).write(to: json) }
  }
}

/// Why nothing was measured.
struct MicroFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
