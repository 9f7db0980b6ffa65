extension Problem {
  /// The chain of one tour of a route: node 0 departs, node k makes the k-th stop, the last node ends.
  ///
  /// Where the start is open, departing and serving the first stop are one moment: no travel, no wait.
  /// At the end there is nothing to wait for either. Breaks on the way lie between the nodes around them, however
  /// much of the way is behind them.
  func timeChain(of tour: Range<Int>, _ reading: RouteReading) -> TimeChain {
    let vehicle = vehicles[reading.vehicle]
    var chain = TimeChain()
    chain.windows.append([vehicle.shift])
    chain.rideEndingAt.append(-1)
    chain.dueTimes.append(.infinity)
    chain.latenessCosts.append(0)
    chain.wayEndingAt.append(nil)
    var service = 0.0
    // The way with breaks on it that the chain is at.
    var way: TimeChain.Way?
    func goOn(to index: Int) {
      let travel = reading.travelTimes[index]
      chain.wayEndingAt.append(
        way.map { TimeChain.Way(from: $0.from, gap: $0.gap + travel) })
      chain.gaps.append(service + (way == nil ? travel : 0))
      way = nil
    }
    for index in tour {
      let stop = reading.stops[index]
      if restsOnTheWay(reading.vehicle) && isBreak(stop) {
        let begun = way ?? TimeChain.Way(from: index - tour.lowerBound, gap: service)
        chain.gaps.append(service)
        chain.wayEndingAt.append(nil)
        way = TimeChain.Way(from: begun.from, gap: begun.gap + reading.services[index])
      } else {
        goOn(to: index)
      }
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
    chain.waitLimits.append(way == nil ? 0 : .infinity)
    goOn(to: tour.upperBound)
    chain.windows.append([vehicle.shift])
    chain.rideEndingAt.append(-1)
    // The route departs with its first tour and arrives with its last.
    let preferred = tour.upperBound == reading.stops.count ? vehicle.preferredHours : nil
    chain.dueTimes.append(preferred?.window.end ?? .infinity)
    chain.latenessCosts.append(preferred?.costPerSecond ?? 0)
    if tour.lowerBound == 0, let preferred = vehicle.preferredHours {
      chain.preferredDeparture = preferred.window.start
      chain.earlinessCost = preferred.costPerSecond
    }
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
