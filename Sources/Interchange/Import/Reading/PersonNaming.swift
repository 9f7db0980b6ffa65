internal import Planning

/// Finds the pseudonym of whom each row is of.
struct PersonNaming {
  private let plan: ColumnPlan
  private let log: InputLog
  private let known: Set<String>
  /// What new pseudonyms begin with; `nil` where a row may only speak of somebody known.
  private let prefix: String?
  /// Ids that the sheet gives itself, which must not be given out again.
  private let given: Set<String>
  /// `nil` where the names of the sheet are dropped.
  private(set) var contacts: ContactTable?
  private var next: Int
  private let width: Int

  /// - Parameters:
  ///   - known: ids of those who are known.
  ///   - prefix: what new pseudonyms begin with, e.g. `r`; `nil` where nobody new may come.
  init(
    _ plan: ColumnPlan, _ rows: ArraySlice<SheetRow>, known: Set<String>, prefix: String?,
    contacts: ContactTable?, log: InputLog
  ) {
    self.plan = plan
    let column = plan[plan.table.idKey] ?? .max
    given = Set(rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column].text : nil })
    self.log = log
    self.known = known
    self.prefix = prefix
    self.contacts = contacts
    let prefix = prefix ?? ""
    func number(_ id: String) -> Int? {
      id.hasPrefix(prefix) ? Int(id.dropFirst(prefix.count)) : nil
    }
    let numbers = known.union(contacts?.ids ?? []).compactMap(number).filter {
      $0 < 1_000_000_000
    }
    next = (numbers.max() ?? 0) + 1
    width = max(
      3, known.filter { number($0) != nil }.map { $0.count - prefix.count }.max() ?? 3)
  }

  /// The id of whom the row is of: empty where the row names nobody, as a booking's later rows do; `nil` after telling
  /// why somebody has none. No name goes into what is told.
  mutating func id(of row: SheetRow) -> String? {
    let place = FaultPlace(file: plan.file, line: row.number)
    if let column = plan[plan.table.idKey], let id = text(column, row) {
      guard known.contains(id) || MappingProposal.isLikePseudonym(id) else {
        log.fault(.nameInPlaceOfId, at: place, field: plan.idLabel)
        return nil
      }
      // Who is behind a pseudonym that the sheet gives itself.
      let person = person(of: row)
      if !person.key.isEmpty, contacts?.has(id) == false { contacts?.add(person, as: id) }
      return id
    }
    let person = person(of: row)
    guard !person.key.isEmpty else { return "" }
    guard let contacts else {
      // Where all rows are like this, it has been told of the sheet.
      if plan.has(plan.table.idKey) {
        log.fault(.missingValue, at: place, field: plan.idLabel)
      }
      return nil
    }
    switch contacts.find(person) {
    case .known(let id): return id
    case .otherPhone(let id):
      log.warning(.otherPhone(id), at: place, field: plan.idLabel)
      return id
    case .several(let ids):
      log.fault(.severalPeople(ids), at: place, field: plan.idLabel)
      return nil
    case .new:
      guard let prefix else {
        log.fault(.unknownPerson, at: place, field: plan.idLabel)
        return nil
      }
      return enter(person, prefix)
    }
  }

  private mutating func enter(_ person: ContactTable.Person, _ prefix: String) -> String {
    var id: String
    repeat {
      let digits = String(next)
      id = prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
      next += 1
    } while given.contains(id)
    contacts?.add(person, as: id)
    return id
  }

  private func person(of row: SheetRow) -> ContactTable.Person {
    var person = ContactTable.Person()
    for column in ContactColumn.allCases {
      let cells = plan.columns["contact." + column.rawValue] ?? []
      let texts = cells.compactMap { text($0, row) }
      guard let first = texts.first else { continue }
      switch column {
      case .phone, .otherPhone: addPhones(texts, as: column, to: &person)
      default: person.details[column] = first
      }
    }
    return person
  }

  /// Of several numbers the second is another one; words about a number go to the note, since only a number can be
  /// called.
  private func addPhones(
    _ texts: [String], as column: ContactColumn, to person: inout ContactTable.Person
  ) {
    for text in texts {
      // A number that the spreadsheet took the leading zero from has it again.
      let number = text.count == 9 && text.allSatisfy(\.isNumber) ? "0" + text : text
      if !ContactTable.isPhone(number) {
        person.details[.note] = [person.details[.note], text].compactMap { $0 }.joined(
          separator: " ")
      } else if person.details[column] == nil {
        person.details[column] = number
      } else if person.details[.otherPhone] == nil {
        person.details[.otherPhone] = number
      }
    }
  }

  private func text(_ column: Int, _ row: SheetRow) -> String? {
    let text = row.text(column)
    return text.isEmpty || row.cells[column].kind == .error ? nil : text
  }
}

extension Complaint {
  fileprivate static let nameInPlaceOfId = Complaint(
    "personal-data",
    cause: Bilingual(
      fr: "On dirait un nom, pas un pseudonyme (règle R1 : pseudonymes seulement).",
      en: "This looks like a name, not a pseudonym (rule R1: pseudonyms only)."),
    remedy: Bilingual(
      fr: "Écrivez un code (r012), ou désignez la colonne comme contact.nom_complet dans le "
        + "fichier de correspondance.",
      en: "Write a code (r012), or call the column contact.full_name in the mapping file."))

  fileprivate static let unknownPerson = Complaint(
    "unknown-person",
    cause: Bilingual(
      fr: "Le fichier de contacts ne connaît personne de ce nom.",
      en: "The contacts file knows nobody of this name."),
    remedy: Bilingual(
      fr: "Corrigez le nom, ou importez d’abord la table des bénévoles.",
      en: "Correct the name, or import the table of volunteers first."))

  fileprivate static func otherPhone(_ id: String) -> Complaint {
    Complaint(
      "other-phone",
      cause: Bilingual(
        fr: "Le téléphone n’est pas celui du fichier de contacts pour \(id), qui porte ce nom.",
        en: "The phone is not that of \(id) in the contacts file, who bears this name."),
      remedy: Bilingual(
        fr: "Si c’est la même personne, corrigez le fichier de contacts ; sinon, ajoutez-y "
          + "l’autre personne avec son numéro.",
        en: "If it is the same person, correct the contacts file; if not, add the other person "
          + "to it with the number."))
  }

  fileprivate static func severalPeople(_ ids: [String]) -> Complaint {
    let list = ids.joined(separator: ", ")
    return Complaint(
      "ambiguous-person",
      cause: Bilingual(
        fr: "Plusieurs personnes portent ce nom : \(list).",
        en: "Several people bear this name: \(list)."),
      remedy: Bilingual(
        fr: "Ajoutez le téléphone à la ligne, ou écrivez le pseudonyme dans une colonne à part.",
        en: "Add the phone to the row, or write the pseudonym in a column of its own."))
  }
}
