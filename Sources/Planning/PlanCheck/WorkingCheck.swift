internal import DialARide

/// Working rules of each driver over the whole day, all runs together (R31).
struct WorkingCheck {
  let day: Day
  let plan: Plan

  func violations() -> [PlanViolation] {
    day.resources.flatMap { resource -> [PlanViolation] in
      let runs = plan.runs.filter { $0.resource == resource.id && !$0.stops.isEmpty }
        .sorted { ($0.departure, $0.arrival) < ($1.departure, $1.arrival) }
      guard !runs.isEmpty else { return [] }
      let work = WorkingRules(day.rules, resource.mode.ruleKind)
      let worked = WorkedDay(runs, driving: work.driving)
      let paid =
        resource.mode.isPaid
        ? [amplitude(resource, runs, worked, work), longestWork(runs, worked, work)]
          + [missingBreak(resource, runs, worked, work)] : []
      return
        (paid + [unbrokenDriving(worked, work), dailyRest(resource, runs, work)]
        + runs.map { meal($0, resource, worked, work) }).compactMap(\.self)
    }
  }

  private func amplitude(
    _ resource: DayResource, _ runs: [Run], _ worked: WorkedDay, _ work: WorkingRules
  ) -> PlanViolation? {
    let most = resource.amplitude(around: worked.longestPause, work)
    guard worked.amplitude > most else { return nil }
    let key = resource.statesDuty ? nil : work.amplitude(around: worked.longestPause).key
    return violation(
      "longest-duration", key, runs[runs.count - 1].id, worked.amplitude, limit: most,
      fr: "l’amplitude de la journée est trop longue", en: "the day is too long")
  }

  private func longestWork(_ runs: [Run], _ worked: WorkedDay, _ work: WorkingRules)
    -> PlanViolation?
  {
    guard let most = work.longestWork, worked.worked > most else { return nil }
    return violation(
      "longest-work", .longestWork(work.kind), runs[runs.count - 1].id, worked.worked, limit: most,
      fr: "trop de travail dans la journée", en: "too much work in the day")
  }

  /// The profile's break; those stated for a vehicle are told by the exact checker.
  private func missingBreak(
    _ resource: DayResource, _ runs: [Run], _ worked: WorkedDay, _ work: WorkingRules
  ) -> PlanViolation? {
    let (due, length) = (
      day.rules.seconds(.breakDueAfter(work.kind)), day.rules.seconds(.breakLength(work.kind))
    )
    guard resource.breaks.isEmpty, worked.worked > due, worked.longestPause < length else {
      return nil
    }
    return violation(
      "break-missing", .breakLength(work.kind), runs[runs.count - 1].id, worked.worked, limit: due,
      fr: "une pause due n’est pas prise", en: "a break that is due is not taken")
  }

  private func unbrokenDriving(_ worked: WorkedDay, _ work: WorkingRules) -> PlanViolation? {
    guard let rule = work.driving, Double(worked.longestStint) > rule.longest else { return nil }
    return violation(
      "unbroken-driving", .unbrokenDriving(work.kind), worked.stintRun, worked.longestStint,
      limit: Int(rule.longest), fr: "trop de conduite sans repos",
      en: "too long driven without a rest")
  }

  private func dailyRest(_ resource: DayResource, _ runs: [Run], _ work: WorkingRules)
    -> PlanViolation?
  {
    guard let lastEnd = resource.lastEnd, let least = work.dailyRest,
      runs[0].departure - lastEnd < least
    else { return nil }
    return violation(
      "daily-rest", .dailyRest(work.kind), runs[0].id, runs[0].departure - lastEnd, limit: least,
      fr: "le repos depuis la veille est trop court",
      en: "the rest since the day before is too short")
  }

  /// A run that works through the hours of the meal and is long enough has the meal in them.
  private func meal(
    _ run: Run, _ resource: DayResource, _ worked: WorkedDay, _ work: WorkingRules
  ) -> PlanViolation? {
    guard let meal = work.meal, resource.breaks.isEmpty else { return nil }
    let (from, until) = (day.elapsed(meal.from), day.elapsed(meal.until))
    let pauses = worked.pauses.filter { run.departure <= $0.start && $0.end <= run.arrival }
    let duty = run.arrival - run.departure - pauses.reduce(0) { $0 + $1.length }
    guard run.departure <= from, until <= run.arrival, duty > meal.dueAfter else { return nil }
    let longest = pauses.map { min($0.end, until) - max($0.start, from) }.max() ?? 0
    guard longest < meal.length else { return nil }
    return violation(
      "meal-missing", .meal(work.kind), run.id, max(0, longest), limit: meal.length,
      fr: "la pause repas manque", en: "the meal break is missing")
  }

  private func violation(
    _ rule: String, _ key: FigureKey?, _ run: String, _ value: Int, limit: Int, fr: String,
    en: String
  ) -> PlanViolation {
    let (found, allowed) = (Shown.duration(value), Shown.duration(limit))
    return PlanViolation(
      rule: rule, figure: key.map(day.rules.citation) ?? "", run: run, value: Double(value),
      limit: Double(limit), unit: "s", source: key.flatMap(day.rules.figure)?.source ?? "",
      text: Bilingual(
        fr: "Course \(run) : \(fr) (\(found) ; limite \(allowed)).",
        en: "Run \(run): \(en) (\(found); limit \(allowed))."))
  }
}
