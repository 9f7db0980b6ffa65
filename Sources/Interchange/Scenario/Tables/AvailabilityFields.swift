import Planning

/// Availability as it is written: several days on one row, and the window in two parts.
struct AvailabilityDraft {
  var resource = ""
  var days: [Availability.Days] = []
  var start: ClockTime?
  var end: ClockTime?
  var absent = false
  var lastEnd: ClockTime?
  var endPlace: String?
  var wishedStart: ClockTime?
  var wishedEnd: ClockTime?

  init() {}

  init(_ availability: Availability) {
    resource = availability.resource
    days = [availability.days]
    start = availability.window?.start
    end = availability.window?.end
    absent = availability.window == nil
    lastEnd = availability.lastEnd
    endPlace = availability.endPlace.isEmpty ? nil : availability.endPlace
    wishedStart = availability.wishedStart
    wishedEnd = availability.wishedEnd
  }

  /// One entry a day.
  func entries() throws(Complaint) -> [Availability] {
    var window: ClockWindow?
    switch (start, end) {
    case (nil, nil):
      guard absent else { throw .noHours }
      guard lastEnd == nil, endPlace == nil, wishedStart == nil, wishedEnd == nil else {
        throw .absentWithHours
      }
    case (let start?, let end?):
      guard !absent else { throw .absentWithHours }
      guard start < end else { throw .hoursReversed }
      window = ClockWindow(start: start, end: end)
    default: throw absent ? .absentWithHours : .halfHours
    }
    return days.map {
      Availability(
        resource: resource, days: $0, window: window, lastEnd: lastEnd, endPlace: endPlace ?? "",
        wishedStart: wishedStart, wishedEnd: wishedEnd)
    }
  }

  /// The value to show where the hours are wrong.
  var shown: String {
    "\(start?.text ?? "")-\(end?.text ?? "")" + (absent ? " absent" : "")
  }
}

/// The columns of `availability.csv` and the keys of an availability in `scenario.json`.
enum AvailabilityFields {
  static func set(_ places: PlaceIndex) -> FieldSet<AvailabilityDraft> {
    var set = FieldSet(blank: AvailabilityDraft())
    set.add(
      "resource", fr: "ressource",
      also: ["benevole", "vehicule", "conducteur", "volunteer", "vehicle"],
      required: true, \.resource, .pseudonym, about: "Id of a volunteer or vehicle.")
    set.add(
      "days", fr: "jours", also: ["jour", "date", "dates", "day", "quand"], required: true, \.days,
      .days,
      about: "every_day, monday to sunday, or dates, which win over the weekly pattern.")
    set.add(
      optional: "start", fr: "debut", also: ["de", "heure_debut", "from"], \.start, .time,
      about: "Begin of the window.")
    set.add(
      optional: "end", fr: "fin", also: ["a", "heure_fin", "to"], \.end, .time,
      about: "End of the window.")
    set.add(
      "absent", fr: "absent", also: ["absence", "conge"], \.absent, .flag,
      about: "Not there at all on these days, in place of a window.")
    set.add(
      optional: "last_end", fr: "fin_veille", also: ["derniere_fin", "fin_la_veille"],
      isSparse: true,
      \.lastEnd, .time,
      about: "When the driver ended the day before; the daily rest of the profile comes first.")
    set.add(
      optional: "end_place", fr: "lieu_fin", also: ["finit_a", "lieu_de_fin"], isSparse: true,
      \.endPlace, .place(places),
      about: "Place where these hours end in place of home or depot: id, name or alias.")
    set.add(
      optional: "wished_start", fr: "debut_souhaite", isSparse: true, \.wishedStart, .time,
      about: "Begin of the hours within the window that the driver would rather keep to.")
    set.add(
      optional: "wished_end", fr: "fin_souhaitee", isSparse: true, \.wishedEnd, .time,
      about: "End of the hours within the window that the driver would rather keep to.")
    return set
  }
}

extension FieldCodec where Value == [Availability.Days] {
  /// One day in JSON or a list of them; in cells also `lundi-vendredi`.
  static var days: FieldCodec {
    let list = FieldCodec.codes(.day)
    var codec = list
    codec.schema = [
      "oneOf": [
        FieldCodec<Availability.Days>.day.schema,
        [
          "type": "array", "minItems": 1, "items": FieldCodec<Availability.Days>.day.schema,
        ],
      ]
    ]
    codec.parse = { text throws(Complaint) in
      if let whole = try? FieldCodec<Availability.Days>.day.parse(text) { return [whole] }
      var days: [Availability.Days] = []
      for part in text.split(whereSeparator: { " |,;\n\u{A0}".contains($0) }) {
        if let span = span(String(part)) {
          days += span
        } else {
          days.append(try FieldCodec<Availability.Days>.day.parse(String(part)))
        }
      }
      return days
    }
    codec.decode = { node, site, log in
      if case .array(let items) = node.content {
        if items.isEmpty {
          log.fault(.missingValue, at: site, node: node)
          return nil
        }
        return list.decode(node, site, log)
      }
      return FieldCodec<Availability.Days>.day.decode(node, site, log).map { [$0] }
    }
    codec.encode = { days in
      days.count == 1 ? FieldCodec<Availability.Days>.day.encode(days[0]) : list.encode(days)
    }
    return codec
  }

  /// The days of `lundi-vendredi`, also over the week's end.
  private static func span(_ text: String) -> Value? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    let week = Weekday.allCases
    let days = ends.map { end in
      weekdays.first { choice in
        ([choice.key, choice.french] + choice.others).contains(Fold.key(String(end)))
      }?.value
    }
    guard let first = days[0].flatMap(week.firstIndex), let last = days[1].flatMap(week.firstIndex)
    else { return nil }
    let length = (last - first + week.count) % week.count
    return (0...length).map { .weekday(week[(first + $0) % week.count]) }
  }
}

private let weekdays = [
  Choice(Weekday.monday, "monday", "lundi", "lun"),
  Choice(.tuesday, "tuesday", "mardi", "mar"),
  Choice(.wednesday, "wednesday", "mercredi", "mer"),
  Choice(.thursday, "thursday", "jeudi", "jeu"),
  Choice(.friday, "friday", "vendredi", "ven"),
  Choice(.saturday, "saturday", "samedi", "sam"),
  Choice(.sunday, "sunday", "dimanche", "dim"),
]

extension FieldCodec where Value == Availability.Days {
  static var day: FieldCodec {
    let names =
      [Choice(Availability.Days.everyDay, "every_day", "tous les jours", "everyday", "toujours")]
      + weekdays.map { named in
        var choice = Choice(Availability.Days.weekday(named.value), named.key, named.french)
        choice.others = named.others
        return choice
      }
    let word = FieldCodec.choice(names)
    let date = FieldCodec<PlanDate>.date
    func day(
      _ text: String, _ parse: (String) throws(Complaint) -> Availability.Days
    ) throws(Complaint) -> Availability.Days {
      if text.first?.isNumber == true { return .date(try date.parse(text)) }
      return try parse(text)
    }
    let strict = FieldCodec.text(
      schema: [
        "oneOf": [date.schema, ["type": "string", "enum": .array(names.map { .string($0.key) })]]
      ],
      parse: { text throws(Complaint) in
        try day(text) { text throws(Complaint) in
          guard let named = names.first(where: { $0.key == text }) else {
            throw .notOneOf(names.map(\.key) + ["2026-11-25"])
          }
          return named.value
        }
      },
      print: { value, language in
        if case .date(let found) = value { return found.text }
        return word.print(value, language)
      })
    var codec = strict
    codec.parse = { text throws(Complaint) in try day(text, word.parse) }
    return codec
  }
}

extension Complaint {
  static let noHours = Complaint(
    "no-hours",
    cause: Bilingual(
      fr: "Ni heures de présence, ni absence.", en: "Neither hours nor an absence."),
    remedy: Bilingual(
      fr: "Remplissez début et fin, ou écrivez « oui » sous « absent ».",
      en: "Fill in start and end, or write “yes” under “absent”."))

  static let halfHours = Complaint(
    "no-hours",
    cause: Bilingual(
      fr: "Il manque le début ou la fin.", en: "The start or the end is missing."),
    remedy: Bilingual(fr: "Remplissez les deux heures.", en: "Fill in both times."))

  static let absentWithHours = Complaint(
    "absent-with-hours",
    cause: Bilingual(
      fr: "Absent, et pourtant des heures de présence.", en: "Absent, and yet hours are given."),
    remedy: Bilingual(
      fr: "Videz les heures, ou retirez l’absence.", en: "Clear the hours, or the absence."))

  static let hoursReversed = Complaint(
    "hours-reversed",
    cause: Bilingual(fr: "La fin précède le début.", en: "The end precedes the start."),
    remedy: Bilingual(
      fr: "Échangez-les ; après minuit, écrivez 25:00 pour 1 h.",
      en: "Swap them; after midnight write 25:00 for 1 a.m."))
}
