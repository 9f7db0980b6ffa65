internal import Planning
internal import TravelTimes

/// One query at work: the search, and journeys from what it finds.
///
/// An arrival is asked for in the mirrored timetable, where time runs backwards: the earliest arrival there is the
/// latest departure here.
struct AskedWay {
  private enum Piece {
    case ride(pattern: Int, trip: Int, board: Int, alight: Int)
    case hop(Int)
  }
  /// When a piece is ridden.
  private struct Timed {
    var piece: Piece
    var departure: Int
    var arrival: Int
  }

  private let query: JourneyQuery
  private let planner: JourneyPlanner
  private var table: Timetable { planner.timetable }
  private let origin: LegEnd
  private let destination: LegEnd
  private let accessWalks: [Int: Walk]
  private let egressWalks: [Int: Walk]
  private let walk: Walk?
  private var options: [(stop: Int, option: FlexOption)] = []
  private var accessCount = 0
  private let isBackward: Bool
  private let time: Int

  init(_ query: JourneyQuery, _ planner: JourneyPlanner) {
    self.query = query
    self.planner = planner
    origin = LegEnd(name: query.fromName, stop: "", place: query.from)
    destination = LegEnd(name: query.toName, stop: "", place: query.to)
    func walks(_ place: Coordinate) -> [Int: Walk] {
      Dictionary(uniqueKeysWithValues: planner.stops(near: place).map { ($0.stop, $0.walk) })
    }
    accessWalks = walks(query.from)
    egressWalks = walks(query.to)
    walk =
      planner.ways.walks(
        from: query.from, to: [query.to], most: 2 * planner.ways.rule.longest)[0]
    switch query.time {
    case .departAt(let time): (isBackward, self.time) = (false, time)
    case .arriveBy(let time): (isBackward, self.time) = (true, time)
    }
    guard query.usesFlex, !planner.flex.isEmpty else { return }
    let toStops = planner.flex.toStops(query.from).filter {
      planner.isOpen($0.option, asked: query.bookedAt)
    }
    accessCount = toStops.count
    options =
      toStops
      + planner.flex.fromStops(query.to).filter {
        planner.isOpen($0.option, asked: query.bookedAt)
      }
  }

  // MARK: Search

  func search() -> [(search: RaptorSearch, goal: RaptorSearch.Goal)] {
    var search = RaptorSearch(isBackward ? planner.mirror : table, task())
    for time in departures(search) { search.depart(at: time) }
    // On foot one may set off at any time: told once.
    let start = Int32(isBackward ? -time : time)
    return search.goals.filter { $0.label >= 0 || $0.departure == start }.map { (search, $0) }
  }

  private func task() -> RaptorTask {
    func sorted(_ walks: [Int: Walk]) -> [StopAccess] {
      walks.sorted { $0.key < $1.key }.map {
        StopAccess(stop: Int32($0.key), seconds: $0.value.seconds, effort: $0.value.effort)
      }
    }
    let hops = options.enumerated().map { $1.option.hop(stop: $1.stop, option: $0) }
    let (first, last) = (Array(hops[..<accessCount]), Array(hops[accessCount...]))
    var task = RaptorTask()
    task.mostRides = query.mostChanges + 1
    task.access = sorted(isBackward ? egressWalks : accessWalks)
    task.egress = sorted(isBackward ? accessWalks : egressWalks)
    task.accessHops = isBackward ? last.map(\.mirrored) : first
    task.egressHops = isBackward ? first.map(\.mirrored) : last
    task.walk = walk.map { StopAccess(stop: 0, seconds: $0.seconds, effort: $0.effort) }
    return task
  }

  /// Departures worth looking at, from the latest to the earliest: the time asked for, or all in the window at which
  /// somebody who leaves just then catches a trip.
  private func departures(_ search: RaptorSearch) -> [Int32] {
    let start = Int32(isBackward ? -time : time)
    guard query.window > 0 else { return [start] }
    let end = start + Int32(query.window)
    let table = search.table
    // The time itself, for those who walk or are fetched at any time.
    var times: Set<Int32> = [start]
    func add(_ stop: Int, _ seconds: Int32) {
      for place in Int(table.atStopFirst[stop])..<Int(table.atStopFirst[stop + 1]) {
        let pattern = Int(table.atStopPattern[place])
        for trip in 0..<table.tripsCount(pattern) {
          let position = Int(table.atStopPosition[place])
          let leave =
            table.departure[table.timeIndex(pattern, trip: trip, position: position)] - seconds
          if leave >= start, leave <= end { times.insert(leave) }
        }
      }
    }
    for access in search.task.access { add(Int(access.stop), access.seconds) }
    for hop in search.task.accessHops {
      add(Int(hop.stop), hop.seconds + min(table.change[Int(hop.stop)], 3600))
    }
    return times.sorted(by: >)
  }

  // MARK: Journeys

  /// The journey behind a way found, with no waiting that could be spent at home.
  func journey(of found: (search: RaptorSearch, goal: RaptorSearch.Goal)) -> Journey? {
    let goal = found.goal
    let departure = isBackward ? Int(-goal.arrival) : Int(goal.departure)
    guard goal.label >= 0 else { return onFoot(departure) }
    let pieces = pieces(found.search, goal)
    guard var timed = forward(pieces, from: departure), let last = timed.last else { return nil }
    backward(&timed, by: last.arrival)
    return Journey(legs: legs(timed))
  }

  private func onFoot(_ departure: Int) -> Journey? {
    guard let walk else { return nil }
    return Journey(legs: [
      .walk(
        WalkLeg(
          from: origin, to: destination, departure: departure,
          arrival: departure + Int(walk.seconds), metres: Int(walk.metres)))
    ])
  }

  /// In the order in which they are ridden.
  private func pieces(_ search: RaptorSearch, _ goal: RaptorSearch.Goal) -> [Piece] {
    var pieces: [Piece] = goal.hop >= 0 ? [.hop(Int(goal.hop))] : []
    var index = goal.label
    while index >= 0 {
      let label = search.labels[Int(index)]
      if label.trip <= RaptorSearch.firstHop {
        pieces.append(.hop(Int(RaptorSearch.firstHop - label.trip)))
      } else {
        pieces.append(ride(label))
      }
      guard label.parent >= 0 else { break }
      index = search.labels[Int(label.parent)].parent
    }
    return isBackward ? pieces : pieces.reversed()
  }

  private func ride(_ label: RaptorSearch.Label) -> Piece {
    let pattern = table.pattern(ofTrip: Int(label.trip))
    let trip = Int(label.trip - table.tripFirst[pattern])
    guard isBackward else {
      return .ride(
        pattern: pattern, trip: trip, board: Int(label.board), alight: Int(label.alight))
    }
    let last = table.stopsCount(pattern) - 1
    return .ride(
      pattern: pattern, trip: table.tripsCount(pattern) - 1 - trip,
      board: last - Int(label.alight), alight: last - Int(label.board))
  }

  private func stops(of piece: Piece) -> (from: Int?, to: Int?) {
    switch piece {
    case .ride(let pattern, _, let board, let alight):
      let first = Int(table.patternFirst[pattern])
      return (Int(table.patternStop[first + board]), Int(table.patternStop[first + alight]))
    case .hop(let option):
      return option < accessCount ? (nil, options[option].stop) : (options[option].stop, nil)
    }
  }

  /// Seconds from the end of one piece until the next may begin.
  private func change(_ a: Piece, _ b: Piece) -> Int? {
    guard let from = stops(of: a).to, let to = stops(of: b).from else { return nil }
    if from == to {
      return table.change[from] < Timetable.never ? Int(table.change[from]) : nil
    }
    return table.footpath(from: from, to: to).map { Int($0.seconds) }
  }

  /// Each piece as early as the one before lets it be.
  private func forward(_ pieces: [Piece], from departure: Int) -> [Timed]? {
    var timed: [Timed] = []
    for piece in pieces {
      let ready: Int
      if let last = timed.last {
        guard let change = change(last.piece, piece) else { return nil }
        ready = last.arrival + change
      } else {
        ready = departure + Int(stops(of: piece).from.flatMap { accessWalks[$0] }?.seconds ?? 0)
      }
      guard let next = earliest(piece, readyAt: ready) else { return nil }
      timed.append(next)
    }
    return timed
  }

  /// Each piece but the last as late as the next one lets it be.
  private func backward(_ timed: inout [Timed], by arrival: Int) {
    for index in timed.indices.reversed() {
      let due: Int
      if index == timed.count - 1 {
        due = arrival
      } else {
        guard let change = change(timed[index].piece, timed[index + 1].piece) else { return }
        due = timed[index + 1].departure - change
      }
      if let later = latest(timed[index].piece, dueAt: due) { timed[index] = later }
    }
  }

  private func earliest(_ piece: Piece, readyAt time: Int) -> Timed? {
    switch piece {
    case .ride(let pattern, _, let board, let alight):
      let trip = (0..<table.tripsCount(pattern)).first {
        Int(table.departure[table.timeIndex(pattern, trip: $0, position: board)]) >= time
      }
      return trip.map { self.timed(pattern, $0, board, alight) }
    case .hop(let option):
      let hop = options[option].option.hop(stop: options[option].stop, option: option)
      return hop.arrival(readyAt: Int32(time)).map {
        Timed(
          piece: piece, departure: max(time, Int(hop.pickup.lowerBound)), arrival: Int($0))
      }
    }
  }

  private func latest(_ piece: Piece, dueAt time: Int) -> Timed? {
    switch piece {
    case .ride(let pattern, _, let board, let alight):
      let trip = (0..<table.tripsCount(pattern)).last {
        Int(table.arrival[table.timeIndex(pattern, trip: $0, position: alight)]) <= time
      }
      return trip.map { self.timed(pattern, $0, board, alight) }
    case .hop(let option):
      let hop = options[option].option.hop(stop: options[option].stop, option: option)
      return hop.mirrored.arrival(readyAt: Int32(-time)).flatMap { departure in
        hop.arrival(readyAt: -departure).map {
          Timed(piece: piece, departure: Int(-departure), arrival: Int($0))
        }
      }
    }
  }

  private func timed(_ pattern: Int, _ trip: Int, _ board: Int, _ alight: Int) -> Timed {
    Timed(
      piece: .ride(pattern: pattern, trip: trip, board: board, alight: alight),
      departure: Int(table.departure[table.timeIndex(pattern, trip: trip, position: board)]),
      arrival: Int(table.arrival[table.timeIndex(pattern, trip: trip, position: alight)]))
  }

  // MARK: Legs

  private func legs(_ timed: [Timed]) -> [JourneyLeg] {
    var legs: [JourneyLeg] = []
    for (index, part) in timed.enumerated() {
      if index == 0, let stop = stops(of: part.piece).from {
        add(accessWalks[stop], origin, table.end(stop), arrival: part.departure, to: &legs)
      } else if index > 0, let from = stops(of: timed[index - 1].piece).to,
        let to = stops(of: part.piece).from, from != to
      {
        addChange(from, to, after: timed[index - 1].arrival, to: &legs)
      }
      legs += self.legs(part)
      if index == timed.count - 1, let stop = stops(of: part.piece).to, let walk = egressWalks[stop]
      {
        add(
          walk, table.end(stop), destination, arrival: part.arrival + Int(walk.seconds), to: &legs)
      }
    }
    return legs
  }

  private func add(
    _ walk: Walk?, _ from: LegEnd, _ to: LegEnd, arrival: Int, to legs: inout [JourneyLeg]
  ) {
    guard let walk else { return }
    legs.append(
      .walk(
        WalkLeg(
          from: from, to: to, departure: arrival - Int(walk.seconds), arrival: arrival,
          metres: Int(walk.metres))))
  }

  /// Walked at once after getting off; what is left is waited at the next stop.
  private func addChange(_ from: Int, _ to: Int, after time: Int, to legs: inout [JourneyLeg]) {
    guard let walk = table.footpath(from: from, to: to) else { return }
    let seconds = Int(planner.ways.rule.walk(metres: Double(walk.metres)).seconds)
    legs.append(
      .walk(
        WalkLeg(
          from: table.end(from), to: table.end(to), departure: time, arrival: time + seconds,
          metres: Int(walk.metres))))
  }

  private func legs(_ part: Timed) -> [JourneyLeg] {
    switch part.piece {
    case .hop(let option):
      return options[option].option.legs(
        settingOff: part.departure, from: origin, to: destination, in: planner)
    case .ride(let pattern, let trip, let board, let alight):
      let instance = table.instances[Int(table.tripFirst[pattern]) + trip]
      let feed = table.feeds[Int(instance.feed)]
      let own = feed.trips[Int(instance.trip)]
      let route = feed.routes[Int(own.route)]
      let first = Int(table.patternFirst[pattern])
      let line = (board...alight).map { table.stop(Int(table.patternStop[first + $0])).place }
      return [
        .ride(
          RideLeg(
            from: table.end(Int(table.patternStop[first + board])),
            to: table.end(Int(table.patternStop[first + alight])), departure: part.departure,
            arrival: part.arrival, feed: feed.id,
            agency: route.agency >= 0 ? feed.agencies[Int(route.agency)].name : "",
            route: route.title, routeId: route.id, headsign: own.headsign, trip: own.id,
            isRail: route.isRail, wheelchair: own.wheelchair, line: line))
      ]
    }
  }

  // MARK: Door to door

  func directFlex() -> [Journey] {
    guard query.usesFlex else { return [] }
    return planner.flex.direct(from: query.from, to: query.to)
      .filter { planner.isOpen($0, asked: query.bookedAt) }
      .compactMap { option in
        let hop = option.hop(stop: 0, option: 0)
        let leave: Int32
        if isBackward {
          guard let latest = hop.mirrored.arrival(readyAt: Int32(-time)) else { return nil }
          leave = -latest
        } else {
          guard hop.arrival(readyAt: Int32(time)) != nil else { return nil }
          leave = Int32(time)
        }
        return Journey(
          legs: option.legs(
            settingOff: max(Int(leave), Int(hop.pickup.lowerBound)), from: origin,
            to: destination, in: planner))
      }
  }
}

extension Timetable {
  func pattern(ofTrip trip: Int) -> Int {
    var (low, high) = (0, patternCount)
    while low < high {
      let middle = (low + high) / 2
      if Int(tripFirst[middle + 1]) <= trip { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
