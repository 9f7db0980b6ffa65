public import DialARide
import Foundation
public import Planning

/// A solution read back from a file, with the cost that the file claims for it.
public struct ClaimedSolution: Hashable, Sendable {
  public var solution: Solution
  /// `cost` in the file, as `Instance.statedCost` counts; `nil` where it makes no claim.
  public var cost: Double?

  public init(solution: Solution, cost: Double?) {
    self.solution = solution
    self.cost = cost
  }
}

/// Reads solution files: our own and any that has `routes` in the node numbers of the instance.
public enum SolutionFile {
  /// Reads the solution of an instance.
  ///
  /// Only the form is checked here; whether pairs are whole, windows kept and loads held is for the
  /// verifier. Depots that open or close a route are dropped. The k-th route, where the file states
  /// no vehicle for it, is that of vehicle k.
  ///
  /// - Throws: all faults of the file at once.
  public static func read(path: String, of instance: Instance) throws(InstanceFaults)
    -> ClaimedSolution
  {
    try read(text: InstanceFile.contents(path), file: path, of: instance)
  }

  /// Reads a solution file of ours with all that it states.
  ///
  /// - Throws: where the file cannot be read, or its first place that does not fit.
  public static func document(path: String) throws(InstanceFaults) -> SolutionDocument {
    let text = try InstanceFile.contents(path)
    do {
      return try JSONDecoder().decode(SolutionDocument.self, from: Data(text.utf8))
    } catch {
      throw JSONFault.faults(error, file: path)
    }
  }

  /// Reads the solution of an instance from the text of its file; see `read(path:of:)`.
  public static func read(
    text: String, file: String, of instance: Instance
  ) throws(InstanceFaults) -> ClaimedSolution {
    let root: JSONValue
    do {
      root = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    } catch {
      throw JSONFault.faults(error, file: file)
    }
    var log = FaultLog(file: file)
    let top = JSONCursor(value: root, pointer: "")
    if let stated = top.member("instance"), let name = stated.string(&log), name != instance.name {
      stated.add(.otherInstance(instance.name), &log)
    }
    let cost = top.member("cost")?.number(&log)
    var routes = RouteListReader(instance)
    if let list = top.member("routes") {
      routes.read(list, schedules: top.member("schedules"), &log)
    } else {
      log.add(.missingKey("routes"), pointer: "", field: "routes")
    }
    try log.check()
    return ClaimedSolution(solution: routes.solution(), cost: cost)
  }
}
