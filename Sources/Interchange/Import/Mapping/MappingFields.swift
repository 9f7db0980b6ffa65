internal import Planning

/// A row of a mapping file.
struct MappingRow {
  enum Kind { case table, sheet, headerRow, column, value, place }
  enum State { case confirmed, open }

  var kind = Kind.column
  var column = ""
  var value = ""
  var target = ""
  var state = State.confirmed
  var note = ""
}

/// The columns of a mapping file.
enum MappingFields {
  static var set: FieldSet<MappingRow> {
    var set = FieldSet(blank: MappingRow())
    set.add(
      "what", fr: "quoi", also: ["sorte"], required: true, \.kind,
      .choice([
        Choice(.table, "table", "table"),
        Choice(.sheet, "sheet", "feuille"),
        Choice(.headerRow, "header_row", "ligne de titres", "titres"),
        Choice(.column, "column", "colonne"),
        Choice(.value, "value", "valeur"),
        Choice(.place, "place", "lieu"),
      ]), about: "What the row speaks of.")
    set.add(
      "column", fr: "colonne", also: ["titre", "header"], \.column, .words,
      about: "Header of the column in the sheet.")
    set.add(
      "value", fr: "valeur", also: ["mot"], \.value, .words,
      about: "A word in that column, a name of a place, the table, the sheet or the row.")
    set.add(
      "for_camin", fr: "pour_camin", also: ["camin", "champ", "field"], \.target, .words,
      about: "The field that the column holds, what stands for the word, or the place's id.")
    set.add(
      "state", fr: "statut", also: ["etat", "status"], \.state,
      .choice([
        Choice(
          .confirmed, "confirmed", "confirmé", "confirmee", "reconnu", "ok", "oui", "yes", "x"),
        Choice(.open, "to_confirm", "à confirmer", "non", "no"),
      ]), about: "Only what is confirmed is used; an empty cell is a confirmation.")
    set.add(
      "note", fr: "remarque", also: ["note", "exemple"], \.note, .words, about: "For people.")
    return set
  }
}
