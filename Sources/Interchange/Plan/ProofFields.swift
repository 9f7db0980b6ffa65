import DialARide
import Planning

/// The keys of `proof` in `plan.json`.
enum ProofFields {
  static var set: FieldSet<ProvenBound> {
    var set = FieldSet(
      blank: ProvenBound(
        objective: 0, lowerBound: 0, gap: 0, proof: .trivial, isOptimal: false))
    set.add(
      "objective", fr: "", required: true, \.objective, .decimal(from: 0),
      about: "What was minimised: cost of the runs and weights of what is not served.")
    set.add(
      "lower_bound", fr: "", required: true, \.lowerBound, .decimal(from: 0),
      about: "No plan for the day has a lower objective.")
    set.add(
      "gap", fr: "", required: true, \.gap, .decimal(from: 0, to: 1),
      about: "(objective - lower_bound) / objective.")
    set.add(
      "kind", fr: "", required: true, \.proof, .choice(kinds), about: "How the bound was proven.")
    set.add("optimal", fr: "", \.isOptimal, .flag, about: "No plan is better.")
    return set
  }

  static let kinds = [
    Choice(ProvenBound.Proof.trivial, "trivial", "aucune"),
    Choice(.relaxation, "relaxation", "relâchement"),
    Choice(.columnGeneration, "column_generation", "génération de colonnes"),
    Choice(.enumeration, "enumeration", "énumération"),
  ]
}
