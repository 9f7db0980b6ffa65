import Planning

/// The keys of the indicators in `plan.json`.
enum IndicatorFields {
  static var set: FieldSet<Indicators> {
    var set = FieldSet(blank: Indicators())
    addCounts(to: &set)
    set.add("km", fr: "", \.kilometres, .number(), about: "Kilometres driven.")
    set.add("empty_km", fr: "", \.emptyKilometres, .number(), about: "Of them without riders.")
    set.add(
      "occupancy", fr: "", \.occupancy, .number(),
      about: "Rider-kilometres over loaded vehicle-kilometres.")
    set.add(
      "ride_ratio_mean", fr: "", \.rideRatioMean, .number(),
      about: "Mean of time on board over direct time.")
    set.add(
      "ride_ratio_95", fr: "", \.rideRatio95, .number(), about: "Its 95th percentile.")
    set.add(
      optional: "parked_minutes", fr: "", \.parkedMinutes, .number(),
      about: "Minutes that riders wait in a standing vehicle, summed over riders.")
    set.add("cost", fr: "", \.cost, .number(), about: "Euros.")
    set.add(
      optional: "cost_unshared", fr: "", \.costUnshared, .number(),
      about: "Euros for the same legs, one vehicle trip each.")
    set.add(
      "served_legs_by_mode", fr: "", \.servedLegsByMode, .map(.whole(from: 0)),
      about: "Legs served, by mode.")
    set.add(
      "unserved_by_reason", fr: "", \.unservedByReason, .map(.whole(from: 0)),
      about: "Legs not served, by reason code.")
    return set
  }

  private static func addCounts(to set: inout FieldSet<Indicators>) {
    set.add("legs", fr: "", \.legs, .whole(from: 0), about: "Legs asked for.")
    set.add("served_legs", fr: "", \.servedLegs, .whole(from: 0), about: "Legs served.")
    set.add("bookings", fr: "", \.bookings, .whole(from: 0), about: "Bookings asked for.")
    set.add(
      "served_bookings", fr: "", \.servedBookings, .whole(from: 0), about: "Bookings served whole.")
    set.add(
      "outside_legs", fr: "", \.outsideLegs, .whole(from: 0),
      about: "Legs that somebody outside the scheme drives; not among the served.")
    set.add(
      "outside_cost", fr: "", \.outsideCost, .number(), about: "Euros paid for them.")
    set.add("runs", fr: "", \.runs, .whole(from: 0), about: "Runs.")
    set.add(
      "shared_legs", fr: "", \.sharedLegs, .whole(from: 0),
      about: "Legs that shared a vehicle for part of the way.")
  }
}
