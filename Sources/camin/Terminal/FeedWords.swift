internal import Desk
internal import Interchange
internal import OpenData
internal import Planning

/// Feeds and what is wrong with them, as people and programs are told.
enum FeedWords {
  /// What `--json` tells of a feed.
  struct Item: Encodable {
    struct Notice: Encodable {
      let severity: String
      let code: String
      let file: String
      let line: Int?
      let field: String
      let value: String
      let cause: Bilingual
      let remedy: Bilingual
    }
    let id: String
    let usable: Bool
    let stops: Int
    let routes: Int
    let trips: Int
    let stopTimes: Int
    let flexTimes: Int
    let validFrom: String?
    let validUntil: String?
    /// All found, by the code of the public validator; also those not listed.
    let counts: [String: Int]
    let notices: [Notice]

    init(_ reading: FeedReading) {
      let feed = reading.feed
      id = feed.id
      usable = reading.isUsable
      (stops, routes, trips) = (feed.stops.count, feed.routes.count, feed.trips.count)
      (stopTimes, flexTimes) = (feed.stopTimes.count, feed.flexTimes.count)
      validFrom = feed.validity?.lowerBound.text
      validUntil = feed.validity?.upperBound.text
      counts = Dictionary(
        uniqueKeysWithValues: reading.notices.counts.map { ($0.key.rawValue, $0.value) })
      notices = reading.notices.sorted.map {
        let words = $0.code.words
        return Notice(
          severity: $0.severity.rawValue, code: $0.code.rawValue, file: $0.place.file,
          line: $0.place.line, field: $0.field, value: $0.value, cause: words.cause,
          remedy: words.remedy)
      }
    }
  }

  static func counts(_ feed: Feed) -> [(String, String)] {
    [
      (say(fr: "Arrêts", en: "Stops"), Figures.whole(feed.stops.count)),
      (say(fr: "Lignes", en: "Routes"), Figures.whole(feed.routes.count)),
      (say(fr: "Courses", en: "Trips"), Figures.whole(feed.trips.count)),
      (say(fr: "Passages", en: "Stop times"), Figures.whole(feed.stopTimes.count)),
      (
        say(fr: "Plages à la demande", en: "Windows on demand"), Figures.whole(feed.flexTimes.count)
      ),
      (
        say(fr: "Valable", en: "Valid"),
        feed.validity.map { $0.lowerBound.text + " – " + $0.upperBound.text } ?? "–"
      ),
    ]
  }

  /// Figures and grave notices of feeds.
  static func tell(_ readings: [FeedReading], _ output: OutputOptions, all: Bool = false) throws {
    guard !output.json else { return try JSONOutput.write(readings.map(Item.init)) }
    guard !output.quiet else { return }
    for reading in readings {
      try Console.write(reading.feed.id + "\n" + Figures.table(counts(reading.feed)))
      let told = reading.notices.sorted.filter { all || $0.severity == .error }
      if !told.isEmpty {
        try Console.write(FaultPrinter.text(told.map(\.fault), language: output.language) + "\n")
      }
      try Console.write(totals(reading.notices) + "\n")
    }
  }

  private static func totals(_ log: NoticeLog) -> String {
    let (errors, warnings, infos) = (log.count(.error), log.count(.warning), log.count(.info))
    return say(
      fr: "Erreurs : \(errors), avertissements : \(warnings), remarques : \(infos).",
      en: "Errors: \(errors), warnings: \(warnings), remarks: \(infos).")
  }
}
