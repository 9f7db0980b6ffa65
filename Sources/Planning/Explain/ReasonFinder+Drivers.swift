internal import DialARide
internal import Optimizer

/// Changes of what one driver, or one vehicle, has to offer.
extension ReasonFinder {
  /// Vehicles of the scene by the resource they belong to.
  private func vehicles(_ scene: Scene) -> [(resource: DayResource, vehicles: [Int])] {
    var order: [Int] = []
    var of: [Int: [Int]] = [:]
    for (v, whole) in scene.part.vehicles.enumerated() {
      let resource = compiled.vehicles[whole].resource
      if of[resource] == nil { order.append(resource) }
      of[resource, default: []].append(v)
    }
    return order.map { (day.resources[$0], of[$0] ?? []) }
  }

  /// One shift starts earlier or ends later, never into another one of the same person.
  func hourWays(_ leg: Int, _ scene: Scene) -> [ChangeWay] {
    let id = day.legs[leg].leg.id
    return scene.part.vehicles.enumerated().flatMap { v, whole -> [ChangeWay] in
      let role = compiled.vehicles[whole]
      let resource = day.resources[role.resource]
      let shift = resource.shifts[role.shift]
      let before = role.shift > 0 ? shift.start - resource.shifts[role.shift - 1].end : shift.start
      let after =
        role.shift + 1 < resource.shifts.count
        ? resource.shifts[role.shift + 1].start - shift.end : Int.max
      func way(_ kind: ChangeKind, _ room: Int, _ end: @escaping (Int) -> Int) -> ChangeWay {
        ChangeWay(
          kind: kind, leg: leg, unit: "min", scale: 60, sizes: steps.filter { $0 <= room },
          make: { size, draft in
            let shift = draft.vehicles[v].shift
            draft.vehicles[v].shift =
              kind == .earlierStart
              ? TimeWindow(shift.start - Double(size), shift.end)
              : TimeWindow(shift.start, shift.end + Double(size))
          }, driver: resource, vehicles: [v],
          text: { size, resource in
            ChangeWords(resource: resource, leg: id).ofDriver(
              ChangeWords.there(kind, size, day.clockText(end(size))))
          })
      }
      return [
        way(.laterEnd, after) { shift.end + $0 }, way(.earlierStart, before) { shift.start - $0 },
      ]
    }
  }

  /// A volunteer offers more kilometres, hours, trips or patience; the limits of paid drivers are the law's.
  func limitWays(_ limit: DriverLimit, _ leg: Int, _ scene: Scene) -> [ChangeWay] {
    let id = day.legs[leg].leg.id
    let (name, one) = limit.unit
    // Kilometres are tried one by one, times in steps of seconds.
    let isFine = limit == .distance || limit == .trips
    return vehicles(scene).compactMap { resource, vehicles in
      guard resource.mode == .volunteer,
        let now = limit.value(scene.draft.vehicles[vehicles[0]])
      else { return nil }
      let kind = ChangeKind(limit, ofTheYear: limit.isOfTheYear(resource, day))
      return ChangeWay(
        kind: kind, leg: leg, unit: name, scale: isFine ? 1 : one,
        sizes: sizes(of: limit, resource, now),
        make: { size, draft in
          limit.set(now + Double(size) * (isFine ? one : 1), of: vehicles, in: &draft)
        }, driver: resource, vehicles: vehicles,
        text: { size, resource in
          let amount = isFine ? size : Int((Double(size) / one).rounded(.up))
          let most = Int((now / one).rounded(.down)) + amount
          return ChangeWords(resource: resource, leg: id).ofDriver(
            ChangeWords.limit(kind, amount, most: most))
        })
    }
  }

  /// Kilometres, seconds or trips.
  private func sizes(of limit: DriverLimit, _ resource: DayResource, _ now: Double) -> [Int] {
    switch limit {
    case .distance:
      var most = day.rules.figure(.changeMostDistance).map(RuleBook.metres) ?? 0
      if limit.isOfTheYear(resource, day) {
        // More than on any day is another wish.
        most = min(most, day.metresOfADay(resource) - Int(now))
      }
      return most >= 1000 ? Array(1...most / 1000) : []
    case .trips: return [1, 2, 3]
    case .duty, .wait, .waitOnBoard: return steps
    }
  }

  /// One vehicle has a place more, in each kind of place that the unit takes up.
  func roomWays(_ leg: Int, _ unit: Unit, _ scene: Scene) -> [ChangeWay] {
    let id = day.legs[leg].leg.id
    let loads = scene.local(unit.requests).map { scene.draft.requests[$0].load }
    let names = VehicleCompiler(day, purpose: .search).dimensions
    let dimensions = names.enumerated().filter { k, name in
      name != VehicleCompiler.patients && loads.contains { k < $0.count && $0[k] > 0 }
    }
    return dimensions.flatMap { k, name in
      vehicles(scene).map { resource, vehicles in
        ChangeWay(
          kind: .moreRoom, leg: leg, unit: name, scale: 1, sizes: [1, 2, 3],
          make: { size, draft in
            for v in vehicles {
              for l in draft.vehicles[v].layouts.indices { draft.vehicles[v].layouts[l][k] += size }
            }
          }, driver: resource, vehicles: vehicles,
          text: { size, resource in
            ChangeWords(resource: resource, leg: id).ofDriver(ChangeWords.room(name, size))
          })
      }
    }
  }
}

extension Day {
  /// `18:45`: what the clock shows so many seconds after midnight.
  func clockText(_ elapsed: Int) -> String {
    ClockTime(seconds: clock.clockTime(elapsed).seconds / 60 * 60).text
  }
}
