internal import Desk
internal import DialARide
internal import Interchange
internal import Planning

/// The problem that `prove`, `replay` and `check` are given: a file that `solve` reads, or a scenario, compiled as
/// `plan` compiles it.
enum ProblemInput {
  case instance(Instance, Problem)
  case day(DayInput, CompiledDay)

  /// Reads whichever it is: a folder, or a JSON document that speaks of a territory, is a scenario.
  init(
    _ path: String, format: InstanceFormat? = nil, roads: RoadsOption,
    after previous: PreviousOption? = nil
  ) throws(Failure) {
    if format == nil, try DaySource.isDay(path) {
      let input = try DayInput(path, roads: roads.choice, after: previous?.plan())
      self = .day(input, try input.compiled())
    } else {
      if let roads = roads.roads { throw Failure(.usage, [.withoutScenario("--roads", roads)]) }
      if let told = previous?.previous {
        throw Failure(.usage, [.withoutScenario("--previous", told)])
      }
      let (instance, problem) = try Self.instance(path, format: format)
      self = .instance(instance, problem)
    }
  }

  /// Reads an instance.
  static func instance(
    _ path: String, format: InstanceFormat?
  ) throws(Failure) -> (Instance, Problem) {
    do throws(Faults) {
      let instance = try InstanceFile.read(path: path, format: format)
      return (instance, try instance.problem())
    } catch {
      throw Failure(reading: error)
    }
  }

  var problem: Problem {
    switch self {
    case .instance(_, let problem): problem
    case .day(_, let compiled): compiled.problem
    }
  }

  /// What a search starts from: the plan that people were told, if there is one.
  var start: Solution? {
    switch self {
    case .instance: nil
    case .day(_, let compiled): compiled.start
    }
  }

  /// What certificates and solutions name the problem by.
  func hash() throws -> String { try InputHash.hex(problem.draft) }
}

extension Fault {
  /// An instance brings its own travel times, and nobody was told anything of it.
  fileprivate static func withoutScenario(_ option: String, _ value: String) -> Fault {
    .option(
      option, value,
      Bilingual(fr: "Ne la donnez qu’avec un scénario.", en: "Give it with a scenario only."))
  }
}
