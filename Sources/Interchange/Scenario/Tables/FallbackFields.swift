import Planning

/// The keys of an outside fallback in the territory.
enum FallbackFields {
  static var set: FieldSet<OutsideFallback> {
    var set = FieldSet(blank: OutsideFallback(id: ""))
    set.add("id", fr: "", required: true, \.id, .id, about: "Short code, e.g. taxi-voucher.")
    set.add("name", fr: "", \.name, .words, about: "As people call it; empty: by its id.")
    set.add(
      "fixed", fr: "", \.fixed, .decimal(from: 0, to: 10_000), about: "Euros for each leg.")
    set.add(
      "per_km", fr: "", \.perKilometre, .decimal(from: 0, to: 10_000),
      about: "Euros for each kilometre of the leg's direct way.")
    set.add(
      "budget", fr: "", required: true, \.budget, .decimal(from: 0, to: 1_000_000),
      about: "Euros a day.")
    set.add(
      "modes", fr: "", \.modes, .codes(.mode),
      about: "Offers it stands in for: bookings that admit one of these; empty: any.")
    set.add(
      "insured", fr: "", \.insured, .flag,
      about: "Takes prescribed trips too, which the health insurance pays.")
    set.add(
      "purposes", fr: "", \.purposes, .codes(.id),
      about: "Purposes of the bookings that it takes; empty: any.")
    set.add(
      "needs_accepted", fr: "", \.needsAccepted, .codes(.id),
      about: "Need codes it caters for, of those that a driver must have accepted.")
    set.add(
      optional: "longest_km", fr: "", \.longestKilometres, .decimal(from: 0),
      about: "Longest direct way of a leg that it takes.")
    return set
  }
}
