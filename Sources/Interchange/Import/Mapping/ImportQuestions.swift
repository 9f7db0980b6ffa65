internal import Planning

/// What the rows of a sheet leave to be asked: words that Camin does not know, and names that no place bears.
struct ImportQuestions {
  private let plan: ColumnPlan
  private let places: [Place]
  private let language: Language

  init(_ plan: ColumnPlan, _ base: Scenario, language: Language) {
    self.plan = plan
    places = base.places
    self.language = language
  }

  /// A question for each word that faults speak of, with what is close to it.
  func about(_ faults: [Fault]) -> ImportMapping {
    var questions = ImportMapping()
    for fault in faults where fault.place.file == plan.file && !fault.value.isEmpty {
      // What was cut short would not be found again.
      guard !fault.value.hasSuffix("…") else { continue }
      switch fault.code {
      case "unknown-place": questions.add(ImportMapping(places: [place(fault.value)]))
      case "unknown-value",
        "bad-id" where isCode(fault.field):
        questions.add(ImportMapping(values: [value(fault)]))
      // The same word stands for the same hours on all days of the week.
      case "bad-hours": questions.add(ImportMapping(values: [hours(fault)]))
      default: break
      }
    }
    return questions
  }

  /// The place is filled in only where one alone is near; among several, or with none, the coordinator chooses.
  private func place(_ name: String) -> ImportMapping.Name {
    let near = NearPlaces(places).near(name)
    let list = near.prefix(5).map { "\($0.name) = \($0.id)" }.joined(separator: ", ")
    return ImportMapping.Name(
      name: name, place: near.count == 1 ? near[0].id : "", isConfirmed: false, note: list)
  }

  private func hours(_ fault: Fault) -> ImportMapping.Value {
    ImportMapping.Value(
      header: "", word: fault.value, replacement: "", isConfirmed: false,
      note: Bilingual(fr: "heures, ex. 8h-12h", en: "hours, e.g. 8:00-12:00")[language])
  }

  private func value(_ fault: Fault) -> ImportMapping.Value {
    let isPurpose = plan["booking.purpose"].map { plan.labels[$0] } == fault.field
    return ImportMapping.Value(
      header: fault.field, word: fault.value,
      replacement: isPurpose ? Purposes.guess(fault.value) ?? "" : "", isConfirmed: false,
      note: fault.remedy[language])
  }

  /// Whether a column holds codes that words may stand for, and no ids.
  private func isCode(_ label: String) -> Bool {
    ["booking.purpose", "booking.priority", "leg.line"].contains { key in
      plan[key].map { plan.labels[$0] } == label
    }
  }
}

/// Why people ride, coarsely; a sheet may say more than Camin may know.
enum Purposes {
  /// The codes that a day may use: those of the shipped days and its own.
  static func known(in base: Scenario) -> Set<String> {
    Set(["administration", "care", "leisure", "shopping", "training", "work"])
      .union(base.bookings.map(\.purpose)).union(base.standing.map(\.booking.purpose))
      .subtracting([""])
  }

  /// The code that a word probably stands for, to be confirmed.
  static func guess(_ word: String) -> String? {
    let parts = Set(Fold.key(word).split(separator: "_").map(String.init))
    return words.first { !$0.words.isDisjoint(with: parts) }?.code
  }

  private static let words: [(code: String, words: Set<String>)] = [
    (
      "care",
      [
        "soin", "soins", "medical", "medecin", "docteur", "dr", "hopital", "clinique", "dialyse",
        "kine", "consultation", "rdv", "dentiste", "radio", "irm", "specialiste", "sante", "chimio",
        "pharmacie", "laboratoire",
      ]
    ),
    ("training", ["formation", "stage", "ecole", "lycee", "cours"]),
    ("work", ["travail", "emploi", "mission", "entretien"]),
    ("shopping", ["courses", "course", "achats", "marche", "magasin", "supermarche"]),
    (
      "administration",
      ["administratif", "mairie", "banque", "caf", "demarche", "demarches", "prefecture"]
    ),
    ("leisure", ["loisir", "loisirs", "visite", "famille", "club", "repas", "coiffeur"]),
  ]
}

extension Complaint {
  static func unknownPurpose(_ known: Set<String>) -> Complaint {
    let list = known.sorted().joined(separator: ", ")
    return Complaint(
      "unknown-value",
      cause: Bilingual(
        fr: "Camin ne garde qu’un motif général, jamais médical.",
        en: "Camin keeps a coarse purpose only, never a medical one."),
      remedy: Bilingual(
        fr: "Dites dans le fichier de correspondance ce qui en tient lieu : \(list).",
        en: "Say in the mapping file what stands for it: \(list)."))
  }

  static func openColumn(_ names: [Bilingual], _ mapping: String?) -> Complaint {
    let fr = names.map { "« \($0.fr) »" }.joined(separator: ", ")
    let en = names.map { "“\($0.en)”" }.joined(separator: ", ")
    let file = mapping ?? "correspondance.csv"
    return Complaint(
      "open-column",
      cause: Bilingual(
        fr: names.isEmpty
          ? "On ne sait pas ce que contient cette colonne."
          : "Cette colonne contient peut-être \(fr), mais rien ne le confirme.",
        en: names.isEmpty
          ? "It is not known what this column holds."
          : "This column may hold \(en), but nothing confirms it."),
      remedy: mapping == nil
        ? Bilingual(
          fr: "Relancez avec --map \(file) : Camin y écrit ses propositions, que vous confirmez.",
          en: "Run again with --map mapping.csv: Camin writes what it supposes there, for you to "
            + "confirm.")
        : Bilingual(
          fr: "Ouvrez \(file), corrigez s’il le faut et écrivez « confirmé » sur sa ligne.",
          en: "Open \(file), correct it where need be and write “confirmed” on its row."))
  }

  static let namesWithoutContacts = Complaint(
    "names-without-contacts",
    cause: Bilingual(
      fr: "La feuille désigne les passagers par leur nom, que Camin ne garde pas.",
      en: "The sheet calls riders by their names, which Camin does not keep."),
    remedy: Bilingual(
      fr:
        "Ajoutez --contacts contacts.csv : noms et téléphones y vont, et chaque personne y reçoit "
        + "un pseudonyme.",
      en: "Add --contacts contacts.csv: names and phones go there, and each person gets a "
        + "pseudonym."))

  static func aliasTaken(_ place: String) -> Complaint {
    Complaint(
      "duplicate-alias",
      cause: Bilingual(
        fr: "Ce nom désigne déjà le lieu \(place).",
        en: "This name means the place \(place) already."),
      remedy: Bilingual(
        fr: "Retirez la ligne, ou précisez le nom dans la feuille.",
        en: "Remove the row, or make the name in the sheet precise."))
  }
}
