/// What is said on the telephone about changes of a plan.
struct CallWords {
  let day: Day
  let told: Plan
  let plan: Plan

  /// When the first thing happens that a change is about, elapsed seconds.
  func time(_ change: PlanChange) -> Int? {
    switch change.kind {
    case .called: return run(of: change.person, in: plan)?.departure
    case .calledOff: return run(of: change.person, in: told)?.departure
    case .runChanged: return firstDifference(change.person)
    default:
      let legs = [change.before, change.after].compactMap(\.self)
      return legs.min()
        ?? change.legs.compactMap { leg in
          [pickup(leg, in: told)?.start, pickup(leg, in: plan)?.start].compactMap(\.self).min()
        }.min()
    }
  }

  // MARK: Riders

  /// A sentence a leg.
  func rider(_ changes: [PlanChange]) -> [Bilingual] {
    var legs: [String] = []
    for leg in changes.flatMap(\.legs) where !legs.contains(leg) { legs.append(leg) }
    return legs.map { leg in
      sentence(leg, changes.filter { $0.legs.contains(leg) }.map(\.kind))
    }
  }

  private func sentence(_ leg: String, _ kinds: [PlanChange.Kind]) -> Bilingual {
    let way = spoken(leg)
    let before = pickup(leg, in: told)
    guard let (run, after) = ride(leg, in: plan) else {
      let time = before.map { clock($0.start) } ?? ""
      return Bilingual(
        fr: "Votre trajet \(way.fr), prévu à \(time), ne peut malheureusement pas être assuré.",
        en: "We are sorry: your \(time) ride \(way.en) cannot be served.")
    }
    let now = clock(after.start)
    guard let before, let old = ride(leg, in: told)?.run, !kinds.contains(.gained) else {
      return Bilingual(
        fr:
          "Votre trajet \(way.fr) est finalement possible : \(run.resource) vient vous chercher à "
          + "\(now).",
        en: "Your ride \(way.en) is possible after all: \(run.resource) picks you up at \(now).")
    }
    let time = clock(before.start)
    let isOther = old.resource != run.resource
    return Bilingual(
      fr: "Pour votre trajet \(way.fr), \(run.resource) vient vous chercher à \(now)"
        + (kinds.contains(.timeMoved) ? " au lieu de \(time)" : "")
        + (isOther ? ", à la place de \(old.resource)." : "."),
      en: "For your ride \(way.en), \(run.resource) picks you up at \(now)"
        + (kinds.contains(.timeMoved) ? " instead of \(time)" : "")
        + (isOther ? ", in place of \(old.resource)." : "."))
  }

  // MARK: Drivers

  func driver(_ change: PlanChange) -> Bilingual {
    switch change.kind {
    case .called:
      let runs = runs(of: change.person, in: plan)
      let list = riders(runs)
      let (start, end) = (runs.first?.departure ?? 0, runs.last?.arrival ?? 0)
      return Bilingual(
        fr: "Pouvez-vous conduire ? Départ \(clock(start)), retour vers \(clock(end)) : \(list).",
        en: "Can you drive? Departure \(clock(start)), back at about \(clock(end)): \(list).")
    case .calledOff:
      let start = run(of: change.person, in: told).map { clock($0.departure) } ?? ""
      return Bilingual(
        fr: "Votre tournée (départ \(start)) est annulée, merci de ne pas partir.",
        en: "Your run (departure \(start)) is called off, please do not set out.")
    case .runChanged: return runChanged(change.person)
    default: return change.text
    }
  }

  private func runChanged(_ person: String) -> Bilingual {
    let before = visits(person, in: told)
    let after = visits(person, in: plan)
    let gone = before.filter { !after.map(\.leg).contains($0.leg) }.map(\.rider)
    let new = after.filter { !before.map(\.leg).contains($0.leg) }
    let added = new.map { "\($0.rider) \(clock($0.start)) (\(way($0.leg)))" }
    var fr: [String] = []
    var en: [String] = []
    if !gone.isEmpty {
      fr.append("en moins : " + gone.joined(separator: ", "))
      en.append("no longer: " + gone.joined(separator: ", "))
    }
    if !added.isEmpty {
      fr.append("en plus : " + added.joined(separator: ", "))
      en.append("in addition: " + added.joined(separator: ", "))
    }
    let all = after.map { "\($0.rider) \(clock($0.start))" }.joined(separator: ", ")
    if fr.isEmpty {
      fr = ["autres heures ou autre ordre"]
      en = ["other times or another order"]
    }
    return Bilingual(
      fr: "Votre tournée change – " + fr.joined(separator: " ; ")
        + ". Prises en charge : \(all.isEmpty ? "aucune" : all).",
      en: "Your run changes – " + en.joined(separator: "; ")
        + ". Pick-ups: \(all.isEmpty ? "none" : all).")
  }

  /// `r001 09:10 (Home → Hospital)` of each rider, in order.
  private func riders(_ runs: [Run]) -> String {
    runs.flatMap(\.stops).filter { $0.kind == .pickup }
      .map { "\($0.rider) \(clock($0.start)) (\(way($0.leg)))" }.joined(separator: ", ")
  }

  /// The first of the stops in which two plans of a driver differ.
  private func firstDifference(_ person: String) -> Int? {
    let before = runs(of: person, in: told).flatMap(\.stops).filter { !$0.leg.isEmpty }
    let after = runs(of: person, in: plan).flatMap(\.stops).filter { !$0.leg.isEmpty }
    let same = zip(before, after).prefix { old, new in
      old.leg == new.leg && old.kind == new.kind && abs(old.start - new.start) < 60
    }.count
    return [before.dropFirst(same).first?.start, after.dropFirst(same).first?.start]
      .compactMap(\.self).min() ?? run(of: person, in: plan)?.departure
  }

  // MARK: Reading

  private func runs(of resource: String, in plan: Plan) -> [Run] {
    plan.runs.filter { $0.resource == resource }
      .sorted { ($0.departure, $0.id) < ($1.departure, $1.id) }
  }

  private func run(of resource: String, in plan: Plan) -> Run? {
    runs(of: resource, in: plan).first
  }

  private func visits(_ resource: String, in plan: Plan) -> [RunStop] {
    runs(of: resource, in: plan).flatMap(\.stops).filter { $0.kind == .pickup }
  }

  private func ride(_ leg: String, in plan: Plan) -> (run: Run, pickup: RunStop)? {
    for run in plan.runs {
      if let stop = run.stops.first(where: { $0.leg == leg && $0.kind == .pickup }) {
        return (run, stop)
      }
    }
    return nil
  }

  private func pickup(_ leg: String, in plan: Plan) -> RunStop? { ride(leg, in: plan)?.pickup }

  /// `vers Figeac`, `depuis Figeac`, as said to the rider, who knows the own home.
  private func spoken(_ leg: String) -> Bilingual {
    guard let index = day.legIndex[leg] else { return Bilingual(fr: leg, en: leg) }
    let known = day.legs[index]
    let places = day.scenario.places
    let (from, to) = (places[known.from], places[known.to])
    if from.id == known.rider.home { return Bilingual(fr: "vers \(to.name)", en: "to \(to.name)") }
    if to.id == known.rider.home {
      return Bilingual(fr: "de retour depuis \(from.name)", en: "home from \(from.name)")
    }
    return Bilingual(
      fr: "depuis \(from.name) vers \(to.name)", en: "from \(from.name) to \(to.name)")
  }

  /// `Home → Hospital`, on a driver's list.
  private func way(_ leg: String) -> String {
    guard let index = day.legIndex[leg] else { return leg }
    let places = day.scenario.places
    return "\(places[day.legs[index].from].name) → \(places[day.legs[index].to].name)"
  }

  private func clock(_ elapsed: Int) -> String { day.clockText(elapsed) }
}
