import Foundation

/// Small fixed pieces of the engine's work, timed, so that later changes can be held against them.
@main struct MicroBenchmarks {
  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      let input = try MicroInput(instances: options.instances, solutions: options.solutions)
      var results: [Measurement] = []
      for run in [Cases.schedules, Cases.insertions, Cases.search, Cases.simplex, Cases.pricing] {
        for measured in try run(input) {
          print(measured.line)
          results.append(measured)
        }
      }
      if let file = options.json { try Report(measurements: results).write(to: file) }
    } catch {
      FileHandle.standardError.write(Data("MicroBenchmarks: \(error)\n".utf8))
      exit(1)
    }
  }
}

/// What the command line says.
struct Options {
  var instances = "Benchmarks/instances"
  var solutions = "Benchmarks/Micro"
  var json: String?

  init(_ arguments: [String]) throws(MicroFailure) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard ["--instances", "--solutions", "--json"].contains(name), let value = rest.popFirst()
      else {
        throw MicroFailure(
          "\(name): the options are --instances FOLDER, --solutions FOLDER and --json FILE")
      }
      switch name {
      case "--instances": instances = value
      case "--solutions": solutions = value
      default: json = value
      }
    }
  }
}

/// Why nothing was measured.
struct MicroFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
