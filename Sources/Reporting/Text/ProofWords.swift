public import DialARide
public import Planning

/// What is proven of a plan's cost, in a few plain words.
public struct ProofWords: Sendable {
  private let formats: Formats

  public init(_ language: Language) { formats = Formats(language) }

  /// `à 0,8 % au plus du meilleur plan possible (borne prouvée)`, `plan optimal, prouvé`, or that there is no
  /// useful bound. The share is rounded up, so that it is never told better than it is.
  public func text(_ proof: ProvenBound?) -> String {
    guard let proof, proof.proof != .trivial || proof.isOptimal, proof.gap < 0.9995 else {
      return formats.say(fr: "aucune borne utile", en: "no useful bound")
    }
    if proof.isOptimal {
      return formats.say(fr: "plan optimal, prouvé", en: "optimal plan, proven")
    }
    let share = percent(proof.gap)
    return formats.say(
      fr: "à \(share) au plus du meilleur plan possible (borne prouvée)",
      en: "within \(share) of the best possible plan (proven bound)")
  }

  /// How the bound was proven.
  public func kind(_ proof: ProvenBound.Proof) -> String {
    switch proof {
    case .trivial: formats.say(fr: "aucune preuve", en: "no proof")
    case .relaxation: formats.say(fr: "règles relâchées", en: "relaxed rules")
    case .columnGeneration: formats.say(fr: "génération de colonnes", en: "column generation")
    case .enumeration: formats.say(fr: "énumération complète", en: "complete enumeration")
    }
  }

  /// `0,8 %`, rounded up to a tenth of a percent, or to a hundredth where it is below that.
  private func percent(_ gap: Double) -> String {
    let decimals = gap < 0.001 ? 2 : 1
    let steps = decimals == 2 ? 10_000.0 : 1_000.0
    // A gap that is a round figure but for its last bits is told as that figure.
    let rounded = (gap * steps - 1e-9).rounded(.up) / steps * 100
    let figure = formats.number(max(rounded, 100 / steps), decimals: decimals)
    return formats.language == .french ? figure + Formats.noBreak + "%" : figure + "%"
  }
}
