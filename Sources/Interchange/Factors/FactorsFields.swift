import Planning

/// The keys of a file of emission factors.
enum FactorsFields {
  static var set: FieldSet<EmissionFactors> {
    var set = FieldSet(
      blank: EmissionFactors(
        id: "", title: Bilingual(fr: "", en: ""), date: "", unit: "", baseline: "", modes: [:],
        vehicles: [:]))
    set.add("id", fr: "", required: true, \.id, .id, about: "E.g. ademe-2025.")
    set.add("title", fr: "", required: true, \.title, .bilingual, about: "Title in both languages.")
    set.add(
      "date", fr: "", required: true, \.date, .words,
      about: "When the figures were published, as far as it is known.")
    set.add(
      "unit", fr: "", required: true, \.unit,
      FieldCodec<String>.words.checked {
        $0 == EmissionFactors.unit ? nil : .notPerVehicleKilometre
      }, about: "The unit of all figures: \(EmissionFactors.unit).")
    set.add(
      "baseline", fr: "", required: true, \.baseline, .id,
      about: "The vehicle in which riders of a baseline drive: a key of vehicles.")
    set.add(
      "modes", fr: "", required: true, \.modes, .map(FieldCodec<String>.id),
      about: "By mode, the vehicle it drives: a key of vehicles.")
    set.add(
      "vehicles", fr: "", required: true, \.vehicles, .map(.record(factor)),
      about: "Factors by kind of vehicle.")
    return set
  }

  private static var factor: FieldSet<EmissionFactors.Factor> {
    var set = FieldSet(
      blank: EmissionFactors.Factor(use: 0, build: 0, source: "", status: .assumed))
    set.add("use", fr: "", required: true, \.use, .decimal(from: 0, to: 100), about: "Driving.")
    set.add(
      "build", fr: "", required: true, \.build, .decimal(from: 0, to: 100),
      about: "Making and scrapping the vehicle.")
    set.add("source", fr: "", required: true, \.source, .words, about: "What the figure rests on.")
    set.add(
      "status", fr: "", required: true, \.status, .figureStatus,
      about: "How well the figure is known.")
    return set
  }
}

extension Complaint {
  static let notPerVehicleKilometre = Complaint(
    "wrong-unit",
    cause: Bilingual(
      fr: "Camin ne compte que par kilomètre de véhicule.",
      en: "Camin reckons by vehicle-kilometre only."),
    remedy: Bilingual(
      fr: "Donnez les facteurs en \(EmissionFactors.unit), et cette unité.",
      en: "State the factors in \(EmissionFactors.unit), and this unit."))

  static func unknownVehicle(_ known: [String]) -> Complaint {
    let list = known.isEmpty ? "–" : known.joined(separator: ", ")
    return Complaint(
      "unknown-vehicle",
      cause: Bilingual(
        fr: "Le fichier n’a pas de facteur pour ce véhicule.",
        en: "The file has no factor for this vehicle."),
      remedy: Bilingual(
        fr: "Ajoutez-le sous vehicles, ou nommez l’un de ceux-ci : \(list).",
        en: "Add it under vehicles, or name one of: \(list)."))
  }

  static let modeWithoutVehicle = Complaint(
    "missing-mode",
    cause: Bilingual(
      fr: "Le fichier ne dit pas quel véhicule roule pour cette offre.",
      en: "The file does not say which vehicle drives for this offer."),
    remedy: Bilingual(
      fr: "Ajoutez-la sous modes, avec une clé de vehicles.",
      en: "Add it under modes, with a key of vehicles."))

  static let unknownMode = Complaint(
    "unknown-mode",
    cause: Bilingual(fr: "Camin ne connaît pas cette offre.", en: "Camin knows no such offer."),
    remedy: Bilingual(
      fr: "Offres : \(Mode.allCases.map(\.rawValue).joined(separator: ", ")).",
      en: "Offers: \(Mode.allCases.map(\.rawValue).joined(separator: ", "))."))
}
