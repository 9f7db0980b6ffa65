internal import ArgumentParser
internal import Desk
internal import OpenData
internal import Planning

/// `camin data list`: the feeds of a territory, where they come from, and what they hold.
struct DataListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say(
        fr: "Lister les jeux de données, leur provenance et les arrêts qu’ils ont en commun.",
        en: "List the feeds, where they come from, and the stops that they share."))
  }

  @OptionGroup var catalog: CatalogArgument
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Answer: Encodable {
    struct Shared: Encodable {
      let first: String
      let second: String
      let metres: Int
    }
    let feeds: [FeedCatalog.Entry]
    let readings: [FeedWords.Item]
    let sharedStops: [Shared]
  }

  func run() throws {
    let list = try FeedFolder(catalog.folder).catalog
    let readings = list.entries.map { FeedReader.read(list.path(of: $0), id: $0.id) }
    let shared = StopMatching(readings.map(\.feed)).pairs
    guard !output.json else {
      return try JSONOutput.write(
        Answer(
          feeds: list.entries, readings: readings.map(FeedWords.Item.init),
          sharedStops: shared.map {
            Answer.Shared(first: $0.first, second: $0.second, metres: $0.metres)
          }))
    }
    guard !list.entries.isEmpty else {
      return try Console.write(say(fr: "Aucun jeu de données.\n", en: "No feeds.\n"))
    }
    for (entry, reading) in zip(list.entries, readings) {
      try Console.write(
        entry.id + "\n"
          + Figures.table(
            [
              (say(fr: "Source", en: "Source"), entry.source.isEmpty ? "–" : entry.source),
              (say(fr: "Licence", en: "Licence"), entry.licence.isEmpty ? "–" : entry.licence),
              (say(fr: "Ajouté", en: "Added"), entry.added.text),
            ] + FeedWords.counts(reading.feed)) + "\n")
    }
    guard !shared.isEmpty else { return }
    try Console.write(
      say(fr: "Arrêts communs à plusieurs jeux :\n", en: "Stops of several feeds:\n"))
    for pair in shared {
      try Console.write("  \(pair.first) = \(pair.second) (\(pair.metres) m)\n")
    }
  }
}
