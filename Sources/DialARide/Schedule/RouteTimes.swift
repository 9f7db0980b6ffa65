/// The times of one route: its tours one after the other, each no sooner than the one before ends.
struct RouteTimes {
  private let problem: Problem
  private let reading: RouteReading
  /// Stop indices of each tour; the base visit that ends a tour is not among them.
  private var tours: [Range<Int>] = []

  /// - Parameter stops: a sequence that has passed `StructureCheck`.
  init(_ problem: Problem, vehicle: Int, stops: [Int]) {
    self.problem = problem
    reading = RouteReading(problem, vehicle: vehicle, stops: stops)
    var first = 0
    for (index, stop) in stops.enumerated() where problem.isBaseVisit(stop) {
      tours.append(first..<index)
      first = index + 1
    }
    tours.append(first..<stops.count)
  }

  func schedule() throws(ScheduleConflict) -> Schedule {
    let shift = problem.vehicles[reading.vehicle].shift
    guard !reading.stops.isEmpty else {
      return Schedule(
        departure: shift.start, arrivals: [], starts: [], ends: [], arrival: shift.start)
    }
    let chains = tours.map { problem.timeChain(of: $0, reading) }
    for (tour, chain) in zip(tours, chains) {
      if let node = chain.excessiveRide() {
        throw ScheduleConflict(.rideTime, at: tour.lowerBound + node - 1)
      }
    }
    let options = try chosenOptions(chains)
    return writtenOut(zip(chains, options).map { $0.pinned(to: $1) })
  }

  /// Options that keep to the preferred begin of the shift as far as can be; where the route then takes longer than it
  /// may, as early as can be.
  private func chosenOptions(_ chains: [TimeChain]) throws(ScheduleConflict) -> [TourOption] {
    if let preferred = preferredDeparture(chains),
      let options = try? bestOptions(chains, from: preferred), !isTooLong(options)
    {
      return options
    }
    let options = try bestOptions(chains, from: problem.vehicles[reading.vehicle].shift.start)
    guard !isTooLong(options) else {
      throw ScheduleConflict(.duration, at: reading.stops.count)
    }
    return options
  }

  private func isTooLong(_ options: [TourOption]) -> Bool {
    guard let longest = problem.vehicles[reading.vehicle].longestDuration else { return false }
    return options.reduce(0) { $0 + $1.duration } > longest + TimeChain.tolerance
  }

  /// When the preferred hours begin, or else the latest departure with which the route can be driven; `nil` where nothing
  /// is preferred to the shift's begin.
  private func preferredDeparture(_ chains: [TimeChain]) -> Double? {
    let vehicle = problem.vehicles[reading.vehicle]
    guard let preferred = vehicle.preferredHours, preferred.costPerSecond > 0,
      preferred.window.start > vehicle.shift.start
    else { return nil }
    var earliest: [[Double]] = []
    var end = vehicle.shift.start
    for chain in chains {
      guard let times = try? chain.earliest(from: end), let last = times.last else { return nil }
      earliest.append(times)
      end = last
    }
    // From the last tour back to the first: each ends before the one after it departs.
    end = vehicle.shift.end
    for (chain, times) in zip(chains, earliest).reversed() {
      var bounds = [Double](repeating: .infinity, count: times.count)
      bounds[times.count - 1] = end
      end = chain.latest(within: bounds, notBefore: times)[0]
    }
    let departure = min(preferred.window.start, end)
    return departure > vehicle.shift.start ? departure : nil
  }

  /// One option a tour with the least total duration, then the least lateness.
  ///
  /// Tours touch each other only in that one starts after the other ends. So of two ways to drive the
  /// tours so far, one that ends no later and costs no more makes the other superfluous.
  ///
  /// - Parameter departure: the route departs no sooner.
  private func bestOptions(
    _ chains: [TimeChain], from departure: Double
  ) throws(ScheduleConflict) -> [TourOption] {
    var plans = [TourPlan()]
    for (tour, chain) in zip(tours, chains) {
      var longer: [TourPlan] = []
      var conflict: ScheduleConflict?
      for plan in plans {
        let earliest = plan.options.last?.end ?? departure
        do throws(TimeChain.ClosedNode) {
          longer += try chain.options(from: earliest).map(plan.followed)
        } catch {
          conflict = conflict ?? self.conflict(at: error.node, of: tour)
        }
      }
      if let conflict, longer.isEmpty { throw conflict }
      plans = TourPlan.undominated(longer)
    }
    return plans.min { $0.isBetter(than: $1) }?.options ?? []
  }

  private func conflict(at node: Int, of tour: Range<Int>) -> ScheduleConflict {
    if node == 0 { return ScheduleConflict(.shift, at: tour.lowerBound) }
    if node > tour.count { return ScheduleConflict(.shift, at: reading.stops.count) }
    return ScheduleConflict(.window, at: tour.lowerBound + node - 1)
  }

  private func writtenOut(_ chains: [TimeChain]) -> Schedule {
    var schedule = Schedule(departure: 0, arrivals: [], starts: [], ends: [], arrival: 0)
    for (tour, chain) in zip(tours, chains) {
      let times = RideTimeMinimiser(chain).best
      if tour.lowerBound == 0 {
        schedule.departure = times[0]
      } else {
        // The base visit between two tours: it begins when one ends and lasts until the next departs.
        schedule.arrivals.append(schedule.arrival)
        schedule.starts.append(max(times[0], schedule.arrival))
        schedule.ends.append(max(times[0], schedule.arrival))
      }
      schedule.arrival = schedule.ends.last ?? schedule.departure
      // Driven before breaks on the way to the next stop.
      var ahead = 0.0
      for (index, start) in zip(tour, times.dropFirst()) {
        if isOnTheWay(index) {
          let left = travelAhead(of: index) - ahead
          let part = min(left, max(0, start - schedule.arrival))
          ahead += part
          schedule.arrival += part
        } else {
          schedule.arrival += reading.travelTimes[index] - ahead
          ahead = 0
        }
        let arrival = schedule.arrival
        schedule.arrivals.append(arrival)
        schedule.starts.append(max(start, arrival))
        schedule.ends.append(max(start, arrival) + reading.services[index])
        schedule.arrival = schedule.ends[index]
      }
      schedule.arrival += reading.travelTimes[tour.upperBound] - ahead
    }
    return schedule
  }

  private func isOnTheWay(_ index: Int) -> Bool {
    problem.restsOnTheWay(reading.vehicle) && problem.isBreak(reading.stops[index])
  }

  /// Travel time of the way on which a break lies, seconds.
  private func travelAhead(of index: Int) -> Double {
    let next = reading.stops[index...].firstIndex { !problem.isBreak($0) }
    return reading.travelTimes[next ?? reading.stops.count]
  }
}

/// The ways chosen to drive the first tours of a route.
private struct TourPlan {
  var options: [TourOption] = []
  var duration = 0.0
  var lateness = 0.0

  func followed(by option: TourOption) -> TourPlan {
    TourPlan(
      options: options + [option], duration: duration + option.duration,
      lateness: lateness + option.lateness)
  }

  func isBetter(than other: TourPlan) -> Bool {
    if abs(duration - other.duration) > TimeChain.tolerance { return duration < other.duration }
    return lateness < other.lateness
  }

  /// The plans that no other one matches in both end and cost, by ascending end.
  static func undominated(_ plans: [TourPlan]) -> [TourPlan] {
    var kept: [TourPlan] = []
    for plan in plans.sorted(by: { ($0.options.last?.end ?? 0) < ($1.options.last?.end ?? 0) }) {
      if kept.allSatisfy(plan.isBetter) { kept.append(plan) }
    }
    return kept
  }
}
