public import Planning

/// Indicators for programs: values by name in each column, and what each name means, once.
public struct ImpactDocument: Sendable, Encodable {
  struct Column: Sendable, Encodable {
    let id: String
    let title: Bilingual
    /// Absent where there is nothing to divide. Shares are parts of one.
    let values: [String: Double]
  }
  struct Meaning: Sendable, Encodable {
    let id: String
    let unit: String
    let title: Bilingual
    let formula: Bilingual
  }
  struct Hypothesis: Sendable, Encodable {
    let id: String
    let supposition: Bilingual
  }

  let factors: EmissionFactors
  let baselines: [Hypothesis]
  let columns: [Column]
  let indicators: [Meaning]

  /// - Parameter columns: at least one, of the same factors.
  public init(_ columns: [ImpactColumn], baselines: [Baseline], factors: EmissionFactors) {
    self.factors = factors
    self.baselines = baselines.map { Hypothesis(id: $0.rawValue, supposition: $0.supposition) }
    self.columns = columns.map { column in
      let known = column.impact.indicators(baselines).compactMap { indicator in
        indicator.value.map { (indicator.id, $0) }
      }
      return Column(
        id: column.id, title: column.title,
        values: Dictionary(known, uniquingKeysWith: { first, _ in first }))
    }
    indicators = (columns.first?.impact.indicators(baselines) ?? []).map {
      Meaning(
        id: $0.id, unit: $0.unit.rawValue,
        title: Bilingual(fr: Self.trimmed($0.title.fr), en: Self.trimmed($0.title.en)),
        formula: $0.formula)
    }
  }

  private static func trimmed(_ title: String) -> String { String(title.drop { $0 == " " }) }
}
