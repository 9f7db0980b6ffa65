internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import Optimizer
internal import Planning

/// `camin replay`: the run behind a plan or a solution, made again.
struct ReplayCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "replay",
      abstract: say(
        fr: "Refaire le calcul d’un plan et comparer.", en: "Make a plan's run again and compare."),
      discussion: say(
        fr: """
          Relance le calcul avec la graine et les limites notées dans le fichier (plan.json, ou solution de « camin \
          solve »), sur les mêmes données, et dit si le résultat a la même empreinte. Un calcul limité par son \
          nombre d’itérations se refait exactement ; un calcul limité par le temps ne le peut pas : il est \
          relancé avec la même durée, et l’écart est dit.

            camin replay demain/plan.json Scenarios/lot-small

          Un plan réparé (camin replan) se refait depuis la journée et le plan d’avant, avec ce qui est arrivé, que le dossier \
          du plan garde :

            camin replay soir/plan.json Scenarios/lot-small --previous demain/plan.json --events soir/events.json

          Se termine par 0 si l’empreinte est la même, par 2 sinon, par 65 si les données ont changé.
          """,
        en: """
          Runs again with the seed and the limits that the file holds (a plan.json, or a solution of “camin solve”), on \
          the same data, and tells whether the result has the same hash. A run limited by iterations is \
          repeated exactly; one limited by time cannot be: it is given the same time again, and the \
          difference is told.

            camin replay tomorrow/plan.json Scenarios/lot-small

          A plan that was mended (camin replan) is made again from the day and the plan before, and from what has happened, \
          which the plan's folder keeps:

            camin replay evening/plan.json Scenarios/lot-small --previous tomorrow/plan.json --events evening/events.json

          Ends with 0 if the hash is the same, with 2 if not, with 65 where the data have changed.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Le plan (plan.json) ou la solution.", en: "The plan (a plan.json) or the solution."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["json"]))
  var file: String

  @OptionGroup var input: ProblemArgument
  @OptionGroup var previous: PreviousOption
  @OptionGroup var what: EventOptions
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Verdict: Encodable {
    let same: Bool
    /// The run was ended by its number of iterations.
    let exactlyRepeatable: Bool
    /// The file's content still has the hash that it states.
    let fileUnchanged: Bool
    let statedHash: String
    let replayedHash: String
    let statedObjective: Double?
    let replayedObjective: Double
    let statedEngine: String
    let engine: String
    let seed: UInt64
    let iterations: Int?
    let timeLimit: Double?
    let threads: Int
  }

  func run() throws {
    let record = try mended() ?? RunRecordFile(file, of: input.read(after: previous))
    let replay = try record.options()
    let again = try record.again(replay.options, output)
    let verdict = Verdict(
      same: again.hash == record.statedHash, exactlyRepeatable: replay.isExact,
      fileUnchanged: record.contentHash == record.statedHash, statedHash: record.statedHash,
      replayedHash: again.hash, statedObjective: record.objective,
      replayedObjective: again.objective, statedEngine: record.engine,
      engine: Release.engine, seed: replay.options.seed,
      iterations: replay.options.iterations, timeLimit: replay.options.timeLimit,
      threads: replay.options.threads)
    if output.json {
      try JSONOutput.write(verdict)
    } else if !(output.quiet && verdict.same) {
      try Console.write(Self.text(verdict))
    }
    if !verdict.same { throw ExitCode(ExitStatus.unproven.rawValue) }
  }

  /// The record of a plan that `camin replan` has made, from the day and the plan told before; `nil` of any other file.
  private func mended() throws -> RunRecordFile? {
    let path = try input.day.path(input.path)
    let isDay = try input.format == nil && DaySource.isDay(path)
    let plan = isDay ? try DayInput.readPlan(file) : nil
    guard let plan, plan.provenance.method == .repair else {
      guard !what.areGiven else { throw Failure(.usage, [.eventsOfNoRepair(file)]) }
      return nil
    }
    guard let told = previous.previous, what.areGiven else {
      throw Failure(.badData, [.needsEvents(file)])
    }
    let (day, before) = try DayInput(path, roads: input.travel.choice).following(path: told)
    let (events, now) = try what.read(besides: day.scenario)
    return try RunRecordFile(
      file, plan,
      mendedBy: RepairRunner(
        path: path, input: day, told: before, events: events, now: now,
        keepsTimes: plan.changes?.keepsTimes ?? true, travel: input.travel,
        folder: URL(filePath: file).deletingLastPathComponent().path))
  }

  private static func text(_ verdict: Verdict) -> String {
    var lines: [String] = []
    if !verdict.exactlyRepeatable {
      lines.append(repetition(verdict))
    }
    if verdict.statedEngine != verdict.engine {
      lines.append(
        say(
          fr: "Fait par \(verdict.statedEngine), refait par \(verdict.engine).",
          en: "Made by \(verdict.statedEngine), made again by \(verdict.engine)."))
    }
    if !verdict.fileUnchanged {
      lines.append(
        say(
          fr: "Le fichier a été modifié depuis : son contenu n’a plus l’empreinte notée.",
          en: "The file was changed since: its content no longer has the hash it states."))
    }
    if let stated = verdict.statedObjective {
      let (old, new) = (Figures.decimals(stated), Figures.decimals(verdict.replayedObjective))
      lines.append(
        say(fr: "Objectif : \(old) ; refait : \(new).", en: "Objective: \(old); again: \(new)."))
    }
    lines.append(
      verdict.same
        ? say(fr: "Même résultat, même empreinte.", en: "Same result, same hash.")
        : say(
          fr: "Autre résultat (\(short(verdict.statedHash)) puis \(short(verdict.replayedHash))).",
          en: "Another result (\(short(verdict.statedHash)), then \(short(verdict.replayedHash))).")
    )
    return lines.joined(separator: "\n") + "\n"
  }

  /// What was repeated of a run that cannot be repeated exactly.
  private static func repetition(_ verdict: Verdict) -> String {
    let threads = Figures.whole(verdict.threads)
    if let limit = verdict.timeLimit {
      let time = Figures.seconds(limit)
      return say(
        fr: """
          Ce calcul a été arrêté par le temps : il ne peut être refait exactement. Refait avec la même graine, la \
          même durée (\(time)) et autant de processeurs (\(threads)).
          """,
        en: """
          This run was ended by time: it cannot be repeated exactly. Repeated with the same seed, the same time \
          (\(time)) and as many processors (\(threads)).
          """)
    }
    let count = Figures.whole(verdict.iterations ?? 0)
    return say(
      fr: """
        Ce calcul a été interrompu : il ne peut être refait exactement. Refait avec la même graine et autant \
        d’itérations (\(count)).
        """,
      en: """
        This run was interrupted: it cannot be repeated exactly. Repeated with the same seed and as many iterations \
        (\(count)).
        """)
  }

  private static func short(_ hash: String) -> String {
    hash.isEmpty ? "–" : String(hash.prefix(12))
  }
}

extension Fault {
  fileprivate static func needsEvents(_ path: String) -> Fault {
    Fault(
      code: "needs-events", place: FaultPlace(file: path, pointer: "/provenance/method"),
      field: "method", value: PlanProvenance.Method.repair.rawValue,
      cause: Bilingual(
        fr: """
          Ce plan répare un plan annoncé : il faut la journée d’avant, le plan annoncé et ce qui est arrivé.
          """,
        en: """
          This plan mends one that was told: the day before, the plan told and what happened are needed.
          """),
      remedy: Bilingual(
        fr: """
          Donnez la journée d’avant, --previous PLAN et --events events.json, que « camin replan » a écrit.
          """,
        en: """
          Give the day before, --previous PLAN and --events events.json, which “camin replan” wrote.
          """))
  }

  fileprivate static func eventsOfNoRepair(_ path: String) -> Fault {
    .usage(
      Bilingual(
        fr: "\(path) n’est pas un plan réparé : retirez ce qui est arrivé.",
        en: "\(path) is no plan that was mended: leave out what has happened."))
  }
}
