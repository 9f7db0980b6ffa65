/// Figures of working rules beyond amplitude and break (R31); a profile may do without any.
extension FigureKey {
  // MARK: Paid drivers

  /// An amplitude that one rest of `amplitudeLongerRest` within it allows, and a still longer one.
  static func amplitudeLonger(_ kind: RuleKind) -> FigureKey { work(kind, "amplitude_longer") }
  static func amplitudeLongerRest(_ kind: RuleKind) -> FigureKey {
    work(kind, "amplitude_longer_rest")
  }
  static func amplitudeLongest(_ kind: RuleKind) -> FigureKey { work(kind, "amplitude_longest") }
  static func amplitudeLongestRest(_ kind: RuleKind) -> FigureKey {
    work(kind, "amplitude_longest_rest")
  }
  /// Longest work in a day: amplitude less breaks and time at base.
  static func longestWork(_ kind: RuleKind) -> FigureKey { work(kind, "longest_work") }

  // MARK: All drivers

  /// Longest time driven without a rest, the rest, and its two parts where it may be taken in two.
  static func unbrokenDriving(_ kind: RuleKind) -> FigureKey { work(kind, "unbroken_driving") }
  static func drivingRest(_ kind: RuleKind) -> FigureKey { work(kind, "driving_rest") }
  static func drivingRestFirst(_ kind: RuleKind) -> FigureKey { work(kind, "driving_rest_first") }
  static func drivingRestSecond(_ kind: RuleKind) -> FigureKey {
    work(kind, "driving_rest_second")
  }
  /// Least rest between the last end and the first start of the day after.
  static func dailyRest(_ kind: RuleKind) -> FigureKey { work(kind, "daily_rest") }
  /// Length of the meal break, the hours of the clock within which it lies, and how long a run must last for it.
  static func meal(_ kind: RuleKind) -> FigureKey { work(kind, "meal") }
  static func mealFrom(_ kind: RuleKind) -> FigureKey { work(kind, "meal_from") }
  static func mealUntil(_ kind: RuleKind) -> FigureKey { work(kind, "meal_until") }
  static func mealDueAfter(_ kind: RuleKind) -> FigureKey { work(kind, "meal_due_after") }

  private static func work(_ kind: RuleKind, _ key: String) -> FigureKey {
    FigureKey(kind, key, .time, optional: true)
  }

  /// Those of paid drivers and of all, with a fixed name.
  static let working: [FigureKey] =
    workingKinds.flatMap {
      [
        amplitudeLonger($0), amplitudeLongerRest($0), amplitudeLongest($0),
        amplitudeLongestRest($0), longestWork($0),
      ]
    } + (workingKinds + [.volunteer]).flatMap(ofAllDrivers)

  private static func ofAllDrivers(_ kind: RuleKind) -> [FigureKey] {
    [
      unbrokenDriving(kind), drivingRest(kind), drivingRestFirst(kind), drivingRestSecond(kind),
      dailyRest(kind), meal(kind), mealFrom(kind), mealUntil(kind), mealDueAfter(kind),
    ]
  }

  /// Figures of which none means anything without the others.
  static func workingSets(_ kind: RuleKind) -> [[FigureKey]] {
    [
      [amplitudeLonger(kind), amplitudeLongerRest(kind)],
      [amplitudeLongest(kind), amplitudeLongestRest(kind)],
      [unbrokenDriving(kind), drivingRest(kind)],
      [drivingRestFirst(kind), drivingRestSecond(kind)],
      [meal(kind), mealFrom(kind), mealUntil(kind)],
    ]
  }
}
