import Planning

/// The columns of `lines.csv` and the keys of a line in `scenario.json`.
enum LineFields {
  static func set(_ places: PlaceIndex) -> FieldSet<VirtualLine> {
    var set = FieldSet(blank: VirtualLine(id: "", vehicle: "", days: [], stops: []))
    set.add(
      "id", fr: "id", also: ["ligne", "line", "code"], required: true, \.id, .id,
      about: "Short code of the line, that legs name.")
    set.add(
      "vehicle", fr: "vehicule", also: ["service"], required: true, \.vehicle, .pseudonym,
      about: "Id of the demand-responsive vehicle that runs it.")
    set.add(
      "days", fr: "jours", also: ["jour", "dates", "day"], required: true, \.days, .days,
      about: "every_day, monday to sunday, or dates on which it may be booked.")
    set.add(
      "stops", fr: "arrets", also: ["horaires", "arret"], required: true, \.stops,
      .list(of: .lineStop(places), separators: ["\n"]),
      about: "In driving order with the vehicle's times; in a cell: place 08:10 | place 08:25.")
    return set
  }

  /// The keys of one stop.
  static func stop(_ places: PlaceIndex) -> FieldSet<LineStop> {
    var set = FieldSet(blank: LineStop(place: "", time: ClockTime(seconds: 0)))
    set.add(
      "place", fr: "", required: true, \.place, .place(places), about: "Id of the place.")
    set.add(
      "time", fr: "", required: true, \.time, .time, about: "When the vehicle leaves it.")
    return set
  }
}

extension FieldCodec where Value == LineStop {
  /// `Foirail 08:10` in a cell: a place by id, name or alias, and the time.
  static func lineStop(_ places: PlaceIndex) -> FieldCodec {
    let fields = LineFields.stop(places)
    let place = FieldCodec<String>.place(places)
    return FieldCodec(
      schema: fields.schema,
      parse: { text throws(Complaint) in
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count > 1, let time = ClockTime(words[words.count - 1]) else {
          throw .badLineStop
        }
        return LineStop(
          place: try place.parse(words.dropLast().joined(separator: " ")), time: time)
      },
      print: { stop, language in place.print(stop.place, language) + " " + stop.time.text },
      decode: { fields.decode($0, $1, $2) },
      encode: { fields.encode($0) })
  }
}

extension Complaint {
  static let badLineStop = Complaint(
    "bad-line-stop",
    cause: Bilingual(fr: "Arrêt illisible.", en: "Unreadable stop."),
    remedy: Bilingual(
      fr: "Écrivez le lieu puis l’heure, par exemple « Foirail 08:10 | Mairie 08:25 ».",
      en: "Write the place and then the time, e.g. “Foirail 08:10 | Town hall 08:25”."))
}
