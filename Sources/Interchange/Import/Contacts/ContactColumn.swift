internal import Planning

/// What a sheet may say of a person, and the columns of the contacts file that it goes to. That file stands apart from
/// everything that is planned with (R56).
enum ContactColumn: String, CaseIterable {
  case firstName = "first_name"
  case name
  /// Of sheets alone: the contacts file has it under the surname.
  case fullName = "full_name"
  case phone
  case otherPhone = "other_phone"
  case address
  case doorCode = "door_code"
  case note

  /// The columns of the contacts file.
  static let written = allCases.filter { $0 != .fullName }

  /// What a mapping file calls it, and the header in the contacts file.
  var header: Bilingual {
    switch self {
    case .firstName: Bilingual(fr: "prenom", en: "first_name")
    case .name: Bilingual(fr: "nom", en: "surname")
    case .fullName: Bilingual(fr: "nom_complet", en: "full_name")
    case .phone: Bilingual(fr: "telephone", en: "phone")
    case .otherPhone: Bilingual(fr: "autre_telephone", en: "other_phone")
    case .address: Bilingual(fr: "adresse", en: "address")
    case .doorCode: Bilingual(fr: "code_porte", en: "door_code")
    case .note: Bilingual(fr: "remarque", en: "note")
    }
  }

  /// Folded headers of sheets that mean it.
  var headers: Set<String> {
    switch self {
    case .firstName:
      [
        "prenom", "prenom_usager", "prenom_passager", "prenom_patient", "prenom_beneficiaire",
        "first_name", "firstname", "given_name",
      ]
    case .name:
      [
        "nom", "nom_famille", "nom_usager", "nom_passager", "nom_patient", "nom_beneficiaire",
        "nom_voyageur", "surname", "last_name", "lastname", "family_name", "name",
      ]
    case .fullName:
      [
        "nom_complet", "nom_prenom", "nom_et_prenom", "prenom_nom", "prenom_et_nom", "beneficiaire",
        "identite", "full_name", "fullname",
      ]
    case .phone:
      [
        "telephone", "tel", "portable", "mobile", "telephone_usager", "telephone_portable",
        "tel_portable", "numero_telephone", "no_telephone", "no_tel", "phone", "telephone_1",
      ]
    case .otherPhone:
      [
        "autre_telephone", "telephone_2", "tel_2", "fixe", "telephone_fixe", "tel_fixe",
        "telephone_proche", "other_phone",
      ]
    case .address:
      [
        "adresse", "adresse_domicile", "adresse_usager", "adresse_passager", "adresse_postale",
        "address",
      ]
    case .doorCode: ["digicode", "code_porte", "code_portail", "door_code"]
    // Remarks of a sheet may tell of an illness: only the coordinator can say that they are for the driver.
    case .note: []
    }
  }
}
