public import Planning

/// One indicator with its name, unit and formula (R62).
struct ImpactIndicator: Sendable {
  enum Unit: String, Sendable {
    case count, share, ratio
    case kilometres = "km"
    case euros = "EUR"
    case minutes = "min"
    case kilograms = "kgCO2e"
    case gramsPerKilometre = "gCO2e/km"

    /// Decimals that people are shown.
    var decimals: Int {
      switch self {
      case .count, .gramsPerKilometre: 0
      case .kilometres, .minutes, .kilograms: 1
      case .share, .ratio, .euros: 2
      }
    }
  }

  /// Stable, e.g. `empty_share`.
  let id: String
  let title: Bilingual
  let unit: Unit
  /// What is divided by what.
  let formula: Bilingual
  /// `nil`: there is nothing to divide. Shares are parts of one.
  let value: Double?
  /// Not worth a line where every plan has none.
  let isDetail: Bool
}

/// A list of indicators that grows.
struct IndicatorList: Sendable {
  private(set) var items: [ImpactIndicator] = []

  /// - Parameter formula: empty where the title says it all.
  mutating func add(
    _ id: String, fr: String, en: String, _ unit: ImpactIndicator.Unit, _ value: Double?,
    formula: Bilingual = Bilingual(fr: "", en: ""), isDetail: Bool = false
  ) {
    items.append(
      ImpactIndicator(
        id: id, title: Bilingual(fr: fr, en: en), unit: unit, formula: formula, value: value,
        isDetail: isDetail))
  }
}

extension Impact {
  /// All indicators, always the same ones in the same order, so that plans can stand side by side.
  func indicators(_ baselines: [Baseline]) -> [ImpactIndicator] {
    var list = IndicatorList()
    addTrips(to: &list)
    addDistances(to: &list)
    addQuality(to: &list)
    addCosts(to: &list)
    addEmissions(baselines, to: &list)
    return list.items
  }
}

extension Offer {
  /// Name of the offer in words.
  public var title: Bilingual {
    switch self {
    case .patients: Bilingual(fr: "VSL et taxis", en: "VSL and taxis")
    case .tad: Bilingual(fr: "TAD", en: "DRT")
    case .volunteers: Bilingual(fr: "bénévoles", en: "volunteers")
    }
  }
}

extension Baseline {
  var title: Bilingual {
    switch self {
    case .noTrip: Bilingual(fr: "aucun trajet", en: "no trip")
    case .ownCar: Bilingual(fr: "seul dans sa voiture", en: "alone in the own car")
    case .relative:
      Bilingual(
        fr: "un proche fait deux allers-retours", en: "a relative drives there and back twice")
    }
  }

  /// What the hypothesis supposes, in a sentence.
  var supposition: Bilingual {
    switch self {
    case .noTrip:
      Bilingual(
        fr: "Sans le service, personne ne se déplace : rien n’est émis, et personne n’est soigné.",
        en: "Without the service nobody travels: nothing is emitted, and nobody gets to care.")
    case .ownCar:
      Bilingual(
        fr: "Sans le service, chaque voyageur conduit seul sa voiture, par le chemin direct.",
        en: "Without the service each rider drives alone in the own car, the direct way.")
    case .relative:
      Bilingual(
        fr:
          "Sans le service, un proche du même domicile conduit : un aller-retour pour chaque trajet.",
        en: "Without the service a relative of the same home drives: there and back for each leg.")
    }
  }
}
