public import Planning

/// Reads emission factors that stand in a file of the user's, and finds everything that is wrong with it.
public enum FactorsDocument {
  /// The factors in a file.
  ///
  /// - Throws: every fault at once: how it is written, another unit, vehicles and modes that lead nowhere.
  public static func read(_ path: String) throws(Faults) -> EmissionFactors {
    let log = InputLog()
    guard let root = JSONFile.read(path, as: path, log) else { throw Faults(log.faults) }
    return try factors(in: root, name: path, log)
  }

  /// The factors in a document that is in memory.
  ///
  /// - Parameter name: what faults call the document.
  public static func read(
    json bytes: [UInt8], name: String = "factors.json"
  ) throws(Faults) -> EmissionFactors {
    let log = InputLog()
    guard let root = JSONFile.parse(bytes, as: name, log) else { throw Faults(log.faults) }
    return try factors(in: root, name: name, log)
  }

  /// The document of some factors, keys sorted.
  public static func text(_ factors: EmissionFactors) -> String {
    JSONText.document(FactorsFields.set.encode(factors))
  }

  private static func factors(
    in root: JSONNode, name: String, _ log: InputLog
  ) throws(Faults) -> EmissionFactors {
    let (factors, _) = FactorsFields.set.read(root, JSONSite(file: name), log)
    // Vehicles with a bad figure are known by name all the same.
    checkNames(factors, known: vehicles(in: root), name, log)
    let faults = log.faults + log.warnings
    guard faults.isEmpty else { throw Faults(FaultPrinter.sorted(faults)) }
    return factors
  }

  private static func checkNames(
    _ factors: EmissionFactors, known: [String], _ name: String, _ log: InputLog
  ) {
    func place(_ pointer: String) -> FaultPlace { FaultPlace(file: name, pointer: pointer) }
    if !factors.baseline.isEmpty, !known.contains(factors.baseline) {
      log.fault(
        .unknownVehicle(known), at: place("/baseline"), field: "baseline", value: factors.baseline)
    }
    guard !factors.modes.isEmpty else { return }
    for mode in Mode.allCases where factors.modes[mode.rawValue] == nil {
      log.fault(.modeWithoutVehicle, at: place("/modes"), field: mode.rawValue)
    }
    for (mode, vehicle) in factors.modes.sorted(by: { $0.key < $1.key }) {
      let site = JSONSite(file: name).child("modes").child(mode)
      if Mode(rawValue: mode) == nil {
        log.fault(.unknownMode, at: place(site.pointer), field: "modes", value: mode)
      }
      if !known.contains(vehicle) {
        log.fault(.unknownVehicle(known), at: place(site.pointer), field: mode, value: vehicle)
      }
    }
  }

  private static func vehicles(in root: JSONNode) -> [String] {
    guard case .object(let members) = root.content,
      case .object(let vehicles)? = members.first(where: { $0.key == "vehicles" })?.value.content
    else { return [] }
    return vehicles.map(\.key).sorted()
  }
}
