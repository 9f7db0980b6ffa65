internal import ArgumentParser
internal import Desk
internal import Foundation
internal import OpenData
internal import Planning

/// `camin data add`: takes a copy of a feed into the territory's folder.
struct DataAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: say(
        fr: "Ajouter un jeu de données, lu et contrôlé d’abord.",
        en: "Add a feed, read and checked first."))
  }

  @OptionGroup var catalog: CatalogArgument

  @Argument(
    help: ArgumentHelp(
      say(fr: "Le jeu : archive zip ou dossier.", en: "The feed: a zip archive or a folder."),
      valueName: say(fr: "jeu", en: "feed")),
    completion: .file())
  var feed: String

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Nom court du jeu ; sans indication, celui du fichier.",
        en: "Short name of the feed; by default the file's."),
      valueName: say(fr: "nom", en: "name")))
  var id: String?

  @Option(
    help: ArgumentHelp(
      say(fr: "D’où vient le jeu.", en: "Where the feed comes from."), valueName: "source"))
  var source: String = ""

  @Option(help: ArgumentHelp(say(fr: "Sa licence.", en: "Its licence."), valueName: "licence"))
  var licence: String = ""

  @OptionGroup var output: OutputOptions

  func run() throws {
    var list = try FeedFolder(catalog.folder)
    let today = try PlanDate.today
    let name = id ?? FeedCatalog.id(of: feed)
    let reading = try FeedFolder.readUsable(feed, id: name)
    try list.add(
      FeedCatalog.Entry(
        id: name, file: "", source: source, licence: licence, added: today), from: feed)
    try FeedWords.tell([reading.seen(on: today)], output)
  }
}

/// `camin data update`: puts a newer feed in the place of an older one.
struct DataUpdateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "update",
      abstract: say(
        fr: "Remplacer un jeu de données par un plus récent, et dire ce qui change.",
        en: "Replace a feed by a newer one, and tell what changes."))
  }

  @OptionGroup var catalog: CatalogArgument

  @Argument(help: ArgumentHelp(say(fr: "Nom du jeu.", en: "Name of the feed."), valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp(
      say(fr: "Le nouveau jeu.", en: "The new feed."), valueName: say(fr: "jeu", en: "feed")),
    completion: .file())
  var feed: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    var list = try FeedFolder(catalog.folder)
    let today = try PlanDate.today
    let before = try list.read(id)
    let after = try FeedFolder.readUsable(feed, id: id)
    try list.replace(id, with: feed)
    try FeedWords.tell([after.seen(on: today)], output)
    guard !output.json, !output.quiet else { return }
    let rows = zip(FeedWords.counts(before.feed), FeedWords.counts(after.feed)).map { old, new in
      (new.0, "\(old.1) → \(new.1)")
    }
    try Console.write(Figures.table(rows))
  }
}

extension PlanDate {
  /// By the clock of this machine, or what `CAMIN_NOW` says in its place.
  static var today: PlanDate {
    get throws(Failure) { try WallClock.now(in: TimeZone.current.identifier).date }
  }
}
