public import Planning

/// Reads rule profiles that stand in files of their own, and finds everything that is wrong with one.
public enum ProfileDocument {
  /// The profile in a file.
  ///
  /// - Parameter date: a day on which it must be in force; `nil`: any.
  /// - Throws: every fault at once: how it is written, figures missing, unknown or in another unit, dates.
  public static func read(_ path: String, on date: PlanDate? = nil) throws(Faults) -> RuleProfile {
    let log = InputLog()
    guard let root = JSONFile.read(path, as: path, log) else { throw Faults(log.faults) }
    return try profile(in: root, name: path, date, log)
  }

  /// The profile in a document that is in memory.
  ///
  /// - Parameter name: what faults call the document.
  public static func read(
    json bytes: [UInt8], name: String = "profile.json", on date: PlanDate? = nil
  ) throws(Faults) -> RuleProfile {
    let log = InputLog()
    guard let root = JSONFile.parse(bytes, as: name, log) else { throw Faults(log.faults) }
    return try profile(in: root, name: name, date, log)
  }

  /// The document of a profile, keys sorted.
  public static func text(_ profile: RuleProfile) -> String {
    JSONText.document(ProfileFields.set.encode(profile))
  }

  private static func profile(
    in root: JSONNode, name: String, _ date: PlanDate?, _ log: InputLog
  ) throws(Faults) -> RuleProfile {
    let (profile, _) = ProfileFields.set.read(root, JSONSite(file: name), log)
    ProfileCheck(root: root, file: name, log: log).run(profile, on: date)
    // A key nobody knows is a word misspelt: in a profile that is checked for its own sake it is no mere oddity.
    let faults = log.faults + log.warnings
    guard faults.isEmpty else { throw Faults(FaultPrinter.sorted(faults)) }
    return profile
  }
}
