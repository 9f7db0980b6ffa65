internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import Planning

/// What CO₂ is reckoned with and compared to.
struct ImpactOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: "Facteurs de CO2 : \(ImpactOptions.shippedNames), ou un fichier JSON de même forme.",
        en: "CO2 factors: \(ImpactOptions.shippedNames), or a JSON file of the same form."),
      valueName: say(fr: "nom", en: "name")),
    completion: .file(extensions: ["json"]))
  var factors: String = ShippedFactors.standard

  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Hypothèse de référence : no-trip (aucun trajet), own-car (seul dans sa voiture), relative (un proche fait deux \
          allers-retours) ; peut se répéter. Sans indication, les trois.
          """,
        en: """
          Hypothesis to compare with: no-trip, own-car (alone in the own car), relative (a relative drives there and back \
          twice); may be repeated. All three by default.
          """),
      valueName: say(fr: "hypothèse", en: "hypothesis")),
    completion: .list(Baseline.allCases.map(\.rawValue)))
  var baseline: [String] = []

  private static var shippedNames: String {
    ((try? ShippedFactors.all()) ?? []).map(\.id).joined(separator: ", ")
  }

  /// Those asked for, each once, in the order of `Baseline`.
  ///
  /// - Throws: `Failure` with every name that is none.
  func baselines() throws(Failure) -> [Baseline] {
    let unknown = baseline.filter { Baseline(rawValue: $0) == nil }
    let list = Baseline.allCases.map(\.rawValue).joined(separator: ", ")
    guard unknown.isEmpty else {
      throw Failure(
        .usage,
        unknown.map {
          .option(
            "--baseline", $0,
            Bilingual(fr: "Hypothèses : \(list).", en: "Hypotheses: \(list)."))
        })
    }
    return Baseline.allCases.filter { baseline.isEmpty || baseline.contains($0.rawValue) }
  }

  /// The factors that a shipped name or a file stands for.
  ///
  /// - Throws: `Failure` with every fault of the file; where there is neither, with the names shipped.
  func emissionFactors() throws -> EmissionFactors {
    let shipped = try ShippedFactors.all()
    if let found = shipped.first(where: { $0.id == factors }) { return found }
    guard FileManager.default.fileExists(atPath: factors) else {
      throw Failure(.inputMissing, [.unknownFactors(factors, shipped.map(\.id))])
    }
    do throws(Faults) {
      return try FactorsDocument.read(factors)
    } catch {
      throw Failure(reading: error)
    }
  }
}

extension Fault {
  fileprivate static func unknownFactors(_ name: String, _ known: [String]) -> Fault {
    let list = known.joined(separator: ", ")
    return Fault(
      code: "unknown-factors", place: FaultPlace(file: name), field: "--factors", value: name,
      cause: Bilingual(
        fr: "Ni facteurs livrés de ce nom, ni fichier à cet endroit.",
        en: "There are neither shipped factors of this name nor a file there."),
      remedy: Bilingual(fr: "Facteurs livrés : \(list).", en: "Factors shipped: \(list)."))
  }
}
