extension Scenario {
  /// The same day with some legs as feeder trips: their rides go to a stop of scheduled transport, or come from one.
  ///
  /// Whatever judges, prices or prints a plan reads such a leg like any other: other ends, and a time that the timetable
  /// sets.
  public func taking(_ connections: [Connection]) -> Scenario {
    guard !connections.isEmpty,
      let clock = PlanClock(date: territory.date, timeZone: territory.timeZone)
    else { return self }
    let byLeg = Dictionary(connections.map { ($0.leg, $0) }, uniquingKeysWith: { _, last in last })
    var day = self
    var known = Set(places.map(\.id))
    for connection in connections where known.insert(connection.stop.id).inserted {
      day.places.append(connection.stop)
    }
    for b in day.bookings.indices {
      for l in day.bookings[b].legs.indices {
        if let connection = byLeg[day.bookings[b].legs[l].id] {
          day.bookings[b].legs[l].take(connection, clock)
        }
      }
    }
    return day
  }

  /// The feeder trips among the legs.
  public var connections: [Connection] { bookings.flatMap(\.legs).compactMap(\.connection) }
}

extension Leg {
  fileprivate mutating func take(_ connection: Connection, _ clock: PlanClock) {
    self.connection = connection
    switch connection.order {
    case .rideFirst:
      to = connection.stop.id
      anchor = .arriveBy(clock.clockTime(connection.time))
      latestBefore = connection.margin
      earliestBefore = connection.margin + connection.wait
    case .rideLast:
      from = connection.stop.id
      anchor = .departAfter(clock.clockTime(connection.time + connection.margin))
      latestAfter = connection.wait
    }
  }
}
