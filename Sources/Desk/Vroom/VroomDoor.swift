internal import Foundation
public import Interchange
public import Optimizer
public import TravelTimes

/// Answers requests in VROOM's language with the solver of the house: one function from bytes to bytes, for the
/// command line and a server alike.
public struct VroomDoor: Sendable {
  /// What whoever opens the door allows, and what holds where a request says nothing.
  public struct Settings: Sendable {
    /// Options that go before those of the request.
    public var options = VroomOptions()
    /// What roads are asked where a request has no matrices; `nil`: travel is estimated from straight lines.
    public var roads: RoadSource?
    public var cache: RoadCache?
    /// Unknown keys are faults rather than warnings.
    public var isStrict = false
    /// Tells a lower bound with each answer, worked out on one more thread.
    public var provesBound = true
    public var seed: UInt64 = 1
    /// Places, tasks and vehicles that a request may have; `nil`: what the reader bears.
    public var mostTasks: Int?
    public var mostVehicles: Int?
    /// Seconds that no search goes beyond, whatever is asked for.
    public var longest = 600.0

    public init() {}
  }

  /// An answer, and what it is called by those who carry it.
  public struct Reply: Sendable {
    public var code: VroomDocument.Code
    /// JSON in UTF-8, with a line feed at its end.
    public var body: String
    /// In VROOM's words; empty where there is none.
    public var error: String

    /// The status that goes with it over HTTP, as vroom-express has it.
    public var httpStatus: Int { code.httpStatus }
  }

  private let settings: Settings

  public init(_ settings: Settings = Settings()) { self.settings = settings }

  /// Answers one request. Blocks the calling thread; searches run on threads of their own.
  ///
  /// - Parameter stop: ends the search early with the best so far.
  @available(*, noasync, message: "the search blocks its thread")
  public func answer(_ body: [UInt8], stop: SearchStop = SearchStop()) -> Reply {
    let clock = ContinuousClock()
    let begin = clock.now
    let reading = VroomReader.read(body)
    guard let request = reading.request else {
      return refuse(.inputError, reading.faults, reading.warnings)
    }
    if let fault = tooLarge(request) { return refuse(.tooLarge, [fault], []) }
    let unknown = reading.warnings.filter(\.isUnknownKey)
    if settings.isStrict, !unknown.isEmpty {
      return refuse(.inputError, unknown.map { VroomFault($0.pointer, $0.message) }, [])
    }
    let options = settings.options.or(request.options)
    do {
      let roads = try VroomRoads(request, settings.roads, settings.cache)
      let problem = VroomProblem(request, places: roads.places, travel: roads.travel)
      let loaded = clock.now
      var answer: VroomAnswer
      if options.plan ?? false {
        answer = try VroomPlan(problem).answer(warnings: reading.warnings).get()
      } else {
        answer = try VroomSearch(problem, options, settings).answer(stop: stop)
        answer.warnings = reading.warnings + answer.warnings
      }
      let solved = clock.now
      if options.geometry ?? false { roads.draw(problem, &answer) }
      answer.loading = Self.milliseconds(loaded - begin)
      answer.solving = Self.milliseconds(solved - loaded)
      answer.routing = Self.milliseconds(clock.now - solved)
      return Reply(code: .ok, body: VroomDocument.text(answer, of: problem), error: "")
    } catch let error as VroomFaults {
      return refuse(error.code, error.faults, reading.warnings)
    } catch {
      return refuse(.internalError, [VroomFault("", "Internal error: \(error)")], reading.warnings)
    }
  }

  private func tooLarge(_ request: VroomRequest) -> VroomFault? {
    if let most = settings.mostTasks, request.taskCount > most {
      return VroomFault(
        "", "Too many locations (\(request.taskCount)) in query, maximum is set to \(most).")
    }
    if let most = settings.mostVehicles, request.vehicles.count > most {
      return VroomFault(
        "/vehicles",
        "Too many vehicles (\(request.vehicles.count)) in query, maximum is set to \(most).")
    }
    return nil
  }

  private func refuse(
    _ code: VroomDocument.Code, _ faults: [VroomFault], _ warnings: [VroomWarning]
  ) -> Reply {
    Reply(
      code: code, body: VroomDocument.refusal(code, faults, warnings: warnings),
      error: faults.first?.message ?? "Internal error.")
  }

  private static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
