public import Planning

/// Reads and writes plans as JSON: times in ISO 8601 with the zone's offset, keys sorted, equal
/// plans in equal bytes.
public enum PlanDocument {
  /// The document of a plan.
  ///
  /// - Throws: where the plan's time zone is unknown.
  public static func text(_ plan: Plan) throws(Faults) -> String {
    guard let clock = PlanClock(date: plan.date, timeZone: plan.timeZone) else {
      let complaint = Complaint.unknownZone(plan.timeZone)
      throw Faults([
        Fault(
          code: complaint.code, place: FaultPlace(file: "plan", pointer: "/time_zone"),
          field: "time_zone", value: plan.timeZone, cause: complaint.cause,
          remedy: complaint.remedy)
      ])
    }
    return JSONText.document(PlanFields.set(clock).encode(plan))
  }

  /// SHA-256 of what the plan says: its document with a blank provenance and no proof. Equal for plans that
  /// differ in nothing but how, and how well proven, they were made.
  ///
  /// - Throws: where the plan's time zone is unknown.
  public static func contentHash(_ plan: Plan) throws(Faults) -> String {
    var content = plan
    content.provenance = PlanProvenance(
      engine: "", seed: 0, iterations: nil, timeLimit: nil, scenarioHash: "")
    content.proof = nil
    return try SHA256.hex(text(content).utf8)
  }

  /// Writes a plan to a file; a kill at any moment leaves the old file or the new one.
  public static func write(_ plan: Plan, to path: String) throws(Faults) {
    try AtomicFile.write(Array(text(plan).utf8), to: path)
  }

  /// Reads the plan in a file.
  ///
  /// - Throws: all that is wrong with how it is written; whether the plan can be driven is the
  ///   checker's affair.
  public static func read(_ path: String) throws(Faults) -> (plan: Plan, warnings: [Fault]) {
    let log = InputLog()
    let name = String(path.split(separator: "/").last ?? "")
    guard let root = JSONFile.read(path, as: name, log) else { throw Faults(log.faults) }
    return try plan(in: root, name: name, log)
  }

  /// Reads a plan that is in memory.
  ///
  /// - Parameter name: what faults call the document.
  public static func read(json bytes: [UInt8], name: String = "plan.json") throws(Faults) -> (
    plan: Plan, warnings: [Fault]
  ) {
    let log = InputLog()
    guard let root = JSONFile.parse(bytes, as: name, log) else { throw Faults(log.faults) }
    return try plan(in: root, name: name, log)
  }

  private static func plan(in root: JSONNode, name: String, _ log: InputLog) throws(Faults) -> (
    plan: Plan, warnings: [Fault]
  ) {
    guard let clock = clock(of: root) else {
      preconditionFailure("the default time zone is known everywhere")
    }
    let (plan, _) = PlanFields.set(clock).read(root, JSONSite(file: name), log)
    guard log.faults.isEmpty else { throw Faults(FaultPrinter.sorted(log.faults)) }
    return (plan, FaultPrinter.sorted(log.warnings))
  }

  /// The clock by which the document's times are read. Where date or zone are wrong, which is told
  /// with the rest, any clock serves to find out whether the times are well written.
  static func clock(of root: JSONNode) -> PlanClock? {
    var date = PlanDate(year: 2000, month: 1, day: 1)
    var zone = "UTC"
    if case .object(let members) = root.content {
      for member in members {
        guard case .string(let text) = member.value.content else { continue }
        if member.key == "date", let found = PlanDate(text) { date = found }
        if member.key == "time_zone" { zone = text }
      }
    }
    return PlanClock(date: date, timeZone: zone) ?? PlanClock(date: date, timeZone: "UTC")
  }
}
