import Planning

/// `runs.csv`: one row a stop, departure and return of the run included, so that the kilometres add up.
struct RunsCsv: Sendable {
  let index: PlanIndex
  let formats: Formats

  private static let header: [Bilingual] = [
    Bilingual(fr: "tournée", en: "run"), Bilingual(fr: "conducteur ou véhicule", en: "resource"),
    Bilingual(fr: "offre", en: "mode"), Bilingual(fr: "transporteur", en: "carrier"),
    Bilingual(fr: "ordre", en: "order"), Bilingual(fr: "P/D", en: "P/D"),
    Bilingual(fr: "action", en: "action"), Bilingual(fr: "date", en: "date"),
    Bilingual(fr: "arrivée", en: "arrival"), Bilingual(fr: "heure", en: "time"),
    Bilingual(fr: "départ", en: "departure"), Bilingual(fr: "lieu", en: "place"),
    Bilingual(fr: "commune", en: "commune"), Bilingual(fr: "voyageur", en: "rider"),
    Bilingual(fr: "demande", en: "booking"), Bilingual(fr: "trajet", en: "leg"),
    Bilingual(fr: "besoins", en: "needs"), Bilingual(fr: "accompagnants", en: "companions"),
    Bilingual(fr: "à bord", en: "on board"), Bilingual(fr: "km", en: "km"),
    Bilingual(fr: "km cumulés", en: "running km"), Bilingual(fr: "porte", en: "door"),
    Bilingual(fr: "à pied (m)", en: "on foot (m)"),
  ]

  var text: String {
    var table = CsvTable(header: Self.header.map { $0[formats.language] })
    for record in index.runs { appendRows(of: record, to: &table) }
    return table.text
  }

  private func appendRows(of record: RunRecord, to table: inout CsvTable) {
    let run = record.run
    let start = RunStop(
      kind: .base, place: run.start, arrival: run.departure, start: run.departure,
      departure: run.departure, onBoard: 0, metres: 0)
    let end = RunStop(
      kind: .base, place: run.end, arrival: run.arrival, start: run.arrival, departure: run.arrival,
      onBoard: 0, metres: record.metresToEnd)
    let leave = Bilingual(fr: "Départ", en: "Departure")[formats.language]
    let back = Bilingual(fr: "Fin de tournée", en: "End of run")[formats.language]
    var metres = 0
    table.append(row(start, action: leave, order: 0, metres: 0, run))
    for (position, stop) in run.stops.enumerated() {
      metres += stop.metres
      let action = stop.kind.title[formats.language]
      table.append(row(stop, action: action, order: position + 1, metres: metres, run))
    }
    table.append(row(end, action: back, order: run.stops.count + 1, metres: run.metres, run))
  }

  private func row(_ stop: RunStop, action: String, order: Int, metres: Int, _ run: Run) -> [String]
  {
    let isRide = stop.kind == .pickup || stop.kind == .delivery
    let needs = stop.needs.map { Needs.title($0, formats.language) }.joined(separator: ", ")
    let who = [run.id, run.resource, run.mode.shortTitle[formats.language], run.carrier]
    let times = [stop.arrival, stop.start, stop.departure].map(index.clock.text)
    let place = [index.placeName(stop.place), index.place(stop.place)?.commune ?? ""]
    let rider = [stop.rider, stop.booking, stop.leg, needs]
    return who.map(CsvTable.plain) + ["\(order)", stop.kind.letter[formats.language], action]
      + [formats.shortDate(index.clock.day(stop.start))] + times + place.map(CsvTable.plain)
      + rider.map(CsvTable.plain)
      + [isRide ? "\(stop.companions)" : "", "\(stop.onBoard)", km(stop.metres), km(metres)]
      + [CsvTable.plain(stop.door.isEmpty ? "" : index.placeName(stop.door))]
      + [stop.door.isEmpty ? "" : "\(stop.walk)"]
  }

  private func km(_ metres: Int) -> String {
    formats.fixedPoint(metres, decimals: 3, grouped: false)
  }
}
