public import DialARide

/// A world on a line: location k lies at kilometre k, and each kilometre takes one minute.
///
/// Hand-computed tests write times in seconds (60 a kilometre) and distances in metres.
public struct LineWorld {
  public var draft: ProblemDraft

  /// - Parameter size: number of locations, at kilometres 0 to `size - 1`.
  public init(size: Int = 21) {
    let steps = (0..<size).flatMap { a in (0..<size).map { b in Double(abs(a - b)) } }
    let matrix = MatrixDraft(
      size: size, times: steps.map { $0 * 60 }, distances: steps.map { $0 * 1000 })
    draft = ProblemDraft(name: "line", matrices: [matrix])
  }

  /// Adds a ride between two kilometres; windows bound the start of service.
  public mutating func ride(
    _ id: String, from: Int, to: Int, pickup: [TimeWindow] = [], delivery: [TimeWindow] = [],
    service: Double = 0, load: [Int] = [1], longestRide: Double? = nil
  ) {
    draft.requests.append(
      RequestDraft(
        id: id, pickup: StopDraft(location: from, serviceTime: service, windows: pickup),
        delivery: StopDraft(location: to, serviceTime: service, windows: delivery), load: load,
        longestRide: longestRide))
  }

  /// Adds a vehicle with eight seats that starts and ends at kilometre 0.
  public mutating func vehicle(_ id: String, change: (inout VehicleDraft) -> Void = { _ in }) {
    var vehicle = VehicleDraft(id: id, start: 0, end: 0, layouts: [[8]])
    change(&vehicle)
    draft.vehicles.append(vehicle)
  }

  /// The problem; the draft must be sound.
  public func problem() throws -> Problem { try Problem(draft) }
}
