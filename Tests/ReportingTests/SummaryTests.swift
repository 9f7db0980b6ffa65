import Planning
import Reporting
import Testing

@Suite("The summary") struct SummaryTests {
  private func lines(_ language: Language) -> [String] {
    let report = PlanReport(plan: SmallDay.plan, scenario: SmallDay.scenario, language: language)
    return report.summary.replacing("\u{A0}", with: " ").split(separator: "\n").map(String.init)
  }

  @Test func readsInFrench() {
    #expect(
      lines(.french) == [
        "Vallée d’essai – mercredi 25 novembre 2026",
        "Attention : temps de trajet estimés en ligne droite, à vérifier.",
        "Trajets servis            3 sur 4 (75 %)",
        "  chauffeur bénévole      1",
        "  transport à la demande  2",
        "Demandes servies          2 sur 3 (67 %)",
        "Tournées                  2",
        "Trajets partagés          0 sur 3 (0 %)",
        "Kilomètres                69,1 km, dont 53 % à vide",
        "Coût estimé               69,18 € (23 % de moins que sans partage)",
        "Non servi : 1 demande",
        "  Personne de disponible à cette heure (1)",
        "    R3 (b3) : =1+1, Mercuès → Hôpital; porte B, Cahors, arriver avant 10:00",
        "      Les 2 conducteurs sont pris à cette heure.",
        "      Changement possible. Arriver 20 min plus tard, avec v07.",
        "À vérifier",
        "  Arrivées serrées (1)",
        "    R1 arrive à 08:52 pour 09:00 (Hôpital; porte B, Cahors, v07).",
        "  Retours à l’heure incertaine (1)",
        "    R1 finit vers 11:30 ± 20 min à Hôpital; porte B, Cahors ; tad-1 y est à 11:40.",
        "  Fin après minuit (1)",
        "    tad-1 rentre après minuit, à 00:25.",
      ])
  }

  /// R1 arrives seven minutes and a half before the appointment.
  @Test(
    "R49: how little to spare is tight, the profile says",
    arguments: [(5, false), (7, false), (8, true), (nil, false)])
  func tightByTheProfile(_ minutes: Int?, _ isTight: Bool) throws {
    var own = try #require(ShippedProfiles.all().first { $0.kind == "objective" })
    own.id = "own"
    own.figures["tight_arrival"]?.value = Double(minutes ?? 0)
    if minutes == nil { own.figures["tight_arrival"] = nil }
    var (plan, scenario) = (SmallDay.plan, SmallDay.scenario)
    scenario.profiles.append(own)
    plan.profiles.append(own.id)
    let report = PlanReport(plan: plan, scenario: scenario, language: .french)
    #expect(report.summary.contains("Arrivées serrées") == isTight)
  }

  @Test("R29: a run for few riders is named to the coordinator")
  func namesRunsForFew() throws {
    func told(_ language: Language, riders: Int) -> String {
      let plan = SmallDay.plan { $0.runs[0].fewRiders = FewRiders(riders: riders, least: 4) }
      return PlanReport(plan: plan, scenario: SmallDay.scenario, language: language)
        .summary.replacing("\u{A0}", with: " ")
    }
    #expect(
      told(.french, riders: 1).contains(
        "tad-1 sort pour 1 montée ; le service préfère en avoir au moins 4."))
    #expect(
      told(.english, riders: 2).contains(
        "tad-1 goes out for 2 boardings; the service would rather have at least 4."))
    #expect(!lines(.french).contains { $0.contains("le service préfère") })
  }

  @Test func readsInEnglish() {
    let text = lines(.english)
    #expect(text.contains("Legs served                    3 of 4 (75%)"))
    #expect(text.contains("Estimated cost                 €69.18 (23% less than without sharing)"))
    #expect(text.contains("  Nobody available at that time (1)"))
  }
}
