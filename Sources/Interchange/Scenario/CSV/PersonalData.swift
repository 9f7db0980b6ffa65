/// Recognises columns and ids that hold personal data, which the planning must not see (R1).
enum PersonalData {
  /// Words of a header that betray personal or health data, folded.
  private static let words: Set<String> = [
    "nom", "noms", "prenom", "prenoms", "telephone", "tel", "tels", "phone", "portable", "mobile",
    "fixe", "nir", "secu", "ssn", "insee", "naissance", "birth", "birthdate", "birthday", "dob",
    "ddn", "email", "mail", "courriel", "adresse", "address", "surname", "name", "firstname",
    "lastname", "fullname", "age", "sexe", "gender", "civilite", "diagnostic", "diagnosis",
    "pathologie", "maladie", "medecin", "doctor", "prescripteur", "prescriber", "digicode",
    "contact", "contacts", "iban", "mutuelle",
  ]

  /// Whether a column header speaks of personal data.
  static func isSuspect(header: String) -> Bool {
    let folded = Fold.key(header)
    if ["numero_ss", "no_ss", "num_ss", "ne_le", "nee_le", "code_porte"].contains(folded) {
      return true
    }
    return folded.split(separator: "_").contains { words.contains(String($0)) }
  }

  /// Whether an id is in truth a social security number, a French phone number or an e-mail
  /// address.
  static func isSuspect(id: String) -> Bool {
    if id.contains("@") { return true }
    let digits = id.filter(\.isNumber)
    let others = id.contains { !$0.isNumber && !"+.-_ ".contains($0) }
    guard !others else { return false }
    let isPhone =
      (digits.count == 10 && digits.hasPrefix("0"))
      || (digits.count == 11 && digits.hasPrefix("33") && id.hasPrefix("+"))
    let isSecurityNumber =
      (digits.count == 13 || digits.count == 15) && (digits.hasPrefix("1") || digits.hasPrefix("2"))
    return isPhone || isSecurityNumber
  }
}
