public import Planning
public import TravelTimes

/// A way from door to door by what is published: walks, scheduled rides, rides of booked services.
public struct Journey: Hashable, Sendable {
  public var legs: [JourneyLeg]

  public init(legs: [JourneyLeg]) { self.legs = legs }

  /// Seconds since local midnight of the plan's date.
  public var departure: Int { legs.first?.departure ?? 0 }
  public var arrival: Int { legs.last?.arrival ?? 0 }
  public var duration: Int { arrival - departure }

  public var rides: Int { legs.count { !$0.isWalk } }
  public var changes: Int { max(0, rides - 1) }
  /// Metres on foot.
  public var walkMetres: Int {
    legs.reduce(0) { sum, leg in
      if case .walk(let walk) = leg { sum + walk.metres } else { sum }
    }
  }

  /// The booked rides among the legs.
  public var flexLegs: [FlexLeg] {
    legs.compactMap { if case .flex(let leg) = $0 { leg } else { nil } }
  }

  public var rideLegs: [RideLeg] {
    legs.compactMap { if case .ride(let leg) = $0 { leg } else { nil } }
  }

  /// Until when all of its booked rides must be booked; `nil`: nothing is to be booked, or at any time.
  public var deadline: LocalMoment? { flexLegs.compactMap(\.booking.deadline).min() }

  /// Whether wheelchairs can be taken all the way; `unknown` where some trip does not say.
  public var wheelchair: WheelchairAccess {
    let all = rideLegs.map(\.wheelchair) + flexLegs.map(\.wheelchair)
    if all.contains(.impossible) { return .impossible }
    return all.contains(.unknown) ? .unknown : .possible
  }
}

/// Where a leg begins or ends.
public struct LegEnd: Hashable, Sendable {
  /// As people call it; empty for the rider's own places.
  public var name: String
  /// `feed:id`; empty where it is no stop.
  public var stop: String
  public var place: Coordinate
}

public enum JourneyLeg: Hashable, Sendable {
  case walk(WalkLeg)
  case ride(RideLeg)
  case flex(FlexLeg)

  public var departure: Int {
    switch self {
    case .walk(let leg): leg.departure
    case .ride(let leg): leg.departure
    case .flex(let leg): leg.departure
    }
  }
  public var arrival: Int {
    switch self {
    case .walk(let leg): leg.arrival
    case .ride(let leg): leg.arrival
    case .flex(let leg): leg.arrival
    }
  }
  public var isWalk: Bool { if case .walk = self { true } else { false } }

  public var ends: (from: LegEnd, to: LegEnd) {
    switch self {
    case .walk(let leg): (leg.from, leg.to)
    case .ride(let leg): (leg.from, leg.to)
    case .flex(let leg): (leg.from, leg.to)
    }
  }
}

public struct WalkLeg: Hashable, Sendable {
  public var from: LegEnd
  public var to: LegEnd
  public var departure: Int
  public var arrival: Int
  public var metres: Int
}

/// A ride on a trip with fixed times.
public struct RideLeg: Hashable, Sendable {
  public var from: LegEnd
  public var to: LegEnd
  public var departure: Int
  public var arrival: Int
  public var feed: String
  public var agency: String
  /// As people call it.
  public var route: String
  public var routeId: String
  public var headsign: String
  public var trip: String
  public var isRail: Bool
  public var wheelchair: WheelchairAccess
  /// Stops passed, both ends included.
  public var line: [Coordinate]
}

/// A ride that is booked: it comes within a window, and takes at most so long.
public struct FlexLeg: Hashable, Sendable {
  public var from: LegEnd
  public var to: LegEnd
  /// When the rider is to be ready.
  public var departure: Int
  /// By when the rider is there at the latest, by the service's safe duration.
  public var arrival: Int
  public var feed: String
  public var agency: String
  public var route: String
  public var routeId: String
  public var trip: String
  public var wheelchair: WheelchairAccess
  /// When the service takes up.
  public var window: ClosedRange<Int>
  public var booking: FlexBooking
}

/// How and until when a ride is booked.
public struct FlexBooking: Hashable, Sendable {
  public var kind: BookingRule.Kind?
  /// The last moment; `nil`: none is stated.
  public var deadline: LocalMoment?
  public var phone: String
  public var url: String
  public var message: String
}
