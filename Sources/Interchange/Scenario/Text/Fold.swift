/// Brings words that people write in many ways to one form, so that headers, values and place names
/// match whatever their case, accents, hyphens, apostrophes or spaces.
enum Fold {
  /// Lower-case letters and digits without accents, everything else as single underscores:
  /// `Nom de l’usager` becomes `nom_de_l_usager`.
  static func key(_ text: String) -> String {
    var folded = ""
    var gap = false
    for scalar in text.unicodeScalars {
      guard let letters = letters(of: scalar) else { continue }
      if letters.isEmpty {
        gap = true
      } else {
        if gap, !folded.isEmpty { folded += "_" }
        gap = false
        folded += letters
      }
    }
    return folded
  }

  /// Like `key`, without the small words of a header: `Lieu de départ` is `lieu_depart`.
  static func header(_ text: String) -> String {
    let words = key(text).split(separator: "_")
    let telling = words.filter { !["d", "de", "du", "des", "l", "la", "le", "les"].contains($0) }
    return (telling.isEmpty ? words : telling).joined(separator: "_")
  }

  /// Like `key`, and with the abbreviations that signposts use: `St-Céré` and `Saint Céré` are one
  /// place.
  static func place(_ text: String) -> String {
    let words = key(text).split(separator: "_").map { word in
      switch word {
      case "st": "saint"
      case "ste": "sainte"
      default: String(word)
      }
    }
    return words.joined(separator: "_")
  }

  /// The plain letters of a scalar; empty where it separates words; `nil` where it only modifies
  /// the letter before it.
  private static func letters(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": return String(scalar)
    case "A"..."Z": return String(scalar).lowercased()
    case "œ", "Œ": return "oe"
    case "æ", "Æ": return "ae"
    case "ß": return "ss"
    default: break
    }
    if scalar.isASCII { return "" }
    let properties = scalar.properties
    if properties.generalCategory == .nonspacingMark { return nil }
    // Unicode names an accented letter after its base: LATIN SMALL LETTER E WITH ACUTE.
    if let name = properties.name, name.hasPrefix("LATIN "),
      let letter = name.split(separator: " ").drop(while: { $0 != "LETTER" }).dropFirst().first,
      letter.count == 1
    {
      return letter.lowercased()
    }
    return properties.isAlphabetic ? String(scalar).lowercased() : ""
  }
}
