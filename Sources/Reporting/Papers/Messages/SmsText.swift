/// Text as short messages carry it without falling back to 70 signs a message (GSM 03.38).
enum SmsText {
  /// Septets of one message, and of each where a text takes several.
  private static let single = 160
  private static let part = 153

  /// The basic alphabet; signs of the extension table take two septets.
  private static let basic = Set(
    ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
      + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
  private static let extended = Set("^{}\\[~]|€".unicodeScalars)

  private static let replacements: [Unicode.Scalar: String] = [
    "’": "'", "‘": "'", "“": "\"", "”": "\"", "«": "\"", "»": "\"", "–": "-", "—": "-", "…": "...",
    "\u{A0}": " ", "\u{202F}": " ", "→": ">", "·": "-", "œ": "oe", "Œ": "OE", "ç": "c", "±": "+/-",
    "À": "A", "Â": "A", "È": "E", "Ê": "E", "Ë": "E", "Î": "I", "Ï": "I", "Ô": "O", "Û": "U",
    "Ù": "U", "â": "a", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o", "û": "u", "ÿ": "y",
  ]

  /// The text in that alphabet: signs outside of it become their nearest ones, and a question mark where there is none.
  static func plain(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if basic.contains(scalar) || extended.contains(scalar) {
        out.unicodeScalars.append(scalar)
      } else {
        out += replacements[scalar] ?? "?"
      }
    }
    return out
  }

  /// How many messages a text of that alphabet takes.
  static func count(_ text: String) -> Int {
    let septets = text.unicodeScalars.reduce(0) { $0 + (extended.contains($1) ? 2 : 1) }
    return septets <= single ? 1 : (septets + part - 1) / part
  }
}
