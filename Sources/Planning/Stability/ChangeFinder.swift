/// Compares runs with what people were told.
struct ChangeFinder {
  private let day: Day
  private let published: PublishedPlan
  private let told: Told
  private let now: Told
  private let plan: Plan
  private let refusedBefore: Set<String>

  init(_ day: Day, _ published: PublishedPlan, now plan: Plan) {
    self.day = day
    self.published = published
    self.plan = plan
    refusedBefore = Set(published.plan.unserved.flatMap(\.legs))
    told = Told(day, published.plan, promises: day.promises)
    now = Told(day, plan)
  }

  func changes() -> PlanChanges {
    PlanChanges(
      previous: published.plan.provenance.planHash, keepsTimes: published.keepsTimes,
      changes: day.legs.indices.flatMap(riderChanges)
        + day.resources.indices.compactMap(driverChange))
  }

  // MARK: Riders

  private func riderChanges(_ leg: Int) -> [PlanChange] {
    let id = day.legs[leg].leg.id
    let person = day.legs[leg].rider.id
    guard let before = told.rides[leg] else {
      guard let after = now.rides[leg], refusedBefore.contains(id) else { return [] }
      let clock = day.clockText(after.pickup)
      return [
        PlanChange(
          kind: .gained, person: person, legs: [id], after: after.pickup,
          to: day.resources[after.resource].id,
          text: Bilingual(
            fr: "Trajet \(id) : servi finalement, prise en charge à \(clock).",
            en: "Leg \(id): served after all, pick-up at \(clock)."))
      ]
    }
    guard let after = now.rides[leg] else {
      return [
        PlanChange(
          kind: .lost, person: person, legs: [id], before: before.pickup,
          from: day.resources[before.resource].id, price: day.told(.rideLost),
          text: Bilingual(
            fr:
              "Trajet \(id) : plus servi, alors que \(day.clockText(before.pickup)) était annoncé.",
            en: "Leg \(id): no longer served, though \(day.clockText(before.pickup)) was told."))
      ]
    }
    return [timeMoved(leg, before, after), otherDriver(leg, before, after)].compactMap(\.self)
  }

  private func timeMoved(_ leg: Int, _ before: Told.Ride, _ after: Told.Ride) -> PlanChange? {
    let promise = day.promise(leg, by: before.resource)
    let moved = after.pickup - before.pickup
    guard abs(moved) > promise else { return nil }
    let id = day.legs[leg].leg.id
    let (old, new) = (day.clockText(before.pickup), day.clockText(after.pickup))
    return PlanChange(
      kind: .timeMoved, person: day.legs[leg].rider.id, legs: [id], before: before.pickup,
      after: after.pickup,
      // Who has asked for another time is told it, and is not put out.
      price: published.voided.contains(id)
        ? 0 : Self.cents(Double(abs(moved) - promise) / 3600 * day.told(.toldLater)),
      text: Bilingual(
        fr: "Trajet \(id) : prise en charge à \(new) au lieu de \(old).",
        en: "Leg \(id): pick-up at \(new) in place of \(old)."))
  }

  private func otherDriver(_ leg: Int, _ before: Told.Ride, _ after: Told.Ride) -> PlanChange? {
    guard before.resource != after.resource else { return nil }
    let id = day.legs[leg].leg.id
    let (old, new) = (day.resources[before.resource], day.resources[after.resource])
    return PlanChange(
      kind: .otherDriver, person: day.legs[leg].rider.id, legs: [id], from: old.id, to: new.id,
      price: day.told(.otherDriver),
      text: Bilingual(
        fr: "Trajet \(id) : \(new.id) vient au lieu de \(old.id).",
        en: "Leg \(id): \(new.id) comes in place of \(old.id)."))
  }

  // MARK: Drivers

  private func driverChange(_ resource: Int) -> PlanChange? {
    let id = day.resources[resource].id
    switch (told.called.contains(resource), now.called.contains(resource)) {
    case (true, false):
      return PlanChange(
        kind: .calledOff, person: id, from: id, price: day.told(.driverCalledOff),
        text: Bilingual(fr: "\(id) n’est plus appelé.", en: "\(id) is no longer called."))
    case (false, true):
      return PlanChange(
        kind: .called, person: id, to: id, price: day.told(.driverCalled),
        text: Bilingual(fr: "\(id) est appelé.", en: "\(id) is called."))
    case (true, true): return runChanged(resource, id)
    case (false, false): return nil
    }
  }

  /// A driver's sheet is another one where riders or their order are, or where a time is beyond the promise.
  private func runChanged(_ resource: Int, _ id: String) -> PlanChange? {
    func visits(_ runs: [Run]) -> [[RunStop]] {
      runs.filter { $0.resource == id }.sorted { $0.departure < $1.departure }
        .map { $0.stops.filter { !$0.leg.isEmpty } }
    }
    let (old, new) = (visits(published.plan.runs), visits(plan.runs))
    func order(_ visits: [[RunStop]]) -> [[String]] {
      visits.map { $0.map { $0.kind.rawValue + " " + $0.leg } }
    }
    let isSame =
      order(old) == order(new)
      && zip(old.joined(), new.joined()).allSatisfy { before, after in
        guard let leg = day.legIndex[before.leg] else { return true }
        return abs(before.start - after.start) <= day.promise(leg, by: resource)
      }
    guard !isSame else { return nil }
    let legs = Set(old.joined().map(\.leg)).symmetricDifference(new.joined().map(\.leg)).sorted()
    let list = legs.joined(separator: ", ")
    return PlanChange(
      kind: .runChanged, person: id, legs: legs, price: day.told(.runChanged),
      text: legs.isEmpty
        ? Bilingual(
          fr: "\(id) : mêmes voyageurs, à d’autres heures ou dans un autre ordre.",
          en: "\(id): the same riders, at other times or in another order.")
        : Bilingual(
          fr: "\(id) : la tournée change (\(list)).", en: "\(id): the run changes (\(list))."))
  }

  private static func cents(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
