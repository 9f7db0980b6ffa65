import Planning

/// Faults of a line, a column or a header.
extension FaultKind {
  static func fieldCount(_ expected: Int) -> FaultKind {
    FaultKind(
      "column-count",
      Bilingual(fr: "nombre de colonnes inattendu", en: "unexpected number of columns"),
      Bilingual(
        fr: "mettre \(expected) colonnes séparées par des blancs",
        en: "write \(expected) columns parted by blanks"))
  }

  static var notANumber: FaultKind {
    FaultKind(
      "not-a-number",
      Bilingual(fr: "ce n’est pas un nombre", en: "not a number"),
      Bilingual(
        fr: "écrire un nombre décimal, avec un point", en: "write a decimal number, with a point"))
  }

  static var notAnInteger: FaultKind {
    FaultKind(
      "not-an-integer",
      Bilingual(fr: "ce n’est pas un nombre entier", en: "not a whole number"),
      Bilingual(fr: "écrire un nombre entier", en: "write a whole number"))
  }

  static func outOfRange(_ bounds: ClosedRange<Double>) -> FaultKind {
    FaultKind(
      "out-of-range",
      Bilingual(fr: "valeur hors limites", en: "value out of range"),
      Bilingual(
        fr: "mettre une valeur entre \(plain(bounds.lowerBound)) et \(plain(bounds.upperBound))",
        en: "write a value from \(plain(bounds.lowerBound)) to \(plain(bounds.upperBound))"))
  }

  static var tooManyNodes: FaultKind {
    FaultKind(
      "too-many-nodes",
      Bilingual(fr: "trop de nœuds", en: "too many nodes"),
      Bilingual(
        fr: "découper l’instance : \(InstanceLimits.nodes) nœuds au plus",
        en: "split the instance: at most \(InstanceLimits.nodes) nodes"))
  }

  static func rowCount(_ expected: String) -> FaultKind {
    FaultKind(
      "line-count",
      Bilingual(
        fr: "le nombre de lignes contredit l’en-tête",
        en: "the number of lines contradicts the header"),
      Bilingual(fr: "lignes attendues : \(expected)", en: "lines expected: \(expected)"))
  }

  static func nodeNumber(_ expected: Int) -> FaultKind {
    FaultKind(
      "node-number",
      Bilingual(fr: "numéro de nœud inattendu", en: "unexpected node number"),
      Bilingual(fr: "numéro attendu : \(expected)", en: "number expected: \(expected)"))
  }

  static func missingKey(_ key: String) -> FaultKind {
    FaultKind(
      "missing-key",
      Bilingual(fr: "il manque « \(key) »", en: "“\(key)” is missing"),
      Bilingual(fr: "ajouter « \(key) »", en: "add “\(key)”"))
  }

  static var repeatedKey: FaultKind {
    FaultKind(
      "repeated-key",
      Bilingual(fr: "entrée d’en-tête répétée", en: "header entry given twice"),
      Bilingual(fr: "n’en garder qu’une", en: "keep one of them"))
  }

  /// A bound without a needless `.0`.
  private static func plain(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
