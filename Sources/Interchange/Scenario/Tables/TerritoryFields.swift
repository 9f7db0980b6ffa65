import Planning

/// The keys of `territory.json`, and of `territory` in `scenario.json`.
enum TerritoryFields {
  /// The version of the format that this release reads and writes.
  static let version = 1

  static var set: FieldSet<Territory> {
    var set = FieldSet(
      blank: Territory(id: "", name: "", date: PlanDate(year: 2000, month: 1, day: 1)))
    set.add(
      "version", fr: "", required: true, \.version,
      .whole(from: 1).checked(schema: ["const": .integer(version)]) {
        $0 == version ? nil : .otherVersion($0)
      }, about: "Version of the scenario format.")
    set.add("id", fr: "", required: true, \.id, .id, about: "Short code of the territory.")
    set.add("name", fr: "", required: true, \.name, .words, about: "Name of the territory.")
    set.add(
      "time_zone", fr: "", \.timeZone, .words, about: "IANA name of the time zone.")
    set.add("date", fr: "", required: true, \.date, .date, about: "The day planned for.")
    set.add(
      "holidays", fr: "", \.holidays, .codes(.date),
      about: "Days on which services marked as closed on holidays do not run.")
    set.add(
      "profiles", fr: "", \.profiles, .map(.id),
      about: "Rule profiles by kind; a kind not named takes the shipped profile in force.")
    set.add(
      "priorities", fr: "", \.priorities, .map(.number()),
      about: "Weight of each priority class that bookings name; 1 is ordinary.")
    set.add(
      optional: "pooling_carriers", fr: "", \.poolingCarriers, .list(of: .words, separators: []),
      about: "Carriers that have agreed to carry each other's patients where bookings allow it; "
        + "absent: the bookings alone say.")
    set.add(
      "rota", fr: "", \.rota, .records(turn),
      about: "Turns of carriers with patients who leave the choice of one to the scheme.")
    set.add(
      "fallbacks", fr: "", \.fallbacks, .records(FallbackFields.set),
      about: "Who outside the scheme takes whom it cannot serve, at a price and up to a budget.")
    set.add(
      "provenance", fr: "", \.provenance, .words,
      about: "Where the people and places come from, e.g. synthetic.")
    set.add(
      optional: "roads", fr: "", \.roads, .roads,
      about: "Road times: a path beside this file (road graph, matrix, or folder of road tables), "
        + "or osrm:URL, valhalla:URL; without it times are estimated from straight lines.")
    set.add(
      optional: "transit", fr: "", \.transit, .words,
      about:
        "Published timetables (GTFS): a path beside this file to a folder of feeds, a feed or an archive."
    )
    return set
  }

  private static var turn: FieldSet<CarrierTurn> {
    var set = FieldSet(blank: CarrierTurn(carrier: "", share: 0))
    set.add("carrier", fr: "", required: true, \.carrier, .words, about: "Name of the carrier.")
    set.add(
      "share", fr: "", required: true, \.share, .decimal(from: 0, to: 1_000_000),
      about: "Weight of its share; shares are in proportion to each other.")
    set.add(
      "legs_this_month", fr: "", \.legsThisMonth, .whole(from: 0),
      about: "Legs of such patients given to it since the month began, before the day.")
    return set
  }
}

extension Complaint {
  static func otherVersion(_ found: Int) -> Complaint {
    Complaint(
      "unknown-version",
      cause: Bilingual(
        fr: "Ce fichier est de la version \(found).", en: "This file is of version \(found)."),
      remedy: Bilingual(
        fr: "Cette version de Camin lit la version \(TerritoryFields.version).",
        en: "This release of Camin reads version \(TerritoryFields.version)."))
  }
}
