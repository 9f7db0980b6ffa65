import Planning

/// Where a plan's travel times come from, in words.
struct TravelWords: Sendable {
  let formats: Formats

  init(_ language: Language) { formats = Formats(language) }

  /// `routes (territories/lot/roads) · © OpenStreetMap contributors`.
  func text(_ plan: Plan) -> String {
    guard !plan.approximate else {
      return formats.say(
        fr: "approximatifs, estimés en ligne droite", en: "approximate, from straight lines")
    }
    let roads = formats.say(fr: "réseau routier", en: "road network")
    guard let travel = plan.provenance.travel else { return roads }
    let known = formats.say(fr: ", réponses antérieures", en: ", earlier answers")
    let source = travel.source + (travel.fromCache ? known : "")
    let named = source.isEmpty ? roads : roads + " (\(source))"
    return travel.attribution.isEmpty ? named : named + " · " + travel.attribution
  }

  /// One line for the foot of a run sheet; empty where nothing is known.
  func foot(_ plan: Plan) -> String {
    guard !plan.approximate else {
      return formats.say(
        fr: "Temps et kilomètres approximatifs, estimés en ligne droite.",
        en: "Times and kilometres are approximate, estimated from straight lines.")
    }
    guard let travel = plan.provenance.travel, !travel.attribution.isEmpty else { return "" }
    return formats.say(
      fr: "Temps et kilomètres par la route : ", en: "Times and kilometres by road: ")
      + travel.attribution
  }
}
