public import Planning

/// Reads the table of names and telephone numbers, which is no part of a scenario (R56).
public enum ContactsFile {
  /// The contacts of a table: a row a person or place.
  ///
  /// What a cell of a person holds is never in a fault: faults are shown, logged and sent on.
  ///
  /// - Returns: the contacts, and warnings about columns left aside.
  /// - Throws: every fault at once.
  public static func read(
    _ path: String
  ) throws(Faults) -> (contacts: ContactBook, warnings: [Fault]) {
    let log = InputLog()
    let fields = fields
    var contacts: [Contact] = []
    var seen: Set<String> = []
    let table = CSVTable(file: path, columns: fields.columns(), log: log)
    _ = table.read(path, mayBeAbsent: false, mayBeEmpty: true) { row, map in
      let (record, sound) = fields.read(row, map, log)
      guard sound else { return }
      if seen.insert(record.id).inserted {
        contacts.append(record)
      } else {
        log.fault(
          .contactTwice, at: FaultPlace(file: map.file, line: row.line),
          field: map.label("id"), value: record.id)
      }
    }
    let faults = FaultPrinter.sorted(log.faults.map(withoutValue))
    guard faults.isEmpty else { throw Faults(faults) }
    let titles = fields.fields.map(\.headers[0]).joined(separator: ", ")
    let warnings = log.warnings.map { naming(titles, in: $0) }
    return (ContactBook(contacts), FaultPrinter.sorted(warnings))
  }

  private static func withoutValue(_ fault: Fault) -> Fault {
    guard fault.code != Complaint.contactTwice.code else { return fault }
    var fault = fault
    fault.value = ""
    return fault
  }

  /// Elsewhere personal columns are told to go into this file; here what helps is which columns it has.
  private static func naming(_ titles: String, in warning: Fault) -> Fault {
    guard warning.code == "personal-data" else { return warning }
    var warning = warning
    warning.code = "unknown-column"
    warning.cause = Bilingual(
      fr: "Des colonnes que Camin ne connaît pas sont laissées de côté.",
      en: "Columns unknown to Camin are left aside.")
    warning.remedy = Bilingual(fr: "Colonnes lues : \(titles).", en: "Columns read: \(titles).")
    return warning
  }

  private static var fields: FieldSet<Contact> {
    var set = FieldSet(blank: Contact(id: ""))
    set.add(
      "id", fr: "id",
      also: [
        "identifiant", "pseudonyme", "pseudonym", "code", "passager", "conducteur", "ressource",
        "rider", "person",
      ],
      required: true, \.id, .pseudonym,
      about: "Id of a rider, volunteer, vehicle or place, or coordination.")
    set.add(
      "first_name", fr: "prenom", also: ["given name"], \.firstName, .words, about: "First name.")
    set.add(
      "last_name", fr: "nom", en: "surname", also: ["nom de famille", "family name", "name"],
      \.lastName, .words, about: "Surname.")
    set.add(
      "phone", fr: "telephone", also: ["tel", "portable", "mobile", "telephone 1"], \.phone, .phone,
      about: "Telephone number.")
    set.add(
      "other_phone", fr: "autre_telephone",
      also: ["telephone 2", "tel 2", "fixe", "telephone proche"], \.otherPhone, .phone,
      about: "Telephone number of a relative or neighbour.")
    set.add("address", fr: "adresse", \.address, .words, about: "Address in full.")
    set.add(
      "door_code", fr: "code_porte", also: ["digicode", "code portail"], \.doorCode, .words,
      about: "What opens the door.")
    set.add(
      "note", fr: "remarque", also: ["remarques", "notes", "consigne"], \.note, .words,
      about: "For the driver.")
    return set
  }
}

extension FieldCodec where Value == String {
  /// A telephone number as people write it: digits, `+` in front, and what parts them.
  fileprivate static var phone: FieldCodec {
    .text(
      schema: ["type": "string"],
      // The sign in front is no formula here: Excel writes `'+33 …`, Camin reads both.
      parse: { text throws(Complaint) in
        let number = text.hasPrefix("'") ? String(text.dropFirst()) : text
        guard isPhone(number) else { throw .badPhone }
        return number
      },
      print: { number, _ in number.hasPrefix("+") ? "'" + number : number })
  }

  private static func isPhone(_ text: String) -> Bool {
    let digits = text.count { $0.isASCII && $0.isNumber }
    let rest = text.allSatisfy { $0.isASCII && $0.isNumber || " .-/()+\u{A0}\u{202F}".contains($0) }
    return rest && (3...15).contains(digits) && !text.dropFirst().contains("+")
  }
}

extension Complaint {
  fileprivate static let contactTwice = Complaint(
    "duplicate-id",
    cause: Bilingual(
      fr: "Cette personne est déjà dans le tableau.", en: "This person stands in the table already."
    ),
    remedy: Bilingual(fr: "N’en gardez qu’une ligne.", en: "Keep one row of it."))

  fileprivate static let badPhone = Complaint(
    "bad-phone",
    cause: Bilingual(
      fr: "Ce n’est pas un numéro de téléphone (valeur non répétée ici).",
      en: "This is no telephone number (its value is not repeated here)."),
    remedy: Bilingual(
      fr: "Écrivez 3 à 15 chiffres, par exemple 06 12 34 56 78 ou +33 6 12 34 56 78.",
      en: "Write 3 to 15 digits, e.g. 06 12 34 56 78 or +33 6 12 34 56 78."))
}
