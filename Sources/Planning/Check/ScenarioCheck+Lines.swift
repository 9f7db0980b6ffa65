extension ScenarioCheck {
  /// R30: lines have a vehicle, stops and ascending times.
  mutating func checkLines() {
    requireUnique(
      scenario.lines.enumerated().map { ObjectKey(.line, index: $0, id: $1.id, field: "id") })
    let vehicles = scenario.vehicles.filter { $0.mode == .tad }.map(\.id)
    for (i, line) in scenario.lines.enumerated() {
      func key(_ field: String) -> ObjectKey {
        ObjectKey(.line, index: i, id: line.id, field: field)
      }
      if !vehicles.contains(line.vehicle) {
        addUnknown(.vehicle, line.vehicle, at: key("vehicle"), known: vehicles.sorted())
      }
      for stop in line.stops {
        requirePlace(stop.place, at: key("stops"))
        requireExisting(stop.time, at: key("stops"))
      }
      let times = line.stops.map(\.time)
      guard line.stops.count < 2 || zip(times, times.dropFirst()).contains(where: { $0 >= $1 })
      else { continue }
      faults.add(
        "line-out-of-order", at: key("stops"), value: times.map(\.text).joined(separator: " "),
        cause: Bilingual(
          fr: "Une ligne a au moins deux arrêts, chacun plus tard que le précédent.",
          en: "A line has at least two stops, each later than the one before."),
        remedy: Bilingual(
          fr: "Rangez les arrêts dans l’ordre de la course ; après minuit, comptez 24:10.",
          en: "List the stops in driving order; after midnight count on: 24:10."))
    }
  }

  /// R30: a leg on a line names one that runs that day, and a ride of it, by a fixed time.
  mutating func checkLine(of leg: Leg, key: (String) -> ObjectKey) {
    guard !leg.line.isEmpty else { return }
    guard let line = scenario.lines.first(where: { $0.id == leg.line }) else {
      addUnknown(.line, leg.line, at: key("line"), known: scenario.lines.map(\.id))
      return
    }
    if !line.runs(on: scenario.territory.date) {
      faults.add(
        "line-not-running", at: key("line"), value: leg.line,
        cause: Bilingual(
          fr: "La ligne \(line.id) ne circule pas ce jour-là.",
          en: "Line \(line.id) does not run on that day."),
        remedy: Bilingual(
          fr: "Choisissez un autre jour, ou retirez la ligne du trajet.",
          en: "Choose another day, or take the line off the leg."))
    }
    if case .fixed(let time) = leg.anchor,
      line.arrival(at: leg.to, from: leg.from, leaving: time) != nil
    {
      return
    }
    let ride = "\(leg.from) \(leg.anchor.time?.text ?? "") → \(leg.to)"
    let stops = line.stops.map { "\($0.place) \($0.time.text)" }.joined(separator: ", ")
    faults.add(
      "not-on-line", at: key("anchor"), value: ride,
      cause: Bilingual(
        fr: "La ligne \(line.id) n’a pas ce trajet : \(stops).",
        en: "Line \(line.id) has no such ride: \(stops)."),
      remedy: Bilingual(
        fr: "Donnez une heure fixe, celle de la ligne au lieu de départ, et un arrêt plus loin.",
        en: "Give a fixed time, that of the line where the leg begins, and a stop further on."))
  }
}
