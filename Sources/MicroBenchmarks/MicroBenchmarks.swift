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

  @Option(help: "Case to take, e.g. quotes; repeatable, all unless given.")
  var only: [String] = []

  @Option(help: "File that the figures are written to.")
  var json: String?

  func run() throws {
    let input = try MicroInput(
      instances: instances, solutions: solutions, scenario: scenario, callers: callers)
    var results: [Measurement] = []
    let cases: [(name: String, measure: (MicroInput) throws -> [Measurement])] = [
      ("schedules", Cases.schedules), ("insertions", Cases.insertions), ("search", Cases.search),
      ("rules", Cases.rules), ("simplex", Cases.simplex), ("pricing", Cases.pricing),
      ("quotes", Cases.quotes),
    ]
    let names = cases.map(\.name)
    guard only.allSatisfy(names.contains) else {
      throw MicroFailure("The cases are " + names.joined(separator: ", ") + ".")
    }
    for (name, measure) in cases where only.isEmpty || only.contains(name) {
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
