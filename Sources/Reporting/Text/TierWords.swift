import Planning

/// Levels of the objective in words.
enum TierWords {
  /// An unknown tier is shown by its id.
  static func title(_ id: String) -> Bilingual {
    switch id {
    case "hard_rules": Bilingual(fr: "Règles impératives enfreintes", en: "Hard rules broken")
    case "unserved": Bilingual(fr: "Trajets non servis", en: "Legs not served")
    case "standby":
      Bilingual(
        fr: "Trajets en attente (demandés trop tard) non servis",
        en: "Standby legs (booked late) not served")
    case "cost": Bilingual(fr: "Coût", en: "Cost")
    case "comfort":
      Bilingual(
        fr: "Temps à bord en plus des trajets directs", en: "Time on board beyond direct rides")
    case "few_riders":
      Bilingual(
        fr: "Voyageurs qui manquent au nombre souhaité par tournée",
        en: "Riders missing from the number wished for on a run")
    case "fairness":
      Bilingual(
        fr: "Avance du bénévole le plus sollicité sur la moyenne",
        en: "Lead of the most used volunteer over the mean")
    case "wishes":
      Bilingual(
        fr: "Dépassement des souhaits des bénévoles, au plus",
        en: "Most trips beyond what a volunteer wishes for")
    case "wished_hours":
      Bilingual(
        fr: "Temps hors des heures souhaitées par les conducteurs",
        en: "Time outside the hours that drivers wish for")
    case "rota":
      Bilingual(
        fr: "Avance du transporteur le plus servi sur sa part du tour de rôle",
        en: "Lead of the carrier most ahead of its share in the rota")
    case "stability": Bilingual(fr: "Stabilité du plan annoncé", en: "Stability of the plan told")
    default: Bilingual(fr: id, en: id)
    }
  }

  /// The tier's value with its unit; an unknown unit is shown as it stands.
  static func amount(_ tier: Tier, _ formats: Formats) -> String {
    switch tier.unit {
    case "EUR", "€": formats.euros(tier.value)
    case "", "count": formats.number(tier.value)
    case "weighted legs":
      formats.number(tier.value, decimals: 1) + Formats.noBreak
        + formats.say(fr: "trajets pondérés", en: "weighted legs")
    case "trips/week":
      formats.number(tier.value, decimals: 2) + Formats.noBreak
        + formats.say(fr: "courses par semaine", en: "trips a week")
    case "legs":
      formats.number(tier.value, decimals: 1) + Formats.noBreak
        + formats.say(fr: "trajets", en: "legs")
    default: formats.number(tier.value, decimals: 1) + Formats.noBreak + tier.unit
    }
  }
}
