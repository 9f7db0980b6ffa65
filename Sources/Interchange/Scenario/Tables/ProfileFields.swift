import Planning

/// The keys of a rule profile: a file of `rules/`, or an item of `profiles` in `scenario.json`.
enum ProfileFields {
  static var set: FieldSet<RuleProfile> {
    let title = Bilingual(fr: "", en: "")
    var set = FieldSet(
      blank: RuleProfile(
        id: "", kind: "", title: title, validFrom: PlanDate(year: 2000, month: 1, day: 1)))
    set.add("id", fr: "", required: true, \.id, .id, about: "E.g. tad-figeac-2026.")
    set.add(
      "kind", fr: "", required: true, \.kind, .id,
      about: "tap, vsl, taxi, tus, tad, volunteer, needs, roads or objective.")
    set.add("title", fr: "", required: true, \.title, .bilingual, about: "Title in both languages.")
    set.add(
      "valid_from", fr: "", also: ["validFrom"], required: true, \.validFrom, .date,
      about: "First day in force.")
    set.add(
      optional: "valid_to", fr: "", also: ["validTo"], \.validTo, .date,
      about: "Last day in force; absent: open.")
    set.add(
      "figures", fr: "", \.figures, .map(.record(figure)), about: "Figures by key.")
    return set
  }

  private static var figure: FieldSet<Figure> {
    var set = FieldSet(blank: Figure(value: 0, unit: "", source: "", status: .assumed))
    set.add("value", fr: "", required: true, \.value, .number(), about: "The figure.")
    set.add("unit", fr: "", required: true, \.unit, .words, about: "Unit, e.g. min or km.")
    set.add("source", fr: "", required: true, \.source, .words, about: "What the figure rests on.")
    set.add(
      "status", fr: "", required: true, \.status, .figureStatus,
      about: "How well the figure is known.")
    return set
  }
}

extension FieldCodec where Value == Figure.Status {
  /// How well a figure is known.
  static var figureStatus: FieldCodec {
    .choice([
      Choice(.confirmed, "confirmed", "confirmé"), Choice(.secondary, "secondary", "secondaire"),
      Choice(.assumed, "assumed", "supposé"),
    ])
  }
}

extension FieldCodec where Value == Bilingual {
  /// A text in both languages.
  static var bilingual: FieldCodec {
    var set = FieldSet(blank: Bilingual(fr: "", en: ""))
    set.add("fr", fr: "", required: true, \.fr, .words, about: "French.")
    set.add("en", fr: "", required: true, \.en, .words, about: "English.")
    return .record(set)
  }
}
