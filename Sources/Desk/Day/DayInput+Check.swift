public import Planning

extension DayInput {
  /// What the exact checker says of a plan.
  public func violations(in plan: Plan) throws(Failure) -> [PlanViolation] {
    let day = try following(plan).day
    do throws(Faults) {
      return try PlanCheck(day).violations(in: plan)
    } catch {
      throw Failure(.internalError, error.faults)
    }
  }
}
