extension Problem {
  /// The chain of one tour of a route: node 0 departs, node k makes the k-th stop, the last node ends.
  ///
  /// Where the start is open, departing and serving the first stop are one moment: no travel, no wait.
  /// At the end there is nothing to wait for either.
  func timeChain(of tour: Range<Int>, _ reading: RouteReading) -> TimeChain {
    let vehicle = vehicles[reading.vehicle]
    var chain = TimeChain()
    chain.windows.append([vehicle.shift])
    chain.rideEndingAt.append(-1)
    chain.dueTimes.append(.infinity)
    chain.latenessCosts.append(0)
    var service = 0.0
    for index in tour {
      let stop = reading.stops[index]
      chain.gaps.append(service + reading.travelTimes[index])
      let limit = reading.onBoard[index] > 0 ? vehicle.longestIdleOnBoard : vehicle.longestIdle
      let startsHere = index == 0 && vehicle.start == nil
      chain.waitLimits.append(startsHere ? 0 : limit ?? .infinity)
      chain.windows.append(Array(windows(of: stop)))
      chain.dueTimes.append(dueTime[stop])
      chain.latenessCosts.append(isRequestStop(stop) ? latenessCost[stop >> 1] : 0)
      service = reading.services[index]
      chain.rideEndingAt.append(-1)
      if reading.pickupIndex[index] >= 0 {
        chain.rideEndingAt[chain.rideEndingAt.count - 1] = chain.rides.count
        let pickup = reading.pickupIndex[index]
        chain.rides.append(
          TimeChain.Ride(
            pickup: pickup - tour.lowerBound + 1, delivery: index - tour.lowerBound + 1,
            longest: longestRide[stop >> 1] + reading.services[pickup]))
      }
    }
    chain.gaps.append(service + reading.travelTimes[tour.upperBound])
    chain.waitLimits.append(0)
    chain.windows.append([vehicle.shift])
    chain.rideEndingAt.append(-1)
    chain.dueTimes.append(.infinity)
    chain.latenessCosts.append(0)
    return chain
  }
}

extension TimeChain {
  /// The same chain with departure and end fixed, and with windows cut so that no stop is later than in
  /// the earliest schedule where that costs anything.
  func pinned(to option: TourOption) -> TimeChain {
    guard let early = try? earliest(from: option.departure) else { return self }
    var chain = self
    chain.windows[0] = [TimeWindow(option.departure, option.departure)]
    chain.windows[windows.count - 1] = [TimeWindow(option.end, option.end)]
    for node in windows.indices where latenessCosts[node] > 0 && dueTimes[node] < .infinity {
      let latest = max(dueTimes[node], early[node])
      chain.windows[node] = windows[node].filter { $0.start <= latest + Self.tolerance }
        .map { TimeWindow($0.start, min($0.end, latest)) }
    }
    return chain
  }
}
