internal import Desk
internal import Optimizer
internal import Planning
internal import Synchronization

/// What `explain` answers.
struct ExplanationView: Encodable {
  var served: [TripExplanation] = []
  var outside: [OutsideRide] = []
  var unserved: [UnservedBooking] = []
  /// Every reason was looked into.
  let complete: Bool

  /// - Parameters:
  ///   - trip: a leg, a booking or a rider; `nil`: all that is not served.
  ///   - seconds: that reasons may take.
  ///   - closing: raised where they are to end before.
  /// - Throws: `Problem` where the day knows no such trip.
  init(
    _ input: DayInput, _ plan: Plan, trip: String?, seconds: Double, threads: Int,
    closing: SearchStop
  ) throws {
    let input = try input.following(plan)
    let legs = try trip.map { trip in try Self.legs(of: trip, in: input.day) }
    let compiled = try input.compiled()
    let solution = compiled.solution(of: plan)
    let explained = legs?.compactMap { compiled.explain(leg: $0, in: solution) } ?? []
    served = explained
    let missing = legs.map { Set($0).subtracting(explained.map(\.leg)) }
    guard missing.map({ !$0.isEmpty }) ?? true else {
      complete = true
      return
    }
    outside = plan.outside.filter { missing?.contains($0.leg) ?? false }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    let wasCut = Cut()
    unserved = compiled.unserved(
      in: solution, only: missing,
      besides: Set(plan.outside.map(\.leg)).subtracting(missing ?? []),
      reasons: ReasonEffort(threads: threads) {
        guard clock.now >= end || closing.isRaised else { return true }
        wasCut.flag.store(true, ordering: .relaxed)
        return false
      })
    complete = !wasCut.flag.load(ordering: .relaxed)
  }

  private final class Cut: Sendable {
    let flag = Atomic(false)
  }

  private static func legs(of trip: String, in day: Day) throws -> [String] {
    let found = day.legs
      .filter { [$0.leg.id, $0.booking.id, $0.rider.id].contains(trip) }.map(\.leg.id)
    guard found.isEmpty else { return found }
    var problem = Problem(.invalid)
    problem.faults = [
      Fault(
        code: "unknown-trip", place: FaultPlace(file: "request", pointer: "/trip"), field: "trip",
        value: trip,
        cause: Bilingual(
          fr: "Le scénario ne connaît ni trajet, ni demande, ni voyageur de ce nom.",
          en: "The scenario knows no leg, booking or rider of that name."),
        remedy: Bilingual(
          fr: "Reprenez le numéro qui figure dans le plan.",
          en: "Take the number as the plan has it."))
    ]
    throw problem
  }
}
