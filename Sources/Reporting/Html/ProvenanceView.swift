import DialARide
import Planning

/// How the plan was made, so that it can be made again and explained (R46, R66).
struct ProvenanceView: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    let plan = index.plan
    return tag("footer", ["class": "provenance"]) {
      tag("h2") { formats.say(fr: "Comment ce plan a été fait", en: "How this plan was made") }
      tag("dl") {
        entry(formats.say(fr: "Moteur", en: "Engine"), plan.provenance.engine)
        entry(formats.say(fr: "Graine", en: "Seed"), "\(plan.provenance.seed)")
        entry(formats.say(fr: "Recherche", en: "Search"), search)
        if let proof = plan.proof {
          entry(formats.say(fr: "Preuve", en: "Proof"), self.proof(proof))
        }
        entry(
          formats.say(fr: "Temps de trajet", en: "Travel times"),
          TravelWords(formats.language).text(plan))
        if let mark = plan.provenance.travel?.fingerprint, !mark.isEmpty {
          entry(formats.say(fr: "Empreinte des routes", en: "Hash of the roads"), mark)
        }
        entry(
          formats.say(fr: "Règles", en: "Rules"),
          index.profileTexts(formats.language).joined(separator: ", "))
        if !priorities.isEmpty {
          entry(
            formats.say(fr: "Priorités (poids d’un refus)", en: "Priorities (weight of a refusal)"),
            priorities.joined(separator: ", "))
        }
        entry(
          formats.say(fr: "Empreinte des données", en: "Hash of the data"),
          plan.provenance.scenarioHash)
        if !plan.provenance.planHash.isEmpty {
          entry(
            formats.say(fr: "Empreinte du plan", en: "Hash of the plan"), plan.provenance.planHash)
        }
        if !index.scenario.territory.provenance.isEmpty {
          entry(
            formats.say(fr: "Origine des données", en: "Origin of the data"),
            index.scenario.territory.provenance)
        }
      }
      tiers
      tag("p") {
        formats.say(
          fr:
            "Cette page ne contient que des pseudonymes et des besoins ; elle n’ouvre aucune connexion.",
          en: "This page holds pseudonyms and needs only; it opens no connection.")
      }
    }
  }

  private var priorities: [String] {
    PriorityWords.list(index.scenario.territory.priorities, formats)
  }

  private func entry(_ title: String, _ value: String) -> Markup {
    tag("div") {
      tag("dt") { title }
      tag("dd") { value.isEmpty ? "–" : value }
    }
  }

  private var search: String { [method, limits].compactMap(\.self).joined(separator: " · ") }

  private var method: String? {
    switch index.plan.provenance.method {
    case .search: nil
    case .robust: formats.say(fr: "desserrée par simulation", en: "loosened by rehearsal")
    case .repair: formats.say(fr: "réparation d’un plan annoncé", en: "mending of a plan told")
    case .apart: formats.say(fr: "offres planifiées à part", en: "offers planned apart")
    }
  }

  private var limits: String {
    if let iterations = index.plan.provenance.iterations {
      let count = formats.number(Double(iterations))
      return formats.say(
        fr: "\(count) itérations, reproductible", en: "\(count) iterations, reproducible")
    }
    guard let limit = index.plan.provenance.timeLimit else {
      return formats.say(
        fr: "interrompue, non reproductible", en: "interrupted, not reproducible")
    }
    let seconds = formats.number(limit) + Formats.noBreak + "s"
    return formats.say(
      fr: "arrêtée par le temps (\(seconds)), non reproductible",
      en: "stopped by time (\(seconds)), not reproducible")
  }

  /// What is proven of the objective, which counts the weight of unserved bookings beside the cost of the runs.
  private func proof(_ proof: ProvenBound) -> String {
    let words = ProofWords(formats.language)
    let objective = formats.number(proof.objective, decimals: 2)
    let bound = formats.number(proof.lowerBound, decimals: 2)
    let figures = formats.say(
      fr: "objectif \(objective), borne inférieure \(bound)",
      en: "objective \(objective), lower bound \(bound)")
    return [words.text(proof), figures, words.kind(proof.proof)].joined(separator: " · ")
  }

  private var tiers: Markup {
    guard !index.plan.tiers.isEmpty else { return .nothing }
    return tag("table", ["class": "tiers"]) {
      tag("caption") {
        formats.say(
          fr: "Objectifs, du plus important au moins important",
          en: "Objectives, the most important first")
      }
      tag("tbody") {
        for tier in index.plan.tiers {
          tag("tr") {
            tag("th", ["scope": "row"]) { TierWords.title(tier.id)[formats.language] }
            tag("td") { TierWords.amount(tier, formats) }
          }
        }
      }
    }
  }
}
