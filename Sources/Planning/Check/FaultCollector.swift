/// Gathers faults, each put in its place.
struct FaultCollector {
  let lookup: FaultLookup
  private(set) var faults: [Fault] = []

  init(_ lookup: @escaping FaultLookup) { self.lookup = lookup }

  mutating func add(
    _ code: String, at key: ObjectKey, value: String = "", cause: Bilingual, remedy: Bilingual
  ) {
    faults.append(
      Fault(
        code: code, place: lookup(key), field: key.field, value: value, cause: cause,
        remedy: remedy))
  }
}
