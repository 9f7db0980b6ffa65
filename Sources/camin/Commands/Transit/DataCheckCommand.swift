internal import ArgumentParser
internal import Desk
internal import OpenData
internal import Planning

/// `camin data check`: all that is wrong with feeds, in the terms of the public validator.
struct DataCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        fr: "Contrôler des jeux de données, dans les termes du validateur public de GTFS.",
        en: "Check feeds, in the terms of the public GTFS validator."),
      discussion: say(
        fr: """
          Dossier du territoire, dossiers GTFS ou archives zip. Chaque défaut a le code du validateur public, le fichier, la \
          ligne, le champ et la valeur ; au plus \(NoticeLog.mostOfOneCode) de chaque code. Se termine par 65 s’il y a \
          une erreur, par 66 si c’est seulement qu’il n’y a pas de jeu à l’endroit indiqué.
          """,
        en: """
          The territory's folder, GTFS folders or zip archives. Each fault has the public validator's code, file, line, \
          field and value; \(NoticeLog.mostOfOneCode) of each code at most. Ends with 65 where there is an error, with 66 \
          where it is only that there is no feed at the place given.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(fr: "Dossiers ou archives.", en: "Folders or archives."),
      valueName: say(fr: "jeu", en: "feed")),
    completion: .file())
  var feeds: [String]

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Jour où les calendriers doivent encore valoir ; sans indication, aujourd’hui.",
        en: "Day on which calendars must still hold; by default today."),
      valueName: say(fr: "date", en: "date")))
  var on: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let day = try on.map { text throws(Failure) in
      guard let date = PlanDate(text) else {
        throw Failure(
          .usage,
          [.option("--on", text, Bilingual(fr: "Écrivez AAAA-MM-JJ.", en: "Write YYYY-MM-DD."))])
      }
      return date
    }
    let readings: [FeedReading]
    do throws(Faults) {
      readings = try FeedCatalog.read(feeds)
    } catch {
      throw Failure(.badData, error.faults)
    }
    let seen = try day ?? PlanDate.today
    let absent = readings.compactMap { $0.notices.notices.first { $0.code == .missingFeed } }
    let there = readings.filter { !$0.notices.notices.contains { $0.code == .missingFeed } }
    if !there.isEmpty {
      try FeedWords.tell(there.map { $0.seen(on: seen) }, output, all: true)
    }
    let isSound = there.allSatisfy { $0.notices.count(.error) == 0 }
    guard absent.isEmpty else {
      throw Failure(isSound ? .inputMissing : .badData, absent.map(\.fault))
    }
    guard isSound else { throw ExitCode(ExitStatus.badData.rawValue) }
  }
}
