import DialARide
import Planning
import Reporting
import Testing

@Suite("Words for what is proven") struct ProofWordsTests {
  private func words(
    _ gap: Double, _ language: Language = .french, proof: ProvenBound.Proof = .columnGeneration,
    optimal: Bool = false
  ) -> String {
    let bound = ProvenBound(
      objective: 100, lowerBound: 100 * (1 - gap), gap: gap, proof: proof, isOptimal: optimal)
    return ProofWords(language).text(bound).replacing("\u{A0}", with: " ")
  }

  @Test func sharesAreRoundedUp() {
    #expect(words(0.008) == "à 0,8 % au plus du meilleur plan possible (borne prouvée)")
    #expect(words(0.0081, .english) == "within 0.9% of the best possible plan (proven bound)")
    #expect(words(0.00001).hasPrefix("à 0,01 % au plus"))
    #expect(words(0.3).hasPrefix("à 30,0 % au plus"))
  }

  @Test func optimalPlansAndUselessBoundsAreTold() {
    #expect(words(0, optimal: true) == "plan optimal, prouvé")
    #expect(words(1, proof: .trivial) == "aucune borne utile")
    #expect(words(1) == "aucune borne utile")
    #expect(ProofWords(.english).text(nil) == "no useful bound")
  }

  @Test func summaryAndPageTellTheProof() {
    var plan = SmallDay.plan
    plan.proof = ProvenBound(
      objective: 100, lowerBound: 99.2, proof: .columnGeneration, isOptimal: false)
    let report = PlanReport(plan: plan, scenario: SmallDay.scenario, language: .french)
    for text in [report.summary, report.page] {
      #expect(text.replacing("\u{A0}", with: " ").contains("à 0,8 % au plus du meilleur plan"))
    }
    #expect(report.page.contains("génération de colonnes"))
  }
}
