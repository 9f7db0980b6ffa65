import Planning

/// The keys of unserved bookings and their reasons in `plan.json`.
enum ReasonFields {
  static var unserved: FieldSet<UnservedBooking> {
    var set = FieldSet(blank: UnservedBooking(booking: "", rider: "", legs: [], reasons: []))
    set.add("booking", fr: "", required: true, \.booking, .words, about: "Id of the booking.")
    set.add("rider", fr: "", required: true, \.rider, .words, about: "Id of the rider.")
    set.add(
      "legs", fr: "", required: true, \.legs, .list(of: .words, separators: []),
      about: "Ids of the legs not served.")
    set.add(
      "reasons", fr: "", required: true, \.reasons, .records(reason),
      about: "The first is the one to tell.")
    set.add(
      "bindings", fr: "", \.bindings, .records(binding),
      about: "What keeps each volunteer and vehicle from the legs that fail for their own reasons.")
    return set
  }

  private static var binding: FieldSet<Binding> {
    var set = FieldSet(
      blank: Binding(
        leg: "", rule: "", resources: [], proven: false, text: Bilingual(fr: "", en: "")))
    set.add("leg", fr: "", required: true, \.leg, .words, about: "Id of the leg.")
    set.add("rule", fr: "", required: true, \.rule, .words, about: "Rule or figure that binds.")
    set.add(
      "resources", fr: "", required: true, \.resources, .list(of: .words, separators: []),
      about: "Ids of the volunteers and vehicles that it binds.")
    set.add(optional: "value", fr: "", \.value, .number(), about: "What was found.")
    set.add(optional: "limit", fr: "", \.limit, .number(), about: "What is allowed.")
    set.add("unit", fr: "", \.unit, .words, about: "Unit of both.")
    set.add("source", fr: "", \.source, .words, about: "Where the rule stands.")
    set.add(
      "proven", fr: "", required: true, \.proven, .flag,
      about: "Shown to hold whatever else is planned, rather than beside the plan as it stands.")
    set.add("text", fr: "", required: true, \.text, .bilingual, about: "In words.")
    return set
  }

  private static var reason: FieldSet<Reason> {
    var set = FieldSet(
      blank: Reason(code: .searchLimit, leg: "", proven: false, text: Bilingual(fr: "", en: "")))
    set.add(
      "code", fr: "", required: true, \.code,
      .choice(ReasonCode.allCases.map { Choice($0, $0.rawValue, $0.rawValue) }),
      about: "Kind of reason.")
    set.add("leg", fr: "", required: true, \.leg, .words, about: "Leg that fails.")
    set.add("rule", fr: "", \.rule, .words, about: "Rule or figure that refuses.")
    set.add(
      "resources", fr: "", \.resources, .whole(from: 0),
      about: "How many resources the reason holds for.")
    set.add("of_resources", fr: "", \.ofResources, .whole(from: 0), about: "Of how many.")
    set.add(
      "proven", fr: "", required: true, \.proven, .flag,
      about: "Shown to be impossible, rather than merely not found.")
    set.add("text", fr: "", required: true, \.text, .bilingual, about: "In words.")
    set.add(
      optional: "least_change", fr: "", \.leastChange, .record(leastChange),
      about: "Least change found that would serve the leg.")
    return set
  }

  private static var leastChange: FieldSet<LeastChange> {
    var set = FieldSet(
      blank: LeastChange(
        kind: "", amount: 0, unit: "", resource: "", text: Bilingual(fr: "", en: "")))
    set.add("kind", fr: "", required: true, \.kind, .words, about: "E.g. later_pickup.")
    set.add("amount", fr: "", required: true, \.amount, .number(), about: "Size of the change.")
    set.add("unit", fr: "", \.unit, .words, about: "Its unit.")
    set.add(
      "resource", fr: "", \.resource, .words,
      about: "Resource that would serve the leg, or whose offer would change.")
    set.add(
      "moved", fr: "", \.moved, .whole(from: 0),
      about: "Other legs that would ride with somebody else for it.")
    set.add("text", fr: "", required: true, \.text, .bilingual, about: "In words.")
    return set
  }
}
