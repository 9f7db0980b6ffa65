public import DialARide
public import Planning

/// What a solution file says of itself beside its routes: how it was found, and what is proven of it.
public struct SolutionStatement: Hashable, Sendable {
  public var objective: Double?
  public var seed: UInt64?
  /// Iterations done.
  public var iterations: Int?
  /// Limits that the search was given, and its threads.
  public var iterationLimit: Int?
  public var timeLimit: Double?
  public var threads: Int?
  public var version = ""
  public var inputHash = ""
  public var solutionHash = ""
  public var lowerBound: Double?
  public var gap: Double?
  public var proof: ProvenBound.Proof?
  public var optimal: Bool?

  /// What the file says is proven; `nil` where it says nothing.
  public var bound: ProvenBound? {
    guard let lowerBound, let objective else { return nil }
    return ProvenBound(
      objective: objective, lowerBound: lowerBound,
      gap: gap ?? ProvenBound.gap(objective: objective, lowerBound: lowerBound),
      proof: proof ?? .trivial, isOptimal: optimal ?? false)
  }

  /// Reads the statement in a file; routes and whatever else is there are left aside.
  ///
  /// - Throws: all that is wrong with how it is written.
  public static func read(_ path: String) throws(Faults) -> SolutionStatement {
    let log = InputLog()
    let name = String(path.split(separator: "/").last ?? "")
    guard let root = JSONFile.read(path, as: name, log) else { throw Faults(log.faults) }
    let (statement, _) = fields.read(root, JSONSite(file: name), log)
    guard log.faults.isEmpty else { throw Faults(FaultPrinter.sorted(log.faults)) }
    return statement
  }

  private static var fields: FieldSet<SolutionStatement> {
    var set = FieldSet(blank: SolutionStatement())
    set.add(optional: "objective", fr: "", \.objective, .number(), about: "")
    set.add(optional: "seed", fr: "", \.seed, .unsigned, about: "")
    set.add(optional: "iterations", fr: "", \.iterations, .whole(from: 0), about: "")
    set.add(optional: "iterationLimit", fr: "", \.iterationLimit, .whole(from: 0), about: "")
    set.add(optional: "timeLimit", fr: "", \.timeLimit, .decimal(from: 0), about: "")
    set.add(optional: "threads", fr: "", \.threads, .whole(from: 1), about: "")
    set.add("version", fr: "", \.version, .words, about: "")
    set.add("inputHash", fr: "", \.inputHash, .words, about: "")
    set.add("solutionHash", fr: "", \.solutionHash, .words, about: "")
    set.add(optional: "lowerBound", fr: "", \.lowerBound, .number(), about: "")
    set.add(optional: "gap", fr: "", \.gap, .number(), about: "")
    set.add(optional: "proof", fr: "", \.proof, .choice(ProofFields.kinds), about: "")
    set.add(optional: "optimal", fr: "", \.optimal, .flag, about: "")
    return set
  }
}
