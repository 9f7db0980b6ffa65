import Planning

extension FieldCodec where Value == [String] {
  /// Need codes. Cells may also say the common needs in French, as the seat column and the driver's
  /// sheet do: `fauteuil`, `aide à la porte`; JSON takes codes alone.
  static var needs: FieldCodec {
    let codes = FieldCodec.codes(.id)
    var codec = codes
    codec.parse = { text throws(Complaint) in
      var needs: [String] = []
      for part in text.split(whereSeparator: { "|,;\n".contains($0) }) {
        if let code = code(of: part) {
          needs.append(code)
          continue
        }
        for id in try codes.parse(String(part)) { needs.append(code(of: id[...]) ?? id) }
      }
      return needs
    }
    return codec
  }

  private static func code(of words: Substring) -> String? {
    french[Fold.header(String(words))]
  }

  /// Codes by folded French words.
  private static let french = [
    "fauteuil": "wheelchair", "fauteuil_roulant": "wheelchair",
    "transfert": "wheelchair_transfer", "fauteuil_transfert": "wheelchair_transfer",
    "fauteuil_pliable": "wheelchair_transfer", "fauteuil_plie": "wheelchair_transfer",
    "deambulateur": "walker", "rollator": "walker",
    "aide_porte": "door_help", "aide_a_porte": "door_help", "aide_jusqu_a_porte": "door_help",
    "porte": "door_only", "porte_seulement": "door_only", "a_porte": "door_only",
    "siege_enfant": "child_seat", "rehausseur": "child_seat",
    "animal_assistance": "assistance_animal", "chien_guide": "assistance_animal",
    "chien_assistance": "assistance_animal", "oxygene": "oxygen",
  ]
}
