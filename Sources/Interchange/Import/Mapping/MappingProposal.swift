internal import Planning

/// Supposes what the columns of a sheet hold: what a header says beyond doubt is taken, what is only close is
/// proposed.
struct MappingProposal {
  let fields: ImportFields
  /// Ids of those who are known, of whom a row may be.
  let people: Set<String>
  let language: Language

  /// A proposal for each header.
  ///
  /// - Parameter rows: the rows below the header.
  func columns(_ headers: [String], rows: ArraySlice<SheetRow>) -> [ImportMapping.Column] {
    var taken: Set<String> = []
    return headers.enumerated().compactMap { index, header in
      guard !header.isEmpty else { return nil }
      var column = column(header, cells: cells(index, rows))
      // Two telephone numbers are well, and so are two columns of absences; two columns of times of one kind are not.
      if let key = column.fields.first, !key.hasPrefix("contact."), key != "absences",
        !taken.insert(key).inserted
      {
        column = ImportMapping.Column(
          header: header, fields: [], isConfirmed: false,
          note: note(
            Bilingual(
              fr: "une autre colonne est déjà « \(fields[key]?.name.fr ?? key) »",
              en: "another column is “\(fields[key]?.name.en ?? key)” already")))
      }
      return column
    }
  }

  private func cells(_ index: Int, _ rows: ArraySlice<SheetRow>) -> [SheetCell] {
    rows.prefix(200).compactMap { row in
      guard row.cells.indices.contains(index), !row.cells[index].text.isEmpty else { return nil }
      return row.cells[index]
    }
  }

  private func column(_ header: String, cells: [SheetCell]) -> ImportMapping.Column {
    let folded = Fold.header(header)
    if let field = fields.all.first(where: { $0.headers.contains(folded) }) {
      if isPerson(field), !areIds(cells) { return names(header) }
      return known(header, field, cells)
    }
    if let field = fields.all.first(where: { $0.hints.contains(folded) }) {
      return supposed(header, field, cells)
    }
    if PersonalData.isSuspect(header: header) {
      return ImportMapping.Column(
        header: header, fields: [],
        note: note(
          Bilingual(
            fr: "donnée personnelle ou de santé : jamais lue",
            en: "personal or health data: never read")))
    }
    if let field = closest(to: folded) { return supposed(header, field, cells) }
    return ImportMapping.Column(
      header: header, fields: [],
      note: note(Bilingual(fr: "inconnue de Camin", en: "unknown to Camin")))
  }

  private func known(_ header: String, _ field: ImportField, _ cells: [SheetCell])
    -> ImportMapping.Column
  {
    ImportMapping.Column(header: header, fields: [field.key], note: example(of: cells, field))
  }

  private func supposed(_ header: String, _ field: ImportField, _ cells: [SheetCell])
    -> ImportMapping.Column
  {
    ImportMapping.Column(
      header: header, fields: [field.key], isConfirmed: false, note: example(of: cells, field))
  }

  /// Whether a field says of whom a row is, and the table speaks of people.
  private func isPerson(_ field: ImportField) -> Bool {
    field.key == fields.table.idKey && fields["contact.full_name"] != nil
  }

  /// A column of people that holds no pseudonyms.
  private func names(_ header: String) -> ImportMapping.Column {
    ImportMapping.Column(
      header: header, fields: ["contact.full_name"], isConfirmed: false,
      note: note(
        Bilingual(
          fr: "on dirait des noms ; pour des pseudonymes (r012) : \(idName.fr)",
          en: "these look like names; for pseudonyms (r012): \(idName.en)")))
  }

  private var idName: Bilingual {
    fields[fields.table.idKey]?.name ?? Bilingual(fr: "id", en: "id")
  }

  /// Whether most cells are pseudonyms; the others are told row by row.
  private func areIds(_ cells: [SheetCell]) -> Bool {
    let ids = cells.count { people.contains($0.text) || Self.isLikePseudonym($0.text) }
    return ids * 2 >= cells.count
  }

  /// A few letters and a number: no name looks so.
  static func isLikePseudonym(_ text: String) -> Bool {
    let digits = text.reversed().prefix(while: \.isNumber).count
    return digits > 0 && !text.contains(where: \.isWhitespace)
      && text.dropLast(digits).count(where: \.isLetter) <= 12
  }

  /// The field one of whose headers differs from the word by a slip: a letter in five at most.
  private func closest(to word: String) -> ImportField? {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 4 else { return nil }
    let limit = max(2, letters.count / 5 + 1)
    var best: (field: ImportField, distance: Int)?
    for field in fields.all where field.kind != .personal {
      for header in field.headers where header.count >= 4 {
        let distance = EditDistance.between(letters, Array(header.unicodeScalars), below: limit)
        if distance < min(limit, best?.distance ?? limit) { best = (field, distance) }
      }
    }
    return best?.field
  }

  /// A cell to go by, of columns whose cells tell nothing of anybody.
  private func example(of cells: [SheetCell], _ field: ImportField) -> String {
    guard field.kind == .date || field.kind == .time, let cell = cells.first,
      !cell.text.contains(where: { $0.isLetter && $0 != "h" && $0 != "H" }), cell.text.count <= 20
    else { return "" }
    return note(Bilingual(fr: "ex. \(cell.text)", en: "e.g. \(cell.text)"))
  }

  private func note(_ text: Bilingual) -> String { text[language] }
}
