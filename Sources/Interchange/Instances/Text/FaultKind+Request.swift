import Planning

/// Faults of nodes that are well written but do not fit together.
extension FaultKind {
  static var emptyWindow: FaultKind {
    FaultKind(
      "empty-window",
      Bilingual(
        fr: "la fenêtre horaire finit avant de commencer", en: "the window ends before it starts"),
      Bilingual(
        fr: "mettre la fin au même moment que le début ou après",
        en: "let it end when it starts or later"))
  }

  static func deliveryLoad(_ expected: Int) -> FaultKind {
    FaultKind(
      "delivery-load",
      Bilingual(
        fr: "la dépose ne rend pas ce que la prise en charge a pris",
        en: "the delivery does not set down what the pickup took"),
      Bilingual(fr: "charge attendue : \(expected)", en: "load expected: \(expected)"))
  }

  static var negativePickupLoad: FaultKind {
    FaultKind(
      "pickup-load",
      Bilingual(fr: "charge négative à une prise en charge", en: "negative load at a pickup"),
      Bilingual(fr: "mettre zéro ou plus", en: "write zero or more"))
  }

  static var endDepotWindow: FaultKind {
    FaultKind(
      "end-depot",
      Bilingual(
        fr: "le dépôt d’arrivée n’a pas la fenêtre horaire du dépôt de départ",
        en: "the end depot has another window than the start depot"),
      Bilingual(
        fr: "donner la même fenêtre au premier et au dernier nœud",
        en: "give the first and the last node the same window"))
  }

  static var missingPartner: FaultKind {
    FaultKind(
      "partner",
      Bilingual(
        fr: "le nœud doit nommer sa dépose ou sa prise en charge, et une seule",
        en: "the node must name its delivery or its pickup, and one of them alone"),
      Bilingual(
        fr: "mettre zéro dans une colonne et un numéro de nœud dans l’autre",
        en: "write zero in one column and a node number in the other"))
  }

  static func unanswered(partner: Int) -> FaultKind {
    FaultKind(
      "partner",
      Bilingual(
        fr: "le nœud \(partner) ne renvoie pas à celui-ci",
        en: "node \(partner) does not point back"),
      Bilingual(
        fr: "accorder les colonnes de partenaires des deux nœuds",
        en: "make the partner columns of both nodes agree"))
  }
}
