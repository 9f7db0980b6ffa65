import Planning

/// What one rider is told of one leg.
struct CallRow: Sendable {
  enum Answer: Sendable {
    case served(pickup: RunStop, delivery: RunStop, run: Run)
    case outside(OutsideRide)
    case refused
  }

  let booking: Booking
  let leg: Leg
  let answer: Answer
  /// What differs from what the rider was told before, in words; empty: nothing, or nothing was told.
  let changes: [String]

  /// A row a leg, riders in the order in which people look for them.
  static func all(_ context: PaperContext) -> [CallRow] {
    let index = context.index
    let bookings = index.scenario.bookings.map { (context.name($0.rider).lowercased(), $0) }
    return bookings.sorted { ($0.0, $0.1.rider, $0.1.id) < ($1.0, $1.1.rider, $1.1.id) }
      .flatMap { _, booking in
        booking.legs.map { leg in
          let answer = answer(leg, index)
          return CallRow(
            booking: booking, leg: leg, answer: answer, changes: changes(leg, answer, context))
        }
      }
  }

  private static func answer(_ leg: Leg, _ index: PlanIndex) -> Answer {
    if let service = index.service(ofLeg: leg.id), let pickup = service.pickup,
      let delivery = service.delivery
    {
      return .served(pickup: pickup, delivery: delivery, run: service.run.run)
    }
    return index.outside(ofLeg: leg.id).map(Answer.outside) ?? .refused
  }

  private static func changes(_ leg: Leg, _ now: Answer, _ context: PaperContext) -> [String] {
    guard let previous = context.previous else { return [] }
    let clock = context.index.clock
    switch (answer(leg, previous), now) {
    case (.served(let before, let oldEnd, let old), .served(let after, let newEnd, let new)):
      var changes: [String] = []
      if clock.text(before.start) != clock.text(after.start) {
        let time = clock.text(before.start)
        changes.append(context.say(fr: "au lieu de \(time)", en: "in place of \(time)"))
      }
      if old.resource != new.resource {
        let name = context.firstName(old.resource)
        changes.append(context.say(fr: "au lieu de \(name)", en: "in place of \(name)"))
      }
      if before.place != after.place || oldEnd.place != newEnd.place {
        changes.append(context.say(fr: "autre lieu", en: "other place"))
      }
      if let told = previous.legs[leg.id]?.leg.connection, let met = leg.connection,
        (told.board, told.farTime) != (met.board, met.farTime)
      {
        changes.append(context.say(fr: "autre car ou train", en: "other bus or train"))
      }
      return changes
    case (.served(let before, _, _), _):
      let time = clock.text(before.start)
      return [context.say(fr: "n’est plus servi (\(time) annoncé)", en: "lost (\(time) was told)")]
    case (_, .served): return [context.say(fr: "servi finalement", en: "served after all")]
    case (.outside(let before), .outside(let after)) where before.fallback == after.fallback:
      return []
    case (.outside(let before), _):
      let title = context.index.fallbackTitle(before.fallback)
      return [context.say(fr: "n’est plus confié à \(title)", en: "no longer with \(title)")]
    case (.refused, .outside): return [context.say(fr: "servi finalement", en: "served after all")]
    case (.refused, .refused):
      let wasTold = previous.plan.unserved.contains { $0.legs.contains(leg.id) }
      return wasTold ? [] : [context.say(fr: "nouvelle demande", en: "new booking")]
    }
  }
}
