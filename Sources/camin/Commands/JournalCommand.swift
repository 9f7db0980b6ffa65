internal import ArgumentParser
internal import Desk
internal import Foundation
internal import PlanStore
internal import Planning

/// `camin journal`: what was planned when, with which rules.
struct JournalCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "journal",
      abstract: say(
        fr: "Lire le journal des planifications.", en: "Read the journal of planning runs."),
      discussion: say(
        fr: """
          « camin plan … --journal FICHIER » y ajoute une ligne par plan : empreintes des données et du plan, \
          règles, réglages, chiffres ; aucun nom. Les lignes ne changent jamais ; --purge-before retire celles \
          qui ont dépassé la durée de conservation (--keep-months, 12 mois sans réglage), et en garde la trace. La base d’un territoire contient le même \
          journal, et avec --changes ce que des personnes ont changé : rôle, action, heure.
          """,
        en: """
          “camin plan … --journal FILE” adds one record a plan to it: hashes of data and plan, rules, settings, \
          figures; no name. Records never change; --purge-before removes those past the time they must be kept \
          (--keep-months, else 12 months), and leaves a trace. A territory's store holds the same journal, and with --changes what people have changed: \
          role, action, time.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Fichier du journal, ou base d’un territoire.",
        en: "File of the journal, or a territory's store."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file())
  var journal: String

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Nombre de lignes, les plus récentes d’abord ; toutes sans indication.",
        en: "Number of records, the latest first; all unless given."),
      valueName: say(fr: "nombre", en: "count")))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Retirer ce qui est antérieur à ce jour, par exemple 2025-11-25.",
        en: "Remove what is older than this day, e.g. 2025-11-25."),
      valueName: "date"))
  var purgeBefore: String?

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Lire ce que des personnes ont changé dans une base.",
        en: "Read what people have changed in a store.")))
  var changes = false

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Fixer pendant combien de mois les lignes sont gardées, de "
          + "\(RunJournal.retentionRange.lowerBound) à \(RunJournal.retentionRange.upperBound).",
        en: "Set for how many months records are kept, from "
          + "\(RunJournal.retentionRange.lowerBound) to \(RunJournal.retentionRange.upperBound)."),
      valueName: say(fr: "mois", en: "months")))
  var keepMonths: Int?

  @OptionGroup var role: RoleOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    if let limit, limit < 0 {
      throw Failure(
        .usage,
        [
          .option(
            "--limit", "\(limit)",
            Bilingual(fr: "Donnez zéro ou davantage.", en: "Give zero or more."))
        ])
    }
    guard keepMonths == nil || purgeBefore == nil else {
      throw Failure(
        .usage,
        [
          .option(
            "--keep-months", "--purge-before",
            Bilingual(fr: "Demandez l’un ou l’autre.", en: "Ask for one or the other."))
        ])
    }
    if let keepMonths {
      try keep(months: keepMonths)
    } else if let purgeBefore {
      try purge(before: purgeBefore)
    } else if changes {
      try ChangeList(store: journal, limit: limit).write(output)
    } else {
      try list()
    }
  }

  /// What `--json` tells.
  private struct Told: Encodable {
    let retentionMonths: Int
    let runs: [JournalItem]
  }

  private func list() throws {
    let (runs, months) = try storing {
      let journal = try RunJournal.open(journal, access: .reading)
      return (try journal.runs(limit: limit), try journal.retention())
    }
    if output.json {
      try JSONOutput.write(Told(retentionMonths: months, runs: runs.map(JournalItem.init)))
    } else if runs.isEmpty {
      try Console.write(say(fr: "Le journal est vide.\n", en: "The journal is empty.\n"))
    } else {
      try Console.write(runs.map(line).joined())
    }
  }

  private func line(_ run: RunRecord) -> String {
    let whole = run.served + run.unserved
    let served = say(
      fr: "\(run.served) demandes servies sur \(whole)",
      en: "\(run.served) of \(whole) bookings served")
    let hash = (run.planHash ?? "").prefix(12)
    return [
      run.atText, run.territory ?? "–", run.date?.text ?? "–", served, run.engine,
      say(fr: "plan ", en: "plan ") + hash,
    ].joined(separator: "  ") + "\n"
  }

  private func keep(months: Int) throws {
    guard RunJournal.retentionRange.contains(months) else {
      let (least, most) = (
        RunJournal.retentionRange.lowerBound, RunJournal.retentionRange.upperBound
      )
      throw Failure(
        .usage,
        [
          .option(
            "--keep-months", "\(months)",
            Bilingual(
              fr: "Donnez de \(least) à \(most) mois.", en: "Give \(least) to \(most) months."))
        ])
    }
    let role = try role.id()
    let now = try WallClock.now()
    try storing {
      // Opened for reading first: a setting makes no new file.
      _ = try RunJournal.open(journal, access: .reading)
      try RunJournal.open(journal).setRetention(months: months, by: role, at: now)
    }
    if output.json {
      try JSONOutput.write(["retention_months": months])
    } else if !output.quiet {
      try Console.write(
        say(
          fr: "Les lignes sont gardées \(months) mois.\n",
          en: "Records are kept \(months) months.\n"))
    }
  }

  private func purge(before text: String) throws {
    guard let date = PlanDate(text), let end = Self.midnight(date) else {
      throw Failure(
        .usage,
        [
          .option(
            "--purge-before", text,
            Bilingual(fr: "Écrivez AAAA-MM-JJ.", en: "Write YYYY-MM-DD."))
        ])
    }
    let now = try WallClock.now()
    let removed = try storing {
      // Opened for reading first: a purge makes no new file.
      _ = try RunJournal.open(journal, access: .reading)
      return try RunJournal.open(journal).purge(before: end, at: now)
    }
    if output.json {
      try JSONOutput.write(["removed": removed])
    } else if !output.quiet {
      try Console.write(
        say(fr: "Lignes retirées : \(removed)\n", en: "Records removed: \(removed)\n"))
    }
  }

  /// Start of the day in UTC, as the journal counts.
  private static func midnight(_ date: PlanDate) -> Date? {
    try? Date(date.text + "T00:00:00Z", strategy: .iso8601)
  }
}

/// A record of the journal as programs read it.
private struct JournalItem: Encodable {
  let at: String
  let command: String
  let engine: String
  let scenarioHash: String?
  let planHash: String?
  let territory: String?
  let date: String?
  let profiles: [String]
  let seed: UInt64
  let iterations: Int?
  let timeLimit: Double?
  let tiers: [Tier]
  let served: Int
  let unserved: Int
  let locks: Int
  let exitStatus: Int

  init(_ run: RunRecord) {
    at = run.atText
    command = run.command
    engine = run.engine
    scenarioHash = run.scenarioHash
    planHash = run.planHash
    territory = run.territory
    date = run.date?.text
    profiles = run.profiles
    seed = run.seed
    iterations = run.iterations
    timeLimit = run.timeLimit
    tiers = run.tiers
    served = run.served
    unserved = run.unserved
    locks = run.locks
    exitStatus = run.exitStatus
  }
}
