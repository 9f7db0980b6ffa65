extension ScenarioCheck {
  mutating func checkLocks() {
    let bookings = Dictionary(
      scenario.bookings.map { ($0.id, $0.legs.map(\.id)) }, uniquingKeysWith: { first, _ in first })
    var assigned: [String: String] = [:]
    var forbidden: Set<[String]> = []
    var promised: Set<String> = []
    for (i, lock) in scenario.locks.enumerated() {
      func key(_ field: String) -> ObjectKey { ObjectKey(.lock, index: i, field: field) }
      let trips = legs.contains(lock.trip) ? [lock.trip] : bookings[lock.trip] ?? []
      if trips.isEmpty, lock.kind != .freeze || !lock.trip.isEmpty {
        addUnknown(
          .trip, lock.trip, at: key("trip"), known: (legs.union(bookings.keys)).sorted())
      }
      if lock.kind == .promise {
        checkPromise(lock, key: key)
        if !promised.insert(lock.trip).inserted {
          addContradiction(lock.trip, lock.time?.text ?? "", at: key("time"))
        }
        continue
      }
      if !resources.contains(lock.resource) {
        addUnknown(.resource, lock.resource, at: key("resource"), known: resources.sorted())
      }
      for trip in trips {
        if lock.kind == .forbid {
          forbidden.insert([trip, lock.resource])
        } else {
          if let other = assigned[trip], other != lock.resource {
            addContradiction(trip, "\(other) / \(lock.resource)", at: key("resource"))
          }
          assigned[trip] = lock.resource
        }
      }
    }
    for (trip, resource) in assigned.sorted(by: { $0.key < $1.key })
    where forbidden.contains([trip, resource]) {
      let index = scenario.locks.firstIndex { $0.kind == .forbid && $0.resource == resource } ?? 0
      addContradiction(trip, resource, at: ObjectKey(.lock, index: index, field: "resource"))
    }
  }

  private mutating func checkPromise(_ lock: PlanLock, key: (String) -> ObjectKey) {
    if let time = lock.time, legs.contains(lock.trip) {
      requireExisting(time, at: key("time"))
    } else {
      faults.add(
        "promise-without-time", at: key("time"), value: lock.trip,
        cause: Bilingual(
          fr: "Une heure promise se rapporte à un seul trajet et donne une heure.",
          en: "A promised time belongs to one leg and states a time."),
        remedy: Bilingual(
          fr: "Indiquez le trajet et l’heure annoncée au voyageur.",
          en: "State the leg and the time the rider was told."))
    }
  }

  private mutating func addContradiction(_ trip: String, _ value: String, at key: ObjectKey) {
    faults.add(
      "contradictory-locks", at: key, value: value,
      cause: Bilingual(
        fr: "Deux décisions sur le trajet \(trip) se contredisent.",
        en: "Two decisions on leg \(trip) contradict each other."),
      remedy: Bilingual(fr: "Retirez l’une des deux.", en: "Remove one of the two."))
  }
}
