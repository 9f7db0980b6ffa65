/// Rules that tie several legs, or a leg and its resource, together.
struct DomainCheck {
  let day: Day
  let eligibility: Eligibility
  let reader: PlanReader
  let plan: Plan

  func violations() -> [PlanViolation] {
    let visits = Visits(day, plan)
    return eligibilityViolations() + lockViolations()
      + day.legs.indices.compactMap { waitingBudget($0, visits) }
      + plan.runs.flatMap { PatientDetours(day, $0).violations() }
      + day.legs.indices.compactMap { accompaniment($0, visits) } + standbyViolations()
  }

  /// R58: who is on standby follows from the deadlines, and is not the plan's to say.
  private func standbyViolations() -> [PlanViolation] {
    let (told, right) = (Set(plan.standby), Set(eligibility.standbyIds))
    return told.symmetricDifference(right).sorted().map { id in
      let booking = day.scenario.bookings.first { $0.id == id }
      return PlanViolation(
        rule: "standby", legs: booking?.legs.map(\.id) ?? [],
        riders: booking.map { [$0.rider] } ?? [],
        text: told.contains(id)
          ? Bilingual(
            fr:
              "La demande \(id) est dite en attente alors qu’elle est venue à temps, ou est refusée.",
            en: "Booking \(id) is told to be on standby, but came in time or is refused.")
          : Bilingual(
            fr: "La demande \(id) est venue après l’heure limite, et n’est pas dite en attente.",
            en: "Booking \(id) came after the deadline, and is not told to be on standby."))
    }
  }

  /// R12: what the rules refuse, also where the coordinator has decided otherwise (R41).
  private func eligibilityViolations() -> [PlanViolation] {
    day.legs.indices.flatMap { l in
      reader.candidates[l].flatMap { r in
        eligibility.refusals(l, r).map { refusal in
          PlanViolation(
            rule: "not-eligible", figure: refusal.rule, run: runs(of: l, in: r),
            legs: [day.legs[l].leg.id], riders: [day.legs[l].rider.id], value: refusal.value,
            limit: refusal.limit, unit: refusal.unit, source: refusal.source,
            decided: eligibility.assigned[l] == r, text: refusal.text)
        }
      }
    }
  }

  /// R41: a leg given to somebody else than the coordinator has decided.
  private func lockViolations() -> [PlanViolation] {
    day.legs.indices.compactMap { l in
      guard let assigned = eligibility.assigned[l],
        let other = reader.candidates[l].first(where: { $0 != assigned })
      else { return nil }
      let (leg, wanted) = (day.legs[l].leg.id, day.resources[assigned].id)
      return PlanViolation(
        rule: "lock-assign", run: runs(of: l, in: other), legs: [leg],
        riders: [day.legs[l].rider.id],
        text: Bilingual(
          fr: "Le trajet \(leg) a été confié à \(wanted), pas à \(day.resources[other].id).",
          en: "Leg \(leg) was given to \(wanted), not to \(day.resources[other].id)."))
    }
  }

  /// R6: minutes early for care and minutes waited after it, of a patient who shares a vehicle on either leg.
  private func waitingBudget(_ l: Int, _ visits: Visits) -> PlanViolation? {
    let leg = day.legs[l]
    guard leg.booking.insured, leg.position > 0,
      case .arriveBy(let time) = day.legs[l - 1].leg.anchor,
      let arrival = visits.delivery[l - 1], let pickup = visits.pickup[l],
      visits.shared.contains(l - 1) || visits.shared.contains(l)
    else { return nil }
    let end: Int
    switch leg.leg.anchor {
    case .release(let clock, _), .departAfter(let clock), .fixed(let clock):
      end = day.elapsed(clock)
    case .arriveBy, .afterStay: return nil
    }
    let waited = max(0, day.elapsed(time) - arrival) + max(0, pickup - end)
    let most = day.rules.seconds(.waitTotal)
    guard waited > most else { return nil }
    return PlanViolation(
      rule: "waiting-budget", figure: day.rules.citation(.waitTotal),
      legs: [day.legs[l - 1].leg.id, leg.leg.id], riders: [leg.rider.id], value: Double(waited),
      limit: Double(most), unit: "s", source: day.rules.figure(.waitTotal)?.source ?? "",
      text: Bilingual(
        fr: "Le patient attend \(Shown.duration(waited)) avant et après ses soins ; "
          + "\(Shown.duration(most)) sont permis.",
        en: "The patient waits \(Shown.duration(waited)) before and after care; "
          + "\(Shown.duration(most)) are allowed."))
  }

  /// R28: between set-down and pick-up of an accompanied rider the driver goes nowhere.
  private func accompaniment(_ l: Int, _ visits: Visits) -> PlanViolation? {
    let leg = day.legs[l]
    guard leg.booking.accompany, leg.position > 0, day.legs[l - 1].to == leg.from,
      let setdown = visits.deliveryAt[l - 1], let pickup = visits.pickupAt[l]
    else { return nil }
    let stays =
      setdown.run == pickup.run
      && plan.runs[setdown.run].stops[setdown.stop + 1..<max(setdown.stop + 1, pickup.stop)]
        .allSatisfy { $0.kind == .rest }
    guard !stays else { return nil }
    return PlanViolation(
      rule: "accompany", run: plan.runs[setdown.run].id,
      legs: [day.legs[l - 1].leg.id, leg.leg.id], riders: [leg.rider.id],
      text: Bilingual(
        fr: "Le conducteur doit rester avec le voyageur entre les deux trajets.",
        en: "The driver must stay with the rider between the two legs."))
  }

  private func runs(of leg: Int, in resource: Int) -> String {
    let id = day.legs[leg].leg.id
    return plan.runs.first { run in
      run.resource == day.resources[resource].id && run.stops.contains { $0.leg == id }
    }?.id ?? ""
  }
}
