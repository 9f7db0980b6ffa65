/// Bindings of one leg, those alike told once.
struct BindingList {
  private let leg: String
  private(set) var bindings: [Binding] = []
  private var index: [Binding: Int] = [:]

  init(_ leg: String) { self.leg = leg }

  /// Adds what keeps one resource from the leg.
  mutating func add(
    _ resource: DayResource, rule: String, value: Double? = nil, limit: Double? = nil,
    unit: String = "", source: String = "", proven: Bool, text: Bilingual
  ) {
    var binding = Binding(
      leg: leg, rule: rule, resources: [], value: value, limit: limit, unit: unit, source: source,
      proven: proven, text: text)
    if let known = index[binding] {
      bindings[known].resources.append(resource.id)
    } else {
      index[binding] = bindings.count
      binding.resources = [resource.id]
      bindings.append(binding)
    }
  }

  mutating func add(_ resource: DayResource, _ refusal: Refusal) {
    add(
      resource, rule: refusal.rule, value: refusal.value, limit: refusal.limit,
      unit: refusal.unit, source: refusal.source, proven: true, text: refusal.text)
  }
}
