import Planning

/// The keys of a run and its stops in `plan.json`.
enum RunFields {
  static func set(_ clock: PlanClock) -> FieldSet<Run> {
    var set = FieldSet(
      blank: Run(
        id: "", resource: "", mode: .tad, carrier: "", start: "", end: "", departure: 0,
        arrival: 0, stops: [], metres: 0, emptyMetres: 0, driving: 0, waiting: 0, cost: 0,
        layout: 0))
    set.add("id", fr: "", required: true, \.id, .words, about: "Resource and shift, e.g. v07#2.")
    set.add("resource", fr: "", required: true, \.resource, .words, about: "Id of the resource.")
    set.add("mode", fr: "", required: true, \.mode, .mode, about: "Offer of the resource.")
    set.add("carrier", fr: "", \.carrier, .words, about: "Firm or service.")
    set.add("start", fr: "", required: true, \.start, .words, about: "Place id of the start.")
    set.add("end", fr: "", required: true, \.end, .words, about: "Place id of the end.")
    set.add(
      "departure", fr: "", required: true, \.departure, .instant(clock),
      about: "When the run starts.")
    set.add(
      "arrival", fr: "", required: true, \.arrival, .instant(clock), about: "When the run ends.")
    set.add(
      "stops", fr: "", required: true, \.stops, .records(stop(clock)), about: "In driving order.")
    set.add("metres", fr: "", \.metres, .whole(from: 0), about: "Length of the run.")
    set.add(
      "empty_metres", fr: "", \.emptyMetres, .whole(from: 0), about: "Of it without riders.")
    set.add("driving_seconds", fr: "", \.driving, .whole(from: 0), about: "Time driven.")
    set.add("waiting_seconds", fr: "", \.waiting, .whole(from: 0), about: "Time waited.")
    set.add("cost", fr: "", \.cost, .number(), about: "Euros.")
    set.add(
      "layout", fr: "", \.layout, .whole(from: 0), about: "Index into the vehicle's layouts.")
    set.add(
      optional: "few_riders", fr: "", \.fewRiders, .record(fewRiders),
      about: "The run goes out for fewer riders than the service would rather have.")
    return set
  }

  private static var fewRiders: FieldSet<FewRiders> {
    var set = FieldSet(blank: FewRiders(riders: 0, least: 0))
    set.add(
      "riders", fr: "", required: true, \.riders, .whole(from: 0),
      about: "People carried, companions included.")
    set.add(
      "least", fr: "", required: true, \.least, .whole(from: 0),
      about: "Riders from which on it goes out gladly.")
    return set
  }

  private static func stop(_ clock: PlanClock) -> FieldSet<RunStop> {
    var set = FieldSet(
      blank: RunStop(
        kind: .pickup, place: "", arrival: 0, start: 0, departure: 0, onBoard: 0, metres: 0))
    set.add("kind", fr: "", required: true, \.kind, .choice(kinds), about: "What happens.")
    set.add("place", fr: "", required: true, \.place, .words, about: "Place id.")
    set.add("leg", fr: "", \.leg, .words, about: "Id of the leg; empty for breaks and base visits.")
    set.add("booking", fr: "", \.booking, .words, about: "Id of the booking.")
    set.add("rider", fr: "", \.rider, .words, about: "Id of the rider.")
    set.add(
      "needs", fr: "", \.needs, .list(of: .words, separators: []), about: "The rider's need codes.")
    set.add(
      "companions", fr: "", \.companions, .whole(from: 0), about: "People who come along.")
    set.add(
      "arrival", fr: "", required: true, \.arrival, .instant(clock), about: "Vehicle arrives.")
    set.add("start", fr: "", required: true, \.start, .instant(clock), about: "Service begins.")
    set.add(
      "departure", fr: "", required: true, \.departure, .instant(clock), about: "Vehicle leaves.")
    set.add(
      "on_board", fr: "", \.onBoard, .whole(from: 0), about: "People on board when it leaves.")
    set.add("metres", fr: "", \.metres, .whole(from: 0), about: "From the stop before.")
    set.add(
      "door", fr: "", \.door, .words,
      about: "Place id of the rider's door where the vehicle stands at a stop near it.")
    set.add(
      "walk_metres", fr: "", \.walk, .whole(from: 0), about: "On foot between door and stop.")
    return set
  }

  private static let kinds = [
    Choice(RunStop.Kind.pickup, "pickup", "prise en charge"),
    Choice(.delivery, "delivery", "dépose"), Choice(.rest, "break", "pause"),
    Choice(.base, "base", "base"),
  ]
}
