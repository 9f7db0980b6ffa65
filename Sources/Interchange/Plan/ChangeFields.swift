import Planning

/// The keys of `changes` in `plan.json`: what differs from the plan that people were told.
enum ChangeFields {
  /// - Parameter clock: the clock of the plan's date and zone.
  static func set(_ clock: PlanClock) -> FieldSet<PlanChanges> {
    var set = FieldSet(blank: PlanChanges(previous: "", keepsTimes: false, changes: []))
    set.add(
      "previous", fr: "", \.previous, .words,
      about: "plan_hash of the plan that people were told.")
    set.add("keeps_times", fr: "", \.keepsTimes, .flag, about: "Times told hold as promised.")
    set.add(
      "changes", fr: "", required: true, \.changes, .records(change(clock)),
      about: "What must be told to whom.")
    return set
  }

  private static func change(_ clock: PlanClock) -> FieldSet<PlanChange> {
    var set = FieldSet(
      blank: PlanChange(kind: .timeMoved, person: "", text: Bilingual(fr: "", en: "")))
    set.add(
      "kind", fr: "", required: true, \.kind,
      .choice(PlanChange.Kind.allCases.map { Choice($0, $0.rawValue, $0.rawValue) }),
      about: "Kind of change.")
    set.add(
      "person", fr: "", required: true, \.person, .words,
      about: "Whom to tell: id of a rider, or of a volunteer or vehicle.")
    set.add(
      "legs", fr: "", \.legs, .list(of: .words, separators: []), about: "Ids of the legs concerned."
    )
    set.add(optional: "before", fr: "", \.before, .instant(clock), about: "Pick-up told.")
    set.add(optional: "after", fr: "", \.after, .instant(clock), about: "Pick-up planned now.")
    set.add("from", fr: "", \.from, .words, about: "Resource told.")
    set.add("to", fr: "", \.to, .words, about: "Resource planned now.")
    set.add("price", fr: "", \.price, .number(), about: "Euros that the change weighs.")
    set.add("text", fr: "", required: true, \.text, .bilingual, about: "In words.")
    return set
  }
}
