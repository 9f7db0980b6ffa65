import Planning

/// Which way a row of `bookings.csv` goes; it puts the rows of a booking in order.
enum Direction: Int, Comparable {
  case outward, between, back

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A leg as it is written: its anchor in parts, of which exactly one may be given.
struct LegDraft {
  var id = ""
  var direction: Direction?
  var from = ""
  var to = ""
  var anchor = AnchorDraft()
  var sharing = Sharing.yes
  var earliestBefore: Int?
  var latestBefore: Int?
  var latestAfter: Int?
  var sameDriver = SameDriver.free
  var line = ""

  /// The leg, with `anchor` in place of the parts.
  func leg(id: String, anchor: Anchor) -> Leg {
    Leg(
      id: id, from: from, to: to, anchor: anchor, sharing: sharing, earliestBefore: earliestBefore,
      latestBefore: latestBefore, latestAfter: latestAfter, sameDriver: sameDriver, line: line)
  }

  init() {}

  init(_ leg: Leg) {
    id = leg.id
    from = leg.from
    to = leg.to
    anchor = AnchorDraft(leg.anchor)
    sharing = leg.sharing
    earliestBefore = leg.earliestBefore
    latestBefore = leg.latestBefore
    latestAfter = leg.latestAfter
    sameDriver = leg.sameDriver
    line = leg.line
  }
}

/// The leg-level columns of `bookings.csv` and the keys of a leg in `scenario.json`.
enum LegFields {
  static func set(_ places: PlaceIndex) -> FieldSet<LegDraft> {
    var set = FieldSet(blank: LegDraft())
    set.add(
      "id", fr: "trajet", en: "leg", also: ["id_trajet", "leg_id", "course"], \.id, .pseudonym,
      about: "Id of the leg; default: the booking's id, a hyphen and the leg's number.")
    set.add(
      "from", fr: "lieu_depart", also: ["depart", "origine", "de", "origin"], required: true,
      \.from,
      .place(places), about: "Where the leg begins: id, name or alias of a place.")
    set.add(
      "to", fr: "lieu_arrivee", also: ["arrivee", "destination", "vers", "a"], required: true, \.to,
      .place(places), about: "Where the leg ends: id, name or alias of a place.")
    set.add(
      "sharing", fr: "partage", also: ["share", "partageable"], \.sharing, .sharing,
      about: "Whether others may ride along.")
    set.add(
      optional: "earliest_before_minutes", fr: "avance_max",
      also: ["earliest_before", "avance_maximale"],
      \.earliestBefore, .minutes,
      about: "arrive_by only: how long before the appointment the rider may arrive at most.")
    set.add(
      optional: "latest_before_minutes", fr: "avance_min",
      also: ["latest_before", "avance_minimale"],
      \.latestBefore, .minutes,
      about: "arrive_by only: how long before the appointment the rider must arrive at least.")
    set.add(
      optional: "latest_after_minutes", fr: "retard_max", also: ["latest_after", "retard_maximal"],
      \.latestAfter, .minutes,
      about: "Other anchors: how long after the time pick-up may be at most.")
    set.add(
      "same_driver", fr: "meme_conducteur", \.sameDriver, .choice(sameDriver),
      about: "Whether the driver of the leg before drives this one too.")
    set.add(
      "line", fr: "ligne", also: ["ligne_virtuelle"], isSparse: true, \.line, .optionalId,
      about: "Line that the leg is booked on, with its fixed time; absent: none.")
    return set
  }

  /// The column that only spreadsheets have.
  static var direction: FieldSet<LegDraft> {
    var set = FieldSet(blank: LegDraft())
    set.add(
      optional: "direction", fr: "sens", \.direction,
      .choice([
        Choice(.outward, "outward", "aller", "outbound", "out"),
        Choice(.between, "between", "étape", "intermediaire", "stop"),
        Choice(.back, "return", "retour", "back", "inbound"),
      ]), about: "Orders the legs of a booking.")
    return set
  }

  private static let sameDriver = [
    Choice(SameDriver.required, "required", "obligatoire", "oui", "yes"),
    Choice(.preferred, "preferred", "préféré", "si possible"),
    Choice(.free, "free", "libre", "non", "no"),
  ]
}
